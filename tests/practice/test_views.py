"""Views: how a cell shows fields, how it is taken apart again, and that no word is lost."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from passportkit.practice import Facts, Record, View
from passportkit.practice.acts import Act, Adopted, Amended
from passportkit.practice.attachment import Attachment
from passportkit.practice.costs import Cost
from passportkit.practice.funding import Funding, Upkeep
from passportkit.practice.grants import Application, Organization, PastProject
from passportkit.practice.money import Money, from_thousands
from passportkit.practice.passport_rows import (
    Activity,
    Audience,
    Beneficiary,
    BusinessModel,
    Link,
    Participant,
    Resource,
    Risk,
    Stage,
    TargetGroup,
)
from passportkit.practice.people import Contact, Member
from passportkit.practice.quantity import Quantity
from passportkit.practice.results import SITUATION_VIEWS, Indicator, Result
from passportkit.practice.view import listed, whole, yes_or_no
from passportkit.practice.yes_no import YesNoDetails
from passportkit.text import canonical, respell
from tests.conftest import examples
from tests.practices import data_of

law = settings(derandomize=True, deadline=None, max_examples=examples(25))

NBSP = "\N{NO-BREAK SPACE}"

RECORDS: tuple[type[Record], ...] = (
    Act,
    Activity,
    Adopted,
    Amended,
    Application,
    Attachment,
    Audience,
    Beneficiary,
    BusinessModel,
    Contact,
    Cost,
    Funding,
    Indicator,
    Link,
    Member,
    Organization,
    Participant,
    PastProject,
    Resource,
    Result,
    Risk,
    Stage,
    TargetGroup,
    Upkeep,
    YesNoDetails,
)

VIEWS: dict[str, tuple[type[BaseModel], View]] = {
    **{
        f"{record.__name__} {name}": (record, view)
        for record in RECORDS
        for name, view in record.views.items()
    },
    **{f"{record.__name__} line": (record, record.line) for record in RECORDS if record.line},
    **{f"practice {name}": (Facts, view) for name, view in Facts.views.items()},
    "practice goals": (Facts, listed("goals")),
    "practice resources": (Facts, listed("resources", Resource.line, Resource)),
    "practice risks": (Facts, listed("risks", Risk.line, Risk)),
    "practice target groups": (
        Facts,
        listed("target_groups", TargetGroup.line, TargetGroup, takes_prose=False),
    ),
    "practice team": (Facts, listed("team", Member.line, Member)),
    "practice summary": (Facts, whole("summary")),
    "Contact phones": (Contact, listed("phones")),
}

every_view = pytest.mark.parametrize("name", VIEWS)


def test_every_record_is_known_here():
    ours = {each for each in Record.__subclasses__() if ".practice." in each.__module__}
    assert set(RECORDS) == ours


# --- the law ------------------------------------------------------------------------------

PIECES = (
    *(
        "Клуб",
        "чел.",
        "шт.",
        "100",
        "8 (3919) 00-00-00",
        "ludi@example.org",
        "факс",
        "Ф",
        "и",
        "5 000",
        "руб.",
    ),
    *(
        ", ",
        ",",
        " – ",
        " –",
        "– ",
        " - ",
        ". ",
        ".",
        "; ",
        ": ",
        "\n",
        "\n\n",
        "\n- ",
        "- ",
        "\n  ",
        "  ",
        " ",
        "\t",
    ),
    *(
        NBSP,
        "\\",
        "*",
        "**",
        "1. ",
        "«",
        "»",
        "\u2028",
        "\x07",
        "😀",
        "\u0301",
        "{{ 7*7 }}",
        "&",
        "<b>",
    ),
)

texts = st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text(max_size=30)


@every_view
@law
@given(text=texts)
@example(text="")
@example(text="- a\n- b\n  c\n-  d")
@example(text="- a")
@example(text="а –  б")
@example(text="а,  б")
@example(text="а\n  б")
@example(text="– б")
@example(text="факс  8 (000) 00, факс 8")
@example(text="Имя – должность.  Сделал")
@example(text="5 000")
@example(text="304,70")
def test_what_is_read_from_a_cell_shows_the_same_cell(name, text):
    owner, view = VIEWS[name]
    text = canonical(text)
    if "thousands" in name:  # other units give way to the one of the form
        assume(Money(text).amount is None or from_thousands(text))
    record = owner(**view.read(text))
    if not view.is_partial:
        assert view.show(record) == text
    elif text:  # not every text is a part, but none is lost
        assert text in (view.show(record), getattr(record, view.fields[0]))


@every_view
@settings(law, max_examples=20)
@given(data=st.data())
def test_what_is_shown_is_canonical_and_reads_as_the_same_cell(name, data):
    owner, view = VIEWS[name]
    record = owner.model_validate(data.draw(data_of(owner)))
    cell = view.show(record)
    assert canonical(cell) == cell
    given = {field: getattr(record, field) for field in view.given}
    again = owner.model_validate({**view.read(cell, *given.values()), **given})
    assert view.show(again) == cell


def words() -> st.SearchStrategy[str]:
    """Words that nobody would take for two things: no separator stands in them."""
    word = st.text("абвгде", min_size=1, max_size=6)
    return st.lists(word, min_size=1, max_size=3).map(" ".join)


@law
@given(name=words(), position=words())
def test_name_and_position_come_back(name, position):
    view = Contact.views["name-and-position"]
    assert Contact(**view.read(f"{name}, {position}")) == Contact(name=name, position=position)


@law
@given(
    phones=st.lists(st.from_regex(r"8 \(\d{3,5}\) \d\d-\d\d-\d\d", fullmatch=True), max_size=3),
    fax=st.lists(st.from_regex(r"8 \(\d{3,5}\) \d\d-\d\d-\d\d", fullmatch=True), max_size=2),
    emails=st.lists(st.from_regex(r"[a-z]{1,8}@example\.org", fullmatch=True), max_size=3),
    name=st.sampled_from(["phones-and-emails", "phones-and-emails-in-a-line"]),
)
def test_phones_fax_and_emails_come_back(phones, fax, emails, name):
    view = Contact.views[name]
    contact = Contact(phones=phones or None, fax=fax or None, emails=emails or None)
    assume(phones or fax or emails)
    assert Contact(**view.read(view.show(contact))) == contact


@law
@given(items=st.lists(words(), min_size=2, max_size=5))
def test_a_list_of_several_items_comes_back(items):
    view = listed("goals")
    assert view.read(view.show(Facts(goals=items))) == {"goals": items}


@law
@given(pairs=st.lists(st.tuples(words(), words() | st.none()), min_size=2, max_size=4))
def test_a_list_of_records_comes_back(pairs):
    view = listed("risks", Risk.line, Risk)
    risks = [Risk(description=first, mitigation=second) for first, second in pairs]
    assert view.read(view.show(Facts(risks=risks))) == {"risks": risks}


@pytest.mark.parametrize(
    "prose", ["Спад интереса – новые темы", "Спад\nи усталость", "Риски:\n- спад"]
)
def test_rows_are_never_invented_from_prose(prose):
    assert listed("risks", Risk.line, Risk).read(prose) == {"risks": prose}


def test_prose_stands_whole_in_one_row_where_only_rows_are_taken():
    view = listed("target_groups", TargetGroup.line, TargetGroup, takes_prose=False)
    prose = "Соседи:\n- дети;\n- родители"
    assert view.read(prose) == {"target_groups": [TargetGroup(name=prose)]}


@law
@given(amount=st.decimals(0, 10**10, places=2))
def test_a_budget_comes_back_as_the_same_sum(amount):
    view = Facts.views["budget-in-thousands"]
    cell = view.show(Facts(budget=f"{amount}"))
    again = Facts(**view.read(cell))
    assert again.budget is not None
    assert again.budget.amount == amount
    assert view.show(again) == cell


# --- cells as they are filled in ----------------------------------------------------------

CELLS: list[tuple[type[Record], str, dict[str, Any], str]] = [
    (
        Result,
        "indicator-and-unit",
        {"indicator": "Количество поданных заявок на участие", "unit": "шт."},
        "Количество поданных заявок на участие, шт.",
    ),
    (
        Result,
        "indicator-and-unit",
        {"indicator": "Количество участников, среди СОНКО", "unit": "шт."},
        "Количество участников, среди СОНКО, шт.",
    ),
    (
        Result,
        "indicator-and-unit",
        {"indicator": "Встречи Главы города с представителями СО НКО (кол-во, шт.)"},
        "Встречи Главы города с представителями СО НКО (кол-во, шт.)",
    ),
    (
        Result,
        "indicator-and-unit",
        {"indicator": "Объём поддержки", "unit": f"тыс.{NBSP}рублей"},
        f"Объём поддержки, тыс.{NBSP}рублей",
    ),
    (
        Result,
        "indicator-and-unit",
        {"indicator": "Проведение семинаров для руководителей, активистов"},
        "Проведение семинаров для руководителей, активистов",
    ),
    (
        Contact,
        "name-and-position",
        {"name": "Фамилия Имя Отчество", "position": "помощник Главы ЗАТО г. Зеленогорска"},
        "Фамилия Имя Отчество, помощник Главы ЗАТО г. Зеленогорска",
    ),
    (
        Contact,
        "name-and-position",
        {"name": "Фамилия Имя Отчество", "position": "специалист, аналитик;\nруководитель центра"},
        "Фамилия Имя Отчество, специалист, аналитик;\nруководитель центра",
    ),
    (
        Contact,
        "name-and-position",
        {"name": "Фамилия Имя Отчество", "position": "специалист", "separator": " - "},
        "Фамилия Имя Отчество - специалист",
    ),
    (
        Contact,
        "name-and-position",
        {"name": "**И.О. Фамилия**", "position": "специалист, аналитик", "separator": "\n"},
        "**И.О. Фамилия**\nспециалист, аналитик",
    ),
    (
        Contact,
        "name-and-position",
        {"name": "Фамилия-Другая И. О.", "position": "глава\nгорода", "separator": ",\n"},
        "Фамилия-Другая И. О.,\nглава\nгорода",
    ),
    (
        Contact,
        "name-and-position",
        {"name": "Фамилия Имя Отчество", "position": "директор школы № 12 (2019–2023 гг.)"},
        "Фамилия Имя Отчество, директор школы № 12 (2019–2023 гг.)",
    ),
    *(  # how to reach somebody is no position, and neither is another person
        (Contact, "name-and-position", {"name": text}, text)
        for text in (
            "Фамилия Имя Отчество, директор, тел. 20-00-01",
            "Фамилия Имя Отчество, директор, name@example.org",
            "Фамилия Имя Отчество – директор, 80000000000",
            "Приёмная, телефон 200 01",
            "Фамилия Имя Отчество, директор\nДругая Имя Отчество, заместитель",
        )
    ),
    (  # what stands before the dash is surely no name
        Contact,
        "name-and-position",
        {"name": "Приёмная главы города – дежурный"},
        "Приёмная главы города – дежурный",
    ),
    (
        Contact,
        "phones-and-emails",
        {
            "phones": ["Телефон (0000) 00-00-00", "80000000000"],
            "emails": ["name@example.org"],
        },
        "Телефон (0000) 00-00-00\n80000000000\nname@example.org",
    ),
    (
        Contact,
        "phones-and-emails",
        {"phones": ["(0000) 00-00-00"], "fax": ["(0000) 00-00-01"], "emails": ["name@example.org"]},
        "(0000) 00-00-00\nфакс (0000) 00-00-01\nname@example.org",
    ),
    (
        Contact,
        "phones-and-emails-in-a-line",
        {"phones": ["8(000)00-00-000"], "emails": ["name@example.org", "two@example.org"]},
        "8(000)00-00-000, name@example.org, two@example.org",
    ),
    (  # a fax among the numbers stays there with its label
        Contact,
        "phones-and-emails",
        {
            "phones": ["Телефон (0000) 00-00-00", "факс (0000) 00-00-01", "80000000000"],
            "emails": ["name@example.org"],
        },
        "Телефон (0000) 00-00-00\nфакс (0000) 00-00-01\n80000000000\nname@example.org",
    ),
    (
        Contact,
        "phones-and-emails",
        {
            "phones": ["(0000) 00-00-00", "8-000-000-00-00 доб. 12"],
            "emails": ["name@example.org"],
            "layout": "#, #\n@",
        },
        "(0000) 00-00-00, 8-000-000-00-00 доб. 12\nname@example.org",
    ),
    (
        Contact,
        "phones-and-emails-in-a-line",
        {
            "phones": ["+7 (000) 000-00-00", "80000000000"],
            "fax": ["+7 (000) 000-00-01"],
            "emails": ["name@example.org"],
            "layout": "e-mail: @\nтел.: #; факс #; моб. #",
        },
        "e-mail: name@example.org\n"
        "тел.: +7 (000) 000-00-00; факс +7 (000) 000-00-01; моб. 80000000000",
    ),
    (  # a label for both kinds does not make a number a fax
        Contact,
        "phones-and-emails",
        {
            "phones": ["8 (0000) 00-00-00"],
            "fax": ["8 (0000) 00-00-01"],
            "layout": "тел/факс: #, факс: #",
        },
        "тел/факс: 8 (0000) 00-00-00, факс: 8 (0000) 00-00-01",
    ),
    (  # words that are no label stay with a number
        Contact,
        "phones-and-emails",
        {
            "phones": ["8 (0000) 00-00-00, 8 (0000) 00-00-01 (приёмная)"],
            "emails": ["n@example.org"],
        },
        "8 (0000) 00-00-00, 8 (0000) 00-00-01 (приёмная)\nn@example.org",
    ),
    (  # where an address would take a number along, all stays together
        Contact,
        "phones-and-emails",
        {"phones": ["8 (0000) 00-00-00 и n@example.org"]},
        "8 (0000) 00-00-00 и n@example.org",
    ),
    (
        Cost,
        "item-with-details",
        {
            "item": "Сувенирная продукция:",
            "details": ["Статуэтка из органического стекла, 12 см.", "Благодарственное письмо, А4"],
        },
        "Сувенирная продукция:\nСтатуэтка из органического стекла, 12 см.\n"
        "Благодарственное письмо, А4",
    ),
    (Cost, "item-with-details", {"item": "Проведение Форума"}, "Проведение Форума"),
    (Resource, "line", {"description": "Команда волонтёров"}, "Команда волонтёров"),
    (
        Resource,
        "line",
        {"description": "Аренда зала", "purpose": "для торжества – на большой сцене"},
        "Аренда зала – для торжества – на большой сцене",
    ),
    (Risk, "line", {"description": "Риски отсутствуют"}, "Риски отсутствуют"),
    (Stage, "line", {"period": "2019-2020 годы"}, "2019-2020 годы"),
    (
        Stage,
        "line",
        {"period": "2023 год", "description": "Опрос жителей\nОтчёт"},
        "2023 год\nОпрос жителей\nОтчёт",
    ),
    (
        TargetGroup,
        "line",
        {"name": "Предприниматели", "size": "90 чел"},
        "Предприниматели – 90 чел",
    ),
    (
        Member,
        "line",
        {
            "name": "Фамилия Имя Отчество",
            "position": "главный специалист Администрации",
            "contribution": "Координировала всю практику. Придумала проект.",
        },
        "Фамилия Имя Отчество – главный специалист Администрации. "
        "Координировала всю практику. Придумала проект.",
    ),
    (
        Member,
        "line",
        {"name": "Фамилия Имя Отчество", "position": "руководитель управления"},
        "Фамилия Имя Отчество – руководитель управления",
    ),
    (
        Member,
        "line",
        {"name": "1)Фамилия Имя Отчество - специалист"},
        "1)Фамилия Имя Отчество - специалист",
    ),
]


def test_a_cell_of_several_fields_says_what_belongs_in_it():
    views = [view for record in RECORDS for view in record.views.values()]
    assert all(view.hint for view in views if len(view.fields) > 1)


def view_of(record: type[Record], name: str) -> View:
    view = record.line if name == "line" else record.views[name]
    assert view is not None
    return view


@pytest.mark.parametrize(("record", "name", "fields", "cell"), CELLS)
def test_a_cell_shows_its_fields(record, name, fields, cell):
    assert view_of(record, name).show(record(**fields)) == cell


@pytest.mark.parametrize(("record", "name", "fields", "cell"), CELLS)
def test_a_cell_is_taken_apart(record, name, fields, cell):
    assert record(**view_of(record, name).read(cell)) == record(**fields)


@pytest.mark.parametrize(
    ("record", "name", "fields", "cell"),
    [
        # what is missing leaves no separator behind
        (Result, "indicator-and-unit", {"unit": "шт."}, "шт."),
        (Result, "indicator-and-unit", {}, ""),
        (Contact, "name-and-position", {"position": "директор"}, "директор"),
        (Contact, "phones-and-emails", {"fax": "8 (000) 00-00-00"}, "факс 8 (000) 00-00-00"),
        (Contact, "phones-and-emails", {}, ""),
        (Contact, "phones-and-emails", {"phones": ["", "8 (000) 1"], "fax": [""]}, "8 (000) 1"),
        (  # a layout that the numbers have outgrown
            Contact,
            "phones-and-emails-in-a-line",
            {"phones": ["8 (000) 1", "8 (000) 2"], "layout": "тел. #"},
            "8 (000) 1, 8 (000) 2",
        ),
        (Cost, "item-with-details", {"details": ["Кружки", "", "Открытки"]}, "Кружки\nОткрытки"),
        (Resource, "line", {"purpose": "для встречи гостей"}, "для встречи гостей"),
        # one full stop, and only where it is wanting
        (
            Member,
            "line",
            {"name": "Иванов И.И.", "contribution": "Придумал."},
            "Иванов И.И. Придумал.",
        ),
        (Member, "line", {"name": "Иванов", "contribution": "Придумал."}, "Иванов. Придумал."),
        (Member, "line", {"contribution": "Придумал."}, "Придумал."),
        (
            Member,
            "line",
            {"name": "Иванов", "position": "зам. дир.", "contribution": "Вёл."},
            "Иванов – зам. дир. Вёл.",
        ),
    ],
)
def test_what_is_left_out_of_a_record_is_left_out_of_its_cell(record, name, fields, cell):
    assert view_of(record, name).show(record(**fields)) == cell


@pytest.mark.parametrize(
    ("items", "cell"),
    [
        (None, ""),
        ([], ""),
        ("Поощрение активистов", "Поощрение активистов"),
        (["Поощрение активистов"], "Поощрение активистов"),
        (["выявить;", "обучить."], "- выявить;\n- обучить."),
        (["первая\nстрока", "вторая"], "- первая\n  строка\n- вторая"),
        (["", "одна"], "одна"),
    ],
)
def test_a_list_is_shown_an_item_a_line(items, cell):
    assert listed("tasks").show(Facts(tasks=items)) == cell


@pytest.mark.parametrize(
    ("cell", "tasks"),
    [
        ("- выявить;\n- обучить.", ["выявить;", "обучить."]),
        ("- первая\n  строка\n- вторая", ["первая\nстрока", "вторая"]),
        ("- первая\n  - под ней\n- вторая", ["первая\n- под ней", "вторая"]),
        ("Задачи:\n- выявить;\n- обучить.", "Задачи:\n- выявить;\n- обучить."),
        ("1. выявить\n2. обучить", "1. выявить\n2. обучить"),
        ("выявить;\nобучить.", "выявить;\nобучить."),
        ("- одна", "- одна"),
        ("", ""),
    ],
)
def test_only_a_list_is_read_as_a_list(cell, tasks):
    assert listed("tasks").read(cell) == {"tasks": tasks}


def test_a_list_of_records_is_shown_by_their_lines():
    data = {"resources": ["Зал", {"description": "Команда", "purpose": "для встречи"}]}
    view = listed("resources", Resource.line, Resource)
    assert view.show(Facts.model_validate(data)) == "- Зал\n- Команда – для встречи"
    assert view.show(Facts(resources="Зал и команда")) == "Зал и команда"


# --- cells of the whole practice ----------------------------------------------------------


def shown(view: str, data: dict[str, Any]) -> str:
    return Facts.views[view].show(Facts.model_validate(data))


INDICATORS = [
    {"name": "Доля граждан, вовлечённых в дела двора", "unit": "%", "before": "7", "after": "10"},
    {"name": "Количество СОНКО", "before": "17", "after": "19"},
    {"name": "Механизм поддержки", "after": "создан"},
    {"before": "40,0 %"},
]


@pytest.mark.parametrize(
    ("view", "data", "cell"),
    [
        ("situation-before", {}, ""),
        ("situation-before", {"situation_before": "Пусто."}, "Пусто."),
        (
            "situation-before",
            {"situation_before": "Пусто.", "indicators": INDICATORS},
            f"Пусто.\n- Доля граждан, вовлечённых в дела двора, % –{NBSP}7\n"
            f"- Количество СОНКО –{NBSP}17\n"
            "- 40,0 %",
        ),
        (
            "situation-after",
            {"situation_before": "Пусто.", "indicators": INDICATORS},
            f"- Доля граждан, вовлечённых в дела двора, % –{NBSP}10\n- Количество СОНКО –{NBSP}19\n"
            f"- Механизм поддержки –{NBSP}создан",
        ),
        ("costs-total", {}, ""),
        ("costs-total", {"costs": [{"amount": "5000"}, {"amount": "1 000,5"}]}, f"6{NBSP}000,50"),
        ("costs-total", {"costs": [{"amount": "5000"}, {"amount": "около 1000"}]}, ""),
        ("costs-total", {"costs": [{"amount": "5000"}, {"item": "Зал"}]}, ""),
        ("costs-total", {"costs_total": "304 736,40", "costs": [{"amount": "5"}]}, "304 736,40"),
        ("budget-in-thousands", {}, ""),
        ("budget-in-thousands", {"budget": "304 736,40"}, "304,7364"),
        ("budget-in-thousands", {"budget": "1,5 млн руб."}, f"1{NBSP}500"),
        ("budget-in-thousands", {"budget": "не определён"}, "не определён"),
        ("budget-in-thousands", {"costs": [{"amount": "5000"}, {"amount": "500"}]}, "5,5"),
        ("budget-in-thousands", {"costs": [{"amount": "721,4 тыс. руб. ежегодно"}]}, ""),
        ("budget-in-thousands", {"costs_total": "60 тыс. руб."}, "60"),
        ("budget-in-thousands", {"budget": "10 000", "costs": [{"amount": "5"}]}, "10"),
    ],
)
def test_a_cell_of_the_whole_practice(view, data, cell):
    assert shown(view, data) == cell


GIVEN = [Cost(amount=Money("100")), Cost(amount=Money("50"))]
CLUBS = [Indicator(name="Клубы", unit="ед.", before=Quantity("2"), after=Quantity("14"))]


@pytest.mark.parametrize(
    ("view", "cell", "given", "read"),
    [
        # what the given fields show alone, no other field has to say
        ("costs-total", f"1{NBSP}500,00", [[Cost(amount=Money("1500"))]], {"costs_total": None}),
        ("costs-total", "150", [GIVEN], {"costs_total": "150"}),
        ("costs-total", "150,00", [None], {"costs_total": "150,00"}),
        ("budget-in-thousands", "0,15", [None, GIVEN], {"budget": None}),
        ("budget-in-thousands", "0,3", ["300", GIVEN], {"budget": None}),
        ("budget-in-thousands", "0,3", [None, GIVEN], {"budget": "0,3 тыс. руб."}),
        ("situation-before", f"- Клубы, ед. –{NBSP}2", [CLUBS], {"situation_before": None}),
        # the lines of the indicators come off the words before them
        (
            "situation-after",
            f"По опросу:\n- Клубы, ед. –{NBSP}14",
            [CLUBS],
            {"situation_after": "По опросу:"},
        ),
        (
            "situation-after",
            f"По опросу:\n- Клубы, ед. –{NBSP}15",
            [None],
            {"situation_after": f"По опросу:\n- Клубы, ед. –{NBSP}15"},
        ),
    ],
)
def test_what_is_given_is_not_said_again(view, cell, given, read):
    assert Facts.views[view].read(cell, *given) == read


def test_a_budget_read_from_a_form_is_in_thousands():
    read = Facts(**Facts.views["budget-in-thousands"].read("304,7364"))
    assert read.budget is not None
    assert read.budget.amount == Decimal("304736.4")


def test_the_practice_s_own_source_holds_for_each_line_that_names_none():
    data = {
        "funding_source": "Субсидия",
        "costs": [{"item": "Зал"}, {"item": "Кружки", "source": "Бюджет города"}, "Фотобудка"],
    }
    rows = Facts.rows["costs"].rows(Facts.model_validate(data))
    assert [row.source for row in rows if isinstance(row, Cost)] == [
        "Субсидия",
        "Бюджет города",
        "Субсидия",
    ]


def test_acts_are_two_tables_of_one_list():
    data = {
        "acts": [
            {"act": "А", "adopted": None},
            {"act": "Б", "amended": "раздел"},
            {"act": "В", "adopted": "право", "amended": None},
            {"act": "Г"},
        ]
    }
    facts = Facts.model_validate(data)
    tables = {name: Facts.rows[name].rows(facts) for name in ("acts.adopted", "acts.amended")}
    acts = {
        name: [row.act for row in rows if isinstance(row, Act)] for name, rows in tables.items()
    }
    assert acts == {"acts.adopted": ["А", "В"], "acts.amended": ["Б", "В"]}


def test_an_indicator_is_spelt_the_same_in_a_line_and_in_a_cell_of_its_own():
    """Else a document that has both would say two things, and could not be taken apart."""
    indicator = Indicator(name="клубы", unit="-  - *шт*", after="3")
    view = SITUATION_VIEWS["situation-after"]
    assert view.format(None, [indicator]) == f"- клубы, {respell('-  - *шт*')} –\xa03"
    assert respell("-  - *шт*") != "-  - *шт*"


# --- what is true or false ----------------------------------------------------------------


@pytest.mark.parametrize(("value", "shown"), [(True, "да"), (False, "нет"), (None, "")])
def test_what_is_true_or_false_is_shown_in_words(value, shown):
    assert yes_or_no("consent").show(Contact(consent=value)) == shown


@pytest.mark.parametrize(
    ("text", "read"),
    [("да", {"consent": True}), ("Нет.", {}), ("нет", {"consent": False}), ("возможно", {})],
)
def test_other_words_are_no_value_of_it(text, read):
    assert yes_or_no("consent").read(text) == read
