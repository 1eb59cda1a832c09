"""Bad inputs, and what must happen: every table in the files beside this one is a case."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from passportkit.controls import visible
from tests.hostile.cases import Case, cases
from tests.hostile.files import make, path_of
from tests.test_language import PROPER

if not sys.platform.startswith("linux"):
    pytest.skip("processes are bounded as Linux has it", allow_module_level=True)

from tests.hostile.processes import SECONDS, Calls, Ended

CODES = {0, 1, 2, 3}
"""Those that are documented; 70 is a bug, and below nothing are signals."""

LINES = 200
"""How many lines may be said of a bad input, unless it has more faults."""

ENVIRONMENT = {
    "PASSPORT_LANG": "ru",
    "PASSPORT_CACHE": "",
    "COLUMNS": "80",
    "NO_COLOR": "1",
    "TERM": "dumb",
    "LC_ALL": "C.UTF-8",
    "PATH": "",
    "GITHUB_ACTIONS": "",
}
FOR_PROGRAMS = {"-o", "json", "github", "gitlab", "sarif", "junit"}
"""Words of a call whose output is a file, or no sentences."""


def wrong(case: Case) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case.not_yet, strict=True)] if case.not_yet else []


CASES = [
    pytest.param(case, id=f"{case.subject}: {case.name}", marks=wrong(case)) for case in cases()
]


@pytest.fixture(scope="module")
def calls() -> Iterator[Calls]:
    waiting = Calls()
    yield waiting
    waiting.end()


@pytest.mark.parametrize("case", CASES)
def test_what_must_happen(case: Case, calls: Calls, tmp_path: Path) -> None:
    folder, beside = tmp_path / "folder", tmp_path / "beside"
    make(folder, case.all_files)
    make(beside, {"stdin": case.stdin, "temporary": {"as": "folder"}})
    before = state_of(folder)
    ended = called(case, calls, folder, beside)
    assert_all_is_said(case, ended)
    assert_nothing_else_is_changed(case, before, state_of(folder))
    assert list((beside / "temporary").iterdir()) == []


def test_there_are_many_cases_and_each_says_what_it_is() -> None:
    told = {(case.subject, case.what) for case in cases()}
    assert len(told) == len(CASES) >= 150


def called(case: Case, calls: Calls, folder: Path, beside: Path) -> Ended:
    environment = {**ENVIRONMENT, "TMPDIR": str(beside / "temporary"), **case.environment}
    seconds = 1 if case.not_yet else SECONDS
    return calls.call([*map(path_of, case.call)], folder, beside, environment, seconds)


def assert_all_is_said(case: Case, ended: Ended) -> None:
    said = ended.out + ended.err
    assert "Traceback" not in said
    assert (said, ended.code) == (as_wanted(case.says, said), case.code)
    assert ended.code in CODES
    assert case.is_long or said.count("\n") <= LINES
    for_people = "" if FOR_PROGRAMS.intersection(case.call) else ended.out
    assert english_in(for_people + ended.err, case) == set()


def assert_nothing_else_is_changed(
    case: Case, before: dict[str, object], after: dict[str, object]
) -> None:
    assert after.keys() - before.keys() == {*map(path_of, case.makes)}
    assert {name: after.get(name) for name in before} == before


def as_wanted(wanted: str, said: str) -> str:
    """Return `said`, if it is what is wanted, in which `[…]` stands for any words."""
    pattern = ".*".join(map(re.escape, wanted.split("[…]")))
    return said if re.fullmatch(pattern, said, re.DOTALL) else wanted


def state_of(folder: Path) -> dict[str, object]:
    """Return what lies in a folder and below it, by name."""
    return {str(path.relative_to(folder)): _state(path) for path in folder.rglob("*")}


def _state(path: Path) -> object:
    mode = path.lstat().st_mode
    if path.is_symlink():
        return path.readlink()
    if not path.is_file() or not os.access(path, os.R_OK):
        return mode
    return mode, hashlib.sha256(path.read_bytes()).hexdigest()


_NO_WORDS = re.compile(
    r"^\S+:\d+:\d+: \w+ [a-z-]+: "  # where, and the rule
    r"|^\w+\[[a-z-]+\]: "
    r"|^ +--> .*$|^ *\d* \|.*$"  # a line of the file
    r"|^passport: "
    r"|`[^`]*`|«[^»]*»|[\w/-]*\.\w+|U\+\w{4}"
    r"|[a-z_-]+(?:,\s+[a-z_-]+)+"  # keys, and names of forms
    r"|^  [a-z-]+ +(?=[А-Я])"
    r"|: [a-z_]+$",
    re.MULTILINE,
)
_NAMES = {"UTF", "TOML", "algorithm", "note", *PROPER}


def english_in(said: str, case: Case) -> set[str]:
    """Return the English words in what was said in Russian, but for names."""
    names = [visible(path_of(name)) for name in (*case.makes, *case.files, *case.call)]
    for name in names:
        if "\\" in name:  # it has no end that can be seen
            said = said.replace(name, "·")
    words = _NO_WORDS.sub(" ", said)
    for name in names:
        words = words.replace(name, " ")
    return set(re.findall(r"[A-Za-z]{2,}", words)) - _NAMES
