"""From what is declared to types: what a fact of each type is made of in a practice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, create_model

from passportkit.facts.declarations import Declaration
from passportkit.practice.attachment import Attachment
from passportkit.practice.choice import ChoiceWords, YesNo, YesNoDetails, taken
from passportkit.practice.grants import Organization
from passportkit.practice.model import ListOrProse
from passportkit.practice.money import Money
from passportkit.practice.people import Person
from passportkit.practice.period import Day, Period
from passportkit.practice.quantity import Quantity
from passportkit.practice.record import Record
from passportkit.practice.words import Takes, Text, alone

Fields = dict[str, Any]
"""Fields of a model: by name, the annotation and what Pydantic is to know of it."""


def fields_of(declared: Mapping[str, Declaration], above: str = "") -> Fields:
    """Return the fields of facts, or of the columns of the table `above`."""
    return {
        name: (_TYPES[each.type](f"{above}.{name}".lstrip("."), each) | None, _field(each))
        for name, each in declared.items()
    }


def _field(each: Declaration) -> Any:
    said = each.example
    several = [*said] if isinstance(said, tuple) else [said] if said else []
    examples: list[Any] = [several] if each.type == "list" and several else several
    return Field(
        None,
        title=each.title,
        description=each.description or each.title,
        examples=examples or None,
    )


def _table(name: str, each: Declaration) -> Any:
    columns = each.columns or {}
    fields = fields_of(columns, name)
    row: Any = create_model(f"facts.{name}", __base__=Record, __module__=__name__, **fields)
    row.main = next(iter(columns))
    row.values = frozenset(key for key, column in columns.items() if column.type in _VALUES)
    row.heads = {key: (column.title,) for key, column in columns.items()}
    return list[row]


def _choice(name: str, each: Declaration) -> Any:
    choices = each.choices or ()
    kind: Any = type(f"facts.{name}", (ChoiceWords,), {"choices": choices, "is_open": each.other})
    words: Any = Annotated[kind, Takes(taken(choices, is_open=each.other))]
    return _several(words) if each.several else words


def _several(one: Any) -> Any:
    """Return what takes several of such values; one alone is a list of one."""
    return Annotated[list[one], BeforeValidator(alone)]


_TEXTS = ListOrProse[Text]
_ATTACHMENTS: Any = Annotated[
    list[Attachment], BeforeValidator(alone), Takes(list[Attachment] | Attachment)
]

_VALUES = frozenset({"choice", "yes-no", "number", "money", "period", "date", "person"})
"""The types that say a value: how it looks says nothing."""

_TYPES: Mapping[str, Callable[[str, Declaration], Any]] = {
    "text": lambda _name, _each: Text,
    "list": lambda _name, _each: _TEXTS,
    "choice": _choice,
    "yes-no": lambda _name, each: YesNoDetails if each.details else YesNo,
    "number": lambda _name, _each: Quantity,
    "money": lambda _name, _each: Money,
    "period": lambda _name, _each: Period,
    "date": lambda _name, _each: Day,
    "person": lambda _name, _each: Person,
    "organization": lambda _name, _each: Organization,
    "attachment": lambda _name, _each: _ATTACHMENTS,
    "table": _table,
}
