"""What stands between two marks of a page is made anew, and nothing else is."""

from __future__ import annotations

import pytest

from generation.regions import regions, table, with_regions

PAGE = """\
# Клуб

<!-- begin days: made by make generate -->
понедельник
<!-- end days -->

Слова.

<!-- begin doors: made by make generate -->
<!-- end doors -->

<!-- begin days: made by make generate -->
<!-- end days -->
"""


def test_regions_are_known_by_their_name():
    assert regions(PAGE, "days") == ["понедельник\n", ""]
    assert regions(PAGE, "doors") == [""]


def test_each_gets_what_is_made_for_it_and_the_rest_stays():
    days = iter(["вторник\n", "среда\n"])
    assert with_regions(PAGE, "days", lambda: next(days)) == PAGE.replace(
        "понедельник\n", "вторник\n"
    ).replace("generate -->\n<!-- end days", "generate -->\nсреда\n<!-- end days")


def test_what_is_made_may_hold_any_signs():
    assert regions(with_regions(PAGE, "doors", lambda: "\\1 \\g<name>\n"), "doors") == [
        "\\1 \\g<name>\n"
    ]


def test_a_page_whose_marks_are_spoilt_is_not_taken_for_one_that_is_made():
    with pytest.raises(ValueError, match="there is no region “windows”"):
        with_regions(PAGE, "windows", str)


def test_a_table_keeps_its_columns_whatever_stands_in_them():
    assert table(("key", "what"), [("`a`", "x | y\nz")]) == (
        "| key | what |\n| --- | --- |\n| `a` | x \\| y z |\n"
    )
