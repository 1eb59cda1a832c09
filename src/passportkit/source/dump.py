"""A new file with a practice, as a careful person would write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from passportkit.source.document import Data
from passportkit.source.emitter import ONLY_ESCAPED, flow, on_line, word
from passportkit.text import canonical

FIRST = ("passport", "title", "forms")
"""The keys at the top of a file."""

_LAST = ("unplaced",)

_LONGEST = 88
"""How many characters of a text stand behind its key; a longer one stands below it."""

_WIDTH = 96
"""How many characters of a long paragraph stand on one line, where its words allow it."""

_STEP = "  "

# Only one blank between two words may become a line end: more, or a tab, would not come back.
_folded = re.compile(rf"(.{{1,{_WIDTH}}}|.+?)(?<![ \t])(?: (?![ \t])|\Z)").findall

_has_list = re.compile(r"^(?:[ \t]|-|\\|\d{1,2}[.)])", re.MULTILINE).search
"""Whether lines may be items of a list, or nest: those are not set apart."""

_is_plain = re.compile(rf"[а-яА-ЯёЁ«][^:#\n\t{ONLY_ESCAPED.pattern[1:-1]}]*+(?<! )").fullmatch
"""Whether a text surely needs no quotes: the cheap question before `on_line`."""


def dump(facts: Mapping[str, Data]) -> str:
    """Return the text of a file that says `facts`: texts, truth values, lists and mappings.

    `passport: 1` comes first, `unplaced` last. Reading the file gives the same data again, and of
    a text in canonical form the same text.
    """
    fields = {"passport": "1", **facts}
    first = [key for key in FIRST if key in fields]
    last = [key for key in _LAST if key in fields]
    between = [key for key in fields if key not in FIRST + _LAST]
    parts = [_field(key, fields[key]) for key in (*first, *between, *last)]
    lines = parts[0]
    for above, part in pairwise(parts):
        lines += part if len(above) == len(part) == 1 else ["", *part]
    return "\n".join([*lines, ""])


def _field(key: str, value: Data) -> list[str]:
    if key == "forms":  # names of forms need no quotes, and are few
        return [f"forms: {flow(value)}"]
    return list(_lines(f"{word(key)}:", value, ""))


def _lines(head: str, value: Data, indent: str) -> Iterator[str]:
    """Yield the lines of a value behind `head`, a key or dash that stands behind `indent`."""
    if isinstance(value, str):
        yield from _text(head, value, indent)
    elif isinstance(value, Mapping) and value:
        start = head + " "
        if head.endswith(":"):
            yield head
            start = indent + _STEP
        for key, each in value.items():
            yield from _lines(f"{start}{word(key)}:", each, indent + _STEP)
            start = indent + _STEP
    elif isinstance(value, list) and value and head.endswith(":"):
        yield head
        for each in value:
            yield from _lines(f"{indent}{_STEP}-", each, indent + _STEP)
    else:
        yield f"{head} {str(value).lower() if isinstance(value, bool) else on_line(value)}"


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    if len(text) <= _LONGEST and _is_plain(text):
        yield f"{head} {text}"
        return
    paragraphs = text.split("\n")
    if (len(text) <= _LONGEST and len(paragraphs) == 1) or _needs_quotes(text):
        yield f"{head} {on_line(text)}"
    elif len(paragraphs) > 1 and _stays_as_it_is(text):
        yield f"{head} |"
        yield from [f"{indent}{_STEP}{line}" for line in paragraphs]
    else:
        yield f"{head} >-"
        for number, paragraph in enumerate(paragraphs):
            if number:
                yield ""
            yield from [f"{indent}{_STEP}{line}" for line in _folded(paragraph)]


def _needs_quotes(text: str) -> bool:
    """Whether a text would not come back from lines below its key."""
    return canonical(text) != text or bool(ONLY_ESCAPED.search(text))


def _stays_as_it_is(text: str) -> bool:
    """Whether lines stand one under another, none folded: short ones, and lists."""
    return bool(_has_list(text)) or max(map(len, text.split("\n"))) <= _WIDTH
