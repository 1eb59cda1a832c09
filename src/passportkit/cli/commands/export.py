"""`passport export`: the tables of practices, for those who calculate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from passportkit.cli.commands.here import load_practice, refuse, toolkit_here
from passportkit.cli.exit import FINE, NO_FILES
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.exporting import export
from passportkit.engine.outputs import FOLDER
from passportkit.engine.refusals import unsound
from passportkit.engine.targets import Destination, targets
from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.workspace.files import is_in_the_way, replace, shown
from passportkit.workspace.find import STDIN, find
from passportkit.workspace.workspace import Workspaces

KINDS = ("xlsx",)


def export_tables(
    terminal: Terminal, names: Sequence[str], kind: str, output: str | None, *, force: bool
) -> int:
    """Write a workbook for each practice, print where it is, and return the exit code."""
    if kind not in KINDS:
        raise CannotGoOn(say("there is no export to `{kind}`; there is: `xlsx`", kind=kind))
    vocabulary = toolkit_here(terminal).catalogue.vocabulary
    found = find(names, Workspaces())
    if not found:
        terminal.complain(say("there are no files to export: practices end in `.yaml` or `.yml`"))
        return NO_FILES
    place = Destination(output, Path(FOLDER), f".{kind}", (f".{kind}",))
    for target in targets(found, place, ()):
        source = load_practice(terminal, target.found.path or Path(STDIN))
        if errors := unsound(source, vocabulary):
            refuse(terminal, source, errors)
        content = export(source, vocabulary)
        if target.path is None:
            terminal.hand_over(content)
        elif is_in_the_way(target.path, force=force):
            path = shown(target.path)
            raise CannotGoOn(
                say(
                    "`{path}` exists already and stays as it is; `--force` writes it anew",
                    path=path,
                )
            )
        else:
            replace(target.path, content)
            terminal.print(shown(target.path))
    return FINE
