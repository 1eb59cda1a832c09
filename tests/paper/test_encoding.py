"""Bytes become words whatever they are written in, and whatever they say about it."""

from __future__ import annotations

import pytest

from passportkit.paper.page.encoding import decoded

PAGE = '<meta charset="{}"><p>Паспорт, № 1 «Дом» – Ижевск'


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("utf-8", "utf-16-le"),
        ("windows-1251", "cp1251"),
        ("windows-1251", "utf-8"),  # saved again, the declaration as it was
        ("utf-8", "cp1251"),
        ("no-such-thing", "cp1251"),
        ("rot13", "cp1251"),
        ("ibm866", "cp866"),
    ],
)
def test_pages(said, written):
    page = PAGE.format(said).replace("«Дом» – ", "" if written == "cp866" else "«Дом» – ")
    assert decoded(page.encode(written)) == page


def test_what_stands_outside_the_file():
    assert decoded("Паспорт".encode("koi8-r"), "koi8-r") == "Паспорт"


def test_texts_that_say_nothing():
    assert decoded("Паспорт".encode("cp1251")) == "Паспорт"


def test_any_bytes_give_words():
    assert decoded(bytes(range(256)))


LONG = "<style>" + "p { color: black }\n" * 400 + "</style>"


@pytest.mark.parametrize(
    "head",
    [
        f'{LONG}<meta charset="koi8-r">',
        f'{LONG}<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
        f'<script charset="windows-1251"></script>{LONG}<META CHARSET=KOI8-R>',
        f'<!-- <meta charset="cp866"> -->{LONG}<meta charset="koi8-r" />',
        f'<meta charset="unknown"><meta charset="koi8-r">{LONG}',
    ],
)
def test_all_of_a_head_is_looked_through(head):
    page = f"<html><head><title>Дом</title>{head}</head><body><p>Паспорт</body></html>"
    assert decoded(page.encode("koi8-r")) == page


def test_what_stands_below_the_head_says_nothing_of_the_page():
    page = f"<head>{LONG}</head><body>charset=koi8-r Паспорт"
    assert decoded(page.encode("cp1251")) == page
