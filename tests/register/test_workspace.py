from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.language import translator
from passportkit.register.workspace import Workspace, Workspaces, language_at
from passportkit.report.concise import line
from tests.conftest import Write


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def complaints(write: Write, settings: str | bytes) -> list[str]:
    path = write("passport.toml", settings)
    source = Workspaces().of(path.parent).source
    assert source is not None
    return [line(source.name, finding, translator("en")) for finding in source.findings]


def test_it_is_the_nearest_folder_above_with_settings(write: Write, tmp_path: Path) -> None:
    write("passport.toml", "")
    write("city/passport.toml", "")
    write("city/practices/a.yaml", "")
    write("village/a.yaml", "")
    workspaces = Workspaces()
    assert workspaces.of(tmp_path / "city/practices").root == tmp_path / "city"
    assert workspaces.of(tmp_path / "village").root == tmp_path


def test_without_settings_nothing_holds_in_particular(tmp_path: Path) -> None:
    assert Workspaces().of(tmp_path) == Workspace()


def test_folders_are_those_of_the_settings(write: Write, tmp_path: Path) -> None:
    write("наши/x.yaml", "")
    write("formy/note/x.txt", "")
    write("passport.toml", 'practices = "наши"\nown-forms = "formy"\n')
    workspace = Workspaces().of(tmp_path)
    assert (workspace.practices, workspace.own_forms) == (tmp_path / "наши", tmp_path / "formy")
    assert workspace.source is not None
    assert workspace.source.findings == ()


def test_practices_are_in_practices_if_there_is_such_a_folder(write: Write, tmp_path: Path) -> None:
    write("passport.toml", "")
    assert Workspaces().of(tmp_path).practices == tmp_path
    (tmp_path / "practices").mkdir()
    assert Workspaces().of(tmp_path).practices == tmp_path / "practices"


def test_an_unknown_key_is_found_where_it_stands(write: Write) -> None:
    assert complaints(write, '# settings\nlanguage = "ru"\n  formz = ["algorithm"]\n') == [
        "passport.toml:3:3: error unknown-field: there is no field “formz” here"
    ]


def test_an_unknown_table_is_found_where_it_stands(write: Write) -> None:
    assert complaints(write, 'language = "ru"\n\n[rules]\nx = 1\n') == [
        "passport.toml:3:2: error unknown-field: there is no field “rules” here"
    ]


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ('forms = "algorithm"', "wrong-type: a text stands here instead of a list"),
        ("practices = 3", "wrong-type: something else stands here instead of a text"),
        ("forms = [1]", "wrong-type: something else stands here instead of a text"),
        ('language = "de"', "wrong-type: “de” is not known here"),
        ('forms = ["algoritm"]', "unknown-form: there is no form “algoritm”"),
        ('practices = "nowhere"', "missing-folder: there is no folder `nowhere`"),
    ],
)
def test_a_setting_that_does_not_fit_is_found(write: Write, settings: str, complaint: str) -> None:
    assert complaints(write, settings + "\n") == [f"passport.toml:1:1: error {complaint}"]


def test_the_settings_beside_one_that_does_not_fit_hold(write: Write, tmp_path: Path) -> None:
    write("passport.toml", 'language = 1\nforms = ["algorithm"]\n')
    assert Workspaces().of(tmp_path).forms == ("algorithm",)


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ('forms = ["a"\nlanguage = "ru"\n', "2:1"),
        ("language = ru\n", "1:12"),
        ("language\n", "1:9"),
        ('language = "ru', "1:15"),
        ('language = "ru"\nlanguage = "en"\n', "2:16"),
    ],
)
def test_what_is_no_toml_is_found_at_its_place(write: Write, settings: str, place: str) -> None:
    assert complaints(write, settings) == [
        f"passport.toml:{place}: error toml-syntax: the settings cannot be read from here on"
    ]


def test_another_encoding_is_found(write: Write) -> None:
    found = complaints(write, "# настройки\n".encode("cp1251"))
    assert found == ["passport.toml:1:1: error toml-syntax: the file is not in UTF-8"]


def test_a_mark_of_byte_order_is_no_part_of_the_settings(write: Write) -> None:
    assert complaints(write, b'\xef\xbb\xbflanguage = "ru"\r\n') == []


def test_the_language_is_known_without_the_rest(write: Write, tmp_path: Path) -> None:
    write("passport.toml", 'language = "en"\nnonsense = 1\n')
    write("practices/a.yaml", "")
    assert language_at(tmp_path / "practices/a.yaml") == "en"
    write("passport.toml", "language = ")
    assert language_at(tmp_path) is None
