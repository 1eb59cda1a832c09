"""What a line of a blank document looks like: a numbered heading, a note, a place to write in."""

from __future__ import annotations

import re
from typing import NamedTuple

from passportkit.text import plain
from passportkit.text.grammar import has_sign

_number = re.compile(
    r"(?P<number>(?:(?:раздел|пункт|часть)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXІХ]{1,5}(?=[.)])))"
    r"(?:[.)]{1,2}\s*|\s+)(?=[«“\"(]?[A-ZА-ЯЁ])",
    re.IGNORECASE,
)
_begins_small = re.compile(r"[«“\"(]?[a-zа-яё]")
_place = re.compile(
    r"(?:«\s*)?(?<!_)_{2,}+\s*»?\s*_{2,}+\s*(?:20\s*_++|20\d\d|_{2,}+)?\s*г(?:ода|\.)?"
    r"|(?:«\s*)?(?<!_)_{2,}+(?:\s*»)?|\$\{[^{}]*\}|\{\{[^{}]*\}\}|\.{5,}+|…{2,}+|\[\s*\]"
    r"|<[^<>\n]{1,60}>"
)
_program = re.compile(r"\$\{[^{}]*\}|\{\{[^{}]*\}\}")
_aside = re.compile(r"\*|\(\d{1,2}\)|\([^\n]*\)[.;:]?\Z|\(.{60}", re.DOTALL)
_italic = re.compile(r"\*(?!\*)[^*]+\*")
_signed = re.compile(
    r"\(\s*(?:подпись|ф\.?\s*и\.?\s*о|расшифровка|инициалы|должность)|\bм\.?\s?п\.(?!\w)|(?<!_)_{3,}+\s*/",
    re.IGNORECASE,
)
_letter = re.compile(r"[^\W_]|№")
_escape = re.compile(r"\\(?=[.)*_\[-])")
_blanks = re.compile(r"[^\S\n]+")


class NumberedWords(NamedTuple):
    """The words of a heading and the number before them, without what ends it."""

    number: str
    words: str


def said_by(text: str) -> str:
    """Return what a text in markup says, with single blanks."""
    return _blanks.sub(" ", _escape.sub("", plain(text))).strip()


def numbered_words(words: str) -> NumberedWords | None:
    """Return the number and the words of a heading, or None where no number stands before it."""
    found = _number.match(words)
    if found is None or _begins_small.match(words, found.end()):
        return None
    return NumberedWords(found["number"], words[found.end() :])


def is_note(text: str) -> bool:
    """Whether a text in markup only explains: it stands in brackets, in italics, or at a star.

    So does a list of answers, «(1) …; (2) …».
    """
    if _aside.match(said_by(text)):
        return True
    return bool(has_sign(text)) and _is_italic(text)


def _is_italic(text: str) -> bool:
    return all(_italic.fullmatch(line) for line in text.split("\n") if line)


def is_bold(text: str) -> bool:
    """Whether a text in markup stands in bold as a whole."""
    return text.startswith("**") and text.endswith("**")


def is_place(words: str) -> bool:
    """Whether words are only a place to write in."""
    return bool(_place.search(words)) and _letter.search(_place.sub(" ", words)) is None


def is_filled_by_program(words: str) -> bool:
    """Whether a program puts an answer there: the document then says itself where places are."""
    return _program.search(words) is not None


def is_signed(words: str) -> bool:
    """Whether somebody signs on a line."""
    return _signed.search(words) is not None


def around_places(words: str) -> list[str]:
    """Return the words before, between and behind the places of a line; one text without any."""
    return [each.strip() for each in _place.split(words)]
