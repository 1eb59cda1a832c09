"""Changing what an author's YAML says: the lines of what changes, and no others.

As in `writing`, every change is read back before it is given out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yaml.nodes import ScalarNode

from passportkit.findings import Route
from passportkit.source.anchor import (
    ALL_BLANKS,
    Anchor,
    anchor_of,
    content_end,
    least_column,
    line_break,
    line_end,
    line_start,
)
from passportkit.source.cutting import clear
from passportkit.source.document import Data
from passportkit.source.emitter import FlowLines, Lines
from passportkit.source.plain_data import find, same, with_value
from passportkit.source.proof import data_of, refusal, source_of
from passportkit.source.respelling import Splice, respelt
from passportkit.source.writing import put
from passportkit.text import canonical


def reword(text: str, words: Mapping[Route, str]) -> str:
    """Return the file `text` with other words at some routes where texts stand.

    Each keeps its style where that has a spelling for the words. `words` are in canonical form,
    and what is read back says the same in canonical form.
    """
    spots = {route: anchor_of(text, route) for route in words}
    together = [each for route, spot in spots.items() for each in _own(text, spot, words[route])]
    changed = _spliced(text, together)
    if _says(changed, data_of(text), words):
        return changed
    for route, value in words.items():
        text = _reworded(text, route, value)
    return text


def _reworded(text: str, route: Route, value: str) -> str:
    spot, before = anchor_of(text, route), data_of(text)
    for spell in (_own, _anew, _on_line):
        changed = _spliced(text, spell(text, spot, value))
        if _says(changed, before, {route: value}):
            return changed
    raise refusal()


def _own(text: str, spot: Anchor, value: str) -> list[Splice]:
    """Spell a text in its own style, or else in the barest."""
    splice = respelt(text, spot, value)
    return [splice] if splice else _anew(text, spot, value)


def _anew(text: str, spot: Anchor, value: str) -> list[Splice]:
    stop = line_end(text, content_end(text, spot.node))
    return _placed(
        text, spot, value, FlowLines(0) if spot.in_flow else Lines(least_column(text, stop))
    )


def _on_line(text: str, spot: Anchor, value: str) -> list[Splice]:
    return _placed(text, spot, value, FlowLines(0))


def _placed(text: str, spot: Anchor, value: str, lines: Lines) -> list[Splice]:
    """Put a text on the line of its key or dash, with what belongs below below."""
    assert isinstance(spot.node, ScalarNode)
    start, end = spot.node.start_mark.index, content_end(text, spot.node)
    stop = line_end(text, end)
    head, body = (lines.of_item if spot.is_item else lines.behind_key)(value, spot.column)
    if spot.node.style in ("|", ">"):  # a comment behind the sign stays there
        _, sign, comment = text[start : line_end(text, start)].partition("#")
        head += f"  #{comment}" if sign else ""
    between = text[spot.key_end : start]
    is_below = line_start(text, start) > spot.key_end  # the text stands on a line of its own
    if is_below and not (spot.is_item or spot.in_flow or between.strip(":" + ALL_BLANKS)):
        start, head = spot.key_end, f": {head}"
    below = "".join(line_break(text) + line for line in body)
    return [(start, end, head), (stop, stop, below)]


def _spliced(text: str, splices: Iterable[Splice]) -> str:
    parts, at = [], 0
    for start, end, words in sorted(splices):
        parts += [text[at:start], words]
        at = end
    return "".join([*parts, text[at:]])


def _says(text: str, before: Data, words: Mapping[Route, str]) -> bool:
    """Whether a file says what it did before, but for other words at some routes."""
    after = source_of(text).data
    for route, value in words.items():
        said = find(after, route)
        if not isinstance(said, str) or canonical(said) != value:
            return False
        before = with_value(before, route, said)
    return after is not None and same(after, before)


def change(text: str, route: Route, value: Data) -> str:
    """Return the file `text` with a value of another kind at `route`: a list for a text, say."""
    return put(clear(text, *route), route, value)
