"""Comments of a YAML file, and the lines that each is about.

Whether `#` begins a comment or stands in a text is what libyaml says: its marks bound the texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from yaml.nodes import ScalarNode

from passportkit.findings import Place
from passportkit.source.breaks import ALL_BLANKS, BLANKS, BREAK, line_end
from passportkit.source.document import Source
from passportkit.source.nodes import scalars


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
        self._position = source.numbers.position
        self._scalars = list(scalars(source.root))
        # libyaml sees the ends of many comments where an editor sees one line
        self._is_beside_words = cache(lambda line: _has_words(source.lines[line - 1]))

    def comments(self, found: list[re.Match[str]]) -> Iterator[Comment]:
        inside = sorted(self._words(node) for node in self._scalars)
        ended = 0
        for offset in (each.start() for each in found):
            if offset < ended:  # in the words of the comment before
                continue
            before = bisect_right(inside, (offset, len(self._text))) - 1
            is_inside = before >= 0 and offset < inside[before][1]
            if self._begins(offset) and not is_inside:
                comment = self._comment(offset)
                ended = offset + len(comment.words)
                yield comment

    def _begins(self, offset: int) -> bool:
        return offset == 0 or self._text[offset - 1] in ALL_BLANKS

    def _words(self, node: ScalarNode) -> tuple[int, int]:
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):  # behind the sign there may still be a comment
            head = BREAK.search(self._text, start, end)
            start = head.end() if head else end
        return start, end

    def _comment(self, offset: int) -> Comment:
        line, column = self._position(offset)
        words = self._text[offset : line_end(self._text, offset)]
        place = Place(line, column, line, column + len(words))
        return Comment(words, place, self._meant(offset, line))

    def _meant(self, offset: int, line: int) -> range | None:
        if self._is_beside_words(line):
            return self._about(line)
        if not self._scalars or offset < self._scalars[0].start_mark.index:
            return None
        behind = bisect_right(self._with_words, line)
        return self._about(next(iter(self._with_words[behind : behind + 1]), line))

    def _about(self, line: int) -> range:
        first, end = self._extents.get(line, (line, line))
        return range(first, end + 1)

    @cached_property
    def _with_words(self) -> list[int]:
        """The lines that have more than a comment."""
        return [number for number, line in enumerate(self._lines, 1) if _has_words(line)]

    @cached_property
    def _extents(self) -> dict[int, tuple[int, int]]:
        """The first and the last line of the texts that begin or end on a line."""
        extents: dict[int, tuple[int, int]] = {}
        for begins, ends in map(self._extent, self._scalars):
            for line in (begins, ends):
                first, end = extents.get(line, (line, line))
                extents[line] = min(first, begins), max(end, ends)
        return extents

    def _extent(self, node: ScalarNode) -> tuple[int, int]:
        """Return the lines of a text; the mark of a block stands where the next thing begins."""
        first, _ = self._position(node.start_mark.index)
        end, column = self._position(node.end_mark.index)
        return first, end - 1 if column == 1 and first < end else end


def _has_words(line: str) -> bool:
    """Whether there is more than a comment on a line, which libyaml may break into several."""
    return any(part.strip(BLANKS)[:1] not in ("", "#") for part in BREAK.split(line))
