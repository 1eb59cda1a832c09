"""What of a page is not the document: menus, forms, scripts, and what is hidden."""

from __future__ import annotations

import re

from lxml.etree import _Element

_NEVER = frozenset(
    "head title script style template noscript iframe object embed applet canvas svg audio "
    "video map nav footer aside button input select textarea datalist dialog frame "
    "frameset".split()
)
_SUSPECTS = frozenset({"form", "header", "menu"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu"})
_TITLES = frozenset({"h1", "h2", "h3"})

_is_hidden = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment"
    r"|mso-special-character\s*:\s*comment",
    re.IGNORECASE,
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
