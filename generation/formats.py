"""The table of the formats of findings."""

from __future__ import annotations

from generation.regions import table
from passportkit.language import translator
from passportkit.report.formats import FORMATS

_HEADS = {"en": ("name", "what"), "ru": ("имя", "что это")}


def formats(language: str) -> str:
    """Return a table of the formats: name, and what it is."""
    translate = translator(language)
    rows = ((f"`{name}`", translate(each.what)) for name, each in FORMATS.items())
    return table(_HEADS[language], rows)
