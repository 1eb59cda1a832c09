"""A vocabulary is handed in: a fact that only a second one knows goes every way that others go."""

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from jsonschema import Draft7Validator
from pydantic import Field

import passportkit
from passportkit.forms import Catalogue, Form, bind, blank
from passportkit.forms.answers import row_of
from passportkit.forms.loading import load_form
from passportkit.forms.questions import Question, questions_of
from passportkit.forms.scaffold import scaffold
from passportkit.forms.schemas import form_schema, practice_schema
from passportkit.forms.unbind import unbind
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Facts, Practice, Record, Vocabulary
from passportkit.practice.quantity import Quantity
from passportkit.practice.words import Text
from passportkit.rules import examine
from passportkit.rules.doubts import doubts
from passportkit.source import parse, read
from tests.forms.answered import answered
from tests.merge.papers import paper

PACKAGE = Path(passportkit.__file__).parent


class Venue(Record):
    main: ClassVar[str] = "place"

    place: Text | None = Field(None, title="Place", description="Where the club meets.")
    seats: Quantity | None = Field(None, title="Seats", description="How many sit there.")


class ClubFacts(Facts):
    neighbours: Quantity | None = Field(
        None, title="Neighbours", description="How many neighbours there are.", examples=["3 412"]
    )
    venues: list[Venue] | None = Field(None, title="Venues", description="The rooms of the clubs.")


class ClubPractice(Practice, ClubFacts):
    for_: dict[str, ClubFacts | None] | None = Field(  # type: ignore[assignment]  # never changed
        None, alias="for"
    )


CLUBS = Vocabulary("clubs", ClubFacts, ClubPractice)

FORM = """\
form: club
version: 1
source: придумана
title: Клуб
sections:
  - {number: 1, heading: Название, show: title}
  - {number: 2, heading: Население, show: neighbours}
  - number: 3
    heading: Помещения
    rows: venues
    columns:
      - {heading: Где, show: place}
      - {heading: Мест, show: seats}
"""

