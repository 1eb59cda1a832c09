"""What a finding says, as one sentence that can be read."""

from __future__ import annotations

import re
from dataclasses import replace

from passportkit.controls import visible
from passportkit.language import AnyMessage, Translator, shortened

_LONGEST = 300
"""How many characters of a text are shown within a sentence: a name of anything has fewer."""

_quoted = re.compile(r"“\{(\w+)\}”|`\{(\w+)\}`").finditer


def sentence(message: AnyMessage, translate: Translator) -> str:
    """Return what a message says, on one line, and of what it quotes no more than one reads."""
    message = message.made()
    names = [found[1] or found[2] for found in _quoted(message.text)]
    quoted = {name: text for name in names if isinstance(text := message.values[name], str)}
    short = {
        name: shortened(text, _LONGEST) for name, text in quoted.items() if len(text) > _LONGEST
    }
    return visible(translate(replace(message, values={**message.values, **short})))
