from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.files.paths import quoted
from passportkit.forms import Catalogue
from tests.conftest import Passport, Write


def test_a_practice_begins_with_the_questions_of_its_forms(passport: Passport) -> None:
    ended = passport("new", "Соседские клубы «Свой двор»", "--form", "algorithm")
    assert ended.code == 0
    assert ended.lines == [
        "создан файл `sosedskie-kluby-svoy-dvor.yaml`",
        "заполните его и проверьте, чего ещё не хватает: "
        "`passport validate sosedskie-kluby-svoy-dvor.yaml`",
    ]
    text = Path("sosedskie-kluby-svoy-dvor.yaml").read_text("utf-8")
    first, _, rest = text.partition("\n")
    assert first == "# yaml-language-server: $schema=practice.schema.json"
    assert rest.startswith("passport: 1\ntitle: ")
    assert "Соседские клубы «Свой двор»" in text
    assert "forms: [algorithm]\n" in text
    assert "# 1.2. Область применения\n" in text


def test_what_is_missing_in_it_is_all_that_is_found(passport: Passport) -> None:
    for form in Catalogue().names():
        passport("new", "Клуб: «да» \\ {нет} # 'тоже' \" и", "--form", form, "-o", f"{form}.yaml")
    ended = passport("validate")
    assert ended.code == 1
    assert {line.split(": ")[1] for line in ended.lines} == {"ошибка missing-section"}


def test_the_forms_are_those_of_the_workspace_unless_named(
    passport: Passport, workspace: Write
) -> None:
    passport("new", "Клуб")
    assert "forms: [note]\n" in Path("klub.yaml").read_text("utf-8")


def test_without_a_workspace_it_is_the_passport_of_a_practice(passport: Passport) -> None:
    passport("new", "Клуб")
    assert "forms: [practice-passport]\n" in Path("klub.yaml").read_text("utf-8")


def test_hints_are_in_the_language_of_the_call_and_headings_as_they_are(passport: Passport) -> None:
    passport("new", "Клуб", "--lang", "en")
    text = Path("klub.yaml").read_text("utf-8")
    assert "# 4. Сроки реализации практики\n" in text
    assert "When the practice was carried out" in text


def test_an_existing_file_is_never_overwritten(passport: Passport, write: Write) -> None:
    write("klub.yaml", "моё")
    ended = passport("new", "Клуб")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "passport: файл `klub.yaml` уже есть и останется как был; укажите другое имя через `-o`\n"
    )
    assert Path("klub.yaml").read_text("utf-8") == "моё"


def test_a_file_or_a_folder_may_be_named(passport: Passport, tmp_path: Path) -> None:
    (tmp_path / "дворы").mkdir()
    passport("new", "Клуб", "-o", "дворы")
    passport("new", "Клуб", "-o", "новые/мой клуб.yaml")
    assert Path("дворы/klub.yaml").exists()
    assert Path("новые/мой клуб.yaml").exists()


def test_a_name_with_blanks_is_quoted_in_the_next_step(passport: Passport) -> None:
    ended = passport("new", "Клуб", "-o", "мой клуб.yaml")
    assert f"`passport validate {quoted(Path('мой клуб.yaml'))}`" in ended.out


def test_it_may_go_to_the_standard_output(passport: Passport, tmp_path: Path) -> None:
    assert passport("new", "Клуб", "-o", "-").out.startswith("passport: 1\n")
    assert list(tmp_path.iterdir()) == []


def test_a_title_without_letters_still_has_a_name(passport: Passport) -> None:
    passport("new", "漢字")
    assert Path("practice.yaml").exists()


def test_an_empty_title_is_refused(passport: Passport) -> None:
    ended = passport("new", "  ")
    assert ended.code == 2
    assert ended.err == 'passport: укажите наименование практики: `passport new "…"`\n'


def test_a_folder_that_cannot_be_made_is_named(passport: Passport, write: Write) -> None:
    write("x", "")
    ended = passport("new", "Клуб", "-o", "x/klub.yaml")
    assert ended.code == 2
    assert ended.err.startswith("passport: `x/klub.yaml` не удалось записать: ")


def test_settings_that_cannot_be_read_stop_it(passport: Passport, write: Write) -> None:
    write("passport.toml", "forms = ")
    ended = passport("new", "Клуб")
    assert ended.code == 2
    assert ended.err.splitlines()[0].startswith("passport.toml:1:9: ошибка toml-syntax: ")
    assert ended.err.splitlines()[1] == "passport: сначала исправьте `passport.toml`"
    assert not Path("klub.yaml").exists()


# --- from another practice ----------------------------------------------------------------

OTHER = """\
passport: 1
title: Двор   # имя
summary: Суть  # так
applications:
  - contest: Первый конкурс
unplaced:
  - text: лишнее
"""


def test_a_practice_may_begin_as_another_one(
    passport: Passport, workspace: Write, write: Write
) -> None:
    write("dvor.yaml", OTHER)
    ended = passport("new", "Клуб: «Свой»", "--from", "dvor.yaml", "-o", "klub.yaml")
    assert (ended.code, ended.lines[0]) == (0, "создан файл `klub.yaml`")
    text = Path("klub.yaml").read_text("utf-8")
    assert text.partition("\n")[2] == (
        'passport: 1\ntitle: "Клуб: «Свой»"   # имя\nforms: [note]\n'
        "summary: Суть  # так\napplications:\n"
    )
    assert Path("dvor.yaml").read_text("utf-8") == OTHER


def test_what_the_forms_ask_besides_comes_behind_it(passport: Passport, write: Write) -> None:
    write("dvor.yaml", OTHER)
    passport("new", "Клуб", "--from", "dvor.yaml", "--form", "algorithm", "-o", "klub.yaml")
    text = Path("klub.yaml").read_text("utf-8")
    assert "forms: [algorithm]\n" in text
    assert text.index("\napplications:\n") < text.index("# 1.2. Область применения\n")
    assert "\nsummary: Суть  # так\n" in text


def test_the_file_of_another_practice_is_not_overwritten(passport: Passport, write: Write) -> None:
    write("dvor.yaml", OTHER)
    ended = passport("new", "Двор", "--from", "dvor.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert Path("dvor.yaml").read_text("utf-8") == OTHER


def test_another_practice_that_cannot_be_read_is_shown(passport: Passport, write: Write) -> None:
    write("dvor.yaml", "a: [\n")
    ended = passport("new", "Клуб", "--from", "dvor.yaml")
    assert ended.code == 2
    assert ended.err.startswith("dvor.yaml:")
    assert ended.err.endswith("passport: сначала исправьте `dvor.yaml`\n")
    assert passport("new", "Клуб", "--from", "нет.yaml").code == 2
    assert not Path("klub.yaml").exists()


def test_in_a_workspace_a_practice_goes_to_the_folder_of_practices(
    passport: Passport, workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace("practices/дворы/x.txt", "")
    assert passport("new", "Клуб").lines[0] == "создан файл `practices/klub.yaml`"
    monkeypatch.chdir("practices/дворы")
    assert passport("new", "Клуб").lines[0] == "создан файл `klub.yaml`"
