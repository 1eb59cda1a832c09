"""An e-mail address that no letter reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from passportkit.findings import Finding, Route, Severity
from passportkit.language import Message, mark, say
from passportkit.practice.grants import REACHED
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_ENTRY = pattern(r"[^\s;]+")
_ADDRESS = pattern(r"[\w.+-]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_LATIN, _CYRILLIC = pattern("[a-z]", re.IGNORECASE), pattern("[а-яё]", re.IGNORECASE)
_AROUND = "<>()[],.:\"'«»"


def check(context: Context) -> Iterator[Finding]:
    """Find the addresses that cannot be right."""
    for reached, route in chain.from_iterable(map(context.values, REACHED)):
        for index, text in enumerate(reached.emails or ()):
            yield from _in_entry(text, (*route, "emails", index))


def _in_entry(text: str, route: Route) -> Iterator[Finding]:
    if _ADDRESS.fullmatch(text) and text.isascii():
        problem = _problem(text)
        if problem:
            yield RULE.found(route, problem, _ADVICE)
        return
    entries = [found for found in _ENTRY.finditer(text) if "@" in found[0]]
    if not entries and text:
        yield RULE.found(route, say("“{words}” is no e-mail address", words=text), _ADVICE)
    for entry in entries:
        start = entry.start() + len(entry[0]) - len(entry[0].lstrip(_AROUND))
        address = entry[0].strip(_AROUND)
        if problem := _problem(address.removeprefix("mailto:")):
            yield RULE.found(route, problem, _ADVICE, span=(start, start + len(address)))


def _problem(address: str) -> Message | None:
    for each in filter(None, address.split(",")) if address.count("@") > 1 else (address,):
        if not _ADDRESS.fullmatch(each) or ".." in each or each[0] == ".":
            return say("“{words}” is no e-mail address", words=each)
        name, _, domain = each.partition("@")
        for part in (name, *domain.split(".")):
            if _LATIN.search(part) and _CYRILLIC.search(part):
                return say("Latin and Russian letters are mixed in “{words}”", words=each)
    return None


_ADVICE = say("write it as it is: name, `@`, and the server with its dots")

RULE = Rule(
    "email-address",
    Severity.WARNING,
    check,
    finds=mark("an e-mail address cannot be right"),
    why=mark(
        "A blank, a comma in place of a dot, a Russian letter that looks like a Latin one: the "
        "letter of the organisers comes back to them, and nobody learns of it."
    ),
    bad="""\
contacts:
  - name: Светлова Анна Ильинична
    emails: centr@example,org
""",
    good="""\
contacts:
  - name: Светлова Анна Ильинична
    emails: centr@example.org
""",
    of_a_value=True,
)
