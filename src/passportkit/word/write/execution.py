"""Programs carried out: constants as they are, and the words of a document between them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from passportkit.word.template.program import (
    CellMerge,
    Loop,
    Manner,
    ProgramStep,
    Put,
    Ref,
    Whole,
    merge_key,
)
from passportkit.word.write.size_left import OversizeError, SizeLeft


class Scope(NamedTuple):
    """What steps can see: the words of a document, what writes them where, the row of a loop."""

    values: Mapping[str, Any]
    manners: Mapping[Manner, Callable[[str, int], str]]
    size_left: SizeLeft
    row: Mapping[str, str] = {}

    def text(self, ref: Ref) -> str:
        """Return the text that is meant."""
        name, of_row = ref
        found: str = self.row[name] if of_row else self.values[name]
        return found


def written(steps: tuple[ProgramStep, ...], scope: Scope) -> str:
    """Return what the steps write; raise `OversizeError` before it is far too much."""
    return "".join(
        [step if type(step) is str else _DOES[type(step)](step, scope) for step in steps]
    )


def _put(step: Put, scope: Scope) -> str:
    xml = scope.manners[step.manner](scope.text(step.text), step.constant)
    size_left = scope.size_left
    size_left.left -= len(xml)  # each cell does so, and a call costs as much as the writing
    if size_left.left < 0:
        raise OversizeError
    return xml


def _merge(step: CellMerge, scope: Scope) -> str:
    return _MERGES[scope.row[merge_key(step.column)]]


def _whole(step: Whole, scope: Scope) -> str:
    texts = [scope.text(text) for text in step.texts] if step.texts else scope.row.values()
    return "<w:cantSplit/>" if _are_short(texts) else ""


def _loop(step: Loop, scope: Scope) -> str:
    values, manners, size_left, _row = scope
    rows = values[step.rows]
    size_left.take_rows(len(rows), step.steps)
    scopes = [Scope(values, manners, size_left, row) for row in rows]
    last = [written(step.last, scopes.pop())] if step.last and scopes else []
    return "".join([*[written(step.steps, scope) for scope in scopes], *last])


_DOES: dict[type, Callable[[Any, Scope], str]] = {
    Put: _put,
    CellMerge: _merge,
    Whole: _whole,
    Loop: _loop,
}

_MERGES = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>", "": ""}

_SHORT = 600
"""How many characters a cell may have for its row to stay whole; a line end counts as a line."""

_LINE = 50


def _are_short(texts: Collection[str]) -> bool:
    if sum(map(len, texts)) <= _SHORT and "\n" not in "".join(texts):  # most rows
        return True
    longest = max([len(text) for text in texts])
    return longest <= _SHORT and longest + _LINE * max([t.count("\n") for t in texts]) <= _SHORT
