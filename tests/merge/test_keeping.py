"""A document that shows a part of a practice removes nothing, empties nothing, moves nothing."""

from __future__ import annotations

from typing import Any

import pytest

from passportkit.forms.fact_tables import TOTALS, form_of
from passportkit.merge.keeping import completed_by
from passportkit.practice import BUILT_IN

KEYS = ("item", "details", "amount", "source")
COLUMNS = [{"heading": key, "show": key} for key in KEYS]
COSTS = {"heading": "Затраты", "rows": "costs", "columns": COLUMNS, "total": TOTALS["costs"]}
FORM = form_of([COSTS], BUILT_IN)
MINE = [("Чай", "", "100", "Грант"), ("Зал", "**большой**", "2 000", "")]


def kept(*rows: tuple[str, ...], mine: Any = MINE, total: str | None = None) -> tuple[Any, int]:
    """Return the rows, without their keys, and how many stayed."""
    slots: dict[str, Any] = {slot.key: [] for slot in _slots()}
    shown = {**slots, "costs": mine, "costs_total": "2 100,00"}
    theirs: dict[str, Any] = {"costs": [dict(zip(KEYS, row, strict=True)) for row in rows]}
    if total is not None:
        theirs["costs_total"] = total
    values, stayed = completed_by(shown, FORM, theirs, lambda text: text.replace("*", ""))
    said: Any = [tuple(row.values()) for row in values["costs"]]  # type: ignore[union-attr]
    return (said, values.get("costs_total")) if total else said, stayed


def _slots() -> Any:
    from passportkit.forms.slots import slots_of

    return slots_of(FORM)


def test_rows_that_are_lacking_stay_where_they_were():
    assert kept(MINE[1]) == (MINE, 1)
    assert kept() == (MINE, 2)


def test_new_rows_follow_those_that_they_stand_behind():
    new = ("Мел", "", "5", "")
    assert kept(MINE[0], new, MINE[1]) == ([MINE[0], new, MINE[1]], 0)
    assert kept(new, MINE[0], MINE[1]) == ([new, *MINE], 0)
    assert kept(new) == ([*MINE, new], 2)


def test_another_order_changes_nothing():
    assert kept(MINE[1], MINE[0]) == (MINE, 0)


def test_empty_cells_empty_nothing():
    assert kept(("Чай", "", "", ""), MINE[1]) == (MINE, 0)


def test_what_is_said_otherwise_is_taken():
    assert kept(("Чай", "", "120", "Грант"), MINE[1])[0][0] == ("Чай", "", "120", "Грант")


@pytest.mark.parametrize("amount", ["2\xa0000", "2000,00", "2 тыс. руб.", "2 000"])
def test_the_same_sum_in_other_words_is_no_change(amount):
    assert kept(MINE[0], ("Зал", "большой", amount, "")) == (MINE, 0)


def test_rows_that_are_called_otherwise_are_others():
    other = ("Зал для встреч", "", "2 000", "")
    assert kept(MINE[0], other) == ([MINE[0], other, MINE[1]], 1)


def test_a_total_of_a_part_is_none_of_the_whole():
    assert kept(*MINE, total="2 300") == ((MINE, "2 300"), 0)
    assert kept(*MINE, total="2100") == ((MINE, "2 100,00"), 0)
    assert kept(MINE[0], total="100") == ((MINE, None), 1)
