"""Practices of every kind, as Hypothesis makes them, and what a form has of them on paper."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from passportkit.forms import Catalogue, Form
from passportkit.forms.filled import FilledValue
from passportkit.forms.slots import ColumnSlot, Slot, TextSlot, slots_of
from passportkit.practice import Facts, Practice, Record
from passportkit.practice.money import Money
from passportkit.practice.people import Joint, Separator
from passportkit.practice.year_values import YearValues
from passportkit.source.model_shape import models_within
from passportkit.text import canonical

FORMS = Catalogue().names()

# --- texts --------------------------------------------------------------------------------

# Random characters hardly ever make a name, a sum or a list: texts are put together from parts.
_WORDS = """
Клуб соседей|чел.|шт.|%|100|5 000|304 736,40|1,5 млн руб.|721,4 тыс. руб.|более 100|с 17 до 19
2019-2020 годы|01.09.2019|ИТОГО:|Итого|факс|Телефон|8 (3919) 00-00-00|+7 (000) 000-00-01
ludi@example.org|e-mail:|https://kluby.example.org|www.example.org/a|Светлова Анна Ильинична
Иванов И.И.|директор|Постановление от 06.11.2013 № 1754 «О клубах»|Цель практики –|Задачи:
1. Наименование практики|№|I этап|[не заполнено]|{{ 7*7 }}|<b>&amp;|C:\\Documents|a*b*c
""".replace("\n", "|").strip("|")
_LISTS = (
    "Итак:\n- первое;\n- второе:\n  1. раз\n  2. два\nВсё.",
    "- один\n- два",
    "- один",
    "1. раз\n2. два\n1) снова",
    "3) с трёх\n4) и дальше",
    "**Помещения.** Шесть *читальных* залов",
    "***всё*** и [папка](https://kluby.example.org/папка)",
    "**- не пункт**\n\\- и это\n\\1. и это",
)
_SIGNS = (
    *(" ", "  ", ", ", ",", " – ", " - ", " — ", "– ", ". ", ".", "; ", ": ", "/", "\t", "\\"),
    *("\n", "\n\n", "\n- ", "- ", "\n  - ", "\n1. ", "2) ", "\n  ", "\n12. ", "\\- ", "\\1. "),
    *("*", "**", "***", "[", "]", "(", ")", "](https://a.example.org)", "«", "»", '"', "'", "#"),
    *("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{SOFT HYPHEN}", "\u2028", "\x07"),
    *("\N{COMBINING ACUTE ACCENT}", "😀", "\ufeff", "\r\n", "\x85", "ё", "…", "\ue000"),
)


def _labels() -> list[str]:
    """Return what the official forms themselves say: nobody's answers, but who knows."""
    blocks = [pair for name in FORMS for pair in Catalogue().form(name).blocks()]
    shown = [shown for _, block in blocks for shown in (*(block.parts or ()), block.total)]
    said = [section.heading for section, _ in blocks] + [block.caption for _, block in blocks]
    said += [column.heading for _, block in blocks for column in block.columns or ()]
    return [words for words in (*said, *(each.label for each in shown if each)) if words]


_PIECES = st.sampled_from(_WORDS.split("|")) | st.sampled_from(_SIGNS)
_WHOLE = st.sampled_from(_LISTS) | st.sampled_from(_labels())

plain_texts = st.sampled_from(_WORDS.split("|"))
odd_texts = st.lists(_PIECES | _WHOLE, max_size=8).map("".join) | st.text(max_size=12)
texts = plain_texts | odd_texts | _WHOLE | st.just("")

# --- records and practices ----------------------------------------------------------------

