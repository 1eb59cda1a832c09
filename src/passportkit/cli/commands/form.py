"""`passport form`: which forms there are, what each asks for, and an empty one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from passportkit.cli.commands.here import cache_folder, toolkit_here
from passportkit.cli.exit import FINE, UNREADABLE
from passportkit.cli.terminal.layout import descriptions, filled
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.findings import Route
from passportkit.forms import Form
from passportkit.forms.model import Block, Group, Section
from passportkit.forms.place_words import label_words, numbered, on_one_line
from passportkit.forms.shows import LAST
from passportkit.forms.slots import Slot, TableSlot, entries_of
from passportkit.language import Message, Translator, say, say_n
from passportkit.workspace.files import create, is_folder, shown


def list_forms(terminal: Terminal) -> int:
    """Print the forms that there are; one that is broken is complained of."""
    catalogue = toolkit_here(terminal).catalogue
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
        title=on_one_line(form.title),
        version=form.version,
        sections=sections,
    )


def show_form(terminal: Terminal, name: str) -> int:
    """Print what a form asks for."""
    form = toolkit_here(terminal).catalogue.form(name)
    translate, width = terminal.translate, terminal.width
    terminal.print(filled(translate(_described(form)), width))
    terminal.print(filled(on_one_line(form.source), width))
    for entry, slots in entries_of(form):
        terminal.print("")
        if isinstance(entry, Group):
            terminal.print(filled(numbered(entry.number, on_one_line(entry.group)), width))
            continue
        terminal.print(filled(numbered(entry.number, on_one_line(entry.name)), width, "    ", ""))
        for line in _asked(entry, slots, translate):
            terminal.print(filled(line, width, "      ", "    "))
    return FINE


def _asked(section: Section, slots: Sequence[Slot], translate: Translator) -> Iterator[str]:
    """Yield a line for each thing that a form says about a section, and for each of its fields."""
    if section.note:
        yield on_one_line(section.note)
    for block, places in groupby(slots, key=attrgetter("block")):
        if block.caption:
            yield on_one_line(block.caption)
        for message in _conditions(section, block):
            yield translate(message)
        for slot in places:
            yield from _fields(slot)


def _conditions(section: Section, block: Block) -> Iterator[Message]:
    if not (section.required and block.required):
        yield say("may be left empty")
    if limit := section.limit_of(block):
        yield from limit.in_words()


def _fields(slot: Slot) -> Iterator[str]:
    if isinstance(slot, TableSlot):
        for cell in slot.cells:
            routes = [(slot.rows.field, *route) for route in cell.show.routes or [()]]
            yield f"{on_one_line(cell.column.heading)}: {_spelt(routes)}"
        return
    total = slot.block.total if slot.block.total and slot.key == slot.block.total.key else None
    labelled = slot.part or total
    label = f"{label_words(labelled.label)}: " if labelled else ""
    yield label + _spelt(slot.fields)


def _spelt(routes: Sequence[Route]) -> str:
    """Return fields as a person looks for them in the file; items are counted from 1."""
    return ", ".join(f"`{'.'.join(map(_step, route))}`" for route in routes)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return LAST if step < 0 else str(step + 1)
    return step


def blank_form(terminal: Terminal, name: str, output: str | None) -> int:
    """Write an empty form with hints, and say where it is."""
    kit = toolkit_here(terminal, cache_folder())
    file_name = f"{kit.catalogue.form(name).name}.docx"
    path = Path(output or file_name)
    if is_folder(path):
        path = path / file_name
    create(path, kit.blank(name))
    terminal.print(shown(path))
    return FINE
