"""Texts that say a value, without their looks."""

from __future__ import annotations

import pytest

from passportkit.text.bare import bare


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**85** 000", "85 000"),
        ("8 (391) **200**-00-00\n*доб. 5*", "8 (391) 200-00-00\nдоб. 5"),
        (
            "[https://example.org/wall-**166](https://example.org/wall-166)479**",
            "https://example.org/wall-166479",
        ),
        ("[sad@exam](mailto:sad@exam)ple.org", "sad@example.org"),
        ("[Анна](https://example.org) Ильинична", "Анна Ильинична"),
        ("[Анна Ильинична](https://example.org)", "[Анна Ильинична](https://example.org)"),
        ("[**Сайт**](https://example.org)", "[Сайт](https://example.org)"),
        (r"2 \* 3", r"2 \* 3"),
        ("https://example.org", "https://example.org"),
        ("", ""),
    ],
)
def test_marks_and_links_of_a_part_go(text: str, said: str) -> None:
    assert bare(text) == said
