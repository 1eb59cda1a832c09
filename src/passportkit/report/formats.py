"""The formats that a report can be printed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from passportkit.language import Translator
from passportkit.report.result import CheckedFile, CheckRun

if TYPE_CHECKING:
    from rich.text import Text

    Printer = Callable[[Iterable[CheckedFile], CheckRun, Translator, int], Iterator[str | Text]]


class Format(NamedTuple):
    """A format: the module whose `show` makes it, and whether a program reads it."""

    module: str
    for_programs: bool = False


FORMATS = {
    "full": Format("full"),
    "concise": Format("concise"),
    "json": Format("findings_json", for_programs=True),
    "github": Format("github"),
    "gitlab": Format("gitlab", for_programs=True),
    "sarif": Format("sarif", for_programs=True),
    "junit": Format("junit", for_programs=True),
}
"""All formats by name, in the order in which help names them."""


def printer(name: str) -> Printer:
    """Return the function that shows files in the format `name`, in so many columns, as they come.

    Its module is loaded only here: most calls need none of the others.
    """
    show: Printer = import_module(f"passportkit.report.{FORMATS[name].module}").show
    return show
