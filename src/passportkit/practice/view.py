"""Views: how a cell of a form shows fields of a record, and how it is taken apart again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from passportkit.text import canonical, respell

ViewValues = tuple[Any, ...]


class View(NamedTuple):
    """A pair of functions over some fields of a record.

    `format` makes the text of a cell from the values of `fields`, of `manner` and of `given`, in
    this order; an absent value is None. `parse` gets the text and the values of `given`, and takes
    the text apart into values of `fields` and of `manner`, or returns None.
    A view of no fields shows a row that is itself a text.
    """

    fields: tuple[str, ...]
    format: Callable[..., str]
    parse: Callable[..., ViewValues | None]
    hint: str = ""
    """What belongs in the cell, where the description of the first field does not say it all."""
    given: tuple[str, ...] = ()
    """Fields that are shown too, but said elsewhere: a total shows the costs that it adds up."""
    manner: tuple[str, ...] = ()
    """Fields that say how the words stand together where it is not the usual way.

    A document may bring them along; nobody is asked for them.
    """
    by_first_sign: bool = False
    """Whether `parse` cuts at the first sign there is, be it one within the words of a field."""
    sample: Callable[[str], str] = str
    """What the cell can show that is made of other words, where it cannot show these."""

    takes_any_words: bool = True
    """Whether a text that `parse` cannot take apart is the first field; else it is no value."""

    @property
    def is_partial(self) -> bool:
        """Whether it shows a part of a field, and is given the whole of it for that."""
        return self.given == self.fields != ()

    @property
    def owned(self) -> tuple[str, ...]:
        """The fields that a text of the cell is taken apart into."""
        return (*self.fields, *self.manner)

    def show(self, record: object) -> str:
        """Return the text of the cell for `record`."""
        if len(self.fields) == 1 and not (self.given or self.manner):  # most views are of one field
            return self.format(getattr(record, self.fields[0]))
        if not self.fields:
            return self.format(record)
        return self.format(*[getattr(record, field) for field in (*self.owned, *self.given)])

    def read(self, text: str, *given: Any) -> dict[str, Any]:
        """Return the values of `owned` that a canonical text shows beside those that are given.

        The text is taken apart only if the parts, as a record keeps them, would give the same text
        again; else it stays whole in the first field, or, where that takes no other words, there
        are no values. So no view can lose a word. What is given may show the text alone: then no
        field has to say anything. Of a part the whole is returned, with the text in it; where it
        cannot be put there, as it was.
        """
        if self.parse is _whole:  # most views are
            return {self.fields[0]: text}
        given = given or (None,) * len(self.given)
        nothing = [None] * len(self.owned)
        before = list(given) if self.is_partial else nothing
        if self.given and self.shows(text, *nothing, *given):
            return dict(zip(self.owned, before, strict=True))
        parts = self.parse(text, *given)
        values = None if parts is None else self._kept(parts)
        if values is None or not self.shows(text, *values, *given):
            if not self.takes_any_words:
                return {}
            values = before if any(before) else [text, *nothing[1:]]
        return dict(zip(self.owned, values, strict=True))

    def shows(self, text: str, *values: Any) -> bool:
        """Whether values, those of `given` behind the others, show a text, in either spelling."""
        shown = self.format(*values)
        return text in (shown, respell(shown))

    def _kept(self, parts: ViewValues) -> list[Any]:
        count = len(self.fields)
        return [*map(_kept, parts[:count]), *parts[count:]]


def whole(field: str) -> View:
    """Return the view of a field that is one text."""
    return View((field,), _text, _whole)


def partial_view(
    field: str,
    show: Callable[[Any], str],
    put: Callable[[str, Any], str | None],
    hint: str,
    sample: Callable[[str], str] = str,
) -> View:
    """Return the view of a part of a field: `show` gets it from a value that there is.

    `put` gets a text and the value that is known, or None, and returns what the value is with that
    part, or None where it cannot have it. All other parts stay as they are. `sample` makes a text
    that it can have.
    """

    def format_part(own: Any, known: Any) -> str:
        value = known if own is None else own
        return show(value) if value else ""

    def parse(text: str, known: Any) -> ViewValues | None:
        value = put(text, known)
        return None if value is None else (value,)

    return View((field,), format_part, parse, hint, given=(field,), sample=sample)


def yes_or_no(field: str) -> View:
    """Return the view of a field that is true or false: «да» or «нет»."""
    return View((field,), _YES_NO.get, _read_yes_no, takes_any_words=False)


_YES_NO = {True: "да", False: "нет", None: ""}


def _read_yes_no(text: str) -> ViewValues | None:
    known = {words: value for value, words in _YES_NO.items() if words}
    said = text.lower().rstrip(".")
    return (known[said],) if said in known else None


def listed(
    field: str,
    item: View | None = None,
    record: Callable[..., Any] | None = None,
    *,
    takes_prose: bool = True,
) -> View:
    """Return the view of a field that is a list or one text: an item a line, with a dash.

    One item alone is shown without a dash. `item` shows a `record` of the list in one text;
    without it the items are texts themselves. What is no list of items stays whole: as a text, or
    in one item of a field that takes no prose.
    """

    def show(value: Sequence[Any] | str | None) -> str:
        if value is None or isinstance(value, str):
            return value or ""
        return _bullets([item.show(entry) if item else entry for entry in value])

    def read(text: str) -> ViewValues | None:
        texts = _items(text)
        if item is None or record is None:
            return None if texts is None else (texts,)
        items = [record(**item.read(each)) for each in texts or ()]
        if takes_prose or show(items) == text:
            return (items,)
        return ([record(**item.read(text))],)

    return View((field,), show, read)


def joined(
    *fields: str,
    by: str,
    split: Callable[..., ViewValues | None],
    hint: str = "",
    by_first_sign: bool = True,
) -> View:
    """Return the view that joins the fields that have words with `by`."""

    def show(*values: str | None) -> str:
        return by.join([value for value in values if value])

    return View(fields, show, split, hint, by_first_sign=by_first_sign)


def _kept(part: Any) -> Any:
    if isinstance(part, list):
        return [_kept(item) for item in part]
    return canonical(part) if isinstance(part, str) else part


def _whole(text: str) -> ViewValues:
    return (text,)


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
