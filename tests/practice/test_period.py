"""Periods and days: the author's words, and the days that they name."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.practice.period import Day, Period, period_between
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(60))

NBSP = "\N{NO-BREAK SPACE}"


def days(words: str) -> str | None:
    dates = Period(words).dates
    return f"{dates.start}..{dates.end}" if dates else None


@pytest.mark.parametrize(
    ("words", "span"),
    [
        # years
        ("2018", "2018-01-01..2018-12-31"),
        ("2018 год", "2018-01-01..2018-12-31"),
        ("2018 г.", "2018-01-01..2018-12-31"),
        ("2018г.", "2018-01-01..2018-12-31"),
        ("2018" + NBSP + "год", "2018-01-01..2018-12-31"),
        ("2019-2020 годы", "2019-01-01..2020-12-31"),
        ("2021-2022 годы", "2021-01-01..2022-12-31"),
        ("2017–2018" + NBSP + "гг.", "2017-01-01..2018-12-31"),
        ("2017 – 2018 гг.", "2017-01-01..2018-12-31"),
        ("2017 — 2018", "2017-01-01..2018-12-31"),
        ("с 2019 по 2020 год", "2019-01-01..2020-12-31"),
        ("С 2019 года до 2020 года", "2019-01-01..2020-12-31"),
        # days
        ("01.09.2019", "2019-09-01..2019-09-01"),
        ("1.9.2019 г.", "2019-09-01..2019-09-01"),
        ("01.09.2019 - 30.09.2020", "2019-09-01..2020-09-30"),
        ("01.09.2019 – 30.09.2020", "2019-09-01..2020-09-30"),
        ("02.10.2017-30.11.2018", "2017-10-02..2018-11-30"),
        ("с 01.09.2019 по 30.09.2020", "2019-09-01..2020-09-30"),
        ("01.06 – 30.06.2019", "2019-06-01..2019-06-30"),
        ("6 ноября 2013 г.", "2013-11-06..2013-11-06"),
        ("29.02.2020", "2020-02-29..2020-02-29"),
        # months and quarters
        ("май 2019", "2019-05-01..2019-05-31"),
        ("Мая 2019 года", "2019-05-01..2019-05-31"),
        ("февраль 2020", "2020-02-01..2020-02-29"),
        ("март – май 2020 года", "2020-03-01..2020-05-31"),
        ("с марта по май 2020 года", "2020-03-01..2020-05-31"),
        ("сентябрь 2019 – май 2020", "2019-09-01..2020-05-31"),
        ("I квартал 2020 года", "2020-01-01..2020-03-31"),
        ("1 квартал 2020", "2020-01-01..2020-03-31"),
        ("2-й квартал 2020", "2020-04-01..2020-06-30"),
        ("III квартал 2020", "2020-07-01..2020-09-30"),
        ("3-й квартал 2020 г.", "2020-07-01..2020-09-30"),
        ("4 квартал 2020", "2020-10-01..2020-12-31"),
        ("IV квартал 2019 г. – II квартал 2020 г.", "2019-10-01..2020-06-30"),
        # backwards is for a rule to say
        ("2019-2017", "2019-01-01..2017-12-31"),
    ],
)
def test_a_period_names_its_first_and_last_day(words, span):
    assert days(words) == span
    assert Period(words) == words


@pytest.mark.parametrize(
    ("number", "month", "of_month"),
    [
        *((1, "январь", "января"), (2, "февраль", "февраля"), (3, "март", "марта")),
        *((4, "апрель", "апреля"), (5, "май", "мая"), (6, "июнь", "июня")),
        *((7, "июль", "июля"), (8, "август", "августа"), (9, "сентябрь", "сентября")),
        *((10, "октябрь", "октября"), (11, "ноябрь", "ноября"), (12, "декабрь", "декабря")),
    ],
)
def test_months_are_known_by_their_names(number, month, of_month):
    dates = Period(f"{month} 2021").dates
    assert dates is not None
    assert (dates.start, dates.end.month) == (date(2021, number, 1), number)
    assert Day(f"12 {of_month} 2021").date == date(2021, number, 12)


def test_two_hundred_characters_are_a_period_and_more_are_prose():
    assert days("май" + " " * 193 + "2019") == "2019-05-01..2019-05-31"
    assert days("май" + " " * 194 + "2019") is None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "бессрочно",
        "с 2018 года",
        "2018 год (ежегодно)",
        "2018, 2020",
        "3 года",
        "май – настоящее время",
        "2019-2020 учебный год",
        "31.02.2019",
        "29.02.2019",
        "01.13.2019",
        "0000",
        "01.09.19",
        "V квартал 2019",
        "понедельник 2019",
        "2018 " * 50,
    ],
)
def test_what_names_no_days_stays_words(words):
    assert days(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("14.03.2019", "2019-03-14"),
        ("1.6.2017 г.", "2017-06-01"),
        ("6 ноября 2013 г.", "2013-11-06"),
        (f"6{NBSP}ноября{NBSP}2013{NBSP}года", "2013-11-06"),
        ("30.02.2019", "None"),
        ("март 2019", "None"),
        ("2019", "None"),
        ("14.03.2019 – 15.03.2019", "None"),
        ("вчера", "None"),
    ],
)
def test_a_day_is_one_day(words, day):
    assert str(Day(words).date) == day


@law
@given(st.text("0123456789 .-–сгпод" + NBSP + "маяиюнI\n", max_size=30) | st.text(max_size=30))
def test_any_words_are_a_period_and_a_day(words):
    dates = Period(words).dates
    day = Day(words).date
    assert str(Period(words)) == str(Day(words)) == words
    assert day is None or dates == (day, day)


@pytest.mark.parametrize("words", [" " * 50_000, "-" * 50_000, "1-" * 20_000, "с а" + " " * 50_000])
def test_long_words_take_no_time(words):
    assert days(words) is None


# --- both ends, each in a cell of its own ---------------------------------------------------


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("01.09.2019 – 30.09.2020", "01.09.2019", "30.09.2020"),
        ("6 ноября 2013 г. – 8 ноября 2013 г.", "6 ноября 2013 г.", "8 ноября 2013 г."),
        ("14.03.2019", "14.03.2019", "14.03.2019"),
        ("2019 год", "01.01.2019", "31.12.2019"),
        ("2019-2020 годы", "01.01.2019", "31.12.2020"),
        ("март – май 2020 года", "01.03.2020", "31.05.2020"),
        ("I квартал 2020", "01.01.2020", "31.03.2020"),
        ("с мая 2019 по июнь 2019", "мая 2019", "июнь 2019"),
        ("с 01.09.2019", "01.09.2019", ""),
        ("по 30.09.2020", "", "30.09.2020"),
        ("весна", "весна", ""),
        ("", "", ""),
    ],
)
def test_a_period_shows_its_ends_as_papers_have_them(words, first, last):
    assert Period(words).ends == (first, last)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("01.09.2019", "30.09.2020", "01.09.2019 – 30.09.2020"),
        ("14.03.2019", "14.03.2019", "14.03.2019"),
        ("май 2019", "июнь 2019", "с май 2019 по июнь 2019"),
        ("01.09.2019", "", "с 01.09.2019"),
        ("", "30.09.2020", "по 30.09.2020"),
        ("весна", "", "весна"),
        ("с мая по июнь", "", None),
        ("", "", ""),
    ],
)
def test_two_ends_make_a_period_that_shows_them(first, last, words):
    assert period_between(first, last) == words


@law
@given(first=st.text(max_size=12), last=st.text(max_size=12))
def test_a_period_is_made_of_ends_only_where_it_shows_them(first, last):
    words = period_between(first, last)
    assert words is None or Period(words).ends == (first, last)
