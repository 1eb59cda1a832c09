"""Examining a file: text in, everything that is wrong with it out, in the order of the file."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.findings import Severity
from passportkit.forms import Catalogue
from passportkit.language import Message, translator
from passportkit.rules import FORGIVEN_IN_DRAFT, Examined, examine, wanted_forms
from passportkit.source import read

law = settings(derandomize=True, deadline=None, max_examples=200)

FORM = """\
form: prize
version: 1
title: Премия
source: придумана
sections:
- {number: 1, heading: Название, show: title}
- {number: 2, heading: "Суть практики:", show: summary}
- number: 3
  heading: Цель и задачи
  parts: [{label: Цель –, show: goals}, {label: "Задачи:", show: tasks}]
- number: 4
  heading: Деньги
  blocks:
  - {caption: "Затраты,\\nстатьи:", rows: costs, columns: [{heading: статья, show: item}]}
  - {caption: Источник, show: funding_source}
- {number: 5, heading: Ссылки, required: false, rows: links, columns: [{heading: а, show: url}]}
- {heading: Модель, parts: [{label: Кому, show: business_model.target_consumer}]}
"""

FULL = """\
passport: 1
title: Клуб
summary: Соседи встречаются.
goals: общение
tasks: [обучить, открыть]
costs: [Зал]
funding_source: Город
business_model: {target_consumer: соседи}
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder: Path = tmp_path_factory.mktemp("forms")
    (folder / "prize").mkdir()
    (folder / "prize" / "form.yaml").write_text(FORM, encoding="utf-8")
    return Catalogue([folder])


