"""Facts of a workspace: where they are declared, and that every command knows them."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from passportkit.engine.toolkit import Toolkit
from passportkit.facts.vocabularies import vocabulary_with
from passportkit.forms import Catalogue
from passportkit.practice import BUILT_IN
from tests.conftest import Passport, Write
from tests.facts.vocabularies import EVERY_TYPE, declarations

FACTS = """\
facts:
  village_population:
    {title: Население, type: number, unit: чел., description: Сколько живёт в посёлке}
  contest_nomination: {title: Номинация, type: choice, choices: [Благоустройство, Культура]}
  chair: {title: Председатель, type: person}
"""
FORM = """\
form: tos
version: 1
source: придумана
title: Заявка ТОС
facts:
  council:
    title: Совет
    type: table
    columns: {member: {title: ФИО}, since: {title: С, type: date}}
sections:
  - {number: 1, heading: Название, show: title}
  - {number: 2, heading: Номинация, show: contest_nomination}
  - {number: 3, heading: Население, show: village_population}
  - {number: 4, heading: Председатель ТОС, show: chair}
  - {number: 5, heading: Совет, rows: council, columns: [
      {heading: ФИО, show: member}, {heading: С какого дня, show: since}]}
"""
PRACTICE = """\
passport: 1
title: Сквер у пруда
contest_nomination: Культура
village_population: 1 240  # по переписи
chair:
  name: Светлова Анна Ильинична
  phones: 8 (3919) 00-00-00
council:
  - member: Иванов Пётр Сергеевич
    since: 12.03.2024
"""


@pytest.fixture(autouse=True)
def _workspace(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    write("passport.toml", 'forms = ["tos"]\n')
    write("facts.yaml", FACTS)
    write("forms/tos/form.yaml", FORM)
    write("practices/skver.yaml", PRACTICE)


def test_what_is_declared_is_known(passport: Passport):
    assert passport("form", "check").code == 0
    ended = passport("validate")
    assert (ended.code, ended.err) == (0, "")


def test_values_are_checked_by_their_types(passport: Passport, write: Write):
    wrong = PRACTICE.replace("Культура", "культуры").replace("1 240", "1,2 тыс. чел.")
    wrong = wrong.replace("12.03.2024", "31.02.2024").replace("00-00-00", "0")
    write("practices/skver.yaml", wrong)
    found = [
        line.split(": ")[1]
        for line in passport("validate", "--format", "concise", PASSPORT_LANG="en").lines
    ]
    assert found == [
        "error unknown-choice",
        "warning unit-differs",
        "warning phone-number",
        "warning unreadable-value",
    ]


def test_a_document_goes_out_and_comes_back_corrected(passport: Passport):
    assert passport("render").code == 0
    before = Path("practices/skver.yaml").read_text(encoding="utf-8")
    document = next(Path("out").glob("*.docx"))
    assert passport("import", str(document), "--into", "practices/skver.yaml").code == 0
    assert Path("practices/skver.yaml").read_text(encoding="utf-8") == before
    assert passport("import", str(document), "-o", "again.yaml").code == 0
    again = Path("again.yaml").read_text(encoding="utf-8")
    assert "contest_nomination: Культура" in again
    assert passport("validate", "again.yaml").code == 0


def test_a_new_practice_has_their_questions(passport: Passport):
    assert passport("new", "Клуб", "-o", "novy.yaml", PASSPORT_LANG="en").code == 0
    text = Path("novy.yaml").read_text(encoding="utf-8")
    assert "#    Номинация (one of: Благоустройство; Культура)" in text
    assert "Сколько живёт в посёлке, чел." in text
    assert "  - member:\n    since:\n" in text


def test_the_schema_of_the_workspace_has_them(passport: Passport):
    schema = json.loads(passport("schema").out)
    sound = {
        "passport": 1,
        "title": "Клуб",
        "contest_nomination": "культура",
        "village_population": 12,
    }
    validator = Draft7Validator(schema)
    assert [*validator.iter_errors(sound)] == []
    assert [*validator.iter_errors({**sound, "contest_nomination": "культуры"})]
    assert [*validator.iter_errors({**sound, "council": [{"name": "А"}]})]


def test_a_file_of_facts_is_no_practice(passport: Passport, write: Write):
    write("passport.toml", 'forms = ["tos"]\npractices = "."\n')
    assert "facts.yaml" not in passport("validate", ".").out


def test_what_is_wrong_with_a_file_of_facts_is_told_and_the_rest_holds(
    passport: Passport, write: Write
):
    write("facts.yaml", FACTS + "  tema: {title: Тема, type: цвет}\n")
    ended = passport("validate", "--format", "concise", PASSPORT_LANG="en")
    assert [line.partition(": ")[0] for line in ended.lines] == ["facts.yaml:6:29"]
    assert ended.code == 1


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ('["shared/facts.yaml"]', "there is no file `shared/facts.yaml`"),
        ('["package:no_such_thing"]', "there is no installed package “no_such_thing” with facts"),
        ('["/etc/facts.yaml"]', "this path begins with a disk, a server or a slash"),
    ],
)
def test_facts_that_are_not_there_are_told(named, said, passport: Passport, write: Write):
    write("passport.toml", f"facts = {named}\n")
    assert said in passport("validate", "--format", "concise", PASSPORT_LANG="en").out


def test_facts_of_a_folder_and_of_a_package_hold(
    passport: Passport, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    write("passport.toml", 'forms = ["tos"]\nfacts = ["shared", "package:region_facts"]\n')
    Path("facts.yaml").unlink()
    first, _, rest = FACTS.partition("  contest_nomination")
    write("shared/facts.yaml", first)
    write("installed/region_facts/facts.yaml", f"facts:\n  contest_nomination{rest}")
    write("installed/region_facts/__init__.py", "raise SystemExit('nobody runs this')\n")
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    assert passport("validate").code == 0


def test_a_declaration_that_contradicts_another_makes_its_form_unusable(
    passport: Passport, write: Write
):
    write(
        "forms/drugaya/form.yaml",
        FORM.replace("form: tos", "form: drugaya").replace(
            "  council:", "  village_population: {title: Население}\n  council:"
        ),
    )
    checked = passport("form", "check", "drugaya", PASSPORT_LANG="en")
    assert "the fact “village_population” is declared otherwise elsewhere" in checked.out
    assert passport("validate").code == 0  # nobody asks for that form


# --- vocabularies are values --------------------------------------------------------------


def test_the_same_declarations_make_the_same_vocabulary():
    one, other = (vocabulary_with(declarations(EVERY_TYPE)) for _ in range(2))
    assert one is other
    assert one.name != BUILT_IN.name
    assert vocabulary_with({}) is BUILT_IN


def test_a_vocabulary_travels_to_another_process():
    vocabulary = vocabulary_with(declarations(EVERY_TYPE))
    assert pickle.loads(pickle.dumps(vocabulary)) == vocabulary
    form = Catalogue([Path("forms")], facts=[Path("facts.yaml")]).form("tos")
    assert pickle.loads(pickle.dumps(form)) == form


def test_a_practice_that_was_checked_travels_too():
    checked = Toolkit.at(Path()).check(Path("practices/skver.yaml"))
    assert checked.findings == ()
    assert pickle.loads(pickle.dumps(checked)).practice == checked.practice
