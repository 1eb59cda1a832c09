"""What may happen to a `form.yaml`: to its words, its numbers, its lists and its keys."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from passportkit.forms.catalogue import builtin_folder
from passportkit.forms.shows import columns_of, names_in, rows_of, tables_in
from passportkit.practice import BUILT_IN
from passportkit.source import read
from tests.fuzz.odd_values import ATTRIBUTES, TEXTS
from tests.test_law import own
from tests.word.conftest import GRID, SECTIONS
from tests.word.test_card import CARD

_MOST = 3
"""How many things happen to one form, at most."""

_WORDS = ("heading", "caption", "label", "note", "title", "annex", "source", "hint", "group")
_NUMBERED = ("number", "number-heading")
_VALUES: dict[str, Sequence[object]] = {
    "version": ("0", "-1", "1.0", "1e3", "0x1", "٣", "9" * 5000, "1" * 18),
    "row-number": ("1", "1.", "1.1.", "none", "2"),
    "layout": ("sections", "grid", "card"),
    "page-numbers": ("header", "footer", "none"),
    "orientation": ("portrait", "landscape"),
    "size": ("6", "36", "5", "nan", "inf", "1e400", "12.3456789"),
    "line-spacing": ("0.5", "4", "nan"),
    "margins": (["0", "0", "0", "0"], ["200"] * 4, ["nan"] * 4, ["1"]),
    "width": ("0", "0.0001", "99.9999", "100", "nan", "-1", "1e-300"),
    "number-width": ("0.0001", "99.9999", "50"),
    "widths": (["1", "1", "1"], ["0", "0", "0"], ["nan"] * 3, ["-1", "1", "100"], ["1e300"] * 3),
    "align": ("left", "center", "right"),
    "merge": ("equal", "none"),
    "required": ("true", "false", "да"),
    "limit": ({"pages": "0.5"}, {"characters": "9" * 5000}, {"pages": "1e400"}, {}),
    "head-after": ("0", "1", "2"),
    "font": ("", "x", "Ш" * 300, 'a"b<c>&', "\x07", "\ud800"),
    "columns": ([], ["№", "№", "№"]),
    "compute": ("sum(costs.amount)", "share(budget, costs_total)", "sum(" * 60, "budget", ""),
    "that": ("budget > 5", f"budget >= {'9' * 5000}", "count(team) = 1 %", " " * 5000),
    "only-if": ("costs", "stages.1.period", "title.x", {"title": "да"}, {}, []),
}
"""Values that keys of a form may get, also where they do not fit."""

_SIGNS = ("\x00", "\x07", "\x0b", "\x1b", "\ud800", "\ufffe", "\x85", "\u2028", "\r", "\n", "\t")
_LIKE_ANSWERS = (
    *("5", "12 000", "1 500,00", "2024", "01.02.2024", "с 2020 по 2022 год", "10 %", "85,0 %"),
    *("a@example.org", "https://example.org", "+7 (391) 200-00-00", "г. Красноярск, ул. Мира, 1"),
    *("1", "1.", "1.1.", "12)", "IV", "№", "№ п/п", "Итого", "ИТОГО:", "Всего: 100", "тыс. руб."),
    *("да", "–", "____", "[не заполнено]", "(заполнить)", "Образец", "Клуб", "- пункт", "1) пункт"),
)
"""What reads as an answer, a number of a row, or a sign."""

_PLACES = ("stages.1", "stages.00", "stages.²", "stages.last", "stages.999999999", "title.x")

Happening = Callable[["Draft"], None]


class Draft:
    """A form in the making, as plain data."""

    def __init__(self, data: Any, chance: random.Random) -> None:
        self.data = data
        self.chance = chance

    def mappings(self, *keys: str) -> list[dict[str, Any]]:
        """Return the mappings in the form that have one of these keys."""
        return [each for each in _mappings(self.data) if any(key in each for key in keys)]

    def pick(self, *keys: str) -> tuple[dict[str, Any], str] | None:
        """Return a mapping and which of these keys it has, each key as likely as any other."""
        for key in self.chance.sample(keys, len(keys)):
            if found := self.mappings(key):
                return self.chance.choice(found), key
        return None

    def words(self) -> str:
        """Return words that nobody expects."""
        pools = (TEXTS, _LIKE_ANSWERS, _LIKE_ANSWERS, _SIGNS)
        return self.chance.choice(self.chance.choice(pools))


def mutated_form(_given: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Return a `form.yaml` to which some things have happened; it begins with one of its own."""
    draft = Draft(deepcopy(chance.choice(_seeds())), chance)
    draft.data["form"] = "prize"
    for _ in range(chance.randint(1, _MOST)):
        chance.choice(_HAPPENINGS)(draft)
    text = json.dumps(draft.data, ensure_ascii=chance.random() < 0.5)  # which is YAML, too
    return text.encode("utf-8", "surrogatepass")


