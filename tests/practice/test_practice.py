"""The practice: strict about keys, generous about spelling."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.practice import Practice
from passportkit.source import Parsed, parse, read
from passportkit.text import canonical
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(50))

HEAD = "passport: 1\ntitle: Клуб\n"


def parsed(text: str) -> Parsed[Practice]:
    return parse(Practice, read((HEAD + text).encode(), "клуб.yaml").data or {})


def practice(text: str) -> Practice:
    value = parsed(text).value
    assert value is not None
    assert parsed(text).findings == ()
    return value


def found(text: str, head: str = HEAD) -> list[str]:
    """Return what is found in a practice, its lines counted behind the first two."""
    source = read((head + text).encode(), "клуб.yaml")
    located = [source.locate(each) for each in parse(Practice, source.data or {}).findings]
    above = head.count("\n")
    return [
        f"{f.place.line - above}:{f.place.column} {f.rule} {f.message}" for f in located if f.place
    ]


# --- the head of the file -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("title: Клуб\npassport: 1\n", []),
        ("passport: '1'\ntitle: 2018\n", []),
        ("title: Клуб\n", ["1:1 format-version the version of the format is not given"]),
        ("passport:\ntitle: Клуб\n", ["1:1 format-version the version of the format is not given"]),
        (
            "passport: 2\ntitle: Клуб\n",
            ["1:11 format-version version “2” of the format is unknown here"],
        ),
        (
            "passport: [1]\ntitle: Клуб\n",
            ["1:11 wrong-type a list stands here instead of a text"],
        ),
        ("passport: 1\n", ["1:1 missing-field the field “title” is missing"]),
        ("passport: 1\ntitle:\n", ["2:1 missing-field the field “title” is missing"]),
        ("passport: 1\ntitle: '  '\n", ["2:8 missing-field the field “title” is missing"]),
        (
            "passport: 1\ntitle: {a: б}\n",
            ["2:8 wrong-type a mapping with keys stands here instead of a text"],
        ),
    ],
)
def test_a_practice_begins_with_its_version_and_its_title(text, findings):
    assert found(text, head="") == findings


# --- strict about keys --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("titel: Клуб", "1:1 unknown-field there is no field “titel” here"),
        ("Цель: помочь", "1:1 unknown-field there is no field “Цель” here"),
        ("for_: {}", "1:1 unknown-field there is no field “for_” here"),
        ("results:\n- indikator: x", "2:3 unknown-field there is no field “indikator” here"),
        ("costs: [{item: x, sum: 5}]", "1:19 unknown-field there is no field “sum” here"),
        ("business_model: {target: x}", "1:18 unknown-field there is no field “target” here"),
        (
            "acts:\n- act: x\n  adopted: {changes: y}",
            "3:13 unknown-field there is no field “changes” here",
        ),
        (
            "for:\n  algorithm:\n    gaols: x",
            "3:5 unknown-field there is no field “gaols” here",
        ),
        (
            "for:\n  algorithm:\n    passport: 1",
            "3:5 unknown-field there is no field “passport” here",
        ),
        ("unplaced:\n- {origin: x, text: y}", "2:4 unknown-field there is no field “origin” here"),
    ],
)
def test_a_key_that_nobody_knows_is_found_at_every_level(text, finding):
    assert found(text) == [finding]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("titel: x", "did you mean “title”?"),
        ("situation-before: x", "did you mean “situation_before”?"),
        ("contact: []", "did you mean “contacts”?"),
        ("contacts:\n- {phone: x}", "did you mean “phones”?"),
        ("resources:\n- {purpuse: x}", "did you mean “purpose”?"),
        ("for:\n  algorithm:\n    goal: x", "did you mean “goals”?"),
    ],
)
def test_a_key_that_is_nearly_known_is_named(text, meant):
    assert [str(finding.help) for finding in parsed(text).findings] == [meant]


# --- list or prose ------------------------------------------------------------------------

EITHER = (
    *("problems", "opportunities", "approaches", "goals", "tasks"),
    *("resources", "mechanisms", "risks", "team"),
)


@pytest.mark.parametrize("field", EITHER)
def test_some_fields_take_a_list_or_one_text(field):
    assert getattr(practice(f"{field}: Риски отсутствуют"), field) == "Риски отсутствуют"
    assert len(getattr(practice(f"{field}:\n- первое\n- второе"), field)) == 2
    assert getattr(practice(f"{field}:"), field) is None


@pytest.mark.parametrize("field", EITHER)
def test_rows_are_never_invented_from_prose(field):
    prose = "- первое\n- второе"
    assert getattr(practice(f"{field}: |\n  - первое\n  - второе"), field) == prose


@pytest.mark.parametrize("field", ["resources", "risks", "team"])
def test_a_mapping_where_a_list_of_records_belongs_is_told_so(field):
    assert found(f"{field}: {{name: x}}") == [
        f"1:{len(field) + 3} wrong-type a mapping with keys stands here instead of a list"
    ]


@pytest.mark.parametrize("field", ["results", "participants", "activities", "costs", "contacts"])
def test_a_table_takes_no_prose(field):
    assert found(f"{field}: много") == [
        f"1:{len(field) + 3} wrong-type a text stands here instead of a list"
    ]


# --- shorthand ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("audience: 5 чел.", {"audience": {"involved": "5 чел."}}),
        ("organization: АНО «Центр»", {"organization": {"name": "АНО «Центр»"}}),
        ("stages: [2019 год]", {"stages": [{"period": "2019 год"}]}),
        ("results: [Реестр создан]", {"results": [{"indicator": "Реестр создан"}]}),
        ("participants: [Жители]", {"participants": [{"name": "Жители"}]}),
        ("activities: [Форум]", {"activities": [{"description": "Форум"}]}),
        ("resources: [Зал]", {"resources": [{"description": "Зал"}]}),
        ("risks: [Спад]", {"risks": [{"description": "Спад"}]}),
        ("beneficiaries: [Жители]", {"beneficiaries": [{"group": "Жители"}]}),
        ("links: ['https://a.example.org']", {"links": [{"url": "https://a.example.org"}]}),
        ("contacts: [Анна]", {"contacts": [{"name": "Анна"}]}),
        ("team: [Анна]", {"team": [{"name": "Анна"}]}),
        ("costs: [Зал]", {"costs": [{"item": "Зал"}]}),
        ("acts: [Приказ № 5]", {"acts": [{"act": "Приказ № 5"}]}),
        ("target_groups: [Дети]", {"target_groups": [{"name": "Дети"}]}),
        ("applications: [Конкурс]", {"applications": [{"contest": "Конкурс"}]}),
        ("indicators: [Доля]", {"indicators": [{"name": "Доля"}]}),
        (
            "contacts: [{phones: 8 000, emails: a@b}]",
            {"contacts": [{"phones": ["8 000"], "emails": ["a@b"]}]},
        ),
        ("costs: [{details: Кружки}]", {"costs": [{"details": ["Кружки"]}]}),
        ("forms: algorithm", {"forms": ["algorithm"]}),
    ],
)
def test_a_text_alone_stands_for_a_record_or_a_list_of_one(text, values):
    data = practice(text).model_dump(exclude_none=True, include=set(values))
    assert data == values


def test_an_act_of_which_nothing_more_is_said_is_adopted():
    acts = practice("acts:\n- act: Приказ № 5\n  adopted:\n- act: Приказ № 6\n").acts or []
    assert [act.adopted is not None for act in acts] == [True, False]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [("да", True), ("Да", True), ("нет", False), ("true", True), ("no", False), ("", None)],
)
def test_consent_is_yes_or_no_in_either_language(word, meaning):
    contacts = practice(f"contacts:\n- name: Анна\n  consent: {word}\n").contacts or []
    assert contacts[0].consent is meaning


def test_consent_is_nothing_else():
    assert found("contacts:\n- name: Анна\n  consent: может\n") == [
        "3:12 wrong-type “может” is neither yes nor no"
    ]


# --- words first --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("period: 2018", "2018"),
        ("period: бессрочно", "бессрочно"),
        ("budget: 1_000", "1_000"),
        ("budget: 721,4 тыс. руб. ежегодно (из сметы)", "721,4 тыс. руб. ежегодно (из сметы)"),
        ("costs_total: 0123", "0123"),
        ("territory: 12:30", "12:30"),
        ("funding_source: нет", "нет"),
        ("summary: 01.09.2019", "01.09.2019"),
        ("summary: |\n  первая\n\n    вторая\n", "первая\n  вторая"),
        ("summary: '{{ 7*7 }} & <b> ]]>'", "{{ 7*7 }} & <b> ]]>"),
    ],
)
def test_what_was_typed_is_kept_to_the_letter(text, words):
    assert getattr(practice(text), text.partition(":")[0]) == words


@law
@given(st.text(max_size=40))
def test_words_are_kept_in_canonical_form(words):
    value = Practice.model_validate(
        {"passport": "1", "title": "Клуб", "summary": words, "period": words, "goals": [words]}
    )
    assert (value.summary, value.period, value.goals) == (canonical(words),) * 2 + (
        [canonical(words)],
    )


def test_a_practice_is_a_value():
    with pytest.raises(ValueError, match="frozen"):
        practice("summary: x").title = "Другой"  # type: ignore[misc]


# --- what single forms want otherwise -----------------------------------------------------

FOR = """\
summary: Для всех
tasks: [одна, две]
for:
  algorithm:
    summary: Для алгоритма
    title: Клуб соседей
  project-passport:
    tasks: Проза
    goals:
