"""Every page of help, and every refusal of a call, in each language wholly."""

from __future__ import annotations

import re

import pytest

from passportkit.report.formats import FORMATS
from tests.conftest import Passport

COMMANDS = [
    "",
    "new",
    "validate",
    "render",
    "import",
    "convert",
    "export",
    "rules",
    "explain",
    "schema",
    "form",
    "form list",
    "form show",
    "form blank",
    "form new",
    "form check",
    "form template",
]

LATIN = {"YAML", "LibreOffice", "Word", "Excel", "JSON", "ru", "en"}
"""What is Latin in a Russian page, besides commands, options and names of files in backticks."""


@pytest.mark.parametrize("command", COMMANDS)
def test_a_russian_page_has_no_english_word(passport: Passport, command: str) -> None:
    ended = passport(*command.split(), "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines[0].startswith(f"Вызов: passport {command}".rstrip() + " [ПАРАМЕТРЫ]")
    words = re.sub(r"`[^`]*`|--?[a-z-]+|^Вызов: passport( [a-z]+)*", "", ended.out)
    names = "|".join({name for command in COMMANDS for name in command.split()})
    words = re.sub(f"^  ({names}) ", "", words, flags=re.MULTILINE)
    assert set(re.findall(r"[A-Za-z]+", words)) <= LATIN


@pytest.mark.parametrize("command", COMMANDS)
def test_an_english_page_has_no_russian_word(passport: Passport, command: str) -> None:
    ended = passport(*command.split(), "--help", "--lang", "en")
    assert ended.lines[0].startswith(f"Usage: passport {command}".rstrip() + " [OPTIONS]")
    assert not re.search("[А-Яа-яёЁ]", ended.out)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_page_fits_the_terminal(passport: Passport, command: str, width: int) -> None:
    ended = passport(*command.split(), "-h", COLUMNS=str(width))
    assert max(map(len, ended.lines)) <= min(width, 100)


def test_a_page_says_how_to_call_and_what_each_word_means(passport: Passport) -> None:
    assert (
        passport("form", "blank", "--help").out
        == """\
Вызов: passport form blank [ПАРАМЕТРЫ] ФОРМА

  Записать пустую форму с подсказками, чтобы заполнить её в Word.

  Существующий файл никогда не перезаписывается.

Аргументы:
  ФОРМА  Название формы; все названия показывает `passport form list`.

Параметры:
  -o, --output ФАЙЛ  Куда записать; если не указано – в текущую папку, с именем
                     по названию формы.
  --lang ru|en       Язык сообщений.
  -h, --help         Показать эту справку.
"""
    )


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_page_of_validate_names_every_format(passport: Passport, language: str) -> None:
    page = " ".join(passport("validate", "--lang", language, "--help").out.split())
    assert ", ".join(f"`{name}`" for name in FORMATS) in page


@pytest.mark.parametrize("call", [[], ["form"], ["--lang", "ru"], ["form", "--lang", "ru"]])
def test_without_a_command_the_page_is_shown(passport: Passport, call: list[str]) -> None:
    ended = passport(*call)
    assert (ended.code, ended.err) == (0, "")
    assert "Команды:\n" in ended.out


@pytest.mark.parametrize(
    ("call", "refusal"),
    [
        ("validat", "нет команды `validat`; возможно, нужна `passport validate`?"),
        ("xyz", "нет команды `xyz`\nсправка: `passport --help`"),
        ("form lst", "нет команды `lst`; возможно, нужна `passport form list`?"),
        (
            "validate --fom x",
            "здесь нет параметра `--fom`; возможно, нужен `--form` / `--format`?\n"
            "справка: `passport validate --help`",
        ),
        ("-x", "здесь нет параметра `-x`\nсправка: `passport --help`"),
        (
            "render --form",
            "для параметра `--form` нужно значение\nсправка: `passport render --help`",
        ),
        (
            "render --draft=yes",
            "параметру `--draft` значение не нужно\nсправка: `passport render --help`",
        ),
        ("new", "в команде не указано: НАЗВАНИЕ\nсправка: `passport new --help`"),
        ("form show", "в команде не указано: ФОРМА\nсправка: `passport form show --help`"),
        (
            "new a b",
            "лишнее слово `b` в команде `passport new`\nсправка: `passport new --help`",
        ),
        ("--lang de", "нет языка «de»; есть: `ru`, `en`"),
        ("validate --lang=", "нет языка «»; есть: `ru`, `en`"),
    ],
)
def test_a_wrong_call_is_refused_in_words_that_help(
    passport: Passport, call: str, refusal: str
) -> None:
    ended = passport(*call.split())
    assert (ended.code, ended.out, ended.err) == (2, "", f"passport: {refusal}\n")


def test_the_version_is_shown(passport: Passport) -> None:
    ended = passport("--version")
    assert ended.code == 0
    assert re.fullmatch(r"passport \d+\.\d+\.\d+\n", ended.out)
