"""What a Pydantic model knows of its own shape: what a field takes, which records stand where."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from passportkit.findings import Route
from passportkit.language import Message

T = TypeVar("T")


def key_of(name: str, field: FieldInfo) -> str:
    """Return the key by which authors write a field."""
    return field.alias or name


@cache
def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a model by their keys."""
    return {key_of(name, field): field for name, field in model.model_fields.items()}


class Alternative(NamedTuple):
    """One kind of value that an annotation lets in: `list`, `dict`, `tuple`, `Literal`, or a type.

    `inner` is what it is a list or a mapping of, or the words of a `Literal`. `notes` are those
    that `Annotated` gives it, from the inside to the outside.
    """

    kind: Any
    inner: tuple[Any, ...]
    notes: tuple[Any, ...]


def alternatives(annotation: Any, notes: tuple[Any, ...] = ()) -> Iterator[Alternative]:
    """Yield the kinds of value that an annotation lets in, through unions and `Annotated`."""
    kind, inner = get_origin(annotation) or annotation, get_args(annotation)
    if kind is Annotated:
        yield from alternatives(inner[0], (*inner[1:], *notes))
    elif kind in (Union, UnionType):
        for each in inner:
            yield from alternatives(each, notes)
    else:
        yield Alternative(kind, inner, notes)


_HOLDERS = (list, tuple, dict)


class FieldShape(NamedTuple):
    """What a field takes: whether lists or mappings, and all types that may stand in it."""

    is_list: bool
    is_mapping: bool
    types: tuple[type, ...]

    @property
    def models(self) -> tuple[type[BaseModel], ...]:
        """The models among the types."""
        return self.of(BaseModel)

    def of(self, kind: type[T]) -> tuple[type[T], ...]:
        """Return those of the types that are of a kind."""
        return tuple(each for each in self.types if issubclass(each, kind))


def shape_of(annotation: Any) -> FieldShape:
    """Return what a field of this annotation takes."""
    kinds = list(_kinds(annotation))
    types = tuple(each for each in kinds if isinstance(each, type) and each not in _HOLDERS)
    return FieldShape(list in kinds, dict in kinds, types)


def _kinds(annotation: Any) -> Iterator[Any]:
    for each in alternatives(annotation):
        yield each.kind
        for inner in each.inner if each.kind in _HOLDERS else ():
            yield from _kinds(inner)


def models_within(annotation: Any) -> tuple[type[BaseModel], ...]:
    """Return the models that an annotation names, through lists, unions and mappings."""
    return shape_of(annotation).models


def models_at(model: type[BaseModel], route: Route) -> list[type[BaseModel]]:
    """Return the models that may describe the mapping at `route` of data for `model`."""
    found = [model]
    for step in route:
        if isinstance(step, int):
            continue
        known = [each for each in found if step in fields(each)]
        if known:  # else the step is a free key of a mapping
            found = [inner for each in known for inner in _models_below(each, step)]
    return found


@cache
def _models_below(model: type[BaseModel], key: str) -> tuple[type[BaseModel], ...]:
    return models_within(fields(model)[key].annotation)


def choices_at(model: type[BaseModel], route: Route) -> list[str]:
    """Return the words of which one has to stand at `route` of data for `model`."""
    kinds = _alternatives_at(model, route)
    return [word for each in kinds if each.kind is Literal for word in each.inner]


def is_needed_at(model: type[BaseModel], route: Route) -> bool:
    """Return whether what holds the value at `route` cannot be without it."""
    *above, key = route
    holders = [each.kind for each in _alternatives_at(model, tuple(above))]
    models = [each for each in holders if isinstance(each, type) and issubclass(each, BaseModel)]
    return any(key in fields(each) and fields(each)[key].is_required() for each in models)


def _alternatives_at(model: type[BaseModel], route: Route) -> list[Alternative]:
    """Return the kinds of value that may stand at `route` of data for `model`."""
    found: list[Any] = [model]
    for step in route:
        found = [inner for annotation in found for inner in _inside(annotation, step)]
    return [each for annotation in found for each in alternatives(annotation)]


def _inside(annotation: Any, step: str | int) -> Iterator[Any]:
    """Yield the annotations of what stands at `step` of a value."""
    for kind, inner, _notes in alternatives(annotation):
        if kind in _HOLDERS:
            yield next(each for each in reversed(inner) if each is not ...)
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from (field.annotation for key, field in fields(kind).items() if key == step)


def misfit(rule: str, message: Message, advice: Message | None = None) -> PydanticCustomError:
    """Return the error with which a validator of ours says what is wrong, in its own words."""
    context = {"rule": rule, "message": message, "help": advice}
    return PydanticCustomError("said", "{message}", context)
