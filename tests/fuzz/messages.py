"""What holds for all that is said: sentences are whole in both languages, places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import Formatter

from passportkit import translator
from passportkit.findings import Finding, Place
from passportkit.language import LANGUAGES, Message
from passportkit.lines import lines_of
from passportkit.source import Source

_TRANSLATORS = [translator(language) for language in LANGUAGES]

_of_a_library = re.compile(
    r"Input should|while (?:parsing|scanning)|could not find|Traceback|xmlParse|invalid literal"
)
"""How libraries begin, whose English no reader is to see."""


def torn(messages: Iterable[Message]) -> Iterator[str]:
    """Yield the sentences that are not whole: a value is missing, or speaks for a library."""
    for message in messages:
        for translate in _TRANSLATORS:
            said = translate(message)
            if not message.values and any(field for _, field, _, _ in Formatter().parse(said)):
                yield f"a place is open: {said[:100]}"
            if _of_a_library.search(said):
                yield f"a library speaks: {said[:100]}"


def sentences_of(findings: Iterable[Finding]) -> Iterator[Message]:
    """Yield all that findings say, with what they advise and offer."""
    for each in findings:
        yield each.message
        if each.help is not None:
            yield each.help.made()
        yield from (fix.message for fix in each.fixes)


def misplaced(source: Source, findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the findings without a place, or with one outside of the text.

    A file that is no text may have a place all the same: where it ceases to be one.
    """
    lines = lines_of(source.text)
    for each in findings:
        if each.place is None:
            yield f"{each.rule} has no place"
        elif source.text and not _is_within(each.place, lines):
            yield f"{each.rule} at {tuple(each.place)}"


def _is_within(place: Place, lines: list[str]) -> bool:
    line, column, end_line, end_column = place
    return (1, 1) <= (line, column) <= (end_line, end_column) and all(
        row <= max(1, len(lines) + 1) and at <= _length(lines, row) + 1
        for row, at in ((line, column), (end_line, end_column))
    )


def _length(lines: list[str], line: int) -> int:
    return len(lines[line - 1]) if line <= len(lines) else 0
