"""From what is declared to types: what a fact of each type is made of in a practice."""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, create_model

from passportkit.facts.declarations import Declaration
from passportkit.practice.attachment import Attachments
from passportkit.practice.choice import ChoiceWords
from passportkit.practice.grants import Organization
from passportkit.practice.model import ListOrProse
from passportkit.practice.money import Money
from passportkit.practice.people import Person
from passportkit.practice.period import Day, Period
from passportkit.practice.quantity import Quantity
from passportkit.practice.record import Record
from passportkit.practice.words import Takes, Text, alone
from passportkit.practice.yes_no import YesNo, YesNoDetails, taken

Fields = dict[str, Any]
"""Fields of a model: by name, the annotation and what Pydantic is to know of it."""


class _MadeModel(type(BaseModel)):  # type: ignore[misc]  # Pydantic does not name its metaclass
    """The type of models that are made of declarations: such a one goes to no other process."""


class _MadeChoice(type):
    """The type of choices that are made of declarations."""


class FactTypes:
    """Makes the types of one vocabulary.

    What is sent to another process is made there `again`, of the same text and by its name.
    """

    def __init__(self, again: Callable[[str, str], type], text: str) -> None:
        self._again = again
        self._text = text
        self._made: dict[str, type] = {}

    def fields_of(self, declared: Mapping[str, Declaration], above: str = "") -> Fields:
        """Return the fields of facts, or of the columns of the table `above`."""
        return {
            name: (_TYPES[each.type](self, f"{above}{name}", each) | None, _field(each))
            for name, each in declared.items()
        }

    def model(self, name: str, base: type[BaseModel], fields: Fields) -> Any:
        """Return a model with further fields."""
        made: Any = create_model(
            name,
            __base__=base,
            __module__=__name__,
            __cls_kwargs__={"metaclass": _MadeModel},
            **fields,
        )
        return self._known(name, made)

    def table(self, name: str, each: Declaration) -> Any:
        """Return what takes the rows of a table."""
        columns = each.columns or {}
        row = self.model(f"facts.{name}", Record, self.fields_of(columns, f"{name}."))
        row.main = next(iter(columns))
        row.value_fields = frozenset(
            key for key, column in columns.items() if column.type in _VALUES
        )
        row.heads = {key: (column.title,) for key, column in columns.items()}
        return _listed(row)

    def yes_no(self, name: str, each: Declaration) -> Any:
        """Return what takes yes or no, and what is said besides if anything is."""
        if not each.details:
            return YesNo
        details = Field(None, title=each.details, description=each.details)
        fields = {"answer": (YesNo | None, _field(each)), "details": (Text | None, details)}
        return self.model(f"facts.{name}", YesNoDetails, fields)

    def choice(self, name: str, each: Declaration) -> Any:
        """Return what takes an answer of a choice, or several."""
        choices = each.choices or ()
        said = {"choices": choices, "is_open": each.other}
        kind = self._known(f"facts.{name}", _MadeChoice(f"facts.{name}", (ChoiceWords,), said))
        words: Any = Annotated[kind, Takes(taken(choices, is_open=each.other))]
        return _several(words) if each.several else words

    def _known(self, name: str, made: Any) -> Any:
        self._made[name] = made
        made.made = self._made
        made.made_again = self._again, (self._text, name)
        return made


def made_by(model: Any) -> Mapping[str, type]:
    """Return the classes that were made together with this one, by name."""
    made: Mapping[str, type] = model.made
    return made


def _reduced(made: Any) -> tuple[Callable[..., Any], tuple[str, str]]:
    """Return how another process gets a class that is made of declarations."""
    again: tuple[Callable[..., Any], tuple[str, str]] = made.made_again
    return again


copyreg.pickle(_MadeModel, _reduced)
copyreg.pickle(_MadeChoice, _reduced)


def _field(each: Declaration) -> Any:
    said = each.example
    several = [*said] if isinstance(said, tuple) else [said] if said else []
    examples: list[Any] = [several] if each.type == "list" and several else several
    about = each.description or each.title
    return Field(
        None,
        title=each.title,
        description=f"{about}, {each.unit}" if each.unit else about,
        examples=examples or None,
    )


def _listed(one: Any) -> Any:
    return list[one]


def _several(one: Any) -> Any:
    """Return what takes several of such values; one alone is a list of one."""
    return Annotated[list[one], BeforeValidator(alone)]


_TEXTS = ListOrProse[Text]

_VALUES = frozenset({"choice", "yes-no", "number", "money", "period", "date", "person"})
"""The types that say a value: how it looks says nothing."""

_TYPES: Mapping[str, Callable[[FactTypes, str, Declaration], Any]] = {
    "text": lambda _types, _name, _each: Text,
    "list": lambda _types, _name, _each: _TEXTS,
    "choice": FactTypes.choice,
    "yes-no": FactTypes.yes_no,
    "number": lambda _types, _name, _each: Quantity,
    "money": lambda _types, _name, _each: Money,
    "period": lambda _types, _name, _each: Period,
    "date": lambda _types, _name, _each: Day,
    "person": lambda _types, _name, _each: Person,
    "organization": lambda _types, _name, _each: Organization,
    "attachment": lambda _types, _name, _each: Attachments,
    "table": FactTypes.table,
}
