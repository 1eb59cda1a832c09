"""Reading TOML; whatever is wrong becomes a finding, and every finding gets its place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from passportkit.files.contents import load
from passportkit.files.paths import called
from passportkit.findings import START, Finding, Place, Route, Severity
from passportkit.language import say
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
    try:
        return Source(name, text, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Source(name, text, None, (_broken(text, error),))


_NOT_UTF8 = Finding(
    "toml-syntax",
    Severity.ERROR,
    say("the file is not in UTF-8"),
    help=say("save it again with the encoding UTF-8 (in Notepad: Save as, Encoding)"),
    place=START,
)


def _broken(text: str, error: Exception) -> Finding:
    # Python says where only in its English sentence before 3.14
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    lines = text.split("\n")
    end = len(lines), len(lines[-1]) + 1
    line, column = (int(found[1]), int(found[2])) if found else end
    return Finding(
        "toml-syntax",
        Severity.ERROR,
        say("the settings cannot be read from here on"),
        help=say(
            'a setting is a line such as `language = "ru"` or `forms = ["practice-passport"]`'
        ),
        place=Place(line, column, line, column),
    )


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
    line = text.count("\n", 0, start) + 1
    before = text.rfind("\n", 0, start) + 1
    return Place(line, start - before + 1, line, end - before + 1)
