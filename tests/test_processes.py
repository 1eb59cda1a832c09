"""What is made in one process is the same in another: values travel, and forms are known again."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any

import pytest

from passportkit.engine.toolkit import Toolkit
from passportkit.findings import Finding
from passportkit.forms import Catalogue, Filled, Form, Hint, bind, blank
from passportkit.forms.slots import slots_of
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Practice
from passportkit.rules import examine
from passportkit.source import Source, parse, read

EXAMPLES = Path(__file__).parents[1] / "examples" / "practices"
NAMES = Catalogue().names()


def back(value: Any) -> Any:
    return value


def digest_there(name: str) -> str:
    return Catalogue().form(name).digest


def bound_there(form: Form, practice: Practice) -> Filled:
    return bind(form, practice)


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Pool]:
    """Return a process that knows nothing of this one."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        yield pool


@pytest.fixture(scope="module")
def source() -> Source:
    return read((EXAMPLES / "sosedskie-kluby.yaml").read_bytes(), "клуб.yaml")


@pytest.fixture(scope="module")
def practice(source: Source) -> Practice:
    practice = parse(BUILT_IN.practice, source.data or {}).value
    assert practice is not None
    return practice


def findings() -> tuple[Finding, ...]:
    wrong = read("passport: 1\nsumary: да\nperiod: 2020-2019 годы\n".encode(), "клуб.yaml")
    return examine(wrong, [Catalogue().form("algorithm")], catalogue=Catalogue()).findings


@pytest.mark.parametrize("name", NAMES)
def test_a_form_is_the_same_in_another_process(name, elsewhere):
    form = Catalogue().form(name)
    assert elsewhere.apply(digest_there, (name,)) == form.digest
    again = elsewhere.apply(back, (form,))
    assert again == form
    assert hash(again) == hash(form)
    assert again.vocabulary == form.vocabulary
    assert slots_of(again) is slots_of(form)


@pytest.mark.parametrize("name", NAMES)
def test_a_form_that_was_sent_binds_as_it_does_here(name, elsewhere, practice):
    form = Catalogue().form(name)
    assert elsewhere.apply(bound_there, (form, practice)) == bind(form, practice)


def test_a_filled_form_is_the_same_in_another_process(elsewhere):
    empty = blank(Catalogue().form("algorithm"))
    again = elsewhere.apply(back, (empty,))
    assert again == empty
    assert [*map(type, again.values.values())] == [*map(type, empty.values.values())]
    assert Hint in map(type, again.values.values())


def test_findings_are_the_same_in_another_process(elsewhere):
    found = findings()
    assert len({finding.rule for finding in found}) > 1
    assert elsewhere.apply(back, (found,)) == found


def test_a_toolkit_makes_the_same_documents_in_another_process(elsewhere):
    kit = Toolkit()
    document = kit.blank("grant-card")
    assert elsewhere.apply(back, (kit,)).blank("grant-card") == document


def test_a_practice_that_was_checked_is_the_same_in_another_process(elsewhere):
    for path in EXAMPLES.glob("*.yaml"):
        checked = Toolkit().check(path)
        again = elsewhere.apply(back, (checked,))
        assert again.practice == checked.practice
        assert again.findings == checked.findings


def test_a_translator_speaks_the_same_language_in_another_process(elsewhere):
    russian = translator("ru")
    assert russian("error") == "ошибка"
    assert elsewhere.apply(back, (russian,)) is russian


def test_a_file_is_the_same_in_another_process_without_its_tree(elsewhere, source):
    assert source.place(("title",)).line > 1
    again = elsewhere.apply(back, (source,))
    assert again == source
    assert again.lines == source.lines
    assert again.root is None
