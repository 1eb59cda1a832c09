"""What is asked, in which order, and when a file has the answer."""

from textwrap import dedent

import pytest

from passportkit.forms import Catalogue, Form
from passportkit.forms.answers import Answer, row_of, tidy
from passportkit.forms.loading import load_form
from passportkit.forms.questions import Question, questions_of, unanswered
from passportkit.forms.scaffold import scaffold
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Practice
from passportkit.rules import examine
from passportkit.source import Source, parse, read
from tests.forms.answered import answered

CATALOGUE = Catalogue()
NAMES = CATALOGUE.names()
CHOICES = [*([name] for name in NAMES), NAMES, NAMES[::-1]]

every_choice = pytest.mark.parametrize("names", CHOICES, ids="+".join)


def chosen(names: list[str]) -> list[Form]:
    return [CATALOGUE.form(name) for name in names]


def form_of(sections: str) -> Form:
    head = "form: prize\nversion: 1\ntitle: Премия\nsource: придумана\nsections:\n"
    form = load_form(read((head + dedent(sections)).encode(), "form.yaml"), BUILT_IN).value
    assert form is not None
    return form


def asked(form: Form, *others: Form) -> list[str]:
    """Return the questions on a line each: where the answer goes, and how it is typed."""
    lines = []
    for each in questions_of([form, *others]):
        fields = ", ".join(".".join(map(str, field.route)) for field in each.fields)
        kind = f"* {fields}".rstrip() if each.rows else ""
        lines.append(f"{each.rows or '.'.join(map(str, each.route))}{kind}")
    return lines


def begun(names: list[str]) -> str:
    return scaffold("Клуб", chosen(names), translator("en"))


def source_of(text: str) -> Source:
    return read(text.encode(), "клуб.yaml")


def data(text: str):
    found = source_of(text).data
    assert found is not None
    return found


def write(text: str, question: Question, value: Answer) -> str:
    return answered(source_of(text), question, value).text


def example(question: Question) -> object:
    values = [
        [field.examples[0]] if field.is_list else (field.examples or ("Слова: так",))[0]
        for field in question.fields
    ]
    return [row_of(question, values)] if question.rows else str(values[0])


def question(name: str, form: str = "practice-passport") -> Question:
    every = questions_of([CATALOGUE.form(form)])
    return next(each for each in every if name in (each.rows, ".".join(map(str, each.route))))


# --- what is asked ------------------------------------------------------------------------


def test_a_form_asks_in_its_own_order_and_the_title_is_known():
    form = form_of("""\
    - {number: 1, heading: Название, show: title}
    - {number: 2, heading: Суть, show: summary}
    - {number: 3, heading: До, show: situation-before}
    - number: 4
      heading: Охват и деньги
      blocks:
      - {record: audience, columns: [{heading: а, show: involved}, {heading: б, show: affected}]}
      - rows: costs
        columns: [{heading: в, show: item-with-details}, {heading: г, show: amount}]
        total: {label: ВСЕГО, show: costs-total}
      - parts: [{label: "I", show: stages.1}, {label: "II", show: stages.2}]
    - {number: 5, heading: Заявка, show: applications.last.status}
    - {number: 6, heading: Возможности, rows: opportunities, columns: [{heading: д, show: text}]}
    - {number: 7, heading: Снова суть, show: summary}
    """)
    assert asked(form) == [
        "summary",
        "situation_before",
        "audience.involved",
        "audience.affected",
        "costs* item, details, amount",
        "stages.0.period",
        "stages.0.description",
        "stages.1.period",
        "stages.1.description",
        "applications.-1.status",
        "opportunities*",
    ]


def test_a_list_of_records_is_asked_as_a_text_only_where_it_may_be_one():
    form = form_of("""\
    - {number: 1, heading: Риски, show: risks}
    - {number: 2, heading: Группы, show: target_groups}
    - {number: 3, heading: Задачи, show: tasks}
    """)
    assert asked(form) == ["risks", "target_groups* name, size", "tasks*"]


def test_what_another_form_shows_as_a_table_is_asked_with_all_columns():
    first = form_of("- {number: 1, heading: Ресурсы, show: resources}")
    second = form_of("""\
    - number: 1
      heading: Ресурсы
      rows: resources
      columns: [{heading: Что, show: description}]
    """)
    third = form_of("""\
    - number: 1
      heading: Ресурсы
      rows: resources
      columns: [{heading: Для чего, show: purpose}]
    """)
    assert asked(first) == ["resources"]
    assert asked(first, second, third) == ["resources* description, purpose"]
    assert questions_of([first, second])[0].form is first


