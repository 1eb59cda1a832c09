"""How values are spelt in YAML: as people would write them, and read back as they are.

Whatever YAML this program writes is written here: into a file, as a new one, and where it is asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from passportkit.source.breaks import BLANKS
from passportkit.source.document import Data

_LONGEST_KEY = 1000
"""How many characters a key may have before a colon; YAML looks for that no further than 1024."""

_LONGEST = 88
"""How many characters of a text stand behind its key; a longer one stands below it."""

_WIDTH = 96
"""How many characters of a folded paragraph stand on one line, where its words allow it."""

STEP = 2
"""How many columns further right stands what belongs to a key or a dash."""

_IN_BRACKETS = frozenset({"forms"})
"""Keys with lists of names, which are few and need no quotes: they stand on one line."""

_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
ONLY_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NUMBER = re.compile(r"[1-9]\d{0,14}", re.ASCII)
_SIMPLE = re.compile(r"[^\W_]|[«„(№“]")
_MAY_BE_NUMBER = re.compile(r"[\s0-9.,:+_a-zA-Z-]*")
_KEYWORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_KEY = re.compile("[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")

_is_russian = re.compile(rf"[а-яА-ЯёЁ«][^:#\n\t{ONLY_ESCAPED.pattern[1:-1]}]*+(?<! )").fullmatch
"""Whether a text begins with a Russian word and needs no quotes: the cheap question, and a frequent
answer."""

# Only one blank between two words may become a line end: more, or a tab, would not come back.
_folded = re.compile(rf"(.{{1,{_WIDTH}}}|.+?)(?<![ \t])(?: (?![ \t])|\Z)").findall

_has_list = re.compile(r"^(?:[ \t]|-|\\|\d{1,2}[.)])", re.MULTILINE).search
"""Whether lines may be items of a list, or nest: those are not set apart."""


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
    return str(value).lower() if isinstance(value, bool) else word(value)


def word(key: str) -> str:
    """Return a word that needs no quotes anywhere, or the words in quotes."""
    return key if _KEY.fullmatch(key) and key not in _KEYWORDS else _quoted(key)


def is_plain(text: str) -> bool:
    """Whether a text may stand without quotes and is a text then to every reader of YAML."""
    if _is_russian(text) or _NUMBER.fullmatch(text):
        return True
    if not _SIMPLE.match(text) or ONLY_ESCAPED.search(text) or "\n" in text or "\t" in text:
        return False
    if ": " in text or " #" in text or text.endswith((":", " ")) or text.lower() in _KEYWORDS:
        return False
    return not (text[0].isdigit() and _MAY_BE_NUMBER.fullmatch(text))


def in_quotes(text: str) -> str:
    """Return a text in double quotes, in which every text can stand."""
    escaped = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)


def _quoted(text: str) -> str:
    if ('"' in text or "\\" in text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return in_quotes(text)


def _stands_below(text: str) -> bool:
    """Whether a text goes below its key: it has lines or is long, and would come back the same."""
    if len(text) <= _LONGEST and "\n" not in text:
        return False
    lines = text.split("\n")
    canonical = all(line and line[-1] not in BLANKS for line in lines) and text[0] not in BLANKS
    return canonical and not ONLY_ESCAPED.search(text)


class Lines:
    """Writes values as blocks; `least` is the least column of what stands below a sign `|`.

    On `one_line` stands each text where none may stand below its key.
    """

    def __init__(self, least: int = 0, *, one_line: bool = False) -> None:
        self._least = least
        self._one_line = one_line

    def behind_key(self, value: Data, column: int) -> tuple[str, list[str]]:
        """Return what goes on the line of the key at `column`, and the lines below."""
        if isinstance(value, str):
            return self._text(value, column)
        if isinstance(value, Mapping) and value:
            inner = (self.of_key(key, each, column + STEP) for key, each in value.items())
            return "", list(chain.from_iterable(inner))
        if isinstance(value, list) and value:
            items = (self.with_dash(each, column + STEP) for each in value)
            return "", list(chain.from_iterable(items))
        return on_line(value), []

    def of_item(self, value: Data, column: int) -> tuple[str, list[str]]:
        """Return what goes on the line of the dash at `column`, and the lines below."""
        if isinstance(value, str):
            return self._text(value, column)
        if isinstance(value, Mapping) and value:
            first, *rest = self.behind_key(value, column)[1]
            return first.lstrip(), rest
        return on_line(value), []

    def of_key(self, key: str, value: Data, column: int) -> list[str]:
        """Return the lines of a key at `column` and its value."""
        in_brackets = key in _IN_BRACKETS and isinstance(value, list)
        head, body = (flow(value), []) if in_brackets else self.behind_key(value, column)
        return [_joined(_key_at(column, key), head), *body]

    def with_dash(self, value: Data, column: int) -> list[str]:
        """Return the lines of an item whose dash is at `column`."""
        head, body = self.of_item(value, column)
        return [_joined(" " * column + "-", head), *body]

    def _text(self, text: str, column: int) -> tuple[str, list[str]]:
        if self._one_line or not _stands_below(text):
            return on_line(text), []
        indent = " " * max(column + STEP, self._least)
        sign, lines = self._below(text)
        return sign, [indent + line if line else line for line in lines]

    def _below(self, text: str) -> tuple[str, list[str]]:
        """Return the sign behind which a text stands below its key, and its lines."""
        return "|", text.split("\n")


class FoldedLines(Lines):
    """Writes long paragraphs folded: as a new file has them."""

    def _below(self, text: str) -> tuple[str, list[str]]:
        paragraphs = text.split("\n")
        if len(paragraphs) > 1 and (_has_list(text) or max(map(len, paragraphs)) <= _WIDTH):
            return "|", paragraphs
        folded = [["", *_folded(paragraph)] for paragraph in paragraphs]
        return ">-", [line for lines in folded for line in lines][1:]


class LabelLines(FoldedLines):
    """Writes texts of which every sign counts: one with a line end stands in quotes."""

    def _text(self, text: str, column: int) -> tuple[str, list[str]]:
        return (on_line(text), []) if "\n" in text else super()._text(text, column)


class FlowLines(Lines):
    """Writes every value behind its key or dash: where a block would not come back the same."""

    def behind_key(self, value: Data, column: int) -> tuple[str, list[str]]:  # noqa: ARG002 - as in `Lines`
        """Return the value on the line of its key."""
        return flow(value), []

    def of_item(self, value: Data, column: int) -> tuple[str, list[str]]:  # noqa: ARG002 - as in `Lines`
        """Return the value on the line of its dash."""
        return flow(value), []


@lru_cache(maxsize=512)
def _key_at(column: int, key: str) -> str:
    """Return a key at its column, where it stands in each of many rows."""
    spelt, before = word(key), " " * column
    return f"{before}{spelt}:" if len(spelt) < _LONGEST_KEY else f"{before}? {spelt}\n{before}:"


def _joined(start: str, head: str) -> str:
    return f"{start} {head}" if head else start
