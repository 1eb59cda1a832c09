"""The forms as they were filed, with invented words: what stands in each of their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from passportkit.forms import Catalogue, Form, bind
from passportkit.forms.filled import FilledRow
from passportkit.practice import Practice
from passportkit.source import parse, read

FILED = Path(__file__).parents[1] / "rules" / "filed"

CATALOGUE = Catalogue()
FORMS = [CATALOGUE.form(name) for name in CATALOGUE.names()]

Values = dict[str, str | list[dict[str, str]]]

INSTEAD: dict[str, Values] = {
    "algorithm": {
        "stages_1": "2019-2020 годы",
        "stages_2": "2021-2022 годы",
        "stages_3": "2023 год",
        "budget_in_thousands": "450",
    },
    "grant-card-won": {
        "summary": "Проблема – в нехватке помощи.\nБудут готовы решения: а) пособия, б) курсы.",
        "applications_last_transferred": "9 484 487,00",
        "applications_last_requested": "9 500 000,00",
        "applications_last_total_expenses": "12 657 969,00",
        "organization_website": "https://example.org/",
    },
    "grant-card-declined": {
        "geography": "Южные районы Красноярского края",
        "organization_address": "660999, Красноярский край, село Речное, ул Речная, д 22А",
    },
}
"""Answers in place of those that are empty, or that no longer stand alone, in the files."""

_listed = re.compile(r"^·[ \xa0]+", re.MULTILINE).sub


class Answers(NamedTuple):
    """A form, and by its keys a text or rows, as they should come back."""

    form: Form
    values: Values


@lru_cache
def answers(name: str) -> Answers:
    """Return a form as it was filed: `algorithm`, `grant-card-won` and so on."""
    path = FILED / f"{name}.yaml"
    form = CATALOGUE.form(name.removesuffix("-won").removesuffix("-declined"))
    source = read(path.read_bytes(), path.name)
    practice = parse(Practice, source.data or {}).value
    assert practice is not None
    bound = bind(form, practice).values
    values = {key: plain(value) for key, value in bound.items()}
    return Answers(form, values | INSTEAD.get(name, {}))


def plain(value: str | Sequence[FilledRow]) -> str | list[dict[str, str]]:
    """Return a value without the numbers of rows and without merged cells; bullets are lists."""
    return _listed("- ", value) if isinstance(value, str) else _unmerged(value)


def _unmerged(rows: Sequence[FilledRow]) -> list[dict[str, str]]:
    """Return rows without their numbers, and with the words of merged cells in each."""
    unmerged: list[dict[str, str]] = []
    for row in rows:
        cells = {
            key: _listed("- ", text)
            for key, text in row.items()
            if key != "number" and "|" not in key
        }
        for key in cells:
            if row.get(f"{key}|merge") == "continue":
                cells[key] = unmerged[-1][key]
        unmerged.append(cells)
    return unmerged
