"""Definitions of lists, as XML."""

from __future__ import annotations

_BULLETS = "•–▪"
_STEP = 360
"""How far each level of a list is indented, in twentieths of a point."""


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
    left = _STEP * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
