"""A new key at the top of an author's YAML, where it belongs among the others.

As in `writing`, what is returned is an edit that still has to be proved.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yaml.nodes import MappingNode

from passportkit.edits import Edit, Meaning, Splice
from passportkit.source.anchor import anchor_of, as_lines, content_end, is_flow, lines_at
from passportkit.source.breaks import BREAK, line_end
from passportkit.source.cutting import with_deeper
from passportkit.source.document import Data, Source
from passportkit.source.proof import data_of
from passportkit.source.writing import put


def insert(source: Source, key: str, value: Data, order: Sequence[str]) -> Edit:
    """Return the edit that puts a new key at the top, behind the one that comes before it.

    `order` has the keys that there may be. Where empty lines stand between the keys of the file,
    they also set apart what is new, if it or the one above has several lines.
    """
    text, data, root = source.text, data_of(source), source.root
    above = [each for each in order[: order.index(key)] if each in data]
    if key in data or not above or not isinstance(root, MappingNode) or is_flow(root):
        return put(source, (key,), value)
    spot = anchor_of(source, (above[-1],))
    end = with_deeper(text, line_end(text, content_end(text, spot.node)), spot.column)
    is_airy, below = _is_airy(text, root), BREAK.split(text[end:])[1:]
    is_long = len(BREAK.split(text[spot.key_end : end])) > 1
    new = lines_at(text, end).of_key(key, value, spot.column)
    if is_airy and len(new) > 1 and below and below[0].strip():
        new = [*new, ""]
    if is_airy and (is_long or len(new) > 1):
        new = ["", *new]
    return Edit(text, (Splice(end, end, as_lines(text, new)),), (Meaning((key,), value),))


def _is_airy(text: str, root: MappingNode) -> bool:
    """Whether there are empty lines between the keys of a file."""
    ends = ((content_end(text, above[1]), below[0]) for above, below in pairwise(root.value))
    gaps = (BREAK.split(text[end : key.start_mark.index])[1:-1] for end, key in ends)
    return any(not line.strip() for gap in gaps for line in gap)
