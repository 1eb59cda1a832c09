"""Places that a form lacks although the facts have them: who pays for costs, and their total.

Whoever fills a form in writes both all the same, as words over rows and as a row below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from passportkit.forms.fact_tables import tables_form
from passportkit.forms.model import Block, Column, Form, Section, Total

SOURCE = "source"
"""What a column shows that says where the money comes from."""


class FurtherPlaces(NamedTuple):
    """What the rows of a table have that it does not show: their source, and their total."""

    source: Column | None = None
    total: Total | None = None


_NONE = FurtherPlaces()

Keyed = Mapping[str, str | Sequence[Mapping[str, str]]]
"""Words by the keys of a form: texts, or rows by the keys of their columns."""


def source_of(form: Form, block: Block) -> str:
    """Return the key of the column that says who pays, be it a further one; "" without any."""
    own = (each for each in block.columns or () if each.show == SOURCE)
    column = next(own, further_places(form).get(block.key, _NONE).source)
    return column.key if column else ""


def total_of(form: Form, block: Block) -> Total | None:
    """Return the total of a table, be it a further one."""
    return block.total or further_places(form).get(block.key, _NONE).total


@lru_cache(maxsize=64)
def further_places(form: Form) -> Mapping[str, FurtherPlaces]:
    """Return what the tables of a form do not show of their rows, by their keys.

    What the form shows elsewhere is no further place.
    """
    facts = {block.rows: block for _, block in tables_form(form.vocabulary).blocks() if block.rows}
    shown = {each.key for _, block in form.blocks() for each in (block, *(block.parts or ()))}
    shown |= {block.total.key for _, block in form.blocks() if block.total}
    return {
        block.key: _beyond(block, facts[block.rows], shown)
        for _, block in form.blocks()
        if block.rows in facts
    }


def _beyond(block: Block, facts: Block, shown: set[str]) -> FurtherPlaces:
    has_source = any(each.show == SOURCE for each in block.columns or ())
    sources = (each for each in facts.columns or () if each.show == SOURCE)
    total = facts.total if facts.total and facts.total.key not in shown else None
    return FurtherPlaces(None if has_source else next(sources, None), total)


def widened(form: Form, values: Keyed) -> Form:
    """Return a form with those of its further places that have something in `values`."""
    wanted = frozenset(_wanted(form, values))
    return _widened(form, wanted) if wanted else form


def _wanted(form: Form, values: Keyed) -> Iterator[tuple[str, str]]:
    """Yield the further places that are there, each by the keys of its table and its own."""
    for table, (source, total) in further_places(form).items():
        rows = values.get(table, ())
        if source and any(source.key in row for row in rows if not isinstance(row, str)):
            yield table, source.key
        if total and total.key in values:
            yield table, total.key


@lru_cache(maxsize=64)
def _widened(form: Form, wanted: frozenset[tuple[str, str]]) -> Form:
    described = form.model_dump(by_alias=True, exclude_defaults=True)
    said_of = zip(form.entries, described["sections"], strict=True)
    blocks = (
        pair
        for entry, said in said_of
        if isinstance(entry, Section)
        for pair in zip(entry.content, said.get("blocks") or [said], strict=True)
    )
    for block, said in blocks:
        source, total = further_places(form).get(block.key, _NONE)
        if source and (block.key, source.key) in wanted:
            said["columns"] = [*said["columns"], {"heading": source.heading, "show": source.show}]
        if total and (block.key, total.key) in wanted:
            said["total"] = {"label": total.label, "show": total.show}
    return Form.model_validate(described, context=form.vocabulary)
