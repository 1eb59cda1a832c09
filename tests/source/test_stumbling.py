"""What is told where a text stops being YAML for something that its author does not see."""

from __future__ import annotations

import pytest

from passportkit.source import read


def said(content: str) -> list[str]:
    findings = read(content.encode(), "клуб.yaml").findings
    return [f"{f.place.line}:{f.place.column} {f.message}" for f in findings if f.place]


OURS = "passport: 1\ntitle: Клуб\n"
CONFLICT = "a conflict of git is not settled here"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (f"<<<<<<< HEAD\n{OURS}=======\n{OURS}>>>>>>> b\n", 1),
        (f"{OURS}<<<<<<< HEAD\nperiod: 2023 год\n=======\nperiod: 2024 год\n>>>>>>> ветка\n", 3),
        (f"{OURS}tasks:\n<<<<<<< a\n  - б\n||||||| c\n  - в\n=======\n  - г\n>>>>>>> d\n", 4),
        (f"{OURS}period: 2023 год\n>>>>>>> ветка\n", 4),
        (f"{OURS}=======\nperiod: 2023 год\n", 3),
        (f'{OURS}summary: "Встречи\n<<<<<<< a\n  б\n=======\n  в\n>>>>>>> d\n"\n', 4),
        (
            f"{OURS}<<<<<<< HEAD\r\nb: 1\r\n=======\r\nb: 2\r\n>>>>>>> c\r\n".replace("\n", "\r\n"),
            3,
        ),
    ],
)
def test_the_marks_of_a_conflict_are_told_where_they_begin(content, line):
    assert said(content) == [f"{line}:1 {CONFLICT}"]


@pytest.mark.parametrize(
    "content",
    [
        f"{OURS}summary: |\n  <<<<<<< a\n  =======\n  >>>>>>> b\n",
        f'{OURS}summary: "Итоги\n=======\n  всё"\n',
        f"{OURS}# <<<<<<< HEAD\n",
    ],
)
def test_what_looks_like_such_marks_in_a_text_is_none(content):
    assert said(content) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a:\n\t- б\n", "2:1 the line is indented with a tab"),
        ("a:\n  b: 1\n  \tc: 2\n", "3:3 the line is indented with a tab"),
        ("a:\n  -\tб\n", "2:4 here stands a tab (U+0009)"),
        ("a: 1\nb:\xa0в\nc: 2\n", "2:3 behind the colon stands a no-break blank (U+00A0)"),
        ("a:\u202fб\nc: 2\n", "1:3 behind the colon stands a no-break blank (U+202F)"),
        ("a:\xa0б\n", "1:3 behind the colon stands a no-break blank (U+00A0)"),
        ("a: 1\nb:\u2003в\n", "2:3 behind the colon stands an unusual blank (U+2003)"),
        ("a: 1\nb:\u200bв\n", "2:3 behind the colon stands an invisible sign (U+200B)"),
        ("a:\n  - b: 1\n\xa0   c: 2\n", "3:1 in the indentation stands a no-break blank (U+00A0)"),
        ("a:\n  - b: 1\n  \xa0 c: 2\n", "3:3 in the indentation stands a no-break blank (U+00A0)"),
        ("a:\n\xa0 b: 1\n", "2:1 in the indentation stands a no-break blank (U+00A0)"),
        ("a: 1\nb\xa0: 2\n", "2:2 behind the key stands a no-break blank (U+00A0)"),
        ("a\u200bb: 1\n", "1:2 in the key stands an invisible sign (U+200B)"),
        (
            "'a\u202e': 1\n",
            "1:3 behind the key stands a sign that turns the direction of writing (U+202E)",
        ),
        ("\u200ba: 1\n", "1:1 in the indentation stands an invisible sign (U+200B)"),
        ("a:\n  - б\n  -\xa0в\n", "3:4 behind the dash stands a no-break blank (U+00A0)"),
        ("a: 1\nb:в\nc: 1\n", "2:2 there is no blank behind the colon"),
        ("a:\n  - b:Зал\n    c: 5\n", "2:6 there is no blank behind the colon"),
        ("a: б\x85в\nb: 1\n", "1:5 in the text stands an unusual line end (U+0085)"),
        ("a: б в\u2028г\nb: 1\n", "1:7 in the text stands an unusual line end (U+2028)"),
        ("a: №5 #дом\n  и двор\n", "1:7 the text ends before ` #`, which begins a comment"),
        ("a: № 5\n  #дом\n  и двор\n", "2:3 the text ends before ` #`, which begins a comment"),
        ("a:\n  - б # в\n    г\n", "2:7 the text ends before ` #`, which begins a comment"),
    ],
)
def test_what_is_in_the_way_is_named(content, told):
    assert said(content) == [told]


@pytest.mark.parametrize(
    "content",
    ["a: 1\nb: @в\n", "a: https://example.org\nb: [в\n", "a: 1 # б\nb: 'в\n", "a: \xa0б\nc: *\n"],
)
def test_where_nothing_is_in_the_way_libyaml_is_explained(content):
    (told,) = said(content)
    assert "stands" not in told
    assert "colon" not in told
    assert "comment" not in told
