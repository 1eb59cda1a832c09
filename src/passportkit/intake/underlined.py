"""Answers that somebody has underlined: «да / нет», of which one is meant."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from passportkit.intake.cells import words_of
from passportkit.intake.extraction import PlacedWords
from passportkit.paper import Paper, PaperBlock, Paragraph
from passportkit.practice.boxes import Boxes, Ticks
from passportkit.practice.choice import same_choice

_word = re.compile(r"\w+")
_BETWEEN = frozenset({"или"})


class Underlined:
    """The words that are underlined in a paper, by the text that they stand in."""

    def __init__(self, paper: Paper) -> None:
        found = [*_underlined(paper.blocks)]
        self._by_text: defaultdict[str, list[str]] = defaultdict(list)
        for text, words in found if any(words for _, words in found) else ():
            self._by_text[text].append(words)

    def of(self, placed: Sequence[PlacedWords], key: str, table: str) -> Iterator[tuple[str, str]]:
        """Yield the texts that were placed at a key, each with what is underlined in it.

        Of several that say the same each is known by its turn, if all of them were placed.
        """
        if not self._by_text:
            return
        times = Counter(each.text for each in placed)
        met: Counter[str] = Counter()
        for each in placed:
            there = self._by_text.get(each.text, ())
            if (each.key, each.table) == (key, table) and len(there) == times[each.text]:
                yield each.text, there[met[each.text]]
            met[each.text] += 1


def ticks_by_lines(text: str, underlined: str, boxes: Boxes) -> Ticks | None:
    """Return the answers that are underlined, where a text has others that are not; else None."""
    offered, meant = _answers_in(text, boxes), _answers_in(underlined, boxes)
    return Ticks(meant) if offered and meant and meant < offered else None


def _answers_in(text: str, boxes: Boxes) -> frozenset[int] | None:
    """Return the answers that words name, and nothing beside them."""
    rest, found = same_choice(text), []
    labels: Mapping[int, str] = dict(enumerate(map(same_choice, boxes.labels)))
    for number, label in sorted(labels.items(), key=lambda each: -len(each[1])):
        rest, times = re.subn(rf"(?<!\w){re.escape(label)}(?!\w)", " ", rest)
        found += [number] * times
    is_all = _BETWEEN.issuperset(_word.findall(rest)) and len({*found}) == len(found)
    return frozenset(found) if is_all else None


def _underlined(blocks: Iterable[PaperBlock]) -> Iterator[tuple[str, str]]:
    """Yield the text of each paragraph and of each cell with several, with what is underlined."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text, block.underlined
            continue
        for cell in (cell for row in block.rows for cell in row.cells):
            inner = [*_underlined(cell.blocks)]
            yield from inner
            if len(inner) > 1:
                yield words_of(cell), " ".join(words for _, words in inner)
