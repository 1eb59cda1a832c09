"""The start of a practice: the questions of its forms, in order, and nothing wrong but gaps."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.forms import Catalogue, Form
from passportkit.forms.loading import load_form
from passportkit.forms.model import Group
from passportkit.forms.scaffold import scaffold
from passportkit.forms.slots import slots_of
from passportkit.language import LANGUAGES, translator
from passportkit.practice import BUILT_IN, Practice
from passportkit.rules import examine
from passportkit.source import Source, parse, read
from passportkit.text import canonical
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(50))

CATALOGUE = Catalogue()
NAMES = CATALOGUE.names()
CHOICES = [*([name] for name in NAMES), NAMES, NAMES[::-1]]

every_choice = pytest.mark.parametrize("names", CHOICES, ids="+".join)
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def chosen(names: list[str]) -> list[Form]:
    return [CATALOGUE.form(name) for name in names]


def written(names: list[str], language: str = "en", title: str = "Клуб") -> str:
    return scaffold(title, chosen(names), translator(language))


def source_of(text: str) -> Source:
    return read(text.encode(), "клуб.yaml")


def comments(text: str) -> str:
    """Return the words of all comments, without the blanks between them."""
    lines = [line.strip() for line in text.splitlines()]
    return squeezed("".join(line.lstrip("#") for line in lines if line.startswith("#")))


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


# --- nothing is wrong with it but that it is empty ----------------------------------------


@every_choice
@both_languages
def test_an_untouched_scaffold_has_missing_sections_and_no_other_finding(names, language):
    forms = chosen(names)
    examined = examine(source_of(written(names, language)), forms, catalogue=CATALOGUE)
    assert {finding.rule for finding in examined.findings} <= {"missing-section"}
    required = [
        f"{section.number} of {form.name}"
        for form in forms
        for section in form.sections
        if section.required and section.show != "title"
    ]
    reported = [
        f"{finding.message.values['number']} of {finding.message.values['form']}"
        for finding in examined.findings
    ]
    assert sorted(reported) == sorted(required)


@every_choice
@both_languages
def test_each_missing_section_is_shown_at_a_key_that_waits_for_it(names, language):
    text = written(names, language)
    examined = examine(source_of(text), chosen(names), catalogue=CATALOGUE)
    lines = text.splitlines()
    for finding in examined.findings:
        assert finding.place is not None
        assert lines[finding.place.line - 1].startswith(f"{finding.route[0]}:")


@both_languages
def test_the_language_changes_the_hints_only(language):
    def bare(text: str) -> list[str]:
        return [line for line in text.splitlines() if not line.lstrip().startswith("#")]

    assert bare(written(NAMES, language)) == bare(written(NAMES, "en"))


# --- what it asks, in which order ---------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_keys_stand_in_the_order_of_the_form(name):
    data = source_of(written([name])).data
    assert data is not None
    asked = [key for key in data if key not in ("passport", "title", "forms")]
    shown = [
        str(slot.fields[0][0])
        for slot in slots_of(CATALOGUE.form(name))
        if not slot.key.startswith(("title", "costs_total"))
    ]
    assert asked == list(dict.fromkeys(shown))


def test_further_forms_add_what_the_first_did_not_ask():
    first = list(source_of(written(["algorithm"])).data or {})
    both = list(source_of(written(["algorithm", "project-passport"])).data or {})
    second = list(source_of(written(["project-passport"])).data or {})
    assert both[: len(first)] == first
    assert both[len(first) :] == [key for key in second if key not in first]


def test_a_scaffold_says_which_forms_it_is_for():
    assert (source_of(written(NAMES)).data or {})["forms"] == NAMES
    assert (source_of(written([])).data or {}) == {"passport": "1", "title": "Клуб", "forms": []}


@pytest.mark.parametrize("name", NAMES)
def test_numbers_headings_and_notes_stand_as_comments(name):
    words = comments(written([name]))
    for section in CATALOGUE.form(name).sections:
        if section.show == "title":
            continue
        number = f"{section.number}." if section.number else ""
        assert number + squeezed(section.heading or "") in words
        assert squeezed(section.note or "") in words
        for block in section.content:
            assert squeezed(block.caption or "") in words
            for part in block.parts or ():
                assert squeezed(part.label).rstrip(":–") in words


@pytest.mark.parametrize("name", NAMES)
def test_headings_of_groups_are_no_questions(name):
    for entry in CATALOGUE.form(name).entries:
        if isinstance(entry, Group):
            assert f"# {entry.number}. {entry.group}" not in written([name])


def test_a_scaffold_reads_as_a_questionnaire():
    text = """\
form: prize
version: 1
title: Премия
source: придумана
sections:
- {number: 1, heading: Название, show: title}
- {number: 2, heading: "Суть:", note: Коротко, show: summary, hint: Два предложения}
- number: 3
  heading: Команда и деньги
  blocks:
  - {caption: Охват, record: audience, columns: [{heading: а, show: involved}]}
  - parts:
    - {label: "Цель:", show: goals, hint: одна}
    - {label: Ещё, show: business_model.key_resources}
  - rows: costs
    columns: [{heading: б, show: item-with-details}, {heading: в, show: amount}]
    total: {label: ВСЕГО, show: costs-total}
  - {rows: tasks, columns: [{heading: г, show: text}]}