class Check:
    """Examines a text against forms of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __call__(self, text: str, *forms: str) -> Examined:
        source = read(text.encode(), "клуб.yaml")
        chosen = [self.catalogue.form(name) for name in forms or ("prize",)]
        return examine(source, chosen, catalogue=self.catalogue)

    def found(self, text: str, *forms: str) -> list[str]:
        findings = self(text, *forms).findings
        return [f"{f.place.line}:{f.place.column} {f.rule}" for f in findings if f.place]

    def said(self, text: str, *forms: str) -> list[str]:
        return [str(finding.message) for finding in self(text, *forms).findings]

    def advised(self, text: str, *forms: str) -> list[str]:
        return [str(finding.help) for finding in self(text, *forms).findings]


@pytest.fixture
def check(catalogue: Catalogue) -> Check:
    return Check(catalogue)


def without(*keys: str) -> str:
    return "".join(line for line in FULL.splitlines(True) if not line.startswith(keys))


def instead(key: str, text: str) -> str:
    lines = [text + "\n" if line.startswith(key) else line for line in FULL.splitlines(True)]
    return "".join(lines)


def test_a_full_practice_has_no_findings(check):
    examined = check(FULL)
    assert examined.findings == ()
    assert examined.errors == ()
    assert examined.is_readable
    assert examined.practice is not None


# --- missing and empty sections -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        # nothing has been written yet
        (without("summary"), "1:1 missing-section"),
        (instead("summary", "summary:"), "3:1 missing-section"),
        (instead("summary", "summary: ~"), "3:1 missing-section"),
        (instead("costs", "costs:"), "6:1 missing-section"),
        (instead("costs", "costs:\n- item:\n  amount:\n- source:"), "6:1 missing-section"),
        (instead("business", "business_model: {target_consumer: }"), "8:1 missing-section"),
        # the field is there, and holds nothing
        (instead("summary", "summary: ''"), "3:1 empty-section"),
        (instead("summary", "summary: |\n  \n"), "3:1 empty-section"),
        (instead("costs", "costs: []"), "6:1 empty-section"),
        (instead("costs", "costs: ['']"), "6:1 empty-section"),
        (instead("tasks", "tasks: ['', '']"), "5:1 empty-section"),
        (instead("business", "business_model: {target_consumer: ''}"), "8:1 empty-section"),
        # there is something, but not what the form asks for
        (instead("costs", "costs: [{amount: 5}]"), "6:1 empty-section"),
        (instead("business", "business_model: {key_resources: зал}"), "8:1 empty-section"),
    ],
)
def test_a_required_section_that_stays_empty_is_found_at_its_key(check, text, finding):
    assert check.found(text) == [finding]


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        (
            without("summary"),
            "section 2 of prize, “Суть практики”, is missing",
            "write what belongs there under `summary`",
        ),
        (
            without("business_model"),
            "section – of prize, “Модель”, is missing",
            "write what belongs there under `business_model`",
        ),
        (
            without("goals"),
            "in section 3 of prize, “Цель и задачи”, the part “Цель” is missing",
            "write what belongs there under `goals`",
        ),
        (
            without("tasks"),
            "in section 3 of prize, “Цель и задачи”, the part “Задачи” is missing",
            "write what belongs there under `tasks`",
        ),
        (
            without("goals", "tasks"),
            "section 3 of prize, “Цель и задачи”, is missing",
            "write what belongs there under `goals`, `tasks`",
        ),
        (
            without("costs"),
            "in section 4 of prize, “Деньги”, the part “Затраты, статьи” is missing",
            "write what belongs there under `costs`",
        ),
        (
            without("funding_source"),
            "in section 4 of prize, “Деньги”, the part “Источник” is missing",
            "write what belongs there under `funding_source`",
        ),
    ],
)
def test_a_section_is_named_by_number_and_heading_and_a_part_by_its_label(
    check, text, message, advice
):
    assert check.said(text) == [message]
    assert check.advised(text) == [advice]


def test_parts_without_a_label_are_named_by_their_section(check):
    assert check.said("passport: 1\ntitle: Клуб\nproblems: [а]\n", "project-passport")[:2] == [
        "section 2 of project-passport, “Наименование региона, в котором была реализована "
        "практика”, is missing",
        "section 3 of project-passport, “Предпосылки реализации”, is missing",
    ]


def test_a_section_is_missing_in_russian_too(check):
    for text in (without("tasks"), without("summary"), instead("summary", "summary: ''")):
        found = check(text).findings[0]
        assert found.help is not None
        message, advice = map(translator("ru"), (found.message, found.help))
        names = {"prize", "tasks", "summary"}
        assert set(re.findall("[A-Za-z]+", message + advice)) <= names
        assert "«Цель и задачи»" in message or "«Суть практики»" in message


def test_what_is_missing_is_an_error_that_a_draft_forgives(check):
    examined = check(instead("summary", "summary: ''\nnonsense: 1"))
    assert [finding.rule for finding in examined.errors] == ["empty-section", "unknown-field"]
    assert [f.rule for f in examined.errors if f.rule not in FORGIVEN_IN_DRAFT] == ["unknown-field"]


def test_a_section_that_is_not_required_may_be_missing(check):
    assert check.found(instead("costs", "costs: [Зал]\nlinks: []")) == []


def test_each_form_is_asked(check):
    text = without("summary")
    assert check.said(text, "prize", "practice-passport")[0].startswith("section 2 of prize")
    assert any(
        "section 13 of practice-passport" in line for line in check.said(text, "practice-passport")
    )


# --- what one form gets in other words ----------------------------------------------------


def test_words_for_a_form_fill_its_section(check):
    assert check.found(without("summary") + "for: {prize: {summary: Иначе}}\n") == []


def test_words_for_another_form_do_not(check):
    text = without("summary") + "for: {algorithm: {summary: Иначе}}\n"
    assert check.found(text) == ["1:1 missing-section"]


def test_a_section_emptied_for_a_form_is_found_where_that_is_said(check):
    text = FULL + "for:\n  prize:\n    summary: ''\n"
    assert check.found(text) == ["11:5 empty-section"]


# --- what is spoilt is not missing besides ------------------------------------------------


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (instead("summary", "summary: [Соседи]"), ["3:10 wrong-type"]),
        (instead("tasks", "tasks: {а: б}"), ["5:8 wrong-type"]),
        (instead("tasks", "tasks: [[а], ~]"), ["5:9 wrong-type", "5:14 empty-section"]),
        (instead("costs", "costs: Зал"), ["6:8 wrong-type"]),
        (instead("costs", "costs: [{itme: Зал}]"), ["6:10 unknown-field"]),
        (instead("business", "business_model: {target: все}"), ["8:18 unknown-field"]),
        (FULL + "for: {prize: {summary: [а]}}\n", ["9:24 wrong-type"]),
    ],
)
def test_a_spoilt_field_is_not_missing_besides(check, text, findings):
    assert check.found(text) == findings


def test_a_misspelt_field_leaves_its_section_missing(check):
    assert check.found(instead("summary", "sumary: Соседи.")) == [
        "1:1 missing-section",
        "3:1 unknown-field",
    ]


# --- unknown forms ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "finding", "advice"),
    [
        ("forms: [prise]", "9:9 unknown-form", "did you mean “prize”?"),
        ("forms: practice-pasport", "9:8 unknown-form", "did you mean “practice-passport”?"),
        (
            "forms:\n- prize\n- smeta",
            "11:3 unknown-form",
            f"the forms are: {', '.join(sorted([*Catalogue().names(), 'prize']))}",
        ),
        ("for:\n  algoritm: {summary: а}", "10:3 unknown-form", "did you mean “algorithm”?"),
        ("forms: [[а], prize, prise]", "9:21 unknown-form", "did you mean “prize”?"),
    ],
)
def test_a_form_that_there_is_none_of_is_found_where_it_is_named(check, text, finding, advice):
    assert check.found(FULL + text + "\n")[-1] == finding
    assert check.advised(FULL + text + "\n")[-1] == advice


def test_known_forms_may_be_named(check):
    assert check.found(FULL + "forms: [prize, algorithm]\nfor: {prize: {}}\n") == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("forms: algorithm", ["algorithm"]),
        ("forms: [prize, prise]", ["prize", "prise"]),
        ("forms: [prize, [а], ~]", ["prize"]),
        ("forms: []", None),
        ("forms:", None),
        ("forms: {prize: 1}", None),
        ("", None),
        ("- список", None),
        ("forms: [", None),
    ],
)
def test_a_file_says_which_forms_it_is_meant_for(text, forms):
    assert wanted_forms(read(text.encode(), "клуб.yaml")) == forms


# --- unplaced words -----------------------------------------------------------------------


def test_each_unplaced_text_is_a_warning_at_its_place(check):
    text = FULL + "unplaced:\n- text: одни слова\n- {from: а.docx, text: другие}\n"
    examined = check(text)
    assert check.found(text) == ["10:3 unplaced-text", "11:3 unplaced-text"]
    assert {finding.severity for finding in examined.findings} == {Severity.WARNING}
    assert examined.errors == ()


def test_unplaced_words_are_found_at_their_own_place_beside_a_broken_one(check):
    text = FULL + "unplaced:\n- from: а.docx\n- text: слова\n"
    assert check.found(text) == ["10:3 missing-field", "11:3 unplaced-text"]


# --- all at once --------------------------------------------------------------------------


def test_everything_is_found_in_one_go_and_in_the_order_of_the_file(check):
    text = """\
