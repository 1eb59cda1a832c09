"""What is longer than its form allows, and where that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.forms import Catalogue
from passportkit.forms.questions import questions_of
from passportkit.rules import examine
from passportkit.rules.doubts import doubts
from passportkit.source import read

FORM = """\
form: short
version: 1
title: Коротко
source: придумана
sections:
- {number: 1, heading: Суть, show: summary, limit: {characters: 5}, required: false}
- number: 2
  heading: Цель и задачи
  required: false
  limit: {characters: 9}
  blocks:
  - parts: [{label: Цель, show: goals}, {label: Задачи, show: tasks}]
  - {show: business_model.key_resources, limit: {characters: 4}}
  - {show: applications.last.contest}
- number: 3
  heading: Затраты
  required: false
  limit: {characters: 2}
  rows: costs
  columns: [{heading: Статья, show: item}]
  total: {label: ИТОГО, show: costs-total}
- {number: 4, heading: Сроки, show: period, limit: {pages: 0.1, lines: 1}, required: false}
- number: 5
  heading: Итоги
  required: false
  blocks:
  - {show: concept, limit: {characters: 8, blanks: false}}
  - {show: preconditions, limit: {sentences: 2}}
  - {show: opportunities, limit: {items: 2}}
  - rows: links
    limit: {items: 1}
    columns: [{heading: Страница, show: url}]
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder: Path = tmp_path_factory.mktemp("forms")
    (folder / "short").mkdir()
    (folder / "short" / "form.yaml").write_text(FORM, encoding="utf-8")
    return Catalogue([folder])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("summary: пять!", ""),
        ("summary: шесть!", "1:10"),
        ("summary: '**пять!**'", ""),  # asterisks are not seen on paper
        ("summary: длинно\nfor: {short: {summary: мало}}", ""),
        ("summary: мало\nfor: {short: {summary: длинно}}", "2:24"),
        ("summary: мало\nfor: {algorithm: {summary: длинно}}", ""),
        ("goals: девять!!!", ""),
        ("goals: десять!!!!", "1:8"),
        ("goals: девять!!!\ntasks: десять!!!!", "2:8"),
        ("tasks: [один, два]", "1:8"),  # with its dashes, as it stands on paper
        ("business_model: {key_resources: зал}", ""),
        ("business_model: {key_resources: залы!}", "1:33"),
        ("applications: [{contest: очень длинно}, {contest: коротко}]", ""),
        ("applications: [{contest: коротко}, {contest: очень длинно}]", "1:46"),
        ("costs: [{item: Аренда зала, amount: 100}]", ""),  # no text, but a table
        ("period: 2019-2020 годы", ""),  # pages and lines are measured nowhere
        ("concept: во семь!!", ""),
        ("concept: во семь!!!", "1:10"),
        ("preconditions: В г. Бор живут. Их мало.", ""),
        ("preconditions: Раз. Два. Три.", "1:16"),
        ("opportunities: [Холодно, Темно]", ""),
        ("opportunities: [Холодно, Темно, Тесно]", "1:16"),
        ("opportunities: Холодно. Темно. Тесно.", ""),  # no list, but prose
        ("links: [{url: https://a.example.org}]", ""),
        ("links: [https://a.example.org, https://b.example.org]", "1:8"),
    ],
)
def test_a_text_is_as_long_as_its_place_in_the_form_allows(catalogue, text, place):
    source = read(f"{text}\npassport: 1\ntitle: Клуб\n".encode(), "клуб.yaml")
    findings = examine(source, [catalogue.form("short")], catalogue=catalogue).findings
    places = [each.place for each in findings if each.place and each.rule == "text-too-long"]
    assert " ".join(f"{at.line}:{at.column}" for at in places) == place


def test_both_lengths_are_said_and_what_can_be_done(catalogue):
    source = read("summary: шесть!\npassport: 1\ntitle: Клуб\n".encode(), "клуб.yaml")
    (found,) = examine(source, [catalogue.form("short")], catalogue=catalogue).findings
    assert str(found.message) == "this has 6 characters, and the form allows 5"
    assert str(found.help) == "shorten it, or write less for `short` under `for`"


def test_an_answer_is_measured_as_soon_as_it_is_given(catalogue):
    summary, *_ = questions_of([catalogue.form("short")])
    assert doubts(summary, "пять!", catalogue=catalogue) == ()
    (doubt,) = doubts(summary, "шесть!", catalogue=catalogue)
    assert str(doubt) == "this has 6 characters, and the form allows 5"
