"""Reading TOML; whatever is wrong becomes a finding, and every finding gets its place."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import takewhile
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from passportkit.files.contents import load
from passportkit.files.paths import called, is_link, leads_astray
from passportkit.findings import START, Finding, Place, Route, Severity
from passportkit.language import say
from passportkit.lines import LineNumbers
from passportkit.source import Source
from passportkit.workspace.settings_text import DEEPEST, SETTINGS, TooDeepError, data_of


def read_toml(path: Path) -> Source:
    """Read a file; where that cannot be done, there is a finding and no data.

    Settings have no reason to be a link: of one no word is shown, wherever it leads.
    """
    name, content = called(path), load(path, SETTINGS)
    if isinstance(content, Finding):
        return Source(name, "", None, (content,))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Source(name, "", None, (_NOT_UTF8,))
    data, wrong = _parsed(text)
    return Source(name, text, data, wrong, is_shown=not (is_link(path) or leads_astray(path)))


def _parsed(text: str) -> tuple[dict[str, Any] | None, tuple[Finding, ...]]:
    """Return the data in a text, or None and what is wrong with it."""
    try:
        data = data_of(text)
    except tomllib.TOMLDecodeError as error:
        # Python says where only in its English sentence before 3.14
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        return None, (_broken(int(found[1]), int(found[2])) if found else _unfinished(text),)
    except TooDeepError as error:
        return None, (_nested(*_position(text, error.at)),)
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


def _nested(line: int, column: int) -> Finding:
    return _broken(line, column)._replace(
        message=say("the settings nest more than {levels} levels deep", levels=DEEPEST)
    )


def _unfinished(text: str) -> Finding:
    return _broken(*_position(text, len(text)))


def _far_too_long(text: str) -> Finding:
    number = _LONG_NUMBER.search(text)
    return _broken(*_position(text, number.start() if number else len(text)))


_LONG_NUMBER = re.compile(r"0[xob][0-9a-fA-F_]{16,}|[0-9][0-9_]{18,}")


def _position(text: str, at: int) -> tuple[int, int]:
    return LineNumbers(text).position(at)


def located(text: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings of the TOML in `text`, each with its place."""
    places = _Places(text)
    return tuple(
        each if each.place else each._replace(place=places.place(each.route, on_key=each.on_key))
        for each in findings
    )


_KEY = re.compile(
    r"""
    (?P<first>^[ \t]*+\[*+[ \t]*+ | [{,.\[][ \t]*+)
    (?P<key>"[^"\n]*+" | '[^'\n]*+' | [\w-]++)
    [ \t]*+ (?=[=.\]])
    """,
    re.MULTILINE | re.VERBOSE,
)
_VALUE = re.compile(r"""[ \t]*=[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s#,}\]]+)""")


class _SettingKey(NamedTuple):
    """Where a key stands, how far it reaches with the blanks behind it, and whether first."""

    start: int
    end: int
    behind: int
    is_first: bool


class _Places:
    """Where keys and values stand: tomllib keeps no places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._numbers = LineNumbers(text)

    @cached_property
    def _keys(self) -> dict[str, list[_SettingKey]]:
        """The keys by their names, in the order of the text."""
        keys: dict[str, list[_SettingKey]] = {}
        for found in _KEY.finditer(self._text):
            before = found["first"]
            is_first = found.start() == 0 or self._text[found.start() - 1] == "\n"
            key = _SettingKey(
                *found.span("key"), found.end(), is_first and before[:1] not in ("{", ",")
            )
            keys.setdefault(found["key"].strip("\"'"), []).append(key)
        return keys

    def place(self, route: Route, *, on_key: bool) -> Place:
        """Return the place of a key, or of the value on its line.

        Keys are looked for one behind the other, so a key of a table is found below its heading,
        behind the table's name and a dot, and between braces.
        """
        key: _SettingKey | None = None
        for step in takewhile(_is_name, route):
            found = self._behind(key, str(step))
            if found is None:
                break
            key = found
        if key is None:
            return START
        value = None if on_key else _VALUE.match(self._text, key.behind)
        return self._between(*(value.span(1) if value else (key.start, key.end)))

    def _behind(self, above: _SettingKey | None, name: str) -> _SettingKey | None:
        keys = self._keys.get(name, [])
        if above is None:
            return next((key for key in keys if key.is_first), None)
        return next(iter(keys[bisect_left(keys, above.behind, key=_start) :][:1]), None)

    def _between(self, start: int, end: int) -> Place:
        line, column = self._numbers.position(start)
        return Place(line, column, line, column + end - start)


def _is_name(step: object) -> bool:
    return isinstance(step, str)


_start = attrgetter("start")
