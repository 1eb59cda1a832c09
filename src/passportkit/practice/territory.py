"""Territories: «Красноярский край, ЗАТО Железногорск», in either order."""

from __future__ import annotations

import re
from functools import cached_property

from passportkit.practice.words import BLANKS, Words
from passportkit.text.pattern import pattern

_REGION = pattern(
    r"\b(?:край|область|обл\.|республика|автономный округ|АО|автономная область)(?:\b|$)|"
    rf"^(?:г(?:ород)?\.?[{BLANKS}]*)?(?:Москва|Санкт-Петербург|Севастополь)$|^Республика\b",
    re.IGNORECASE,
)


class Territory(Words):
    """A territory in the author's words."""

    @cached_property
    def region(self) -> str | None:
        """The part that names a subject of the Federation, as typed."""
        return next((part for part in self._parts if _REGION.search(part)), None)

    @cached_property
    def municipality(self) -> str | None:
        """The parts that name no subject of the Federation, as typed."""
        return ", ".join(part for part in self._parts if part != self.region) or None

    @property
    def _parts(self) -> list[str]:
        return [part.strip(BLANKS) for part in self.split(",")]
