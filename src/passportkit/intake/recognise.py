"""Recognising the form of a document by the headings that are found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from passportkit.errors import CannotGoOn
from passportkit.forms import Form
from passportkit.intake.labels import Labels
from passportkit.intake.landmarks import landmarks_of
from passportkit.language import say
from passportkit.paper import Paper, PaperBlock, Paragraph

_LONGEST = 400
"""Where to stop reading a paragraph that may begin with a heading."""

_FEWEST = 1.2, 0.12
"""How much has to be found of a form: as a sum over its headings, and as a share of them."""

_SETTLED = 0.5
"""Which share of a form has to be found word for word to look no further."""

_SPECIAL = 3
"""From how many words on a heading is not likely to stand in any other document."""

_AHEAD = 1.05
"""By how much the best form must be ahead of the next."""


class Recognised(NamedTuple):
    """The form of a document: `found` of the `expected` headings and labels are there.

    `is_stamped`: the document says by itself of which form it is.
    """

    form: Form
    found: int
    expected: int
    is_stamped: bool


class _Score(NamedTuple):
    weight: float
    share: float
    recognised: Recognised


def recognise(paper: Paper, forms: Sequence[Form]) -> Recognised:
    """Return of which of `forms` a document is; raise `CannotGoOn` where nobody could tell."""
    stamped = paper.stamp and next((form for form in forms if form.name == paper.stamp.form), None)
    if stamped:
        return _stamped(paper, stamped)
    scores = _scores(paper, tuple(forms))
    if not scores or not _is_enough(scores[0]):
        raise CannotGoOn(say("no known form can be seen in it; name one: `passport import --form`"))
    if _is_open(scores):
        names = ", ".join(f"`{score.recognised.form.name}`" for score in scores[:2])
        raise CannotGoOn(
            say(
                "it can be of several forms, {names}; name one: `passport import --form`",
                names=names,
            )
        )
    return scores[0].recognised


def _stamped(paper: Paper, form: Form) -> Recognised:
    """Return the form that a document names, with what stands outside of its boxes word for word.

    The headings of a grid all stand in its one table.
    """
    labels, expected = _labels((form,)), landmarks_of(form).expected
    blocks = paper.blocks
    if form.layout != "grid":
        blocks = [block for block in blocks if isinstance(block, Paragraph)]
    found = {each.item for text in _beginnings(blocks) if (each := labels.whole(text))}
    return Recognised(form, len(found), len(expected), is_stamped=True)


def _is_enough(score: _Score) -> bool:
    weight, share = _FEWEST
    return (score.weight >= weight and score.share >= share) or score.share >= 1


def _is_open(scores: Sequence[_Score]) -> bool:
    """Whether the second form is about as good as the first."""
    if len(scores) < 2:
        return False
    best, second = scores[:2]
    return second.weight * _AHEAD > best.weight and second.share * _AHEAD > best.share


def _scores(paper: Paper, forms: tuple[Form, ...]) -> list[_Score]:
    """Return how much of each form is found, the best first.

    Headings in other words are looked for where those word for word do not settle it.
    """
    labels, lines = _labels(forms), _labels_of_lines(forms)
    texts = dict.fromkeys(_beginnings(paper.blocks))
    best = {each.item: each.strength for text in texts if (each := labels.verbatim(text))}
    scores = _weighed(best, forms)
    if scores and scores[0].share >= _SETTLED and not _is_open(scores):
        return scores
    for text in texts:
        if found := labels.first(text) or lines.first(text, loose=True):
            best[found.item] = max(best.get(found.item, 0), found.strength)
    return _weighed(best, forms)


def _weighed(best: Mapping[str, float], forms: Sequence[Form]) -> list[_Score]:
    """Weigh what is found: a label of several forms says little about which of them it is."""
    forms_with = Counter(label for form in forms for label in landmarks_of(form).expected)
    scores = []
    for form in forms:
        expected = landmarks_of(form).expected
        found = best.keys() & expected
        weight = sum((best[each] / forms_with[each]) ** 2 * _speciality(each) for each in found)
        recognised = Recognised(form, len(found), len(expected), is_stamped=False)
        scores.append(_Score(weight, len(found) / len(expected), recognised))
    return sorted(scores, key=lambda score: score[:2], reverse=True)


def _speciality(label: str) -> float:
    return min(1, len(label.split()) / _SPECIAL)


@lru_cache(maxsize=8)
def _labels(forms: tuple[Form, ...]) -> Labels[str]:
    """Return the headings and labels of several forms, each once, by its words."""
    spellings: dict[str, list[str]] = {}
    for form in forms:
        for label, texts in landmarks_of(form).labelled():
            spellings.setdefault(label, []).extend(texts)
    return Labels(spellings.items())


@lru_cache(maxsize=8)
def _labels_of_lines(forms: tuple[Form, ...]) -> Labels[str]:
    """Return the labels of cards, which only a blank parts from the words behind them."""
    cards = (form for form in forms if form.layout == "card")
    headings = (each for form in cards for each in landmarks_of(form).all if each.part)
    return Labels({each.fold: [each.text] for each in headings}.items())


def _beginnings(blocks: Sequence[PaperBlock]) -> list[str]:
    """Return what may be a heading or a label: the beginnings of paragraphs, not far into rows."""
    found: list[str] = []
    _add_beginnings(blocks, found)
    return found


def _add_beginnings(blocks: Sequence[PaperBlock], found: list[str]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.label or block.text[:_LONGEST])
        else:
            for row in block.rows:
                for cell in row.cells[:2]:
                    _add_beginnings(cell.blocks, found)
