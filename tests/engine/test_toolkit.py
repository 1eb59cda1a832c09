"""A toolkit takes a text, bytes or a path, and gives values."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from passportkit.engine.given import Given
from passportkit.engine.practices import Practices
from passportkit.engine.toolkit import Toolkit
from passportkit.errors import CannotGoOn
from passportkit.language import translator
from tests.conftest import PRACTICE, Write

RUSSIAN = translator("ru")


@pytest.fixture
def kit(workspace: Write, tmp_path: Path) -> Toolkit:
    """Return the toolkit of a workspace with the form `note`."""
    workspace("a.yaml", PRACTICE)
    return Toolkit.at(tmp_path)


def test_a_practice_is_a_text_its_bytes_or_its_file(kit: Toolkit, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    bom = b"\xef\xbb\xbf"
    given: list[Given] = [PRACTICE, PRACTICE.encode(), bom + PRACTICE.encode(), path]
    practices = [kit.check(each).practice for each in given]
    assert {practice.title for practice in practices if practice} == {"Клуб соседей"}
    assert None not in practices


def test_what_cannot_be_read_is_a_finding(kit: Toolkit, tmp_path: Path) -> None:
    checked = kit.check(tmp_path / "nope.yaml")
    assert checked.practice is None
    assert [found.rule for found in checked.findings] == ["unreadable-file"]
    assert [found.rule for found in kit.check("title: [\n").findings] == ["yaml-syntax"]


def test_settings_that_cannot_be_read_do_not_hold_as_if_there_were_none(
    write: Write, tmp_path: Path
) -> None:
    write("passport.toml", "forms = [\n")
    with pytest.raises(
        CannotGoOn, match=r"passport\.toml: the settings cannot be read from here on"
    ):
        Toolkit.at(tmp_path)


def test_an_error_keeps_a_document_from_being_made_a_missing_section_no_draft(kit: Toolkit) -> None:
    unfinished = kit.check("passport: 1\ntitle: Клуб\n", name="клуб.yaml")
    with pytest.raises(CannotGoOn, match=r"no document is made of `клуб\.yaml`: it has errors"):
        kit.render(unfinished, "note")
    assert kit.render(unfinished, "note", draft=True)
    with pytest.raises(CannotGoOn, match="no document is made: the practice has errors"):
        kit.render(kit.check("passport: 1\ntitle: Клуб\nsummary: [x]\n"), "note", draft=True)


def test_what_was_not_checked_for_a_form_is_checked_before_it_becomes_a_document(
    kit: Toolkit,
) -> None:
    for_no_form = Toolkit(kit.catalogue).check("passport: 1\ntitle: Клуб\n", name="клуб.yaml")
    assert (for_no_form.findings, for_no_form.forms) == ((), ())
    with pytest.raises(CannotGoOn, match=r"no document is made of `клуб\.yaml`: it has errors"):
        kit.render(for_no_form, "note")
    assert kit.render(for_no_form, "note", draft=True)


def test_what_was_rendered_is_imported_again(kit: Toolkit) -> None:
    imported = kit.import_document(kit.render(kit.check(PRACTICE), "note"))
    assert imported.facts == {"title": "Клуб соседей", "summary": "Соседи встречаются по средам."}
    assert kit.check(imported.text("клуб.docx", RUSSIAN)).findings == ()
    assert (imported.left, list(imported.flaws())) == ((), [])


def test_an_empty_form_is_no_practice(kit: Toolkit) -> None:
    with pytest.raises(CannotGoOn, match="nobody has filled it in"):
        kit.import_document(kit.blank("note"))


def test_a_practice_that_has_changed_keeps_its_words_where_the_document_has_not(
    kit: Toolkit,
) -> None:
    document = kit.render(kit.check(PRACTICE), "note")
    changed = PRACTICE.replace("по средам", "по пятницам")
    corrected = kit.correct(changed, document)
    assert (corrected.text("клуб.docx", RUSSIAN), corrected.is_open) == (changed, False)


@pytest.mark.parametrize(
    ("practice", "why"),
    [
        (Path("nope.yaml"), "there is no such file or folder"),
        ("", "the file is empty; a practice begins with `passport: 1`"),
        ("title: [\n", "a value is expected here"),
    ],
)
def test_nothing_comes_of_a_practice_that_cannot_be_read_and_it_is_said_why(
    kit: Toolkit, practice: Given, why: str
) -> None:
    document = kit.render(kit.check(PRACTICE), "note")
    with pytest.raises(CannotGoOn, match=why):
        kit.correct(practice, document)
    with pytest.raises(CannotGoOn, match=why):
        kit.copy(practice, "Сад", ["note"])


def test_a_conversion_says_what_the_other_form_lacks(kit: Toolkit) -> None:
    converted = kit.convert(kit.render(kit.check(PRACTICE), "note"), "grant-card")
    assert kit.import_document(converted.content).facts["title"] == "Клуб соседей"
    assert {found.rule for found in converted.errors} <= {"missing-section"}


def test_a_practice_begins_empty_or_as_another_one(kit: Toolkit) -> None:
    assert kit.new("Сад", ["note"]).startswith('passport: 1\ntitle: "Сад"\nforms: [note]\n')
    copied = kit.check(kit.copy(PRACTICE, "Сад"))
    assert copied.practice is not None
    assert (copied.practice.title, copied.practice.summary) == (
        "Сад",
        "Соседи встречаются по средам.",
    )


@pytest.mark.parametrize(
    ("practice", "why"),
    [
        (PRACTICE + "gaols: x\n", "there is no field “gaols” here"),
        (PRACTICE.replace("соседей", "рыбаков"), "the document is of another practice"),
    ],
)
def test_a_practice_that_would_lose_something_is_not_corrected(
    kit: Toolkit, practice: str, why: str
) -> None:
    document = without_stamp(kit.render(kit.check(PRACTICE), "note"))
    with pytest.raises(CannotGoOn, match=why):
        kit.correct(practice, document)


def without_stamp(document: bytes) -> bytes:
    """Return a document as if a stranger had made it."""
    made = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"passportkit.", b"somebody."))
    return made.getvalue()


def test_one_name_alone_is_a_name_and_not_its_letters(kit: Toolkit, tmp_path: Path) -> None:
    assert [form.name for form in kit.check(PRACTICE, forms="note").forms] == ["note"]
    assert kit.new("Сад", "note") == kit.new("Сад", ["note"])
    path = tmp_path / "a.yaml"
    assert [case.file.path for case in Practices(str(path))] == [path]
    assert [case.file.path for case in Practices(path)] == [path]


def test_whose_words_hold_is_one_of_two_sides(kit: Toolkit) -> None:
    document = kit.render(kit.check(PRACTICE), "note")
    with pytest.raises(ValueError, match="neither 'ours' nor 'theirs'"):
        kit.correct(PRACTICE, document, take="mine")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="neither 'ours' nor 'theirs'"):
        kit.correct(PRACTICE, document, fields={"title": "mine"})  # type: ignore[dict-item]


def test_whose_words_hold_is_said_of_single_fields(kit: Toolkit) -> None:
    document = kit.render(kit.check(PRACTICE), "note")
    other = kit.render(kit.check(PRACTICE.replace("средам", "пятницам")), "note")
    mine = PRACTICE.replace("средам", "вторникам")
    reviewed = with_words_of(document, other)
    assert kit.correct(mine, reviewed).is_open
    assert not kit.correct(mine, reviewed, fields={"summary": "ours"}).is_open
    corrected = kit.correct(mine, reviewed, take="ours", fields={"summary": "theirs"})
    assert "пятницам" in corrected.text("a.docx", translator("ru"))
    with pytest.raises(
        CannotGoOn, match="a practice has no field `sumary`; did you mean “summary”"
    ):
        kit.correct(mine, reviewed, fields={"sumary": "ours"})


def with_words_of(document: bytes, other: bytes) -> bytes:
    """Return a document as it was corrected, with the stamp that it had."""
    made, part = BytesIO(), "word/document.xml"
    old, words = ZipFile(BytesIO(document)), ZipFile(BytesIO(other))
    with old, words, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, (words if name == part else old).read(name))
    return made.getvalue()


def test_a_toolkit_for_a_form_that_does_not_exist_is_none() -> None:
    with pytest.raises(CannotGoOn, match="there is no form “nope”"):
        Toolkit(forms=["nope"])
    assert Toolkit(forms="algorithm").forms == ("algorithm",)


def test_names_may_come_one_after_the_other(kit: Toolkit) -> None:
    asked: Any = (name for name in ["note"])
    assert [form.name for form in kit.check(PRACTICE, forms=asked).forms] == ["note"]


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to(path.name)])
def test_settings_that_are_no_file_are_told(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "passport.toml")
    with pytest.raises(CannotGoOn, match=r"passport\.toml: "):
        Toolkit.at(tmp_path)
