"""Bringing a field of a file to a value: only what differs is touched, however it is spelt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from passportkit.findings import Route
from passportkit.merge.alignment import aligned
from passportkit.practice import Facts, Practice
from passportkit.source.cutting import New, arrange, clear, remove
from passportkit.source.document import Data
from passportkit.source.dump import FIRST
from passportkit.source.editing import change, reword
from passportkit.source.insertion import insert
from passportkit.source.model_shape import models_at
from passportkit.source.plain_data import find, is_blank, wrapped
from passportkit.source.proof import data_of
from passportkit.source.writing import put
from passportkit.text import canonical, respell

_ORDER = (*FIRST, *(name for name in Facts.model_fields if name not in FIRST))
"""The fields at the top of a file, as a new one has them."""

_FOR_ONE_FORM = len(("for", "form", "field"))


def bring(text: str, values: Mapping[Route, Data]) -> str:
    """Return the file `text` with these values at these routes; a value of None goes."""
    said = {route: find(data_of(text), route) for route in values}
    words = {
        route: value
        for route, value in values.items()
        if value and isinstance(value, str) and isinstance(said[route], str) and said[route].strip()
    }
    if words:
        text = reword(text, {route: _as_spelt(said[route], new) for route, new in words.items()})
    for route, value in values.items():
        if route not in words:
            text = _bring(text, route, value)
    return text


def _bring(text: str, route: Route, value: Data) -> str:
    text, place = _way_made(text, route, value)
    if is_blank(value) and place != route:
        return clear(text, *place)
    route = place
    said = find(data_of(text), route)
    if value == {}:  # the key alone says something
        known = find(data_of(text), route[:-1])
        return text if isinstance(known, Mapping) and route[-1] in known else put(text, route, None)
    if _plain(said, route) == _plain(value, route):
        return text
    if is_blank(value):
        return without(text, route)
    if is_blank(said):
        return said_anew(text, route, value)
    if isinstance(value, Mapping):
        return _bring_record(text, route, said, value)
    if isinstance(value, list):
        return _bring_list(text, route, said, value)
    main = main_at(route)
    if isinstance(said, Mapping) and main:
        return _bring_record(text, route, said, {main: value})
    if isinstance(said, str):
        return _reworded(text, route, said, value)
    return change(text, route, value)


def said_anew(text: str, route: Route, value: Data) -> str:
    """Return the file with what it did not say; a new field stands where a new file has it."""
    field, *rest = route
    if field in data_of(text) or field not in _ORDER:
        return put(text, route, value)
    return insert(text, str(field), wrapped(tuple(rest), value), _ORDER)


def _reworded(text: str, route: Route, said: str, value: str) -> str:
    return reword(text, {route: _as_spelt(said, value)})


def _as_spelt(said: str, value: str) -> str:
    """Return `value` with those lines that `said` has too, as they are spelt there."""
    old, new = canonical(said).split("\n"), value.split("\n")
    spelt = [respell(line) for line in old]
    if spelt == old:
        return value
    alike = SequenceMatcher(None, spelt, new, autojunk=False)
    for first, second, size in alike.get_matching_blocks():
        new[second : second + size] = old[first : first + size]
    return "\n".join(new)


def _way_made(text: str, route: Route, value: Data) -> tuple[str, Route]:
    """Go a route on which a text may stand for a record: it is its main field, or becomes that."""
    for length in range(1, len(route)):
        above, step = route[:length], route[length]
        said, main = find(data_of(text), above), main_at(above)
        if isinstance(said, str) and said.strip() and main and isinstance(step, str):
            if step == main:
                return text, above
            if not is_blank(value):
                text = change(text, above, {main: canonical(said)})
    return text, route


def without(text: str, route: Route) -> str:
    """Return the file `text` with nothing said at `route`.

    An item of a list stays, so that others keep their place, and so does the key of a field for
    one form, which would get the words of all forms without it.
    """
    stays = isinstance(route[-1], int) or (route[0] == "for" and len(route) == _FOR_ONE_FORM)
    return clear(text, *route) if stays else remove(text, *route)


def _bring_record(text: str, route: Route, said: Data, value: Mapping[str, Data]) -> str:
    main = main_at(route)
    if isinstance(said, str):
        kept = {key: words for key, words in value.items() if not is_blank(words)}
        if main and set(kept) == {main}:
            return _reworded(text, route, said, kept[main])
        return change(text, route, kept)
    keys = [*value, *(key for key in said if key not in value)]
    return bring(text, {(*route, key): value.get(key) for key in keys})


def _bring_list(text: str, route: Route, said: Data, value: Sequence[Data]) -> str:
    if isinstance(said, str) and len(value) == 1 and isinstance(value[0], str):
        return _reworded(text, route, said, value[0])
    if not isinstance(said, list):
        return change(text, route, list(value))
    old, new = ([_flat(_plain(item, (*route, 0))) for item in items] for items in (said, value))
    pairs = {there: here for here, there in aligned(old, new).items()}
    text = bring(text, {(*route, pairs[index]): value[index] for index in sorted(pairs)})
    plan = [pairs[i] if i in pairs else New(value[i]) for i in range(len(value))]
    return arrange(text, route, plan)


def _flat(value: Data) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return tuple(" ".join(_flat(each)) for each in value.values())
    return tuple(value) if isinstance(value, list) else (value or "",)


def _plain(value: Data, route: Route) -> Data:
    """Return data in one form, whichever way they are written."""
    main = main_at(route)
    if isinstance(value, str):
        value = respell(canonical(value))
        return {main: value} if main and value else value or None
    if isinstance(value, list):
        return [_plain(item, (*route, 0)) for item in value] or None
    if isinstance(value, Mapping):
        inner = {key: _plain(each, (*route, key)) for key, each in value.items()}
        return {key: each for key, each in inner.items() if each is not None} or None
    return value


def main_at(route: Route) -> str | None:
    """Return the field that a text alone says at a route of a practice, if it may stand there."""
    mains = (getattr(model, "main", None) for model in models_at(Practice, route))
    return next(filter(None, mains), None)
