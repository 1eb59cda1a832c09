"""The law of the account: every word of a document is placed, left or furniture, and only once.

What is left may have the unit of its column with it, which is counted in the head.
"""

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
    said = words_of(texts_of(paper.blocks))
    assert said - words_of(told) == Counter()
    assert words_of(told) - said <= _units(found)


def _units(found: Extraction) -> Counter[str]:
    """Return the words of units that are told again with figures that are left."""
    heads = words_of(text for kind, text in found.furniture if kind in ("head", "heading"))
    left = words_of(text for _origin, text in found.left)
    return Counter({word: left[word] for word in left if word in heads and word.isalpha()})


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in texts."""
    return Counter(chain.from_iterable(map(spelt_words, texts)))
