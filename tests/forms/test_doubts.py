"""Slips in a form that do not keep it from being used."""

from __future__ import annotations

from textwrap import dedent

import pytest

from passportkit.forms.loading import load_form
from passportkit.practice import BUILT_IN
from passportkit.source import read

HEAD = """\
form: region
version: 1
title: Паспорт
source: положение о конкурсе
sections:
"""


def doubts(sections: str) -> list[str]:
    loaded = load_form(read((HEAD + dedent(sections)).encode(), "form.yaml"), BUILT_IN)
    assert loaded.value is not None
    return [
        f"{found.place.line}:{found.place.column} {found.rule} {found.message}"
        for found in loaded.findings
        if found.place
    ]


def test_a_form_in_order_raises_none():
    assert not doubts(
        """\
          - {number: 1, heading: Название, show: title}
          - {number: 2, heading: Место, show: territory}
          - {number: 2.1, heading: Сроки, show: period}
          - {number: 10, heading: Итоги, show: summary}
        """
    )


@pytest.mark.parametrize(("number", "after"), [("1", "2"), ("2", "2"), ("1.9", "1.10")])
def test_a_number_that_does_not_follow_is_doubted(number, after):
    found = doubts(
        f"""\
          - {{number: "{after}", heading: Название, show: title}}
          - {{number: "{number}", heading: Место, show: territory}}
        """
    )
    assert found == [f"7:12 form-number the number {number} does not follow {after}"]


def test_numbers_are_compared_across_sections_that_have_none():
    found = doubts(
        """\
          - {number: 2, heading: Название, show: title}
          - {heading: Место, show: territory}
          - {number: 1, heading: Сроки, show: period}
        """
    )
    assert found == ["8:12 form-number the number 1 does not follow 2"]


def test_a_gap_in_the_numbers_is_the_form_s_own_affair():
    assert not doubts(
        """\
          - {number: 11, heading: Название, show: title}
          - {number: 13, heading: Место, show: territory}
        """
    )


def test_a_heading_given_twice_is_doubted_however_it_is_spelt():
    found = doubts(
        """\
          - {number: 1, heading: Название практики, show: title}
          - {number: 2, heading: "название  практики:", show: territory}
        """
    )
    assert found == [
        "7:24 form-label the label “название  практики:” is given twice",
    ]


def test_a_column_and_a_part_given_twice_are_doubted():
    found = doubts(
        """\
          - number: 1
            heading: Итоги
            rows: results
            columns:
              - {heading: Показатель, show: indicator}
              - {heading: Показатель, show: value}
          - number: 2
            heading: Цель и задачи
            parts:
              - {label: Цель, show: goals}
              - {label: "Цель:", show: tasks}
        """
    )
    assert [line.split()[:2] for line in found] == [
        ["11:17", "form-label"],
        ["16:15", "form-label"],
    ]
