"""JSON Schemas of the models that people author, for editors and other checkers.

The keywords are those of draft 7, which every editor knows. A scalar accepts what authors type
without quotes: to YAML `2018` is a number and nothing at all is null, but here both are words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import NoneType
from typing import Annotated, Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from passportkit.language import Translator
from passportkit.source.model_shape import Alternative, alternatives, key_of

Schema = dict[str, Any]
SchemaField = tuple[type[BaseModel], str]
"""A field of a model: the model that declares it, and its key."""

DRAFT = "http://json-schema.org/draft-07/schema#"

_TYPES = ["string", "number", "boolean"]
_WORDS: Schema = {"type": _TYPES}
_NUMBERS = {int: "integer", float: "number"}
_SPEAKS = "[^ \\t\\n\\r\\v\\f\\u0085\\u2028\\u2029]"
"""A text has words if it has a character that is neither a blank nor a line end."""

_LIMITS = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "lt": "exclusiveMaximum",
    "min_length": "minItems",
    "pattern": "pattern",
}


def _in_any_case(*words: str) -> str:
    """Return the pattern of `words` in large letters and small: draft 7 has no flags."""
    return "|".join("".join(f"[{sign}{sign.upper()}]" for sign in word) for word in words)


_YES_NO: list[Schema] = [
    {"enum": [True, False, 0, 1]},
    {
        "type": "string",
        "pattern": f"^(?:{_in_any_case(*'01tfyn', 'true', 'false', 'yes', 'no', 'on', 'off')})$",
    },
]


@dataclass(frozen=True, slots=True)
class Additions:
    """What a schema says beyond the model: values to suggest, descriptions, and further rules.

    A value that is suggested keeps no other one out.
    """

    known: Mapping[SchemaField, Sequence[str]] = field(default_factory=dict)
    descriptions: Mapping[SchemaField, str] = field(default_factory=dict)
    rules: Mapping[type[BaseModel], Schema] = field(default_factory=dict)


def json_schema(
    model: type[BaseModel], head: Schema, translate: Translator, additions: Additions
) -> Schema:
    """Return the schema of `model`, beginning with `head`; its words as `translate` gives them."""
    writer = _SchemaWriter(translate, additions)
    body = writer.of_model(model)
    return {
        "$schema": DRAFT,
        **head,
        **body,
        "definitions": dict(sorted(writer.definitions.items())),
    }


class _SchemaWriter:
    """Writes schemas; each model but the first becomes a definition."""

    def __init__(self, translate: Translator, additions: Additions) -> None:
        self.definitions: dict[str, Schema] = {}
        self._translate = translate
        self._additions = additions

    def of_model(self, model: type[BaseModel]) -> Schema:
        fields = {key_of(name, info): info for name, info in model.model_fields.items()}
        required = [key for key, info in fields.items() if info.is_required()]
        properties = {key: self._of_field(model, key, info) for key, info in fields.items()}
        return {
            # one text alone may stand for a record
            "type": ["object", *_TYPES] if hasattr(model, "main") else "object",
            "additionalProperties": False,
            **({"required": required} if required else {}),
            "properties": self._without_inherited(model, properties),
            **self._additions.rules.get(model, {}),
        }

    def _without_inherited(self, model: type[BaseModel], properties: Schema) -> Schema:
        """Refer to a definition where a model above has the same field with the same words."""
        above = [base.__name__ for base in model.__mro__[1:] if base.__name__ in self.definitions]
        for name in above:
            inherited = self.definitions[name]["properties"]
            for key in properties:
                if inherited.get(key) == properties[key]:
                    properties[key] = {"$ref": f"#/definitions/{name}/properties/{key}"}
        return properties

    def _of_field(self, model: type[BaseModel], key: str, info: FieldInfo) -> Schema:
        annotation: Any = info.annotation
        if info.metadata:
            annotation = Annotated[annotation, *info.metadata]
        schema = _one_of(self._choices(annotation))
        for owner in model.__mro__:
            if known := self._additions.known.get((owner, key)):
                schema = _suggesting(schema, list(known))
        described = self._described(model, key, info)
        if described and "$ref" in schema:  # draft 7 passes over what stands beside `$ref`
            schema = {"allOf": [schema]}
        return {**described, **schema}

    def _described(self, model: type[BaseModel], key: str, info: FieldInfo) -> Schema:
        owners = ((owner, key) for owner in model.__mro__)
        added = (self._additions.descriptions.get(owner) for owner in owners)
        words = {
            "title": info.title,
            "description": info.description or next(filter(None, added), None),
        }
        said: Schema = {name: self._translate(text) for name, text in words.items() if text}
        return {**said, "examples": info.examples} if info.examples else said

    def _choices(self, annotation: Any) -> list[Schema]:
        """Return the schemas of which a value of this annotation meets one."""
        return [choice for each in alternatives(annotation) for choice in self._alternative(each)]

    def _alternative(self, each: Alternative) -> list[Schema]:
        for note in each.notes:
            if taken := getattr(note, "taken", None):  # a type takes more than it makes of it
                return self._choices(taken)
        makers: Mapping[Any, Callable[[Any], list[Schema]]] = {
            Literal: _literal,
            dict: self._mapping,
            list: self._list,
            tuple: self._tuple,
        }
        choices = makers[each.kind](each.inner) if each.kind in makers else self._plain(each.kind)
        limits = dict(_limits(each.notes))
        return [_limited(choice, limits) for choice in choices]

    def _plain(self, kind: Any) -> list[Schema]:
        if kind is NoneType:
            return [{"type": "null"}]
        if kind is bool:
            return _YES_NO
        if kind in _NUMBERS:
            return [{"type": _NUMBERS[kind]}]
        return self._model(kind) if issubclass(kind, BaseModel) else [_WORDS]

    def _model(self, model: type[BaseModel]) -> list[Schema]:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {"properties": {}}  # a model may hold itself
            self.definitions[name] = self.of_model(model)
        return [{"$ref": f"#/definitions/{name}"}]

    def _list(self, inner: tuple[Any, ...]) -> list[Schema]:
        return [{"type": "array", "items": _one_of(self._choices(inner[0]))}]

    def _tuple(self, inner: tuple[Any, ...]) -> list[Schema]:
        items = _one_of(self._choices(inner[0]))
        length = {} if inner[-1] is ... else {"minItems": len(inner), "maxItems": len(inner)}
        return [{"type": "array", "items": items, **length}]

    def _mapping(self, inner: tuple[Any, ...]) -> list[Schema]:
        return [{"type": "object", "additionalProperties": _one_of(self._choices(inner[1]))}]


def _literal(values: tuple[Any, ...]) -> list[Schema]:
    numbers = [int(value) for value in values if value.isdigit()]
    return [{"enum": [*numbers, *values]}]


def _limits(notes: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for note in notes:
        for inner in getattr(note, "metadata", [note]):
            for name, keyword in _LIMITS.items():
                limit = getattr(inner, name, None)
                if limit is not None:
                    yield keyword, limit


def _limited(choice: Schema, limits: Schema) -> Schema:
    if not limits or "type" not in choice:
        return choice
    if choice == _WORDS and "minItems" in limits:
        return {**choice, "pattern": _SPEAKS}
    if choice == _WORDS:
        return {"type": "string", **limits}
    return {**choice, **limits}


def _one_of(choices: Iterable[Schema]) -> Schema:
    """Return one schema for a value that meets one of `choices`.

    Choices of different types are put together, which editors explain better than `anyOf`: a
    keyword speaks of values of its own type only.
    """
    different: list[Schema] = []
    typed: Schema = {"type": []}
    for choice in choices:
        types = _types(choice)
        if types and not set(types) & set(typed["type"]):
            typed = {**typed, **choice, "type": [*typed["type"], *types]}
        elif choice not in different and choice != typed:
            different.append(choice)
    if typed["type"]:
        different.append({**typed, "type": _alone(typed["type"])})
    return different[0] if len(different) == 1 else {"anyOf": different}


def _types(choice: Schema) -> list[str]:
    types = choice.get("type", [])
    return [types] if isinstance(types, str) else types


def _alone(types: list[str]) -> list[str] | str:
    return types[0] if len(types) == 1 else types


def _suggesting(schema: Schema, values: Sequence[str]) -> Schema:
    """Return a schema that accepts what `schema` does, and lets an editor offer `values`."""
    if isinstance(inner := schema.get("additionalProperties"), dict):
        return {**schema, "properties": dict.fromkeys(values, inner)}
    if "items" in schema:
        schema = {**schema, "items": _suggesting(schema["items"], values)}
    return {"anyOf": [{"enum": list(values)}, schema]} if "string" in _types(schema) else schema
