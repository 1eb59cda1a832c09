"""A practice that begins as another one keeps its facts and its comments."""

from pathlib import Path

import pytest

from passportkit.forms import Catalogue
from passportkit.forms.copying import offshoot
from passportkit.language import translator
from passportkit.source import Source, read
from passportkit.source.plain_data import is_blank
from passportkit.source.proof import applied

CATALOGUE = Catalogue()
EXAMPLES = sorted((Path(__file__).parents[2] / "examples/practices").glob("*.yaml"))


def source_of(text: str) -> Source:
    return read(text.encode(), "другая.yaml")


def begun(text: str, *names: str) -> str:
    forms = [CATALOGUE.form(name) for name in names]
    source = source_of(text)
    return applied(source, offshoot(source, "Клуб", forms, translator("en"))).text


def test_what_belongs_to_the_other_alone_is_left_out():
    text = (
        "# моё\npassport: 1\ntitle: >-\n  Двор\n  и дом\n\nforms:\n- algorithm  # так\n"
        "# заявки\napplications:  # две\n- contest: а\n- contest: б\n\n"
        "unplaced:\n- {text: в}\nperiod: 2019\n"
    )
    assert begun(text, "algorithm").startswith(
        "# моё\npassport: 1\ntitle: Клуб\n\nforms:\n- algorithm  # так\n"
        "# заявки\napplications:  # две\n\nperiod: 2019\n"
    )


def test_forms_that_are_named_take_the_place_of_the_others():
    text = "passport: 1\ntitle: Двор\nforms: algorithm  # так\n"
    assert "\nforms: [grant-card]  # так\n" in begun(text, "grant-card")
    assert "\nforms: algorithm  # так\n" in begun(text, "algorithm")


def test_forms_stand_below_the_title_where_the_other_did_not_say_them():
    text = "passport: 1\ntitle: Двор  # так\nperiod: 2019\n"
    assert "Клуб  # так\nforms: [algorithm]\nperiod" in begun(text, "algorithm")
    assert "\nforms:\n  - algorithm\n" in begun(text + "forms:\n", "algorithm")


@pytest.mark.parametrize("end", ["", "\n"])
def test_where_no_question_is_new_nothing_is_added(end):
    asked = begun("passport: 1\ntitle: Двор\n", "algorithm").rstrip("\n") + end
    assert begun(asked, "algorithm") == asked


def test_a_title_that_the_other_lacks_is_given_and_not_asked():
    lines = begun("passport: 1\nperiod: 2019\n", "algorithm").splitlines()
    assert [line for line in lines if line.startswith("title:")] == ["title: Клуб"]


def test_line_ends_are_those_of_the_other_file():
    text = begun("passport: 1\r\ntitle: Двор", "algorithm")
    assert text.count("\n") == text.count("\r\n")
    assert "title: Клуб\r\n" in text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", CATALOGUE.names())
def test_facts_comments_and_order_stay(path, name):
    before = path.read_text("utf-8")
    after = begun(before, name)
    old, new = source_of(before).data or {}, source_of(after).data or {}
    kept = {key: value for key, value in old.items() if key not in ("title", "forms")}
    for key in ("applications", "unplaced"):
        kept.pop(key, None)
    assert {key: new[key] for key in kept} == kept
    assert new["title"] == "Клуб"
    assert new["forms"] in ([name], name)
    assert is_blank(new.get("applications"))
    lines = iter(after.splitlines())
    comments = [line for line in before.splitlines() if line.startswith("#")]
    assert all(comment in lines for comment in comments)
