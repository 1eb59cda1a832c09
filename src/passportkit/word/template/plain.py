"""Values of ours as JSON and back: what is read has the shapes of its types, or is refused."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_JsonReader = Callable[[Any], Any]


def to_json(value: Any) -> bytes:
    """Return named tuples of texts, numbers, bytes and tuples as JSON, for `from_json`."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def from_json(kind: type[T], content: bytes) -> T:
    """Return the value of this type that `to_json` wrote; raise ValueError for anything else."""
    try:
        return cast("T", _reader(cast("Any", kind))(json.loads(content)))
    except RecursionError:
        raise ValueError("nested without end") from None


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if not isinstance(value, tuple):
        return value
    return [*map(_plain, (value if type(value) is tuple else (type(value).__name__, *value)))]


@cache
def _reader(kind: Any) -> _JsonReader:
    """Return what reads a value of a type, or raises ValueError."""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return lambda value: _chosen(value, inner)
    if isinstance(kind, UnionType):
        return lambda value: _one_of(value, inner)
    if origin is tuple and inner[-1] is ...:
        return lambda value: tuple(map(_reader(inner[0]), _list(value)))
    if origin is tuple:
        return lambda value: tuple(_each(inner, _list(value)))
    return lambda value: _record(kind, value)


def _exactly(kind: type) -> _JsonReader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"no {kind.__name__}")
        return value

    return read


def _text(value: Any) -> str:
    text: str = _exactly(str)(value)
    text.encode()  # JSON may spell half a pair, which no document can have
    return text


def _bytes(value: Any) -> bytes:
    return b64decode(_exactly(str)(value), validate=True)


_list = _exactly(list)

_SIMPLE: dict[Any, _JsonReader] = {
    str: _text,
    int: _exactly(int),
    bool: _exactly(bool),
    bytes: _bytes,
}


def _chosen(value: Any, choices: tuple[Any, ...]) -> Any:
    if value not in choices:
        raise ValueError(f"none of {choices}")
    return value


def _one_of(value: Any, kinds: tuple[Any, ...]) -> Any:
    """Return a text as it is, and the named tuple whose name a list begins with."""
    if type(value) is str:
        return _text(value)
    name = next(iter(_list(value)), None)
    return _record(next((kind for kind in kinds if kind.__name__ == name), str), value)


def _record(kind: Any, value: Any) -> Any:
    name, *values = _list(value) or [""]
    if name != kind.__name__:
        raise ValueError(f"no {kind.__name__}")
    return kind(*_each(_hints(kind), values))


@cache
def _hints(kind: Any) -> tuple[Any, ...]:
    return tuple(get_type_hints(kind).values())


def _each(kinds: tuple[Any, ...], values: list[Any]) -> list[Any]:
    return [_reader(kind)(value) for kind, value in zip(kinds, values, strict=True)]
