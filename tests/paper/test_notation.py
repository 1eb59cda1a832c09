"""Powers, indices, fractions and roots in one line."""

from __future__ import annotations

import pytest

from passportkit.paper.notation import fraction, lowered, raised, root, scripted


@pytest.mark.parametrize(
    ("words", "before", "said"),
    [
        ("3", "0", "³"),
        ("-3", "0", "⁻³"),
        ("–3", "0", "⁻³"),
        ("2+", "a", "²⁺"),
        ("n", "0", "^(n)"),
        ("n+1", "x", "^(n+1)"),
        ("2,5", "x", "^(2,5)"),
        (" 2 ", "м", " ² "),
        ("о", "0", "°"),
        ("о", "N", "^(о)"),
        ("й", "5", "й"),
        ("TM", "й", "™"),
        ("[1]", "о", "[1]"),
        ("*", "о", "*"),
        ("(наименование организации)", " ", "(наименование организации)"),
        ("подпись", "", "подпись"),
        ("1", "", "¹"),
        ("", "0", ""),
        (" ", "0", " "),
    ],
)
def test_what_stands_above_the_line(words: str, before: str, said: str) -> None:
    assert raised(words, before) == said


@pytest.mark.parametrize(
    ("words", "before", "said"),
    [("2", "O", "₂"), ("max", "V", "_(max)"), ("й", "5", "_(й)"), ("слова", " ", "слова")],
)
def test_what_stands_below_the_line(words: str, before: str, said: str) -> None:
    assert lowered(words, before) == said


def test_parts_of_a_formula_stand_together() -> None:
    assert fraction("1", "2") == "1/2"
    assert fraction("a+b", "(c-d)") == "(a+b)/(c-d)"
    assert root("x") == "√x"
    assert root("x+1", "3") == "³√(x+1)"
    assert scripted("x", "1", "2") == "x₁²"
    assert scripted("a+b", "", "n") == "(a+b)^(n)"
