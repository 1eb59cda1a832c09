"""A form that nobody hands out: the tables of the facts that there are, in their own words.

It is a form like any other, so whatever binds, compares and merges works with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from passportkit.forms.model import Form
from passportkit.forms.shows import Rows, Show, column_of, columns_of, rows_of, tables_in
from passportkit.language import translator
from passportkit.practice import Record, View, Vocabulary

NAME = "tables"
SOURCE = "Таблицы практики"

TOTALS = {"costs": {"label": "ИТОГО:", "show": "costs-total"}}
"""The rows below tables that add them up."""


@cache
def tables_form(vocabulary: Vocabulary) -> Form:
    """Return the form that has a section for each field whose rows are records.

    Its heads are the titles of the fields, in Russian like all that stands in a document.
    """
    sections = [section for name in tables_in(vocabulary) for section in _section(vocabulary, name)]
    return form_of(sections, vocabulary)


def form_of(sections: list[dict[str, Any]], vocabulary: Vocabulary, name: str = NAME) -> Form:
    """Return a form of these sections, which are spelt as in a `form.yaml`."""
    title = "; ".join(str(section["heading"]) for section in sections)
    described = {"form": name, "version": 1, "title": title, "source": SOURCE, "sections": sections}
    return Form.model_validate(described, context=vocabulary)


def _section(vocabulary: Vocabulary, name: str) -> Iterator[dict[str, Any]]:
    rows = rows_of(vocabulary, name)
    if rows is None or rows.record is None or "." in name:
        return
    russian = translator("ru")
    heads = [(column, _title(rows.record, column, show)) for column, show in _columns(rows)]
    section: dict[str, Any] = {
        "heading": russian(vocabulary.fields[rows.field].title or name),
        "rows" if rows.is_list else "record": name,
        "columns": [{"heading": russian(title), "show": column} for column, title in heads],
    }
    yield {**section, "total": TOTALS[name]} if name in TOTALS else section


def _columns(rows: Rows) -> Iterator[tuple[str, Show]]:
    """Yield the fields of a record, not the cells that combine some, nor how they stood there."""
    views: dict[str, View] = getattr(rows.record, "views", {})
    line: View | None = getattr(rows.record, "line", None)
    manner = {field for view in (*views.values(), line) if view for field in view.manner}
    for name in columns_of(rows):
        show = column_of(rows, name)
        if show and name not in {*views, *manner}:
            yield name, show


def _title(record: type[Record], column: str, show: Show) -> str:
    if column in record.model_fields:
        return record.model_fields[column].title or column
    assert show.owner is not None
    field = str(show.view.fields[0])
    return show.owner.model_fields[field].title or field
