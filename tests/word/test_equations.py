"""Fields that are written in signs."""

from __future__ import annotations

import pytest

from passportkit.word.read.equations import equation_words, symbol_words


@pytest.mark.parametrize(
    ("instruction", "said"),
    [
        (r" EQ \f(3;4) ", "3/4"),
        (r"EQ \f(3,4)", "3/4"),
        (r"EQ \f(1,5;a+b)", "1,5/(a+b)"),
        (r"EQ 10\s\up8(3)", "10³"),
        (r"EQ x\s\do4(i)", "x_(i)"),
        (r"EQ \r(3;x)+\r(y)", "³√x+√y"),
        (r"EQ \b\bc\{(a)\b\lc\[(b)", "{a}[b"),
        (r"EQ \i\su(i=1;n;x)", "∑_(i=1)^(n) x"),
        (r"EQ \a\al\co2(1;2)", "(1; 2)"),
        (r"EQ \l(1;2)", "1, 2"),
        (r"EQ \x\to(a) f(x;y) \(z\)", "a f(x;y) (z)"),
        (r"EQ \f(1;\f(2;3))", "1/(2/3)"),
        (r"EQ \f(1", "1/"),
        (r"EQ )a;b(", ")a;b()"),
        (r"EQ", ""),
    ],
)
def test_an_equation_in_one_line(instruction: str, said: str) -> None:
    assert equation_words(instruction) == said


def test_brackets_without_an_end_do_no_harm() -> None:
    assert equation_words("EQ " + "(" * 5000).startswith("(")


@pytest.mark.parametrize(
    ("instruction", "said"),
    [
        (r" SYMBOL 252 \f Wingdings \s 12 ", "✓"),
        (r'SYMBOL 0xB3 \f "Symbol"', "≥"),
        (r"SYMBOL 169", "©"),
        (r"SYMBOL 8364 \u", "€"),
        (r"SYMBOL", ""),
        (r"SYMBOL 9999999", "□"),
    ],
)
def test_a_sign_by_its_code(instruction: str, said: str) -> None:
    assert symbol_words(instruction) == said
