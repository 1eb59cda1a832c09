"""Pieces of a template as XML that stands in another place of its part."""

from lxml import etree

from passportkit.word.package.names import MC, W
from passportkit.word.template.properties import xml_of

CHOICE = '<mc:AlternateContent><mc:Choice Requires="a b"/></mc:AlternateContent>'


def run_in_paragraph(content: str) -> etree._Element:
    """Return a run in a paragraph that declares prefixes, as LibreOffice has it."""
    names = f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:a="urn:a" xmlns:b="urn:b" xmlns:c="urn:c"'
    return etree.fromstring(f"<w:p {names}><w:r>{content}</w:r></w:p>")[0]


def test_a_prefix_that_is_named_is_declared() -> None:
    xml = xml_of(run_in_paragraph(CHOICE))
    assert [f'xmlns:{name}="urn:{name}"' in xml for name in "abc"] == [True, True, False]
    assert f'"{MC}"' in xml


def test_what_nobody_names_is_not() -> None:
    assert xml_of(run_in_paragraph("<w:t>слова</w:t>")) == "<w:r><w:t>слова</w:t></w:r>"
