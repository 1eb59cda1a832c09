"""The schemas say what the models say: what an editor underlines is what `validate` refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from check_jsonschema.parsers.yaml import construct_yaml_implementation, impl2loader
from hypothesis import event, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel

from passportkit.engine.schema_file import file_name, schema_text
from passportkit.findings import Severity
from passportkit.forms import Catalogue, Form
from passportkit.forms.loading import load_form
from passportkit.forms.scaffold import scaffold
from passportkit.forms.schemas import SCHEMAS
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Practice
from passportkit.source import Parsed, parse, read
from passportkit.source.model_shape import fields

ROOT = Path(__file__).parents[1]
CATALOGUE = Catalogue()
FORMS = CATALOGUE.names()
EXAMPLES = sorted((ROOT / "examples").glob("practices/*.yaml"))

KEYWORDS = {
    *("$schema", "$comment", "$ref", "title", "description", "examples", "definitions"),
    *("type", "enum", "const", "pattern", "minimum", "maximum"),
    *("exclusiveMinimum", "exclusiveMaximum", "items", "minItems", "maxItems"),
    *("properties", "additionalProperties", "required", "dependencies"),
    *("anyOf", "oneOf", "allOf", "if", "then"),
}
"""Keywords of draft 7 that every editor knows."""


def schema(name: str, language: str = "ru") -> Any:
    return json.loads(schema_text(name, translator(language), CATALOGUE))


PRACTICE = Draft7Validator(schema("practice"))
FORM = Draft7Validator(schema("form"))
load = impl2loader(construct_yaml_implementation())


def complaints(checker: Draft7Validator, text: str, folder: Path) -> list[str]:
    """Return what a checker says of a file, read as check-jsonschema reads it."""
    file = folder / "data.yaml"
    file.write_text(text, encoding="utf-8")
    with file.open("rb") as stream:
        return [error.message for error in checker.iter_errors(load(stream))]


def findings(text: str) -> list[str]:
    """Return which errors our own reader finds in a practice, forms left aside."""
    source = read(text.encode(), "практика.yaml")
    found = [*source.findings, *(parse(Practice, source.data).findings if source.data else ())]
    return [each.rule for each in found if each.severity is Severity.ERROR]


def check_jsonschema(schema: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile"]
    return subprocess.run(
        [*command, str(ROOT / "schemas" / file_name(schema)), *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# --- the schemas themselves ---------------------------------------------------------------


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema_of_draft_7(name):
    assert schema(name)["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema(name))
    assert {key for part, _route in parts(schema(name)) for key in part} <= KEYWORDS


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_reference_leads_somewhere_and_stands_alone(name):
    whole = schema(name)
    for part, route in parts(whole):
        if "$ref" in part:
            assert list(part) == ["$ref"], route  # draft 7 passes over what stands beside it
            assert resolved(whole, part)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_field_of_a_practice_has_a_title_and_a_description(language):
    for key, part in properties(schema("practice", language)):
        assert part.get("title"), key
        assert part.get("description"), key


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_key_of_a_form_has_a_description(language):
    for key, part in properties(schema("form", language)):
        assert part.get("description"), key


@pytest.mark.parametrize("name", SCHEMAS)
def test_its_words_are_in_the_language_of_the_call(name):
    for part, _route in parts(schema(name, "en")):
        for keyword in ("title", "description"):
            assert part.get(keyword, "").isascii() or "«" in part[keyword]


def test_what_is_known_is_suggested_and_what_is_not_is_accepted(tmp_path):
    whole = schema("practice")
    forms = whole["properties"]["forms"]
    assert forms["anyOf"][0] == {"enum": FORMS}
    assert set(FORMS) == set(whole["properties"]["for"]["properties"])
    units = whole["definitions"]["Result"]["properties"]["unit"]
    assert {"%", "чел.", "тыс. руб."} <= set(units["anyOf"][0]["enum"])
    own = begun("forms: [our-region, algorithm]\nfor: {our-region: {summary: короче}}\n")
    assert complaints(PRACTICE, own, tmp_path) == []


# --- what must be accepted ----------------------------------------------------------------


def test_the_examples_are_accepted():
    assert len(EXAMPLES) >= 3
    done = check_jsonschema("practice", *EXAMPLES)
    assert done.returncode == 0, done.stdout


def test_the_official_forms_are_accepted():
    done = check_jsonschema("form", *(CATALOGUE.path(name) for name in FORMS))
    assert done.returncode == 0, done.stdout


def test_scaffolds_are_accepted(tmp_path):
    choices = [*([name] for name in FORMS), FORMS]
    for index, names in enumerate(choices):
        text = scaffold("Клуб", [CATALOGUE.form(name) for name in names], translator("ru"))
        (tmp_path / f"{index}.yaml").write_text(text, encoding="utf-8")
    done = check_jsonschema("practice", *tmp_path.glob("*.yaml"))
    assert done.returncode == 0, done.stdout


UNQUOTED = """\
passport: 1
title: 2018
period: 2018
forms: algorithm
situation_before:
tasks:
goals: одна цель
problems: [нет, 12, true, 1.5]
stages: [2019, {period: 2020-01-15, description: ~}]
audience: 125
results:
  - {indicator: Клубы, unit: шт., value: 14}
  - Всё получилось
