"""What people send, and what must come of it: every folder beside this file is a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from passportkit import Toolkit, translator
from passportkit.engine.importing import Received
from passportkit.intake import Left
from passportkit.paper import Paper
from passportkit.paper.model import texts_of
from passportkit.report.beside import passed_over
from passportkit.report.outcomes import count
from tests.intake.accounting import words_of

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/expected.yaml"))

KIT = Toolkit()
ENGLISH, RUSSIAN = translator("en"), translator("ru")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_comes_of_a_document(case: Path) -> None:
    (document,) = case.glob("document.*")
    said, received, left = brought(case, document)
    assert said == (case / "expected.yaml").read_text("utf-8")
    account = received.account(left)
    assert account.missing == []
    assert account.words() == size_of(received.paper)
    assert [ENGLISH(count(account))] == lines(case / "account.txt")
    if (file := case / "left.txt").exists():
        assert [f"{ENGLISH(each.origin)}: {each.text}" for each in left] == lines(file)
    if (file := case / "told.txt").exists():
        assert list(map(ENGLISH, passed_over(received))) == lines(file)


def test_every_folder_is_a_case_that_says_what_it_is() -> None:
    folders = {path for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(CASES)
    for case in CASES:
        assert len(lines(case / "README.md")) == 1


def brought(case: Path, document: Path) -> tuple[str, Received, tuple[Left, ...]]:
    """Return the YAML that comes of a document, the document as it was read, and what was left."""
    form = case / "form.txt"
    asked = form.read_text("utf-8").strip() if form.exists() else None
    practice = case / "practice.yaml"
    if practice.exists():
        corrected = KIT.correct(practice, document, form=asked)
        return corrected.text(document.name, RUSSIAN), corrected.received, corrected.left
    imported = KIT.import_document(document, form=asked)
    return imported.text(document.name, RUSSIAN), imported.received, imported.left


def size_of(paper: Paper) -> int:
    """Return how many words stand in a document, and beside its text."""
    beside = (each.words for each in paper.passed_over)
    return words_of((*texts_of(paper.blocks), *beside)).total()


def lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()
