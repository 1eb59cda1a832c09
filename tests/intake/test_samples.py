"""The forms as filed, as an office suite has written them: every word of every cell."""

import json
from pathlib import Path
from typing import Any

import pytest

from passportkit.forms import Catalogue
from passportkit.forms.slots import Slot, TableSlot, TextSlot, slots_of
from passportkit.intake import match, recognise
from passportkit.intake.folding import fold
from passportkit.text import parse
from passportkit.word.read.body import read_document

SAMPLES = Path(__file__).parents[1] / "samples"
CATALOGUE = Catalogue()
FORMS = [CATALOGUE.form(name) for name in CATALOGUE.names()]
WORD_FORMS = sorted(path.stem for path in SAMPLES.glob("*.docx"))


def sample(name: str) -> tuple[Any, Any]:
    paper = read_document((SAMPLES / f"{name}.docx").read_bytes())
    return paper, json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def words(text: str) -> list[str]:
    """Return the words of a text, without signs of lists and blanks."""
    spans = "\n".join("".join(span.text for span in line.spans) for line in parse(text))
    heads = "".join(f" {line.number} " if line.number else "" for line in parse(text))
    return sorted("".join(c if c.isalnum() else " " for c in spans + heads).split())


@pytest.mark.parametrize("name", WORD_FORMS)
def test_the_form_is_recognised_by_all_its_headings(name):
    recognised = recognise(sample(name)[0], FORMS)
    assert recognised.form.name == name
    assert recognised.found == recognised.expected


@pytest.mark.parametrize("name", WORD_FORMS)
def test_nothing_is_left_and_no_debris_comes_along(name):
    paper, expected = sample(name)
    reading = match(paper, CATALOGUE.form(name))
    assert reading.left == []
    assert reading.placed == reading.read > 0
    everything = repr(reading.values)
    assert not [debris for debris in expected["must_not_appear"] if debris in everything]


@pytest.mark.parametrize("name", ["practice-passport", "project-passport"])
def test_every_word_of_a_section_stands_in_its_places(name):
    paper, expected = sample(name)
    form = CATALOGUE.form(name)
    values: Any = match(paper, form).values
    places = slots_by_heading(name)
    for section in expected["sections"]:
        slots = iter(places[fold(section["heading"])])
        for block in section["blocks"]:
            if block["type"] == "text":
                assert words(block["text"]) == words_of_text(slots, values)
            else:
                slot = next(each for each in slots if isinstance(each, TableSlot))
                assert rows_of(block) == [
                    [words(row[cell.key]) for cell in slot.cells] for row in values[slot.key]
                ]
                if block["total"]:
                    total = next(slots)
                    assert words(f"ИТОГО {values[total.key]}") == words(block["total"])


@pytest.mark.parametrize("name", ["algorithm"])
def test_every_word_of_an_item_stands_in_its_place(name):
    paper, expected = sample(name)
    values: Any = match(paper, CATALOGUE.form(name)).values
    places = slots_by_heading(name)
    for section in expected["sections"]:
        for item in section["items"]:
            slots = places[fold(item["name"])]
            answers = [answer for _, answer in item["subrows"]] or [item["text"]]
            assert [words(answer) for answer in answers] == [
                words(values[slot.key]) for slot in slots
            ]


def slots_by_heading(name: str) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = {}
    for slot in slots_of(CATALOGUE.form(name)):
        found.setdefault(fold(slot.section.heading or ""), []).append(slot)
    return found


def words_of_text(slots: Any, values: Any) -> list[str]:
    """Return the words of the next text, of all its parts with their labels."""
    slot: TextSlot = next(slots)
    if slot.part is None:
        return words(values[slot.key])
    parts = [slot, *slots]
    return words("\n".join(f"{each.part.label} {values[each.key]}" for each in parts))


def rows_of(block: Any) -> list[list[list[str]]]:
    """Return the words of the rows without their numbers, merged cells filled in."""
    rows = [list(row) for row in block["rows"]]
    for merged in block["merged"]:
        for row in rows[merged["first_row"] : merged["last_row"] + 1]:
            row[merged["col"]] = rows[merged["first_row"]][merged["col"]]
    start = 1 if block["columns"][0].startswith("№") else 0
    return [[words(cell) for cell in row[start:]] for row in rows]
