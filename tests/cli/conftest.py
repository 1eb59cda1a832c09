"""A practice, its document, and words that are put into this document by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Passport, Write
from tests.word.foreign import Part, with_parts, with_words

FORM = """\
form: note
version: 1
source: придумана для проверки
title: Записка
sections:
  - {number: 1, heading: Наименование, show: title}
  - {number: 2, heading: Суть практики, show: summary}
  - number: 3
    heading: Затраты
    rows: costs
    row-number: "1"
    columns:
      - {heading: Статья, show: item}
      - {heading: Объем затрат, show: amount}
"""
PRACTICE = """\
passport: 1
title: Клуб соседей
summary: Соседи встречаются по средам.
costs:
  - {item: Чай, amount: "100"}
  - item: Аренда зала  # до лета
    amount: "2 000"
"""

Add = Callable[..., None]


@pytest.fixture
def add(passport: Passport, write: Write) -> Add:
    """Make a document, and return `add(words, xml, parts…)`, which puts XML behind words."""
    write("passport.toml", 'forms = ["note"]\n')
    write("forms/note/form.yaml", FORM)
    write("klub.yaml", PRACTICE)
    assert passport("render", "klub.yaml", "-o", "klub.docx").code == 0

    def change(words: str, xml: str, *parts: Part) -> None:
        path = Path("klub.docx")
        path.write_bytes(with_parts(with_words(path.read_bytes(), words, xml), *parts))

    return change
