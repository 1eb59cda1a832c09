"""Word documents of filled forms; each form's template is made ready once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from passportkit.errors import CannotGoOn
from passportkit.forms import Catalogue, Filled, Form
from passportkit.language import Message, say
from passportkit.word.template.compiled import Compiled
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill

if TYPE_CHECKING:
    from passportkit.word.package.admission import Objection


class Renderer:
    """Makes documents of the forms of a catalogue.

    Templates that are ready are kept in the folder `cache` for the next run, unless that is None.
    """

    def __init__(self, catalogue: Catalogue, cache: Path | None = None) -> None:
        self._catalogue = catalogue
        self._templates = Templates(cache, _look_again)
        self._ready: dict[Form, Compiled] = {}

    def document(self, form: Form, filled: Filled, of: str = "") -> bytes:
        """Return the DOCX of a filled form.

        Raises `CannotGoOn` where its template is not sound, or the document would be too large:
        `of` is the file with its words.
        """
        if form not in self._ready:
            self._ready[form] = self._made_ready(form, self._catalogue.template(form.name))
        try:
            return fill(self._ready[form], filled)
        except CannotGoOn as error:
            raise CannotGoOn(_refused(form.name, of, error.message)) from error

    def _made_ready(self, form: Form, template: bytes | None) -> Compiled:
        try:
            return self._templates.compiled(form, template)
        except CannotGoOn as error:
            raise CannotGoOn(
                say("the form “{name}” cannot be used: {why}", name=form.name, why=error.message)
            ) from error


def _look_again(compiled: Compiled) -> Iterable[Objection]:
    from passportkit.word.write.second_look import objections  # loads a parser of XML

    return objections(compiled)


def _refused(form: str, path: str, why: Message) -> Message:
    if not path:
        return say("no document of the form “{form}” is made: {why}", form=form, why=why)
    return say(
        "no document of the form “{form}” is made of `{path}`: {why}",
        form=form,
        path=path,
        why=why,
    )
