"""Legal acts: one entry for one act, whatever was done with it."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from pydantic import Field, model_validator

from passportkit.language import mark
from passportkit.practice.period import Day
from passportkit.practice.record import Record, RecordData
from passportkit.practice.words import BLANKS, Text, Words
from passportkit.text.pattern import pattern

_BLANK = f"[{BLANKS}]"
_DATE = pattern(
    rf"\bот{_BLANK}+(\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{1,2}}{_BLANK}+[а-я]+{_BLANK}+\d{{4}})"
)
_NUMBER = pattern(rf"(?:№|\bN){_BLANK}*(\d[\w/.-]*[\w]|\d)")
_TITLE = pattern(r"[^«\"]*+[«\"](.+)[»\"]", re.DOTALL)


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
