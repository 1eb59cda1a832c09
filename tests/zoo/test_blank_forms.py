"""Our own blank forms, filled in by hand: people type over the hints."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import pytest
from docx.oxml.ns import qn

from passportkit.engine.rendering import Renderer
from passportkit.forms import Form, blank
from passportkit.intake import recognise
from passportkit.word.read.body import read_document
from tests.intake.accounting import accounted
from tests.zoo.answers import CATALOGUE, FORMS


def hints(form: Form) -> Iterator[str]:
    for value in blank(form).values.values():
        rows = [{"": value}] if isinstance(value, str) else value
        yield from (" ".join(text.split()) for row in rows for text in row.values())


def typed_over(form: Form, answer: str) -> tuple[bytes, int]:
    """Return the blank form with an answer in place of each hint, and how many there are."""
    document = docx.Document(io.BytesIO(Renderer(CATALOGUE).document(form, blank(form))))
    hint = next(style.style_id for style in document.styles if style.name == "Hint")
    runs = document.element.body.xpath(f".//w:r[w:rPr/w:rStyle/@w:val='{hint}']")
    for number, run in enumerate(runs):
        [text] = run.findall(qn("w:t"))
        text.text = answer.format(hint=text.text, number=number)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue(), len(runs)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize(
    "answer",
    ["Ответ{number}", "{hint} Ответ{number}", "{hint}Ответ{number}", "Ответ{number} {hint}"],
    ids=["over", "behind", "right behind", "before"],
)
def test_what_is_typed_at_a_hint_comes_in(answer, form):
    content, count = typed_over(form, answer)
    paper = read_document(content, set(hints(form)))
    assert recognise(paper, FORMS).form is form
    reading = accounted(paper, form)
    texts = [
        text
        for value in reading.values.values()
        for row in ([{"": value}] if isinstance(value, str) else value)
        for text in row.values()
        if text
    ]
    assert texts == [f"Ответ{number}" for number in range(count)]
    assert reading.left == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_blank_form_says_nothing(form):
    content = Renderer(CATALOGUE).document(form, blank(form))
    reading = accounted(read_document(content, set(hints(form))), form)
    assert [value for value in reading.values.values() if value] == []
    assert reading.left == []
