"""What is wrong with a template is said in full: part, paragraph, and what was probably meant."""

from typing import Any

import pytest
from docx.shared import Mm

from passportkit.findings import Severity
from passportkit.forms import Catalogue, Form
from passportkit.forms.loading import load_form
from passportkit.practice import BUILT_IN
from passportkit.source import read
from passportkit.word.template import tags
from passportkit.word.template.build import build
from passportkit.word.template.inspect import inspect
from tests.word.conftest import SECTIONS, edited, form_of, table, template

FORMS = [form_of(SECTIONS), *map(Catalogue().form, Catalogue().names())]


def said(docx: bytes, form: Form, severity: Severity = Severity.ERROR) -> list[str]:
    return [str(each.message) for each in inspect(docx, form) if each.severity is severity]


def advice(docx: bytes, form: Form) -> list[str]:
    return [str(each.help) for each in inspect(docx, form) if each.help]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_template_that_was_built_has_nothing_wrong_in_it(form: Form) -> None:
    assert inspect(build(form), form) == []


@pytest.mark.parametrize(
    ("tag", "name", "meant"),
    [
        ("{{ titel }}", "titel", "title"),
        ("{{ costs }}", "costs", ""),
        ("{{ unheard_of }}", "unheard_of", ""),
        ("{{ row.item }}", "item", ""),
        ("{{ title|line }} {{ row.number }}", "number", ""),
    ],
)
def test_a_tag_that_the_form_does_not_fill_is_named(
    sections: Form, tag: str, name: str, meant: str
) -> None:
    docx = template(f"слова {tag}")
    assert f"the tag “{name}”" in said(docx, sections)[0]
    assert f"“слова {tag}”" in said(docx, sections)[0]
    assert "word/document.xml" in said(docx, sections)[0]
    assert any(f"“{meant}”" in each for each in advice(docx, sections)) is bool(meant)


@pytest.mark.parametrize(
    ("row", "name", "meant"),
    [
        ("{% for row in title %}{% endfor %}", "title", ""),
        ("{% for row in cost %}{% endfor %}", "cost", "costs"),
        ("{% for row in costs %}{{ row.itm }}{% endfor %}", "itm", "item"),
        ("{% for row in costs %}{{ row.item|merge }}{% endfor %}", "item|merge", "item"),
        ("{% for row in problems %}{{ row.item }}{% endfor %}", "item", ""),
    ],
)
def test_a_row_is_read_against_its_table(sections: Form, row: str, name: str, meant: str) -> None:
    docx = template(change=table([row]))
    (message,) = said(docx, sections)
    assert f"the tag “{name}”" in message
    assert any(f"“{meant}”" in each for each in advice(docx, sections)) is bool(meant)


def test_every_mistake_is_told_in_one_go(sections: Form) -> None:
    def head(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ c }}"

    messages = said(template("{{ a", "слова", "{{ b }}", change=head), sections)
    assert ["{{ a" in messages[0], "“b”" in messages[1], "“c”" in messages[2]] == [True] * 3
    assert "header" in messages[2]
    assert len(messages) == 3


def test_of_a_template_with_very_many_tags_nothing_else_is_told(
    sections: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tags, "MOST_TAGS", 4)
    assert len(said(template("{{ b }} {{ c }} {{ d }} {{ e }}"), sections)) == 4
    (message,) = said(template("{{ b }} {{ c }} {{ d }}", "{{ e }} {% f %}"), sections)
    assert message.startswith("the template has more than 4 tags")


@pytest.mark.parametrize(
    "docx",
    [
        template(change=table(["{% for row in costs %}{{ row.item }}"])),
        template("{% for row in costs %}{% endfor %}"),
        template("{{ title|merge }}"),
        b"words",
    ],
    ids=["an open loop", "a loop outside of a table", "a merge outside of a row", "no document"],
)
def test_what_cannot_be_compiled_is_an_error_too(sections: Form, docx: bytes) -> None:
    assert len(said(docx, sections)) == 1


def test_sections_and_columns_that_a_template_lacks_are_told(sections: Form) -> None:
    docx = edited(build(sections), "word/document.xml", ("{{ title }}", "слова"))
    docx = edited(docx, "word/document.xml", ("{{ row.amount }}", "слова"))
    assert said(docx, sections) == []
    lacking = said(docx, sections, Severity.WARNING)
    assert ["title" in lacking[0], "section 1" in lacking[0]] == [True, True]
    assert ["{{ row.amount }}" in lacking[1], "“Затраты”" in lacking[1]] == [True, True]
    assert len(lacking) == 2


def test_where_the_looks_differ_from_what_limits_are_measured_by_is_told(sections: Form) -> None:
    def change(document: Any) -> None:
        document.sections[0].left_margin = Mm(50)

    looks = [
        each
        for each in said(template(change=change), sections, Severity.WARNING)
        if "profile" in each
    ]
    assert [each.partition(":")[0] for each in looks] == [
        "font",
        "size of type",
        "top margin",
        "right margin",
        "bottom margin",
        "left margin",
    ]
    assert "Cambria in the template, Times New Roman in the profile" in looks[0]  # of the theme
    assert "50 in the template, 30 in the profile" in looks[-1]


def test_a_measure_with_a_unit_is_passed_over(sections: Form) -> None:
    docx = edited(build(sections), "word/document.xml", ('w:left="1701"', 'w:left="20mm"'))
    docx = edited(docx, "word/styles.xml", ('<w:sz w:val="24"/>', '<w:sz w:val="16pt"/>'))
    assert inspect(docx, sections) == []


@pytest.mark.parametrize("size", ["12", "12.3", "12.4999", "14.5"])
def test_a_size_of_type_is_that_which_word_can_count(size: str) -> None:
    text = (
        "form: a\nversion: 1\ntitle: А\nsource: а\n"
        f"profile: {{size: {size}}}\nsections:\n  - {{heading: А, show: goals}}\n"
    )
    form = load_form(read(text.encode(), "form.yaml"), BUILT_IN).value
    assert form is not None
    assert inspect(build(form), form) == []
