"""The stamp of a document among its custom properties, which office programs keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from passportkit.integers import integer
from passportkit.stamp import Stamp

if TYPE_CHECKING:
    from passportkit.word.package.opening import Package

PREFIX = "passportkit."
"""How the names of our properties begin."""

_FORM, _VERSION = PREFIX + "form", PREFIX + "version"
_FIELDS, _CELLS = PREFIX + "fields.", PREFIX + "cells."

_LONGEST = 255
"""How many characters Word lets a property have: longer words go on in the next one."""

_TEXT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The only set of custom properties that Word shows."""

_HASH = 8
_FIELD = re.compile(rf"(?<![^:;])([^:;]++):((?:[0-9a-f]{{{_HASH}}})*+);")
_RELATIONS = ("custom-properties", "customProperties")
"""How the relation to the part is called, and how in a strict document."""


class Custom(NamedTuple):
    """The part of custom properties, cut where some are added, and the first free number."""

    before: str
    after: str
    next_id: int


def properties_xml(custom: Custom, stamp: Stamp | None) -> str:
    """Return the part of custom properties, with those of the template and the stamp."""
    properties = [] if stamp is None else _properties(stamp)
    written = [
        f'<property fmtid="{_TEXT}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr>'
        "</property>"
        for pid, (name, value) in enumerate(properties, custom.next_id)
    ]
    return "".join((custom.before, *written, custom.after))


def _properties(stamp: Stamp) -> list[tuple[str, str]]:
    return [
        (_FORM, stamp.form.replace("&", "&amp;").replace("<", "&lt;")),
        (_VERSION, str(stamp.version)),
        *_pieces(_FIELDS, stamp.hashes),
        *_pieces(_CELLS, stamp.cells),
    ]


def _pieces(name: str, hashes: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    joined = "".join([f"{key}:{''.join(each)};" for key, each in hashes.items()])
    starts = range(0, len(joined), _LONGEST)
    return [(f"{name}{n}", joined[at : at + _LONGEST]) for n, at in enumerate(starts, 1)]


def stamp_in(package: Package) -> Stamp | None:
    """Return the stamp that a document carries; without hashes where those cannot be read."""
    found = dict(_texts(package))
    form, version = found.get(_FORM), integer(found.get(_VERSION))
    if not form or version is None:
        return None
    return Stamp(form, version, _hashes(_FIELDS, found), _hashes(_CELLS, found))


def _texts(package: Package) -> Iterator[tuple[str, str]]:
    for kind in _RELATIONS:
        for part in package.related(kind, of=""):
            for each in package.tree(part):
                yield each.get("name", ""), "".join(each.itertext())


def _hashes(name: str, found: Mapping[str, str]) -> dict[str, Sequence[str]]:
    pieces: list[str] = []
    while (piece := f"{name}{len(pieces) + 1}") in found:
        pieces.append(found[piece])
    joined = "".join(pieces)
    if _FIELD.sub("", joined):  # a piece is lost, and nothing can be compared
        return {}
    return {
        key: [digits[at : at + _HASH] for at in range(0, len(digits), _HASH)]
        for key, digits in _FIELD.findall(joined)
    }
