from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from passportkit import Toolkit
from passportkit.language import translator
from passportkit.report.concise import line
from passportkit.workspace.find import find
from passportkit.workspace.workspace import Workspace, Workspaces, language_at
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


def test_folders_may_lie_deeper_than_calls_can_go(write: Write, tmp_path: Path) -> None:
    write("passport.toml", "")
    deep = tmp_path.joinpath(*["a"] * 1_300)
    assert Workspaces().of(deep).root == tmp_path


def test_the_workspaces_that_were_needed_are_known(write: Write, tmp_path: Path) -> None:
    write("passport.toml", "")
    write("city/passport.toml", "")
    write("city/practices/a.yaml", "")
    workspaces = Workspaces()
    workspaces.of(tmp_path.parent)
    assert list(workspaces.needed()) == []
    for folder in ("city/practices", "city", "."):
        workspaces.of(tmp_path / folder)
    assert [each.root for each in workspaces.needed()] == [tmp_path / "city", tmp_path]


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


def test_practices_are_never_outside_of_the_workspace(write: Write, tmp_path: Path) -> None:
    write("city/passport.toml", 'practices = "../elsewhere"\n')
    write("elsewhere/a.yaml", "")
    assert Workspaces().of(tmp_path / "city").practices == tmp_path / "city"
    write("city/passport.toml", "")
    (tmp_path / "city/practices").symlink_to(tmp_path / "elsewhere")
    city = Workspaces().of(tmp_path / "city")
    assert city.practices == tmp_path / "city"
    assert city.source is not None
    assert [found.rule for found in city.source.findings] == ["folder-outside"]


@pytest.mark.parametrize("key", ["practices", "own-forms"])
@pytest.mark.parametrize(
    "folder",
    [
        *("/", "/net/example.org/a", "//example.org/a", r"\\example.org\a", r"\/example.org/a"),
        *("C:/a", "c:a", "C:", r"\a", r"\\?\UNC\example.org\a", r"\??\a", r"\\.\pipe\a"),
    ],
)
def test_no_folder_is_asked_that_is_not_named_from_the_settings(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, folder: str
) -> None:
    write("city/passport.toml", f"{key} = '{folder}'\n")
    write("city/a.yaml", "passport: 1\n")
    asked: list[str] = []
    for module, name in ((os, "stat"), (os, "lstat"), (os, "scandir"), (os, "listdir")):
        ask = getattr(module, name)

        def recorded(path: object = ".", *given: Any, ask: Any = ask, **more: Any) -> Any:
            asked.append(str(path))
            return ask(path, *given, **more)

        monkeypatch.setattr(module, name, recorded)
    city = Workspaces().of(tmp_path / "city")
    files = find([str(tmp_path / "city")], Workspaces()).files
    Toolkit.of(city).catalogue.names()
    monkeypatch.undo()
    assert [each.name for each in files] == ["city/a.yaml"]
    assert (city.practices, city.own_forms) == (tmp_path / "city", tmp_path / "city/forms")
    assert city.source is not None
    assert [str(each.message) for each in city.source.findings] == [
        "this path begins with a disk, a server or a slash"
    ]
    assert asked
    assert not [each for each in asked if each.endswith(folder)]


def test_forms_may_lie_beside_the_workspace(write: Write, tmp_path: Path) -> None:
    write("shared/forms/note/x.txt", "")
    write("city/passport.toml", 'own-forms = "../shared/forms"\n')
    city = Workspaces().of(tmp_path / "city")
    assert city.own_forms == tmp_path / "city/../shared/forms"
    assert city.source is not None
    assert city.source.findings == ()


@pytest.mark.parametrize("to", ["../secret/netrc", ".env", "own.toml"])
def test_no_line_is_shown_of_settings_that_are_a_link(
    write: Write, tmp_path: Path, to: str
) -> None:
    for name in ("secret/netrc", "city/.env", "city/own.toml"):
        write(name, "machine example.org\n")
    (tmp_path / "city/sub").mkdir()
    (tmp_path / "city/passport.toml").symlink_to(to)
    for here in (tmp_path, tmp_path / "city", tmp_path / "city/sub"):
        os.chdir(here)
        source = Workspaces().of(tmp_path / "city/sub").source
        assert source is not None
        assert not source.is_shown


