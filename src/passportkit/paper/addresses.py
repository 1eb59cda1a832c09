"""Addresses: which words lead where without saying so twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from passportkit.text import Span, grammar

_scheme = re.compile(r"(?i:https?://|mailto:)").match
_host = re.compile(r"https?://[^/?#]+/").fullmatch


def is_bare_link(words: str, link: str | None) -> bool:
    """Return whether words are an address that leads where a link does."""
    return grammar.address.fullmatch(words) is not None and grammar.destination(words) == link


def linked(span: Span) -> Iterator[Span]:
    """Yield the spans of a span whose bare addresses are links, as they are in the markup."""
    text, end = span.text, 0
    if span.link:
        yield _bared(span)
        return
    for found in grammar.address.finditer(text) if grammar.has_sign(text) else ():
        if end < found.start():
            yield replace(span, text=text[end : found.start()])
        yield replace(span, text=found[0], link=grammar.destination(found[0]))
        end = found.end()
    if end < len(text):
        yield replace(span, text=text[end:])


def _bared(span: Span) -> Span:
    """Return a link that leads where its words say as what the markup makes of the bare words.

    Programs add a scheme or a slash to an address that was typed, or write its letters in hex.
    """
    text = span.text
    if not (span.link and grammar.address.fullmatch(text)):
        return span
    address = grammar.destination(text)
    return replace(span, link=address) if _core(address) == _core(span.link) else span


def restored(span: Span) -> Span:
    """Return a link as it was before LibreOffice has put a slash behind the name of a host."""
    if span.link and _host(span.link):
        return _bared(replace(span, link=span.link[:-1]))
    return _bared(span)


def _core(address: str) -> str:
    scheme = _scheme(address)
    return unquote(address[scheme.end() if scheme else 0 :]).rstrip("/").lower()
