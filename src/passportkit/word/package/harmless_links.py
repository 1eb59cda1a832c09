"""Addresses that a document may lead to: a click opens a page, a letter or a call, nothing else."""

from __future__ import annotations

import re

_harmless = re.compile(
    r"(?:https?|mailto|tel):[^\x00-\x1f\x7f\\]+|#[^\x00-\x1f\x7f]*", re.IGNORECASE
).fullmatch


def is_harmless(address: str) -> bool:
    """Return whether a link may lead there: to the web, a letter, a call, or in the document."""
    return _harmless(address.strip()) is not None
