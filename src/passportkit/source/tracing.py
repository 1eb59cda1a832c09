"""Where each character of a text stands in its file, in each of YAML's five styles.

A scalar is decoded once more the way libyaml does it, keeping for each character the stretch of
the file that it comes from. What comes out must be the scalar's value; else nothing is said, and
the whole scalar stands for its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from yaml.nodes import ScalarNode

from passportkit.source.breaks import BLANKS, BREAK, BREAKS, KEPT_BREAKS
from passportkit.source.surrogates import PAIR, character_of
from passportkit.text import canonical

Stretch = tuple[int, int]
"""The offsets of the first character, and of the first that no longer belongs to it."""

Traced = list[tuple[str, Stretch]]
"""The characters of a text, each with its stretch of the file."""

_LONGEST = 200_000
"""Characters of a scalar that are traced: each takes as much memory as a hundred of the file."""

_HEAD = re.compile(rf"[|>][-+0-9]*[ \t]*(?:#[^{BREAKS}]*)?")


def trace(text: str, node: ScalarNode) -> list[Stretch] | None:
    """Return the stretch of each character of the node's text in canonical form.

    None where it cannot be told, and for a text that is too long to say it of each character.
    """
    if node.end_mark.index - node.start_mark.index > _LONGEST:
        return None
    body = text[node.start_mark.index : node.end_mark.index]
    for traced in _decoded(body, node):
        if "".join([char for char, _stretch in traced]) == node.value:
            kept = _canonical(traced)
            if "".join([char for char, _stretch in kept]) != canonical(node.value):
                return None
            start = node.start_mark.index
            return [(first + start, end + start) for _char, (first, end) in kept]
    return None


def first_words(text: str, node: ScalarNode) -> Stretch | None:
    """Return the first line that has words of a text after `|` or `>`, or None."""
    start, end = node.start_mark.index, node.end_mark.index
    head = BREAK.search(text, start, end)
    at = head.end() if head else end
    while at < end:
        broken = BREAK.search(text, at, end)
        stop = broken.start() if broken else end
        line = text[at:stop]
        if words := line.strip(BLANKS):
            first = at + len(line) - len(line.lstrip(BLANKS))
            return first, first + len(words)
        at = broken.end() if broken else end
    return None


def _decoded(body: str, node: ScalarNode) -> Iterator[Traced]:
    """Yield what the scalar may say; of a block there are as many ways as it may be indented."""
    if node.style in ("|", ">"):
        for indent in _indents(body):
            yield _chomped(_block(body, indent, folded=node.style == ">"), node.value)
    elif node.style == '"':
        yield _flow(body, 1, len(body) - 1, _double)
    elif node.style == "'":
        yield _flow(body, 1, len(body) - 1, _single)
    else:
        yield _flow(body, 0, len(body), _plain)


# --- flow scalars: plain and in quotes ------------------------------------------------------

Reader = Callable[[str, int], tuple[str, int]]
"""Reads one character of the text at an offset; returns it, and the offset behind it."""


def _flow(body: str, at: int, end: int, reader: Reader) -> Traced:
    traced: Traced = []
    while at < end:
        blank = at
        while blank < end and body[blank] in BLANKS:
            blank += 1
        if blank < end and BREAK.match(body, blank):
            at = _folded(body, blank, end, traced, escaped=False)
        elif blank > at:
            traced += [(body[index], (index, index + 1)) for index in range(at, blank)]
            at = blank
        elif reader is _double and body[at] == "\\" and BREAK.match(body, at + 1):
            at = _folded(body, at + 1, end, traced, escaped=True)
        else:
            char, behind = reader(body, at)
            traced.append((char, (at, behind)))
            at = behind
    return traced


def _folded(body: str, at: int, end: int, traced: Traced, *, escaped: bool) -> int:
    """Read line ends and the blanks around them; return the offset of the next word."""
    breaks: Traced = []
    while at < end:
        if body[at] in BLANKS:
            at += 1
        elif found := BREAK.match(body, at, end):
            breaks.append((_line_break(found[0]), (at, found.end())))
            at = found.end()
        else:
            break
    if escaped:
        traced += breaks[1:]
    elif breaks[0][0] != "\n":
        traced += breaks
    elif len(breaks) > 1:
        traced += breaks[1:]
    else:
        traced.append((" ", breaks[0][1]))
    return at


def _plain(body: str, at: int) -> tuple[str, int]:
    return body[at], at + 1


def _single(body: str, at: int) -> tuple[str, int]:
    return body[at], at + (2 if body[at] == "'" else 1)


_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_DIGITS = {"x": 2, "u": 4, "U": 8}


def _double(body: str, at: int) -> tuple[str, int]:
    if body[at] != "\\":
        return body[at], at + 1
    kind = body[at + 1]
    if pair := PAIR.match(body, at):
        return character_of(pair), pair.end()
    if kind in _DIGITS:
        behind = at + 2 + _DIGITS[kind]
        return chr(int(body[at + 2 : behind], 16)), behind
    return _ESCAPES.get(kind, kind), at + 2


def _line_break(found: str) -> str:
    return found if found in KEPT_BREAKS else "\n"


# --- block scalars --------------------------------------------------------------------------


def _indents(body: str) -> Iterator[int]:
    """Yield the columns at which the words may begin, the likeliest first."""
    lines = BREAK.split(body)[1:]
    widths = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")]
    likely = widths[0] if widths else 0
    yield likely
    yield from (width for width in range(likely - 1, -1, -1))


def _block(body: str, indent: int, *, folded: bool) -> Traced:
    """Read a block as libyaml's scanner does; line ends at its end are all kept."""
    head = _HEAD.match(body)
    at = head.end() if head else 0
    if found := BREAK.match(body, at):
        at = found.end()
    traced: Traced = []
    leading: Traced = []
    was_blank = False
    at, trailing = _empty_lines(body, at, indent)
    while at < len(body):
        is_blank = body[at] in BLANKS
        if folded and leading and leading[0][0] == "\n" and not (was_blank or is_blank):
            traced += trailing or [(" ", leading[0][1])]
        else:
            traced += leading + trailing
        was_blank = is_blank
        broken = BREAK.search(body, at)
        stop = broken.start() if broken else len(body)
        traced += [(body[index], (index, index + 1)) for index in range(at, stop)]
        leading = [(_line_break(broken[0]), broken.span())] if broken else []
        at, trailing = _empty_lines(body, broken.end() if broken else stop, indent)
    return traced + leading + trailing


