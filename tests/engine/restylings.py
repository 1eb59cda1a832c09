"""What people do to the Word template of a form when they give it a look of their own."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Restyle = Callable[[Document], None]

HEADING, HEAD, LABEL = "heading 1", "table head", "cell label"
LEADING = (HEADING, HEAD, "title", "group")


def restyled(template: bytes, *ways: Restyle) -> bytes:
    """Return a template as somebody has saved it after changing its look in some ways."""
    document = docx.Document(io.BytesIO(template))
    for restyle in ways:
        restyle(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


# --- of which everything comes back -------------------------------------------------------


def cleared(document: Document) -> None:
    """Clear the formatting of everything."""
    _clear(document.element.iter(qn("w:p")), "w:pPr")
    _clear(document.element.iter(qn("w:r")), "w:rPr")


def headings_cleared(document: Document) -> None:
    _clear(_in_style(document, HEADING), "w:pPr")


def heads_cleared(document: Document) -> None:
    _clear(_in_style(document, HEAD), "w:pPr")


def labels_cleared(document: Document) -> None:
    """Clear what letters have of their own: labels, bold letters, italics."""
    _clear(document.element.iter(qn("w:r")), "w:rPr")


def formatting_cleared(document: Document) -> None:
    """Clear what letters and paragraphs have beside their styles, lists too."""
    for name in ("w:b", "w:i", "w:jc", "w:numPr"):
        for found in [*document.element.body.iter(qn(name))]:
            found.getparent().remove(found)


def headings_plain(document: Document) -> None:
    """Make headings by hand, of bold letters in the style of all text."""
    for paragraph in _in_style(document, *LEADING):
        _clear([paragraph], "w:pPr")
        for run in paragraph.iter(qn("w:r")):
            run.get_or_add_rPr().append(OxmlElement("w:b"))


def styles_removed(document: Document) -> None:
    for style in [each for each in document.styles if each.name != "Normal"]:
        style.delete()


def styles_renamed(document: Document) -> None:
    for style in document.styles:
        if style.type == 1 and style.name != "Normal":
            _name(style).set(qn("w:val"), f"Край {style.name}")


def styles_swapped(document: Document) -> None:
    by_name = {style.name.lower(): _name(style) for style in document.styles if style.name}
    one, other = by_name[HEADING], by_name["cell"]
    names = one.get(qn("w:val")), other.get(qn("w:val"))
    other.set(qn("w:val"), names[0])
    one.set(qn("w:val"), names[1])


def in_capitals(document: Document) -> None:
    for text in _texts(_in_style(document, *LEADING)):
        text.text = text.text if "{" in text.text else text.text.upper()


def with_other_blanks(document: Document) -> None:
    for text in _texts(_in_style(document, HEADING, HEAD)):
        if "{" not in text.text:
            text.text = text.text.replace(" ", "\N{NO-BREAK SPACE}")


def headings_without_numbers(document: Document) -> None:
    for paragraph in _in_style(document, HEADING):
        first = next(_texts([paragraph]))
        first.text = first.text.lstrip("0123456789. ")


def under_a_letterhead(document: Document) -> None:
    for words in ("тел. 8 (000) 000-00-00", "АДМИНИСТРАЦИЯ ГОРОДА"):
        document.element.body.insert(0, _paragraph(words))


def under_a_table(document: Document) -> None:
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Администрация города"
    table.cell(0, 1).text = "УТВЕРЖДАЮ\nГлава города ____________"
    document.element.body.insert(0, table._tbl)
    table._tbl.addnext(OxmlElement("w:p"))


def with_a_signature(document: Document) -> None:
    for words in ("Руководитель ______________ /____________/", "М.П."):
        _end(document).addprevious(_paragraph(words))


def with_a_table_for_signatures(document: Document) -> None:
    table = document.add_table(1, 3)
    for number, words in enumerate(("Глава города", "____________", "И. И. Иванов")):
        table.cell(0, number).text = words


def with_hints_below_answers(document: Document) -> None:
    for table in document.element.body.findall(qn("w:tbl")):
        table.addnext(_paragraph("(заполняется заявителем)"))


def with_a_footnote(document: Document) -> None:
    _end(document).addprevious(_paragraph("* заполняется обязательно"))


def with_numbers_of_columns(document: Document) -> None:
    """Put a row with the numbers of the columns below every head of several."""
    for row in {_parent(head, "w:tr") for head in _in_style(document, HEAD)}:
        if len(row.tc_lst) == 1:
            continue
        below = copy.deepcopy(row)
        for number, cell in enumerate(below.iter(qn("w:tc")), 1):
            first, *others = _texts([cell])
            first.text = str(number)
            for other in others:
                other.text = ""
        row.addnext(below)


def with_empty_paragraphs(document: Document) -> None:
    for paragraph in document.element.body.findall(qn("w:p")):
        paragraph.addnext(OxmlElement("w:p"))


HARMLESS: dict[str, tuple[Restyle, ...]] = {
    "everything cleared": (with_empty_paragraphs, with_a_footnote, cleared),
    "headings": (in_capitals, headings_cleared, under_a_letterhead, with_hints_below_answers),
    "heads": (with_other_blanks, with_numbers_of_columns, heads_cleared, under_a_table),
    "styles renamed": (headings_without_numbers, with_a_signature, styles_renamed),
    "styles swapped": (with_a_table_for_signatures, styles_swapped),
}


# --- of which something does not ----------------------------------------------------------


def without_headings(document: Document) -> None:
    for paragraph in _in_style(document, HEADING):
        paragraph.getparent().remove(paragraph)


def with_another_heading(document: Document) -> None:
    """Give the second section a heading of which the form knows nothing."""
    first, *others = _texts(_in_style(document, HEADING)[1:2])
    first.text = "Совсем о другом"
    for other in others:
        other.text = ""


def with_bold_answers(document: Document) -> None:
    for run in document.element.body.iter(qn("w:r")):
        if "{{" in "".join(text.text or "" for text in _texts([run])):
            run.get_or_add_rPr().append(OxmlElement("w:b"))


def with_words_before_answers(document: Document) -> None:
    for text in _texts([document.element.body]):
        if text.text.startswith("{{ ") and "row." not in text.text:
            text.text = f"Ответ: {text.text}"


def with_the_title_again(document: Document) -> None:
    """Show the name of the practice once more, above everything."""
    document.element.body.insert(0, _paragraph("{{ title }}"))


def with_the_title_in_words(document: Document) -> None:
    document.element.body.insert(0, _paragraph("Практика «{{ title }}»"))


def with_a_section_again(document: Document) -> None:
    """Show the second answer once more, below the first."""
    for text in _texts([document.element.body]):
        text.text = text.text.replace("{{ title }}", "{{ title }} {{ preconditions }}")


def with_words_before_numbers(document: Document) -> None:
    for text in _texts([document.element.body]):
        text.text = text.text.replace("{{ row.number }}", "п. {{ row.number }}")


# --- parts of a document ------------------------------------------------------------------


def _in_style(document: Document, *names: str) -> list[Any]:
    ids = {style.style_id: (style.name or "").lower() for style in document.styles}
    paragraphs = document.element.body.iter(qn("w:p"))
    return [each for each in paragraphs if ids.get(each.style) in names]


def _clear(elements: Iterable[Any], properties: str) -> None:
    for element in elements:
        for found in element.findall(qn(properties)):
            element.remove(found)


def _name(style: Any) -> Any:
    return style._element.find(qn("w:name"))


def _texts(elements: Iterable[Any]) -> Iterator[Any]:
    return (text for element in elements for text in element.iter(qn("w:t")))


def _paragraph(words: str) -> Any:
    paragraph: Any = OxmlElement("w:p")
    paragraph.add_r().text = words
    return paragraph


def _parent(element: Any, name: str) -> Any:
    return next(element.iterancestors(qn(name)))


def _end(document: Document) -> Any:
    return document.element.body.find(qn("w:sectPr"))
