"""Forms as other people lay them out: every word of every answer comes into its field.

A row of the tables is a manner to fill in a form, and each is drawn for each form.
"""

from __future__ import annotations

import pytest

from passportkit.forms.model import Section
from passportkit.paper import Paper
from passportkit.word.read.body import read_document
from tests.zoo.answers import answers
from tests.zoo.checking import PASSPORTS, SECTIONS, cases, check
from tests.zoo.comparison import faults
from tests.zoo.drawing import Drawing
from tests.zoo.manner import Manner, latin
from tests.zoo.sheet import cell, paragraph, row, table, text_box, words

FRAMES = {
    "heading in bold, table": Manner(),
    "heading 1, table": Manner(look="", style="1"),
    "plain heading, table": Manner(look=""),
    "numbered by Word": Manner(number="auto"),
    "numbered with a bracket": Manner(number="{number}) "),
    "number glued to the heading": Manner(number="{number}."),
    "numbered as sections": Manner(number="Раздел {number}. "),
    "no numbers": Manner(number=""),
    "no notes": Manner(notes=False),
    "heading inside the table": Manner(frame="inside", rows="spread"),
    "heading inside, rows nested": Manner(frame="inside"),
    "heading and answer in one cell": Manner(frame="together"),
    "bare paragraphs": Manner(frame="bare"),
    "bare paragraphs, plain": Manner(frame="bare", look=""),
    "bare paragraphs, no numbers": Manner(frame="bare", number=""),
    "one wide table": Manner(frame="wide", rows="spread"),
    "one wide table, rows nested": Manner(frame="wide"),
    "a table of two columns for each section": Manner(frame="pairs"),
    "answers on the line of the heading": Manner(frame="inline"),
    "one table, numbers and headings over answers": Manner(frame="framed"),
    "headings broken into two paragraphs": Manner(broken=True),
    "headings broken into two paragraphs, bare": Manner(frame="bare", broken=True),
    "one number for all": Manner(number="1. "),
    "texts where the form has rows": Manner(rows="text"),
    "texts where the form has rows, bare": Manner(frame="bare", rows="text"),
    "texts where the form has rows, one table": Manner(frame="two", rows="text"),
    "one table of two columns": Manner(frame="two"),
    "one table of two columns, plain": Manner(frame="two", look=""),
    "one table of three columns": Manner(frame="three"),
    "one table of three columns, no numbers": Manner(frame="three", number=""),
    "a tab behind the number": Manner(tab=True),
    "a tab behind the number, bare": Manner(frame="bare", tab=True),
    "notes behind a soft break": Manner(note_place="broken"),
    "notes on the line of the heading": Manner(note_place="same"),
    "notes over the answer": Manner(note_place="answer"),
    "notes on the line of the heading, bare": Manner(frame="bare", note_place="same"),
    "notes on the line of the heading, one table": Manner(frame="two", note_place="same"),
    "notes over the answer, one table": Manner(frame="two", note_place="answer"),
    "words behind labels on lines of their own": Manner(parts="own"),
}


ROWS = {
    "row numbers with a dot": Manner(rows_number="{}."),
    "row numbers by Word": Manner(rows_number="auto"),
    "row numbers with a bracket": Manner(rows_number="{})"),
    "blank rows": Manner(blank_rows=2),
    "blank rows, numbered by Word": Manner(blank_rows=2, rows_number="auto"),
    "equal cells merged": Manner(merge_all=True),
    "row numbers left empty": Manner(rows_number=""),
    "row numbers repeated": Manner(rows_number="1"),
    "no column of numbers": Manner(number_head=""),
    "another head of numbers": Manner(number_head="№ п/п"),
    "columns swapped": Manner(swapped=True),
    "a column more": Manner(extra=True),
    "table cut in two": Manner(cut="plain", merge=False),
    "table cut in two, head repeated": Manner(cut="headed", merge=False),
    "table cut in two, announced": Manner(cut="announced", merge=False),
    "table cut in two, columns swapped": Manner(cut="plain", merge=False, swapped=True),
    "table cut in two, no numbers": Manner(cut="plain", merge=False, number_head=""),
    "table cut in two, no numbers, head repeated": Manner(
        cut="headed", merge=False, number_head=""
    ),
    "table cut in two, within a cell": Manner(frame="framed", cut="announced", merge=False),
    "head on every page": Manner(head="repeated"),
    "head of two rows": Manner(head="double"),
    "total in cells": Manner(total="apart"),
    "no head": Manner(head="none"),
    "a record from top to bottom": Manner(record="down"),
    "total below the table": Manner(total="below"),
    "total below the table, within a cell": Manner(frame="together", total="below"),
    "total under the sums": Manner(total="sums"),
    "total by another name": Manner(total="other"),
    "sources not merged": Manner(merge=False),
    "in one table, numbers with a dot": Manner(frame="wide", rows="spread", rows_number="{}."),
    "in one table, no numbers": Manner(frame="wide", rows="spread", number_head=""),
    "in one table, head of two rows": Manner(frame="wide", rows="spread", head="double"),
}


