"""A form made of a blank document: what `form.yaml` says, and where somebody should look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from passportkit.inference.blank_form import (
    BlankBlock,
    BlankEntry,
    BlankForm,
    BlankGroup,
    BlankSection,
    BlankTable,
    BlankText,
)
from passportkit.inference.known_places import KnownPlaces
from passportkit.inference.matched import PlaceKey, PlaceMatch, Sureness, matches_of, places_of
from passportkit.inference.new_facts import NewFacts
from passportkit.inference.stated_limits import limit_in
from passportkit.language import Message, say

_ROW_NUMBER, _NUMBER_HEADING = "1", "№"
"""What a form says of numbers of rows where it says nothing."""

_TOTALS = {"costs": "costs-total"}
"""The totals that can be shown, by the rows that they add up."""


class InferredPlace(NamedTuple):
    """A place of the new form, in the words of the document: what it shows, and how sure that is.

    `kind` is that of a fact that was declared, "table" of rows, or "" where practices say it.
    """

    number: str
    words: str
    show: str
    sureness: Sureness
    kind: str = ""


@dataclass(frozen=True, slots=True)
class InferredForm:
    """What a `form.yaml` says, its places in order, and remarks on its entries by their number."""

    data: Mapping[str, Any]
    places: tuple[InferredPlace, ...]
    remarks: Mapping[int, Sequence[Message]]


def infer(blank: BlankForm, known: KnownPlaces, *, name: str, source: str) -> InferredForm:
    """Return the form that a blank document is, with the facts that practices do not say yet.

    `source` says where it comes from.
    """
    return _Inference(blank, known).form(name, source)


class _Inference:
    def __init__(self, blank: BlankForm, known: KnownPlaces) -> None:
        self._blank = blank
        self._matches = dict(matches_of(blank, known))
        self._facts = NewFacts(known.vocabulary.fields.__contains__)
        for key, section, block in places_of(blank):
            if key not in self._matches:
                self._matches[key] = self._declared(section, block)

    def _declared(self, section: BlankSection, block: BlankBlock) -> PlaceMatch:
        name = self._facts.of(section, block)
        is_table = isinstance(block, BlankTable)
        return PlaceMatch(name, 0, tuple(self._facts.columns(name) if is_table else ()))

    def form(self, name: str, source: str) -> InferredForm:
        """Return the form."""
        blank, facts = self._blank, self._facts.declared
        said = {
            "form": name,
            "version": "1",
            "title": blank.title or name,
            "source": source,
            "annex": blank.annex,
            "layout": blank.layout if blank.layout != "sections" else "",
            "grid": self._grid(),
            "facts": facts,
            "sections": [self._entry(at, each) for at, each in enumerate(blank.entries)],
        }
        data = {key: value for key, value in said.items() if value}
        return InferredForm(data, tuple(self._places()), dict(self._remarks()))

    def _grid(self) -> dict[str, Any]:
        if self._blank.layout != "grid":
            return {}
        head_after = {"head-after": "1"} if self._blank.head_after == 1 else {}
        return {"columns": [*self._blank.grid], **head_after}

    # --- entries ---

    def _entry(self, at: int, entry: BlankEntry) -> dict[str, Any]:
        if isinstance(entry, BlankGroup):
            return _said(number=entry.number, group=entry.heading)
        if isinstance(entry, BlankSection):
            return self._section(at, entry)
        return {"words": entry.words}

    def _section(self, at: int, section: BlankSection) -> dict[str, Any]:
        said = _said(
            number=section.number,
            heading=section.heading or self._heading_of(section),
            note=section.note,
            note_below=section.note_below,
            limit=limit_in(section.heading, section.note, section.note_below),
        )
        blocks = self._blocks(at, section)
        if len(blocks) == 1:
            return {**said, **blocks[0]}
        return {**said, "blocks": blocks}

    def _heading_of(self, section: BlankSection) -> str:
        """Return what heads a section without a heading, where there has to be one."""
        first = section.blocks[0]
        if self._blank.layout == "card" or isinstance(first, BlankText):
            return ""
        return first.columns[0]

    def _blocks(self, at: int, section: BlankSection) -> list[dict[str, Any]]:
        """Return the blocks of a section; labelled places that follow one another are one."""
        blocks: list[dict[str, Any]] = []
        for n, block in enumerate(section.blocks):
            if not (isinstance(block, BlankText) and block.label):
                blocks.append(self._block((at, n), block))
            elif blocks and "parts" in blocks[-1] and not block.caption:
                blocks[-1]["parts"].append(self._part((at, n), block))
            else:
                part = self._part((at, n), block)
                blocks.append(_said(caption=block.caption, parts=[part]))
        return blocks

    def _part(self, key: PlaceKey, text: BlankText) -> dict[str, Any]:
        return _said(label=text.label, show=self._matches[key].show, hint=text.hint)

    def _block(self, key: PlaceKey, block: BlankBlock) -> dict[str, Any]:
        match = self._matches[key]
        if isinstance(block, BlankTable):
            return self._table(match, block)
        return _said(caption=block.caption, show=match.show, hint=block.hint)

    def _table(self, match: PlaceMatch, table: BlankTable) -> dict[str, Any]:
        columns = [
            {"heading": heading, "show": shown}
            for heading, shown in zip(table.columns, match.columns, strict=True)
        ]
        rows = {"record" if match.is_record else "rows": match.show}
        numbers = {
            "number-heading": table.number_heading,
            "row-number": table.row_number if not match.is_record else "",
        }
        usual = {"number-heading": _NUMBER_HEADING, "row-number": _ROW_NUMBER}
        own = {key: said for key, said in numbers.items() if said and said != usual[key]}
        total = _TOTALS.get(match.show) if table.total else None
        below = {"label": table.total, "show": total} if total else None
        return {
            **_said(caption=table.caption, **rows),
            **own,
            **_said(columns=columns, total=below),
        }

    # --- what is to be told ---

    def _places(self) -> Iterator[InferredPlace]:
        for key, section, block in places_of(self._blank):
            match = self._matches[key]
            label = block.label if isinstance(block, BlankText) else ""
            words = label or block.caption or section.heading
            is_new = match.show in self._facts.declared
            kind = self._facts.declared[match.show].get("type", "text") if is_new else ""
            sureness: Sureness = "new" if is_new else match.sureness
            yield InferredPlace(section.number, words, match.show, sureness, kind)

    def _remarks(self) -> Iterator[tuple[int, Sequence[Message]]]:
        for at, entry in enumerate(self._blank.entries):
            if isinstance(entry, BlankSection):
                remarks = [*self._on_section(at, entry)]
                if remarks:
                    yield at, remarks

    def _on_section(self, at: int, section: BlankSection) -> Iterator[Message]:
        if section.is_bare:
            yield say("the document leaves no room here: is there to be an answer?")
        for place, block in enumerate(section.blocks):
            match = self._matches[at, place]
            if match.show not in self._facts.declared and match.sureness == "likely":
                yield say("look whether `{show}` is what is asked for", show=match.show)
            if isinstance(block, BlankTable):
                yield from _on_table(block, has_total=match.show in _TOTALS)


def _on_table(table: BlankTable, *, has_total: bool) -> Iterator[Message]:
    """Yield what a table of the document has, and the form has not."""
    if table.fixed:
        rows = "; ".join(" ".join(row.split()) for row in table.fixed)
        yield say("in the document these rows stand in the table already: {rows}", rows=rows)
    if table.total and not has_total:
        yield say("in the document the table ends with “{words}”", words=table.total)
    if table.counts_columns:
        yield say("in the document the columns are numbered below their heads")
    if table.has_upper_heads:
        yield say("in the document heads stand above several columns; here they are told in one")


def _said(**keys: Any) -> dict[str, Any]:
    """Return what is said, by the keys of `form.yaml`."""
    return {key.replace("_", "-"): value for key, value in keys.items() if value}
