"""JSON Schemas of the models that people author, for editors and other checkers.

The keywords are those of draft 7, which every editor knows. A scalar accepts what authors type
without quotes: to YAML `2018` is a number and nothing at all is null, but here both are words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from passportkit.language import Translator
from passportkit.source.schema import key_of

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_WORDS: Schema = {"type": ["string", "number", "boolean"]}
_NUMBERS = {int: "integer", float: "number"}
_YES_NO: Schema = {"enum": [True, False, "да", "нет"]}
_LIMITS = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "lt": "exclusiveMaximum",
    "min_length": "minItems",
    "pattern": "pattern",
}


def json_schema(model: type[BaseModel], translate: Translator, title: str) -> Schema:
    """Return the schema of `model`, its titles and descriptions in the language of `translate`."""
    writer = _Writer(translate)
    body = writer.of_model(model)
    return {
        "$schema": _DRAFT,
        "title": translate(title),
        **body,
        "definitions": dict(sorted(writer.definitions.items())),
    }


class _Writer:
    """Writes schemas; each model but the first becomes a definition."""

    def __init__(self, translate: Translator) -> None:
        self.definitions: dict[str, Schema] = {}
        self._translate = translate

    def of_model(self, model: type[BaseModel]) -> Schema:
        fields = {key_of(name, field): field for name, field in model.model_fields.items()}
        required = [key for key, field in fields.items() if field.is_required()]
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": {key: self._of_field(field) for key, field in fields.items()},
            **({"required": required} if required else {}),
        }

    def _of_field(self, field: FieldInfo) -> Schema:
        described: Schema = {}
        for name in ("title", "description"):
            if words := getattr(field, name):
                described[name] = self._translate(words)
        if field.examples:
            described["examples"] = field.examples
        annotation = field.annotation
        if field.metadata:
            annotation = Annotated[annotation, *field.metadata]  # type: ignore[assignment]
        return {**described, **_one_of(self._choices(annotation), nothing=not field.is_required())}

    def _choices(self, annotation: Any) -> list[Schema]:
        """Return the schemas of which a value of this annotation meets one."""
        origin = get_origin(annotation)
        makers: Mapping[Any, Callable[[Any], list[Schema]]] = {
            Annotated: self._annotated,
            Literal: _literal,
            Union: self._union,
            UnionType: self._union,
            dict: self._mapping,
            list: self._list,
            tuple: self._tuple,
        }
        return makers.get(origin, self._plain)(annotation)

    def _plain(self, annotation: Any) -> list[Schema]:
        if annotation is NoneType:
            return []
        if annotation is bool:
            return [_YES_NO]
        if annotation in _NUMBERS:
            return [{"type": _NUMBERS[annotation]}]
        if issubclass(annotation, BaseModel):
            return self._model(annotation)
        return [_WORDS]

    def _model(self, model: type[BaseModel]) -> list[Schema]:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a model may hold itself
            self.definitions[name] = self.of_model(model)
        reference: Schema = {"$ref": f"#/definitions/{name}"}
        return [reference, _WORDS] if hasattr(model, "main") else [reference]

    def _annotated(self, annotation: Any) -> list[Schema]:
        inner, *notes = get_args(annotation)
        choices = self._choices(inner)
        limits = dict(_limits(notes))
        if limits and len(choices) == 1 and "$ref" not in choices[0]:
            return [{**choices[0], **limits}]
        return choices

    def _union(self, annotation: Any) -> list[Schema]:
        return [choice for inner in get_args(annotation) for choice in self._choices(inner)]

    def _list(self, annotation: Any) -> list[Schema]:
        (inner,) = get_args(annotation)
        # one text alone may stand for a list of texts
        alone = [_WORDS] if _WORDS in self._choices(inner) and inner is not str else []
        return [{"type": "array", "items": _one_of(self._choices(inner))}, *alone]

    def _tuple(self, annotation: Any) -> list[Schema]:
        inner = get_args(annotation)
        items = _one_of(self._choices(inner[0]))
        if inner[-1] is ...:
            return [{"type": "array", "items": items}]
        return [{"type": "array", "items": items, "minItems": len(inner), "maxItems": len(inner)}]

    def _mapping(self, annotation: Any) -> list[Schema]:
        values = get_args(annotation)[1]
        return [{"type": "object", "additionalProperties": _one_of(self._choices(values))}]


def _literal(annotation: Any) -> list[Schema]:
    values = list(get_args(annotation))
    numbers = [int(value) for value in values if value.isdigit()]
    return [{"enum": [*numbers, *values]}]


def _limits(notes: list[Any]) -> Iterator[tuple[str, Any]]:
    for note in notes:
        for inner in getattr(note, "metadata", [note]):
            for name, keyword in _LIMITS.items():
                limit = getattr(inner, name, None)
                if limit is not None:
                    yield keyword, limit


def _one_of(choices: list[Schema], *, nothing: bool = False) -> Schema:
    """Return one schema for a value that meets one of `choices`, or may be left out."""
    different = [choice for index, choice in enumerate(choices) if choice not in choices[:index]]
    if nothing:
        different.append({"type": "null"})
    return different[0] if len(different) == 1 else {"anyOf": different}
