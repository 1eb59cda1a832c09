"""An address on the internet that does not open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from passportkit.findings import Finding, Route, Severity
from passportkit.language import Message, mark, say
from passportkit.practice.grants import Organization
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_ADDRESS = pattern(
    r"(?i:https?)://(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_](?::\d+)?(?:[/?#]\S*)?"
)
_HOST = pattern(r"://(?=[\w.:-]++(/))")
_REST = pattern(r"[!-~]*+")
_STUCK = ".,;:!?)"
_LETTER = pattern("[А-ЯЁа-яё]")

_DEBRIS = "http://www.w3.org/1999/xlink"
_ENDINGS = (",", ";", ".", "»", ")")
_NONE = frozenset({"нет", "-", "–", "—", "отсутствует", "не имеется"})


def check(context: Context) -> Iterator[Finding]:
    """Find addresses that do not open, and in prose those that a word has grown onto."""
    for link, route in context.records("links"):
        yield from _in_address(link.url, (*route, "url"))
    for organization, route in context.values(Organization):
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
    elif (glued := next(_glued(url), None)) and not glued.start:
        problem, span = glued.problem(url)
    elif url.endswith(_ENDINGS) and not (url.endswith(")") and "(" in url):
        problem = say("a punctuation mark has stuck to the end of the address")
        span = (len(url) - 1, len(url))
    if problem:
        yield RULE.found(route, problem, advice, span=span)


def _may_be_in_prose(file: str) -> bool:
    """Whether such an address may stand in a text of the file; of values without one it may."""
    return not file or _DEBRIS in file or next(_stuck(file), None) is not None


def _in_prose(text: str, route: Route) -> Iterator[Finding]:
    start = text.find(_DEBRIS)
    if start >= 0:
        message = say("this address is debris of a copied page")
        span = (start, start + len(_DEBRIS))
        yield RULE.found(route, message, say("delete it"), span=span)
    for glued in _glued(text):
        message, span = glued.problem(text)
        yield RULE.found(route, message, say("put a blank behind the address"), span=span)


class _Glued(NamedTuple):
    """An address from `start` to `end`, and where the letter that has grown onto it ends."""

    start: int
    end: int
    behind: int

    def problem(self, text: str) -> tuple[Message, tuple[int, int]]:
        words = text[self.start : self.end]
        message = say("the next word has grown onto the address {words}", words=words)
        return message, (self.start, self.behind)


def _glued(text: str) -> Iterator[_Glued]:
    """Yield the addresses of a text that a word has grown onto; none begins within another."""
    end = 0
    for scheme_end, path, behind in _stuck(text):
        scheme = next((s for s in ("https", "http") if _ends(text, scheme_end, s)), "")
        start = scheme_end - len(scheme)
        if scheme and start >= end:
            end = path + len(text[path:behind].rstrip(_STUCK))
            yield _Glued(start, end, behind + 1)


def _stuck(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where a scheme ends, a path begins, and a letter has stuck to the mark behind it.

    All addresses without a blank between them end at the same place, which is looked for once.
    """
    end = 0
    for host in _HOST.finditer(text):
        path = host.end(1)
        if path > end:
            end = _rest_end(text, path)
        if text[end - 1] in _STUCK and _LETTER.match(text, end):
            yield host.start(), path, end


def _rest_end(text: str, path: int) -> int:
    found = _REST.match(text, path)
    return found.end() if found else path


def _ends(text: str, end: int, words: str) -> bool:
    return text[max(0, end - len(words)) : end].lower() == words


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
