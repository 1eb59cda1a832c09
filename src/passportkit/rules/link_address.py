"""An address on the internet that does not open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from passportkit.findings import Finding, Route, Severity
from passportkit.language import Message, mark, say
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_ADDRESS = pattern(
    r"(?i:https?)://(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_](?::\d+)?(?:[/?#]\S*)?"
)
_GLUED = pattern(r"(?i:https?)://[\w.:-]+/[!-~]*?(?=([.,;:!?)]+[А-ЯЁа-яё]))")
_PERHAPS_GLUED = pattern(r"://[\w.:-]+/[!-~]*?(?=[.,;:!?)]+[А-ЯЁа-яё])")
"""The same from its first literal on: the cheap question to a whole file."""

_DEBRIS = "http://www.w3.org/1999/xlink"
_ENDINGS = (",", ";", ".", "»", ")")
_NONE = frozenset({"нет", "-", "–", "—", "отсутствует", "не имеется"})


def check(context: Context) -> Iterator[Finding]:
    """Find addresses that do not open, and in prose those that a word has grown onto."""
    for link, route in context.records("links"):
        yield from _in_address(link.url, (*route, "url"))
    for organization, route in context.said("organization"):
        yield from _in_address(organization.website, (*route, "website"))
    if _may_be_in_prose(context.text):
        for text, route in _texts(context.practice, ()):
            if "http" in text and route[-1] not in ("url", "website"):
                yield from _in_prose(text, route)


def _in_address(url: str | None, route: Route) -> Iterator[Finding]:
    if not url or url.lower() in _NONE:
        return
    advice = say("write it from `https://` on, as it stands in the browser")
    problem: Message | None = None
    span = None
    if _ADDRESS.fullmatch(url) is None:
        problem = say("“{words}” is no address of a page", words=url)
    elif _DEBRIS in url:
        problem = say("this address is debris of a copied page")
    elif glued := _GLUED.match(url):
        problem, span = _grown_onto(glued)
    elif url.endswith(_ENDINGS) and not (url.endswith(")") and "(" in url):
        problem = say("a punctuation mark has stuck to the end of the address")
        span = (len(url) - 1, len(url))
    if problem:
        yield RULE.found(route, problem, advice, span=span)


def _may_be_in_prose(file: str) -> bool:
    """Whether such an address may stand in a text of the file; of values without one it may."""
    return not file or _DEBRIS in file or _PERHAPS_GLUED.search(file) is not None


def _in_prose(text: str, route: Route) -> Iterator[Finding]:
    start = text.find(_DEBRIS)
    if start >= 0:
        message = say("this address is debris of a copied page")
        span = (start, start + len(_DEBRIS))
        yield RULE.found(route, message, say("delete it"), span=span)
    for glued in _GLUED.finditer(text):
        message, span = _grown_onto(glued)
        yield RULE.found(route, message, say("put a blank behind the address"), span=span)


def _grown_onto(glued: re.Match[str]) -> tuple[Message, tuple[int, int]]:
    message = say("the next word has grown onto the address {words}", words=glued[0])
    return message, (glued.start(), glued.end(1))


def _texts(value: Any, route: Route) -> Iterator[tuple[str, Route]]:
    """Yield every text of a value with its route."""
    if isinstance(value, str):
        yield value, route
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*route, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*route, key))
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*route, field.alias or name))


RULE = Rule(
    "link-address",
    Severity.WARNING,
    check,
    finds=mark("an address on the internet does not open"),
    why=mark(
        "Experts look at the pages of a practice. An address opens from a document only if it is "
        "whole, begins with `https://`, and neither a comma nor the next word has grown onto it."
    ),
    bad="""\
links:
  - name: Страница практики
    url: kluby.example.org/o-praktike
""",
    good="""\
links:
  - name: Страница практики
    url: https://kluby.example.org/o-praktike
""",
    of_a_value=True,
)
