"""What may happen to any text: to its lines, its characters, and the bytes that it is spelt in."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.fuzz.havoc import havoc
from tests.fuzz.odd_values import CHARACTERS, TEXTS

_COUNTS = (1, 1, 1, 2, 4)
"""How many things happen to one text."""

_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\u2029", "\v", "\f")
_ENCODINGS = ("utf-8-sig", "cp1251", "cp866", "utf-16", "utf-16-le", "utf-32", "koi8-r")
_HAVOC = 0.1
_OTHER_ENCODING = 0.05


class TextDraft(NamedTuple):
    """A text in the making, another one of its kind, and chance."""

    text: str
    other: str
    chance: random.Random


Change = Callable[[TextDraft], str]


def mutator(changes: Sequence[Change]) -> Callable[[bytes, bytes, random.Random], bytes]:
    """Return what makes some of these changes, or of those of any text, to a text in UTF-8."""

    def mutated(content: bytes, other: bytes, chance: random.Random) -> bytes:
        draft = TextDraft(content.decode(errors="replace"), other.decode(errors="replace"), chance)
        for _ in range(chance.choice(_COUNTS)):
            change = chance.choice(chance.choices((changes, OF_ANY_TEXT), (3, 1))[0])
            draft = draft._replace(text=change(draft))
        made = _encoded(draft.text, chance)
        return havoc(made, other, chance) if chance.random() < _HAVOC else made

    return mutated


def _encoded(text: str, chance: random.Random) -> bytes:
    other = chance.random() < _OTHER_ENCODING
    return text.encode(chance.choice(_ENCODINGS) if other else "utf-8", "replace")


def change_line(draft: TextDraft, change: Callable[[str], str]) -> str:
    """Return a text with one of its lines changed, mostly one with words."""
    lines = draft.text.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    at = draft.chance.choice(filled or [0])
    lines[at] = change(lines[at])
    return "\n".join(lines)


def stretch_of(lines: Sequence[str], chance: random.Random) -> tuple[int, int]:
    """Return from which line to which a line goes, with those that lie deeper below it."""
    start = chance.randrange(len(lines))
    depth = _depth(lines[start])
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > depth):
        end += 1
    return start, end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _drop(draft: TextDraft) -> str:
    lines = draft.text.split("\n")
    start, end = stretch_of(lines, draft.chance)
    return "\n".join(lines[:start] + lines[end:])


def _double(draft: TextDraft) -> str:
    lines = draft.text.split("\n")
    start, end = stretch_of(lines, draft.chance)
    count = draft.chance.choice((1, 1, 1, 5, 60 if end - start < 20 else 1))
    return "\n".join(lines[:end] + lines[start:end] * count + lines[end:])


def _move(draft: TextDraft) -> str:
    lines = draft.text.split("\n")
    start, end = stretch_of(lines, draft.chance)
    rest = lines[:start] + lines[end:]
    at = draft.chance.randint(0, len(rest))
    return "\n".join(rest[:at] + lines[start:end] + rest[at:])


def _bring(draft: TextDraft) -> str:
    """Bring some lines of another text in."""
    lines, others = draft.text.split("\n"), draft.other.split("\n")
    start, end = stretch_of(others, draft.chance)
    at = draft.chance.randint(0, len(lines))
    return "\n".join(lines[:at] + others[start:end] + lines[at:])


def _insert(draft: TextDraft) -> str:
    at = draft.chance.randint(0, len(draft.text))
    odd = draft.chance.choice(draft.chance.choice((TEXTS, CHARACTERS)))
    return draft.text[:at] + odd + draft.text[at:]


def _end_otherwise(draft: TextDraft) -> str:
    """End all lines, or one of them, in another way."""
    end = draft.chance.choice(_ENDS)
    if draft.chance.random() < 0.5:
        return draft.text.replace("\n", end)
    return change_line(draft, lambda line: line + end)


OF_ANY_TEXT: Sequence[Change] = (_drop, _double, _move, _bring, _insert, _insert, _end_otherwise)
