"""Labels of a form, found in a document word for word or in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from passportkit.intake.folding import (
    bare,
    figures,
    first_word,
    fold,
    notes,
    number_end,
    stems_of,
    tokens_of,
    words,
)
from passportkit.intake.head_words import without_unit

T = TypeVar("T")

SURE = 1.0
"""The strength of a label that is there word for word."""

_LIKELY = ((0.6, 1.1), (0.5, 1.6))
"""From which likeness on a label is taken for the form's in other words: how like it must be at
least, and how many times as like as the next one.
"""

_WITHIN, _MANY = 0.65, 3
"""How like a label words are all of which stand in it, and how many they must be."""

_ALMOST_SURE = 0.99
"""The strength of a label whose words are there in other forms, or in another order."""

_BEGUN = 0.9
"""The strength of a label whose end is missing."""

_CLOSE = 0.85
"""How strong a label in other words must be before a dash, which stands in many a sentence."""

_CUTS = 4
"""How far to look for the end of a label: it may have a dash or a colon itself."""

_FIRST_WORD = 60
"""In as many characters the first word of a text has ended, behind any number."""

_ENDS = (".", ";", ",", "!", "?")
"""How a sentence ends, and seldom a label."""

_page = re.compile(r"(?<![\s.…])((?:[^\S\t]|[.…](?![.…]))*+)(?:[.…]{2}|\t)[\s.…]*+\d{1,3}\s*+\Z")
"""The number of a page behind dots; what stands before these remains."""
_cut = re.compile(r"\n|:|\s[–—-]|[–—]\s|\.\s")
_cut_or_comma = re.compile(rf"{_cut.pattern}|,")
_anew = re.compile(r"\s+[^\W_a-zа-яё]").match
_parting = re.compile(r"[\s*]*\.?[:.–—-]?[\s*]*")

_LITTLE = frozenset("а в во и из или к ко на о об от по при с со у для же т п е др".split())
"""Words that tell labels apart only a little."""


class LabelMatch(NamedTuple, Generic[T]):
    """A label found: what it belongs to, how sure it is, and the text that follows it.

    `is_all`: the text is the label as a whole, and the rest are words in it that the form has not.
    `notes` are figures in brackets with which the rest begins: they stand in the label.
    """

    item: T
    strength: float
    rest: str
    is_all: bool = False
    notes: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the text is the label as a whole, word for word."""
        return self.is_all and self.strength >= SURE

    @property
    def stands_alone(self) -> bool:
        """Whether no answer has to be parted from the label."""
        return self.is_all or not self.rest


