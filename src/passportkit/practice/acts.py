"""Legal acts: one entry for one act, whatever was done with it."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

from pydantic import Field, model_validator

from passportkit.language import mark
from passportkit.practice.period import Day
from passportkit.practice.record import Record, RecordData
from passportkit.practice.view import View, partial_view
from passportkit.practice.words import BLANKS, Text, Words
from passportkit.text.pattern import pattern

_BLANK = f"[{BLANKS}]"
_DATE = pattern(
    rf"\bот{_BLANK}+(\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{1,2}}{_BLANK}+[а-я]+{_BLANK}+\d{{4}})"
)
_NUMBER = pattern(rf"(?:№|\bN){_BLANK}*(\d[\w/.-]*[\w]|\d)")
_TITLE = pattern(r"[^«\"]*+[«\"](.+)[»\"]", re.DOTALL)
_DATED = pattern(rf"{_DATE.pattern}(?:{_BLANK}+(?:года|г\.))?")
_CITED = pattern(
    rf"(?:{_BLANK}|^)(?:{_DATED.pattern}(?:{_BLANK}+{_NUMBER.pattern})?"
    rf"|{_NUMBER.pattern}(?:{_BLANK}+{_DATED.pattern})?)"
)


class ActParts(NamedTuple):
    """What the words of an act say, each as typed; what they do not say is empty."""

    kind: str = ""
    date: str = ""
    number: str = ""
    title: str = ""

    @property
    def words(self) -> str:
        """How an act of these parts is cited."""
        ways = ("{}", "от {}", "№ {}", "«{}»")
        return " ".join(way.format(said) for way, said in zip(ways, self, strict=True) if said)


class ActWords(Words):
    """How an act is cited: «Постановление … от 06.11.2013 № 1754 «Об утверждении …»»."""

    @cached_property
    def date(self) -> date | None:
        """The day the act was signed."""
        found = _DATE.search(self)
        return Day(found[1]).date if found else None

    @cached_property
    def number(self) -> str | None:
        """The registration number, with its suffix: «971-ра»."""
        found = _NUMBER.search(self)
        return found[1] if found else None

    @cached_property
    def name(self) -> str | None:
        """The name of the act, without its quotation marks."""
        found = _TITLE.match(self)
        return found[1] if found else None

    @cached_property
    def parts(self) -> ActParts:
        """The kind of act with who issued it, the date, the number and the name."""
        date, number, title = _DATED.search(self), _NUMBER.search(self), _TITLE.match(self)
        named = title.start(1) - 1 if title else len(self)
        begin = min([named, *(found.start() for found in (date, number) if found)])
        day = self[date.start(1) : date.end()] if date else ""
        return ActParts(self[:begin].rstrip(BLANKS), day, self.number or "", self.name or "")

    @property
    def without_date_and_number(self) -> str:
        """The words around the date and the number."""
        return _CITED.sub("", self, count=1).strip(BLANKS)


def _shown(field: str) -> Callable[[str], str]:
    return lambda act: str(getattr(ActWords(act).parts, field))


def _put(field: str) -> Callable[[str, str | None], str | None]:
    """Return what puts a part into the words of an act, or else makes these of all the parts."""

    def put(text: str, known: str | None) -> str | None:
        before = ActWords(known or "").parts
        meant = before._replace(**{field: text})
        said = getattr(before, field)
        ways = [known.replace(said, text, 1)] if known and said and text else []
        ways.append(meant.words)
        ways.sort(key=lambda words: ActWords(words).parts != meant)
        return next((each for each in ways if _says(each, meant, field)), None)

    return put


def _says(words: str, meant: ActParts, field: str) -> bool:
    """Whether words say these parts; one that is not meant may be derived from the others."""
    parts = ActWords(words).parts
    said = all(wanted in ("", part) for wanted, part in zip(meant, parts, strict=True))
    return said and getattr(parts, field) == getattr(meant, field)


def _digits(words: str) -> str:
    return "".join(filter(str.isdecimal, words))


def _put_around(text: str, known: str | None) -> str | None:
    """Put the words around the date and the number of an act there."""
    cited = _CITED.search(known or "")
    if cited is None:
        return text
    kind, quote, title = text.partition(" «")
    words = f"{kind} {cited[0].strip(BLANKS)}{quote}{title}".strip(BLANKS)
    return words if ActWords(words).without_date_and_number == text else None


ACT_VIEWS = {
    "kind": partial_view(
        "act", _shown("kind"), _put("kind"), mark("What kind of act it is, and who issued it.")
    ),
    "date": partial_view(
        "act",
        _shown("date"),
        _put("date"),
        mark("The day of the act."),
        lambda words: f"01.01.{1000 + int(_digits(words))}",
    ),
    "number": partial_view(
        "act", _shown("number"), _put("number"), mark("The number of the act."), _digits
    ),
    "title": partial_view(
        "act", _shown("title"), _put("title"), mark("The name of the act, without quotation marks.")
    ),
    "kind-and-title": partial_view(
        "act",
        lambda act: ActWords(act).without_date_and_number,
        _put_around,
        mark("Kind and name of the act, without its date and number."),
    ),
}
"""Cells that show a part of how an act is cited."""


class Adopted(Record):
    """What adopting an act brought."""

    main: ClassVar[str] = "result"
    heads: ClassVar[dict[str, tuple[str, ...]]] = {"result": ("Результат", "Результат принятия")}

    result: Text | None = Field(
        None,
        title=mark("Result of adopting the act"),
        description=mark("What the act made possible for the practice."),
        examples=["Дано право предоставлять помещения библиотек для занятий клубов"],
    )


class Amended(Record):
    """What was changed in an act, and what that brought."""

    main: ClassVar[str] = "changes"
    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "changes": ("Изменения", "Внесенные изменения"),
        "result": ("Результат", "Результат изменений"),
    }

    changes: Text | None = Field(
        None,
        title=mark("Changes made to the act"),
        description=mark("What was changed in the act."),
        examples=["Добавлен раздел о поддержке соседских клубов"],
    )
    result: Text | None = Field(
        None,
        title=mark("Result of the changes"),
        description=mark("What the changes made possible for the practice."),
        examples=["Клубы получили субсидию на оборудование"],
    )


class Act(Record):
    """A legal act, and whether it was adopted or amended for the practice."""

    main: ClassVar[str] = "act"
    views: ClassVar[dict[str, View]] = ACT_VIEWS
    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "kind": ("Вид документа", "Вид акта", "Вид правового акта", "Тип документа"),
        "date": ("Дата", "Дата документа", "Дата принятия", "Дата акта"),
        "number": ("№ документа", "Номер", "Номер документа", "Номер акта"),
        "title": ("Название документа", "Название акта", "Заголовок"),
        "kind-and-title": ("Наименование документа", "Наименование акта", "Документ"),
    }

    act: ActWords | None = Field(
        None,
        title=mark("Legal act"),
        description=mark(
            "Kind of act, who issued it, date, number and name, in this order, "
            "as the act itself has them."
        ),
        examples=[
            "Постановление администрации города Светлоречье от 12.03.2021 № 214 "
            "«О соседских клубах»"
        ],
    )
    adopted: Adopted | None = Field(
        None,
        title=mark("Adopted"),
        description=mark("The act was adopted for the practice: what that brought."),
    )
    amended: Amended | None = Field(
        None,
        title=mark("Amended"),
        description=mark("The act was amended for the practice: what changed and what it brought."),
    )

    @model_validator(mode="before")
    @classmethod
    def _said_without_result(cls, value: Any) -> Any:
        """Let `adopted:` with nothing behind it say that the act was adopted."""
        if not isinstance(value, dict):
            return value
        said = [key for key in ("adopted", "amended") if key in value and value[key] is None]
        return {**value, **{key: {} for key in said}} if said else value


def acts_where(said: str) -> Callable[[Any], Sequence[Act]]:
    """Return what gets the acts of a practice that were `adopted`, or `amended`."""
    return lambda practice: [act for act in practice.acts or () if getattr(act, said)]


def take_acts(said: str) -> Callable[[Sequence[RecordData], Mapping[str, Any]], dict[str, Any]]:
    """Return what reads the rows of one of the two tables, beside the acts that are known."""

    def take(rows: Sequence[RecordData], known: Mapping[str, Any]) -> dict[str, Any]:
        acts = [{**row, said: row.get(said, {})} for row in rows]
        return {"acts": _together(known.get("acts") or [], acts)}

    return take


def _together(first: Sequence[RecordData], second: Sequence[RecordData]) -> list[RecordData]:
    """Return the acts of two tables in one list, in which each table keeps its order.

    An act that stands in both in the same words is one entry, as far as the orders agree.
    """
    from passportkit.matching import matches  # only the way back puts tables together

    mine, theirs = _names(first), _names(second)
    acts: list[RecordData] = []
    done = 0, 0
    for one, other, size in matches(mine, theirs):
        acts += [*first[done[0] : one], *second[done[1] : other]]
        done = one + size, other + size
        pairs = zip(first[one : done[0]], second[other : done[1]], strict=True)
        acts += [{**adopted, **amended} for adopted, amended in pairs]
    return [*acts, *first[done[0] :], *second[done[1] :]]


def _names(acts: Sequence[RecordData]) -> list[object]:
    """Return the words of each act; acts without words are like no other."""
    return [act.get("act") or object() for act in acts]
