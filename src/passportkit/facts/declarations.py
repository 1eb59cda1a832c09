"""Declarations: what a form or a workspace says of facts that practices do not have by themselves.

Modules with models do without `from __future__ import annotations`: Pydantic would evaluate the
text of every annotation anew at each start.
"""

from collections.abc import Iterator, Mapping
from keyword import iskeyword
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from passportkit.facts.form_words import FitWords, Label
from passportkit.language import Message, say, shortened
from passportkit.practice import BUILT_IN, Record
from passportkit.source.model_shape import fields, misfit
from passportkit.text.pattern import pattern

RULE = "declared-fact"
"""The rule of all that is wrong with a declaration."""

FactType = Literal[
    "text",
    "list",
    "choice",
    "yes-no",
    "number",
    "money",
    "period",
    "date",
    "person",
    "organization",
    "attachment",
    "table",
]
"""What a fact may be; a column of a table is of any of these but a table."""

MOST_FACTS, MOST_COLUMNS, MOST_CHOICES = 200, 30, 100
"""How many facts there may be, columns a table may have, and answers a choice."""

BELONGS_TO: Mapping[str, tuple[str, ...]] = {
    "choices": ("choice",),
    "several": ("choice",),
    "other": ("choice",),
    "details": ("yes-no",),
    "unit": ("number",),
    "columns": ("table",),
}
"""The types that a key may be said of."""

NEEDS = {"choice": "choices", "table": "columns"}
"""What a type cannot do without."""


def _allowed(name: str) -> str:
    """Return a name by which a fact, or a column, may be called."""
    if name in fields(BUILT_IN.practice):
        raise misfit(
            RULE,
            say("practices have a field “{name}” already", name=name),
            say("show that field, or take another name"),
        )
    return _not_kept(name)


def _not_kept(name: str) -> str:
    if iskeyword(name) or name.startswith("model_") or _has(BUILT_IN.practice, name):
        raise misfit(RULE, _kept(name), _another(name))
    return name


def _allowed_in_rows(name: str) -> str:
    if _has(Record, name):
        raise misfit(RULE, _kept(name), _another(name))
    return _not_kept(name)


def _has(model: type[BaseModel], name: str) -> bool:
    return hasattr(model, name) or name in model.__class_vars__


def _kept(name: str) -> Message:
    return say("no fact can be called “{name}”: the program keeps this word for itself", name=name)


def _another(name: str) -> Message:
    return say("take another name, such as `{name}_1`", name=name)


def _spelt(name: str) -> str:
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        raise misfit(
            RULE,
            say("no fact can be called “{name}”", name=shortened(name, _LONGEST_NAME)),
            say(
                "a name has up to {most} small Latin letters, digits and single `_`",
                most=_LONGEST_NAME,
            ),
        )
    return name


def may_be_called(name: str, *, in_rows: bool = False) -> bool:
    """Whether a fact, or a column of a table, may have a name."""
    try:
        (_allowed_in_rows if in_rows else _allowed)(_spelt(name))
    except PydanticCustomError:
        return False
    return True


_LONGEST_NAME = 60
_NAME = pattern("[a-z][a-z0-9]*(_[a-z0-9]+)*")
FactName = Annotated[str, AfterValidator(_spelt), AfterValidator(_allowed)]
ColumnName = Annotated[str, AfterValidator(_spelt), AfterValidator(_allowed_in_rows)]


_Choices = Annotated[tuple[Label, ...], Field(min_length=2, max_length=MOST_CHOICES)]


class Declaration(BaseModel):
    """A fact, or a column of a table: what it is called, what it is, and of which type.

    Of a choice, `choices` are the answers there are, `several` of which may be given; where `other`
    is true, any other words as well. `details` is what is said behind yes or no. `unit` is that
    of a number without one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    title: Label
    description: FitWords | None = None
    example: FitWords | tuple[FitWords, ...] | None = None
    type: FactType = "text"
    choices: _Choices | None = None
    several: bool = False
    other: bool = False
    details: Label | None = None
    unit: Label | None = None
    columns: "Annotated[dict[ColumnName, Declaration], Field(min_length=1)] | None" = None

    @model_validator(mode="after")
    def _of_its_type(self) -> "Declaration":
        for key, types in BELONGS_TO.items():
            if key in self.model_fields_set and self.type not in types:
                raise misfit(
                    RULE,
                    say("`{key}` is not said of the type `{type}`", key=key, type=self.type),
                    say("it belongs to `type: {type}`", type=types[0]),
                )
        needed = NEEDS.get(self.type)
        if needed and getattr(self, needed) is None:
            raise misfit(
                RULE,
                say("the type `{type}` needs `{key}`", type=self.type, key=needed),
                say("write `{key}:` below it", key=needed),
            )
        return self

    @model_validator(mode="after")
    def _one_table_deep(self) -> "Declaration":
        columns = self.columns or {}
        if len(columns) > MOST_COLUMNS:
            raise misfit(RULE, say("a table has at most {most} columns", most=MOST_COLUMNS))
        if any(column.type == "table" for column in columns.values()):
            raise misfit(
                RULE,
                say("a column cannot be a table"),
                say("make the inner table a fact of its own"),
            )
        return self

    def agrees_with(self, other: "Declaration") -> bool:
        """Whether another declaration takes the same answers, whatever it calls them."""
        return [*_taken(self)] == [*_taken(other)]


def _taken(declared: Declaration) -> Iterator[Any]:
    yield from (declared.type, declared.choices, declared.several, declared.other, declared.unit)
    yield declared.details is None
    for name, column in (declared.columns or {}).items():
        yield from (name, *_taken(column))


Declarations = Mapping[str, Declaration]
"""Facts that are declared, by name."""


class FactsFile(BaseModel):
    """A file of facts: `facts.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    facts: Annotated[dict[FactName, Declaration], Field(max_length=MOST_FACTS)]
