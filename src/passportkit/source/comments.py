"""Comments of a YAML file, and the lines that each is about.

Whether `#` begins a comment or stands in a text is what libyaml says: its marks bound the texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from passportkit.findings import Place
from passportkit.source.document import Source
from passportkit.source.tracing import LINE_END

_BLANKS = " \t"
_ENDS = "\n\r\x85\u2028\u2029"


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line.

    `lines` are those that it is about: at the end of a line that line, with the whole text that
    begins or ends there; on a line of its own, the next line that has more than a comment. Before
    the first key it is about the whole file, and `lines` is None.
    """

    words: str
    place: Place
    lines: range | None

    def part(self, start: int, end: int) -> Place:
        """Return the place of some characters of its words."""
        line, column = self.place.line, self.place.column
        return Place(line, column + start, line, column + end)


def comments(source: Source, pattern: re.Pattern[str]) -> list[Comment]:
    """Return the comments of a file that can be read and that begin as `pattern` says."""
    found = list(pattern.finditer(source.text))
    return list(_CommentReader(source).comments(found)) if found else []


class _CommentReader:
    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._lines = source.lines
        self._starts = [0, *(each.end() for each in LINE_END.finditer(source.text))]
        self._scalars = list(_scalars(source.root))

    def comments(self, found: list[re.Match[str]]) -> Iterator[Comment]:
        inside = [self._words(node) for node in self._scalars]
        for each in found:
            offset = each.start()
            if self._begins(offset) and not any(first <= offset < end for first, end in inside):
                yield self._comment(offset)

    def _begins(self, offset: int) -> bool:
        return offset == 0 or self._text[offset - 1] in _BLANKS + _ENDS

    def _words(self, node: ScalarNode) -> tuple[int, int]:
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):  # behind the sign there may still be a comment
            head = LINE_END.search(self._text, start, end)
            start = head.end() if head else end
        return start, end

    def _comment(self, offset: int) -> Comment:
        line = bisect_right(self._starts, offset)
        start = offset - self._starts[line - 1]
        words = self._lines[line - 1][start:]
        place = Place(line, start + 1, line, start + 1 + len(words))
        return Comment(words, place, self._meant(line))

    def _meant(self, line: int) -> range | None:
        if _has_words(self._lines[line - 1]):
            return self._about(line)
        if not self._scalars or line <= self._scalars[0].start_mark.line:
            return None
        behind = range(line + 1, len(self._lines) + 1)
        return self._about(next((n for n in behind if _has_words(self._lines[n - 1])), line))

    def _about(self, line: int) -> range:
        first = end = line
        for node in self._scalars:
            begins, ends = node.start_mark.line + 1, _last_line(node)
            if line in (begins, ends):
                first, end = min(first, begins), max(end, ends)
        return range(first, end + 1)


def _has_words(line: str) -> bool:
    return line.strip(_BLANKS)[:1] not in ("", "#")


def _last_line(node: ScalarNode) -> int:
    """Return the last line of a text; the mark of a block stands where the next thing begins."""
    end = node.end_mark
    behind = end.column == 0 and node.start_mark.line < end.line
    return int(end.line) if behind else int(end.line) + 1


def _scalars(node: Node | None) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
