"""Much of a kind comes back: a thousand rows and more, however numbered, and thousands of lines."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

from passportkit.forms import Form
from passportkit.forms.bind import filled_with
from passportkit.forms.filled import FormValues
from passportkit.forms.sample import sample_of
from passportkit.intake import match
from passportkit.layout import lay_out
from passportkit.stamp import Stamp, hash_of
from tests.intake.looks import STYLES, cleared
from tests.test_law import every_layout, form_called

ROWS = 1_100


def _multiplied(rows: list[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Return rows again and again, each with its number in its words."""
    if len(rows) == 1:  # a record
        return rows
    many = (rows * ROWS)[:ROWS]
    return [
        {key: f"{words} ({number})" for key, words in row.items()}
        for number, row in enumerate(many, 1)
    ]


def _says(form: Form) -> FormValues:
    return {
        key: said if isinstance(said, str) else _multiplied(list(said))
        for key, said in sample_of(form).items()
    }


@every_layout
def test_all_rows_of_all_tables_come_back(name: str) -> None:
    form = form_called(name)
    says = _says(form)
    found = match(lay_out(form, filled_with(form, "Клуб", says)), form)
    assert (found.values, found.left) == (says, [])


def test_so_they_do_whatever_the_look() -> None:
    form = form_called("own-sections")
    says = _says(form)
    found = match(cleared(lay_out(form, filled_with(form, "Клуб", says)), STYLES), form)
    assert (found.values, found.left) == (says, [])


def test_a_text_of_thousands_of_lines_that_was_corrected_is_read_in_seconds() -> None:
    """Whether more of an answer is to come is not asked anew of all of it at each of its lines."""
    form = form_called("practice-passport")
    says = {**sample_of(form), "summary": "\n".join(f"Вечер номер {n}" for n in range(6_000))}
    paper = lay_out(form, filled_with(form, "Клуб", says))
    stamped = replace(paper, stamp=Stamp(form.name, form.version, {"summary": [hash_of("Вечер")]}))
    began = time.process_time()
    assert match(stamped, form).values["summary"] == says["summary"]
    assert time.process_time() - began < 6
