"""`passport form new|check|template`: forms of one's own, and their Word templates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from passportkit.cli.exit import FINE, NO_FILES, code_of
from passportkit.cli.place import catalogue_of, workspace_here
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding
from passportkit.forms import Catalogue, Form
from passportkit.forms.loading import load_form
from passportkit.language import say
from passportkit.source import Source, read
from passportkit.workspace.files import create, shown
from passportkit.workspace.workspace import FILE, Workspace

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_OWN_LINES = (
    (re.compile(r"^form:.*$", re.MULTILINE), "form: {name}"),
    (re.compile(r"^version:.*$", re.MULTILINE), "version: 1"),
)
"""The lines of a `form.yaml` that say which form it is."""


def new_form(terminal: Terminal, name: str, like: str) -> int:
    """Begin a form in the workspace as a copy of another one, with its template if it has one."""
    workspace = workspace_here(terminal)
    folder = _folder_of_own(workspace)
    catalogue = catalogue_of(workspace)
    if not _NAME.fullmatch(name):
        raise CannotGoOn(
            say(
                "a form cannot be called “{name}”: a name has small Latin letters, digits and "
                "single hyphens",
                name=name,
            )
        )
    if name in catalogue.names():
        raise CannotGoOn(say("there is a form “{name}” already; choose another name", name=name))
    text = catalogue.path(like).read_text(encoding="utf-8")
    for line, own in _OWN_LINES:
        text = line.sub(own.format(name=name), text, count=1)
    path = folder / name / "form.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    create(path, text.encode())
    if template := catalogue.template(like):
        create(path.with_name("template.docx"), template)
    terminal.print(shown(path))
    terminal.tell(
        say("change what is different, then see: `passport form check {name}`", name=name)
    )
    return FINE


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


def check_forms(terminal: Terminal, name: str | None) -> int:
    """Print everything that is wrong with one form, or with all of the workspace's own."""
    workspace = workspace_here(terminal)
    catalogue = catalogue_of(workspace)
    names = [name] if name else _own_names(workspace, catalogue)
    if not names:
        terminal.complain(
            say("there are no forms of one's own here; `passport form new` begins one")
        )
        return NO_FILES
    code = FINE
    for each in names:
        for source, findings in _checked(catalogue, each):
            terminal.report(source, findings)
            code = max(code, code_of(source, findings))
    return code


def _own_names(workspace: Workspace, catalogue: Catalogue) -> list[str]:
    folder = workspace.own_forms
    return [name for name in catalogue.names() if folder in catalogue.path(name).parents]


def _checked(catalogue: Catalogue, name: str) -> list[tuple[Source, Sequence[Finding]]]:
    from passportkit.word.template.inspect import inspect  # most forms have no template

    path = catalogue.path(name)
    source = read(path.read_bytes(), shown(path))
    loaded = load_form(source)
    checked: list[tuple[Source, Sequence[Finding]]] = [(source, loaded.findings)]
    template = catalogue.template(name)
    if loaded.value is not None and template is not None:
        beside = Source(shown(path.with_name("template.docx")), "", {})
        checked.append((beside, inspect(template, loaded.value)))
    return checked


def form_template(terminal: Terminal, name: str, output: str | None) -> int:
    """Write the Word template of a form, and say what to do with it."""
    from passportkit.word.template.build import build  # loads python-docx

    workspace = workspace_here(terminal)
    catalogue = catalogue_of(workspace)
    form = catalogue.form(name)
    path = Path(output) if output else _usual_place(workspace, catalogue, form)
    create(path, build(form))
    terminal.print(shown(path))
    terminal.tell(
        say(
            "restyle it in Word or LibreOffice and leave the tags in braces; it is used when it "
            "lies beside the `form.yaml` as `template.docx`"
        )
    )
    return FINE


def _usual_place(workspace: Workspace, catalogue: Catalogue, form: Form) -> Path:
    if form.name in _own_names(workspace, catalogue):
        return catalogue.path(form.name).with_name("template.docx")
    return Path(f"{form.name}.template.docx")
