"""A saved web page, or a document that Word has saved as one, as a document."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element

from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.paper.model import Paper
from passportkit.paper.page.chrome import hides_words, is_chrome
from passportkit.paper.page.composition import Composition
from passportkit.paper.page.css import Sheet
from passportkit.paper.page.element_style import BLOCKS, HEADINGS
from passportkit.paper.page.encoding import decoded
from passportkit.paper.page.inputs import value_of
from passportkit.paper.page.mathml import is_formula
from passportkit.paper.page.mhtml import page_in
from passportkit.paper.site_remains import keys_in

LARGEST = 4 * 2**20
"""Characters of a page, apart from the pictures in it. More is no document."""

MOST_TAGS = 100_000
"""Each becomes an element: with them a small file could fill the memory."""

MOST_SEPARATORS = 20_000
"""Blanks and signs between the attributes of a tag, whose names are compared each with each."""

_separators = re.compile(r"[\s=/\"']").findall
_without_pictures = re.compile(r"data:[\w/+.-]{0,40};base64,[\w/+=%]+").sub
_is_marker = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE).search

_PARTS_OF_PAGE = BLOCKS | {"br", "img", "math"}
"""What words above or below the line do not hold."""


def _open_quotation(composition: Composition, _: _Element) -> None:
    composition.write("«")


def _close_quotation(composition: Composition, _: _Element) -> None:
    composition.write("»")


_OPENINGS: dict[str, Callable[[Composition, _Element], None]] = {
    "br": Composition.break_line,
    "img": Composition.pass_over,
    "q": _open_quotation,
    "ul": Composition.open_list,
    "ol": Composition.open_list,
    "li": Composition.begin_item,
    "table": Composition.open_table,
    "tr": Composition.begin_row,
    "td": Composition.begin_cell,
    "th": Composition.begin_cell,
}
_CLOSINGS: dict[str, Callable[[Composition, _Element], None]] = {
    "q": _close_quotation,
    "ul": Composition.close_list,
    "ol": Composition.close_list,
    "li": Composition.end_item,
    "table": Composition.close_table,
    "tr": Composition.end_row,
    "td": Composition.end_cell,
    "th": Composition.end_cell,
}


def read_page(content: bytes) -> Paper:
    """Return what a person reads on a saved page: `.html`, or `.mht` with the page in it.

    Menus, forms, scripts and what is hidden are left out, and hidden words told that stand among
    others; the keys that a site gives to its map never come along. Raises `CannotGoOn`
    where the page is too large to be a document.
    """
    source = _without_pictures("", decoded(*page_in(content)))
    if not _is_readable(source):
        raise CannotGoOn(say("the page is too large for a document; save the card alone"))
    composition = Composition(keys_in(source), Sheet(source))
    tree = _tree(source)
    if tree is not None:
        _walk(tree, composition)
    return composition.paper()


def _is_readable(source: str) -> bool:
    """Return whether a page stays within the bounds of time and memory."""
    if len(source) > LARGEST or source.count("<") > MOST_TAGS:
        return False
    tags = (piece.partition("<")[2] for piece in source.split(">") if len(piece) > MOST_SEPARATORS)
    return all(len(_separators(tag)) <= MOST_SEPARATORS for tag in tags)


def _tree(source: str) -> _Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    tree = etree.fromstring(source.encode("utf-8", "replace"), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise CannotGoOn(say("the page nests too deep to be read"))
    return tree


def _walk(tree: _Element, composition: Composition) -> None:
    """Compose what the page says, without recursion: how deep it nests is up to its author."""
    walker = etree.iterwalk(tree, events=("start", "end"))
    skipped = None
    for event, element in walker:
        if event == "end":
            if element is not skipped:
                _end(element, composition)
            composition.write(element.tail)
        elif _is_skipped(element, composition):
            skipped = element
            walker.skip_subtree()
        else:
            _start(element, composition)
    composition.end_paragraph()


def _is_skipped(element: _Element, composition: Composition) -> bool:
    """Return whether nothing within is read, or all of it at once.

    What Word shows as a marker begins an item.
    """
    if element.tag == "svg":
        composition.pass_over_drawing(element)
    if not _is_marker(element.get("style", "")):
        if hides_words(element):
            composition.hide(element)
        return is_chrome(element) or _is_read_at_once(element, composition)
    paragraph = next(element.iterancestors("p", *HEADINGS), element)
    marker = "".join(map(str, element.itertext()))
    composition.listing.begin_as_word(marker, paragraph.get("style", ""))
    return True


def _is_read_at_once(element: _Element, composition: Composition) -> bool:
    """Take what is more than words behind one another; return whether it was such."""
    if is_formula(element):
        composition.formula(element)
        return True
    if element.tag == "rt":
        composition.gloss(element)
        return True
    if (value := value_of(element)) is not None:
        composition.fill_in(element, value)
        return True
    if composition.sheet.is_struck(element):
        composition.strike(element)
        return True
    position = composition.sheet.position_of(element)
    if position and next(element.iter(*_PARTS_OF_PAGE), None) is None:
        composition.set_off(element, position)
        return True
    return False


def _start(element: _Element, composition: Composition) -> None:
    tag = element.tag
    if tag in BLOCKS:
        composition.end_paragraph()
    composition.begin(element)
    if opening := _OPENINGS.get(tag):
        opening(composition, element)
    composition.write(element.text)


def _end(element: _Element, composition: Composition) -> None:
    tag = element.tag
    if tag in BLOCKS:
        composition.end_paragraph()
    if closing := _CLOSINGS.get(tag):
        closing(composition, element)
    composition.styles.pop()
