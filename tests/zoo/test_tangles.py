"""What Word makes of words, paragraphs, rows and tables: changes, controls, boxes, fields."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.zoo.checking import PASSPORTS, cases, check
from tests.zoo.manner import Manner
from tests.zoo.sheet import cell, paragraph, row, text_box, words

WORDS = {
    "lists of Word": Manner(lists="real"),
    "bullets by hand": Manner(lists="bullets"),
    "split runs": Manner(words="split"),
    "tracked changes": Manner(words="tracked"),
    "content controls": Manner(words="controlled"),
    "comments": Manner(words="commented"),
    "links": Manner(words="linked"),
    "links as fields": Manner(words="field"),
    "pictures": Manner(words="boxed"),
    "moved words": Manner(words="moved"),
    "smart tags": Manner(words="tagged"),
    "hidden words": Manner(words="hidden"),
    "lists of Word in one table": Manner(frame="two", lists="real"),
    "lists of Word, bare": Manner(frame="bare", lists="real"),
    "lists of Word, numbered by Word": Manner(frame="bare", lists="real", number="auto"),
}


_TRACK = 'w:id="9" w:author="Рецензент" w:date="2024-01-01T00:00:00Z"'
_STRUCK_OUT = row([cell(paragraph(words("вычеркнутая строка")))]).replace(
    "<w:trPr>", f"<w:trPr><w:del {_TRACK}/>"
)


def _controls(element: str) -> Callable[[str], str]:
    """Return what puts each innermost element of a kind into a content control."""
    pattern = re.compile(rf"<w:{element}>(?:(?!<w:{element}>).)*?</w:{element}>", re.DOTALL)
    return lambda xml: pattern.sub(
        r"<w:sdt><w:sdtPr/><w:sdtContent>\g<0></w:sdtContent></w:sdt>", xml
    )


def _boxes(xml: str) -> str:
    """Put each table into a text box, which Word writes twice."""
    return re.sub(
        r"<w:tbl>.*?</w:tbl>",
        lambda found: text_box(found[0] + "<w:p/>"),
        xml,
        flags=re.DOTALL,
    )


TANGLES = {
    "tables in controls": Manner(tangle=_controls("tbl")),
    "rows in controls": Manner(tangle=_controls("tr")),
    "cells in controls": Manner(tangle=_controls("tc")),
    "paragraphs in controls": Manner(frame="bare", tangle=_controls("p")),
    "all in one control": Manner(
        tangle=lambda xml: f"<w:sdt><w:sdtContent>{xml}</w:sdtContent></w:sdt>"
    ),
    "all in custom XML": Manner(
        tangle=lambda xml: f'<w:customXml w:element="form">{xml}</w:customXml>'
    ),
    "tables in text boxes": Manner(tangle=_boxes),
    "rows struck out": Manner(tangle=lambda xml: xml.replace("</w:tbl>", f"{_STRUCK_OUT}</w:tbl>")),
    "rows inserted": Manner(
        tangle=lambda xml: xml.replace("<w:trPr>", f"<w:trPr><w:ins {_TRACK}/>")
    ),
    "empty paragraphs everywhere": Manner(
        tangle=lambda xml: xml.replace("<w:p>", "<w:p/><w:p>").replace("</w:p>", "</w:p><w:p/>")
    ),
    "page breaks": Manner(
        tangle=lambda xml: xml.replace(
            "</w:pPr><w:r>", '</w:pPr><w:r><w:br w:type="page"/></w:r><w:r>'
        )
    ),
}


@pytest.mark.parametrize(("form", "manner"), cases(WORDS, PASSPORTS))
def test_words(form, manner):
    check(form, manner)


@pytest.mark.parametrize(("form", "manner"), cases(TANGLES, PASSPORTS))
def test_tangled_elements(form, manner):
    check(form, manner)
