"""The documents that there are to be mutated: all of the repository, and what is made by it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from passportkit import Toolkit

ROOT = Path(__file__).parents[2]
_KEPT = ("tests/corpus/*/document.docx", "tests/samples/*.docx", "templates/*/template.docx")
_USUAL_SIZE = 12_000
"""Bytes of a small document, which takes little time: large ones are drawn less often."""


@cache
def documents() -> Mapping[str, bytes]:
    """Return documents by what they are called."""
    return dict(sorted((*_kept(), *_rendered())))


def draw(chance: random.Random) -> tuple[str, bytes]:
    """Return a document and its name; small ones are as likely as large ones in bytes."""
    name = chance.choices(list(documents()), _weights())[0]
    return name, documents()[name]


@cache
def _weights() -> list[float]:
    return [_USUAL_SIZE / (_USUAL_SIZE + len(each)) for each in documents().values()]


def _kept() -> Iterator[tuple[str, bytes]]:
    for pattern in _KEPT:
        for path in ROOT.glob(pattern):
            yield path.relative_to(ROOT).as_posix(), path.read_bytes()


def _rendered() -> Iterator[tuple[str, bytes]]:
    """Yield every example in every form, and every form without answers."""
    kit = Toolkit()
    for form in kit.catalogue.names():
        yield f"{form}, blank", kit.blank(form)
        for path in (ROOT / "examples" / "practices").glob("*.yaml"):
            checked = kit.check(path, forms=form)
            if checked.practice and not checked.hindrances(draft=True):
                yield f"{form}, {path.stem}", kit.render(checked, form, draft=True)
