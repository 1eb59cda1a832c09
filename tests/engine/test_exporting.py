"""What is exported, and brought back unchanged, changes nothing: of every practice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from passportkit.engine.correcting import Corrected, correct
from passportkit.engine.exporting import export
from passportkit.engine.importing import receive
from passportkit.engine.toolkit import Toolkit
from passportkit.forms.bind import Said
from passportkit.forms.fact_tables import tables_form
from passportkit.forms.slots import TableSlot, slots_of
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Practice
from passportkit.source import Source, read
from passportkit.source.dump import dump
from tests.conftest import examples
from tests.practices import practices
from tests.workbook.books import needs_openpyxl

pytestmark = needs_openpyxl

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "practices").glob("*.yaml"))
CHOICE = Toolkit().choice()


def brought_back(source: Source) -> Corrected:
    return correct(source, receive(export(source, BUILT_IN), "practice.xlsx", CHOICE))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_that_is_brought_back_changes_nothing(path):
    source = read(path.read_bytes(), path.name)
    corrected = brought_back(source)
    assert corrected.after(path.name, translator("ru")).text == source.text
    assert (corrected.left, corrected.received.passed_over, corrected.stayed) == ((), [], 0)


@settings(
    deadline=None,
    max_examples=examples(20),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(practices)
def test_a_practice_that_is_brought_back_changes_nothing(practice: Practice) -> None:
    data = practice.model_dump(mode="json", by_alias=True, exclude_none=True)
    source = read(dump(data).encode(), "practice.yaml")
    assume(has_tables(practice))
    corrected = brought_back(source)
    assert corrected.after("practice.xlsx", translator("ru")).text == source.text
    assert (corrected.left, corrected.received.passed_over) == ((), [])


def has_tables(practice: Practice) -> bool:
    slots = [slot for slot in slots_of(tables_form(BUILT_IN)) if isinstance(slot, TableSlot)]
    return any(map(Said(practice).has_words_for, slots))
