"""A document of which no word was changed changes nothing, whatever was done to its looks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from passportkit.engine.correcting import correct
from passportkit.engine.importing import Choice, receive
from passportkit.engine.refusals import refuse_another
from passportkit.forms import Form, bind
from passportkit.forms.unbind import unbind
from passportkit.practice import Practice, new_file
from passportkit.source import Source, parse, read
from passportkit.source.dump import dump
from tests.conftest import examples
from tests.engine import restylings
from tests.engine.restylings import Restyle, restyled
from tests.intake.test_own import PRACTICES
from tests.practices import on_paper, practices
from tests.test_law import (
    LAID_OUT,
    SPELT_TWICE,
    every_layout,
    form_called,
    law,
    rendered,
)
from tests.word.conftest import saved_again

PURE = (
    restylings.headings_cleared,
    restylings.heads_cleared,
    restylings.styles_renamed,
    restylings.styles_removed,
    restylings.styles_swapped,
    restylings.with_empty_paragraphs,
)
"""What leaves the author's own bold letters and lists alone.

Where they are gone as well, odd words that are like the form's may be taken for the form's.
"""
WAYS: dict[str, Restyle] = {
    way.__name__: way
    for way in (
        *PURE,
        restylings.formatting_cleared,
        restylings.cleared,
        restylings.labels_cleared,
        restylings.headings_plain,
    )
}

needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed"
)


LINKED = Practice.model_validate(
    {"passport": "1", "title": "***всё*** и [папка](https://kluby.example.org/папка)"}
)

BEGINS_LIKE_A_HEADING = Practice.model_validate(
    {"passport": "1", "title": "Клуб", "goals": "Задачи\nКлуб соседей"}
)


def said_otherwise(form: Form, source: Source, document: bytes) -> list[str]:
    """Return what a document would change in a file, what it would ask, and what it would leave."""
    received = receive(document, "клуб.docx", Choice([form]))
    refuse_another(received, source)
    corrected = correct(source, received)
    return [
        *(f"{note.label.place()}: {note}" for note in corrected.notes),
        *(each.text for each in corrected.left),
        *(each.words for each in corrected.merged.left),
    ]


def file_of(form: Form, practice: Practice) -> Source:
    """Return a file that says what a practice shows in a form."""
    facts, _left = unbind(form, on_paper(form, bind(form, practice).values))
    return read(dump(new_file({"title": practice.title, **facts})).encode(), "клуб.yaml")


def document_of(form: Form, source: Source) -> bytes:
    practice = parse(Practice, source.data or {}).value
    assert practice is not None
    return rendered(form, bind(form, practice))


@every_layout
@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
def test_an_example_stays_as_it_is(name: str, path: Path) -> None:
    form = form_called(name)
    source = read(path.read_bytes(), path.name)
    document = document_of(form, source)
    for way, restyle in WAYS.items():
        assert said_otherwise(form, source, restyled(document, restyle)) == [], way


@every_layout
@settings(law, max_examples=examples(8))
@given(practice=practices, way=st.sampled_from([way.__name__ for way in PURE]))
@example(practice=SPELT_TWICE, way="styles_removed")
@example(practice=BEGINS_LIKE_A_HEADING, way="headings_cleared")
def test_any_practice_stays_as_it_is(name: str, practice: Practice, way: str) -> None:
    form = form_called(name)
    source = file_of(form, practice)
    document = document_of(form, source)
    if said_otherwise(form, source, document):
        return  # what cannot be brought in is told without any change of looks
    assert said_otherwise(form, source, restyled(document, WAYS[way])) == []


@every_layout
@pytest.mark.parametrize("practice", [SPELT_TWICE, LINKED], ids=["spelt twice", "linked"])
def test_bold_letters_lists_and_links_of_an_author_may_be_cleared(
    name: str, practice: Practice
) -> None:
    form = form_called(name)
    source = file_of(form, practice)
    document = restyled(document_of(form, source), restylings.formatting_cleared)
    assert said_otherwise(form, source, document) == []


@cache
def _examples() -> dict[str, tuple[Form, Source, bytes]]:
    return {f"{form.name}-{path.stem}": each for form in LAID_OUT for path, each in _made(form)}


def _made(form: Form) -> Iterator[tuple[Path, tuple[Form, Source, bytes]]]:
    """Yield the documents of examples: of the first that a form has, or in the long run of all."""
    for path in PRACTICES[: examples(1)]:
        source = read(path.read_bytes(), path.name)
        yield path, (form, source, document_of(form, source))


@needs_libreoffice
def test_libreoffice_changes_nothing(tmp_path: Path) -> None:
    made = _examples()
    profile = tmp_path / "profile"
    saved = saved_again(tmp_path, profile, {name: docx for name, (_, _, docx) in made.items()})
    for name, (form, source, _) in made.items():
        assert said_otherwise(form, source, saved[name]) == [], name


@every_layout
def test_a_draft_says_what_it_said_whatever_was_cleared(name: str) -> None:
    """The marks of what is missing are nobody's answers, also where their style is gone."""
    form = form_called(name)
    practice = Practice.model_validate({"passport": "1", "title": "Клуб соседей"})
    source = file_of(form, practice)
    document = rendered(form, bind(form, practice, draft=True))
    for way, restyle in WAYS.items():
        assert said_otherwise(form, source, restyled(document, restyle)) == [], way
