"""Binding: a form and a practice in, plain words by key out."""

from typing import Any

import pytest

from passportkit.forms import Catalogue, DraftMark, Filled, Form, Hint, bind, blank, missing
from passportkit.forms.filled import FilledValue
from passportkit.forms.loading import load_form
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Practice
from passportkit.practice.passport_rows import Stage
from passportkit.practice.results import Result
from passportkit.source import parse, read
from passportkit.stamp import Stamp, hash_of, hash_of_row

CATALOGUE = Catalogue()

SMALL = """\
passport: 1
title: Соседские клубы
territory: Красноярский край, город Светлоречье
goals: дать соседям место для встреч
tasks: [обучить ведущих;, открыть клубы.]
problems: [Негде встречаться, Некому вести]
opportunities: В городе есть **центр** добровольчества.
results:
- {indicator: Число клубов, unit: шт., value: 12}
- Создан реестр ведущих
audience: {involved: 5 чел., affected: более 100}
business_model: {key_resources: Помещения библиотек}
stages: [2019 год, {period: 2020 год, description: Открытие}]
acts:
- {act: Постановление № 214, adopted: Дано право на помещения}
- {act: Постановление № 300, amended: {changes: Добавлен раздел}}
costs:
- {item: Кружки, details: [50 шт., с рисунком], amount: '99 000,00'}
- {item: Зал, amount: 1 000}
contacts:
- {name: Светлова Анна, position: директор, phones: [8 000, 8 001], emails: centr@example.org}
"""


def practice(text: str) -> Practice:
    source = read(text.encode(), "клуб.yaml")
    parsed = parse(Practice, source.data or {})
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value


def form(sections: str, **head: Any) -> Form:
    lines = ["form: prize", "version: 1", "title: Премия", "source: придумана"]
    lines += [f"{key.replace('_', '-')}: {value}" for key, value in head.items()]
    text = "\n".join([*lines, "sections:", sections])
    loaded = load_form(read(text.encode(), "form.yaml"), BUILT_IN)
    assert [str(finding.message) for finding in loaded.findings] == []
    assert loaded.value is not None
    return loaded.value


def official(name: str, text: str = SMALL, *, draft: bool = False) -> Filled:
    return bind(CATALOGUE.form(name), practice(text), draft=draft)


def rows(value: FilledValue) -> list[dict[str, str]]:
    assert not isinstance(value, str)
    return [dict(row) for row in value]


# --- texts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "key", "text"),
    [
        ("practice-passport", "title", "Соседские клубы"),
        ("practice-passport", "territory", "Красноярский край, город Светлоречье"),
        ("practice-passport", "goals", "дать соседям место для встреч"),
        ("practice-passport", "tasks", "- обучить ведущих;\n- открыть клубы."),
        ("practice-passport", "period", ""),
        ("practice-passport", "costs_total", "100\N{NO-BREAK SPACE}000,00"),
        ("algorithm", "stages_1", "2019 год"),
        ("algorithm", "stages_2", "2020 год\nОткрытие"),
        ("algorithm", "stages_3", ""),
        ("algorithm", "budget_in_thousands", "100"),
        ("project-passport", "business_model_key_resources", "Помещения библиотек"),
        ("project-passport", "business_model_target_consumer", ""),
    ],
)
def test_a_text_stands_under_the_name_of_what_it_shows(name, key, text):
    assert official(name).values[key] == text


def test_a_filled_form_has_the_title_of_the_practice():
    assert official("algorithm").title == "Соседские клубы"


def test_every_place_of_a_form_has_its_key():
    assert list(official("project-passport").values) == [
        *("title", "territory", "preconditions", "problems", "opportunities", "results"),
        *("participants", "business_model_target_consumer", "business_model_consumer_problem"),
        *("business_model_value_proposition", "business_model_key_resources"),
        *("business_model_key_processes", "activities", "acts_adopted", "acts_amended"),
        *("beneficiaries", "costs", "contacts"),
    ]


