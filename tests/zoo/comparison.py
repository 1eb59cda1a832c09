"""What came in, compared with what was drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from passportkit.forms import Form, bind
from passportkit.forms.unbind import unbind
from passportkit.intake import recognise
from passportkit.paper import Paper
from passportkit.practice import Practice
from tests.intake.accounting import accounted
from tests.zoo.answers import FORMS, Answers, plain


def faults(paper: Paper, drawn: Answers, *, foreign: str | None = "") -> list[str]:
    """Return what is not as it should be: a line for each place. `foreign` words may be left.

    All may be left where it is None.
    """
    form, expected = drawn
    recognised = recognise(paper, FORMS).form
    if recognised is not form:
        return [f"recognised as {recognised.form}"]
    reading = accounted(paper, form)
    values = {key: _said(value) for key, value in reading.values.items()}
    expected = {key: _said(value) for key, value in expected.items()}
    found = [*_differences(values, expected)]
    found += [f"left: {left.text!r}" for left in reading.left if not _is_from(foreign, left.text)]
    return found or [*_differences(_through_yaml(form, reading.values), expected, "in YAML: ")]


def _is_from(foreign: str | None, text: str) -> bool:
    return foreign is None or all(word in foreign for word in re.split(r"[\s–]+", text))


def _through_yaml(form: Form, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the form would show of the practice that was read."""
    facts, left = unbind(form, values)
    practice = Practice.model_validate({"passport": "1", "title": "-", **facts})
    bound = bind(form, practice).values
    shown = {key: _said(plain(bound[key])) for key, value in values.items() if _said(value)}
    return shown | {"left": str(left or "")}


def _said(value: Any) -> Any:
    """Return a value, of rows those that have words: an empty table is printed with one row."""
    return value if isinstance(value, str) else [row for row in value if any(row.values())]


def _differences(
    read: Mapping[str, Any], expected: Mapping[str, Any], origin: str = ""
) -> Iterator[str]:
    for key in sorted(read.keys() | expected.keys()):
        got, due = read.get(key) or "", expected.get(key) or ""
        if isinstance(got, list) and isinstance(due, list) and len(got) == len(due):
            for at, (row, true) in enumerate(zip(got, due, strict=True), 1):
                yield from _differences(row, true, f"{origin}{key} {at} ")
        elif got != due:
            yield f"{origin}{key}: {got!r} is not {due!r}"
