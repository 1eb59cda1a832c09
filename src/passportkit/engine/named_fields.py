"""The fields that a call names to decide about them: the practice has each, or the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from passportkit.engine.importing import Received
from passportkit.errors import CannotGoOn
from passportkit.findings import Route
from passportkit.forms.slots import TableSlot, slots_of
from passportkit.language import Message, say
from passportkit.merge import Decisions
from passportkit.merge.decisions import field_name, field_route
from passportkit.merge.outcome import Side
from passportkit.practice import Vocabulary
from passportkit.source import Source
from passportkit.source.model_shape import alternatives, fields
from passportkit.source.plain_data import find, is_blank
from passportkit.suggestion import did_you_mean, nearest


def decided(take: Side | None, sides: Mapping[str, Side], vocabulary: Vocabulary) -> Decisions:
    """Return whose words hold: in all fields, and in some that are named.

    Raises `CannotGoOn` where a name is that of no field.
    """
    named = {field_route(name): side for name, side in sides.items()}
    for route in named:
        _refuse_unknown(route, vocabulary)
    return Decisions(take, named)


def is_field(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a practice may have a field of this name."""
    try:
        _refuse_unknown(field_route(name), vocabulary)
    except CannotGoOn:
        return False
    return True


def refuse_absent(decisions: Decisions, source: Source, received: Received) -> None:
    """Raise where a row is named that the practice does not have, or the document for `[+2]`."""
    for route in decisions.fields:
        for length, step in enumerate(route):
            if why := _absent(route, route[:length], step, source, received):
                raise CannotGoOn(why)


def _absent(
    name: Route, above: Route, step: str | int, source: Source, received: Received
) -> Message | None:
    """Return that there is no such row, if a step of a name is one that is not there."""
    called = field_name(name)
    if isinstance(step, int) and step >= (n := _rows_in_file(source, above)):
        return say("no `{name}`: rows there in the practice: {n}", name=called, n=n)
    if not isinstance(step, str) or not _is_row(step):
        return None
    n = _rows_there(received, above)
    said = say("no `{name}`: rows there in the document: {n}", name=called, n=n)
    return said if int(step) > n else None


def _rows_in_file(source: Source, route: Route) -> int:
    rows = find(source.data or {}, route)
    return len(rows) if isinstance(rows, list) else int(not is_blank(rows))


def _rows_there(received: Received, route: Route) -> int:
    tables = [slot for slot in slots_of(received.form) if isinstance(slot, TableSlot)]
    values = received.extraction.values
    rows = [values.get(slot.key, ()) for slot in tables if slot.rows.field == route[-1]]
    return max(map(len, rows), default=0)


def _refuse_unknown(route: Route, vocabulary: Vocabulary) -> None:
    """Raise where nothing in a practice may be called so, and say what may have been meant."""
    found: Sequence[Any] = [vocabulary.practice]
    for length, step in enumerate(route):
        inner = [each for annotation in found for each in _inside(annotation, step)]
        if not inner:
            what = say("a practice has no field `{name}`", name=field_name(route))
            like = nearest(str(step), [key for each in found for key in _keys(each)])
            if like is None:
                raise CannotGoOn(what)
            advice = did_you_mean(field_name((*route[:length], like)))
            raise CannotGoOn(say("{what}; {advice}", what=what, advice=advice))
        found = inner


def _inside(annotation: Any, step: str | int) -> Iterator[Any]:
    """Yield the annotations of what may stand at a step of a name."""
    for kind, inner, _notes in alternatives(annotation):
        if kind in (list, tuple):
            yield from inner[-1:] if _is_row(step) else ()
        elif kind is dict:
            yield from inner[-1:]
        elif isinstance(kind, type) and issubclass(kind, BaseModel) and step in fields(kind):
            yield fields(kind)[str(step)].annotation


def _keys(annotation: Any) -> Iterator[str]:
    for kind, _inner, _notes in alternatives(annotation):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from fields(kind)


def _is_row(step: str | int) -> bool:
    return isinstance(step, int) or step.startswith("+")
