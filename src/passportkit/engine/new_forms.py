"""New forms of a workspace's own: a copy of another one, or what a blank document asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from passportkit.controls import visible
from passportkit.engine.given import readable
from passportkit.engine.toolkit import Toolkit
from passportkit.engine.workspace_forms import place_of_form
from passportkit.errors import CannotGoOn
from passportkit.files.contents import load
from passportkit.files.paths import called
from passportkit.files.saving import create
from passportkit.forms import Catalogue
from passportkit.inference.inferred_form import InferredForm, InferredPlace
from passportkit.language import Translator, say
from passportkit.workspace.workspace import Workspace

_OWN_LINES = (
    (re.compile(r"^form:[^\r\n]*", re.MULTILINE), "form: {name}"),
    (re.compile(r"^version:[^\r\n]*", re.MULTILINE), "version: 1"),
)
"""The lines of a `form.yaml` that say which form it is."""

_SOURCE = "Бланк «{name}»"
"""Where a form comes from that was made of a document: in Russian, as all that a form says."""


_MOST_ENTRIES = 600
"""How much a document may ask and say; the largest form of a contest has a tenth of it."""


class FormModel(NamedTuple):
    """What a new form is made of: another form that it is `like`, or a blank document."""

    like: str | None = None
    document: str | None = None


class FormBegun(NamedTuple):
    """A new form: its `form.yaml`, and the places of the document that it was made of."""

    path: Path
    places: Sequence[InferredPlace] = ()


def begin_form(
    workspace: Workspace, kit: Toolkit, name: str, model: FormModel, translate: Translator
) -> FormBegun:
    """Write the `form.yaml` of a new form; comments in it are in the language of `translate`.

    Raises `CannotGoOn` as `place_of_form` does, where the model cannot be read or asks for nothing,
    and where the file cannot be written.
    """
    path = place_of_form(workspace, kit.catalogue, name)
    if (model.like is None) == (model.document is None):
        raise CannotGoOn(
            say(
                "say what the form begins as: `--like` another form, or `--from` the empty "
                "document of a contest"
            )
        )
    if model.like is not None:
        _copy(workspace, kit.catalogue, path, model.like)
        return FormBegun(path)
    from passportkit.inference.form_text import form_text

    form = form_in(Path(model.document or ""), name, kit)
    create(path, form_text(form, translate).encode(), within=workspace.root)
    return FormBegun(path, form.places)


def _copy(workspace: Workspace, catalogue: Catalogue, path: Path, like: str) -> None:
    """Write a form as a copy of another one; it has a template if the other has one."""
    name = path.parent.name
    text = catalogue.content(like).decode(errors="surrogateescape")
    for line, own in _OWN_LINES:
        text = line.sub(own.format(name=name), text, count=1)
    create(path, text.encode(errors="surrogateescape"), within=workspace.root)
    if template := catalogue.template(like):
        create(path.with_name("template.docx"), template, within=workspace.root)


def form_in(document: Path, name: str, kit: Toolkit) -> InferredForm:
    """Return the form that a blank document is.

    Raises `CannotGoOn` where it cannot be read, or asks for nothing.
    """
    from passportkit.engine.importing import read_paper
    from passportkit.inference.assembly import blank_form_of
    from passportkit.inference.inferred_form import infer
    from passportkit.inference.known_places import KnownPlaces
    from passportkit.inference.matched import places_of

    choice = kit.choice()
    content = readable(load(document, choice.limits.document))
    blank = blank_form_of(read_paper(content, called(document), choice))
    if len(blank.entries) + len(places_of(blank)) > _MOST_ENTRIES:
        raise CannotGoOn(
            say(
                "it has more than {most} headings, places and lines: take the form out of it",
                most=_MOST_ENTRIES,
            )
        )
    known = KnownPlaces(kit.catalogue.vocabulary, choice.forms)
    form = infer(blank, known, name=name, source=_SOURCE.format(name=visible(document.name)))
    if not form.places:
        raise CannotGoOn(
            say(
                "no place for an answer is seen in it: a form has numbered headings, boxes, empty "
                "cells or lines to write on"
            )
        )
    return form
