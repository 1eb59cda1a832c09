"""Whose words hold where the file and the document do not agree: in all fields, or in some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from passportkit.errors import CannotGoOn
from passportkit.findings import Route
from passportkit.language import say
from passportkit.merge.outcome import Side

_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\+?[1-9][0-9]{0,8})\]")


@dataclass(frozen=True, slots=True)
class Decisions:
    """A side for all that is open, and for fields, each with what stands below it.

    Of several that meet a field, the nearest decides.
    """

    otherwise: Side | None = None
    fields: Mapping[Route, Side] = field(default_factory=dict)

    def side(self, routes: Iterable[Route]) -> Side | None:
        """Return whose words hold at some routes; None: nobody has said so."""
        above = {route[:length] for route in routes for length in range(1, len(route) + 1)}
        nearest = max((each for each in self.fields if each in above), key=len, default=None)
        return self.otherwise if nearest is None else self.fields[nearest]


UNDECIDED = Decisions()
"""Nobody has decided anything: what the file says stays."""


def field_name(route: Route) -> str:
    """Return the name of a field as people write it: `results[2].value`, rows counted from 1.

    `[+2]` is the second row of the document, which the file does not have.
    """
    steps = (f"[{step + 1}]" if isinstance(step, int) else _step(step) for step in route)
    return "".join(steps).removeprefix(".")


def _step(step: str) -> str:
    return f"[{step}]" if step.startswith("+") else f".{step}"


def field_route(name: str) -> Route:
    """Return the route to a field from its name; raise `CannotGoOn` where it is none."""
    found = [*_STEP.finditer(name)]
    if not found or "".join(each[0] for each in found) != name or name[0] in ".[":
        raise CannotGoOn(
            say("`{name}` is no name of a field: write it like `results[2].value`", name=name)
        )
    return tuple(each[1] or _index(each[2]) for each in found)


def _index(number: str) -> str | int:
    return number if number.startswith("+") else int(number) - 1