- {number: 4, heading: Снова суть, show: summary}
"""
    form = load_form(read(text.encode(), "form.yaml"), BUILT_IN).value
    assert form is not None
    assert (
        scaffold("Клуб", [form], translator("en"))
        == """\
passport: 1
title: "Клуб"
forms: [prize]
# Write behind the colons. A text of several lines goes on the next lines after `|`,
# indented; a text with a colon in it goes in quotes. For one more row repeat the lines
# from the dash on.

# prize · Премия

# 2. Суть:
#    Коротко
#    Два предложения
summary:

# 3. Команда и деньги
#    Охват
#    involved – How many people take part in carrying the practice out.
audience:
  involved:
#    Цель: одна
goals:
business_model:
  #    Ещё: Team, technology, equipment, information, partners, brand.
  key_resources:
#    item – What the money is spent on, in one line.
#    details – What the item consists of, a line each.
#    amount – The sum in roubles; words may stand beside it.
costs:
  - item:
    details:
    amount:
#    The steps to the goal, one in each item.
tasks:
#  - one item on each line, with a dash before it
"""
    )


# --- the title ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "Клуб «Свой двор»",
        'Клуб "Свой двор": как мы живём',
        "Клуб # не примечание",
        "- *не* список: {и} [не] & <не> | > % @ `",
        "две\nстроки",
        "C:\\клуб\\n",
        "да",
        "2018",
        "'",
        "",
        "😀",
        "конец\u2028строки",
        "без\x7fзнака\x9f\ufffe",
        "{{ 7*7 }}",
    ],
)
def test_any_title_survives(title):
    source = source_of(written(["algorithm"], title=title))
    assert source.findings == ()
    assert canonical((source.data or {})["title"]) == canonical(title)


@law
@given(st.text(min_size=1, max_size=30).filter(canonical))
def test_a_scaffold_with_any_title_is_a_practice(title):
    parsed = parse(Practice, source_of(written(["algorithm"], title=title)).data or {})
    assert parsed.findings == ()
    assert parsed.value is not None
    assert parsed.value.title == canonical(title)


def own(sections: str, title: str = "Записка") -> str:
    """Return the start of a practice for a form of these sections."""
    text = f"form: memo\nversion: 1\ntitle: {title}\nsource: придумана\nsections:\n{sections}"
    form = load_form(read(text.encode(), "form.yaml"), BUILT_IN).value
    assert form is not None
    return scaffold("Клуб", [form], translator("en"))


@pytest.mark.parametrize(
    ("sections", "keys"),
    [
        (
            "- {heading: А, rows: opportunities, columns: [{heading: Б, show: text}]}\n"
            "- {heading: В, rows: opportunities, columns: [{heading: Г, show: text}]}\n",
            {"opportunities": None},
        ),
        (
            "- {heading: А, show: contacts.last.fax}\n"
            "- {heading: Б, show: contacts.last.emails}\n"
            "- {heading: В, show: contacts.last.emails}\n",
            {"contacts": [{"fax": None, "emails": None}]},
        ),
        (
            "- {heading: А, show: organization.inn}\n"
            "- {heading: Б, show: organization.inn}\n"
            "- {heading: В, record: organization, columns: [{heading: Г, show: inn}]}\n",
            {"organization": {"inn": None}},
        ),
        (
            "- {heading: А, show: target_groups.last.name}\n- {heading: Б, show: target_groups}\n",
            {"target_groups": [{"name": None}]},
        ),
        (
            "- {heading: А, show: acts.last.adopted.result}\n"
            "- {heading: Б, show: acts.last.act}\n"
            "- {heading: В, show: acts.1.act}\n",
            {"acts": [{"adopted": {"result": None}, "act": None}, {"act": None}]},
        ),
    ],
)
def test_what_several_sections_show_is_asked_once(sections, keys):
    source = source_of(own(sections))
    assert source.findings == ()
    data = dict(source.data or {})
    assert {key: data[key] for key in data.keys() - {"passport", "title", "forms"}} == keys


def test_a_title_of_several_lines_stays_a_comment():
    text = own("- {heading: А, show: goals}\n", title='"Записка\\nо практике"')
    assert "# memo · Записка о практике\n" in text
    assert source_of(text).findings == ()


def test_an_item_that_is_shown_by_its_number_has_those_before_it():
    text = (
        "form: own\nversion: 1\nsource: придумана\ntitle: Заявка\n"
        "sections:\n- {heading: Третий, show: contacts.3.name}\n"
    )
    form = load_form(read(text.encode(), "form.yaml"), BUILT_IN).value
    assert form is not None
    text = scaffold("Клуб", [form], translator("en"))
    data = read(text.encode(), "klub.yaml").data
    assert data is not None
    assert data["contacts"] == [{"name": None}] * 3
