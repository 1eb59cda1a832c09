"""The program of a part: Jinja in a sandbox, with delimiters that no document can hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from passportkit.word.tags import loud

WRITER = "\x07"
"""The name of the writer among the values; no tag can say it."""


def environment() -> ImmutableSandboxedEnvironment:
    """Return the environment of all programs.

    Control characters cannot stand in XML, so braces in anybody's words are only words.
    """
    env = ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        block_start_string="\x01",
        block_end_string="\x02",
        variable_start_string="\x03",
        variable_end_string="\x04",
        comment_start_string="\x05",
        comment_end_string="\x06",
    )
    env.filters.update(words=_words, inline=_inline, merge=_merge)
    return env


def program_of(pieces: Sequence[str]) -> str:
    """Return the source of a program from constants and code in turn."""
    return loud("".join(pieces))


@pass_context
def _words(context: Context, text: str, cell: int) -> Markup:
    """Write the paragraphs of a text in the cell with this index."""
    return Markup(context[WRITER].paragraphs(text, cell))


@pass_context
def _inline(context: Context, text: str, run: int) -> Markup:
    """Write the runs of a text within a paragraph."""
    return Markup(context[WRITER].inline(text, run))


_MERGES = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>", "": ""}


def _merge(state: Any) -> Markup:
    return Markup(_MERGES[state])
