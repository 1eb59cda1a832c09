"""Shapes and drawings in rows that were repeated: each gets an identity of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

_attributes = re.compile(r'\s(id|\w+:spid)="([^"]*)"')
_without_number = re.compile(r"(?<!\d)\d++$").sub


def with_own_identities(xml: str, names: Iterable[str]) -> str:
    """Return the XML of a part in which no two elements of these names have the same identity."""
    elements = re.compile(rf"<(?:{'|'.join(map(re.escape, names))})(?=[\s/>])[^>]*>")
    return elements.sub(_Identities(elements.findall(xml)), xml)


class _Identities:
    """Gives identities: the first that has one keeps it, and each other gets the next free one."""

    def __init__(self, elements: Iterable[str]) -> None:
        self._taken = {found[2] for each in elements for found in _attributes.finditer(each)}
        self._free: dict[str, Iterator[int]] = {}
        self._given: set[tuple[str, str]] = set()

    def __call__(self, element: re.Match[str]) -> str:
        return _attributes.sub(self._attribute, element[0])

    def _attribute(self, found: re.Match[str]) -> str:
        name, said = found.groups()
        return f' {name}="{self._own(name, said)}"'

    def _own(self, kind: str, said: str) -> str:
        if (kind, said) not in self._given:
            self._given.add((kind, said))
            return said
        head = _without_number("", said)
        numbers = self._free.setdefault(head, count(1))
        own = next(name for each in numbers if (name := f"{head}{each}") not in self._taken)
        self._given.add((kind, own))
        return own