COVER = "".join(
    paragraph(words(text), '<w:jc w:val="center"/>')
    for text in ("Администрация города Светлоречье", "Конкурс муниципальных практик", "2019 год")
)
LETTERHEAD = table(
    [
        row(
            [
                cell(paragraph(words("Министерство культуры"))),
                cell(paragraph(words("УТВЕРЖДАЮ\nГлава города ________ П.П. Лесной"))),
            ]
        )
    ],
    2,
)
SIGNATURE = paragraph("") + "".join(
    paragraph(words(text))
    for text in ("Глава города ____________ П.П. Лесной", "«__» ________ 2019 г.", "М.П.")
)


LANDSCAPE = (
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    '</w:pPr></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId5"/></w:sectPr>'
)

AROUND = {
    "a list of contents": Manner(contents=True),
    "a list of contents, bare": Manner(frame="bare", contents=True),
    "a cover page": Manner(before=COVER),
    "a letterhead": Manner(before=LETTERHEAD),
    "a signature": Manner(after=SIGNATURE),
    "a signature after one table": Manner(frame="two", after=SIGNATURE),
    "a signature after paragraphs": Manner(frame="bare", after=SIGNATURE),
    "a text box": Manner(before=text_box(paragraph(words("Экземпляр для комиссии")))),
    "landscape and a header": Manner(after=LANDSCAPE),
    "sections the other way round": Manner(order=lambda sections: sections[::-1]),
    "sections the other way round, bare": Manner(
        frame="bare", order=lambda sections: sections[::-1]
    ),
    "sections the other way round, one wide table": Manner(
        frame="wide", rows="spread", order=lambda sections: sections[::-1]
    ),
}


@pytest.mark.parametrize(("form", "manner"), cases(FRAMES, PASSPORTS))
def test_frames(form, manner):
    check(form, manner)


@pytest.mark.parametrize(("form", "manner"), cases(ROWS, SECTIONS))
def test_rows(form, manner):
    check(form, manner)


@pytest.mark.parametrize("form", PASSPORTS)
@pytest.mark.parametrize("frame", ["apart", "bare", "wide", "two"])
def test_sections_missing(frame, form):
    shown = answers(form)
    some = [entry for entry in shown.form.entries if isinstance(entry, Section)][::2]
    check(form, Manner(frame=frame, rows="spread", only=tuple(each.heading for each in some)))


@pytest.mark.parametrize(("form", "manner"), cases(AROUND, PASSPORTS))
def test_what_stands_around(form, manner):
    check(form, manner)


@pytest.mark.parametrize("frame", ["apart", "wide", "two"])
def test_another_form_behind_the_form(frame):
    first, second = (Drawing(answers(name), Manner(frame=frame)) for name in SECTIONS)
    both = [read_document(drawing.document()).blocks for drawing in (first, second)]
    found = faults(Paper([*both[0], *both[1]]), first.answers, foreign=None)
    assert not found, "\n".join(found)


CARD_LINES = {
    "label in bold": Manner(),
    "plain": Manner(look=""),
    "label with a colon": Manner(label=lambda text: f"{text.rstrip(':')}:"),
    "label and value in lines of their own": Manner(frame="bare"),
    "one table": Manner(frame="two"),
    "headings in style": Manner(look="", style="1"),
    "capitals": Manner(heading=str.upper, label=str.upper),
    "Latin letters": Manner(heading=latin, label=latin),
    "lists of Word": Manner(lists="real"),
}


@pytest.mark.parametrize(("form", "manner"), cases(CARD_LINES, ("grant-card-won",)))
def test_cards(form, manner):
    check(form, manner)
