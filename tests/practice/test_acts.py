"""Legal acts: how they are cited, and what was done with them."""

from collections.abc import Iterable
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.practice.acts import Act, ActWords, take_acts
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(60))

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("words", "date", "number", "name"),
    [
        (
            "Постановление Администрации ЗАТО г. Железногорск от 06.11.2013 № 1754 "
            "«Об утверждении муниципальной программы “Гражданское общество”»",
            "2013-11-06",
            "1754",
            "Об утверждении муниципальной программы “Гражданское общество”",
        ),
        (
            "Постановление Администрации ЗАТО г. Зеленогорска от № 285-п от 12.11.2015 "
            "«Об утверждении программы «Гражданское общество»",
            "2015-11-12",
            "285-п",
            "Об утверждении программы «Гражданское общество",
        ),
        (
            'Федеральный закон "О некоммерческих организациях" от 12.01.1996 N 7-ФЗ',
            "1996-01-12",
            "7-ФЗ",
            "О некоммерческих организациях",
        ),
        (
            'Постановление "Содействие развитию" от 30.09.2013 №509-п',
            "2013-09-30",
            "509-п",
            "Содействие развитию",
        ),
        (
            "Распоряжением администрации города от 14.05.2019 №971-ра «Об обеспечении» "
            "(с изм. от 24.08.2020 №1511-ра)",
            "2019-05-14",
            "971-ра",
            "Об обеспечении",
        ),
        (
            f"Решение от{NBSP}1 мая 2019 года №{NBSP}5-12/1.",
            "2019-05-01",
            "5-12/1",
            None,
        ),
        ("Приказ № 5.", None, "5", None),
        ("Федеральным законом 7-ФЗ", None, None, None),
        ("Положение о муниципальном ресурсном центре", None, None, None),
        ("Закон края «О поддержке»", None, None, "О поддержке"),
        ("Постановление от 31.02.2019 № 1", None, "1", None),
        ("", None, None, None),
    ],
)
def test_a_citation_says_date_number_and_name(words, date, number, name):
    cited = ActWords(words)
    assert str(cited.date) == str(date)
    assert (cited.number, cited.name) == (number, name)
    assert cited == words


@law
@given(st.text('от №N«»"0123456789.-пФЗ ' + NBSP + "\n", max_size=40) | st.text(max_size=30))
def test_any_words_are_an_act(words):
    cited = ActWords(words)
    assert cited == words
    assert cited.number is None or cited.number in words
    assert cited.name is None or cited.name in words
    assert cited.date is None or str(cited.date.year) in words


@pytest.mark.parametrize(
    ("data", "adopted", "amended"),
    [
        ("Приказ № 5", None, None),
        ({"act": "Приказ № 5"}, None, None),
        ({"act": "Приказ № 5", "adopted": None}, {"result": None}, None),
        ({"act": "Приказ № 5", "adopted": {}}, {"result": None}, None),
        ({"act": "Приказ № 5", "adopted": "Дал право"}, {"result": "Дал право"}, None),
        ({"act": "Приказ № 5", "adopted": {"result": "Дал право"}}, {"result": "Дал право"}, None),
        ({"act": "Приказ № 5", "amended": None}, None, {"changes": None, "result": None}),
        ({"act": "Приказ № 5", "amended": "Раздел"}, None, {"changes": "Раздел", "result": None}),
    ],
)
def test_an_act_is_adopted_or_amended_as_soon_as_it_says_so(data, adopted, amended):
    act = Act.model_validate(data).model_dump()
    assert act == {"act": "Приказ № 5", "adopted": adopted, "amended": amended}


def test_each_table_keeps_what_stands_around_an_act_of_both():
    adopted = take_acts("adopted")([{"act": name} for name in "АБВ"], {})
    acts = take_acts("amended")([{"act": name} for name in "ГБД"], adopted)["acts"]
    assert [act["act"] for act in acts] == ["А", "Г", "Б", "В", "Д"]
    assert acts[2] == {"act": "Б", "adopted": {}, "amended": {}}


def test_two_long_tables_in_the_same_words_are_one_list():
    rows = [{"act": f"Закон № {number % 50}"} for number in range(200)]
    adopted = take_acts("adopted")([{"act": "Устав"}, *rows], {})
    [first, *acts] = take_acts("amended")(rows, adopted)["acts"]
    assert first == {"act": "Устав", "adopted": {}}
    assert acts == [{**row, "adopted": {}, "amended": {}} for row in rows]


# --- the parts of an act, each in a cell of its own -----------------------------------------

PARTS = {
    "kind": "Постановление администрации города Светлоречье",
    "date": "12.03.2021",
    "number": "214-п",
    "title": "О соседских клубах",
}
CITED = "Постановление администрации города Светлоречье от 12.03.2021 № 214-п «О соседских клубах»"


def put(cells: Iterable[tuple[str, str]], known: str = "") -> str:
    """Return the words of an act with these parts read from cells, one after the other."""
    for name, text in cells:
        known = Act.views[name].read(text, ActWords(known))["act"]
    return known


def test_an_act_shows_its_parts():
    act = Act(act=CITED)
    assert {name: Act.views[name].show(act) for name in PARTS} == PARTS
    around = "Постановление администрации города Светлоречье «О соседских клубах»"
    assert Act.views["kind-and-title"].show(act) == around


@pytest.mark.parametrize("order", [*permutations(PARTS)])
def test_its_parts_make_an_act_in_whichever_order_they_are_read(order):
    assert put([(name, PARTS[name]) for name in order]) == CITED


@pytest.mark.parametrize("order", [*permutations(["date", "number", "kind-and-title"])])
def test_date_and_number_come_between_kind_and_name(order):
    cells = {**PARTS, "kind-and-title": f"{PARTS['kind']} «{PARTS['title']}»"}
    assert put([(name, cells[name]) for name in order]) == CITED


@pytest.mark.parametrize(
    ("known", "name", "text", "words"),
    [
        (f"{CITED} (с изменениями)", "date", "13.04.2022", "от 13.04.2022 № 214-п"),
        (f"{CITED} (с изменениями)", "number", "3", "от 12.03.2021 № 3 «"),
        ("Решение № 3 от 12.03.2021 «О бюджете»", "date", "1 мая 2019", "№ 3 от 1 мая 2019 «"),
        (CITED, "date", "1 мая 2019 года", "от 1 мая 2019 года № 214-п"),
        (CITED, "title", "О дворах", "№ 214-п «О дворах»"),
        (CITED, "number", "", "от 12.03.2021 «О"),
        ("Устав города", "date", "12.03.2021", "Устав города от 12.03.2021"),
    ],
)
def test_a_part_is_put_into_the_words_that_stand_there(known, name, text, words):
    now = put([(name, text)], known)
    assert words in now
    assert Act.views[name].show(Act(act=now)) == text
    assert ("(с изменениями)" in now) == ("(с изменениями)" in known)


def test_what_is_no_part_changes_nothing():
    assert put([("date", "весной"), ("number", "без номера")], CITED) == CITED


def test_prose_is_of_a_kind_as_a_whole():
    assert Act.views["kind"].show(Act(act="Положение о центре")) == "Положение о центре"
    assert Act.views["title"].show(Act(act="Положение о центре")) == ""