class Labels(Generic[T]):
    """Labels, each with what it belongs to."""

    def __init__(self, spellings: Iterable[tuple[T, Iterable[str]]], *, least: int = 2) -> None:
        """Take for each item its label, the first, and the other ways to write it.

        A label in other words must have `least` words in common with it.
        """
        self._least = least
        named = [(item, [text for text in texts if text]) for item, texts in spellings]
        self._items = [item for item, _ in named]
        self._words = [fold(bare(texts[0])).split() or fold(texts[0]).split() for _, texts in named]
        self._stems = [frozenset(stems_of(label)) for label in self._words]
        self._exact = _exact([texts for _, texts in named])
        self._weights = _weights(self._stems, self._exact)
        self._sums = [sum(map(self._weight, stems)) for stems in self._stems]
        self._known = [frozenset(stems_of(words(bare(" ".join(texts))))) for _, texts in named]
        self._cuts = [_count_cuts(texts[0]) for _, texts in named]
        self._notes = {words(note) for _, texts in named for each in texts for note in notes(each)}
        self._shortest = min(map(len, self._exact), default=0)
        self._longest = max(map(len, self._exact), default=0)
        self._most = max(map(len, self._words), default=0)
        self._beginning: dict[str, list[int]] = {}
        for place, label in enumerate(self._words):
            self._beginning.setdefault(label[0] if label else "", []).append(place)

    def whole(self, text: str) -> LabelMatch[T] | None:
        """Return the label that `text` is, word for word, with or without notes in brackets.

        Of such a note figures are kept as what follows the label: no form asks with them.
        """
        if not self._shortest <= len(text) <= 2 * self._longest + 20:
            return None
        if text.rstrip()[-1:].isdigit():
            text = _page.sub(r"\1", text)
        place = self._exact.get(fold(text), -1)
        if place >= 0:
            return LabelMatch(self._items[place], SURE, "", is_all=True)
        place = self._exact.get(fold(bare(text)), -1) if "(" in text else -1
        if place >= 0:
            return self._all(place, SURE, text)
        name = without_unit(text)
        if name == text:
            return None
        place = self._exact.get(fold(name), self._exact.get(fold(bare(name)), -1))
        if place < 0:
            return None
        return self._all(place, _ALMOST_SURE, name)

    def _all(self, place: int, strength: float, text: str) -> LabelMatch[T]:
        """Return a label that is a text as a whole."""
        notes = self._figures(text)
        return LabelMatch(self._items[place], strength, notes, is_all=True, notes=notes)

    def _figures(self, text: str) -> str:
        """Return the notes in brackets that have figures, and are in no label."""
        return " ".join(note for note in figures(text) if words(note) not in self._notes)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that the labels begin with, in every way to write them."""
        return frozenset(spelling.partition(" ")[0] for spelling in self._exact)

    def is_beginning(self, text: str) -> bool:
        """Return whether a label begins with `text`, two words at least, and goes on."""
        start = fold(text) + " "
        return (
            start.count(" ") > 1
            and first_word(text) in self._beginning
            and any(each.startswith(start) for each in self._exact)
        )

    def _begun(self, start: Sequence[str]) -> list[int]:
        """Return the places of the labels that begin with these words, two at least."""
        if len(start) < 2:
            return []
        places = self._beginning.get(start[0], ())
        return [at for at in places if tuple(self._words[at][: len(start)]) == tuple(start)]

    def like(self, text: str) -> LabelMatch[T] | None:
        """Return the label that `text` is, if not word for word then in its wording."""
        return self.whole(text) or self._likest(text)

    def first(self, text: str, *, loose: bool = False) -> LabelMatch[T] | None:
        """Return the label that `text` is or begins with, and what follows it.

        Something has to part the two: a line end, a colon, a dash, a full stop; `loose`: or only
        a blank.
        """
        if not self.may_begin(text):
            return None
        return self.verbatim(text, loose=loose) or self._before_cut(text) or self._likest(text)

    def verbatim(self, text: str, *, loose: bool = False) -> LabelMatch[T] | None:
        """Return the label that `text` is or begins with, word for word."""
        if len(text) < self._shortest:  # as the numbers of rows are
            return None
        first = fold(text[:_FIRST_WORD]).partition(" ")[0]
        if first not in self.first_words and "(" not in text:  # as most answers do
            return None
        return self.whole(text) or self._led(text, loose=loose)

    def may_begin(self, text: str) -> bool:
        """Return whether one of the first words of `text` stands in any label: a cheap question."""
        start = number_end(text)
        return any(stem in self._weights for stem in stems_of(words(text[start : start + 40])[:3]))

    def has_word_of(self, text: str) -> bool:
        """Return whether any word of `text` stands in any label, or it has none: a cheap question.

        What has none of them is no label, in no wording.
        """
        said = words(text)
        return not said or any(stem in self._weights for stem in stems_of(said))

    def _led(self, text: str, *, loose: bool) -> LabelMatch[T] | None:
        """Return the longest label with whose very words `text` begins."""
        places = self._beginning.get(first_word(text), ())
        tokens = tokens_of(text, self._most) if places else []
        ends: list[tuple[int, int]] = []
        for place in places:
            label = self._words[place]
            if len(label) <= len(tokens) and all(
                word == token[0] for word, token in zip(label, tokens, strict=False)
            ):
                end = tokens[len(label) - 1][1]
                if loose or _cut.match(text, end) or (len(label) > 3 and _anew(text, end)):
                    ends.append((end, place))
        if not ends:
            return None
        end, place = max(ends)
        return self._before(self._all(place, SURE, text[:end]), _rest(text, end))

    def _before(self, found: LabelMatch[T], rest: str) -> LabelMatch[T]:
        """Return a label before what follows it."""
        return found._replace(rest=_on_lines(found.rest, rest), is_all=False)

    def _before_cut(self, text: str) -> LabelMatch[T] | None:
        """Return the label that stands before something that parts it from what follows.

        In other words it must be surer before a dash, which stands in many a sentence.
        """
        best: LabelMatch[T] | None = None
        end = number = 0
        for n, cut in enumerate(islice(_cuts_of(text, 2 * self._longest), _CUTS)):
            start = text[: cut.start()]
            found = self.whole(start)
            if found is None and (near := self._likest(start)):
                likely = cut[0] in "\n:" or near.strength >= _CLOSE
                goes_on = best is not None and self._goes_on(near, start, end, number)
                found = near if goes_on or (likely and best is None) else None
            if found and (best is None or best.item is found.item):
                best, end, number = found, cut.start(), n
        if best is None:
            return None
        near = self._likest(text)
        if near and near.item is best.item and self._goes_on(near, text, end, number):
            return near
        return self._before(best, _rest(text, end))

    def _likest(self, text: str) -> LabelMatch[T] | None:
        """Return the label in whose wording `text` is; it must not say anything else besides."""
        if len(text) > 2 * self._longest:
            return None
        said = fold(bare(text)).split() or fold(text).split()
        begun = self._begun(said)
        if len(begun) == 1:
            return self._all(begun[0], _BEGUN, text)
        stems = set(stems_of(said))
        others = [stem for stem in stems if stem not in self._weights and stem not in _LITTLE]
        if 3 * len(others) > self._most or not all(map(str.isalpha, others)):
            return None
        near = sorted(self._likenesses(stems, len(others)), reverse=True)[:2]
        (best, place), (next_best, _) = (*near, (0.0, -1), (0.0, -1))[:2]
        if text.endswith(_ENDS) and best < _BEGUN:
            return None
        if not any(best >= least and best >= ahead * next_best for least, ahead in _LIKELY):
            return None
        end, rest = self._beyond(text, place)
        found = self._all(place, min(best, _ALMOST_SURE), text[:end])
        return found._replace(rest=_on_lines(found.rest, rest))

    def _beyond(self, text: str, place: int) -> tuple[int, str]:
        """Return where the words of a label end that a text is, and what a cut parts from them."""
        cuts = list(_cuts_of(text, len(text), _cut_or_comma))
        ends = [*(cut.start() for cut in cuts[1:]), len(text)]
        for cut, end in zip(cuts, ends, strict=False):
            said, others = self._said_beside(text[cut.end() : end], place)
            is_comma = cut[0] == ","
            if others and (said == others if is_comma else 2 * len(others) >= len(said)):
                return cut.start(), _rest(text, cut.start() + is_comma)
        return len(text), ""

    def _goes_on(self, found: LabelMatch[T], text: str, end: int, cut: int) -> bool:
        """Whether a label goes on behind its `end`, where it has a cut itself or no other words."""
        place = next(n for n, item in enumerate(self._items) if item is found.item)
        said, others = self._said_beside(text[end:], place)
        if not said - others - set(stems_of(words(text[:end]))):
            return False
        return 2 * len(others) < len(said) if cut < self._cuts[place] else not others

    def _said_beside(self, text: str, place: int) -> tuple[set[str], set[str]]:
        """Return the stems of words that tell something, and those that a label has in no way."""
        said = set(stems_of(words(bare(text)))) - _LITTLE
        return said, said - self._known[place]

    def _likenesses(self, stems: set[str], others: int) -> Iterator[tuple[float, int]]:
        whole = sum(map(self._weight, stems))
        many = len(stems - _LITTLE) >= _MANY
        for place, label in enumerate(self._stems):
            common = stems & label
            if (len(common) >= self._least and 3 * others <= len(label)) or stems == label:
                like = 2 * sum(map(self._weight, common)) / (whole + self._sums[place])
                yield (max(like, _WITHIN) if many and stems <= label else like), place

    def _weight(self, stem: str) -> float:
        return self._weights.get(stem, 0.5) * (0.2 if stem in _LITTLE else 1)


def _exact(named: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the places of labels by their spellings; a shorter spelling of two is of none."""
    exact: dict[str, int] = {}
    for place, texts in enumerate(named):
        exact.setdefault(fold(texts[0]), place)
    shorter: dict[str, int] = {}
    for place, texts in enumerate(named):
        for text in texts:
            for spelling in {fold(text), fold(bare(text))} - exact.keys() - {""}:
                same = shorter.setdefault(spelling, place)
                shorter[spelling] = place if same == place else -1
    return {**shorter, **exact}


