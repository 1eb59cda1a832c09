"""`passport form`: which forms there are, what each asks for, and an empty one."""

from __future__ import annotations

from passportkit.cli.commands.here import cache_folder, toolkit_here
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.outputs import place_of_blank
from passportkit.errors import CannotGoOn
from passportkit.files.paths import shown
from passportkit.files.saving import AS_NAMED, create
from passportkit.report.columns import descriptions
from passportkit.report.exit_codes import FINE, UNREADABLE
from passportkit.report.form_page import described, page


def list_forms(terminal: Terminal) -> int:
    """Print the forms that there are; one that is broken is complained of."""
    catalogue = toolkit_here(terminal).catalogue
    rows: list[tuple[str, str]] = []
    code = FINE
    for name in catalogue.folders():
        try:
            rows.append((name, terminal.translate(described(catalogue.form(name)))))
        except CannotGoOn as error:
            terminal.complain(error.message)
            code = UNREADABLE
    for line in descriptions(rows, terminal.width):
        terminal.print(line)
    return code


def show_form(terminal: Terminal, name: str) -> int:
    """Print what a form asks for."""
    form = toolkit_here(terminal).catalogue.form(name)
    for line in page(form, terminal.translate, terminal.width):
        terminal.print(line)
    return FINE


def blank_form(terminal: Terminal, name: str, output: str | None) -> int:
    """Write an empty form with hints, and say where it is."""
    kit = toolkit_here(terminal, cache_folder())
    path = place_of_blank(kit.catalogue.form(name), output)
    create(path, kit.blank(name), within=AS_NAMED)
    terminal.print(shown(path))
    return FINE