def _empty_lines(body: str, at: int, indent: int) -> tuple[int, Traced]:
    """Go over empty lines and the indentation; return where the words begin, and the line ends."""
    breaks: Traced = []
    while at < len(body):
        start = at
        while at < len(body) and at - start < indent and body[at] == " ":
            at += 1
        found = BREAK.match(body, at)
        if found is None:
            break
        breaks.append((_line_break(found[0]), found.span()))
        at = found.end()
    return at, breaks


def _chomped(traced: Traced, value: str) -> Traced:
    """Leave out the line ends that the scalar's head does not keep."""
    return traced[: len(value)]


# --- what the canonical form leaves of a text -----------------------------------------------


def _canonical(traced: Traced) -> Traced:
    lines: list[Traced] = [[]]
    ends: list[Stretch] = []
    for char, stretch in traced:
        if (clean := canonical(f"-{char}-")) == "-\n-":
            lines.append([])
            ends.append(stretch)
        elif clean != "--":
            lines[-1].append((char, stretch))
    kept: Traced = []
    for index, line in enumerate(lines):
        while line and line[-1][0] in BLANKS:
            line.pop()
        if not line:
            continue
        if kept:
            kept.append(("\n", ends[index - 1]))
        kept += line
    while kept and kept[0][0] in BLANKS:
        kept.pop(0)
    return kept
