"""Formulas of a page, as one line says them."""

from __future__ import annotations

import pytest

from passportkit.paper.page.page import read_page
from tests.paper.shown import shown


def read(page: str) -> list[str]:
    return shown(read_page(page.encode()).blocks)


@pytest.mark.parametrize(
    ("formula", "said"),
    {
        "fraction": ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        "choice": ('<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>', "(n; k)"),
        "power": ("<msup><mi>x</mi><mn>2</mn></msup>", "x²"),
        "index": ("<msub><mi>x</mi><mn>1</mn></msub>", "x₁"),
        "both": ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x₁²"),
        "sum": ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>x</mi>", "∑_(i)^(n) x"),
        "limit": ("<mover><mi>x</mi><mi>n</mi></mover>", "x^(n)"),
        "root": ("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x"),
        "fences": ("<mfenced open='[' separators=';'><mi>a</mi><mi>b</mi></mfenced>", "[a;b)"),
        "matrix": (
            "<mtable><mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd></mtr></mtable>",
            "(1, 2; 3)",
        ),
        "words": ("<mtext>рост за <b>год</b></mtext>", "рост за год"),
        "source": ("<semantics><mi>x</mi><annotation>x^{}</annotation></semantics>", "x"),
    }.values(),
)
def test_a_formula_is_a_line(formula: str, said: str) -> None:
    assert read(f"<p><math>{formula}</math>") == [said]


@pytest.mark.parametrize(
    ("sign", "said"),
    [("^", "x\u0302"), ("ˆ", "x\u0302"), ("¯", "x\u0305"), ("‾", "x\u0305"), ("~", "x\u0303")],
)
def test_a_sign_above_a_letter_is_its_accent(sign: str, said: str) -> None:
    assert read(f"<p><math><mover><mi>x</mi><mo>{sign}</mo></mover></math>") == [said]


def test_a_formula_that_stands_apart_is_a_paragraph() -> None:
    page = "<p>Доля <math{}><mi>x</mi></math> мала"
    assert read(page.format("")) == ["Доля x мала"]
    assert read(page.format(' display="block"')) == ["Доля", "x", "мала"]
