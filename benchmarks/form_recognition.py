"""How much of a form is recognised in its blank document: built-in forms against their own file.

A place counts as right where all holds that the form says of it: number and heading of its
section, its notes and limit, its kind, label or caption, and the heads of its columns; a line end
counts as a blank, for reading keeps none within a phrase. What a place shows is counted apart, with
the form itself not among those that are known.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from passportkit.documents.office import to_docx
from passportkit.engine.importing import Choice, read_paper
from passportkit.engine.toolkit import Toolkit
from passportkit.facts.declared import declared_by
from passportkit.facts.vocabularies import vocabulary_with
from passportkit.forms import Form
from passportkit.forms.loading import load_form
from passportkit.forms.slots import Slot, TableSlot, TextSlot, slots_of
from passportkit.inference.assembly import blank_form_of
from passportkit.inference.form_text import form_text
from passportkit.inference.inferred_form import infer
from passportkit.inference.known_places import KnownPlaces
from passportkit.language import translator
from passportkit.paper import Cell, Paper, PaperBlock, Paragraph, Row
from passportkit.source import read

LEAST = 0.95
"""Which share of all places has to be right."""

Place = tuple[object, ...]


class Score(NamedTuple):
    """So many places a form has; so many of them were missed, and show what they do in the form."""

    places: int
    missed: int
    shown: int

    @property
    def right(self) -> int:
        """How many places were recognised."""
        return self.places - self.missed


def main() -> int:
    """Print the shares, and return 1 where one of them is too small."""
    kit = Toolkit()
    worst = 1.0
    for way, paper_of in _WAYS.items():
        print(f"\n{way}")
        papers = {name: paper_of(kit, name) for name in kit.catalogue.names()}
        scores = [_told(kit, name, paper) for name, paper in papers.items() if paper]
        share = sum(each.right for each in scores) / sum(each.places for each in scores)
        worst = min(worst, share)
        print(f"  all: {share:.1%} right")
    return 0 if worst >= LEAST else 1


def _told(kit: Toolkit, name: str, paper: Paper) -> Score:
    form = kit.catalogue.form(name)
    known = kit.known(kit.catalogue.names())
    wanted, found = dict(_places(form)), dict(_places(_inferred(kit, form, paper, known)))
    missed = [place for place in wanted if place not in found]
    others = [each for each in known if each != form]
    alone = dict(_places(_inferred(kit, form, paper, others)))
    score = Score(len(wanted), len(missed), sum(alone.get(each) == wanted[each] for each in wanted))
    print(f"  {name}: {score.right} of {score.places} right, {score.shown} show the same")
    for place in missed:
        print(f"    {place}")
    return score


def _places(form: Form) -> Iterator[tuple[Place, str]]:
    """Yield the places of a form: all that it says of each, and what it shows."""
    for slot in slots_of(form):
        section = slot.section
        above = (section.number, section.heading, section.note, section.note_below)
        limit = section.limit_of(slot.block)
        yield _on_lines((*above, str(limit), *_asked(slot))), _shown(slot)


def _on_lines(place: Place) -> Place:
    """Return what a form says of a place, each of its words on one line."""
    return tuple(" ".join(str(each).split()) for each in place)


def _asked(slot: Slot) -> Place:
    block = slot.block
    if isinstance(slot, TextSlot):
        if slot.is_total:
            return ("total", block.total.label if block.total else "")
        return ("text", block.caption, slot.part.label if slot.part else "")
    columns = " | ".join(each.column.heading for each in slot.cells)
    numbers = block.number_heading if block.rows else ""
    return ("record" if block.record else "rows", block.caption, columns, numbers)


def _shown(slot: Slot) -> str:
    if isinstance(slot, TableSlot):
        return f"{slot.rows_name}: {', '.join(each.column.show for each in slot.cells)}"
    return (slot.part.show if slot.part else "") or slot.block.show or ""


def _inferred(kit: Toolkit, form: Form, paper: Paper, forms: Iterable[Form]) -> Form:
    known = KnownPlaces(kit.catalogue.vocabulary, forms)
    made = infer(blank_form_of(paper), known, name=form.name, source="Бланк")
    source = read(form_text(made, translator("en")).encode(), "form.yaml")
    loaded = load_form(source, vocabulary_with(declared_by(source)))
    assert loaded.value is not None, loaded.findings
    return loaded.value


# --- documents ---


def _own(kit: Toolkit, name: str) -> Paper:
    return _read(kit, kit.blank(name))


def _read(kit: Toolkit, content: bytes) -> Paper:
    return read_paper(content, "blank.docx", Choice(kit.known(kit.catalogue.names())))


def _saved(kit: Toolkit, name: str) -> Paper:
    """Return a blank that LibreOffice has saved, as a document of its own and of Word again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "blank.docx")
        path.write_bytes(kit.blank(name))
        call = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        call += ["--convert-to", "odt", "--outdir", folder, str(path)]
        subprocess.run(call, check=True, capture_output=True, timeout=120)
        return _read(kit, to_docx(path.with_suffix(".odt").read_bytes(), ".odt", 120))


def _plain(kit: Toolkit, name: str) -> Paper | None:
    """Return a blank as somebody has it who types it without any style of ours.

    A card has neither numbers nor boxes then: nobody could tell it from prose.
    """
    if kit.catalogue.form(name).layout == "card":
        return None
    return Paper([*map(_plain_block, _own(kit, name).blocks)])


def _plain_block(block: PaperBlock) -> PaperBlock:
    if isinstance(block, Paragraph):
        words = f"{block.label} {block.text}" if block.label else block.text
        return Paragraph(f"*{words}*" if block.style == "section note" else words.strip())
    return replace(block, rows=[Row([*map(_plain_cell, row.cells)]) for row in block.rows])


def _plain_cell(cell: Cell) -> Cell:
    return replace(cell, blocks=[*map(_plain_block, cell.blocks)])


_WAYS: Mapping[str, Callable[[Toolkit, str], Paper | None]] = {
    "as we write it": _own,
    "without styles": _plain,
    "saved by LibreOffice": _saved,
}

if __name__ == "__main__":
    sys.exit(main())
