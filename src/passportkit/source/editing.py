"""Changing what an author's YAML says: the lines of what changes, and no others.

As in `writing`, what is returned is an edit that still has to be proved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from yaml.nodes import ScalarNode

from passportkit.edits import Edit, Meaning, Splice, together
from passportkit.findings import Route
from passportkit.source.anchor import Anchor, anchor_of, as_lines, content_end, written_at
from passportkit.source.breaks import ALL_BLANKS, line_end, line_start
from passportkit.source.cutting import clear
from passportkit.source.document import Data, Source
from passportkit.source.proof import in_turn
from passportkit.source.respelling import respelt
from passportkit.source.writing import put


def reword(source: Source, words: Mapping[Route, str]) -> Edit:
    """Return the edit that puts other words at some routes where texts stand.

    Each keeps its style where that has a spelling for the words. `words` are in canonical form,
    and what is read back says the same in canonical form.
    """
    edits = [
        Edit(source.text, tuple(_respelt(source, route, value)), (Meaning(route, value),))
        for route, value in words.items()
    ]
    return together(source.text, edits)


def change(source: Source, route: Route, value: Data) -> Edit:
    """Return the edit that puts a value of another kind at `route`: a list for a text, say."""
    return in_turn(source, [partial(clear, route=route), partial(put, route=route, value=value)])


def _respelt(source: Source, route: Route, value: str) -> Iterator[Splice]:
    """Spell a text in its own style, or else in the barest."""
    spot = anchor_of(source, route)
    splice = respelt(source.text, spot, value)
    if splice:
        yield splice
    else:
        yield from _anew(source.text, spot, value)


def _anew(text: str, spot: Anchor, value: str) -> Iterator[Splice]:
    """Put a text on the line of its key or dash, with what belongs below below."""
    assert isinstance(spot.node, ScalarNode)
    start, end = spot.node.start_mark.index, content_end(text, spot.node)
    stop = line_end(text, end)
    head, body = written_at(text, spot, value, stop)
    if spot.node.style in ("|", ">"):  # a comment behind the sign stays there
        _, sign, comment = text[start : line_end(text, start)].partition("#")
        head += f"  #{comment}" if sign else ""
    between = text[spot.key_end : start]
    is_below = line_start(text, start) > spot.key_end  # the text stands on a line of its own
    if is_below and not (spot.is_item or spot.in_flow or between.strip(":" + ALL_BLANKS)):
        start, head = spot.key_end, f": {head}"
    yield Splice(start, end, head)
    if body:
        yield Splice(stop, stop, as_lines(text, body))
