"""A YAML file as it was read: plain data whose scalars are all text, and the place of each."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from passportkit.findings import START, Finding, Place, Route
from passportkit.lines import LineNumbers, lines_of
from passportkit.source.tracing import Stretch, first_words, trace

Data = Any
"""What a file holds: texts, None for a value left out, lists, and mappings with text keys."""


class Child(NamedTuple):
    """A node below another one, and its key in a mapping."""

    key: Node | None
    node: Node


@dataclass(frozen=True)
class Source:
    """A file that was read.

    `name` is how messages call it. `data` is its root mapping, or None where the file cannot be
    read: then `findings` say why. Findings of what can be read in spite of them stand there too.
    `mark` is the byte order mark that stands before the text, if one does. `root` follows from the
    text. It is large, and stays behind when a file goes to a process. Of a file that is not
    `is_shown`, reports show no word.
    """

    name: str
    text: str
    data: dict[str, Data] | None
    findings: tuple[Finding, ...] = ()
    root: Node | None = field(default=None, repr=False, compare=False)
    mark: str = ""
    is_shown: bool = True

    def __getstate__(self) -> dict[str, Any]:
        """Return what goes to another process: findings have their places by then."""
        return {each.name: getattr(self, each.name) for each in fields(self)} | {"root": None}

    @property
    def is_readable(self) -> bool:
        """Whether there is data to go on with."""
        return self.data is not None

    @property
    def content(self) -> bytes:
        """The bytes of a file that can be read."""
        return (self.mark + self.text).encode()

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        return lines_of(self.text)

    @cached_property
    def numbers(self) -> LineNumbers:
        """The lines and columns of its characters."""
        return LineNumbers(self.text)

    def place(
        self, route: Route, *, on_key: bool = False, span: tuple[int, int] | None = None
    ) -> Place:
        """Return the place of the value at `route`, of its key, or of some of its characters.

        Of a value that the file does not have it is the place of the nearest one above that it
        does have; of an empty value it is the place of its key. `span` counts in the canonical
        form of the text; where it cannot be told where its words stand, the whole text is meant.
        """
        node, key = self.root, None
        for step in route:
            found = self.child(node, step)
            if found is None:
                break
            key, node = found
        if node is None or (node is self.root and key is None):
            return START
        if key is not None and (on_key or _is_empty(node)):
            return self._extent(key)
        if not isinstance(node, ScalarNode):
            return self._extent(node)
        if span is not None and (words := self._words(node, span)):
            return words
        if node.style in ("|", ">") and (stretch := first_words(self.text, node)):
            return self._between(stretch)
        return self._extent(node)

    def child(self, node: Node | None, step: str | int) -> Child | None:
        """Return the child of a node of this file, with its key if the node is a mapping."""
        if isinstance(node, MappingNode):
            if node not in self._children:
                # of a key that stands twice, the last one is the data
                self._children[node] = {key.value: Child(key, value) for key, value in node.value}
            return self._children[node].get(step)
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            return Child(None, node.value[step])
        return None

    @cached_property
    def _children(self) -> dict[Node, dict[Any, Child]]:
        """The children of the mappings that were asked for, by their keys."""
        return {}

    def locate(self, finding: Finding) -> Finding:
        """Return the finding with its place in this file."""
        if finding.place is not None:
            return finding
        place = self.place(finding.route, on_key=finding.on_key, span=finding.span)
        return finding._replace(place=place)

    def _words(self, node: ScalarNode, span: tuple[int, int]) -> Place | None:
        """Return the place of some characters of a text."""
        stretches = self._traced(node)
        first, end = span
        if stretches is None or not 0 <= first < end <= len(stretches):
            return None
        return self._between((stretches[first][0], stretches[end - 1][1]))

    def _traced(self, node: ScalarNode) -> list[Stretch] | None:
        """Return the trace of a text; the last one is kept: what is found in it stands together."""
        if self._last_trace[:1] != [node]:
            self._last_trace[:] = [node, trace(self.text, node)]
        stretches: list[Stretch] | None = self._last_trace[1]
        return stretches

    @cached_property
    def _last_trace(self) -> list[Any]:
        return []

    def _between(self, stretch: Stretch) -> Place:
        start, end = map(self.numbers.position, stretch)
        return Place(*start, *end)

    def _extent(self, node: Node) -> Place:
        place = self._between((node.start_mark.index, node.end_mark.index))
        if isinstance(node, ScalarNode) or place.line == place.end_line:
            return place
        # a collection over several lines ends where the next thing begins: its first line is enough
        return Place(place.line, place.column, place.line, place.column)


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.start_mark.index == node.end_mark.index
