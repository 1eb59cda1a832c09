"""The tables of the fields of a practice: its facts, and the records within them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generation.regions import regions, table
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Facts, Record
from passportkit.practice.vocabulary import FIRST
from passportkit.source import read
from passportkit.source.emitter import on_line
from passportkit.source.model_shape import alternatives, fields, models_within


class Wording(NamedTuple):
    """What the tables say of themselves in one language."""

    heads: tuple[str, ...]
    list_or_text: str
    list_: str
    texts: str
    record: str
    required: str
    below: str
    alone: str


WORDINGS = {
    "en": Wording(
        ("key", "title", "what", "example"),
        list_or_text="*List or text.*",
        list_="*List.*",
        texts="*List of texts.*",
        record="*Record.*",
        required="Required.",
        below="see [below](#{anchor})",
        alone="One text alone fills `{main}`.",
    ),
    "ru": Wording(
        ("ключ", "название", "что это", "пример"),
        list_or_text="*Список или текст.*",
        list_="*Список.*",
        texts="*Список текстов.*",
        record="*Запись.*",
        required="Обязательно.",
        below="см. [ниже](#{anchor})",
        alone="Просто текст вместо записи попадает в `{main}`.",
    ),
}

_key_of_row = re.compile(r"^\| `(\w+)` \|", re.MULTILINE).findall


# --- facts --------------------------------------------------------------------------------


def facts(page: str, language: str) -> Iterator[str]:
    """Yield the tables of facts of a page, one for each region that it has for them.

    Which facts stand together, and in which order, the page itself says; a new one stands
    behind the fact that is above it in the model.
    """
    known = {key: field for key, field in BUILT_IN.fields.items() if key not in FIRST}
    told = [_key_of_row(region) for region in regions(page, "facts")]
    for keys in placed(told, list(known)):
        yield _table({key: known[key] for key in keys}, "", language)


def placed(told: Sequence[Sequence[str]], known: Sequence[str]) -> list[list[str]]:
    """Return the keys that are told, in their groups, without those that are not known.

    A known key that is not told stands behind the one that is above it in `known`.
    """
    groups = [[key for key in group if key in known] for group in told]
    for above, key in pairwise(["", *known]):
        if not any(key in group for group in groups):
            group = next((each for each in groups if above in each), groups[0])
            group.insert(group.index(above) + 1 if above in group else 0, key)
    return groups


# --- records ------------------------------------------------------------------------------


def records(language: str) -> str:
    """Return a part for each record of a practice: its key, its main field, its table."""
    found = sorted(_records(BUILT_IN.practice))
    return "".join(_part(route, model, language) for route, model in found) + "\n"


def _records(model: type[BaseModel], route: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield the records within a model, with the keys that lead to each."""
    for key, field in fields(model).items():
        for inner in models_within(field.annotation):
            if not issubclass(inner, Facts):
                below = f"{route}.{key}" if route else key
                yield below, inner
                yield from _records(inner, below)


def _part(route: str, model: type[BaseModel], language: str) -> str:
    lines = ["", f"### `{route}`", ""]
    if issubclass(model, Record):
        lines += [WORDINGS[language].alone.format(main=model.main), ""]
    return "\n".join([*lines, _table(fields(model), route, language)])


# --- rows ---------------------------------------------------------------------------------


def _table(known: Mapping[str, FieldInfo], route: str, language: str) -> str:
    wording, translate = WORDINGS[language], translator(language)
    return table(
        wording.heads,
        (
            (
                f"`{key}`",
                translate(field.title or ""),
                _what(field, translate(field.description or ""), wording),
                _example(field, f"{route}.{key}" if route else key, wording),
            )
            for key, field in known.items()
        ),
    )


def _what(field: FieldInfo, description: str, wording: Wording) -> str:
    required = wording.required if field.is_required() else ""
    return " ".join(filter(None, [_kind(field.annotation, wording), description, required]))


def _kind(annotation: Any, wording: Wording) -> str:
    """Return in a word what may stand there, if it is more than a text."""
    kinds = {each.kind for each in alternatives(annotation)} - {type(None)}
    if list in kinds and len(kinds) > 1:
        return wording.list_or_text
    if list in kinds:
        return wording.list_ if models_within(annotation) else wording.texts
    return wording.record if models_within(annotation) else ""


def _example(field: FieldInfo, route: str, wording: Wording) -> str:
    if field.examples:
        return f"`{_spelt(field.examples[0])}`"
    if models_within(field.annotation):
        return wording.below.format(anchor=route.replace(".", ""))
    return ""


def _spelt(value: Any) -> str:
    """Return a value as an author may type it: in quotes only where it has to be."""
    plain = isinstance(value, str) and read(f"key: {value}".encode(), "").data == {"key": value}
    return value if plain else on_line(value)