budget: 304736.40
costs: [{item: Печать, details: , amount: 47250}]
team: Команда из пяти человек
risks: [Спад интереса, {description: Усталость, mitigation: смена}]
acts: [{act: Приказ № 1, adopted: , amended: 5}]
contacts:
  - {name: Руднева, phones: 83919000000, emails: a@example.org, consent: да}
  - {name: Ланской, consent: НЕТ}
  - {name: Гордеева, consent: true}
organization: {name: Центр, inn: 5902212468, ogrn: 1075900006600, kpp: 012345678}
applications: [{contest: Первый конкурс 2019, submitted_on: 2019-03-14, rating: 77.00}]
for: {algorithm: {tasks: одна, resources: [Зал]}}
unplaced: [{from: старый файл, text: 12}]
"""


def test_what_authors_type_without_quotes_is_accepted(tmp_path):
    assert findings(UNQUOTED) == []
    file = tmp_path / "unquoted.yaml"
    file.write_text(UNQUOTED, encoding="utf-8")
    done = check_jsonschema("practice", file)
    assert done.returncode == 0, done.stdout


# --- what must be refused -----------------------------------------------------------------


def begun(text: str) -> str:
    return f"passport: 1\ntitle: Клуб\n{text}"


WRONG = {
    "no version": "title: Клуб\n",
    "an empty version": "passport:\ntitle: Клуб\n",
    "another version": "passport: 2\ntitle: Клуб\n",
    "no title": "passport: 1\n",
    "an empty title": "passport: 1\ntitle:\n",
    "a title without words": 'passport: 1\ntitle: " "\n',
    "a title that is a list": "passport: 1\ntitle: [Клуб]\n",
    "an unknown field": begun("sumary: коротко\n"),
    "an unknown field of a record": begun("results: [{indikator: Клубы}]\n"),
    "an unknown field for a form": begun("for: {algorithm: {sumary: коротко}}\n"),
    "a version for a form": begun("for: {algorithm: {passport: 1}}\n"),
    "a list instead of a text": begun("summary: [один, два]\n"),
    "a mapping instead of a text": begun("summary: {один: два}\n"),
    "a mapping instead of a list": begun("tasks: {первая: обучить}\n"),
    "a text instead of rows": begun("costs: много\n"),
    "a record instead of rows": begun("contacts: {name: Руднева}\n"),
    "a list instead of a record": begun("audience: [5, 130]\n"),
    "an empty item": begun("tasks: [обучить, ~]\n"),
    "an empty record in a list": begun("stages: [~]\n"),
    "an item that is a list": begun("tasks: [[обучить]]\n"),
    "a field that is a record": begun("costs: [{amount: {sum: 5}}]\n"),
    "neither yes nor no": begun("contacts: [{name: Руднева, consent: может быть}]\n"),
    "a number that is neither": begun("contacts: [{name: Руднева, consent: 2}]\n"),
    "unplaced words without words": begun("unplaced: [{from: файл}]\n"),
    "unplaced words without a mapping": begun("unplaced: [слова]\n"),
    "forms by number": begun("forms: {первая: algorithm}\n"),
    "a list at the root": "- passport: 1\n",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_the_reader_refuses_the_schema_refuses(text, tmp_path):
    assert findings(text) != []
    assert complaints(PRACTICE, text, tmp_path) != []


SECTION = "{number: 1, heading: Суть, show: summary}"
WRONG_FORMS = {
    "no name": "version: 1\ntitle: Ф\nsource: с\nsections: [{section}]\n",
    "a name with a blank": "form: our form\n",
    "no sections": "sections: []\n",
    "an unknown key": "fonts: Arial\n",
    "two kinds in a section": "sections: [{heading: Суть, show: summary, rows: tasks}]\n",
    "a section that shows nothing": "sections: [{heading: Суть}]\n",
    "a table without columns": "sections: [{heading: Суть, rows: tasks}]\n",
    "columns without a table": (
        "sections: [{heading: С, show: summary, columns: [{heading: а, show: item}]}]\n"
    ),
    "a grid that is not described": "layout: grid\n",
    "another layout": "layout: circle\n",
    "three margins": "profile: {margins: [20, 15, 20]}\n",
    "a font too large": "profile: {size: 100}\n",
    "no pages at all": "sections: [{heading: Суть, show: summary, limit: {pages: 0}}]\n",
    "nothing instead of a layout": "layout:\n",
}


def form(changed: str) -> str:
    """Return a small form, with some of its keys changed."""
    if changed.startswith("version"):
        return changed.replace("{section}", SECTION)
    usual = {
        "form": "our-form",
        "version": "1",
        "title": "Форма",
        "source": "своя",
        "sections": f"[{SECTION}]",
    }
    key, _, value = changed.strip().partition(":")
    return "".join(f"{name}: {words}\n" for name, words in {**usual, key: value.strip()}.items())


def loaded(text: str) -> Parsed[Form]:
    return load_form(read(text.encode(), "form.yaml"), BUILT_IN)


def test_a_small_form_is_accepted_by_both(tmp_path):
    assert loaded(form("annex: Приложение")).value is not None
    assert complaints(FORM, form("annex: Приложение"), tmp_path) == []


@pytest.mark.parametrize("changed", WRONG_FORMS.values(), ids=WRONG_FORMS)
def test_a_wrong_form_is_refused_by_both(changed, tmp_path):
    assert loaded(form(changed)).value is None
    assert complaints(FORM, form(changed), tmp_path) != []


# --- they agree on everything else --------------------------------------------------------

SCALARS = [
    *("слово", "два слова", "да", "Нет", "yes", "OFF", "true", "False", "t", "2", "0", "1"),
    *("2018", "0123", "5902212468", "1.50", "-3", "12:30", "2019-03-14", "1_000", "0x1F"),
    *("~", "null", '""', '" "', '"1"', "'да'", '"строка\\nи ещё"', '"\\u00a0"', "№ 5", "a@b"),
]


def flow(value: Any) -> str:
    """Write data whose scalars are spelt already."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return str(value)