def test_what_is_shown_twice_has_two_keys():
    twice = form(
        "- {heading: А, show: title}\n- {heading: Б, parts: [{label: в, show: title}]}\n"
        "- {heading: Г, show: tasks}\n- {heading: Д, rows: tasks, columns: ["
        "{heading: е, show: text}, {heading: ж, show: text}]}"
    )
    values = bind(twice, practice(SMALL)).values
    assert list(values) == ["title", "title_2", "tasks", "tasks_2"]
    assert rows(values["tasks_2"])[0] == {
        "number": "1",
        "text": "обучить ведущих;",
        "text_2": "обучить ведущих;",
    }


def test_what_is_called_number_is_not_taken_for_the_number_of_the_row():
    applications = form(
        "- heading: Заявки\n  rows: applications\n"
        "  columns: [{heading: Конкурс, show: contest}, {heading: №, show: number}]"
    )
    words = "passport: 1\ntitle: К\napplications: [{contest: Первый, number: 19-1-029373}]"
    assert rows(bind(applications, practice(words)).values["applications"]) == [
        {"number": "1", "contest": "Первый", "number_2": "19-1-029373"}
    ]


# --- rows ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        (
            "project-passport",
            "problems",
            [
                {"number": "1.", "text": "Негде встречаться"},
                {"number": "2.", "text": "Некому вести"},
            ],
        ),
        (
            "practice-passport",
            "results",
            [
                {"number": "1", "indicator_and_unit": "Число клубов, шт.", "value": "12"},
                {"number": "2", "indicator_and_unit": "Создан реестр ведущих", "value": ""},
            ],
        ),
        (
            "project-passport",
            "acts_adopted",
            [
                {
                    "number": "1.",
                    "act": "Постановление № 214",
                    "adopted_result": "Дано право на помещения",
                }
            ],
        ),
        (
            "project-passport",
            "acts_amended",
            [
                {
                    "number": "1.",
                    "act": "Постановление № 300",
                    "amended_changes": "Добавлен раздел",
                    "amended_result": "",
                }
            ],
        ),
        (
            "project-passport",
            "costs",
            [
                {
                    "number": "1.",
                    "item_with_details": "Кружки\n50 шт.\nс рисунком",
                    "amount": "99 000,00",
                },
                {"number": "2.", "item_with_details": "Зал", "amount": "1 000"},
            ],
        ),
        (
            "practice-passport",
            "contacts",
            [
                {
                    "number": "1",
                    "name_and_position": "Светлова Анна, директор",
                    "phones_and_emails": "8 000\n8 001\ncentr@example.org",
                }
            ],
        ),
        (
            "project-passport",
            "contacts",
            [
                {
                    "number": "1.",
                    "name_and_position": "Светлова Анна, директор",
                    "phones_and_emails_in_a_line": "8 000, 8 001, centr@example.org",
                }
            ],
        ),
    ],
)
def test_rows_have_a_number_and_their_cells(name, key, expected):
    assert rows(official(name).values[key]) == expected


def test_prose_stands_whole_in_one_row_of_a_table():
    assert rows(official("practice-passport").values["opportunities"]) == [
        {"number": "1", "text": "В городе есть **центр** добровольчества."}
    ]
    text = SMALL + "resources: Зал и команда\n"
    assert rows(official("practice-passport", text).values["resources"]) == [
        {"number": "1", "description": "Зал и команда", "purpose": ""}
    ]


def test_a_table_without_rows_keeps_a_blank_one():
    assert rows(official("practice-passport").values["links"]) == [
        {"number": "", "name": "", "url": ""}
    ]
    assert rows(official("practice-passport", "passport: 1\ntitle: К").values["costs"]) == [
        {"number": "", "item_with_details": "", "amount": "", "source": "", "source|merge": ""}
    ]


