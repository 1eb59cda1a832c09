"""How the words in an element of a page look, and which elements begin paragraphs."""

from __future__ import annotations

import re

from lxml.etree import _Element

from passportkit.paper.page.line_writer import Style

BLOCKS = frozenset(
    "address article blockquote body caption center dd details dir div dl dt fieldset figcaption "
    "figure form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
)
"""What a browser begins a new line for."""

HEADINGS = {f"h{level}": f"heading {level}" for level in range(1, 7)}

_LABELLED = frozenset({"li", "div", "dt", "dd"})
"""Where sites set a label and its value apart with nothing but two elements."""

_AS_TYPED = frozenset({"pre", "textarea"})
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em"})

_weight = re.compile(r"font-weight\s*:\s*(?:(bold|[6-9]00)|normal|[1-5]00)", re.IGNORECASE).search
_slant = re.compile(r"font-style\s*:\s*(?:(italic)|normal)", re.IGNORECASE).search
_keeps_lines = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE).search


def style_of(element: _Element, outer: Style, font: str | None = None) -> Style:
    """Return how the words in an element look. Headings carry no marks and no links.

    `font` is its symbol font, "" for another font; None where it says none.
    """
    tag, css = element.tag, element.get("style", "")
    weight, slant = _weight(css), _slant(css)
    heading = HEADINGS.get(tag, outer.heading)
    is_block = tag in BLOCKS
    bold = bool(weight[1]) if weight else tag in _BOLD or outer.bold
    italic = bool(slant[1]) if slant else tag in _ITALIC or outer.italic
    link = element.get("href") if tag == "a" else None
    return Style(
        bold=bold and not heading,
        italic=italic and not heading,
        link=None if heading else link or outer.link,
        heading=heading,
        keeps_lines=outer.keeps_lines or tag in _AS_TYPED or bool(_keeps_lines(css)),
        block=tag if is_block else outer.block,
        is_loose=is_block or outer.block not in _LABELLED,
        font=outer.font if font is None else font,
    )
