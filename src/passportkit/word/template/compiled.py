"""A compiled template: constants, and the program that sets words between them."""

from __future__ import annotations

import hashlib
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from passportkit.paper.styles import DRAFT_MARK, HINT, LINK
from passportkit.word.package.packing import PackedPart
from passportkit.word.package.stamping import Custom
from passportkit.word.template.plain import from_json, to_json
from passportkit.word.template.program import Key, Program, keys_of, puts_of

RUN_KINDS = ("", LINK, DRAFT_MARK, HINT)
"""The character styles that words may get, beside that of their place."""


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


class Numbering(NamedTuple):
    """The numbering part, cut where definitions and their numbers are added."""

    name: str
    definitions: str
    numbers: str
    end: str
    next_definition: int
    next_number: int
    bullet: int


class Links(NamedTuple):
    """The relations of the document, cut where links are added, and how their identifiers begin."""

    before: str
    after: str
    identifier: str


class _Pieces(NamedTuple):
    """What a compiled template consists of.

    `runs` has for each kind of run its opening, by 4·kind + 2·bold + italic. `core` is a part cut
    where the title is added; `names` are the names of the parts of links, of the title, of the
    numbering and of the custom properties.
    """

    programs: tuple[Program, ...]
    paragraphs: tuple[ParagraphXml, ...]
    runs: tuple[tuple[str, ...], ...]
    cells: tuple[CellXml, ...]
    numbering: Numbering
    links: Links
    core: tuple[str, str]
    custom: Custom
    parts: tuple[PackedPart, ...]
    names: tuple[str, str, str, str]


class Compiled(_Pieces):
    """A template ready to be filled: data, and nothing that could be run."""

    @cached_property  # which every document asks
    def keys(self) -> tuple[Key, ...]:
        """Return what the programs ask of the words of a document."""
        steps = (keys_of(program.steps) for program in self.programs)
        return tuple(dict.fromkeys(chain.from_iterable(steps)))

    def to_bytes(self) -> bytes:
        """Return the value as bytes for `from_bytes`."""
        content = to_json(self)
        return _digest(content) + content

    @classmethod
    def from_bytes(cls, content: bytes) -> Compiled:
        """Read what `to_bytes` wrote; raise ValueError for anything else."""
        digest, content = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
        if digest != _digest(content):
            raise ValueError("damaged")  # another letter in a word would be believed
        compiled = from_json(cls, content)
        if not (_refers_to_what_is_there(compiled) and _can_be_packed(compiled)):
            raise ValueError("made of pieces that do not belong together")
        return compiled


_DIGEST_SIZE = hashlib.sha256().digest_size


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _refers_to_what_is_there(compiled: Compiled) -> bool:
    """Whether nothing can be missing when it is filled."""
    cells, runs, paragraphs = (
        range(len(each)) for each in (compiled.cells, compiled.runs, compiled.paragraphs)
    )
    return (
        all(len(variants) == 4 * len(RUN_KINDS) for variants in compiled.runs)
        and all(cell.run in runs and cell.paragraph in paragraphs for cell in compiled.cells)
        and all(
            put.constant in (runs if put.manner == "inline" else cells)
            for program in compiled.programs
            for put in puts_of(program.steps)
        )
        and all(name for name, _column in compiled.keys)  # a text of a row, and no loop around it
    )


_LONGEST_NAME = 2**10
_NUMBERS = range(2**32)
"""What a zip file can say of a part."""


def _can_be_packed(compiled: Compiled) -> bool:
    written = (program.name for program in compiled.programs)
    names = (*compiled.names, *written, *(part.name for part in compiled.parts))
    return all(len(name) <= _LONGEST_NAME for name in names) and all(
        part.crc in _NUMBERS and part.size in _NUMBERS for part in compiled.parts
    )