passport: 1
title: Клуб
tasks: [обучить, ]
unplaced: [{text: а}]
goals: ''
costs: Зал
funding_source:
titel: Клуб
forms: [prise]
business_model:
  target_consumer: соседи
  traget: все
title: Клуб
"""
    assert check.found(text) == [
        "1:1 missing-section",
        "4:12 unplaced-text",
        "5:1 empty-section",
        "6:8 wrong-type",
        "8:1 unknown-field",
        "9:9 unknown-form",
        "12:3 unknown-field",
        "13:1 duplicate-key",
    ]


def test_without_forms_only_what_every_practice_must_be_is_checked(catalogue):
    source = read(b"passport: 1\ntitle: a\nforms: [card]\nzzz: 1\n", "a.yaml")
    rules = [finding.rule for finding in examine(source, [], catalogue=catalogue).findings]
    assert rules == ["unknown-form", "unknown-field"]


def test_a_file_that_cannot_be_read_has_the_findings_of_the_reader_and_no_practice(check):
    examined = check("passport: 1\ntitle: [\n")
    assert not examined.is_readable
    assert examined.practice is None
    assert [finding.rule for finding in examined.findings] == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("{}", ["1:1 missing-field", "1:1 format-version"]),
        ("passport: 2\ntitle: Клуб\n", ["1:11 format-version"]),
        ("passport: 1\ntitel: Клуб\n", ["1:1 missing-field", "2:1 unknown-field"]),
    ],
)
def test_what_is_no_practice_is_checked_for_all_the_rest_too(check, text, findings):
    assert check(text).practice is None
    found = check.found(text)
    missing = [each for each in found if each.endswith(" missing-section")]
    assert missing
    assert [each for each in found if each not in missing] == findings


# --- whatever an author does to a file ----------------------------------------------------


@law
@given(
    at=st.integers(0, len(FULL)),
    gone=st.integers(0, 12),
    typed=st.text("ab: -[]{}'\"\n\t&*#|>,!~1яФ", max_size=6),
)
def test_a_damaged_file_is_examined_to_the_end(catalogue, at, gone, typed):
    source = read((FULL[:at] + typed + FULL[at + gone :]).encode(), "клуб.yaml")
    examined = examine(source, [catalogue.form("prize")], catalogue=catalogue)
    assert examined.practice is not None or examined.errors
    for finding in examined.findings:
        assert finding.place is not None
        assert finding.place.line <= len(source.lines)
        assert all(isinstance(it, str | int | Message) for it in finding.message.values.values())