@cache
def _seeds() -> list[Any]:
    texts = [path.read_bytes() for path in sorted(Path(builtin_folder()).glob("*/form.yaml"))]
    texts += [text.encode() for text in (SECTIONS, GRID, CARD)]
    forms = [read(text, "form.yaml").data for text in texts]
    made = (own(layout) for layout in ("sections", "grid", "card"))
    dumped = [each.model_dump(by_alias=True, exclude_none=True, mode="json") for each in made]
    return [*forms, *dumped]


def _mappings(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for each in data.values() if isinstance(data, dict) else data if _is_list(data) else ():
        yield from _mappings(each)


def _is_list(data: Any) -> bool:
    return isinstance(data, list | tuple)


def _lists(draft: Draft) -> list[list[Any]]:
    found = [
        value
        for each in draft.mappings(*_LISTS)
        for key in _LISTS
        if _is_list(value := each.get(key)) and value
    ]
    return [each for each in found if isinstance(each, list)]


_LISTS = ("sections", "blocks", "parts", "columns")


def _say(draft: Draft) -> None:
    if found := draft.pick(*_WORDS, *_NUMBERED):
        found[0][found[1]] = draft.words()


def _say_more(draft: Draft) -> None:
    if found := draft.pick(*_WORDS, *_NUMBERED):
        said = str(found[0][found[1]])
        at = draft.chance.randint(0, len(said))
        found[0][found[1]] = said[:at] + draft.words() + said[at:]


def _say_as_elsewhere(draft: Draft) -> None:
    one, other = draft.pick(*_WORDS), draft.pick(*_WORDS)
    if one and other:
        one[0][one[1]] = other[0][other[1]]


def _add(draft: Draft) -> None:
    """Say something that the form had not said."""
    if draft.mappings("show", "rows", "heading"):
        place = draft.chance.choice(draft.mappings("show", "rows", "heading"))
        key = draft.chance.choice((*_WORDS, *_NUMBERED, "total", "annex"))
        said = draft.words()
        place[key] = {"label": said, "show": "costs-total"} if key == "total" else said


def _group(draft: Draft) -> None:
    sections = draft.data.get("sections")
    if isinstance(sections, list):
        group = {"group": draft.words()}
        if draft.chance.random() < 0.5:
            group["number"] = draft.words()
        sections.insert(draft.chance.randint(0, len(sections)), group)


def _set(draft: Draft) -> None:
    key = draft.chance.choice(list(_VALUES))
    found = draft.pick(key)
    place = found[0] if found else draft.chance.choice(list(_mappings(draft.data)))
    place[key] = deepcopy(draft.chance.choice(_VALUES[key]))


def _set_odd(draft: Draft) -> None:
    place = draft.chance.choice(list(_mappings(draft.data)))
    if place:
        odd: tuple[object, ...] = (*ATTRIBUTES, None, [], {}, [None], {"a": ["b"]}, "x" * 20_000)
        place[draft.chance.choice(list(place))] = draft.chance.choice(odd)


def _set_odd_key(draft: Draft) -> None:
    place = draft.chance.choice(list(_mappings(draft.data)))
    place[draft.words()] = draft.words()


def _drop(draft: Draft) -> None:
    place = draft.chance.choice(list(_mappings(draft.data)))
    if place:
        del place[draft.chance.choice(list(place))]


def _drop_item(draft: Draft) -> None:
    if lists := _lists(draft):
        items = draft.chance.choice(lists)
        del items[draft.chance.randrange(len(items))]


def _double_item(draft: Draft) -> None:
    if lists := _lists(draft):
        items = draft.chance.choice(lists)
        item = draft.chance.choice(items)
        for _ in range(draft.chance.choice((1, 1, 1, 40))):
            items.insert(draft.chance.randint(0, len(items)), deepcopy(item))


def _exchange_items(draft: Draft) -> None:
    if lists := _lists(draft):
        draft.chance.shuffle(draft.chance.choice(lists))


def _show_another(draft: Draft) -> None:
    if found := draft.pick("show"):
        names = draft.chance.choice((names_in(BUILT_IN), _PLACES))
        found[0]["show"] = draft.chance.choice(names)


def _show_other_rows(draft: Draft) -> None:
    """Show other rows in a section, whatever it has shown."""
    name = draft.chance.choice((*tables_in(BUILT_IN), "opportunities", "costs"))
    rows = rows_of(BUILT_IN, name)
    sections = draft.data.get("sections")
    if not rows or not isinstance(sections, list) or not sections:
        return
    shown = draft.chance.choices(columns_of(rows), k=draft.chance.randint(1, 4))
    columns = [{"heading": f"Графа {n} {each}", "show": each} for n, each in enumerate(shown)]
    kind = draft.chance.choice(("rows", "rows", "record"))
    section = {"heading": f"Таблица {name} {len(sections)}", kind: name, "columns": columns}
    for _ in range(draft.chance.choice((1, 2))):
        sections.insert(draft.chance.randint(0, len(sections)), deepcopy(section))


_HAPPENINGS: Sequence[Happening] = (
    *(_say, _say, _say_more, _say_more, _say_as_elsewhere, _add, _group, _set, _set, _set_odd),
    *(_set_odd_key, _drop, _drop_item, _double_item, _exchange_items, _show_another),
    *(_show_another, _show_other_rows, _show_other_rows),
)
