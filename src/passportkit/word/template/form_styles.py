"""The named styles of a form, which a person can restyle in Word."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from passportkit.paper.model import PageSetup
from passportkit.paper.styles import (
    ANNEX,
    CAPTION,
    CARD_TEXT,
    CELL,
    FIXED_WORDS,
    FIXED_WORDS_IN_BOLD,
    GAP,
    GROUP,
    HEADING,
    LABEL,
    NORMAL,
    NOTE,
    NUMBER,
    SIGNATURE,
    SIGNATURE_LINE,
    SIGNATURE_NOTE,
    SIGNED_DATE,
    SIGNED_NAME,
    SIGNED_POSITION,
    TABLE_HEAD,
    TITLE,
    TOTAL,
    display_name,
)
from passportkit.word.template.compiled import RUN_KINDS
from passportkit.word.template.graft import add_style

_LEFT, _CENTER, _RIGHT = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
)
_CHARACTERS = "Default Paragraph Font"
"""The style on which all styles of characters stand."""

_KEPT = frozenset({display_name(NORMAL), _CHARACTERS, "Normal Table", "No List"})


@dataclass(frozen=True, slots=True)
class _ParagraphStyle:
    """A paragraph style; distances in points."""

    name: str
    align: WD_ALIGN_PARAGRAPH = _LEFT
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    larger: float = 0
    keeps_with_next: bool = False
    outline: int | None = None


_PARAGRAPHS = (
    _ParagraphStyle(TITLE, _CENTER, bold=True, larger=2, before=6, after=12, keeps_with_next=True),
    _ParagraphStyle(ANNEX, _RIGHT, after=6, keeps_with_next=True),
    _ParagraphStyle(HEADING, bold=True, before=12, after=3, keeps_with_next=True, outline=0),
    _ParagraphStyle(NOTE, italic=True, after=3, keeps_with_next=True),
    _ParagraphStyle(CAPTION, before=6, after=3, keeps_with_next=True),
    _ParagraphStyle(CARD_TEXT, after=3),
    _ParagraphStyle(CELL),
    _ParagraphStyle(NUMBER, _CENTER),
    _ParagraphStyle(TABLE_HEAD, _CENTER, bold=True, keeps_with_next=True),
    _ParagraphStyle(GROUP, _CENTER, bold=True, keeps_with_next=True, outline=0),
    _ParagraphStyle(TOTAL, bold=True),
    _ParagraphStyle(FIXED_WORDS, before=3, after=3),
    _ParagraphStyle(FIXED_WORDS_IN_BOLD, bold=True, before=3, after=3),
)

_OF_SIGNATURES = (
    _ParagraphStyle(SIGNATURE, before=3),
    _ParagraphStyle(SIGNATURE_LINE, _CENTER, before=9),
    _ParagraphStyle(SIGNATURE_NOTE, _CENTER, larger=-3),
    _ParagraphStyle(SIGNED_DATE, before=3),
    _ParagraphStyle(SIGNED_NAME, _CENTER, before=3),
    _ParagraphStyle(SIGNED_POSITION, before=3),
)
"""What only forms with lines to sign on have."""

_LEAST_SIZE = 5
"""In points; what is smaller nobody can read."""


def define_styles(document: Document, page: PageSetup, used: Collection[str]) -> None:
    """Leave of the start document's styles what everything stands on, and add the form's own.

    Those of signatures are only there where they are `used`.
    """
    _clear(document)
    normal = _normal(document)
    _set_font(normal, page)
    normal.paragraph_format.line_spacing = page.line_spacing
    normal.paragraph_format.widow_control = True
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    for wanted in (*_PARAGRAPHS, *(each for each in _OF_SIGNATURES if each.name in used)):
        style = _add_paragraph_style(document, wanted)
        if wanted.larger:
            style.font.size = Pt(max(page.size + wanted.larger, _LEAST_SIZE))
    _add_gap(document)
    _add_character(document, LABEL).font.bold = True
    for kind in RUN_KINDS[1:]:
        add_style(document.styles.element, kind)


def _normal(document: Document) -> Any:
    return document.styles[display_name(NORMAL)]


def _clear(document: Document) -> None:
    """Remove all styles that others do not stand on, and defaults that speak of a theme."""
    styles = document.styles.element
    for style in list(styles):
        name = style.find(qn("w:name"))
        if name is None or name.get(qn("w:val")) not in _KEPT:
            styles.remove(style)


def _set_font(normal: Any, page: PageSetup) -> None:
    """Say the font for every script, and the language, so that no theme and no locale chooses."""
    properties = normal.element.get_or_add_rPr()
    properties.clear()
    normal.font.size = Pt(page.size)
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), page.font)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "ru-RU")
    properties.append(language)


def _add_paragraph_style(document: Document, wanted: _ParagraphStyle) -> Any:
    style: Any = document.styles.add_style(
        display_name(wanted.name), WD_STYLE_TYPE.PARAGRAPH, builtin=wanted.name in (TITLE, HEADING)
    )
    style.base_style = _normal(document)
    style.hidden, style.quick_style, style.unhide_when_used = False, True, False
    style.font.bold = wanted.bold or None
    style.font.italic = wanted.italic or None
    format_ = style.paragraph_format
    format_.alignment = wanted.align
    format_.space_before, format_.space_after = Pt(wanted.before), Pt(wanted.after)
    format_.keep_with_next = wanted.keeps_with_next or None
    if wanted.outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(wanted.outline))
        style.element.get_or_add_pPr().append(level)
    return style


def _add_gap(document: Document) -> None:
    """Add the paragraph of one point that keeps two tables apart."""
    gap: Any = document.styles.add_style(display_name(GAP), WD_STYLE_TYPE.PARAGRAPH)
    gap.base_style = _normal(document)
    gap.font.size = Pt(1)
    gap.paragraph_format.line_spacing = Pt(1)


def _add_character(document: Document, name: str) -> Any:
    style: Any = document.styles.add_style(display_name(name), WD_STYLE_TYPE.CHARACTER)
    style.base_style = document.styles[_CHARACTERS]
    style.hidden, style.quick_style, style.unhide_when_used = False, True, False
    return style
