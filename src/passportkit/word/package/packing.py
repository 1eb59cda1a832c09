"""The package of a document: a zip file with fixed times, order and attributes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LEVEL = 2
"""Costs less than a third of the default, and a quarter more bytes."""

_VERSION = 20
_METHOD = 8
_UTF8 = 0x800
_DATE = (1 << 5) | 1
"""1980-01-01 00:00, the first moment that a zip file can say: the same in every time zone."""


class PackedPart(NamedTuple):
    """A part of the package, compressed."""

    name: str
    crc: int
    size: int
    deflated: bytes


def deflate(name: str, content: bytes, level: int = _LEVEL) -> PackedPart:
    """Return a part of the package with its content compressed."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return PackedPart(
        name, zlib.crc32(content), len(content), packer.compress(content) + packer.flush()
    )


def pack(parts: Iterable[PackedPart]) -> bytes:
    """Return the zip file with these parts, in their order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode()
        facts = struct.pack(
            "<HHHHHLLLHH",
            _VERSION, _UTF8, _METHOD, 0, _DATE, part.crc, len(part.deflated), part.size,
            len(name), 0,
        )  # fmt: skip
        files += (b"PK\x03\x04", facts, name, part.deflated)
        directory += (
            b"PK\x01\x02", struct.pack("<H", _VERSION), facts,
            struct.pack("<HHHLL", 0, 0, 0, 0, offset), name,
        )  # fmt: skip
        offset += 4 + len(facts) + len(name) + len(part.deflated)
    count = len(directory) // 5
    listed = b"".join(directory)
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, count, count, len(listed), offset, 0)
    return b"".join((*files, listed, end))
