"""A compiled template: constants, and the program that sets words between them."""

from __future__ import annotations

import hashlib
import marshal
from dataclasses import dataclass, fields
from types import CodeType
from typing import Any, NamedTuple

from passportkit.paper.styles import DRAFT_MARK, HINT, LINK
from passportkit.word.package.packing import PackedPart
from passportkit.word.package.stamping import Custom

RUN_KINDS = ("", LINK, DRAFT_MARK, HINT)
"""The character styles that words may get, beside that of their place."""


EACH = "*"
"""In place of a column: the loop over the rows itself."""


class ParagraphXml(NamedTuple):
    """Properties of a paragraph, cut around the two that a list or a level replaces."""

    before_numbering: str
    numbering: str
    before_indent: str
    indent: str
    after_indent: str


class CellXml(NamedTuple):
    """A paragraph whose only tag is one text: what stands before and behind the words.

    `paragraph` and `run` are indices of `Compiled.paragraphs` and `Compiled.runs`. Between
    `opening` and `closing` words without any markup make the whole paragraph.
    """

    paragraph: int
    run: int
    before: str
    after: str
    opening: str
    closing: str


class Program(NamedTuple):
    """A part that is written anew for each document: Jinja's code, and its name.

    Only the document may have links: those of a header would need relations of their own. `unique`
    are the elements in it of which no two may have the same identity, as its XML calls them.
    """

    name: str
    code: CodeType
    has_links: bool
    unique: tuple[str, ...] = ()


class Numbering(NamedTuple):
    """The numbering part, cut where definitions and their numbers are added."""

    name: str
    definitions: str
    numbers: str
    end: str
    next_definition: int
    next_number: int
    bullet: int


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template ready to be filled.

    `runs` has for each kind of run its opening, by 4·kind + 2·bold + italic. `keys` are the tags:
    a text and "", rows and `EACH`, rows and one of their columns. `relations` and `core` are parts
    cut where something is added; `names` are the names of these, of the numbering part and of the
    custom properties.
    """

    programs: tuple[Program, ...]
    paragraphs: tuple[ParagraphXml, ...]
    runs: tuple[tuple[str, ...], ...]
    cells: tuple[CellXml, ...]
    keys: tuple[tuple[str, str], ...]
    numbering: Numbering
    relations: tuple[str, str]
    core: tuple[str, str]
    custom: Custom
    parts: tuple[PackedPart, ...]
    names: tuple[str, str, str, str]

    def to_bytes(self) -> bytes:
        """Return the value as bytes for `from_bytes` of the same Python."""
        content = marshal.dumps(_plain(tuple(getattr(self, each.name) for each in fields(self))))
        return _digest(content) + content

    @classmethod
    def from_bytes(cls, content: bytes) -> Compiled:
        """Read what `to_bytes` wrote; raise ValueError for anything else."""
        digest, content = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
        if digest != _digest(content):
            raise ValueError("damaged")  # marshal would believe it, and crash or print nonsense
        (
            programs, paragraphs, runs, cells, keys, numbering,
            relations, core, custom, parts, names,
        ) = marshal.loads(content)  # noqa: S302 - only files of the user's own are read  # fmt: skip
        return cls(
            tuple(Program(*each) for each in programs),
            tuple(ParagraphXml(*each) for each in paragraphs),
            runs,
            tuple(CellXml(*each) for each in cells),
            keys,
            Numbering(*numbering),
            relations,
            core,
            Custom(*custom),
            tuple(PackedPart(*each) for each in parts),
            names,
        )


_DIGEST_SIZE = hashlib.sha256().digest_size


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _plain(value: Any) -> Any:
    """Turn named tuples into tuples: marshal knows only the plain ones."""
    return tuple(_plain(item) for item in value) if isinstance(value, tuple) else value
