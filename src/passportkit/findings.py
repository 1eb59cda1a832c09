"""Findings: what is wrong with a file, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from passportkit.language import AnyMessage, Message

if TYPE_CHECKING:  # almost no run ever makes an edit
    from passportkit.edits import Edit

Route = tuple[str | int, ...]
"""The way to a value from the root of a file: keys of mappings and indices of lists."""


class Severity(StrEnum):
    """How much a finding weighs: an error stops a document, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(NamedTuple):
    """A stretch of a file.

    Lines and columns are counted from 1, in characters; the end is the first character that no
    longer belongs to it.
    """

    line: int
    column: int
    end_line: int
    end_column: int


START = Place(1, 1, 1, 1)
"""The place of what concerns a file as a whole."""


class Fix(NamedTuple):
    """One way to mend what was found: what is done, in words, and how.

    `edit` makes the edit of the source that the finding is about; nobody pays for it before it is
    wanted. It may raise `CannotGoOn`.
    """

    message: Message
    edit: Callable[[Any], Edit]


class Finding(NamedTuple):
    """One thing that is wrong.

    `rule` is its kebab-case name. `route` says where in the file's data it is, `on_key` that
    the key is meant and not the value, `span` that only these characters of a text are meant.
    `place` is set once a source has located it (or at once, by what reads the file). `fixes` are
    ways to mend it, the best first.
    """

    rule: str
    severity: Severity
    message: Message
    route: Route = ()
    help: AnyMessage | None = None
    on_key: bool = False
    span: tuple[int, int] | None = None
    place: Place | None = None
    fixes: tuple[Fix, ...] = ()

    def without_words(self) -> Finding:
        """Return the finding without a word of its file: no value, no key, no fix."""
        return self._replace(
            message=self.message.without_words(),
            help=self.help and self.help.without_words(),
            route=(),
            fixes=(),
        )
