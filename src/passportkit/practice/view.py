"""Views: how a cell of a form shows fields of a record, and how it is taken apart again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from passportkit.text import canonical

Values = tuple[Any, ...]


class View(NamedTuple):
    """A pair of functions over some fields of a record.

    `format` makes the text of a cell from the values of `fields`, in their order; an absent
    value is None. `parse` takes a text apart into such values, or returns None.
    A view of no fields shows a row that is itself a text.
    """

    fields: tuple[str, ...]
    format: Callable[..., str]
    parse: Callable[[str], Values | None]
    hint: str = ""
    """What belongs in the cell, where the description of the first field does not say it all."""

    def show(self, record: object) -> str:
        """Return the text of the cell for `record`."""
        if len(self.fields) == 1:  # most views are of one field
            return self.format(getattr(record, self.fields[0]))
        if not self.fields:
            return self.format(record)
        return self.format(*[getattr(record, field) for field in self.fields])

    def read(self, text: str) -> dict[str, Any]:
        """Return the values that `text` shows, by field.

        A text is taken apart only if the parts, as a record keeps them, would give the same text
        again; else it stays whole in the first field. So no view can lose a word.
        """
        parts = self.parse(text)
        values = None if parts is None else [_kept(part) for part in parts]
        if values is None or self.format(*values) != text:
            values = [text, *[None] * (len(self.fields) - 1)]
        return dict(zip(self.fields, values, strict=True))


def whole(field: str) -> View:
    """Return the view of a field that is one text."""
    return View((field,), _text, lambda text: (text,))


def listed(field: str, item: View | None = None, record: Callable[..., Any] | None = None) -> View:
    """Return the view of a field that is a list or one text: an item a line, with a dash.

    One item alone is shown without a dash. `item` shows a `record` of the list in one text;
    without it the items are texts themselves.
    """

    def show(value: Sequence[Any] | str | None) -> str:
        if value is None or isinstance(value, str):
            return value or ""
        return _bullets([item.show(entry) if item else entry for entry in value])

    def read(text: str) -> Values | None:
        items = _items(text)
        if items is None or item is None or record is None:
            return None if items is None else (items,)
        return ([record(**item.read(entry)) for entry in items],)

    return View((field,), show, read)


def joined(*fields: str, by: str, split: Callable[[str], Values | None], hint: str = "") -> View:
    """Return the view that joins the fields that have words with `by`."""

    def show(*values: str | None) -> str:
        return by.join([value for value in values if value])

    return View(fields, show, split, hint)


def _kept(part: Any) -> Any:
    if isinstance(part, list):
        return [_kept(item) for item in part]
    return canonical(part) if isinstance(part, str) else part


def _text(value: str | None) -> str:
    return value or ""


def _bullets(items: Sequence[str]) -> str:
    items = [item for item in items if item]
    if len(items) == 1:
        return items[0]
    return "\n".join(["- " + item.replace("\n", "\n  ") for item in items])


def _items(text: str) -> list[str] | None:
    """Take `_bullets` apart; None where there are no items to tell apart."""
    items: list[str] = []
    for line in text.split("\n"):
        if line.startswith("- "):
            items.append(line[2:])
        elif line.startswith("  ") and items:
            items[-1] += "\n" + line[2:]
        else:
            return None
    return items