scalars = st.sampled_from(SCALARS)
anything = st.one_of(
    scalars, st.lists(scalars, max_size=2), st.dictionaries(st.just("name"), scalars)
)


@st.composite
def shaped(draw: st.DrawFn, annotation: Any) -> Any:
    """Draw data that have the shape of an annotation, or nearly so."""
    if draw(st.integers(0, 11)) == 0:
        return draw(anything)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return draw(shaped(arguments[0]))
    if origin in (Union, UnionType):
        return draw(shaped(draw(st.sampled_from(arguments))))
    if origin is list:
        return draw(st.lists(shaped(arguments[0]), max_size=2))
    if origin is dict:
        return draw(st.dictionaries(st.sampled_from([*FORMS, "своя"]), shaped(arguments[1])))
    if origin is Literal:
        return draw(st.sampled_from(arguments))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return draw(records(annotation))
    return draw(scalars)


@st.composite
def records(draw: st.DrawFn, model: type[BaseModel]) -> Any:
    if hasattr(model, "main") and draw(st.integers(0, 3)) == 0:
        return draw(scalars)
    known = fields(model)
    chosen = draw(st.lists(st.sampled_from([*known]), max_size=4, unique=True))
    values = {key: draw(shaped(known[key].annotation)) for key in chosen}
    return {**values, "stray": "слово"} if draw(st.integers(0, 30)) == 0 else values


@settings(derandomize=True, deadline=None, max_examples=400)
@given(data=records(Practice))
def test_reader_and_schema_agree_on_any_practice(data, tmp_path_factory):
    begun = {"passport": "1", "title": "Клуб"}
    text = flow({**begun, **data})
    folder = tmp_path_factory.getbasetemp()
    found = findings(text)
    event("refused" if found else "accepted")
    assert bool(found) == bool(complaints(PRACTICE, text, folder)), text


# --- walking a schema ---------------------------------------------------------------------


def parts(part: Any, route: tuple[str, ...] = ()) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield every schema within a schema, with the way to it."""
    if isinstance(part, bool):
        return
    yield part, route
    for keyword in ("properties", "definitions", "dependencies"):
        for key, inner in part.get(keyword, {}).items():
            if isinstance(inner, dict):
                yield from parts(inner, (*route, keyword, key))
    for keyword in ("items", "additionalProperties", "if", "then"):
        if keyword in part:
            yield from parts(part[keyword], (*route, keyword))
    for keyword in ("anyOf", "oneOf", "allOf"):
        for index, inner in enumerate(part.get(keyword, ())):
            yield from parts(inner, (*route, keyword, str(index)))


def resolved(whole: Any, part: Any) -> Any:
    while "$ref" in part:
        part, way = whole, part["$ref"].removeprefix("#/").split("/")
        for step in way:
            part = part[step]
    return part


def properties(whole: Any) -> Iterator[tuple[str, Any]]:
    """Yield every property that the models have, with what is said of it."""
    for owner in (whole, *whole["definitions"].values()):
        for key, part in owner["properties"].items():
            yield key, resolved(whole, part)
