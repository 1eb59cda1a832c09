"""What a form asks for, section by section, for a person who is to answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from passportkit.findings import Route
from passportkit.forms import Form
from passportkit.forms.model import Approval, Block, FixedWords, Group, Section, Signatures
from passportkit.forms.place_words import label_words, numbered, on_one_line
from passportkit.forms.shows import LAST
from passportkit.forms.slots import Slot, TableSlot, entries_of, signatures_in
from passportkit.language import Message, Translator, say, say_n
from passportkit.report.columns import filled


def described(form: Form) -> Message:
    """Return a form in one line: its title, its version, how many sections it has."""
    sections = say_n("{n} section", "{n} sections", len(form.sections))
    return say(
        "{title} (version {version}, {sections})",
        title=on_one_line(form.title),
        version=form.version,
        sections=sections,
    )


def page(form: Form, translate: Translator, width: int) -> Iterator[str]:
    """Yield the lines about what a form asks for, and which fields answer it."""
    yield filled(translate(described(form)), width)
    yield filled(on_one_line(form.source), width)
    for entry, slots in entries_of(form):
        yield ""
        if isinstance(entry, Group):
            yield filled(numbered(entry.number, on_one_line(entry.group)), width)
            continue
        if isinstance(entry, FixedWords):
            yield filled(on_one_line(entry.words), width, "    ", "    ")
            continue
        for section, asked in _sections_in(entry, slots):
            yield filled(numbered(section.number, on_one_line(section.name)), width, "    ", "")
            for line in _asked(section, asked, translate):
                yield filled(line, width, "      ", "    ")


def _sections_in(
    entry: Section | Signatures | Approval, slots: Sequence[Slot]
) -> Iterator[tuple[Section, Sequence[Slot]]]:
    """Yield a section, or each signature, with its places."""
    if isinstance(entry, Section):
        yield entry, slots
        return
    for each in signatures_in(entry):
        yield each.section, [slot for slot in slots if slot.section == each.section]


def _asked(section: Section, slots: Sequence[Slot], translate: Translator) -> Iterator[str]:
    """Yield a line for each thing that a form says about a section, and for each of its fields."""
    for note in filter(None, (section.note, section.note_below)):
        yield on_one_line(note)
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
