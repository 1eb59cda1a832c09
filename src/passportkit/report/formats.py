"""The formats that a report can be printed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from passportkit.errors import CannotGoOn
from passportkit.language import Translator, mark, say
from passportkit.suggestion import suggest

if TYPE_CHECKING:
    from rich.text import Text

    from passportkit.report.result import CheckedFile, CheckRun

    Printer = Callable[[Iterable[CheckedFile], CheckRun, Translator, int], Iterator[str | Text]]


class Format(NamedTuple):
    """A format: the module whose `show` makes it, what it is, and whether a program reads it."""

    module: str
    what: str
    for_programs: bool = False


FORMATS = {
    "full": Format("full", mark("for people: the line with the words underlined, and what to do")),
    "concise": Format(
        "concise",
        mark(
            "for logs and editors, a line for each finding: "
            "`path:line:column: severity rule: message`"
        ),
    ),
    "json": Format(
        "findings_json",
        mark("for programs of your own: everything that is known of each finding"),
        for_programs=True,
    ),
    "github": Format(
        "github", mark("for GitHub Actions: annotations, with the full text beside them")
    ),
    "gitlab": Format("gitlab", mark("for GitLab: a Code Quality report"), for_programs=True),
    "sarif": Format(
        "sarif",
        mark("for GitHub code scanning, Azure DevOps, Visual Studio Code and others: SARIF 2.1.0"),
        for_programs=True,
    ),
    "junit": Format(
        "junit",
        mark("for Jenkins, GitLab and most others: JUnit XML, a test for each practice"),
        for_programs=True,
    ),
}
"""All formats by name, in the order in which help names them."""


def known_format(name: str) -> str:
    """Return the name of a format; raise `CannotGoOn` if there is none of that name."""
    if name in FORMATS:
        return name
    message = say("there is no format “{name}”", name=name)
    otherwise = mark("the formats are: {names}")
    advice = suggest(name.lower(), tuple(FORMATS), otherwise, likeness=0.5)
    raise CannotGoOn(say("{what}; {advice}", what=message, advice=advice))


def printer(name: str) -> Printer:
    """Return the function that shows files in the format `name`, in so many columns, as they come.

    Its module is loaded only here: most calls need none of the others.
    """
    show: Printer = import_module(f"passportkit.report.{FORMATS[name].module}").show
    return show
