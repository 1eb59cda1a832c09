"""What tasks are given: a text, bytes, or the path of a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, TypeVar

from passportkit.errors import CannotGoOn
from passportkit.files.contents import DOCUMENT, SizeLimit, load
from passportkit.files.paths import called, leads_astray, shown
from passportkit.findings import Finding
from passportkit.language import Message, say
from passportkit.source import Source, read
from passportkit.workspace.find import FoundFile, content_of

T = TypeVar("T", str, str | Path)

Given = str | bytes | Path
"""A text, its bytes, or the file that it stands in."""


def source_of(practice: Given | Source, name: str = "") -> Source:
    """Return a practice as it was read; where that cannot be done, with the finding that says so.

    A file is called by its path unless there is a `name`.
    """
    if isinstance(practice, Source):
        return practice
    if isinstance(practice, Path):
        name, content = name or called(practice), load(practice)
        if isinstance(content, Finding):
            return Source(name, "", None, (content,))
        return as_shown(read(content, name), practice)
    return read(_bytes(practice), name)


def as_shown(source: Source, path: Path) -> Source:
    """Return what was read of a file; of one that links have led away, no word is to be shown."""
    return replace(source, is_shown=False) if leads_astray(path) else source


def own_source_of(path: Path) -> Source:
    """Return a practice whose words are to be shown or changed.

    Raises `CannotGoOn` where links have led to it: whoever means that file names it.
    """
    source = source_of(path)
    if not source.is_shown:
        raise CannotGoOn(
            say("a link leads from `{path}` to a file elsewhere; name that file", path=shown(path))
        )
    return source


def readable_source_of(practice: Given) -> Source:
    """Return a practice as it was read; raise `CannotGoOn`, which says why, where it cannot be."""
    source = source_of(practice)
    if not source.is_readable:
        found = source.findings[0]
        raise CannotGoOn(_with_advice(found if source.is_shown else found.without_words()))
    return source


def document_of(document: Given, name: str) -> tuple[bytes, str]:
    """Return the bytes of a document and its name; raise `CannotGoOn` where it cannot be read."""
    if isinstance(document, Path):
        return readable(load(document, DOCUMENT)), name or called(document)
    return _bytes(document), name


def several(named: T | Iterable[T]) -> tuple[T, ...]:
    """Return names or paths one after the other; one alone is one, and not its letters."""
    return (named,) if isinstance(named, str | Path) else tuple(named)


def content_for(file: FoundFile, stdin: BinaryIO, limit: SizeLimit = DOCUMENT) -> tuple[bytes, str]:
    """Return a document and its name, which the standard input does not have.

    Raises `CannotGoOn` where it cannot be read.
    """
    return readable(content_of(file, stdin, limit)), file.name if file.path else ""


def source_for(file: FoundFile, stdin: BinaryIO) -> Source:
    """Return a practice that was found; raise `CannotGoOn` where the file cannot be read."""
    content = content_of(file, stdin)
    if isinstance(content, Finding):
        raise CannotGoOn(say("`{path}`: {why}", path=file.name, why=_with_advice(content)))
    source = read(content, file.name)
    return as_shown(source, file.path) if file.path else source


def readable(content: bytes | Finding) -> bytes:
    """Return content; raise `CannotGoOn` with what is wrong where there is none."""
    if isinstance(content, Finding):
        raise CannotGoOn(_with_advice(content))
    return content


def _with_advice(finding: Finding) -> Message:
    if finding.help is None:
        return finding.message
    return say("{what}; {advice}", what=finding.message, advice=finding.help)


def _bytes(given: str | bytes) -> bytes:
    # a lone surrogate stands for a byte that is no text
    return given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
