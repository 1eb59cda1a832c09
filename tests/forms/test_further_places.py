"""Places of costs that a form lacks, and the form that has them."""

import pytest

from passportkit.forms import Catalogue, Form
from passportkit.forms.further_places import further_places, source_of, total_of, widened
from passportkit.forms.model import Block
from passportkit.forms.slots import TableSlot, slots_of

CATALOGUE = Catalogue()
PROJECT = CATALOGUE.form("project-passport")
PRACTICE = CATALOGUE.form("practice-passport")

BY_BAND = [{"item_with_details": "лыжи", "source": "Средства гранта"}]
PLAIN = [{"item_with_details": "лыжи"}]


def costs(form: Form) -> Block:
    return next(block for _, block in form.blocks() if block.rows == "costs")


def places(form: Form) -> dict[str, list[str]]:
    """Return the keys of all places, of tables those of their columns, too."""
    return {
        slot.key: [cell.key for cell in slot.cells] if isinstance(slot, TableSlot) else []
        for slot in slots_of(form)
    }


def test_a_form_whose_costs_have_neither_source_nor_total_has_further_places_for_both():
    assert source_of(PROJECT, costs(PROJECT)) == "source"
    total = total_of(PROJECT, costs(PROJECT))
    assert total
    assert total.key == "costs_total"


def test_a_form_that_has_both_has_no_further_places():
    assert further_places(PRACTICE)["costs"] == (None, None)
    assert source_of(PRACTICE, costs(PRACTICE)) == "source"


def test_tables_of_other_rows_have_none():
    results = next(block for _, block in PROJECT.blocks() if block.rows == "results")
    assert (source_of(PROJECT, results), total_of(PROJECT, results)) == ("", None)


def test_a_total_that_the_form_shows_elsewhere_is_no_further_place():
    described = PROJECT.model_dump(by_alias=True, exclude_defaults=True)
    elsewhere = {"heading": "Всего", "show": "costs-total"}
    described["sections"] = [*described["sections"], elsewhere]
    form = Form.model_validate(described, context=PROJECT.vocabulary)
    assert total_of(form, costs(form)) is None


@pytest.mark.parametrize(
    ("values", "columns", "has_total"),
    [
        ({"costs": PLAIN}, [], False),
        ({"costs": BY_BAND}, ["source"], False),
        ({"costs": PLAIN, "costs_total": "30"}, [], True),
        ({"costs": BY_BAND, "costs_total": "30"}, ["source"], True),
    ],
    ids=["none", "source", "total", "both"],
)
def test_a_form_is_widened_by_what_has_words(values, columns, has_total):
    before, after = places(PROJECT), places(widened(PROJECT, values))
    assert after.pop("costs") == [*before.pop("costs"), *columns]
    assert ("costs_total" in after) == has_total
    after.pop("costs_total", None)
    assert after == before


def test_a_form_without_words_in_further_places_stays_itself():
    assert widened(PROJECT, {"costs": PLAIN}) is PROJECT


def test_what_stands_between_sections_stays_as_it_is():
    described = PROJECT.model_dump(by_alias=True, exclude_defaults=True)
    signed = {"signatures": [{"label": "Глава", "show": "team", "date": {"show": "geography"}}]}
    described["sections"] = [{"words": "Просим поддержать"}, *described["sections"], signed]
    described["approval"] = {"heading": "УТВЕРЖДАЮ", "position": "assessment"}
    form = Form.model_validate(described, context=PROJECT.vocabulary)
    wide = widened(form, {"costs": BY_BAND})
    assert [column.show for column in costs(wide).columns or ()][-1] == "source"
    assert (wide.approval, wide.signatures[1:]) == (form.approval, form.signatures[1:])
    assert wide.entries[0] == form.entries[0]
