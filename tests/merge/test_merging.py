"""A step that does more than its place is about is not made, whatever it was meant to do."""

from __future__ import annotations

import pytest

from passportkit.edits import Edit
from passportkit.findings import Route
from passportkit.forms import Catalogue
from passportkit.forms.slots import slots_of
from passportkit.merge import Decisions
from passportkit.merge.merging import _Merging
from passportkit.merge.state import MergeState
from passportkit.merge.step import Step
from passportkit.source import read

FORM = Catalogue().form("practice-passport")
TEXT = "passport: 1\ntitle: Клуб\npreconditions: Негде встречаться.\nsummary: Соседи.\n"


@pytest.mark.parametrize(
    ("routes", "is_made"),
    [
        ([("preconditions",)], True),
        ([("summary",)], False),
        ([("preconditions",), ("summary",)], False),
    ],
)
def test_a_step_changes_the_fields_of_its_place_alone(routes: list[Route], is_made: bool) -> None:
    slot = next(slot for slot in slots_of(FORM) if slot.key == "preconditions")
    merging = _Merging(MergeState(read(TEXT.encode(), ""), FORM, None, Decisions(), Edit(TEXT)))
    step = Step([], values=dict.fromkeys(routes, "Есть где."))
    assert (merging._after(slot, step) is not None) == is_made