def test_a_record_is_one_row():
    [row] = rows(official("practice-passport").values["audience"])
    assert (row["involved"], row["affected"]) == ("5 чел.", "более 100")
    assert row["number"] == ""  # a document has none, and so none comes back


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("'1'", ["1", "2", "3"]),
        ("'1.'", ["1.", "2.", "3."]),
        ("1.1.", ["7.1.", "7.2.", "7.3."]),
        ("none", ["", "", ""]),
    ],
)
def test_rows_are_numbered_in_the_style_of_the_form_or_of_their_block(style, numbers):
    table = "number: 7, heading: А, rows: tasks, columns: [{heading: б, show: text}]"
    tasks = practice("passport: 1\ntitle: К\ntasks: [а, б, в]")
    by_form = bind(form(f"- {{{table}}}", row_number=style), tasks).values["tasks"]
    by_block = bind(form(f"- {{{table}, row-number: {style}}}"), tasks).values["tasks"]
    assert [row["number"] for row in rows(by_form)] == numbers
    assert by_form == by_block


@pytest.mark.parametrize(
    ("sources", "merged"),
    [
        (["а"], ["а "]),
        (["а", "а"], ["а restart", " continue"]),
        (["а", "а", "а"], ["а restart", " continue", " continue"]),
        (["а", "б", "а"], ["а ", "б ", "а "]),
        (["а", "а", "б", "б", "а"], ["а restart", " continue", "б restart", " continue", "а "]),
        (["", "", ""], [" ", " ", " "]),
        (["а", "", "а"], ["а ", " ", "а "]),
        (["", "а", "а", ""], [" ", "а restart", " continue", " "]),
    ],
)
def test_equal_neighbours_are_merged_and_empty_ones_never(sources, merged):
    costs = "\n".join(f"- {{item: x, source: '{source}'}}" for source in sources)
    bound = official("practice-passport", f"passport: 1\ntitle: К\ncosts:\n{costs}")
    assert [
        f"{row['source']} {row['source|merge']}" for row in rows(bound.values["costs"])
    ] == merged


def test_a_source_that_holds_for_all_is_merged_over_all():
    costs = "costs: [а, {item: б, source: Грант}, в, г]"
    text = f"passport: 1\ntitle: К\nfunding_source: Субсидия\n{costs}"
    bound = official("practice-passport", text).values["costs"]
    assert [(row["source"], row["source|merge"]) for row in rows(bound)] == [
        ("Субсидия", ""),
        ("Грант", ""),
        ("Субсидия", "restart"),
        ("", "continue"),
    ]


# --- what one form wants otherwise --------------------------------------------------------


def test_a_form_is_filled_with_its_own_words():
    text = SMALL + "for:\n  algorithm:\n    title: Клубы\n    tasks: Одна задача\n"
    assert official("algorithm", text).values["title"] == "Клубы"
    assert official("algorithm", text).values["tasks"] == "Одна задача"
    assert official("practice-passport", text).values["title"] == "Соседские клубы"
    assert (
        official("practice-passport", text).values["tasks"]
        == official("practice-passport").values["tasks"]
    )


# --- drafts -------------------------------------------------------------------------------

DRAFT = """\
- {heading: А, show: title}
- {heading: Б, show: summary}
- {heading: В, show: concept, required: false}
- {heading: Г, parts: [{label: д, show: goals}, {label: е, show: initiator}]}
- {heading: Ж, rows: tasks, columns: [{heading: з, show: text}]}
- heading: И
  rows: costs
  columns: [{heading: к, show: item}, {heading: л, show: amount, merge: equal}]
  total: {label: м, show: costs-total}
- heading: Н
  required: false
  blocks:
  - {rows: links, columns: [{heading: о, show: url}]}
"""


def test_a_draft_marks_what_is_required_and_empty_and_nothing_else():
    few = practice("passport: 1\ntitle: К\ngoals: есть\nlinks: []\n")
    assert bind(form(DRAFT), few, draft=True).values == {
        "title": "К",
        "summary": "[не заполнено]",
        "concept": "",
        "goals": "есть",
        "initiator": "[не заполнено]",
        "tasks": [{"number": "", "text": "[не заполнено]"}],
        "costs": [{"number": "", "item": "[не заполнено]", "amount": "", "amount|merge": ""}],
        "costs_total": "",
        "links": [{"number": "", "url": ""}],
    }


