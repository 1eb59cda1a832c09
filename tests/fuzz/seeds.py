"""The documents that there are to be mutated: all of the repository, and what is made by it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from passportkit import Toolkit

ROOT = Path(__file__).parents[2]
_KEPT = ("tests/corpus/*/document.docx", "tests/samples/*.docx", "templates/*/template.docx")
_USUAL_SIZE = 12_000
"""Bytes of a small document, which takes little time: large ones are drawn less often."""


class Seed(NamedTuple):
    """A document, and the practice that it is a correction of, if there is one."""

    docx: bytes
    practice: bytes | None = None


@cache
def documents() -> Mapping[str, Seed]:
    """Return documents by what they are called."""
    return dict(sorted((*_kept(), *_rendered())))


def draw(chance: random.Random) -> tuple[str, Seed]:
    """Return a document and its name; small ones are drawn more often than large ones."""
    name = chance.choices(list(documents()), _weights())[0]
    return name, documents()[name]


@cache
def _weights() -> list[float]:
    return [_USUAL_SIZE / (_USUAL_SIZE + len(each.docx)) for each in documents().values()]


def _kept() -> Iterator[tuple[str, Seed]]:
    for pattern in _KEPT:
        for path in ROOT.glob(pattern):
            practice = path.with_name("practice.yaml")
            given = practice.read_bytes() if practice.exists() else None
            yield path.relative_to(ROOT).as_posix(), Seed(path.read_bytes(), given)


def _rendered() -> Iterator[tuple[str, Seed]]:
    """Yield every example in every form, and every form without answers."""
    kit = Toolkit()
    for form in kit.catalogue.names():
        yield f"{form}, blank", Seed(kit.blank(form))
        for path in (ROOT / "examples" / "practices").glob("*.yaml"):
            checked = kit.check(path, forms=form)
            if checked.practice and not checked.hindrances(draft=True):
                docx = kit.render(checked, form, draft=True)
                yield f"{form}, {path.stem}", Seed(docx, path.read_bytes())
