"""Forms of a workspace's own: where they stand, checked, and their Word templates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from passportkit.errors import CannotGoOn
from passportkit.files.paths import called, is_there
from passportkit.findings import START, Finding, Severity
from passportkit.forms import Catalogue, Form
from passportkit.forms.catalogue import is_name, misnaming
from passportkit.forms.loading import load_form
from passportkit.language import say
from passportkit.source import Source
from passportkit.workspace.naming import is_taken
from passportkit.workspace.workspace import FILE, Workspace


def place_of_form(workspace: Workspace, catalogue: Catalogue, name: str) -> Path:
    """Return where the `form.yaml` of a new form of the workspace's own goes.

    Raises `CannotGoOn` where there is no workspace, or where the name is none or taken.
    """
    folder = _folder_of_own(workspace)
    if not is_name(name):
        raise CannotGoOn(
            say(
                "a form cannot be called “{name}”: a name has small Latin letters, digits and "
                "single hyphens",
                name=name,
            )
        )
    if is_taken(name):
        raise CannotGoOn(
            say("a form cannot be called “{name}”: Windows keeps this name for itself", name=name)
        )
    path = folder / name / "form.yaml"
    if name in catalogue.names() or is_there(path):
        raise CannotGoOn(say("there is a form “{name}” already; choose another name", name=name))
    return path


def _folder_of_own(workspace: Workspace) -> Path:
    if workspace.root is None or workspace.own_forms is None:
        raise CannotGoOn(
            say(
                "forms of one's own belong to a workspace: make a file `{file}` in its folder, "
                "it may be empty",
                file=FILE,
            )
        )
    return workspace.own_forms


def own_names(workspace: Workspace, catalogue: Catalogue) -> list[str]:
    """Return the names of the folders with forms that are the workspace's own."""
    folder = workspace.own_forms
    return [name for name in catalogue.folders() if folder in catalogue.path(name).parents]


def check_form(catalogue: Catalogue, name: str) -> list[tuple[Source, Sequence[Finding]]]:
    """Return what is wrong with a form, and with its Word template if it has one.

    A filled sample goes into Word and back: what would not return is wrong too.
    """
    from passportkit.word.template.inspect import inspect  # most forms have no template

    path = catalogue.path(name)
    try:
        source = catalogue.source(name)
        template = catalogue.template(name)
    except CannotGoOn as error:
        found = Finding("unusable-form", Severity.ERROR, error.message, place=START)
        return [(Source(called(path), "", None, (found,)), (found,))]
    loaded = load_form(source, catalogue.vocabulary)
    form = loaded.value
    if form is None:
        return [(source, loaded.findings)]
    if form.name != name:  # which keeps everything else from using it
        misnamed = Finding("unusable-form", Severity.ERROR, misnaming(name, form), ("form",))
        return [(source, [source.locate(misnamed), *loaded.findings])]
    from passportkit.engine.round_trip import RoundTrip  # loads python-docx
    from passportkit.word.write.second_look import objections

    lost = RoundTrip(form, template).findings()
    if template is None:
        return [(source, [*loaded.findings, *map(source.locate, lost)])]
    beside = Source(called(path.with_name("template.docx")), "", {}, is_shown=source.is_shown)
    return [(source, loaded.findings), (beside, [*inspect(template, form, objections), *lost])]


def place_of_template(workspace: Workspace, catalogue: Catalogue, form: Form) -> Path:
    """Return where the template of a form is used from; of an official form, a file by its name."""
    if form.name in own_names(workspace, catalogue):
        return catalogue.path(form.name).with_name("template.docx")
    return Path(f"{form.name}.template.docx")