def test_the_marks_of_a_draft_can_be_told_from_words():
    few = practice("passport: 1\ntitle: К\nsummary: '[не заполнено]'\n")
    values = bind(form(DRAFT), few, draft=True).values
    assert isinstance(values["initiator"], DraftMark)
    assert isinstance(rows(values["tasks"])[0]["text"], DraftMark)
    assert not isinstance(values["summary"], DraftMark)


def test_only_a_draft_is_marked():
    few = practice("passport: 1\ntitle: К\n")
    assert "[не заполнено]" not in str(bind(form(DRAFT), few).values)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ["summary", "goals", "initiator", "tasks", "costs"]),
        ("summary: а\ngoals: [а]\ninitiator: а\ntasks: [а]\ncosts: [а]", []),
        ("summary: ''\ngoals: []\ninitiator:\ntasks: ['']\ncosts: [{item: ''}]", None),
        ("tasks: проза\ncosts: [{source: а}, {amount: 5}]", ["summary", "goals", "initiator"]),
        (
            "for: {prize: {summary: а}, algorithm: {initiator: а}}",
            ["goals", "initiator", "tasks", "costs"],
        ),
    ],
)
def test_what_is_required_and_has_no_word_is_missing(text, keys):
    all_keys = ["summary", "goals", "initiator", "tasks", "costs"]
    lacking = missing(form(DRAFT), practice("passport: 1\ntitle: К\n" + text))
    assert [slot.key for slot in lacking] == (all_keys if keys is None else keys)


# --- blank forms --------------------------------------------------------------------------


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_a_blank_form_has_a_russian_hint_in_every_place_but_a_total(name):
    filled = blank(CATALOGUE.form(name))
    assert filled.title == CATALOGUE.form(name).title
    for key, value in filled.values.items():
        if key == "costs_total":
            assert not value
            continue
        hints = (
            [value]
            if isinstance(value, str)
            else [
                words
                for row in value
                for column, words in row.items()
                if column != "number" and "|" not in column
            ]
        )
        for hint in hints:
            assert isinstance(hint, Hint), key
            assert any("а" <= letter <= "я" for letter in hint.lower()), (key, hint)


def test_a_blank_table_has_one_numbered_row():
    values = blank(CATALOGUE.form("practice-passport")).values
    assert [row["number"] for row in rows(values["results"])] == ["1"]


def test_the_hint_of_a_form_stands_before_that_of_the_field():
    own = form(
        "- {heading: А, show: title, hint: Как в уставе}\n"
        "- {heading: Б, parts: [{label: в, show: goals, hint: Одна}]}\n"
        "- {heading: Г, rows: costs, columns: [{heading: д, show: item, hint: Коротко}]}\n"
        "- {heading: Е, rows: tasks, hint: Три, columns: [{heading: ё, show: text}]}"
    )
    values = blank(own).values
    assert (values["title"], values["goals"]) == ("Как в уставе", "Одна")
    assert rows(values["costs"])[0]["item"] == "Коротко"
    assert rows(values["tasks"])[0]["text"] == "Три"


def test_a_cell_of_several_fields_has_a_hint_of_its_own_or_that_of_the_first():
    values = blank(
        form(
            "- {heading: А, show: stages.1}\n"
            "- {heading: Б, rows: results, columns: [{heading: в, show: indicator-and-unit}]}"
        )
    ).values
    russian = translator("ru")
    first = Stage.model_fields["period"].description
    assert values["stages_1"] == russian(first or "")
    own = Result.views["indicator-and-unit"].hint
    assert rows(values["results"])[0]["indicator_and_unit"] == russian(own)


# --- a form that mixes what no official form mixes ----------------------------------------

MIXED = """\
- number: 2
  heading: Команда и деньги
  note: Всё сразу
  blocks:
  - {caption: 'Охват:', record: audience, row-number: none, columns: [{heading: а, show: affected}]}
  - {parts: [{label: 'Цель:', show: goals}, {label: 'Второй этап:', show: stages.2.description}]}
  - {show: situation-after}
  - caption: Смета
    rows: costs
    columns:
    - {heading: в, show: item}
    - {heading: г, show: details, merge: equal}
    - {heading: д, show: amount}
    total: {label: ВСЕГО, show: costs-total}
  - rows: acts
    row-number: '1.'
    columns: [{heading: е, show: act}, {heading: ж, show: amended.changes}]
- heading: Без номера
  rows: contacts
  columns: [{heading: з, show: emails}, {heading: и, show: name}]
- {number: 3, heading: Кто, show: contacts.1.name-and-position}
"""

