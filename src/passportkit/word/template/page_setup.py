"""The sheets of a document: their size, margins and numbers."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from passportkit.paper.model import PageSetup
from passportkit.paper.styles import GAP, NORMAL, display_name


def set_up_page(document: Document, page: PageSetup) -> None:
    """Set the paper, the margins, and the numbers, which begin on the second page."""
    section = document.sections[0]
    _set_paper(section, page)
    section.header_distance = section.footer_distance = Mm(10)
    if page.page_numbers != "none":
        section.different_first_page_header_footer = True
        _number_pages(getattr(section, page.page_numbers).paragraphs[0])


def turn_page(document: Document, page: PageSetup) -> None:
    """Begin new sheets; their headers and footers go on as before."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    document.paragraphs[-1].style = display_name(GAP)  # what ends the sheets before takes no room
    _set_paper(section, page)
    section.different_first_page_header_footer = False


def _set_paper(section: Section, page: PageSetup) -> None:
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    is_lying = page.width > page.height
    section.orientation = WD_ORIENT.LANDSCAPE if is_lying else WD_ORIENT.PORTRAIT
    top, right, bottom, left = (Mm(margin) for margin in page.margins)
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.style = display_name(NORMAL)
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()._r
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = "PAGE"
        run.append(mark)
