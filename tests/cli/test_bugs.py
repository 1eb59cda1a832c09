"""A bug of the program that one file brings to light is told with its name and stops no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from passportkit.cli.commands import import_documents
from passportkit.engine.importing import import_document
from passportkit.engine.rendering import Renderer
from passportkit.engine.toolkit import Toolkit
from passportkit.source import Source
from tests.conftest import PRACTICE, Passport, Write


def fail(error: Exception) -> Any:
    raise error


@pytest.fixture
def buggy(monkeypatch: pytest.MonkeyPatch, workspace: Write) -> Write:
    """Let the program fail over whatever is called `bad`, in a workspace with three practices."""
    check, document = Toolkit.check, Renderer.document

    def checked(self: Toolkit, practice: Source, **options: Any) -> Any:
        return fail(IndexError()) if "bad" in practice.name else check(self, practice, **options)

    def imported(content: bytes, name: str, choice: Any) -> Any:
        return fail(KeyError("x")) if "bad" in name else import_document(content, name, choice)

    def made(self: Renderer, form: Any, filled: Any) -> bytes:
        return fail(MemoryError()) if "worse" in str(filled) else document(self, form, filled)

    monkeypatch.setattr(Toolkit, "check", checked)
    monkeypatch.setattr(import_documents, "import_document", imported)
    monkeypatch.setattr(Renderer, "document", made)
    for name in ("a", "bad", "c"):
        workspace(f"{name}.yaml", PRACTICE)
    return workspace


def test_the_other_practices_are_checked(passport: Passport, buggy: Write) -> None:
    buggy("c.yaml", PRACTICE + "sumary: да\n")
    ended = passport("validate", ".")
    assert ended.code == 70
    assert [line.split(" ")[:3] for line in ended.lines] == [
        ["bad.yaml:1:1:", "ошибка", "program-bug:"],
        ["c.yaml:4:1:", "ошибка", "unknown-field:"],
    ]
    assert "IndexError" in ended.out
    assert "это ошибка программы" in ended.out


def test_programs_that_read_the_findings_get_it_too(passport: Passport, buggy: Write) -> None:
    ended = passport("validate", "--format", "json", ".")
    assert ended.code == 70
    assert [found["rule"] for found in json.loads(ended.out)["findings"]] == ["program-bug"]


def test_a_file_alone_shows_what_to_report(passport: Passport, buggy: Write) -> None:
    ended = passport("validate", "bad.yaml")
    assert ended.code == 70
    assert "Traceback" in ended.err
    assert "сообщите" in ended.err


def test_the_other_documents_are_made(passport: Passport, buggy: Write) -> None:
    buggy("worse.yaml", PRACTICE.replace("Клуб", "worse"))
    ended = passport("render", ".")
    assert ended.code == 70
    assert ended.lines == ["out/a.note.docx", "out/c.note.docx"]
    assert "`worse.yaml`: программа споткнулась" in ended.err
    assert "bad.yaml:1:1: ошибка program-bug" in ended.err


def test_the_other_documents_are_imported(passport: Passport, buggy: Write) -> None:
    assert passport("render", "a.yaml", "c.yaml", "-o", "docs").code == 0
    Path("docs/a.note.docx").rename("docs/bad.docx")
    ended = passport("import", "docs", "-o", "made")
    assert ended.code == 70
    assert "KeyError" in ended.out
    assert sorted(path.name for path in Path("made").glob("c*")) == ["c.yaml"]
