"""What a form asks of an author, in which order: one question for each place to be filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from passportkit.findings import Route
from passportkit.forms.model import Form, Limit
from passportkit.forms.place_words import numbered, on_one_line
from passportkit.forms.premises import is_wanted, premise_of
from passportkit.forms.shows import Show, described, rows_of
from passportkit.forms.slots import ColumnSlot, Slot, TableSlot, TextSlot, slots_of
from passportkit.language import AnyMessage, Message, listed, say
from passportkit.practice import NAMELESS
from passportkit.practice.words import Words
from passportkit.source import parse
from passportkit.source.document import Data
from passportkit.source.model_shape import shape_of
from passportkit.source.plain_data import find, is_blank


@dataclass(frozen=True, slots=True)
class QuestionField:
    """One text to be typed.

    `route` leads to it from the root, or from its row; it is empty where the row itself is the
    text. `label` is what the form calls it, `title` and `hint` what the model does.
    """

    route: Route
    label: str = ""
    title: str = ""
    hint: AnyMessage | str = ""
    examples: tuple[str, ...] = ()
    is_list: bool = False
    """Whether it takes several texts, each short."""
    is_line: bool = False
    """Whether it is one line: something is derived from it, a number, a day, a sum."""


@dataclass(frozen=True, slots=True)
class Question:
    """A text, or with `rows` a list of rows, each with the same fields."""

    form: Form
    slot: Slot
    fields: tuple[QuestionField, ...]
    rows: str = ""
    """The name of the rows in the form: `costs`, `acts.adopted`; of a list of texts, its field."""
    may_be_text: bool = False
    """Whether one item alone is written as a text."""

    @property
    def route(self) -> Route:
        """Where the answer goes."""
        return (self.rows.partition(".")[0],) if self.rows else self.fields[0].route

    @property
    def is_list_of_texts(self) -> bool:
        """Whether each row is a text."""
        return bool(self.rows) and not self.fields[0].route

    @property
    def limit(self) -> Limit | None:
        """How long the answer may be."""
        return self.slot.section.limit_of(self.slot.block)

    @property
    def is_required(self) -> bool:
        """Whether the form demands an answer."""
        return self.slot.required

    @property
    def heading(self) -> str:
        """The number and the heading of the section that it is about."""
        section = self.slot.section
        return numbered(section.number, on_one_line(section.heading or ""))

    @property
    def conditions(self) -> Iterator[Message]:
        """What an answer must be like: how long, whether there has to be one, row by row."""
        if self.limit:
            yield from self.limit.in_words()
        if not self.is_required:
            yield say("may be left empty")
        if self.rows:
            yield _ITEM_BY_ITEM if self.is_list_of_texts else _ROW_BY_ROW

    def is_answered(self, data: Data) -> bool:
        """Whether the file says something there, in whatever shape; or does so for this form."""
        own = find(data, ("for", self.form.name, self.route[0]))
        return not is_blank(own) or self._says(data)

    def is_wanted(self, data: Data) -> bool:
        """Whether a form asks it of a file that says so."""
        if premise_of(self.slot.section) is None:
            return True
        said = {**NAMELESS, **(data if isinstance(data, dict) else {})}
        practice = parse(self.form.vocabulary.practice, said).value
        return practice is None or is_wanted(self.slot.section, practice.seen_by(self.form.name))

    def _says(self, data: Data) -> bool:
        if not self.rows:
            return any(
                isinstance(found, str) and not is_blank(found)
                for found in (find(data, self.route[:end]) for end in range(1, len(self.route) + 1))
            )
        found = find(data, self.route)
        if not isinstance(found, list):
            return not is_blank(found)
        kind = self.rows.partition(".")[2]
        return any(not is_blank(row) and (not kind or kind in row) for row in found)


_ROW_BY_ROW = say("row by row, a line for each cell; an empty first cell ends the table")
_ITEM_BY_ITEM = say("a line for each item; an empty one ends the list")


def questions_of(forms: Sequence[Form]) -> tuple[Question, ...]:
    """Return what `forms` ask: all of the first, then what the others add; the title is known.

    What one of them shows as a table is asked row by row, with the columns of all of them.
    """
    tables: dict[str, list[TableSlot]] = {}
    for form in forms:
        for slot in slots_of(form):
            if isinstance(slot, TableSlot) and slot.block.rows:
                tables.setdefault(slot.block.rows, []).append(slot)
    asked: dict[str | Route, Question] = {}
    for form in forms:
        for slot in slots_of(form):
            for question in _questions(form, slot, tables):
                asked.setdefault(question.rows or question.route, question)
    return tuple(asked.values())


def unanswered(questions: Iterable[Question], data: Data) -> tuple[Question, ...]:
    """Return the questions to which a file has no answer."""
    return tuple(question for question in questions if not question.is_answered(data))


def _questions(
    form: Form, slot: Slot, tables: Mapping[str, Sequence[TableSlot]]
) -> Iterator[Question]:
    if isinstance(slot, TableSlot):
        if slot.block.rows:
            yield _table(form, slot, slot.block.rows, tables)
            return
        for cell in slot.cells:
            for field in _fields(
                cell.show, cell.column.heading, _hint_of(cell), (slot.rows.field,)
            ):
                yield Question(form, slot, (field,))
    elif slot.is_written:
        yield from _text(form, slot, tables)


def _table(
    form: Form, slot: Slot, name: str, tables: Mapping[str, Sequence[TableSlot]]
) -> Question:
    fields: dict[Route, QuestionField] = {}
    for table in tables[name]:
        for cell in table.cells:
            for field in _fields(cell.show, cell.column.heading, _hint_of(cell)):
                fields.setdefault(field.route, field)
    if () in fields:
        fields = {(): _item(form.vocabulary.fields[name], fields[()].label, slot.hint)}
    return Question(form, slot, tuple(fields.values()), name)


def _text(
    form: Form, slot: TextSlot, tables: Mapping[str, Sequence[TableSlot]]
) -> Iterator[Question]:
    label = slot.part.label if slot.part else ""
    if slot.show.way:
        for field in _fields(slot.show, label, slot.hint):
            yield Question(form, slot, (field,))
        return
    name, facts = str(slot.fields[0][0]), form.vocabulary.facts
    rows = rows_of(form.vocabulary, name)
    if name in tables:
        yield _table(form, slot, name, tables)
    elif rows is not None and rows.record is None:
        item = _item(facts.model_fields[name], label, slot.hint)
        yield Question(form, slot, (item,), name, may_be_text=True)
    elif rows is not None and rows.record is not None and not rows.may_be_prose:
        line = rows.record.line
        fields = [_field(rows.record, (each,)) for each in (line.fields if line else ())]
        yield Question(form, slot, tuple(fields), name)
    elif name != "title":
        yield Question(form, slot, tuple(_fields(slot.show, label, slot.hint))[:1])


def _hint_of(cell: ColumnSlot) -> AnyMessage | str:
    """Return what belongs in a column, and how long it may be."""
    limits = [*cell.column.limit.in_words()] if cell.column.limit else []
    if not limits:
        return cell.hint
    what = say(cell.hint) if isinstance(cell.hint, str) else cell.hint
    return say("{what} ({limits})", what=what, limits=listed(limits))


def _item(info: FieldInfo, label: str, hint: AnyMessage | str) -> QuestionField:
    return QuestionField((), label, hint=hint, examples=tuple(_examples(info))[:1])


def _fields(
    show: Show, label: str, hint: AnyMessage | str, above: Route = ()
) -> Iterator[QuestionField]:
    """Yield what is to be typed for a cell; of several fields each goes by its own title.

    Of a part of a field all of it is asked for, whatever the form calls the part.
    """
    if not show.routes:
        yield QuestionField((), label, hint=hint)
    for route in show.routes:
        assert show.owner is not None
        field = replace(_field(show.owner, route, label), route=(*above, *route))
        if show.view.is_partial:
            yield replace(field, label="")
        else:
            yield field if len(show.routes) > 1 else replace(field, title="", hint=hint)


def _field(owner: type[BaseModel], route: Route, label: str = "") -> QuestionField:
    info = owner.model_fields[str(route[-1])]
    shape = shape_of(info.annotation)
    return QuestionField(
        route,
        label,
        info.title or "",
        described(info),
        tuple(_examples(info)),
        is_list=shape.is_list and not shape.models,
        is_line=bool(shape.of(Words)),
    )


def _examples(info: FieldInfo) -> Iterator[str]:
    for example in info.examples or ():
        yield from map(str, example if isinstance(example, list) else [example])