GRID = "- {group: Часть, number: '1'}\n" + MIXED


@pytest.mark.parametrize(
    "mixed",
    [
        form(MIXED, row_number="1.1."),
        form(GRID, row_number="1.1.", layout="grid", grid="{columns: [№, Пункт, Ответ]}"),
    ],
    ids=["sections", "grid"],
)
def test_a_form_may_mix_any_blocks(mixed):
    text = SMALL + "indicators: [{name: Доля, after: 10 %}]\n"
    assert bind(mixed, practice(text)).values == {
        "audience": [{"number": "", "affected": "более 100"}],
        "goals": "дать соседям место для встреч",
        "stages_2_description": "Открытие",
        "situation_after": "- Доля –\N{NO-BREAK SPACE}10 %",
        "costs": [
            {
                "number": "2.1.",
                "item": "Кружки",
                "details": "- 50 шт.\n- с рисунком",
                "details|merge": "",
                "amount": "99 000,00",
            },
            {
                "number": "2.2.",
                "item": "Зал",
                "details": "",
                "details|merge": "",
                "amount": "1 000",
            },
        ],
        "costs_total": "100\N{NO-BREAK SPACE}000,00",
        "acts": [
            {"number": "1.", "act": "Постановление № 214", "amended_changes": ""},
            {"number": "2.", "act": "Постановление № 300", "amended_changes": "Добавлен раздел"},
        ],
        "contacts": [{"number": "1.", "emails": "centr@example.org", "name": "Светлова Анна"}],
        "contacts_1_name_and_position": "Светлова Анна, директор",
    }


def test_a_form_that_mixes_blocks_has_a_blank_and_a_draft():
    mixed = form(MIXED, row_number="1.1.")
    assert set(blank(mixed).values) == set(bind(mixed, practice(SMALL)).values)
    draft = bind(mixed, practice("passport: 1\ntitle: К"), draft=True).values
    assert [key for key, value in draft.items() if "[не заполнено]" not in str(value)] == [
        "costs_total"
    ]


STAMPED = """
passport: 1
title: Клуб
resources: Зал и команда
costs:
- {item: Кружки, amount: '1 000', source: бюджет}
- {item: Зал, amount: '2 000', source: бюджет}
"""


def test_a_filled_form_is_stamped_with_what_the_author_has_said():
    stamp = official("practice-passport", STAMPED).stamp
    assert stamp is not None
    assert (stamp.form, stamp.version) == ("practice-passport", 1)
    assert stamp.hashes["title"] == [hash_of("Клуб")]
    assert stamp.hashes["goals"] == [hash_of("")]
    assert stamp.hashes["resources"] == [hash_of_row(["Зал и команда", ""])]
    assert stamp.hashes["results"] == []


def test_a_stamp_knows_the_words_of_merged_cells_and_no_numbers():
    filled = official("practice-passport", STAMPED)
    assert [row["source"] for row in rows(filled.values["costs"])] == ["бюджет", ""]
    assert filled.stamp is not None
    assert filled.stamp.hashes["costs"] == [
        hash_of_row(["Кружки", "1 000", "бюджет"]),
        hash_of_row(["Зал", "2 000", "бюджет"]),
    ]


def test_a_draft_is_stamped_as_if_it_had_no_marks():
    draft = official("practice-passport", STAMPED, draft=True)
    assert isinstance(draft.values["goals"], DraftMark)
    assert draft.stamp == official("practice-passport", STAMPED).stamp


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_a_blank_form_is_stamped_without_hashes(name):
    form = CATALOGUE.form(name)
    assert blank(form).stamp == Stamp(name, form.version)
