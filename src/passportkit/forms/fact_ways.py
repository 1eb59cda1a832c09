"""The way to a fact by its name with dots, and what stands there: one value, or those of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from passportkit.findings import Route
from passportkit.forms.shows import step_of
from passportkit.practice import Record
from passportkit.practice.money import Money
from passportkit.practice.quantity import Quantity
from passportkit.source.model_shape import FieldShape, shape_of


class FigureKind(Enum):
    """What a figure is of."""

    MONEY = "money"
    NUMBER = "number"
    PERCENT = "percent"


class FactWay(NamedTuple):
    """The way from a record to a fact, and what the field there takes.

    `is_list`: there may be many values. `unit` is that of numbers without one.
    """

    steps: Route
    shape: FieldShape
    is_list: bool
    unit: str = ""

    @property
    def kind(self) -> FigureKind | None:
        """Which figures stand there; None where it is something else."""
        kinds = ((Money, FigureKind.MONEY), (Quantity, FigureKind.NUMBER))
        return next((kind for words, kind in kinds if self.shape.of(words)), None)

    def values(self, record: Any) -> Iterator[tuple[Any, bool]]:
        """Yield what a record has there, and of each whether it is an item of a list."""
        return _values(record, self.steps)


@cache
def way_to(owner: type[BaseModel], name: str) -> FactWay | None:
    """Return the way to a fact of a record of type `owner`; None where it has none of the name."""
    model: type[BaseModel] | None = owner
    steps: Route = ()
    is_within = is_open = False
    shape = FieldShape(False, False, ())
    for word in name.split("."):
        number = step_of(word) if is_open else None
        if number is not None:
            steps, is_open = (*steps, number), False
            continue
        if model is None or word not in model.model_fields:
            return None
        is_within = is_within or is_open
        shape = shape_of(model.model_fields[word].annotation)
        steps, is_open = (*steps, word), shape.is_list
        model = next(iter(shape.of(Record)), None)
    return FactWay(steps, shape, is_within or is_open, _unit(owner, steps))


def _unit(owner: type[BaseModel], steps: Route) -> str:
    """Return the unit of numbers that stand without one, as their fact is declared."""
    declared: Mapping[str, Any] = getattr(owner, "declared", {})
    names = [step for step in steps if isinstance(step, str)]
    fact = declared.get(names[0])
    if fact is not None and len(names) > 1:
        fact = (fact.columns or {}).get(names[1])
    return (fact.unit or "") if fact is not None else ""


def figures_in(owner: type[BaseModel], *, of_lists: bool) -> Iterator[str]:
    """Yield the names of the facts that are figures: single ones, or those of lists."""
    for name, field in owner.model_fields.items():
        records = shape_of(field.annotation).of(Record)
        inner = [f"{name}.{each}" for record in records for each in record.model_fields]
        for each in inner or [name]:
            way = way_to(owner, each)
            if way and way.kind and way.is_list == of_lists:
                yield each


def lists_in(owner: type[BaseModel]) -> Iterator[str]:
    """Yield the names of the facts that are lists."""
    return (
        name for name, field in owner.model_fields.items() if shape_of(field.annotation).is_list
    )


def _values(value: Any, steps: Route, *, is_item: bool = False) -> Iterator[tuple[Any, bool]]:
    """Yield what stands at the end of a way, and whether it is an item of a list there."""
    first, rest = (steps[0], steps[1:]) if steps else (None, ())
    if isinstance(value, list) and isinstance(first, int):
        is_there = -len(value) <= first < len(value)
        yield from _values(value[first] if is_there else None, rest)
    elif isinstance(value, list):
        for each in value:
            yield from _values(each, steps, is_item=True)
    elif isinstance(value, BaseModel) and first is not None:
        yield from _values(getattr(value, str(first)), rest, is_item=is_item)
    else:
        yield value if not steps else None, is_item