def _weights(labels: Iterable[frozenset[str]], spellings: Iterable[str]) -> dict[str, float]:
    """Return what a stem weighs: the more, the fewer labels have it; little, if only notes do."""
    counts: dict[str, int] = {}
    for stems in labels:
        for stem in stems:
            counts[stem] = counts.get(stem, 0) + 1
    besides = {stem: 0.25 for spelling in spellings for stem in stems_of(spelling.split())}
    return {**besides, **{stem: 1 / count for stem, count in counts.items()}}


def _cuts_of(text: str, end: int, cut: re.Pattern[str] = _cut) -> Iterator[re.Match[str]]:
    """Yield what may part a label from what follows it; no number, and nothing within brackets."""
    for found in cut.finditer(text, number_end(text), end):
        if text.count("(", 0, found.start()) <= text.count(")", 0, found.start()):
            yield found


def _count_cuts(label: str) -> int:
    return sum(1 for _ in _cut.finditer(label.strip(" :–—-")))


def _on_lines(notes: str, rest: str) -> str:
    """Return figures of a label and what follows it, which may be a figure of its own."""
    return "\n".join(filter(None, [notes, rest]))


def _rest(text: str, end: int) -> str:
    """Return what follows the first `end` characters, with the signs of its markup in pairs."""
    parting = _parting.match(text, end)
    start = parting.end() if parting else end
    rest = text[start:]
    for sign in ("***", "**", "*"):
        if text[:start].count(sign) % 2 and sign in rest:
            return sign + rest
    return rest
