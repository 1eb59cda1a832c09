"""The marked regions of a page, which are made anew while the words around them stay.

A region of a page in Markdown stands between two comments, which readers do not see:
`<!-- begin NAME: made by make generate -->` and `<!-- end NAME -->`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

_REGION = re.compile(
    r"(?P<begin><!-- begin (?P<name>[a-z ]+): made by make generate -->\n)"
    r"(?P<inner>.*?)"
    r"(?P<end><!-- end (?P=name) -->)",
    re.DOTALL,
)


def regions(page: str, name: str) -> list[str]:
    """Return what stands in the regions of a page that have this name."""
    return [found["inner"] for found in _REGION.finditer(page) if found["name"] == name]


def with_regions(page: str, name: str, make: Callable[[], str]) -> str:
    """Return a page with what `make` gives in each of its regions of this name, one by one.

    Raise `ValueError` if it has none: somebody has spoilt its comments.
    """
    if not regions(page, name):
        raise ValueError(f"there is no region “{name}”")
    return _REGION.sub(lambda found: _made(found, name, make), page)


def _made(found: re.Match[str], name: str, make: Callable[[], str]) -> str:
    return found["begin"] + make() + found["end"] if found["name"] == name else found[0]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *([_cell(each) for each in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
