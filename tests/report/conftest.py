"""A check of three files, as every format gets it."""

from __future__ import annotations

import pytest

from passportkit.findings import START, Finding, Place, Severity
from passportkit.language import say
from passportkit.report.result import About, Checked, Report
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
ABOUT = About(
    "unknown-field",
    Severity.ERROR,
    "the file is empty",
    "keep one practice in one file",
    bad="sumary: а\n",
    good="summary: а\n",
)


def checked(
    *findings: Finding, path: str = "дворы/Клуб № 1.yaml", text: str = CLUB, code: int = 1
) -> Checked:
    return Checked(read(text.encode(), f"../{path}"), path, findings, code)


@pytest.fixture
def report() -> Report:
    """Return a file with findings, one without, and one that could not be read."""
    files = (
        checked(EMPTY_ITEM, UNKNOWN, WHOLE),
        checked(path="b.yaml", code=0),
        Checked(Source("c.yaml", "", None), "c.yaml", (UNREADABLE,), 2),
    )
    return Report(files, 2, "9.8.7", (ABOUT,))


@pytest.fixture
def clean() -> Report:
    return Report((checked(path="b.yaml", code=0),), 0, "9.8.7")
