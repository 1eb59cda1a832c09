"""Words as labels are compared by them, whatever became of their letters on the way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

_LATIN = dict(zip("acekmopxybthi", "асекморхувтні", strict=True))
_LOOK_ALIKE = str.maketrans({**_LATIN, **{a.upper(): b.upper() for a, b in _LATIN.items()}})
_mixed = re.compile(r"\b(?=\w*[a-zA-Z])(?=\w*[а-яёА-ЯЁ])\w+")
_INVISIBLE = dict.fromkeys("\xad\u200b\u200c\u200d\u2060\ufeff\u0301\u0306\u0308")
_SAME = str.maketrans({**_LATIN, **_INVISIBLE, "ё": "е"})
_ROMAN = {"і": "1", "іі": "2", "ііі": "3", "іv": "4", "v": "5", "vі": "6"}

_is_odd = re.compile(f"[a-zёі{''.join(_INVISIBLE)}]").search
_word = re.compile(r"[^\W_]+")
_note = re.compile(r"\([^()]*\)")
_word_or_note = re.compile(r"\([^()]*\)|[^\W_]+")
_number = re.compile(
    r"[\W_]*(?:(?i:раздел|пункт|часть)\W*)?"
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXІХ]{1,5}(?=\\?[.)]))"
    r"(?:\\?[.)]+[\W_]*|\s+(?=[А-ЯЁA-Z«]))"
).match
_typed_number = re.compile(
    r"[*\s]*(?:(?i:раздел|пункт)\s+)?(?=\d+(?:\\?[.)]|\.\d))"
    r"(\d{1,2}(?:\\?\.\d{1,2}){0,3})\\?[.)]?\s+\W{,3}[^\W\d]"
).match
_limit = re.compile(r"страниц|стр\b|лист|знак|символ|слов\b", re.IGNORECASE)

_SOFT = "аеийоуыьэюя"
_ALIKE = {"назва": "наиме", "проек": "практ"}
"""Beginnings of words that stand for one another in labels."""


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`: small letters, ё as е, look-alikes of Latin as Cyrillic."""
    small = text.lower()
    if not _is_odd(small):  # to translate costs more than all else
        return tuple(_word.findall(small))
    return tuple([_ROMAN.get(word, word) for word in _word.findall(small.translate(_SAME))])


def spelt_words(text: str) -> list[str]:
    """Return the words of `text` as they are spelt."""
    return _word.findall(text)


def without(text: str, rest: str) -> str:
    """Return `text` without what it ends with, or else without the lines or words of `rest`."""
    if text.endswith(rest):
        return text[: len(text) - len(rest)]
    words_left = Counter(spelt_words(text)) - Counter(spelt_words(rest))
    for line in rest.split("\n"):
        text = text.replace(line, " ", 1)
    is_said = Counter(spelt_words(text)) == words_left
    return " ".join(text.split()) if is_said else " ".join(words_left.elements())


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Return the words of a label in one spelling, without the number before them."""
    return " ".join(words(text[number_end(text) :]))


def cyrillic(text: str) -> str:
    """Return `text` with Cyrillic letters in place of Latin ones that were typed among them."""
    return _mixed.sub(lambda word: word[0].translate(_LOOK_ALIKE), text)


def bare(text: str) -> str:
    """Return `text` without what stands in brackets."""
    return _note.sub(" ", text) if "(" in text else text


def notes(text: str) -> list[str]:
    """Return what stands in brackets, with them."""
    return _note.findall(text) if "(" in text else []


def figures(text: str) -> list[str]:
    """Return the notes in brackets that have figures other than a limit."""
    with_figures = (note for note in notes(text) if any(map(str.isdigit, note)))
    return [note for note in with_figures if not _limit.search(note)]


def without_limits(text: str) -> str:
    """Return `text` without the notes in brackets that say how long an answer may be."""
    return _note.sub(lambda note: " " if _limit.search(note[0]) else note[0], text)


def stems_of(of: Iterable[str]) -> Iterator[str]:
    """Yield the beginnings of words, which tell a word in all its cases from others."""
    for word in of:
        stem = (word.rstrip(_SOFT) if 3 < len(word) < 7 else word)[:5]
        yield _ALIKE.get(stem, stem)


def number_end(text: str) -> int:
    """Return where the number of a section ends before the words of its heading."""
    number = _number(text)
    return number.end() if number else 0


def number_of(text: str) -> tuple[int, ...]:
    """Return the number that words begin with, (4, 5) of «4.5. Охват»; () where there is none."""
    found = _typed_number(text)
    return tuple(map(int, found[1].replace("\\", "").split("."))) if found else ()


def first_word(text: str) -> str:
    """Return the first word of a label."""
    found = _word.search(text, number_end(text))
    return words(found[0])[0] if found else ""


def tokens_of(text: str, most: int) -> list[tuple[str, int]]:
    """Return the first words of `text`, each with its end; a note in brackets ends its word."""
    found: list[tuple[str, int]] = []
    for token in _word_or_note.finditer(text, number_end(text)):
        if token[0][0] != "(":
            if len(found) >= most:
                break
            found += [(word, token.end()) for word in words(token[0])]
        elif found:
            found[-1] = found[-1][0], token.end()
    return found
