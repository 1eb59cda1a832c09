from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from passportkit.forms import Catalogue
from tests.conftest import FORM, PRACTICE, Passport, Write

BAD = "passport: 1\ntitle: Клуб\nsummary: [x]\n"
UNFINISHED = "passport: 1\ntitle: Клуб\n"


def words(path: str) -> str:
    return ZipFile(path).read("word/document.xml").decode()


def written(tmp_path: Path) -> list[str]:
    return sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.docx"))


def test_a_practice_becomes_a_document(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", PRACTICE)
    ended = passport("render", "a.yaml")
    assert (ended.code, ended.out, ended.err) == (0, "out/a.note.docx\n", "")
    assert "Соседи встречаются по средам." in words("out/a.note.docx")


def test_folders_below_the_named_one_are_mirrored(passport: Passport, workspace: Write) -> None:
    workspace("city/дворы/Клуб соседей.yaml", PRACTICE)
    workspace("city/a.v2.yml", PRACTICE)
    ended = passport("render", "city", "-o", "Документы")
    assert ended.lines == ["Документы/a.v2.note.docx", "Документы/дворы/Клуб соседей.note.docx"]
    assert all(Path(line).exists() for line in ended.lines)


def test_each_form_gets_its_document(passport: Passport, workspace: Write) -> None:
    workspace("forms/memo/form.yaml", FORM.replace("form: note", "form: memo"))
    workspace("a.yaml", PRACTICE)
    ended = passport("render", "a.yaml", "--form", "note", "--form", "memo", "--form", "note")
    assert ended.lines == ["out/a.note.docx", "out/a.memo.docx"]


def test_a_document_may_be_named_for_one_practice_in_one_form(
    passport: Passport, workspace: Write
) -> None:
    workspace("a.yaml", PRACTICE)
    assert passport("render", "a.yaml", "-o", "сдать/Заявка.DOCX").lines == ["сдать/Заявка.DOCX"]
    workspace("b.yaml", PRACTICE)
    ended = passport("render", "a.yaml", "b.yaml", "-o", "x.docx")
    assert ended.code == 2
    assert "`-o x.docx` – это один документ, а получилось бы 2" in ended.err
    assert not Path("x.docx").exists()


@pytest.mark.parametrize("other", ["a.yml", "A.yaml", "B/../deep/a.yaml"])
def test_two_practices_for_one_document_are_refused_before_anything_is_written(
    passport: Passport, workspace: Write, tmp_path: Path, other: str
) -> None:
    workspace("a.yaml", PRACTICE)
    workspace("B/x.txt", "")
    workspace(other, PRACTICE)
    ended = passport("render", "a.yaml", other)
    assert ended.code == 2
    assert "дали бы один и тот же документ `out/" in ended.err
    assert written(tmp_path) == []


def test_nothing_is_written_for_a_practice_with_errors(
    passport: Passport, workspace: Write, tmp_path: Path
) -> None:
    workspace("a.yaml", BAD)
    workspace("b.yaml", PRACTICE)
    ended = passport("render")
    assert (ended.code, ended.lines) == (1, ["out/b.note.docx"])
    assert ended.err.splitlines() == [
        "a.yaml:3:10: ошибка wrong-type: ожидается текст, а здесь – список",
        "passport: документ по `a.yaml` не создан: сначала исправьте ошибки",
    ]
    assert written(tmp_path) == ["out/b.note.docx"]


def test_what_was_written_before_stays_where_there_are_errors_now(
    passport: Passport, workspace: Write
) -> None:
    workspace("out/a.note.docx", "раньше")
    workspace("a.yaml", BAD)
    assert passport("render").code == 1
    assert Path("out/a.note.docx").read_text("utf-8") == "раньше"


def test_a_draft_forgives_missing_sections_marks_and_lists_them(
    passport: Passport, workspace: Write
) -> None:
    workspace("a.yaml", UNFINISHED)
    assert "`--draft`" in passport("render").err
    ended = passport("render", "--draft")
    assert (ended.code, ended.lines) == (0, ["out/a.note.docx"])
    assert ended.err.splitlines() == [
        "a.yaml:1:1: ошибка missing-section: не заполнен раздел 2 формы `note` – «Суть практики»"
    ]
    assert "[не заполнено]" in words("out/a.note.docx")


def test_a_draft_forgives_nothing_else(
    passport: Passport, workspace: Write, tmp_path: Path
) -> None:
    workspace("a.yaml", BAD)
    ended = passport("render", "--draft")
    assert ended.code == 1
    assert "`--draft`" not in ended.err
    assert written(tmp_path) == []


def test_warnings_stop_nothing(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", PRACTICE + "unplaced:\n  - text: слова\n")
    ended = passport("render")
    assert (ended.code, ended.lines) == (0, ["out/a.note.docx"])
    assert "предупреждение unplaced-text" in ended.err


def test_at_most_twenty_findings_are_shown(passport: Passport, write: Write) -> None:
    for name in ("a.yaml", "b.yaml"):
        write(name, UNFINISHED + "forms: [practice-passport]\n")
    ended = passport("render")
    lines = ended.err.splitlines()
    assert len([line for line in lines if "missing-section" in line]) == 20
    assert lines[-2] == "и ещё 20; все показывает `passport validate`"


def test_a_practice_without_any_form_asks_for_one(
    passport: Passport, write: Write, tmp_path: Path
) -> None:
    write("a.yaml", UNFINISHED)
    write("b.yaml", UNFINISHED + "forms: [algorithm]\n")
    ended = passport("render", "--draft")
    assert (ended.code, ended.lines) == (2, ["out/b.algorithm.docx"])
    assert (
        "passport: в `a.yaml` не сказано, для какой формы предназначена практика; укажите её: "
        f"`--form {'|'.join(Catalogue().names())}`\n"
    ) in ended.err


def test_what_cannot_be_read_does_not_stop_the_others(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", "title: [\n")
    workspace("b.yaml", PRACTICE)
    ended = passport("render", "a.yaml", "none.yaml", "b.yaml")
    assert (ended.code, ended.lines) == (2, ["out/b.note.docx"])


def test_what_cannot_be_written_does_not_stop_the_others(
    passport: Passport, workspace: Write, tmp_path: Path
) -> None:
    for name in ("a.yaml", "b.yaml"):
        workspace(name, PRACTICE)
    (tmp_path / "out/a.note.docx").mkdir(parents=True)
    ended = passport("render")
    assert (ended.code, ended.lines) == (2, ["out/b.note.docx"])
    assert ended.err == "passport: `out/a.note.docx` не удалось записать: это папка\n"


def test_a_document_that_is_open_in_word_is_named(
    passport: Passport, workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace("a.yaml", PRACTICE)
    workspace("out/a.note.docx", "старый")

    def locked(self: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", locked)
    ended = passport("render")
    assert ended.code == 2
    assert "`out/a.note.docx` не удалось записать: файл защищён от записи или открыт" in ended.err
    assert Path("out/a.note.docx").read_text("utf-8") == "старый"


def test_an_existing_document_is_replaced(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", PRACTICE)
    workspace("out/a.note.docx", "старый")
    assert passport("render").code == 0
    assert "Соседи" in words("out/a.note.docx")


def test_the_standard_input_is_called_practice(passport: Passport, workspace: Write) -> None:
    ended = passport("render", "-", stdin=_sound())
    assert ended.lines == ["out/practice.note.docx"]


def test_the_standard_input_becomes_the_document_that_is_named(
    passport: Passport, workspace: Write
) -> None:
    ended = passport("render", "-", "-o", "клуб.docx", stdin=_sound())
    assert (ended.code, ended.lines, ended.err) == (0, ["клуб.docx"], "")
    assert "Соседи" in words("клуб.docx")


def _sound() -> bytes:
    return "passport: 1\ntitle: Клуб\nsummary: Соседи.\n".encode()


def test_no_files_are_a_failure(passport: Passport, workspace: Write) -> None:
    assert passport("render").code == 3


def test_many_documents_are_counted_on_a_terminal_only(
    passport: Passport, workspace: Write
) -> None:
    for index in range(9):
        workspace(f"{index}.yaml", PRACTICE)
    ended = passport("render", terminal=True, TERM="xterm")
    assert (ended.code, len(ended.lines)) == (0, 9)
    assert "9/9" in ended.err
    assert passport("render").err == ""


def test_a_broken_form_is_a_message(passport: Passport, workspace: Write) -> None:
    workspace("forms/note/form.yaml", FORM.replace("show: summary", "show: sumary"))
    workspace("a.yaml", PRACTICE)
    ended = passport("render")
    assert ended.code == 2
    assert ended.err.startswith(
        "a.yaml:1:1: ошибка unusable-form: форму «note» нельзя использовать: "
    )


def test_a_broken_template_is_a_message(passport: Passport, workspace: Write) -> None:
    workspace("forms/note/template.docx", "не документ")
    workspace("a.yaml", PRACTICE)
    ended = passport("render")
    assert ended.code == 2
    assert "Traceback" not in ended.err


def test_templates_are_kept_where_the_environment_says(
    passport: Passport, workspace: Write, tmp_path: Path
) -> None:
    workspace("a.yaml", PRACTICE)
    passport("render", PASSPORT_CACHE=str(tmp_path / "cache"))
    assert [path.name.split("-")[0] for path in (tmp_path / "cache").iterdir()] == ["note"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_document_has_a_name_that_every_system_can_have(
    passport: Passport, workspace: Write
) -> None:
    workspace("con.yaml", PRACTICE)
    assert passport("render", "con.yaml").out == "out/con-.note.docx\n"
    for name in ("a:b.yaml", "a?b.yaml"):
        workspace(name, PRACTICE)
    ended = passport("render", "a:b.yaml", "a?b.yaml")
    assert ended.code == 2
    assert "`out/a-b.note.docx`" in ended.err


@pytest.mark.skipif(os.name == "nt", reason="a name on Windows may have more letters")
def test_a_name_that_becomes_too_long_is_a_message(passport: Passport, workspace: Write) -> None:
    name = "я" * 122
    workspace(f"{name}.yaml", PRACTICE)
    ended = passport("render", f"{name}.yaml", "--form", "algorithm", "--draft")
    assert ended.code == 2
    assert ended.err.endswith(f"{name}.algorithm.docx` не удалось записать: имя слишком длинное\n")
