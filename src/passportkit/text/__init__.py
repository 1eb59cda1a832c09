"""The words of a text: their canonical form, and the little markup they may carry."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from passportkit.text.canonical import canonical

if TYPE_CHECKING:
    from passportkit.text.markup import Delimiter, Line, LineKind, Span, is_plain, parse, plain
    from passportkit.text.normality import normal
    from passportkit.text.spelling import as_paragraph, escape, respell, write

__all__ = [
    "Delimiter",
    "Line",
    "LineKind",
    "Span",
    "as_paragraph",
    "canonical",
    "escape",
    "is_plain",
    "normal",
    "parse",
    "plain",
    "respell",
    "write",
]

_MODULES = {
    "markup": ["Delimiter", "LineKind", "Line", "Span", "is_plain", "parse", "plain"],
    "normality": ["normal"],
    "spelling": ["escape", "as_paragraph", "respell", "write"],
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load what is asked for: who needs the canonical form only, does not load the markup."""
    if name not in _HOMES:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
