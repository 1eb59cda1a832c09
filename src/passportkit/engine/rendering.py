"""Word documents of filled forms; each form's template is made ready once."""

from __future__ import annotations

from pathlib import Path

from passportkit.errors import CannotGoOn
from passportkit.forms import Catalogue, Filled, Form
from passportkit.language import say
from passportkit.word.template.compiled import Compiled
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill


class Renderer:
    """Makes documents of the forms of a catalogue.

    Templates that are ready are kept in the folder `cache` for the next run, unless that is None.
    """

    def __init__(self, catalogue: Catalogue, cache: Path | None = None) -> None:
        self._catalogue = catalogue
        self._templates = Templates(cache)
        self._ready: dict[Form, Compiled] = {}

    def document(self, form: Form, filled: Filled) -> bytes:
        """Return the DOCX of a filled form; raise `CannotGoOn` where its template is not sound."""
        if form not in self._ready:
            self._ready[form] = self._made_ready(form, self._catalogue.template(form.name))
        return fill(self._ready[form], filled)

    def _made_ready(self, form: Form, template: bytes | None) -> Compiled:
        try:
            return self._templates.compiled(form, template)
        except CannotGoOn as error:
            raise CannotGoOn(
                say("the form “{name}” cannot be used: {why}", name=form.name, why=error.message)
            ) from error
