"""The tables of the official forms."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from generation.regions import table
from passportkit.forms import Catalogue, Form
from passportkit.forms.place_words import on_one_line

_LONGEST = 70
"""How many characters of a title a table shows."""

_HEADS = {
    "en": ("name", "title", "sections", "where it comes from"),
    "ru": ("название", "заголовок", "разделов", "откуда"),
}


def forms(language: str) -> str:
    """Return a table of the official forms: name, title, and how many sections it has."""
    return table(_HEADS[language][:3], (row[:3] for row in _rows()))


def forms_with_sources(language: str) -> str:
    """Return the table of the official forms that says where each comes from, too."""
    return table(_HEADS[language], _rows())


def _rows() -> Iterator[tuple[str, ...]]:
    catalogue = Catalogue()
    return (_row(catalogue.form(name)) for name in catalogue.names())


def _row(form: Form) -> tuple[str, ...]:
    title = textwrap.shorten(form.title, _LONGEST, placeholder="…")
    return f"`{form.name}`", title, str(len(form.sections)), on_one_line(form.source)
