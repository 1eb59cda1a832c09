"""A new key at the top of an author's YAML, where it belongs among the others.

As in `writing`, every change is read back before it is given out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yaml.nodes import MappingNode

from passportkit.source.anchor import (
    anchor_of,
    content_end,
    is_flow,
    least_column,
    line_break,
    line_end,
)
from passportkit.source.cutting import with_deeper
from passportkit.source.document import Data, lines_of
from passportkit.source.emitter import FlowLines, Lines
from passportkit.source.proof import data_of, proved, source_of
from passportkit.source.writing import put


def insert(text: str, key: str, value: Data, order: Sequence[str]) -> str:
    """Return the file `text` with a new key at its top, behind the one that comes before it.

    `order` has the keys that there may be. Where empty lines stand between the keys of the file,
    they also set apart what is new, if it or the one above has several lines.
    """
    data, root = data_of(text), source_of(text).root
    above = [each for each in order[: order.index(key)] if each in data]
    if key in data or not above or not isinstance(root, MappingNode) or is_flow(root):
        return put(text, (key,), value)
    spot = anchor_of(text, (above[-1],))
    end = with_deeper(text, line_end(text, content_end(text, spot.node)), spot.column)
    is_airy, below = _is_airy(text, root), lines_of(text[end:])[1:]
    is_long = len(lines_of(text[spot.key_end : end])) > 1

    def inserted(plain: bool) -> str:
        lines = Lines(least_column(text, end)) if plain else FlowLines(0)
        new = lines.of_key(key, value, spot.column)
        if is_airy and len(new) > 1 and below and below[0].strip():
            new = [*new, ""]
        if is_airy and (is_long or len(new) > 1):
            new = ["", *new]
        return text[:end] + "".join(line_break(text) + line for line in new) + text[end:]

    return proved({**data, key: value}, inserted)


def _is_airy(text: str, root: MappingNode) -> bool:
    """Whether there are empty lines between the keys of a file."""
    ends = ((content_end(text, above[1]), below[0]) for above, below in pairwise(root.value))
    gaps = (lines_of(text[end : key.start_mark.index])[1:-1] for end, key in ends)
    return any(not line.strip() for gap in gaps for line in gap)
