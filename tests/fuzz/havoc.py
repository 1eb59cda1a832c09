"""What may happen to the bytes of any file."""

from __future__ import annotations

import random
from collections.abc import Callable

_ODD = (b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1a", b"\r", b"\xed\xa0\x80", b"\x80" * 9)
_LONGEST = 3000


def havoc(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return a file to which an accident has happened, perhaps with another one."""
    return chance.choice(_ACCIDENTS)(content, other, chance)


def _flip(content: bytes, _other: bytes, chance: random.Random) -> bytes:
    flipped = bytearray(content)
    for _ in range(chance.choice((1, 1, 4, 40)) if content else 0):
        flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _cut(content: bytes, _other: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return chance.choice((content[:start], content[end:], content[:start] + content[end:]))


def _double(content: bytes, _other: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    end = min(end, start + _LONGEST)
    return content[:end] + content[start:end] * chance.choice((1, 1, 2, 20)) + content[end:]


def _splice(content: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    first, last = _stretch(other, chance)
    return content[:start] + other[first:last] + content[end:]


def _insert(content: bytes, _other: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice((*_ODD, chance.randbytes(4))) + content[at:]


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start, end = sorted(chance.randint(0, len(content)) for _ in range(2))
    return start, end


_ACCIDENTS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    *(_flip, _cut, _double, _splice, _insert),
)
