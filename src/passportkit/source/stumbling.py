"""Why a text stops being YAML, where it is something that its author does not see or look for.

libyaml says what it expected. What stands there instead is plainer: the marks of a merge, a blank
that is none, a comment in the middle of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from passportkit.language import Message, mark, say
from passportkit.source.unseen import HIDDEN, LINE_ENDS, TURNS, UNSEEN, name_of


class Stumbled(NamedTuple):
    """What is in the way: from where to where it stands, what it is, and what to do about it."""

    start: int
    end: int
    message: Message
    advice: Message


class _Obstacle(NamedTuple):
    """What stops a reader of YAML, in group 1 of `pattern` from the beginning of a line on."""

    pattern: re.Pattern[str]
    message: str
    advice: str

    def at(self, text: str, start: int, end: int) -> Stumbled | None:
        """Return what is said of it if the line that begins at `start` has it, before `end`."""
        found = self.pattern.match(text, start, end)
        if found is None:
            return None
        message = say(self.message, sign=name_of(found[1]))
        return Stumbled(*found.span(1), message, say(self.advice))


_KEY = r"[ \t]*(?:-[ \t]+)*[A-Za-z_][\w-]*"
_USUAL_BLANK = mark("put a usual blank in its place")

_TAB_INDENT = _Obstacle(
    re.compile(r"[ \t]*?(\t)"), mark("the line is indented with a tab"), mark("indent with blanks")
)
_TAB = _Obstacle(re.compile(r"(\t)"), mark("here stands {sign}"), _USUAL_BLANK)
_LINE_END = _Obstacle(
    re.compile(rf"[^\r\n]*?([{LINE_ENDS}])"),
    mark("in the text stands {sign}"),
    mark("put a blank in its place; it comes along when text is pasted"),
)
_COMMENT = _Obstacle(
    re.compile(r"(?:[^\r\n]*?[^\s#][ \t]+|[ \t]+(?=#\w))(#)"),
    mark("the text ends before ` #`, which begins a comment"),
    mark("put the whole text in quotes, or on the next lines after `|`"),
)
_IN_INDENT = _Obstacle(
    re.compile(rf"[ \t]*([{UNSEEN}])"),
    mark("in the indentation stands {sign}"),
    mark("indent with blanks"),
)
_IN_A_LINE = (
    _IN_INDENT,
    _Obstacle(
        re.compile(rf"{_KEY}:([{UNSEEN}])"), mark("behind the colon stands {sign}"), _USUAL_BLANK
    ),
    _Obstacle(
        re.compile(rf"[ \t]*(?:-[ \t]+)*-([{UNSEEN}])"),
        mark("behind the dash stands {sign}"),
        _USUAL_BLANK,
    ),
    _Obstacle(
        re.compile(rf"{_KEY}(:)(?=[^\s/])"),
        mark("there is no blank behind the colon"),
        mark("put one there; a text with a colon goes in quotes whole"),
    ),
)
_hidden = re.compile(f"[{HIDDEN}{TURNS}]").search
_goes_on = re.compile(r"[ \t]+(?![\w-]+:|- )[^\s#]").match

_conflict_marks = re.compile(
    r"^(?:<{7}|\|{7}|={7}|>{7})(?![^ \r\n])[^\r\n]*", re.MULTILINE
).finditer
_ONLY_GIT = "<>"
"""The signs that begin a line so often only in the marks of a conflict."""


def stumbling_block(text: str, offset: int) -> Stumbled | None:
    """Return what keeps the line of `offset`, or the one above it, from being YAML, if it is known.

    `offset` is the place that libyaml names.
    """
    return next(filter(None, _blocks(text, offset)), None)


def conflict_in(text: str) -> Stumbled | None:
    """Return the first mark of a conflict that stands whole in a text that can be read."""
    whole = all(f"\n{sign * 7}" in f"\n{text}" for sign in "<=>")
    return _conflict(text, 0) if whole else None


def unseen_in_key(key: str, offset: int) -> Stumbled | None:
    """Return the sign in a key that nobody sees, the key beginning at `offset`.

    Blanks of all kinds are seen within it, and are none only where it begins or ends.
    """
    if found := _IN_INDENT.at(key, 0, 1):
        return found._replace(start=offset, end=offset + 1)
    if key[-1] in UNSEEN:
        at, where = len(key) - 1, mark("behind the key stands {sign}")
    elif hidden := _hidden(key):
        at, where = hidden.start(), mark("in the key stands {sign}")
    else:
        return None
    message = say(where, sign=name_of(key[at]))
    return Stumbled(offset + at, offset + at + 1, message, say("delete it"))


def _blocks(text: str, offset: int) -> Iterator[Stumbled | None]:
    here = _line_start(text, offset)
    above = _line_start(text, max(here - 1, 0))
    yield _conflict(text, offset)
    yield _TAB_INDENT.at(text, here, offset + 1)
    yield _TAB.at(text, offset, offset + 1)
    yield _LINE_END.at(text, here, offset)
    for start in dict.fromkeys((here, above)):
        for cause in _IN_A_LINE:
            yield cause.at(text, start, len(text))
    if _goes_on(text, here):
        yield _COMMENT.at(text, above, here)


def _line_start(text: str, offset: int) -> int:
    """Return where the line begins in which `offset` is, as an editor has lines."""
    return max(text.rfind(end, 0, offset) for end in "\r\n") + 1


def _conflict(text: str, offset: int) -> Stumbled | None:
    found = list(_conflict_marks(text))
    if not any(each[0][0] in _ONLY_GIT or each.start() == offset for each in found):
        return None
    return Stumbled(
        *found[0].span(),
        say("a conflict of git is not settled here"),
        say("keep one of both versions; delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`"),
    )
