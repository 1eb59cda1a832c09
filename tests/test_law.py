"""What goes out comes back: of every practice and every form, to the letter.

And what is laid out is what goes out: a paper made of a form and its words equals the one that is
read from their document. All that reading gives is compared (words in the markup, styles, labels,
rows and cells with their spans and merges, heads, the stamp), and nothing is set right before.
"""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import HealthCheck, example, given, settings

from passportkit.forms import Catalogue, Filled, Form, bind, blank
from passportkit.forms.loading import load_form
from passportkit.forms.unbind import unbind
from passportkit.intake import match, recognise
from passportkit.layout import lay_out
from passportkit.practice import BUILT_IN, Practice, new_file
from passportkit.source import parse, read
from passportkit.source.dump import dump
from passportkit.stamp import Stamp
from passportkit.word.read.body import read_document
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.conftest import examples, is_long
from tests.practices import FORMS, on_paper, practices
from tests.word.conftest import GRID, SECTIONS, form_of
from tests.word.test_card import CARD

OWN = dedent("""\
    form: own-LAYOUT
    version: 1
    source: придумана для проверки
    title: Своя форма
    layout: LAYOUT
    grid: {columns: [№, Что, Ответ]}
    sections:
      - {number: 1, heading: Как называется, show: title}
      - {number: 2, heading: Кто даёт деньги, show: funding_source}
      - {number: 3, heading: Что было, show: situation-before}
      - {number: 4, heading: Что стало, show: situation-after}
      - {number: 5, heading: Сколько нужно денег в тысячах, show: budget-in-thousands}
      - {number: 6, heading: Кому это нужно, show: target_groups}
      - {number: 7, heading: Кто придумал и вёл, show: team}
      - number: 8
        heading: Чего добились в цифрах
        rows: indicators
        columns:
          - {heading: Было, show: before}
          - {heading: Стало, show: after}
          - {heading: Что считали, show: name, merge: equal}
          - {heading: В чём считали, show: unit, merge: equal}
      - number: 9
        heading: На что тратили
        rows: costs
        row-number: none
        columns:
          - {heading: Сумма, show: amount}
          - {heading: За чей счёт, show: source, merge: equal}
          - {heading: Статья, show: item}
          - {heading: Из чего состоит, show: details}
        total: {label: "Всего:", show: costs-total}
      - number: 10
        heading: Изменённые правила
        rows: acts.amended
        columns: [{heading: Итог, show: amended.result}, {heading: Документ, show: act}]
      - number: 11
        heading: Новые правила
        rows: acts.adopted
        row-number: 1.1.
        columns: [{heading: Документ, show: act}, {heading: Польза, show: adopted.result}]
      - number: 12
        heading: Наша организация
        record: organization
        columns: [{heading: Имя, show: name}, {heading: Где она, show: address}]
      - {number: 13, heading: К кому обратиться, rows: contacts, columns: [
          {heading: Чем занят, show: position}, {heading: Как звать, show: name},
          {heading: Куда звонить и писать, show: phones-and-emails}]}
    """)


def own(layout: str) -> Form:
    form = load_form(read(OWN.replace("LAYOUT", layout).encode(), "form.yaml"), BUILT_IN).value
    assert form is not None
    return form


OFFICIAL = [Catalogue().form(name) for name in FORMS]
EVERY = [*OFFICIAL, *map(own, ("sections", "grid", "card"))]
LAID_OUT = [*EVERY, *map(form_of, (SECTIONS, GRID, CARD))]
TEMPLATES = Templates()

