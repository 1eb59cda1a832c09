"""Output whose head needs to know its end: what comes between waits, on disk where it is much."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import Any, Self

from passportkit.controls import in_json
from passportkit.errors import CannotGoOn
from passportkit.files.reasons import reason
from passportkit.language import Message, say

_IN_MEMORY = 2**18
"""How many bytes wait in memory before they go to the disk."""

_BLOCK = 2**16

_END = "\0"
"""Stands between pieces that wait; no format can print it."""

_MARKER = re.compile(r'"\\u0000([a-z]+)"')


class Waiting:
    """Pieces of text that come out again in their order, until the `with` block is left."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY, "w+b")  # noqa: SIM115 - `__exit__` closes it

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self._file.close()

    def add(self, piece: str) -> None:
        """Let a piece wait; a name of a file in it may be no text.

        Raises `CannotGoOn` where there is no room for it.
        """
        try:
            self._file.write(f"{piece}{_END}".encode(errors="surrogatepass"))
        except OSError as error:
            raise CannotGoOn(_no_room(reason(error))) from error

    def __iter__(self) -> Iterator[str]:
        self._file.seek(0)
        rest = b""
        while block := self._file.read(_BLOCK):
            *pieces, rest = (rest + block).split(_END.encode())
            yield from (piece.decode(errors="surrogatepass") for piece in pieces)


def _no_room(why: Message) -> Message:
    return say(
        "the folder for temporary files cannot be written: {why}; name another one in the variable "
        "`TMPDIR`",
        why=why,
    )


_encode = json.JSONEncoder(ensure_ascii=False).encode
_STEP = "  "


def dumped(value: Any, indent: str = "") -> str:
    """Return a value as JSON, as people read it; what stands below the first line is indented.

    The library's own indentation leaves behind functions that hold one another, at each call, and
    over thousands of files they would wait for the garbage collector.
    """
    inner = indent + _STEP
    if isinstance(value, dict) and value:
        items = [f"{in_json(_encode(key))}: {dumped(each, inner)}" for key, each in value.items()]
        return f"{{\n{inner}" + f",\n{inner}".join(items) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        items = [dumped(each, inner) for each in value]
        return f"[\n{inner}" + f",\n{inner}".join(items) + f"\n{indent}]"
    return in_json(_encode(value))


def with_lists(frame: Any, **lists: Iterable[str]) -> Iterator[str]:
    r"""Yield the JSON of `frame`, in which `"\0name"` stands for a list; its items are JSON."""
    text = dumped(frame)
    at = 0
    for marker in _MARKER.finditer(text):
        yield text[at : marker.start()]
        line = text[text.rfind("\n", 0, marker.start()) + 1 :]
        yield from _list(lists[marker[1]], line[: len(line) - len(line.lstrip(" "))])
        at = marker.end()
    yield text[at:] + "\n"


def _list(items: Iterable[str], indent: str) -> Iterator[str]:
    """Yield a list that begins on a line with this indentation; an empty one is two brackets."""
    before, end = "[", "[]"
    for item in items:
        yield f"{before}\n{indent}  " + item.replace("\n", f"\n{indent}  ")
        before, end = ",", f"\n{indent}]"
    yield end
