"""Marks that programs have cut within words."""

from __future__ import annotations

import pytest

from passportkit.paper.emphasis import at_word_ends
from passportkit.text import Line, Span, write


def written(*spans: Span) -> str:
    return write([Line("paragraph", 0, 0, "", tuple(at_word_ends(spans)))])


@pytest.mark.parametrize(
    ("before", "bold", "after", "said"),
    [
        ("", "сло", "во", "**слово**"),
        ("сло", "во", "", "слово"),
        ("с", "лово и", " дело", "**слово и** дело"),
        ("", "01.09", ".2019", "**01.09.2019**"),
        ("(", "важно", ")", "(**важно**)"),
        ("раз ", "два", " три", "раз **два** три"),
        ("", "слово", ", дело", "**слово**, дело"),
    ],
)
def test_a_word_is_bold_if_most_of_it_is(before: str, bold: str, after: str, said: str) -> None:
    assert written(Span(before), Span(bold, bold=True), Span(after)) == said


def test_an_address_that_leads_somewhere_in_part_leads_where_it_says() -> None:
    link = "https://example.org/wall-166"
    spans = (
        Span("https://example.org/wall-", link=link),
        Span("166", bold=True, link=link),
        Span("479", bold=True),
    )
    text = "".join(span.text for span in at_word_ends(spans))
    assert [span.link for span in at_word_ends(spans)] == [None]
    assert text == "https://example.org/wall-166479"


def test_a_link_of_other_words_stays_whatever_it_cuts() -> None:
    link = "https://example.org/"
    assert written(Span("отчёт", link=link), Span("ы")) == f"[отчёт]({link})ы"
