"""A check of three files, as every format gets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from passportkit.findings import START, Finding, Place, Severity
from passportkit.language import Translator, say
from passportkit.report.result import CheckedFile, CheckRun
from passportkit.rules.rule import Rule
from passportkit.source import Source, read

CLUB = "passport: 1\ntitle: Клуб\ngoals:\n  -\nsumary: а, б: 50% «в»\n"

EMPTY_ITEM = Finding(
    "empty-section",
    Severity.ERROR,
    say("an item of the list is empty"),
    ("goals", 0),
    help=say("write it, or delete the dash"),
    place=Place(4, 3, 4, 4),
)
UNKNOWN = Finding(
    "unknown-field",
    Severity.WARNING,
    say("there is no field “{name}” here", name="50%,\n: <b>&\x00\u202e"),
    ("sumary",),
    on_key=True,
    place=Place(5, 1, 5, 7),
)
WHOLE = Finding("unknown-form", Severity.INFO, say("it is a folder"), place=START)
UNREADABLE = Finding("unreadable-file", Severity.ERROR, say("it is a folder"), place=START)
ABOUT = Rule(
    "unknown-field",
    Severity.ERROR,
    None,
    "the file is empty",
    "keep one practice in one file",
    bad="sumary: а\n",
    good="summary: а\n",
)


class Check(NamedTuple):
    """The files that were checked, and what is known of the check."""

    files: tuple[CheckedFile, ...]
    run: CheckRun = CheckRun("9.8.7", (ABOUT,), 3)


def text_of(
    show: Callable[..., Iterator[object]], check: Check, translate: Translator, width: int = 80
) -> str:
    """Return all that a format gives, as one text without colours."""
    return "".join(map(str, show(iter(check.files), check.run, translate, width)))


def checked(
    *findings: Finding, path: str = "дворы/Клуб № 1.yaml", text: str = CLUB, code: int = 1
) -> CheckedFile:
    return CheckedFile(read(text.encode(), f"../{path}"), path, findings, code)


@pytest.fixture
def report() -> Check:
    """Return a file with findings, one without, and one that could not be read."""
    files = (
        checked(EMPTY_ITEM, UNKNOWN, WHOLE),
        checked(path="b.yaml", code=0),
        CheckedFile(Source("c.yaml", "", None), "c.yaml", (UNREADABLE,), 2),
    )
    return Check(files)


@pytest.fixture
def clean() -> Check:
    return Check((checked(path="b.yaml", code=0),))