"""


def test_a_form_sees_its_own_words():
    seen = practice(FOR).seen_by("algorithm")
    assert (seen.title, seen.summary, seen.tasks) == (
        "Клуб соседей",
        "Для алгоритма",
        ["одна", "две"],
    )


def test_other_forms_see_what_holds_for_all():
    own = practice(FOR)
    assert own.seen_by("practice-passport") is own
    assert own.seen_by("project-passport").summary == "Для всех"
    assert practice("summary: x").seen_by("algorithm").summary == "x"


def test_words_for_a_form_may_be_prose_where_the_others_have_a_list():
    assert practice(FOR).seen_by("project-passport").tasks == "Проза"


@pytest.mark.parametrize(
    ("form", "field", "route"),
    [
        ("algorithm", "summary", ("for", "algorithm", "summary")),
        ("algorithm", "tasks", ("tasks",)),
        ("project-passport", "goals", ("for", "project-passport", "goals")),
        ("practice-passport", "summary", ("summary",)),
        (None, "summary", ("summary",)),
    ],
)
def test_it_is_known_where_the_file_says_what_a_form_shows(form, field, route):
    assert practice(FOR).route_of(form, field) == route


# --- what came in with a document ---------------------------------------------------------


def test_unplaced_words_keep_where_they_came_from():
    unplaced = (
        practice("unplaced:\n- {from: паспорт.docx, text: слова}\n- text: ещё").unplaced or []
    )
    assert [(each.origin, each.text) for each in unplaced] == [
        ("паспорт.docx", "слова"),
        (None, "ещё"),
    ]


def test_unplaced_words_without_words_do_not_spoil_the_practice():
    broken = parsed("summary: x\nunplaced:\n- from: паспорт.docx\n- text: ещё\n")
    assert [finding.rule for finding in broken.findings] == ["missing-field"]
    assert broken.value is not None
    assert broken.value.summary == "x"
    assert [each.text for each in broken.value.unplaced or ()] == ["ещё"]
