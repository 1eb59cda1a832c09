"""What a Pydantic model knows of its own shape: which records stand at which place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from passportkit.findings import Route
from passportkit.language import Message


def key_of(name: str, field: FieldInfo) -> str:
    """Return the key by which authors write a field."""
    return field.alias or name


@cache
def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a model by their keys."""
    return {key_of(name, field): field for name, field in model.model_fields.items()}


def models_within(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation names, through lists, unions and mappings."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_within(argument)


def models_at(model: type[BaseModel], route: Route) -> list[type[BaseModel]]:
    """Return the models that may describe the mapping at `route` of data for `model`."""
    found = [model]
    for step in route:
        if isinstance(step, int):
            continue
        known = [fields(each)[step] for each in found if step in fields(each)]
        if known:  # else the step is a free key of a mapping
            found = [inner for field in known for inner in models_within(field.annotation)]
    return found


def misfit(rule: str, message: Message, advice: Message | None = None) -> PydanticCustomError:
    """Return the error with which a validator of ours says what is wrong, in its own words."""
    context = {"rule": rule, "message": message, "help": advice}
    return PydanticCustomError("said", "{message}", context)
