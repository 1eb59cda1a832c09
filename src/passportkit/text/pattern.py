"""Patterns that cost nothing until they are used: a start compiles only those it needs."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """A pattern that is compiled when it is first asked for anything."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, value)  # so that the next time it is found at once
        return value


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what stands for `re.compile(text, flags)`."""
    return cast("re.Pattern[str]", _Late(text, flags))
