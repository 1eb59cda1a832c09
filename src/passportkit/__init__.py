"""Write a practice once, check it, and hand it in as any of the official Word forms.

What can be done with practices and documents in a program of one's own: `docs/api.md` shows it.
What a name needs is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from passportkit.version import __version__

if TYPE_CHECKING:
    from passportkit.engine.checking import Checked
    from passportkit.engine.converting import Converted
    from passportkit.engine.correcting import Corrected
    from passportkit.engine.importing import Imported
    from passportkit.engine.practices import Case, Practices, Wanted
    from passportkit.engine.toolkit import Toolkit
    from passportkit.errors import CannotGoOn
    from passportkit.findings import Finding, Fix, Place, Severity
    from passportkit.language import Message, translator

__all__ = [
    "CannotGoOn",
    "Case",
    "Checked",
    "Converted",
    "Corrected",
    "Finding",
    "Fix",
    "Imported",
    "Message",
    "Place",
    "Practices",
    "Severity",
    "Toolkit",
    "Wanted",
    "__version__",
    "translator",
]

_HOMES = {
    "CannotGoOn": "errors",
    "Case": "engine.practices",
    "Checked": "engine.checking",
    "Converted": "engine.converting",
    "Corrected": "engine.correcting",
    "Finding": "findings",
    "Fix": "findings",
    "Imported": "engine.importing",
    "Message": "language",
    "Place": "findings",
    "Practices": "engine.practices",
    "Severity": "findings",
    "Toolkit": "engine.toolkit",
    "Wanted": "engine.practices",
    "translator": "language",
}


if not TYPE_CHECKING:  # for a checker of types a name that is not there would be any value

    def __getattr__(name: str) -> Any:
        """Import what is asked for: a start shall not pay for what it does not use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return also the names that nobody has asked for yet, for those who look around."""
    return sorted({*globals(), *__all__})
