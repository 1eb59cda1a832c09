"""A short run of what `make fuzz` does at length: whatever happens to a document, the laws hold."""

from __future__ import annotations

import pytest

from tests.fuzz.__main__ import package
from tests.fuzz.laws import LAWS, Outcome, soon, tried
from tests.fuzz.seeds import Kind, Seed
from tests.word.foreign import document, p
from tests.workbook.books import needs_openpyxl

SEED = 1
COUNT = 300
STEP = 50


@pytest.mark.parametrize("first", range(0, COUNT, STEP))
@pytest.mark.parametrize("kind", ["docx", pytest.param("xlsx", marks=needs_openpyxl)])
def test_mutated_packages_break_no_law(kind: Kind, first: int) -> None:
    broken = [
        (number, told)
        for number in range(first, first + STEP)
        for told in tried(package(SEED, number, kind)[1], kind).broken
    ]
    assert broken == []


def test_the_same_seed_and_number_make_the_same_package() -> None:
    for kind in ("docx", "xlsx"):
        assert package(SEED, 7, kind) == package(SEED, 7, kind)
    assert package(SEED, 7) != package(SEED, 8) != package(SEED + 1, 8)


def test_an_exception_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_outcome: Outcome) -> None:
        raise IndexError("слово")

    monkeypatch.setitem(LAWS["docx"], "soon", stumble)
    (told,) = tried(Seed(document(p("слово")))).broken
    assert told.startswith("no exception: IndexError at")
    assert told.endswith(": слово")


def test_a_document_that_takes_long_is_told() -> None:
    assert list(soon(Outcome(b"", None, None, 1.9))) == []
    assert list(soon(Outcome(b"", None, None, 2.1))) == ["2.1 seconds"]