PRACTICE = """\
passport: 1
title: Клуб соседей
neighbours: 3 412 чел.  # по переписи
venues:
  - place: Библиотека
    seats: 40
contacts:
  - name: Анна
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder: Path = tmp_path_factory.mktemp("forms")
    (folder / "club").mkdir()
    (folder / "club" / "form.yaml").write_text(FORM, encoding="utf-8")
    return Catalogue([folder], CLUBS)


@pytest.fixture(scope="module")
def form(catalogue: Catalogue) -> Form:
    return catalogue.form("club")


def practice(text: str = PRACTICE) -> Practice:
    parsed = parse(CLUBS.practice, read(text.encode(), "клуб.yaml").data or {})
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value


def found(catalogue: Catalogue, text: str) -> list[str]:
    source = read(text.encode(), "клуб.yaml")
    findings = examine(source, [catalogue.form("club")], catalogue=catalogue).findings
    return [f"{each.place.line}:{each.place.column} {each.rule}" for each in findings if each.place]


# --- the fact of a second vocabulary ------------------------------------------------------


def test_a_form_means_something_only_in_the_vocabulary_of_its_names():
    source = read(FORM.encode(), "form.yaml")
    assert load_form(source, CLUBS).findings == ()
    refused = load_form(source, BUILT_IN)
    assert refused.value is None
    assert [str(each.message) for each in refused.findings] == [
        "“neighbours” is neither a field nor a view",
        "“venues” is neither a field nor a view",
    ]


def test_the_same_words_in_two_vocabularies_are_two_forms():
    text = FORM.partition("  - {number: 2")[0]
    forms = [
        load_form(read(text.encode(), "form.yaml"), each).value
        for each in (BUILT_IN, CLUBS, CLUBS._replace())
    ]
    assert forms[0] != forms[1]
    assert forms[1] == forms[2]
    assert len(set(forms)) == 2


def test_it_is_bound_and_unbound(form):
    filled = bind(form, practice())
    assert filled.values == {
        "title": "Клуб соседей",
        "neighbours": "3 412 чел.",
        "venues": [{"number": "1", "place": "Библиотека", "seats": "40"}],
    }
    said = {**filled.values, "venues": [{"place": "Библиотека", "seats": "40"}]}
    assert unbind(form, said) == (
        {
            "title": "Клуб соседей",
            "neighbours": "3 412 чел.",
            "venues": [{"place": "Библиотека", "seats": "40"}],
        },
        [],
    )


def test_it_is_replaced_for_one_form(form):
    own = PRACTICE + "for:\n  club:\n    neighbours: 3,4 тыс. чел.\n"
    assert bind(form, practice(own)).values["neighbours"] == "3,4 тыс. чел."


def test_its_description_is_the_hint_of_an_empty_form(form):
    assert blank(form).values == {
        "title": "Наименование практики – так, как оно должно стоять во всех документах.",
        "neighbours": "How many neighbours there are.",
        "venues": [
            {"number": "1", "place": "Where the club meets.", "seats": "How many sit there."}
        ],
    }


def test_it_is_asked_and_an_answer_is_doubted_and_written(form, catalogue):
    neighbours, venues = questions_of([form])
    assert [field.is_line for field in neighbours.fields] == [True]
    assert neighbours.fields[0].examples == ("3 412",)
    assert [field.title for field in venues.fields] == ["", ""]
    assert [field.label for field in venues.fields] == ["Где", "Мест"]
    assert _doubted(neighbours, "3 412", catalogue) == []
    assert _doubted(neighbours, "много", catalogue) == ["there is no number here"]
    source = answered(read(b"passport: 1\ntitle: A\n", ""), neighbours, "3 412")
    source = answered(source, venues, [row_of(venues, ["Библиотека", "40"])])
    said = practice(source.text)
    assert said.model_dump(include={"neighbours", "venues"}) == {
        "neighbours": "3 412",
        "venues": [{"place": "Библиотека", "seats": "40"}],
    }


def _doubted(question: Question, answer: str, catalogue: Catalogue) -> list[str]:
    return [str(message) for message in doubts(question, answer, catalogue=catalogue)]


def test_it_is_scaffolded(form):
    text = scaffold("Клуб", [form], translator("en"))
    assert "#    How many neighbours there are.\nneighbours:\n" in text
    assert "venues:\n  - place:\n    seats:\n" in text


def test_it_is_missed_where_a_form_asks_for_it_and_known_where_it_stands(catalogue):
    assert found(catalogue, PRACTICE) == ["8:11 contact-missing"]
    without = PRACTICE.replace("neighbours: 3 412 чел.  # по переписи\n", "")
    assert found(catalogue, without)[0] == "1:1 missing-section"
    misspelt = PRACTICE.replace("seats:", "seat:")
    assert found(catalogue, misspelt)[0] == "6:5 unknown-field"


def test_it_stands_in_the_schemas(catalogue):
    schema = practice_schema(translator("en"), catalogue)
    checker = Draft7Validator(schema)
    data: dict[str, Any] = {"passport": 1, "title": "Клуб", "neighbours": 3412, "venues": []}
    facts = schema["definitions"]["ClubFacts"]["properties"]
    assert facts["neighbours"]["examples"] == ["3 412"]
    assert list(checker.iter_errors({**data, "for": {"club": {"neighbours": "много"}}})) == []
    assert [error.validator for error in checker.iter_errors({**data, "venues": [{"seat": 1}]})]
    suggested = form_schema(translator("en"), catalogue)["definitions"]["Block"]["properties"]
    assert "neighbours" in str(suggested["show"])
    assert "venues" in str(suggested["rows"])


def test_a_correction_of_it_is_merged(form):
    document = paper(PRACTICE, form)
    document.says["neighbours"] = "3 500 чел."
    document.says["venues"].append({"place": "Школа", "seats": "25"})
    merged = document.into(PRACTICE)
    assert (merged.left, merged.conflicts) == ((), ())
    assert merged.text == PRACTICE.replace("3 412", "3 500").replace(
        "seats: 40\n", "seats: 40\n  - place: Школа\n    seats: 25\n"
    )


def test_a_text_that_was_a_record_of_it_becomes_one_in_a_merge(form):
    text = "passport: 1\ntitle: Клуб\nvenues:\n  - Библиотека\n"
    document = paper(text, form)
    document.says["venues"][0]["seats"] = "40"
    assert practice(document.into(text).text).model_dump(include={"venues"}) == {
        "venues": [{"place": "Библиотека", "seats": "40"}]
    }


def test_new_in_a_file_it_stands_where_the_vocabulary_has_it(form):
    text = "passport: 1\ntitle: Клуб\ncontacts:\n  - name: Анна\nunplaced:\n  - text: Прочее\n"
    document = paper(text, form)
    document.says["neighbours"] = "3 412"
    assert list(read(document.into(text).text.encode(), "").data or {}) == [
        "passport",
        "title",
        "contacts",
        "neighbours",
        "unplaced",
    ]


def test_a_form_takes_its_vocabulary_to_other_processes(form):
    assert pickle.loads(pickle.dumps(form)).vocabulary == CLUBS


# --- nobody knows which one it is ---------------------------------------------------------


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield the modules outside of the practice, with their paths in the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith("practice/"):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def named(tree: ast.Module) -> set[str]:
    """Return the names that a module uses, but for those of types in its annotations."""
    annotations: list[ast.AST | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            annotations.append(node.returns)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            annotations.append(node.annotation)
    typed = {id(each) for root in annotations if root for each in ast.walk(root)}
    names = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    return {node.id for node in names if id(node) not in typed}


def test_what_is_known_of_a_practice_is_asked_of_the_vocabulary_that_was_handed_in():
    asked = {name: named(tree) & {"Facts", "Practice"} for name, tree in modules()}
    assert {name: models for name, models in asked.items() if models} == {}


def test_the_built_in_vocabulary_is_named_where_others_are_made_of_it():
    assert {name for name, tree in modules() if "BUILT_IN" in named(tree)} == {
        "facts/declarations.py",
        "facts/vocabularies.py",
        "forms/catalogue.py",
    }
