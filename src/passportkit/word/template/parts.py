"""The parts of python-docx's start document: without those that no form uses, the rest sane."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from passportkit.word.package.names import W

_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
}

_SETTINGS = f"""\
<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="708"/>\
<w:characterSpacingControl w:val="doNotCompress"/><w:compat>\
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" \
w:val="15"/></w:compat><w:themeFontLang w:val="ru-RU"/><w:decimalSymbol w:val=","/>\
<w:listSeparator w:val=";"/></w:settings>"""
"""Without the compatibility mode of today's Word, Word opens a file as one of 2007."""

_FREE = {"Times New Roman": "Liberation Serif", "Arial": "Liberation Sans"}
"""Free fonts with the same widths of letters."""


def strip_parts(document: Document, font: str) -> None:
    """Drop themes, previews and the like; say which free font stands in for `font`."""
    for rels in (document.part.rels, document.part.package.rels):
        for name in [name for name, rel in rels.items() if rel.reltype not in _KEPT]:
            del rels[name]
    settings: Any = document.settings.element
    settings.clear()
    settings.extend(list(parse_xml(_SETTINGS)))
    fonts: Any = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts._blob = _font_table(font).encode()  # noqa: SLF001 - python-docx only carries this part


def _font_table(font: str) -> str:
    instead = _FREE.get(font)
    other = f"<w:altName w:val={quoteattr(instead)}/>" if instead else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts xmlns:w="{W}"><w:font w:name={quoteattr(font)}>{other}</w:font></w:fonts>'
    )
