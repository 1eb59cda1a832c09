"""`passport form`: which forms there are, what each asks for, and an empty one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from passportkit.cli.exit import FINE, UNREADABLE
from passportkit.cli.place import catalogue_of, workspace_here
from passportkit.cli.terminal.layout import descriptions, filled
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.findings import Route
from passportkit.forms import Form, blank
from passportkit.forms.model import Block, Group, Section
from passportkit.forms.shows import LAST
from passportkit.forms.slots import Slot, TableSlot, slots_of
from passportkit.language import Message, Translator, say, say_n
from passportkit.workspace.files import create, is_folder, shown


def list_forms(terminal: Terminal) -> int:
    """Print the forms that there are; one that is broken is complained of."""
    catalogue = catalogue_of(workspace_here(terminal))
    rows: list[tuple[str, str]] = []
    code = FINE
    for name in catalogue.names():
        try:
            rows.append((name, terminal.translate(_described(catalogue.form(name)))))
        except CannotGoOn as error:
            terminal.complain(error.message)
            code = UNREADABLE
    for line in descriptions(rows, terminal.width):
        terminal.print(line)
    return code


def _described(form: Form) -> Message:
    sections = say_n("{n} section", "{n} sections", len(form.sections))
    return say(
        "{title} (version {version}, {sections})",
        title=_on_one_line(form.title),
        version=form.version,
        sections=sections,
    )


def show_form(terminal: Terminal, name: str) -> int:
    """Print what a form asks for."""
    form = catalogue_of(workspace_here(terminal)).form(name)
    translate, width = terminal.translate, terminal.width
    terminal.print(filled(translate(_described(form)), width))
    terminal.print(filled(_on_one_line(form.source), width))
    for entry in form.entries:
        terminal.print("")
        if isinstance(entry, Group):
            terminal.print(filled(_numbered(entry.number, entry.group), width))
            continue
        terminal.print(filled(_numbered(entry.number, entry.name), width, "    ", ""))
        for line in _asked(form, entry, translate):
            terminal.print(filled(line, width, "      ", "    "))
    return FINE


def _asked(form: Form, section: Section, translate: Translator) -> Iterator[str]:
    """Yield a line for each thing that a form says about a section, and for each of its fields."""
    if section.note:
        yield _on_one_line(section.note)
    for block in section.content:
        if block.caption:
            yield _on_one_line(block.caption)
        for message in _conditions(section, block):
            yield translate(message)
        for slot in slots_of(form):
            if slot.block is block:
                yield from _fields(slot)


def _conditions(section: Section, block: Block) -> Iterator[Message]:
    if not (section.required and block.required):
        yield say("may be left empty")
    limit = block.limit or section.limit
    if limit and limit.pages:
        yield say("length in pages: at most {pages}", pages=f"{limit.pages:g}")
    if limit and limit.characters:
        yield say("length in characters: at most {count}", count=limit.characters)


def _fields(slot: Slot) -> Iterator[str]:
    if isinstance(slot, TableSlot):
        for cell in slot.cells:
            routes = [(slot.rows.field, *route) for route in cell.show.routes or [()]]
            yield f"{_on_one_line(cell.column.heading)}: {_spelt(routes)}"
        return
    total = slot.block.total if slot.block.total and slot.key == slot.block.total.key else None
    labelled = slot.part or total
    label = f"{_on_one_line(labelled.label).rstrip(' :–')}: " if labelled else ""
    yield label + _spelt(slot.fields)


def _spelt(routes: Sequence[Route]) -> str:
    """Return fields as a person looks for them in the file; items are counted from 1."""
    return ", ".join(f"`{'.'.join(map(_step, route))}`" for route in routes)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return LAST if step < 0 else str(step + 1)
    return step


def _numbered(number: str | None, words: str) -> str:
    return f"{number}. {_on_one_line(words)}" if number else _on_one_line(words)


def _on_one_line(words: str) -> str:
    return words.replace("\n", " ")


def blank_form(terminal: Terminal, name: str, output: str | None) -> int:
    """Write an empty form with hints, and say where it is."""
    from passportkit.cli.press import Press  # the others need no Word

    catalogue = catalogue_of(workspace_here(terminal))
    form = catalogue.form(name)
    path = Path(output or f"{form.name}.docx")
    if is_folder(path):
        path = path / f"{form.name}.docx"
    create(path, Press().document(catalogue, form, blank(form)))
    terminal.print(shown(path))
    return FINE
