"""Markers that were typed begin list items, whatever stands behind them."""

import pytest

from passportkit.paper.typed_lines import read_typed
from passportkit.text import Span


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        (["- чай"], "- чай"),
        (["- klub@example.org"], "- klub@example.org"),
        (["• https://klub.example.org"], "- https://klub.example.org"),
        (["2) https://klub.example.org/2"], "2) https://klub.example.org/2"),
        (["- почта klub@example.org"], "- почта klub@example.org"),
        (["-klub@example.org"], "-klub@example.org"),
        (["- "], "-"),
        (["-", "чай"], "-чай"),
        ([], ""),
    ],
)
def test_a_marker_begins_an_item(spans, text):
    assert read_typed([[Span(each) for each in spans]]) == text


def test_a_link_of_words_may_begin_behind_a_marker():
    line = [Span("- "), Span("клуб", link="https://klub.example.org")]
    assert read_typed([line]) == "- [клуб](https://klub.example.org)"
