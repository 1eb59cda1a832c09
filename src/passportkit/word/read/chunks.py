"""Other documents that lie within a document, as generators of reports put them there."""

from __future__ import annotations

from collections.abc import Callable, Collection

from passportkit.documents.kinds import DocumentKind, Identified, identify
from passportkit.errors import CannotGoOn
from passportkit.paper.model import Paper, PassedOver
from passportkit.word.package.opening import Package
from passportkit.word.package.relations import file_name

_PAGES = (".html", ".htm", ".xhtml")
_UNMARKED = (DocumentKind.TEXT, DocumentKind.XML)
"""What a page seems to be that has no head."""

_DEEPEST = 1
_MOST = 50
"""How deep documents may lie within each other, and how many in one: nobody writes more."""

ReadDocument = Callable[[Identified, Collection[str] | None, int], Paper]


class Chunks:
    """Reads the documents that lie within another one, `depth` of which lie around it."""

    def __init__(self, package: Package, read_word: ReadDocument, depth: int) -> None:
        self._package = package
        self._read_word = read_word
        self._depth = depth
        self._count = 0
        self._papers: dict[str, Paper] = {}

    def of(self, rel_id: str, placeholders: Collection[str] | None) -> Paper:
        """Return what such a document says; where it cannot be read, that it was passed over."""
        name = self._package.part(rel_id)
        self._count += 1
        if name is None or self._count > _MOST:
            return _unread(name or self._package.target(rel_id) or "")
        if name not in self._papers:
            self._papers[name] = self._paper(name, placeholders)
        return self._papers[name]

    def _paper(self, name: str, placeholders: Collection[str] | None) -> Paper:
        found = identify(self._package.content(name))
        if found.kind in _UNMARKED and name.lower().endswith(_PAGES):
            found = Identified(found.content, DocumentKind.HTML)
        try:
            return self._read(found, placeholders) or _unread(name)
        except CannotGoOn:
            return _unread(name)

    def _read(self, found: Identified, placeholders: Collection[str] | None) -> Paper | None:
        if found.kind is DocumentKind.DOCX and self._depth < _DEEPEST:
            return self._read_word(found, placeholders, self._depth + 1)
        reader = _READERS.get(found.kind)
        return reader(found.content) if reader else None


def _unread(name: str) -> Paper:
    return Paper((), passed_over=(PassedOver("chunk", part=file_name(name)),))


def _page(content: bytes) -> Paper:
    from passportkit.paper.page.page import read_page

    return read_page(content)


def _text(content: bytes) -> Paper:
    from passportkit.paper.page.encoding import decoded
    from passportkit.paper.pasted.pasted import read_pasted

    return read_pasted(decoded(content))


_READERS: dict[DocumentKind, Callable[[bytes], Paper]] = {
    DocumentKind.HTML: _page,
    DocumentKind.MHTML: _page,
    DocumentKind.TEXT: _text,
}
