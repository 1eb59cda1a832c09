from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.cli.parser.language_choice import choose
from tests.conftest import Passport, Write


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_option_comes_first_before_or_after_the_command(write: Write) -> None:
    environment = {"PASSPORT_LANG": "ru", "LANG": "ru_RU.UTF-8"}
    for call in (["--lang", "en", "validate"], ["validate", "--lang=en"], ["new", "--lang", "en"]):
        assert choose(call, environment) == "en"
    assert choose(["--lang", "ru", "validate", "--lang", "en"], environment) == "en"


def test_behind_two_hyphens_there_are_no_options() -> None:
    assert choose(["validate", "--", "--lang", "en"], {"PASSPORT_LANG": "ru"}) == "ru"


def test_the_environment_comes_before_the_workspace(write: Write) -> None:
    write("passport.toml", 'language = "ru"\n')
    assert choose([], {"PASSPORT_LANG": "en"}) == "en"
    assert choose([], {"PASSPORT_LANG": "xx"}) == "ru"
    assert choose([], {"PASSPORT_LANG": ""}) == "ru"


def test_the_workspace_is_that_of_the_first_file_that_is_named(write: Write) -> None:
    write("passport.toml", 'language = "en"\n')
    write("city/passport.toml", 'language = "ru"\n')
    write("city/practices/a.yaml", "")
    assert choose(["validate", "--form", "x", "city/practices/a.yaml"], {}) == "ru"
    assert choose(["validate", "city"], {"LANG": "en_US.UTF-8"}) == "ru"
    assert choose(["validate"], {"LANG": "ru_RU.UTF-8"}) == "en"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
        ({"LC_ALL": "ru_RU", "LANG": "en_US"}, "ru"),
        ({"LC_ALL": "", "LC_MESSAGES": "ru_RU", "LANG": "en_US"}, "ru"),
    ],
)
def test_else_the_locale_decides(environment: dict[str, str], language: str) -> None:
    assert choose([], environment) == language


def test_windows_has_a_locale_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda: ("Russian_Russia", "1251"))
    assert choose([], {}) == "ru"


def test_messages_follow_the_option(passport: Passport) -> None:
    assert passport("validate", "none.yaml", "--lang", "en").out == (
        "none.yaml:1:1: error unreadable-file: there is no such file or folder\n"
    )
    assert passport("--lang", "ru", "validate", "none.yaml", PASSPORT_LANG="en").out == (
        "none.yaml:1:1: ошибка unreadable-file: такого файла или папки нет\n"
    )
