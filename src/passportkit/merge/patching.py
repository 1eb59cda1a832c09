"""Bringing a field of a file to a value: only what differs is touched, however it is spelt."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, starmap

from passportkit.edits import Edit, together
from passportkit.errors import CannotGoOn
from passportkit.findings import Route
from passportkit.matching import matches
from passportkit.merge.alignment import aligned
from passportkit.practice import Vocabulary
from passportkit.source import Data, Source
from passportkit.source.cutting import New, arrange, clear, remove
from passportkit.source.editing import change, reword
from passportkit.source.insertion import insert
from passportkit.source.model_shape import models_at
from passportkit.source.plain_data import find, is_blank, wrapped
from passportkit.source.proof import Maker, applied, data_of, in_turn
from passportkit.source.writing import put
from passportkit.text import canonical, respell

_FOR_ONE_FORM = len(("for", "form", "field"))


def bring(source: Source, values: Mapping[Route, Data], vocabulary: Vocabulary) -> Edit:
    """Return the edit that brings these values to these routes; a value of None goes."""
    values = dict(chain.from_iterable(starmap(partial(_taken_apart, source), values.items())))
    said = {route: find(data_of(source), route) for route in values}
    words = {
        route: _as_spelt(said[route], value)
        for route, value in values.items()
        if value and isinstance(value, str) and isinstance(said[route], str) and said[route].strip()
    }
    others = {
        route: partial(_bring, route=route, value=value, vocabulary=vocabulary)
        for route, value in values.items()
        if route not in words
    }
    rounds = [partial(_at_once, makers=makers) for makers in _rounds(others)]
    return in_turn(source, [partial(reword, words=words), *rounds] if words else rounds)


def _taken_apart(source: Source, route: Route, value: Data) -> Iterator[tuple[Route, Data]]:
    """Yield the values within a record that the file has as a record, too; else the value."""
    said = find(data_of(source), route)
    both = isinstance(said, Mapping) and isinstance(value, Mapping)
    if not both or is_blank(said) or is_blank(value):
        yield route, value
        return
    for key in dict.fromkeys((*value, *said)):
        yield from _taken_apart(source, (*route, key), value.get(key))


def _rounds(makers: Mapping[Route, Maker]) -> Iterator[list[Maker]]:
    """Yield edits that do not meet: in each round one of each item of a list.

    A file is read once for a round, and would be for each edit if all were made in turn.
    """
    waiting: dict[Route, deque[Maker]] = {}
    for route, make in makers.items():
        waiting.setdefault(route[:2], deque()).append(make)
    while waiting:
        yield [each.popleft() for each in waiting.values()]
        waiting = {item: each for item, each in waiting.items() if each}


def _at_once(source: Source, makers: Sequence[Maker]) -> Edit:
    """Return one edit for those that do not meet; where they do, they are made in turn."""
    if len(makers) == 1:
        return makers[0](source)
    try:
        edit = together(source.text, [make(source) for make in makers])
        applied(source, edit)
    except CannotGoOn:
        return in_turn(source, makers)
    return edit


def _bring(source: Source, route: Route, value: Data, vocabulary: Vocabulary) -> Edit:
    """Bring a value to a route, on which a text may stand for a record: it is its main field."""
    say = partial(_say, route=route, value=value, vocabulary=vocabulary)
    above = _record_as_text(source, route, vocabulary)
    if above is None:
        return say(source)
    main = main_at(above, vocabulary)
    if main == route[len(above)]:
        return clear(source, above) if is_blank(value) else say(source, route=above)
    if is_blank(value):
        return say(source)
    record = {main: canonical(find(data_of(source), above))}
    return in_turn(source, [partial(change, route=above, value=record), say])


def _record_as_text(source: Source, route: Route, vocabulary: Vocabulary) -> Route | None:
    """Return where on a route a text stands for a record, if one does."""
    for length in range(1, len(route)):
        said = find(data_of(source), route[:length])
        is_text = isinstance(said, str) and said.strip() and isinstance(route[length], str)
        if is_text and main_at(route[:length], vocabulary):
            return route[:length]
    return None


def _say(source: Source, route: Route, value: Data, vocabulary: Vocabulary) -> Edit:
    said = find(data_of(source), route)
    if value == {}:  # the key alone says something
        known = find(data_of(source), route[:-1])
        there = isinstance(known, Mapping) and route[-1] in known
        return Edit(source.text) if there else put(source, route, None)
    if _plain(said, route, vocabulary) == _plain(value, route, vocabulary):
        return Edit(source.text)
    if is_blank(value):
        return without(source, route)
    if is_blank(said):
        return said_anew(source, route, value, vocabulary)
    return _say_otherwise(source, route, said, value, vocabulary)


def _say_otherwise(
    source: Source, route: Route, said: Data, value: Data, vocabulary: Vocabulary
) -> Edit:
    if isinstance(value, Mapping):
        return _bring_record(source, route, said, value, vocabulary)
    if isinstance(value, list):
        return _bring_list(source, route, said, value, vocabulary)
    main = main_at(route, vocabulary)
    if isinstance(said, Mapping) and main:
        return _bring_record(source, route, said, {main: value}, vocabulary)
    if isinstance(said, str):
        return _reworded(source, route, said, value)
    return change(source, route, value)


def said_anew(source: Source, route: Route, value: Data, vocabulary: Vocabulary) -> Edit:
    """Return the edit that says what was not said; a new field stands where a new file has it."""
    field, *rest = route
    if field in data_of(source) or field not in vocabulary.keys:
        return put(source, route, value)
    return insert(source, str(field), wrapped(tuple(rest), value), vocabulary.keys)


def _reworded(source: Source, route: Route, said: str, value: str) -> Edit:
    return reword(source, {route: _as_spelt(said, value)})


def _as_spelt(said: str, value: str) -> str:
    """Return `value` with those lines that `said` has too, as they are spelt there."""
    old, new = canonical(said).split("\n"), value.split("\n")
    spelt = [respell(line) for line in old]
    if spelt == old:
        return value
    for first, second, size in matches(spelt, new):
        new[second : second + size] = old[first : first + size]
    return "\n".join(new)


def without(source: Source, route: Route) -> Edit:
    """Return the edit after which nothing is said at `route`.

    An item of a list stays, so that others keep their place, and so does the key of a field for
    one form, which would get the words of all forms without it.
    """
    stays = isinstance(route[-1], int) or (route[0] == "for" and len(route) == _FOR_ONE_FORM)
    return (clear if stays else remove)(source, route)


def _bring_record(
    source: Source, route: Route, said: Data, value: Mapping[str, Data], vocabulary: Vocabulary
) -> Edit:
    main = main_at(route, vocabulary)
    if isinstance(said, str):
        kept = {key: words for key, words in value.items() if not is_blank(words)}
        if main and set(kept) == {main}:
            return _reworded(source, route, said, kept[main])
        return change(source, route, kept)
    keys = [*value, *(key for key in said if key not in value)]
    return bring(source, {(*route, key): value.get(key) for key in keys}, vocabulary)


def _bring_list(
    source: Source, route: Route, said: Data, value: Sequence[Data], vocabulary: Vocabulary
) -> Edit:
    if isinstance(said, str) and len(value) == 1 and isinstance(value[0], str):
        return _reworded(source, route, said, value[0])
    if not isinstance(said, list):
        return change(source, route, list(value))
    item = (*route, 0)
    old, new = ([_flat(_plain(each, item, vocabulary)) for each in side] for side in (said, value))
    pairs = {there: here for here, there in aligned(old, new).items()}
    values = {(*route, pairs[index]): value[index] for index in sorted(pairs)}
    plan = [pairs[i] if i in pairs else New(value[i]) for i in range(len(value))]
    changed = partial(bring, values=values, vocabulary=vocabulary)
    return in_turn(source, [changed, partial(arrange, route=route, plan=plan)])


def _flat(value: Data) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return tuple(" ".join(_flat(each)) for each in value.values())
    return tuple(value) if isinstance(value, list) else (value or "",)


def _plain(value: Data, route: Route, vocabulary: Vocabulary) -> Data:
    """Return data in one form, whichever way they are written."""
    main = main_at(route, vocabulary)
    if isinstance(value, str):
        value = respell(canonical(value))
        return {main: value} if main and value else value or None
    if isinstance(value, list):
        return [_plain(item, (*route, 0), vocabulary) for item in value] or None
    if isinstance(value, Mapping):
        inner = {key: _plain(each, (*route, key), vocabulary) for key, each in value.items()}
        return {key: each for key, each in inner.items() if each is not None} or None
    return value


def main_at(route: Route, vocabulary: Vocabulary) -> str | None:
    """Return the field that a text alone says at a route of a practice, if it may stand there."""
    mains = (getattr(model, "main", None) for model in models_at(vocabulary.practice, route))
    return next(filter(None, mains), None)
