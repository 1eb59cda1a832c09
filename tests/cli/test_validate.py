from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.files.contents import LARGEST
from tests.conftest import PRACTICE, Passport, Write


def test_a_sound_practice_is_passed_in_silence(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", PRACTICE)
    ended = passport("validate", "a.yaml")
    assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_each_finding_is_a_line_in_a_pipe(passport: Passport, workspace: Write) -> None:
    workspace("дворы/Клуб соседей.yaml", "passport: 1\ntitle: Клуб\ngaols: x\n")
    ended = passport("validate", "дворы")
    assert ended.code == 1
    assert ended.lines == [
        "дворы/Клуб соседей.yaml:1:1: ошибка missing-section: не заполнен раздел 2 формы `note` – "
        "«Суть практики»",
        "дворы/Клуб соседей.yaml:3:1: ошибка unknown-field: здесь нет поля «gaols»",
    ]
    assert ended.err == ""


def test_a_pipe_never_wraps_or_breaks_a_line(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", PRACTICE + '"' + "x" * 200 + '\\n\\t\\e": y\n')
    ended = passport("validate", "a.yaml", COLUMNS="40")
    assert ended.lines == [
        "a.yaml:4:1: ошибка unknown-field: здесь нет поля «" + "x" * 200 + "\\n\\t\\x1b»"
    ]


def test_a_person_sees_the_line_the_words_and_what_to_do(
    passport: Passport, workspace: Write
) -> None:
    workspace("a.yaml", PRACTICE.replace("summary", "sumary"))
    ended = passport("validate", "a.yaml", terminal=True)
    assert "ошибка[unknown-field]: здесь нет поля «sumary»\n" in ended.out
    assert "3 | sumary: Соседи встречаются по средам.\n  | ^^^^^^\n" in ended.out
    assert "  = подсказка: возможно, имелось в виду «summary»?\n" in ended.out
    assert ended.err == "проверен 1 файл: 2 ошибки\n"


def test_a_person_is_told_that_all_is_well(passport: Passport, workspace: Write) -> None:
    for name in ("a.yaml", "b.yaml"):
        workspace(name, PRACTICE)
    ended = passport("validate", terminal=True)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "проверено 2 файла, замечаний нет\n"


def test_colours_are_for_those_who_want_them(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", "passport: 1\ntitle: Клуб\n")
    assert (
        "\x1b[1;31mошибка" in passport("validate", terminal=True, TERM="xterm", NO_COLOR=None).out
    )
    assert "\x1b[1;31m" not in passport("validate", terminal=True, TERM="xterm").out


def test_what_cannot_be_read_does_not_keep_others_from_being_checked(
    passport: Passport, workspace: Write
) -> None:
    workspace("a.yaml", "title: [\n")
    workspace("b.yaml", b"\xff\xfe\x00")
    workspace("c.yaml", "passport: 1\ntitle: Клуб\n")
    workspace("empty.yaml", "")
    workspace("huge.yaml", b"x" * (LARGEST + 1))
    ended = passport("validate", "none.yaml", "huge.yaml", ".")
    assert ended.code == 2
    assert [line.split(": ")[0:2] for line in ended.lines] == [
        ["a.yaml:1:9", "ошибка yaml-syntax"],
        ["b.yaml:1:1", "ошибка yaml-syntax"],
        ["c.yaml:1:1", "ошибка missing-section"],
        ["empty.yaml:1:1", "ошибка yaml-syntax"],
        ["huge.yaml:1:1", "ошибка unreadable-file"],
        ["none.yaml:1:1", "ошибка unreadable-file"],
    ]
    assert ended.lines[-2].endswith("файл больше 5 МБ")
    assert ended.lines[-1].endswith("такого файла или папки нет")


def test_no_files_are_a_failure(passport: Passport, write: Write) -> None:
    write("note.txt", "")
    ended = passport("validate")
    assert ended.code == 3
    assert ended.err == (
        "passport: проверять нечего: имена файлов с практиками оканчиваются на `.yaml` или `.yml`\n"
    )


def test_the_standard_input_is_checked(passport: Passport, workspace: Write) -> None:
    ended = passport("validate", "-", stdin="passport: 1\ntitle: Клуб\n".encode())
    assert ended.code == 1
    assert ended.out.startswith("-:1:1: ошибка missing-section: ")


def test_the_call_says_which_form_holds_before_the_file_and_the_workspace(
    passport: Passport, workspace: Write
) -> None:
    workspace("a.yaml", "passport: 1\ntitle: Клуб\nforms: algorithm\n")
    assert "раздел 2 формы `note`" in passport("validate", "--form", "note").out
    assert "формы `algorithm`" in passport("validate").out
    assert "формы `note`" not in passport("validate").out


def test_without_any_form_only_what_holds_for_all_is_checked(
    passport: Passport, write: Write
) -> None:
    write("a.yaml", "passport: 1\ntitle: Клуб\n")
    assert passport("validate").code == 0


def test_a_form_that_there_is_none_of_is_a_wrong_call(passport: Passport, write: Write) -> None:
    write("a.yaml", "passport: 1\ntitle: Клуб\n")
    ended = passport("validate", "--form", "algoritm")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == ("passport: нет формы «algoritm»; возможно, имелось в виду «algorithm»?\n")


def test_a_form_that_a_file_names_wrongly_is_a_finding(passport: Passport, write: Write) -> None:
    write("a.yaml", "passport: 1\ntitle: Клуб\nforms: [algoritm]\n")
    ended = passport("validate")
    assert ended.code == 1
    assert ended.lines == ["a.yaml:3:9: ошибка unknown-form: нет формы «algoritm»"]


def test_without_paths_the_practices_of_the_workspace_are_checked(
    passport: Passport, workspace: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace("practices/a.yaml", "passport: 1\n")
    workspace("elsewhere/b.yaml", "passport: 1\n")
    assert passport("validate").lines[0].startswith("practices/a.yaml:")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert passport("validate").lines[0].startswith("../practices/a.yaml:")


def test_settings_that_do_not_fit_are_found_once(passport: Passport, workspace: Write) -> None:
    workspace("passport.toml", 'forms = ["note"]\nlangage = "ru"\n')
    for name in ("a.yaml", "b.yaml"):
        workspace(name, PRACTICE)
    ended = passport("validate")
    assert ended.code == 1
    assert ended.lines == ["passport.toml:2:1: ошибка unknown-field: здесь нет поля «langage»"]
    assert "2 | langage" in passport("validate", terminal=True).out


def test_settings_that_cannot_be_read_are_found(passport: Passport, workspace: Write) -> None:
    workspace("passport.toml", "forms = [\n")
    workspace("a.yaml", PRACTICE)
    ended = passport("validate")
    assert ended.code == 2
    assert ended.lines == [
        "passport.toml:2:1: ошибка toml-syntax: начиная с этого места настройки прочитать "
        "не удалось"
    ]


def test_each_file_belongs_to_its_own_workspace(passport: Passport, workspace: Write) -> None:
    workspace("city/passport.toml", 'forms = ["algorithm"]\n')
    workspace("city/a.yaml", "passport: 1\ntitle: Клуб\n")
    workspace("b.yaml", "passport: 1\ntitle: Клуб\n")
    lines = passport("validate", ".").lines
    assert {line.split(":")[0]: "`algorithm`" in line for line in lines} == {
        "b.yaml": False,
        "city/a.yaml": True,
    }
