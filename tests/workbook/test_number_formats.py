"""Numbers as a sheet shows them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from passportkit.workbook.number_formats import shown

RUBLES = '_-* #,##0.00\\ "₽"_-;\\-* #,##0.00\\ "₽"_-;_-* "-"??\\ "₽"_-;_-@_-'


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        ("721400", "#,##0.00", "721\xa0400,00"),
        ("721400", "# ##0.00", "721\xa0400,00"),
        ("721400", "#\\ ##0", "721\xa0400"),
        ("1234567.5", RUBLES, "1\xa0234\xa0567,50 ₽"),
        ("0", RUBLES, "0,00 ₽"),
        ("-12.5", RUBLES, "-12,50 ₽"),
        ("5000", "#,##0.00\\ [$₽-419]", "5\xa0000,00 ₽"),
        ("5", '0" чел."', "5 чел."),
        ("5", "[Red]0", "5"),
        ("0.4", "0.0%", "40,0%"),
        ("0.07", "0\\ %", "7 %"),
        ("1500", "#,##0.0,", "1,5"),
        ("12", "0.##", "12"),
        ("12.5", "0.##", "12,5"),
        ("0.5", "#.##", ",5"),
        ("7", "000", "007"),
        ("11223344595", "000\\-000\\-000\\ 00", "112-233-445 95"),
        ("12.5", "General", "12,5"),
        ("0.30000000000000004", "General", "0,3"),
        ("33.333333333333336", "General", "33,33333333"),
        ("590221246800", "General", "590221246800"),
        ("1E+3", "General", "1000"),
        ("-3", "General", "-3"),
        ("125", "@", "125"),
        ("0.00012", "0.00E+00", "0,00012"),
        ("45363", "dd.mm.yyyy", "12.03.2024"),
        ("45363", "[$-419]d mmmm yyyy;@", "12 марта 2024"),
        ("45363", '[$-FC19]dd mmmm yyyy "г."', "12 марта 2024 г."),
        ("45363", "mmmm yyyy", "март 2024"),
        ("45363", "d mmm yy", "12 мар 24"),
        ("45363", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "12 марта 2024"),
        ("45363", "ddd, d", "вт, 12"),
        ("45363.75", "dd.mm.yyyy hh:mm", "12.03.2024 18:00"),
        ("0.5", "h:mm:ss", "12:00:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("-1", "dd.mm.yyyy", "-1"),
    ],
)
def test_a_number_is_shown_by_its_format(number, code, words):
    assert shown(Decimal(number), code).words == words


def test_days_may_be_counted_from_1904():
    assert shown(Decimal(0), "dd.mm.yyyy", from_1904=True).words == "01.01.1904"


@pytest.mark.parametrize(
    ("number", "code", "is_rounded"),
    [
        ("721400.37", "#,##0", True),
        ("721400.00", "#,##0", False),
        ("0.333", "0%", True),
        ("0.1", "0%", False),
        ("0.30000000000000004", "0.0", False),
    ],
)
def test_what_is_shown_rounded_is_known(number, code, is_rounded):
    assert shown(Decimal(number), code).is_rounded is is_rounded


@pytest.mark.parametrize(
    "code", ["", ";", ";;;", '"', "\\", "[", "[h", "_", "*", "0,,,,", ".", "%", "?"]
)
def test_no_format_is_too_odd(code):
    assert isinstance(shown(Decimal("-12.5"), code).words, str)


@pytest.mark.parametrize("number", ["1e308", "-9.99e307", "2.2e-308", "1" * 300])
@pytest.mark.parametrize(
    "code", ["General", "#,##0.00", "0%", "0." + "0" * 900, "d/m/yy", "000-00"]
)
def test_no_number_of_a_sheet_is_too_great_or_too_small(number, code):
    assert isinstance(shown(Decimal(number), code).words, str)


def test_great_numbers_are_shown_whole():
    assert shown(Decimal("1e30"), "#,##0").words == "\xa0".join(["1", *["000"] * 10])
