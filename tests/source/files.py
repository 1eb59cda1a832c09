"""Files that are edited, for tests: text in, and out what is read back and proved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from passportkit.edits import Edit
from passportkit.findings import Route
from passportkit.source import Source, cutting, editing, insertion, read, writing
from passportkit.source.cutting import New
from passportkit.source.proof import applied


def source_of(text: str) -> Source:
    return read(text.encode(), "")


def data(text: str) -> Any:
    source = source_of(text)
    assert source.data is not None, source.findings
    return source.data


def edited(text: str, make: Callable[..., Edit], *what: Any) -> str:
    source = source_of(text)
    return applied(source, make(source, *what)).text


def put(text: str, route: Route, value: Any) -> str:
    return edited(text, writing.put, route, value)


def add_rows(text: str, route: Route, rows: Sequence[Any]) -> str:
    return edited(text, writing.add_rows, route, rows)


def replace(text: str, route: Route, value: Any) -> str:
    return edited(text, writing.replace, route, value)


def clear(text: str, *route: str | int) -> str:
    return edited(text, cutting.clear, route)


def remove(text: str, *route: str | int) -> str:
    return edited(text, cutting.remove, route)


def arrange(text: str, route: Route, plan: Sequence[int | New]) -> str:
    return edited(text, cutting.arrange, route, plan)


def reword(text: str, words: Mapping[Route, str]) -> str:
    return edited(text, editing.reword, words)


def change(text: str, route: Route, value: Any) -> str:
    return edited(text, editing.change, route, value)


def insert(text: str, key: str, value: Any, order: Sequence[str]) -> str:
    return edited(text, insertion.insert, key, value, order)
