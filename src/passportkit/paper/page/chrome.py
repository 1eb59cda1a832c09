"""What of a page is not the document: menus, forms, scripts, and what is hidden."""

from __future__ import annotations

import re

from lxml.etree import _Element

_NEVER = frozenset(
    "head title script style template noscript iframe object embed applet canvas svg audio "
    "video map nav footer aside button datalist dialog frame frameset rp".split()
)
_SUSPECTS = frozenset({"form", "header", "menu"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu"})
_TITLES = frozenset({"h1", "h2", "h3"})

_PARTS_OF_SITE = frozenset(
    "a article body div fieldset form header label main menu ol section select table tbody "
    "textarea ul".split()
)
"""What sites hide of their own: menus, windows, tabs, what is to be pressed."""

_HIDING = r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
_hides = re.compile(_HIDING, re.IGNORECASE).search
_is_hidden = re.compile(
    rf"{_HIDING}|mso-element\s*:\s*comment|mso-special-character\s*:\s*comment", re.IGNORECASE
).search
_is_named_chrome = re.compile(
    r"(?:^|[\s_-])(?:footer|nav|navbar|navigation|menu|breadcrumbs?|cookies?|sidebar|share)"
    r"(?:$|[\s_-])|msocomment|msodel",
    re.IGNORECASE,
).search


def is_chrome(element: _Element) -> bool:
    """Return whether nothing in this element is meant for a reader of the document.

    What holds a title is not chrome, whatever it calls itself: old sites put their whole page
    into one form, and others call the beginning of an article its header.
    """
    if element.tag in _NEVER:
        return True
    seen = element.attrib
    if "hidden" in seen or _is_hidden(str(seen.get("style", ""))):
        return True
    if seen.get("aria-hidden") == "true" and _is_beside_formula(element):
        return True
    return _is_suspect(element) and next(element.iter(_TITLES), None) is None


def hides_words(element: _Element) -> bool:
    """Return whether an element stands among words and hides some.

    What is hidden with all that it contains is a menu or a window of the site.
    """
    if element.tag in _NEVER or element.tag in _PARTS_OF_SITE or _is_suspect(element):
        return False
    return "hidden" in element.attrib or bool(_hides(element.get("style", "")))


def words_of(element: _Element) -> str:
    """Return the words in an element, without those for programs, on one line."""
    pieces = [element.text]
    for each in element.iterdescendants():
        pieces += [None if each.tag in _NEVER else each.text, each.tail]
    return " ".join("".join(filter(None, pieces)).split())


def _is_beside_formula(element: _Element) -> bool:
    """Return whether an element shows what its neighbour says: sites write formulas twice."""
    neighbours = (element.getprevious(), element.getnext())
    return any(next(each.iter("math"), None) is not None for each in neighbours if each is not None)


def _is_suspect(element: _Element) -> bool:
    seen = element.attrib
    if element.tag in _SUSPECTS or seen.get("role") in _ROLES:
        return True
    names = f"{seen.get('class', '')} {seen.get('id', '')}"
    return element.tag != "body" and bool(_is_named_chrome(names))
