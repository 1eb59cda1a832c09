"""`passport validate` with a format, and with a choice of rules: as a CI system sees it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from passportkit.report.formats import FORMATS
from tests.conftest import PRACTICE, Ended, Passport, Write

UNPLACED = PRACTICE + "unplaced: [{text: слова}]\n"
PROGRAMS = [name for name, each in FORMATS.items() if each.for_programs]


def paths_of_github(out: str) -> set[str]:
    commands = [line for line in out.splitlines() if " file=" in line]
    return {line.partition("file=")[2].partition(",")[0] for line in commands}


def paths_of_sarif(out: str) -> set[str]:
    places = [each["locations"][0] for each in json.loads(out)["runs"][0]["results"]]
    return {each["physicalLocation"]["artifactLocation"]["uri"] for each in places}


PATHS: dict[str, Callable[[str], set[str]]] = {
    "json": lambda out: {each["path"] for each in json.loads(out)["findings"]},
    "github": paths_of_github,
    "gitlab": lambda out: {each["location"]["path"] for each in json.loads(out)},
    "sarif": paths_of_sarif,
    "junit": lambda out: {case.get("name") or "" for case in ET.fromstring(out).iter("testcase")},
}
"""How the paths that a report of findings names are read; a format may have none to be read."""


# --- which format -------------------------------------------------------------------------


def test_people_at_a_terminal_see_it_in_full_and_pipes_a_line_each(
    passport: Passport, workspace: Write
) -> None:
    workspace("a.yaml", "passport: 1\ntitle: Клуб\n")
    assert passport("validate").out == passport("validate", "--format", "concise").out
    at_terminal = passport("validate", terminal=True)
    assert at_terminal.out == passport("validate", "--format", "full").out
    assert at_terminal.out != passport("validate").out


def test_a_job_of_github_gets_annotations_and_the_log(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", "passport: 1\ntitle: Клуб\n")
    ended = passport("validate", GITHUB_ACTIONS="true")
    assert ended.code == 1
    assert ended.lines[-1].startswith("::error file=a.yaml,line=1,endLine=1,title=missing-section")
    assert "ошибка[missing-section]" in ended.out
    assert "проверен 1 файл: 1 ошибка" in ended.lines
    assert ended.err == ""
    asked = passport("validate", "--format", "concise", GITHUB_ACTIONS="true")
    assert asked.out == passport("validate").out


def test_a_format_that_there_is_none_of_is_a_wrong_call(passport: Passport, write: Write) -> None:
    ended = passport("validate", "--format", "jsom", "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "passport: there is no format “jsom”; did you mean “json”?\n"
    ended = passport("validate", "--format", "xyz", "--lang", "en")
    assert ended.err == (
        f"passport: there is no format “xyz”; the formats are: {', '.join(FORMATS)}\n"
    )


# --- what all formats have in common ------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("content", "options", "code"),
    [
        (PRACTICE, [], 0),
        (UNPLACED, [], 0),
        (UNPLACED, ["--strict"], 1),
        ("passport: 1\ntitle: Клуб\n", [], 1),
        ("title: [\n", [], 2),
        (None, [], 3),
    ],
)
def test_the_exit_code_is_the_same_in_each(
    passport: Passport,
    workspace: Write,
    name: str,
    content: str | None,
    options: list[str],
    code: int,
) -> None:
    if content is not None:
        workspace("a.yaml", content)
    for terminal in (False, True):
        ended = passport("validate", "--format", name, *options, terminal=terminal)
        assert ended.code == code
        if name == "json":
            assert json.loads(ended.out)["exit_code"] == code


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "ascii"])
def test_what_programs_read_is_utf_8_and_nothing_else_is_printed(
    passport: Passport, workspace: Write, name: str, encoding: str
) -> None:
    workspace("№ 漢字.yaml", "passport: 1\ntitle: Клуб\nпривет: 漢字\n")
    ended = passport(
        "validate",
        "--format",
        name,
        encoding=encoding,
        terminal=True,
        TERM="xterm",
        NO_COLOR=None,
        FORCE_COLOR="1",
    )
    assert "\x1b" not in ended.out
    assert "здесь нет поля «привет»" in ended.out
    assert name not in PATHS or len(PATHS[name](ended.out)) == 1


@pytest.mark.parametrize("name", PATHS)
def test_paths_count_from_the_workspace(
    passport: Passport,
    workspace: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    workspace("practices/deep/a.yaml", "passport: 1\ntitle: Клуб\n")
    calls: list[tuple[str, list[str]]] = [
        (".", []),
        ("practices", []),
        ("practices/deep", ["a.yaml"]),
        ("practices", [str(tmp_path / "practices")]),
    ]
    for folder, named in calls:
        monkeypatch.chdir(tmp_path / folder)
        ended = passport("validate", "--format", name, *named)
        assert PATHS[name](ended.out) == {"practices/deep/a.yaml"}


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_in_a_job_paths_count_from_the_checkout(
    passport: Passport, workspace: Write, tmp_path: Path, variable: str
) -> None:
    workspace("a.yaml", "passport: 1\ntitle: Клуб\n")

    def paths(checkout: Path) -> set[str]:
        ended = passport("validate", "--format", "gitlab", **{variable: str(checkout)})
        return PATHS["gitlab"](ended.out)

    assert paths(tmp_path.parent) == {f"{tmp_path.name}/a.yaml"}
    assert paths(tmp_path / "elsewhere") == {"a.yaml"}


def test_the_standard_input_has_a_path_too(passport: Passport, workspace: Write) -> None:
    for name, paths in PATHS.items():
        ended = passport("validate", "-", "--format", name, stdin=b"passport: 1\ntitle: a\n")
        assert paths(ended.out) == {"-"}


def test_settings_with_something_wrong_are_among_the_files(
    passport: Passport, workspace: Write
) -> None:
    workspace("passport.toml", 'forms = ["note"]\ncolour = "red"\n')
    workspace("a.yaml", PRACTICE)
    data = json.loads(passport("validate", "--format", "json").out)
    assert data["files"] == ["passport.toml", "a.yaml"]
    assert passport("validate", terminal=True).err == "проверен 1 файл: 1 ошибка\n"


def test_colours_can_be_had_in_a_pipe(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", "passport: 1\ntitle: Клуб\n")
    wishes = {"TERM": "xterm", "NO_COLOR": None, "FORCE_COLOR": "1"}
    assert "\x1b[1;31m" in passport("validate", "--format", "full", **wishes).out
    assert "\x1b" not in passport("validate", "--format", "full").out


# --- which rules --------------------------------------------------------------------------


def rules(ended: Ended) -> list[str]:
    return [line.split()[2].rstrip(":") for line in ended.lines]


def test_rules_are_chosen_by_the_call(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", "passport: 1\ntitle: Клуб\nunplaced: [{text: слова}]\ngaols: x\n")
    assert rules(passport("validate")) == ["missing-section", "unplaced-text", "unknown-field"]
    chosen = passport("validate", "--select", "unplaced-text")
    assert (chosen.code, rules(chosen)) == (0, ["unplaced-text"])
    left = passport("validate", "--ignore", "unknown-field", "--ignore", "missing-section")
    assert (left.code, rules(left)) == (0, ["unplaced-text"])


def test_rules_are_chosen_by_the_settings_of_each_workspace(
    passport: Passport, workspace: Write
) -> None:
    workspace("a.yaml", UNPLACED)
    workspace("city/passport.toml", '[rules]\nunplaced-text = "error"\n')
    workspace("city/a.yaml", UNPLACED)
    workspace("village/passport.toml", '[rules]\nunplaced-text = "off"\n')
    workspace("village/a.yaml", UNPLACED)
    ended = passport("validate", ".", "--lang", "en")
    assert ended.code == 1
    assert [line.split()[:2] for line in ended.lines] == [
        ["a.yaml:4:12:", "warning"],
        ["city/a.yaml:4:12:", "error"],
    ]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_there_is_none_of_is_a_wrong_call(
    passport: Passport, write: Write, option: str
) -> None:
    ended = passport("validate", option, "unplaced-txt", "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "passport: there is no rule “unplaced-txt”; did you mean “unplaced-text”?\n"
    )


def test_rules_in_the_settings_that_there_are_none_of_are_found(
    passport: Passport, workspace: Write
) -> None:
    workspace("passport.toml", '[rules]\nunplaced-txt = "off"\nyaml-syntax = "off"\n')
    workspace("a.yaml", PRACTICE)
    ended = passport("validate", "--lang", "en")
    assert ended.code == 1
    assert ended.lines == [
        "passport.toml:2:1: error unknown-field: there is no rule “unplaced-txt”",
        "passport.toml:3:15: error wrong-type: `yaml-syntax` is always an error",
    ]


def test_a_document_is_made_by_the_same_settings_and_comments(
    passport: Passport, workspace: Write
) -> None:
    workspace("a.yaml", "# passport: ignore[missing-section]\npassport: 1\ntitle: Клуб\n")
    workspace("b.yaml", "passport: 1\ntitle: Клуб\n")
    ended = passport("render", ".")
    assert ended.code == 1
    assert ended.lines == ["out/a.note.docx"]
