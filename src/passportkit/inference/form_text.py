"""The `form.yaml` of an inferred form: its words, and comments where somebody should look."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from passportkit.controls import visible
from passportkit.inference.inferred_form import InferredForm
from passportkit.language import Message, Translator
from passportkit.source.emitter import STEP, LabelLines

_LINES = LabelLines()
_WIDTH = 96
_LARGE = ("facts", "sections")
"""The keys that a blank line stands before."""


def form_text(form: InferredForm, translate: Translator) -> str:
    """Return the text of `form.yaml`, with comments in the language of `translate`."""
    lines: list[str] = []
    for key, value in form.data.items():
        lines += [""] if key in _LARGE else []
        if key == "sections":
            lines += ["sections:", *_sections(value, form.remarks, translate)]
        else:
            lines += _LINES.of_key(key, value, 0)
    return "\n".join([*lines, ""])


def _sections(
    entries: Sequence[Any], remarks: Mapping[int, Sequence[Message]], translate: Translator
) -> Iterator[str]:
    for at, entry in enumerate(entries):
        for remark in remarks.get(at, ()):
            yield from _comment(translate(remark))
        yield from _LINES.with_dash(entry, STEP)


def _comment(words: str) -> list[str]:
    sign = " " * STEP + "# "
    return textwrap.wrap(
        visible(" ".join(words.split())),
        _WIDTH,
        initial_indent=sign,
        subsequent_indent=sign,
        break_long_words=False,
        break_on_hyphens=False,
    )
