"""Names of files that we make up: of titles, and of the names of other files."""

from __future__ import annotations

import re

from passportkit.latin import joined, latin_words

LONGEST = 60
"""How many characters a name may have before its suffix."""

_TAKEN = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"),
    ]
)
"""Names that Windows keeps for devices, whatever suffix a file has."""

FORM = "form.yaml"
"""What describes a form is called so: a practice of this name would be taken for one."""

_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
"""What Windows has in no name; a line end in one would be a line of its own where it is told."""


def name_of(title: str) -> str:
    """Return a short name in Latin letters for a title: «Соседские клубы» → `sosedskie-kluby`.

    It is empty where the title has neither Russian nor Latin letters nor digits. A name that
    Windows keeps for itself, or forms, gets a hyphen behind it.
    """
    name = joined(latin_words(title), "-", LONGEST)
    return f"{name}-" if is_taken(name) or f"{name}.yaml" == FORM else name


def is_taken(name: str) -> bool:
    """Return whether Windows keeps a name for itself."""
    return name.partition(".")[0].rstrip(" ").lower() in _TAKEN


def portable(name: str) -> str:
    """Return a name of a file as every system can have it: `con.note.docx` → `con-.note.docx`.

    What no name can hold becomes a hyphen. A name that is long stays so; that of a form is none.
    """
    fit = _UNFIT.sub("-", name).rstrip(". ")
    before, *behind = fit.split(".")
    return ".".join([f"{before}-", *behind]) if is_taken(fit) or fit.lower() == FORM else fit
