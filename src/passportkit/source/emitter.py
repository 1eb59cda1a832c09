"""How values are spelt in YAML: as people would write them, and read back as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from passportkit.source.document import Data

_LONGEST = 88
"""How many characters of a text stand behind its key; a longer one stands below it."""

_STEP = 2
_BLANKS = " \t"

UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
ONLY_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NUMBER = re.compile(r"[1-9]\d{0,14}", re.ASCII)
_SIMPLE = re.compile(r"[^\W_]|[«„(№“]")
_MAY_BE_NUMBER = re.compile(r"[\s0-9.,:+_a-zA-Z-]*")
_KEYWORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_KEY = re.compile("[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")


def on_line(value: Data) -> str:
    """Return a value as it stands behind its key or dash; nothing for None."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return flow(value)
    return value if is_plain(value) else _quoted(value)


def flow(value: Data) -> str:
    """Return a value on one line, safe within brackets and braces."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{word(k)}: {flow(v)}".rstrip() for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if value is None:
        return "null"
    return word(value)


def word(key: str) -> str:
    """Return a word that needs no quotes anywhere, or the words in quotes."""
    return key if _KEY.fullmatch(key) and key not in _KEYWORDS else _quoted(key)


def is_plain(text: str) -> bool:
    """Whether a text may stand without quotes and is a text then to every reader of YAML."""
    if _NUMBER.fullmatch(text):
        return True
    if not _SIMPLE.match(text) or ONLY_ESCAPED.search(text) or "\n" in text or "\t" in text:
        return False
    if ": " in text or " #" in text or text.endswith((":", " ")) or text.lower() in _KEYWORDS:
        return False
    return not (text[0].isdigit() and _MAY_BE_NUMBER.fullmatch(text))


def _quoted(text: str) -> str:
    if ('"' in text or "\\" in text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    escaped = json.dumps(text, ensure_ascii=False)
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)


def _stands_below(text: str) -> bool:
    """Whether a text goes below its key: it has lines or is long, and would come back the same."""
    lines = text.split("\n")
    canonical = all(line and line[-1] not in _BLANKS for line in lines) and text[0] not in _BLANKS
    return canonical and (len(lines) > 1 or len(text) > _LONGEST) and not ONLY_ESCAPED.search(text)


class Lines:
    """Writes values as blocks; `least` is the least column of what stands below a sign `|`."""

    def __init__(self, least: int) -> None:
        self._least = least

    def behind_key(self, value: Data, column: int) -> tuple[str, list[str]]:
        """Return what goes on the line of the key at `column`, and the lines below."""
        if isinstance(value, Mapping) and value:
            inner = [self.of_key(key, each, column + _STEP) for key, each in value.items()]
            return "", [line for lines in inner for line in lines]
        if isinstance(value, list) and value:
            items = [self.with_dash(each, column + _STEP) for each in value]
            return "", [line for lines in items for line in lines]
        return self._scalar(value, column)

    def of_item(self, value: Data, column: int) -> tuple[str, list[str]]:
        """Return what goes on the line of the dash at `column`, and the lines below."""
        if isinstance(value, Mapping) and value:
            first, *rest = self.behind_key(value, column)[1]
            return first.lstrip(), rest
        if isinstance(value, list):
            return flow(value), []
        return self._scalar(value, column)

    def of_key(self, key: str, value: Data, column: int) -> list[str]:
        """Return the lines of a key at `column` and its value."""
        head, body = self.behind_key(value, column)
        return [_joined(" " * column + word(key) + ":", head), *body]

    def with_dash(self, value: Data, column: int) -> list[str]:
        """Return the lines of an item whose dash is at `column`."""
        head, body = self.of_item(value, column)
        return [_joined(" " * column + "-", head), *body]

    def _scalar(self, value: Data, column: int) -> tuple[str, list[str]]:
        if not isinstance(value, str) or not _stands_below(value):
            return on_line(value), []
        indent = " " * max(column + _STEP, self._least)
        return "|", [indent + line for line in value.split("\n")]


class FlowLines(Lines):
    """Writes every value behind its key or dash: where a block would not come back the same."""

    def behind_key(self, value: Data, column: int) -> tuple[str, list[str]]:  # noqa: ARG002 - as in `Lines`
        """Return the value on the line of its key."""
        return flow(value), []

    def of_item(self, value: Data, column: int) -> tuple[str, list[str]]:  # noqa: ARG002 - as in `Lines`
        """Return the value on the line of its dash."""
        return flow(value), []


def _joined(start: str, head: str) -> str:
    return f"{start} {head}" if head else start
