"""`passport form new|check|template`: forms of one's own, and their Word templates."""

from __future__ import annotations

from pathlib import Path

from passportkit.cli.commands.here import kit_of, workspace_here
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.new_forms import FormModel, begin_form
from passportkit.engine.toolkit import Toolkit
from passportkit.engine.workspace_forms import check_form, own_names, place_of_template
from passportkit.files.paths import shown
from passportkit.files.saving import AS_NAMED, create
from passportkit.language import say
from passportkit.report.exit_codes import FINE, NO_FILES, code_of
from passportkit.report.inferred_places import place_lines


def new_form(terminal: Terminal, name: str, model: FormModel) -> int:
    """Begin a form in the workspace, and say what its places show and what comes next."""
    workspace = workspace_here(terminal)
    begun = begin_form(workspace, kit_of(workspace), name, model, terminal.translate)
    terminal.print(shown(begun.path))
    for line in place_lines(begun.places, terminal.translate, terminal.width):
        terminal.print(line)
    terminal.tell(
        say("change what is different, then see: `passport form check {name}`", name=name)
    )
    return FINE


def check_forms(terminal: Terminal, name: str | None) -> int:
    """Print everything that is wrong with one form, or with all of the workspace's own."""
    workspace = workspace_here(terminal)
    catalogue = Toolkit.of(workspace).catalogue
    names = [name] if name else own_names(workspace, catalogue)
    if not names:
        terminal.complain(
            say("there are no forms of one's own here; `passport form new` begins one")
        )
        return NO_FILES
    code = FINE
    for each in names:
        for source, findings in check_form(catalogue, each):
            terminal.report(source, findings)
            code = max(code, code_of(source, findings))
    return code


def form_template(terminal: Terminal, name: str, output: str | None) -> int:
    """Write the Word template of a form, and say what to do with it."""
    from passportkit.word.template.build import build  # loads python-docx

    workspace = workspace_here(terminal)
    catalogue = Toolkit.of(workspace).catalogue
    form = catalogue.form(name)
    path = Path(output) if output else place_of_template(workspace, catalogue, form)
    create(path, build(form), within=AS_NAMED if output else workspace.root)
    terminal.print(shown(path))
    terminal.tell(
        say(
            "restyle it in Word or LibreOffice and leave the tags in braces; it is used when it "
            "lies beside the `form.yaml` as `template.docx`"
        )
    )
    return FINE
