"""A bug of the program that one file brings to light is told with its name and stops no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from passportkit.engine import importing
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
        errors = {"bad": IndexError(), "vast": MemoryError()}
        found = [error for name, error in errors.items() if name in practice.name]
        return fail(found[0]) if found else check(self, practice, **options)

    def imported(content: bytes, name: str, choice: Any) -> Any:
        return fail(KeyError("x")) if "bad" in name else import_document(content, name, choice)

    def made(self: Renderer, form: Any, filled: Any, of: str = "") -> bytes:
        errors = {"worse": ArithmeticError(), "larger": MemoryError()}
        found = [error for name, error in errors.items() if name in str(filled)]
        return fail(found[0]) if found else document(self, form, filled, of)

    monkeypatch.setattr(Toolkit, "check", checked)
    monkeypatch.setattr(importing, "import_document", imported)
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


@pytest.mark.parametrize("others", [(), ("a.yaml",)])
def test_what_takes_more_memory_than_there_is_is_refused(
    passport: Passport, buggy: Write, others: tuple[str, ...]
) -> None:
    buggy("b.yaml", PRACTICE.replace("Клуб", "larger"))
    ended = passport("render", "b.yaml", *others)
    assert ended.code == 2
    assert ended.lines == [f"out/{name[0]}.note.docx" for name in others]
    assert "больше памяти, чем есть" in ended.err


@pytest.mark.parametrize("others", [(), ("c.yaml",)])
def test_so_is_a_practice_and_the_others_are_checked(
    passport: Passport, buggy: Write, others: tuple[str, ...]
) -> None:
    buggy("vast.yaml", PRACTICE)
    buggy("c.yaml", PRACTICE + "sumary: да\n")
    ended = passport("validate", "vast.yaml", *others)
    assert ended.code == 2
    assert sorted(line.split(" ")[:3] for line in ended.lines) == [
        *(["c.yaml:4:1:", "ошибка", "unknown-field:"] for _ in others),
        ["vast.yaml:1:1:", "ошибка", "unreadable-file:"],
    ]
    assert "больше памяти, чем есть" in ended.out
    assert "сообщите" not in ended.out + ended.err


@pytest.mark.parametrize("others", [(), ("c.docx",)])
def test_so_is_a_document(
    passport: Passport, buggy: Write, others: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert passport("render", "a.yaml", "c.yaml", "-o", ".").code == 0
    for name in ("a", "c"):
        Path(f"{name}.note.docx").rename(f"{name}.docx")

    def imported(content: bytes, name: str, choice: Any) -> Any:
        return fail(MemoryError()) if "a.docx" in name else import_document(content, name, choice)

    monkeypatch.setattr(importing, "import_document", imported)
    ended = passport("import", "a.docx", *others, "-o", "made")
    assert ended.code == 2
    assert "больше памяти, чем есть" in " ".join((ended.out + ended.err).split())
    assert [path.name for path in Path("made").glob("c*")] == [f"{each[0]}.yaml" for each in others]


@pytest.mark.parametrize(
    ("at_work", "call"),
    [
        ("passportkit.report.full.show", "validate --format full b.yaml"),
        ("passportkit.report.concise.line", "validate b.yaml"),
        ("passportkit.cli.commands.schema.schema_text", "schema practice"),
        ("passportkit.engine.round_trip.RoundTrip.findings", "form check note"),
        ("passportkit.word.template.build.build", "form template note"),
        ("passportkit.cli.commands.import_documents.documents_named", "import a.docx"),
        ("passportkit.cli.commands.into.correct", "import a.note.docx --into a.yaml --diff"),
        ("passportkit.cli.commands.export.export", "export --to xlsx a.yaml"),
    ],
)
def test_what_a_call_has_no_memory_for_is_no_bug(
    passport: Passport, workspace: Write, at_work: str, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace("a.yaml", PRACTICE)
    assert passport("render", "a.yaml", "-o", ".").code == 0
    workspace("b.yaml", PRACTICE + "sumary: да\n")
    monkeypatch.setattr(at_work, lambda *_given, **_options: fail(MemoryError()))
    ended = passport(*call.split())
    assert ended.code == 2
    assert "памяти" in ended.err
    assert "Traceback" not in ended.err


def test_the_other_documents_are_imported(passport: Passport, buggy: Write) -> None:
    assert passport("render", "a.yaml", "c.yaml", "-o", "docs").code == 0
    Path("docs/a.note.docx").rename("docs/bad.docx")
    ended = passport("import", "docs", "-o", "made")
    assert ended.code == 70
    assert "KeyError" in ended.out
    assert sorted(path.name for path in Path("made").glob("c*")) == ["c.yaml"]
