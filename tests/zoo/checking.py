"""One document, drawn in some manner, read, and compared with the answers that were drawn."""

from __future__ import annotations

import pytest

from passportkit.word.read.body import read_document
from tests.zoo.answers import Answers, answers
from tests.zoo.comparison import faults
from tests.zoo.drawing import Drawing
from tests.zoo.manner import Manner

SECTIONS = ("practice-passport", "project-passport")
PASSPORTS = (*SECTIONS, "algorithm")


def cases(manners: dict[str, Manner], forms: tuple[str, ...]) -> list[object]:
    return [
        pytest.param(form, manner, id=f"{form}: {name}")
        for name, manner in manners.items()
        for form in forms
    ]


def check(form: str | Answers, manner: Manner) -> None:
    drawing = Drawing(answers(form) if isinstance(form, str) else form, manner)
    paper = read_document(drawing.document())
    found = faults(paper, drawing.answers, foreign=f"{manner.before} {manner.after} Содержание")
    assert not found, "\n".join(found)