every_form = pytest.mark.parametrize("name", [form.name for form in EVERY])
every_layout = pytest.mark.parametrize("name", [form.name for form in LAID_OUT])
law = settings(
    deadline=None,
    max_examples=examples(20),
    derandomize=not is_long(),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""The law of a whole form; `make law` looks for exceptions for longer."""


def form_called(name: str) -> Form:
    """Return a form by its name, which is all that an example should print of it."""
    return next(form for form in LAID_OUT if form.name == name)


BEGINS_LIKE_A_LIST = Practice.model_validate(
    {
        "passport": "1",
        "title": "Клуб",
        "costs_total": "\\- сто рублей",
        "business_model": {"key_processes": "\\- сбор\n- заезд"},
        "applications": [{"contest": "Клуб", "requested": "100", "status": "\\- новая"}],
    }
)
SAYS_A_DRAFT_MARK = Practice.model_validate(
    {"passport": "1", "title": "Клуб", "contacts": [{"phones": ["[не заполнено]"]}]}
)
BLANKS_THAT_DO_NOT_BREAK = Practice.model_validate(
    {"passport": "1", "title": "\xa0", "goals": "\xa0", "tasks": "\xa0", "period": "\xa0"}
)
SPELT_TWICE = Practice.model_validate(
    {
        "passport": "1",
        "title": "Клуб",
        "indicators": [
            {
                "name": "Встречи",
                "unit": "-  - раз",
                "before": "3) с трёх\n4) и дальше",
                "after": "1",
            },
            {"name": "**- не пункт**\n\\- и это\n\\1. и это", "after": "\\\\*"},
        ],
    }
)
"""Words that stand in a line and in a cell of their own, and could be spelt otherwise there."""


@every_form
@law
@given(practice=practices)
@example(practice=SPELT_TWICE)
def test_what_a_form_shows_says_what_it_shows(name, practice):
    form = form_called(name)
    seen = on_paper(form, bind(form, practice).values)
    facts, left = unbind(form, seen)
    again = Practice.model_validate({**facts, "passport": "1"})
    assert on_paper(form, bind(form, again).values) == seen
    assert left == []


@every_form
@law
@given(practice=practices)
@example(practice=SPELT_TWICE)
@example(practice=SAYS_A_DRAFT_MARK)
@example(practice=BEGINS_LIKE_A_LIST)
@example(practice=BLANKS_THAT_DO_NOT_BREAK)
def test_a_document_becomes_a_practice_that_becomes_the_same_document(name, practice):
    form = form_called(name)
    document = rendered(form, bind(form, practice))
    assert rendered(form, bind(form, imported(document))) == document


@every_form
@law
@given(practice=practices)
@example(practice=BEGINS_LIKE_A_LIST)
@example(practice=BLANKS_THAT_DO_NOT_BREAK)
def test_a_draft_becomes_a_practice_that_becomes_the_same_draft(name, practice):
    form = form_called(name)
    document = rendered(form, bind(form, practice, draft=True))
    assert rendered(form, bind(form, imported(document), draft=True)) == document


@every_layout
@law
@given(practice=practices)
def test_a_layout_says_what_its_document_says(name, practice):
    form = form_called(name)
    for filled in (bind(form, practice), bind(form, practice, draft=True)):
        assert lay_out(form, filled) == read_document(rendered(form, filled), placeholders=NONE)


@every_layout
def test_a_layout_of_a_blank_form_says_what_its_document_says(name):
    form = form_called(name)
    # a blank form has no hashes, and so is read as anybody's typing: with some, it is read exactly
    filled = blank(form)._replace(stamp=Stamp(form.name, form.version, {"title": ["00000000"]}))
    assert lay_out(form, filled) == read_document(rendered(form, filled), placeholders=NONE)


NONE = ()
"""No marks and hints are known, so that a reader drops none."""


def rendered(form: Form, filled: Filled) -> bytes:
    return fill(TEMPLATES.compiled(form, None), filled)


def imported(document: bytes) -> Practice:
    """Return the practice that a document says, by way of the YAML that an author gets."""
    paper = read_document(document)
    form = recognise(paper, EVERY).form
    reading = match(paper, form)
    facts, left = unbind(form, reading.values)
    assert (reading.left, left) == ([], [])
    assert reading.placed == reading.read
    parsed = parse(Practice, read(dump(new_file(facts)).encode(), "практика.yaml").data or {})
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value
