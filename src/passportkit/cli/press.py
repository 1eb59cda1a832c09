"""Where filled forms become Word documents; each form's template is made ready once."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

from passportkit.forms import Catalogue, Filled, Form
from passportkit.word.template.compiled import Compiled
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill

CACHE = "PASSPORT_CACHE"
"""The variable that names the folder of templates that are ready; empty: keep none."""


class Press:
    """Makes documents of filled forms."""

    def __init__(self) -> None:
        self._templates = Templates(_cache_folder())
        self._ready: dict[tuple[Catalogue, str], Compiled] = {}

    def document(self, catalogue: Catalogue, form: Form, filled: Filled) -> bytes:
        """Return the DOCX of a filled form."""
        key = catalogue, form.name
        if key not in self._ready:
            template = catalogue.template(form.name)
            self._ready[key] = self._templates.compiled(form, template)
        return fill(self._ready[key], filled)


def _cache_folder() -> Path | None:
    named = os.environ.get(CACHE)
    if named is None:
        return user_cache_path("passportkit", appauthor=False)
    return Path(named) if named else None