_SUMS = st.sampled_from(["100", "5 000", "304 736,40", "0,5", "1,5 млн руб.", "60 тыс. руб."])
_FEW = st.sampled_from(["Бюджет города", "Субсидия", "Постановление от 06.11.2013 № 1754"])
_SPECIAL = {
    "name": st.sampled_from(["Светлова Анна Ильинична", "Иванов И.И."]) | texts,
    "source": _FEW | texts,  # it matters that several rows say the same
    "funding_source": _FEW,
    "act": _FEW | texts,
    "separator": st.sampled_from(get_args(Separator)),
    "joint": st.sampled_from(get_args(Joint)),
    "layout": st.sampled_from(["#, #; @", "тел. #\nфакс: #", "@\n#"]) | texts,
}


@cache
def data_of(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Return data of a record or of a practice, as an author may write them: any of its fields."""
    fields = {
        name: _SPECIAL[name] if name in _SPECIAL else _values(field.annotation)
        for name, field in model.model_fields.items()
        if name not in ("passport", "forms", "for_", "unplaced")
    }
    return st.fixed_dictionaries({}, optional=fields)


def _values(annotation: Any) -> st.SearchStrategy[Any]:
    if _has(annotation, bool):
        return st.booleans()
    if _has(annotation, YearValues):
        return st.dictionaries(st.sampled_from(["2024", "2025"]), texts, max_size=2)
    records = [each for each in models_within(annotation) if issubclass(each, Record)]
    one = data_of(records[0]) if records else texts
    if _has(annotation, Money):
        one = _SUMS | texts
    if not _has(annotation, list):
        return one
    return _listed(one) | texts if "'(text)'" in repr(annotation) else _listed(one)


def _listed(items: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(items, max_size=3)


@st.composite
def _facts(draw: st.DrawFn) -> dict[str, Any]:
    """Return the facts of a practice, now and then with a table of up to fifty rows."""
    facts = draw(data_of(Facts))
    lists = sorted(name for name, value in facts.items() if isinstance(value, list) and value)
    if lists and draw(st.integers(0, 3)) == 0:
        name, count = draw(st.sampled_from(lists)), draw(st.integers(4, 50))
        facts[name] = (facts[name] * count)[:count]
    return facts


def _has(annotation: Any, wanted: type) -> bool:
    """Whether an annotation names a type, through lists, unions and notes."""
    return wanted in (annotation, get_origin(annotation)) or any(
        _has(each, wanted) for each in get_args(annotation)
    )


def _practice(title: str, facts: dict[str, Any], own: dict[str, dict[str, Any]]) -> Practice:
    titles = {form: canonical(said.get("title", "")) or "По-своему" for form, said in own.items()}
    others = {form: {**said, "title": titles[form]} for form, said in own.items()}
    data = {"passport": "1", **facts, "title": canonical(title) or "Без слов", "for": others}
    return Practice.model_validate(data)


practices = st.builds(
    _practice,
    texts,
    _facts(),
    st.just({}) | st.dictionaries(st.sampled_from(FORMS), data_of(Facts), max_size=1),
)
"""Practices with any facts, now and then with some in other words for one form."""


# --- on paper -----------------------------------------------------------------------------


def on_paper(form: Form, values: Mapping[str, FilledValue]) -> dict[str, Any]:
    """Return what a reader of the paper sees of what `bind` gives.

    Rows have no numbers, merged cells have their words in every row, and the row without words
    and number that stands in a table without rows is none.
    """
    return {slot.key: _seen(slot, values[slot.key]) for slot in slots_of(form)}


def _seen(slot: Slot, value: FilledValue) -> Any:
    if isinstance(slot, TextSlot) or isinstance(value, str):
        return value
    rows: list[dict[str, str]] = []
    for row in value:
        above = rows[-1] if rows else {}
        rows.append({cell.key: _words(cell, row, above) for cell in slot.cells})
    is_numbered = bool(value[0]["number"]) and slot.block.record is None
    return rows if len(rows) > 1 or is_numbered or any(rows[0].values()) else []


def _words(cell: ColumnSlot, row: Mapping[str, str], above: Mapping[str, str]) -> str:
    return above[cell.key] if row.get(f"{cell.key}|merge") == "continue" else row[cell.key]
