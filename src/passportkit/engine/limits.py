"""How much a document may take; who calls the program may allow more, who sends one may not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from passportkit.errors import CannotGoOn
from passportkit.files.contents import DOCUMENT, SizeLimit
from passportkit.language import say

DOCUMENT_MB = "PASSPORT_DOCUMENT_MB"
OFFICE_SECONDS = "PASSPORT_OFFICE_SECONDS"
"""The variables of the environment that say so. Settings do not: they come with the documents."""

_MOST = {DOCUMENT_MB: 500, OFFICE_SECONDS: 3600}


class Limits(NamedTuple):
    """How many bytes a document may have, and how long LibreOffice may take to open one.

    A long one takes three seconds, the first start of all ten.
    """

    document: SizeLimit = DOCUMENT
    seconds: int = 120


LIMITS = Limits()


def limits_in(environment: Mapping[str, str]) -> Limits:
    """Return the limits that an environment names; raise `CannotGoOn` where it names none."""
    size = _number(environment, DOCUMENT_MB)
    seconds = _number(environment, OFFICE_SECONDS)
    return Limits(
        LIMITS.document if size is None else LIMITS.document._replace(largest=size * 2**20),
        LIMITS.seconds if seconds is None else seconds,
    )


def _number(environment: Mapping[str, str], name: str) -> int | None:
    given = environment.get(name, "")
    if not given:
        return None
    number = int(given) if len(given) <= len(str(_MOST[name])) and given.isdecimal() else 0
    if 1 <= number <= _MOST[name]:
        return number
    raise CannotGoOn(
        say(
            "the variable `{name}` says “{given}”; it takes a whole number from 1 to {most}",
            name=name,
            given=given[:40],
            most=_MOST[name],
        )
    )
