"""A YAML file as it was read: plain data whose scalars are all text, and the place of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from passportkit.findings import START, Finding, Place, Route

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what libyaml counts lines by

Data = Any
"""What a file holds: texts, None for a value left out, lists, and mappings with text keys."""


@dataclass(frozen=True)
class Source:
    """A file that was read.

    `name` is how messages call it. `data` is its root mapping, or None where the file cannot be
    read: then `findings` say why. Findings of what can be read in spite of them stand there too.
    """

    name: str
    text: str
    data: dict[str, Data] | None
    findings: tuple[Finding, ...] = ()
    root: Node | None = field(default=None, repr=False)

    @property
    def is_readable(self) -> bool:
        """Whether there is data to go on with."""
        return self.data is not None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        return lines_of(self.text)

    def place(self, route: Route, *, on_key: bool = False) -> Place:
        """Return the place of the value at `route`, or of its key.

        Of a value that the file does not have it is the place of the nearest one above that it
        does have; of an empty value it is the place of its key.
        """
        node, key = self.root, None
        for step in route:
            found = _step(node, step)
            if found is None:
                break
            key, node = found
        if node is None or (node is self.root and key is None):
            return START
        if key is not None and (on_key or _is_empty(node)):
            return _extent(key)
        return _extent(node)

    def locate(self, finding: Finding) -> Finding:
        """Return the finding with its place in this file."""
        if finding.place is not None:
            return finding
        return replace(finding, place=self.place(finding.route, on_key=finding.on_key))


def lines_of(text: str) -> list[str]:
    """Return the lines of `text`, without their ends."""
    return _LINE_END.split(text)


def _step(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    """Go from a node to its child; also return the child's key, of a mapping."""
    if isinstance(node, MappingNode):
        pairs = reversed(node.value)  # of a key that stands twice, the last one is the data
        return next(((key, value) for key, value in pairs if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.start_mark.index == node.end_mark.index


def _extent(node: Node) -> Place:
    start, end = node.start_mark, node.end_mark
    if isinstance(node, ScalarNode) or start.line == end.line:
        return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    # a collection over several lines ends where the next thing begins: its first line is enough
    return Place(start.line + 1, start.column + 1, start.line + 1, start.column + 1)
