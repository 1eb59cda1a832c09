"""A bug of the program that one file brings to light: it is told, and the others go on."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from passportkit.engine.checking import Checked
from passportkit.errors import CannotGoOn
from passportkit.files.reasons import is_of_a_stream
from passportkit.findings import START, Finding, Severity
from passportkit.language import Message, say
from passportkit.rules.file_rules import PROGRAM_BUG, UNREADABLE_FILE
from passportkit.rules.rule import Rule
from passportkit.source import Source

_PACKAGE = Path(__file__).parents[1]


_NO_MEMORY = say(
    "the file takes more memory than there is; close other programs and call again for this file "
    "alone, or divide it"
)


@contextmanager
def within_memory() -> Iterator[None]:
    """Refuse, with `CannotGoOn`, a file that takes more memory than there is."""
    try:
        yield
    except MemoryError:
        raise CannotGoOn(_NO_MEMORY) from None


def fault(error: Exception, *, is_alone: bool) -> Message:
    """Return what to say of an exception that nobody expected while one of several files was read.

    Raises it again where nothing else waits to be done, or where it is of the output.
    """
    if is_alone or is_of_a_stream(error):
        raise error
    return say(
        "the program has failed over this file ({kind} in {place}); this is a bug of the program: "
        "please report it, with what a call for this file alone shows",
        kind=type(error).__name__,
        place=_place(error),
    )


def failed(name: str, error: Exception, *, is_alone: bool) -> Checked:
    """Return what there is of a practice over which the program has failed; raise as `fault`."""
    return _nothing_of(name, PROGRAM_BUG, fault(error, is_alone=is_alone))


def too_large(name: str) -> Checked:
    """Return what there is of a practice that takes more memory than there is."""
    return _nothing_of(name, UNREADABLE_FILE, _NO_MEMORY)


def _nothing_of(name: str, rule: Rule, message: Message) -> Checked:
    found = Finding(rule.name, Severity.ERROR, message, place=START)
    return Checked(Source(name, "", None, (found,)), None, (found,), ())


def _place(error: Exception) -> str:
    """Return the last line of ours that was at work."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if Path(each.filename).is_relative_to(_PACKAGE)]
    last = (ours or frames)[-1]
    path = Path(last.filename)
    name = path.relative_to(_PACKAGE) if ours else Path(path.name)
    return f"{name.as_posix()}:{last.lineno}"
