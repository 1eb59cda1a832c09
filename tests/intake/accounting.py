"""The law of the account: every word of a document is placed, left or furniture, and only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from passportkit.forms import Form
from passportkit.intake import Extraction, match
from passportkit.intake.folding import spelt_words
from passportkit.paper import Paper
from passportkit.paper.model import texts_of


def accounted(paper: Paper, form: Form) -> Extraction:
    """Return what is found in a document; not a word may be missing, or be there twice."""
    found = match(paper, form)
    assert_accounted(paper, found)
    return found


def assert_accounted(paper: Paper, found: Extraction) -> None:
    """Assert that every word of a document is placed, left or furniture, and only once."""
    told = [each.text for each in found.placed_words]
    told += [text for _kind, text in found.furniture]
    told += [text for _origin, text in found.left]
    assert words_of(told) == words_of(texts_of(paper.blocks))


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in texts."""
    return Counter(chain.from_iterable(map(spelt_words, texts)))
