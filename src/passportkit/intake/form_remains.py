"""Words of a document that nobody wrote as an answer, whatever the form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from passportkit.intake.folding import words
from passportkit.paper import PaperBlock, Paragraph

_DEBRIS = frozenset({"http://www.w3.org/1999/xlink"})
"""What saved pages of some sites begin with."""

_HEADS = frozenset(
    "п пп раздел раздела пункт пункты содержание описание наименование информация сведения".split()
)
"""Words in the head of a table that holds a whole form."""

_instruction = re.compile(
    r"\(?\s*(?:объ[её]м\w*\W+)?не (?:более|менее|больше|меньше|превыша\w+)\b[^()]{,60}\)?\.?"
    r"|\(\s*(?:укаж|указ|опиш|опис|перечисл|кратк|напр)[^()]+\)\.?",
    re.IGNORECASE,
)
_leading_on = re.compile(r"(?:продолжение|окончание)(?: табл\w*\.?)?[\s\d.№]*:?", re.IGNORECASE)
_contents = re.compile(r"содержание|оглавление", re.IGNORECASE)
_SIGNATURES = 8
"""How many paragraphs at the end may be signatures."""

_signature = re.compile(r"_{3,}|^М\.\s?П\.")
_page_number = re.compile(r"[\s–—-]*\d{1,3}[\s–—-]*")


def is_remains(text: str) -> bool:
    """Return whether `text` came into the document by a mishap."""
    return text in _DEBRIS


def is_instruction(text: str) -> bool:
    """Return whether `text` says how an answer should be, such as a limit."""
    return _instruction.fullmatch(text.strip("* ")) is not None


def leads_on(text: str) -> bool:
    """Return whether `text` only leads the reader on, such as «Продолжение таблицы»."""
    return _leading_on.fullmatch(text) is not None


def heads_contents(text: str) -> bool:
    """Return whether `text` heads a list of contents."""
    return _contents.fullmatch(text.strip(" :*")) is not None


def is_signature(text: str) -> bool:
    """Return whether `text` has a line to sign on, or is the place of a seal."""
    return _signature.search(text) is not None


def is_head_of_all(texts: Sequence[str]) -> bool:
    """Return whether these are the heads of a table that holds a whole form."""
    return all(_HEADS.issuperset(words(text)) for text in texts)


class Parted(NamedTuple):
    """The blocks of a document, and apart from them the signatures at the end.

    `page_number` is what stands below them.
    """

    blocks: Sequence[PaperBlock]
    signatures: Sequence[Paragraph]
    page_number: str


def parted(blocks: Sequence[PaperBlock]) -> Parted:
    """Return the blocks of a document, and apart from them what stands at its end."""
    end = len(blocks)
    while end and isinstance(blocks[end - 1], Paragraph) and len(blocks) - end < _SIGNATURES:
        end -= 1
    tail = [block for block in blocks[end:] if isinstance(block, Paragraph)]
    page_number = ""
    if tail and _page_number.fullmatch(tail[-1].text):
        page_number = tail.pop().text
    signed = next((n for n, each in enumerate(tail) if is_signature(each.text)), len(tail))
    return Parted([*blocks[:end], *tail[:signed]], tail[signed:], page_number)
