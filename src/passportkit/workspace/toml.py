"""Reading TOML; whatever is wrong becomes a finding, and every finding gets its place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from passportkit.files.contents import load
from passportkit.files.paths import called, leads_away
from passportkit.findings import START, Finding, Place, Route, Severity
from passportkit.language import say
from passportkit.lines import LineNumbers
from passportkit.source import Source


def read_toml(path: Path) -> Source:
    """Read a file; where that cannot be done, there is a finding and no data."""
    name, content = called(path), load(path)
    if isinstance(content, Finding):
        return Source(name, "", None, (content,))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Source(name, "", None, (_NOT_UTF8,))
    data, wrong = _parsed(text)
    return Source(name, text, data, wrong, is_shown=not leads_away(path))


def _parsed(text: str) -> tuple[dict[str, Any] | None, tuple[Finding, ...]]:
    """Return the data in a text, or None and what is wrong with it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Python says where only in its English sentence before 3.14
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        return None, (_broken(int(found[1]), int(found[2])) if found else _unfinished(text),)
    except RecursionError:
        return None, (_unfinished(text),)
    except ValueError:  # a number of so many digits that Python itself does not read it
        return None, (_far_too_long(text),)
    if _has_long_number(data):
        return None, (_far_too_long(text),)
    return data, ()


def _has_long_number(value: object) -> bool:
    """Whether there is a number that TOML does not know: one has 64 bits."""
    waiting: list[object] = [value]  # it may nest deeper than calls can go
    while waiting:
        each = waiting.pop()
        if isinstance(each, int) and each.bit_length() > _BITS:
            return True
        if isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each
    return False


_BITS = 64


_NOT_UTF8 = Finding(
    "toml-syntax",
    Severity.ERROR,
    say("the file is not in UTF-8"),
    help=say("save it again with the encoding UTF-8 (in Notepad: Save as, Encoding)"),
    place=START,
)


def _broken(line: int, column: int) -> Finding:
    return Finding(
        "toml-syntax",
        Severity.ERROR,
        say("the settings cannot be read from here on"),
        help=say(
            'a setting is a line such as `language = "ru"` or `forms = ["practice-passport"]`'
        ),
        place=Place(line, column, line, column),
    )


def _unfinished(text: str) -> Finding:
    return _broken(*_position(text, len(text)))


def _far_too_long(text: str) -> Finding:
    number = _LONG_NUMBER.search(text)
    return _broken(*_position(text, number.start() if number else len(text)))


_LONG_NUMBER = re.compile(r"0[xob][0-9a-fA-F_]{16,}|[0-9][0-9_]{18,}")


def _position(text: str, at: int) -> tuple[int, int]:
    return LineNumbers(text).position(at)


def located(text: str, finding: Finding) -> Finding:
    """Return a finding of the TOML in `text` with its place."""
    if finding.place is not None:
        return finding
    return finding._replace(place=_place(text, finding.route, on_key=finding.on_key))


_BEFORE_KEY = r"^[ \t]*\[*[ \t]*"
_BEFORE_KEY_WITHIN = r"(?:^[ \t]*|[{,.\[][ \t]*)"
_VALUE = re.compile(r"""[ \t]*=[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s#,}\]]+)""")


def _place(text: str, route: Route, *, on_key: bool) -> Place:
    """Find a key, or the value on its line: tomllib keeps no places.

    Keys are looked for one behind the other, so a key of a table is found below its heading, behind
    the table's name and a dot, and between braces.
    """
    before, end, key = _BEFORE_KEY, 0, None
    for step in route:
        if not isinstance(step, str):
            break
        pattern = rf"""{before}(["']?{re.escape(step)}["']?)[ \t]*(?=[=.\]])"""
        found = re.compile(pattern, re.MULTILINE).search(text, end)
        if found is None:
            break
        key, end, before = found.span(1), found.end(), _BEFORE_KEY_WITHIN
    if key is None:
        return START
    value = None if on_key else _VALUE.match(text, end)
    return _between(text, *(value.span(1) if value else key))


def _between(text: str, start: int, end: int) -> Place:
    line, column = _position(text, start)
    return Place(line, column, line, column + end - start)
