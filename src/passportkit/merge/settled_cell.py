"""A cell that differs, and what becomes of it: whoever decides does so for each field it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from passportkit.findings import Route
from passportkit.forms.shows import Show
from passportkit.merge.order import Fate
from passportkit.merge.outcome import Cause, Side
from passportkit.merge.state import MergeState
from passportkit.merge.wanted_values import Holder, asked, partly
from passportkit.source import Data


class CellPart(NamedTuple):
    """Fields of a cell about which one thing holds: their values, and the cell without and with.

    `cause` says why somebody decides; None that only the document has changed it. `route` is what
    is named to decide.
    """

    values: Mapping[Route, Data]
    mine: str
    theirs: str
    route: Route
    cause: Cause | None
    taken: Side | None

    @property
    def is_taken(self) -> bool:
        """Whether the document's words hold."""
        return self.cause is None or self.taken == "theirs"


class SettledCell(NamedTuple):
    """The parts of a cell, and its words in the end."""

    parts: list[CellPart]
    words: str

    @property
    def taken(self) -> list[CellPart]:
        """The parts for which the document's words hold."""
        return [part for part in self.parts if part.is_taken]

    @property
    def kept(self) -> list[CellPart]:
        """The parts that stay as the practice has them, and are told."""
        return [part for part in self.parts if not part.is_taken]

    @property
    def values(self) -> dict[Route, Data]:
        """The values that bring the cell to its words."""
        return {route: value for part in self.taken for route, value in part.values.items()}


@dataclass(frozen=True, slots=True)
class DifferingCell:
    """What a cell shows, what it says on both sides, and who has changed it.

    `row` is where the file has its row, `key` the place of its table in the form.
    """

    setting: MergeState
    key: str
    show: Show
    mine: str
    theirs: str
    fate: Fate
    holder: Holder
    row: Route

    def settled(self) -> SettledCell:
        """Return what becomes of the cell; fields that cannot be told apart go together."""
        if self.fate == "mine":
            return SettledCell([], self.mine)
        wanted = asked(self.show, self.theirs, self.holder)
        whole = self._whole(wanted)
        is_asked = whole.cause or any(self._cause([route]) for route in wanted)
        parted = self._parted(wanted) if is_asked and len(wanted) > 1 else None
        return parted or SettledCell([whole], self.theirs if whole.is_taken else self.mine)

    def _whole(self, wanted: Mapping[Route, Data]) -> CellPart:
        values = {self.setting.routes(route): value for route, value in wanted.items()}
        named = [self.setting.routes(route) for route in wanted if not self._is_manner(route)]
        routes = named or [*values] or [self.row]
        route = routes[0] if len(routes) == 1 else self.row
        sides = {self.setting.decisions.side([each]) for each in routes}
        cause, taken = self._cause(wanted), sides.pop()
        if sides:
            cause, taken = "together", None
        return CellPart(values or {self.row: None}, self.mine, self.theirs, route, cause, taken)

    def _parted(self, wanted: Mapping[Route, Data]) -> SettledCell | None:
        """Return the cell field by field; None where its words do not tell them apart."""
        if any(map(self._is_manner, wanted)):
            return None
        words = {route: self._with([route]) for route in wanted}
        parts = {
            route: self._part(route, wanted[route], said)
            for route, said in words.items()
            if said is not None
        }
        taken = [route for route, part in parts.items() if part.is_taken]
        in_the_end = self._with(taken)
        if len(parts) < len(wanted) or in_the_end is None:
            return None
        return SettledCell([*parts.values()], in_the_end)

    def _part(self, route: Route, value: Data, words: str) -> CellPart:
        there, cause = self.setting.routes(route), self._cause([route])
        taken = self.setting.decisions.side([there])
        return CellPart({there: value}, self.mine, words, there, cause, taken)

    def _with(self, routes: Iterable[Route]) -> str | None:
        return partly(self.show, self.theirs, self.holder, {str(route[-1]) for route in routes})

    def _cause(self, wanted: Iterable[Route]) -> Cause | None:
        if self.fate == "conflict":
            return "both"
        routes = [*map(self.setting.routes, wanted)] or [self.row]
        return "unknown" if self.setting.keeps(self.key, routes) else None

    def _is_manner(self, route: Route) -> bool:
        return route[-1] in self.show.view.manner
