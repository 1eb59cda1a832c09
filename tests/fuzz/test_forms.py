"""Odd forms that can be used, and those that `form check` has to refuse."""

from __future__ import annotations

import json

import pytest

from passportkit.forms.loading import load_form
from passportkit.practice import BUILT_IN
from passportkit.source import read
from tests.fuzz.forms import tried_form

FORM = {"form": "prize", "version": "1", "title": "Заявка", "source": "придумана"}
TITLE = {"heading": "Название", "show": "title"}
WORDS = {"heading": "Ход", "rows": "opportunities", "columns": [{"heading": "Что", "show": "text"}]}
COSTS = {
    "heading": "Деньги",
    "rows": "costs",
    "columns": [{"heading": "Что", "show": "item"}, {"heading": "Сколько", "show": "amount"}],
}


def of(*sections: object, **keys: object) -> bytes:
    return json.dumps({**FORM, **keys, "sections": [TITLE, *sections]}).encode()


@pytest.mark.parametrize(
    "content",
    [
        of(WORDS, {**WORDS, "heading": "Ещё ход"}),
        of(COSTS, {**COSTS, "heading": "Ещё деньги"}),
        of({**COSTS, "rows": None, "record": "costs"}),
        of(title="Две\x0bстроки\x85и\u2028ещё"),
        of({"group": "12 000"}, COSTS, {"group": "a@example.org", "number": "5"}, WORDS),
        of(COSTS, layout="grid", grid={"columns": ["1", "2024", "+7 (391) 200-00-00"]}),
        of({"heading": "Шаг", "show": "stages.99.description"}),
    ],
    ids=[
        "texts twice",
        "records twice",
        "a record of a list",
        "line ends",
        "groups",
        "heads",
        "99",
    ],
)
def test_odd_forms_can_be_used(content: bytes) -> None:
    trial = tried_form(content)
    assert trial.broken == []


@pytest.mark.parametrize(
    ("content", "column"),
    [
        (of(title="Звонок\x07"), "title"),
        (of({"heading": "Половина \ud800", "show": "goals"}), "heading"),
        (of({"heading": "Шаг", "show": "stages.999999999"}), "stages"),
        (of({"heading": "Шаг", "show": "stages.00"}), "stages"),
        (of({"heading": "Шаг", "show": "stages.²"}), "stages"),
        (of({"heading": "Шаг", "show": "stages." + "9" * 5000}), "stages"),
        (of(version="9" * 5000), "version"),
        (of({"heading": "Цель", "show": "goals", "limit": {"characters": "9" * 5000}}), "limit"),
        (of({"heading": "Цель", "show": "goals", "limit": {"pages": "1e400"}}), "limit"),
        (of(profile={"size": "nan"}), "profile"),
        (of(profile={"margins": ["200"] * 4}), "profile"),
        (of(layout="grid", grid={"columns": list("абв"), "widths": ["0", "0", "0"]}), "grid"),
        (of(layout="grid", grid={"columns": list("абв"), "widths": ["nan", "1", "1"]}), "grid"),
        (of(layout="grid", grid={"columns": list("абв"), "widths": ["1e300", "1", "1"]}), "grid"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_what_no_form_may_say_has_its_place(content: bytes, column: str) -> None:
    loaded = load_form(read(content, "form.yaml"), BUILT_IN)
    assert loaded.value is None
    assert any(each.place and each.place.column > 1 for each in loaded.findings)


def test_the_number_of_a_section_may_have_very_many_digits() -> None:
    loaded = load_form(read(of({**WORDS, "number": "9" * 1_900}), "form.yaml"), BUILT_IN)
    assert loaded.value is not None