def test_acts_are_asked_for_each_table():
    form = CATALOGUE.form("project-passport")
    assert [line for line in asked(form) if line.startswith("acts")] == [
        "acts.adopted* act, adopted.result",
        "acts.amended* act, amended.changes, amended.result",
    ]


def test_a_field_has_the_words_of_the_form_and_those_of_the_model_where_they_are_needed():
    item, details, amount, source = question("costs").fields
    assert (item.label, item.title) == ("Статья затрат", "Item of expense")
    assert (details.title, details.is_list) == ("Details of the item", True)
    assert (amount.label, amount.title, amount.is_line) == ("Объем затрат", "", True)
    assert source.examples == ("Бюджет города",)
    goals = question("goals").fields[0]
    assert (goals.label, str(goals.hint)[:17]) == ("Цель практики –", "What is to change")


def test_the_words_of_a_form_go_before_those_of_the_model():
    form = form_of("- {number: 1, heading: Суть, show: summary, hint: Два предложения}")
    field = questions_of([form])[0].fields[0]
    assert (field.label, field.title, field.hint) == ("", "", "Два предложения")


@every_choice
def test_everything_that_a_scaffold_waits_for_is_asked(names):
    asked = {each.route[0] for each in questions_of(chosen(names))}
    assert asked == set(data(begun(names))) - {"passport", "title", "forms"}


# --- what is answered ---------------------------------------------------------------------


@every_choice
def test_nothing_is_answered_in_a_scaffold(names):
    every = questions_of(chosen(names))
    assert unanswered(every, data(begun(names))) == every


@every_choice
def test_whoever_answers_everything_lacks_nothing(names):
    text = begun(names)
    for each in questions_of(chosen(names)):
        text = write(text, each, example(each))
    assert unanswered(questions_of(chosen(names)), data(text)) == ()
    examined = examine(source_of(text), chosen(names), catalogue=CATALOGUE)
    rules = {finding.rule for finding in examined.findings}
    assert not rules & {"missing-section", "empty-section", "wrong-type", "unknown-field"}


@every_choice
def test_a_scaffold_keeps_its_comments_and_its_order(names):
    before = begun(names)
    after = before
    for each in questions_of(chosen(names)):
        after = write(after, each, example(each))
    lines = iter(after.splitlines())
    comments = [line for line in before.splitlines() if line.lstrip().startswith("#")]
    assert all(comment in lines for comment in comments)
    assert list(data(after)) == list(data(before))


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("costs:", False),
        ("costs: []", False),
        ("costs:\n- item:\n  amount:", False),
        ("costs:\n- item: а", True),
        ("costs: не считали", True),
        ("for: {practice-passport: {costs: [{item: а}]}}", True),
        ("for: {algorithm: {costs: [{item: а}]}}", False),
    ],
)
def test_rows_are_an_answer_if_one_of_them_has_a_word(text, answered):
    assert question("costs").is_answered(data(text)) is answered


@pytest.mark.parametrize(
    ("text", "adopted", "amended"),
    [
        ("acts:\n- act: а\n  adopted:", True, False),
        ("acts:\n- act: а\n  amended: {changes: б}", False, True),
        ("acts:\n- act:\n  adopted:\n- {act: а, amended: {changes: б}}", False, True),
    ],
)
def test_an_act_answers_the_table_that_shows_it(text, adopted, amended):
    found = [
        question(f"acts.{kind}", "project-passport").is_answered(data(text))
        for kind in ("adopted", "amended")
    ]
    assert found == [adopted, amended]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("audience:", False),
        ("audience: {involved: }", False),
        ("audience: {involved: 5}", True),
        ("audience: {affected: 5}", False),
        ("audience: 5 чел.", True),
    ],
)
def test_a_text_in_place_of_a_record_answers_for_all_of_it(text, answered):
    assert question("audience.involved").is_answered(data(text)) is answered


# --- what is typed ------------------------------------------------------------------------


def test_an_answer_is_tidied():
    assert tidy("  а \n\n\n б  ") == "а\n б"
    assert tidy(" \n ") is None
    assert tidy(["", " а"]) == ["а"]
    assert tidy([" "]) is None


def test_one_goal_is_a_text_and_several_are_a_list():
    assert write("goals:\n", question("goals"), ["а"]) == "goals: а\n"
    assert write("goals:\n", question("goals"), ["а", "б"]) == "goals:\n  - а\n  - б\n"


def test_all_answers_fit_the_model():
    text = begun(NAMES)
    for each in questions_of(chosen(NAMES)):
        text = write(text, each, example(each))
    assert parse(Practice, data(text)).findings == ()
