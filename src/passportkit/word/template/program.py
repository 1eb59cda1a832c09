"""The program of a part: Jinja in a sandbox, with delimiters that no document can hold."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from typing import Any, cast

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from passportkit.word.template.tags import loud

WRITING = ("words", "line", "heads", "inline")
"""The filters that write words; what does so is another for each document."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which a name in brackets is a key and nothing else, never an attribute.

    Its own way looks for an attribute where there is no key, and then has to see that it is safe.
    """

    getitem = cast("Any", staticmethod(operator.getitem))


def environment() -> ImmutableSandboxedEnvironment:
    """Return the environment of all programs; what writes the words is added for each document.

    Control characters cannot stand in XML, so braces in anybody's words are only words.
    """
    env = _Sandbox(
        finalize=_escaped,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        block_start_string="\x01",
        block_end_string="\x02",
        variable_start_string="\x03",
        variable_end_string="\x04",
        comment_start_string="\x05",
        comment_end_string="\x06",
    )
    env.filters = {**dict.fromkeys(WRITING, _unwritten), "merge": _merge, "short": _short}
    return env


def _escaped(written: Any) -> str:
    """Escape as Jinja would, but let pass what our filters have written: it would be copied."""
    return written if type(written) is Markup else escape(written)


def program_of(pieces: Sequence[str]) -> str:
    """Return the source of a program from constants and code in turn."""
    return loud("".join(pieces))


def _unwritten(text: str, _constant: int) -> str:
    """Stand in for what writes the words of a document, so that programs compile."""
    return text


_MERGES = {
    "restart": Markup('<w:vMerge w:val="restart"/>'),
    "continue": Markup("<w:vMerge/>"),
    "": Markup(""),
}


def _merge(state: Any) -> Markup:
    return _MERGES[state]


_SHORT = 600
"""How many characters a cell may have for its row to stay whole; a line end counts as a line."""

_LINE = 50


def _short(words: Mapping[str, str] | Sequence[str]) -> Markup:
    texts = words.values() if isinstance(words, dict) else words
    joined = "".join(texts)
    if len(joined) <= _SHORT and "\n" not in joined:  # most rows
        return _WHOLE
    longest = max([len(text) for text in texts])
    if longest <= _SHORT and longest + _LINE * max([t.count("\n") for t in texts]) <= _SHORT:
        return _WHOLE
    return _SPLIT


_WHOLE, _SPLIT = Markup("<w:cantSplit/>"), Markup("")
