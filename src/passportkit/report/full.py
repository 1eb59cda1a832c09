"""A finding for a person: what it is, the line with the very words underlined, what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from passportkit.controls import visible, visible_parts
from passportkit.findings import START, Finding, Place, Severity
from passportkit.language import Translator, mark
from passportkit.report.result import CheckedFile, CheckRun
from passportkit.report.sentences import sentence
from passportkit.report.severities import SEVERITIES
from passportkit.source import Source

_COLOURS = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
}
_FRAME = "blue"
_TAB = 4
_CUT = "…"
_ROOM = 8
"""Characters for each column that may be needed to fill it: some have no width."""

_AHEAD = 12
"""How much of a long line is shown before the words that are meant."""


def show(
    files: Iterable[CheckedFile], _run: CheckRun, translate: Translator, width: int
) -> Iterator[Text]:
    """Yield an excerpt for each finding, and an empty line after it."""
    for file in files:
        for finding in file.findings:
            yield excerpt(file.source, finding, translate, width).append("\n\n")


def excerpt(source: Source, finding: Finding, translate: Translator, width: int) -> Text:
    """Return the lines for one finding, none of them wider than `width` columns."""
    place = finding.place or START
    gutter = len(str(place.line)) + 1
    parts = [*_head(finding, translate, width), _where(source, place, gutter)]
    if place != START and source.is_shown:  # else the file as a whole is meant
        parts += _snippet(source, place, _COLOURS[finding.severity], gutter, width)
    if finding.help is not None:
        parts += _advice(sentence(finding.help, translate), translate, gutter, width)
    return Text("\n").join(parts)


def _head(finding: Finding, translate: Translator, width: int) -> Iterator[Text]:
    title = f"{translate(SEVERITIES[finding.severity])}[{finding.rule}]"
    words = f"{title}: {sentence(finding.message, translate)}"
    for index, line in enumerate(_wrapped(words, width, "  ")):
        text = Text(line, "bold")
        if index == 0:
            text.stylize(_COLOURS[finding.severity], 0, len(title))
        yield text


def _where(source: Source, place: Place, gutter: int) -> Text:
    position = "" if place == START else f":{place.line}:{place.column}"
    return Text.assemble(" " * (gutter - 1), ("--> ", _FRAME), visible(source.name) + position)


def _snippet(source: Source, place: Place, colour: str, gutter: int, width: int) -> Iterator[Text]:
    line = source.lines[place.line - 1] if place.line <= len(source.lines) else ""
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    shown, before, marked = underlined(line, start, end, width - gutter - 2)
    bar = " " * gutter + "|"
    yield Text(bar, _FRAME)
    yield Text.assemble((f"{place.line} |", _FRAME), " ", shown)
    yield Text.assemble((bar, _FRAME), " " * (before + 1), ("^" * marked, colour))


def _advice(words: str, translate: Translator, gutter: int, width: int) -> Iterator[Text]:
    label = " " * gutter + "= "
    title = translate(mark("help:"))
    for index, line in enumerate(_wrapped(f"{title} {words}", width, " " * len(label), label)):
        text = Text(line)
        if index == 0:
            text.stylize(_FRAME, 0, len(label))
            text.stylize("bold", len(label), len(label) + len(title))
        yield text


def _wrapped(words: str, width: int, indent: str, first: str = "") -> list[str]:
    return textwrap.wrap(
        words,
        width,
        initial_indent=first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


def underlined(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """Return what to show of a line, and how many columns stand before the mark and in it.

    `start` and `end` are characters of the line. What is shown is no wider than `width` columns,
    and cut around the mark where the line is longer.
    """
    most = _ROOM * width  # what stands further away is not shown, and a line may be very long
    first, last = max(0, start - most), max(start, end)
    near = line[first : min(last, start + most)] + line[last : last + most]
    cuts = start - first, min(last, start + most) - first
    parts = visible_parts(near, *cuts, keep="\t")
    before, marked, after = (part.replace("\t", " " * _TAB) for part in parts)
    if cell_len(before + marked + after) <= width:
        return before + marked + after, cell_len(before), max(1, cell_len(marked))
    room = width - 2 * len(_CUT)
    marked = _beginning(marked, room)
    free = room - cell_len(marked)
    head = _ending(before, max(min(_AHEAD, free), free - cell_len(after[:room])))
    tail = _beginning(after, free - cell_len(head))
    left = _CUT if head != before else ""
    right = _CUT if end > start + len(marked) or tail != after else ""
    return (
        left + head + marked + tail + right,
        len(left) + cell_len(head),
        max(1, cell_len(marked)),
    )


def _beginning(text: str, room: int) -> str:
    """Return as much of the beginning of `text` as fits into `room` columns."""
    text = text[:room]
    while cell_len(text) > room:
        text = text[:-1]
    return text


def _ending(text: str, room: int) -> str:
    text = text[-room:] if room else ""
    while cell_len(text) > room:
        text = text[1:]
    return text
