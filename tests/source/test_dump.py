"""A new file, as a careful person would write it."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.practice import Practice, new_file
from passportkit.source import parse, read
from passportkit.source.dump import dump
from passportkit.text import canonical
from tests.conftest import examples
from tests.practices import practices, texts

law = settings(derandomize=True, deadline=None, max_examples=examples(60))


def data(text: str) -> Any:
    source = read(text.encode(), "практика.yaml")
    assert source.findings == ()
    return source.data


def test_a_practice_as_it_is_written():
    facts = {
        "title": "Соседские клубы «Свой двор»",
        "period": "2019-2020 годы",
        "goals": "вернуть соседям привычку встречаться: в каждом дворе – клуб",
        "tasks": ["обучить ведущих;", "открыть двенадцать клубов."],
        "results": [{"indicator": "Клубы", "unit": "ед.", "value": "14"}],
        "audience": {"involved": "5 чел."},
        "unplaced": [{"from": "Паспорт.docx, раздел 12", "text": "12. Прочее"}],
        "forms": ["practice-passport", "algorithm"],
        "assessment": "хорошо",
    }
    assert dump(new_file(facts)) == dedent("""\
        passport: 1
        title: Соседские клубы «Свой двор»
        forms: [practice-passport, algorithm]
        period: 2019-2020 годы
        goals: "вернуть соседям привычку встречаться: в каждом дворе – клуб"

        tasks:
          - обучить ведущих;
          - открыть двенадцать клубов.

        results:
          - indicator: Клубы
            unit: ед.
            value: 14

        audience:
          involved: 5 чел.

        assessment: хорошо

        unplaced:
          - from: Паспорт.docx, раздел 12
            text: 12. Прочее
        """)


SENTENCE = "В Светлоречье тридцать восемь тысяч жителей, и вечером пойти им некуда"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            f"{SENTENCE}. {SENTENCE}.",
            [
                ">-",
                f"  {SENTENCE}. В Светлоречье тридцать",
                "  восемь тысяч жителей, и вечером пойти им некуда.",
            ],
            id="a long paragraph is folded",
        ),
        pytest.param(
            f"{SENTENCE}. {SENTENCE}.\nИ точка.",
            [
                ">-",
                f"  {SENTENCE}. В Светлоречье тридцать",
                "  восемь тысяч жителей, и вечером пойти им некуда.",
                "",
                "  И точка.",
            ],
            id="long paragraphs are set apart",
        ),
        pytest.param(
            f"Итак:\n- {SENTENCE} и так далее до конца строки;\n  - вот.",
            [
                "|",
                "  Итак:",
                f"  - {SENTENCE} и так далее до конца строки;",
                "    - вот.",
            ],
            id="a list stays a list",
        ),
        pytest.param("Одна.\nДругая.", ["|", "  Одна.", "  Другая."], id="short lines stay lines"),
        pytest.param(
            "слово" * 30 + " " + "слово" * 30,
            [">-", "  " + "слово" * 30, "  " + "слово" * 30],
            id="a word is never broken",
        ),
        pytest.param("да", ["да"], id="a word"),
        pytest.param("no", ['"no"'], id="a word that is none to other readers"),
        pytest.param("", ['""'], id="nothing"),
        pytest.param("\n", [r'"\n"'], id="what no line below a key can say"),
    ],
)
def test_a_text_as_it_is_written(text, lines):
    written = dump({"summary": text})
    assert written == "\n".join([f"summary: {lines[0]}", *lines[1:], ""])
    assert canonical(data(written)["summary"]) == canonical(text)


@law
@given(practice=practices)
def test_a_practice_comes_back_as_it_was(practice):
    facts = practice.model_dump(by_alias=True, exclude_unset=True)
    assert parse(Practice, data(dump(facts))).value == practice


@law
@given(text=(texts | st.text()).map(canonical))
def test_every_text_comes_back_to_the_letter(text):
    facts = {"summary": text, "tasks": [text, text], "results": [{"indicator": text, "unit": "a"}]}
    again = data(dump(facts))
    words = [again["summary"], *again["tasks"], again["results"][0]["indicator"]]
    assert [canonical(each) for each in words] == [text] * 4


@pytest.mark.parametrize("size", [900, 1100])
@pytest.mark.parametrize("value", ["да", None, ["а", "б"], {"в": "г"}])
def test_a_key_of_any_length_comes_back(size, value):
    data = {"я" * size: value, "цель": {"x" * size: value, "ы": "э"}}
    assert read(dump(data).encode(), "a.yaml").data == data
