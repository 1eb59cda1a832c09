"""Lists: which one an item belongs to, and their definitions as XML."""

from __future__ import annotations

from collections.abc import Callable

from passportkit.text import Line
from passportkit.word.package.names import LIST_STEP
from passportkit.word.template.compiled import Numbering

_BULLETS = "•–▪"


class DocumentLists:
    """The lists of one document. Every number that is printed is the author's own.

    `take` is told how long what defines one is.
    """

    def __init__(self, part: Numbering, take: Callable[[int], None]) -> None:
        self._part = part
        self._take = take
        self._definitions: list[str] = []
        self._numbers: list[str] = []
        self._open: dict[int, tuple[str, int, int]] = {}

    def begin(self) -> None:
        """Begin another text: no list goes on from the one before."""
        self._open.clear()

    def of(self, line: Line) -> int:
        """Return the number of the list that a line belongs to, or 0.

        A jump in the numbers begins a new list.
        """
        if line.kind == "paragraph":
            return 0
        for level in [level for level in self._open if level > line.level]:
            del self._open[level]
        if line.kind == "bullet":
            self._open.pop(line.level, None)
            return self._part.bullet
        delimiter, following, number = self._open.get(line.level, ("", 0, 0))
        if (delimiter, following) != (line.delimiter, line.number):
            number = self._new(line)
        self._open[line.level] = (line.delimiter, line.number + 1, number)
        return number

    def part(self) -> str:
        """Return the numbering part with the lists of the document."""
        part = self._part
        return "".join(
            (part.definitions, *self._definitions, part.numbers, *self._numbers, part.end)
        )

    def _new(self, line: Line) -> int:
        definition = self._part.next_definition + len(self._definitions)
        number = self._part.next_number + len(self._numbers)
        self._definitions.append(
            number_definition(definition, line.level, line.number, line.delimiter)
        )
        self._numbers.append(number_xml(number, definition))
        self._take(len(self._definitions[-1]) + len(self._numbers[-1]))
        return number


def number_xml(number: int, definition: int) -> str:
    """Return what lets paragraphs use a definition of a list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>'


def bullet_definition(identifier: int) -> str:
    """Return the definition of bullets at every level."""
    levels = "".join(
        _level(level, "bullet", _BULLETS[level % len(_BULLETS)], 1) for level in range(9)
    )
    return _definition(identifier, levels)


def number_definition(identifier: int, level: int, start: int, delimiter: str) -> str:
    """Return the definition of one numbered list, which begins with `start` at `level`.

    Each list has one of its own: LibreOffice forgets a start that only overrides a shared one.
    """
    levels = "".join(
        _level(each, "decimal", f"%{each + 1}{delimiter}", start if each == level else 1)
        for each in range(level + 1)
    )
    return _definition(identifier, levels)


def _definition(identifier: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{identifier}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )


def _level(level: int, kind: str, text: str, start: int) -> str:
    left = LIST_STEP * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{LIST_STEP}"/></w:pPr></w:lvl>'
    )