def test_settings_are_shown_where_they_were_found(write: Write, tmp_path: Path) -> None:
    write("city/passport.toml", "machine example.org\n")
    write("secret/passport.toml", "machine example.org\n")
    (tmp_path / "city/sub").mkdir()
    (tmp_path / "city/deep").symlink_to("sub")
    (tmp_path / "city/away").symlink_to("../secret")

    def is_shown(folder: str) -> bool:
        source = Workspaces().of(tmp_path / folder).source
        assert source is not None
        return source.is_shown

    os.chdir(tmp_path / "city/sub")
    assert is_shown("city")
    assert is_shown("city/deep")
    assert is_shown("secret")
    assert not is_shown("city/away")


def test_an_unknown_key_is_found_where_it_stands(write: Write) -> None:
    assert complaints(write, '# settings\nlanguage = "ru"\n  formz = ["algorithm"]\n') == [
        "passport.toml:3:3: error unknown-field: there is no field “formz” here"
    ]


def test_an_unknown_table_is_found_where_it_stands(write: Write) -> None:
    assert complaints(write, 'language = "ru"\n\n[colours]\nx = 1\n') == [
        "passport.toml:3:2: error unknown-field: there is no field “colours” here"
    ]


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ('forms = "algorithm"', "1:9: error wrong-type: a text stands here instead of a list"),
        (
            "practices = 3",
            "1:13: error wrong-type: something else stands here instead of a text",
        ),
        ("forms = [1]", "1:9: error wrong-type: something else stands here instead of a text"),
        ('language = "de"', "1:12: error wrong-type: “de” is not known here"),
        ('forms = ["algoritm"]', "1:9: error unknown-form: there is no form “algoritm”"),
        ('practices = "a\\u0000b"', "1:13: error wrong-type: the name cannot be used"),
        ('own-forms = "a\\u0000b"', "1:13: error wrong-type: the name cannot be used"),
        (
            "language = 'ru' # [[\n" + ".".join("a" * 34) + " = 1",
            "2:66: error toml-syntax: the settings nest more than 32 levels deep",
        ),
        (
            "forms = " + "[" * 33,
            "1:41: error toml-syntax: the settings nest more than 32 levels deep",
        ),
        (
            "# " + "а" * 2**15,
            "1:1: error unreadable-file: the file is larger than 64 KB",
        ),
        ('practices = "nowhere"', "1:13: error missing-folder: there is no folder `nowhere`"),
        (
            'practices = ".."',
            "1:13: error folder-outside: the folder `..` lies outside of the workspace",
        ),
        ("x = " + "1" * 5000, "1:5: error toml-syntax: the settings cannot be read from here on"),
        (
            'language = "ru"\nforms = [0x' + "f" * 5000 + "]",
            "2:10: error toml-syntax: the settings cannot be read from here on",
        ),
        ('[rules]\nunknown-form = "on"', "2:16: error wrong-type: “on” is not known here"),
        ("[rules]\n'unknown-form' = 0 # x", "2:18: error wrong-type: “0” is not known here"),
        ('rules.unknown-form="on"', "1:20: error wrong-type: “on” is not known here"),
        (
            'rules = {unplaced-text = "off", unknown-form = "on"}',
            "1:48: error wrong-type: “on” is not known here",
        ),
        (
            '[rules]\nunplaced-text = "off"\nmy-unknown-form = "off"\nunknown-form = "on"',
            "4:16: error wrong-type: “on” is not known here",
        ),
        (
            "[rules.unknown-form]\nx = 1",
            "1:8: error wrong-type: a mapping with keys stands here instead of a text",
        ),
        (
            'rules = "off"',
            "1:9: error wrong-type: a text stands here instead of a mapping with keys",
        ),
    ],
)
def test_a_setting_that_does_not_fit_is_found_where_it_stands(
    write: Write, settings: str, complaint: str
) -> None:
    assert complaints(write, settings + "\n") == [f"passport.toml:{complaint}"]


def test_rules_are_off_or_have_a_severity(write: Write, tmp_path: Path) -> None:
    write("passport.toml", '[rules]\nunplaced-text = "off"\nno-such = "info"\nwrong = 1\n')
    assert Workspaces().of(tmp_path).rules == {"unplaced-text": "off", "no-such": "info"}


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
