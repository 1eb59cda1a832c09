"""Other documents that lie within a document, as generators of reports put them there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from passportkit.documents.kinds import DocumentKind, Identified
from passportkit.documents.zipped import TOO_LARGE
from passportkit.errors import CannotGoOn
from passportkit.paper.model import Paper, PassedOver, texts_of
from passportkit.text import plain
from passportkit.word.package.names import R, w
from passportkit.word.package.opening import Package
from passportkit.word.package.relations import file_name

_PAGES = (".html", ".htm", ".xhtml")
_UNMARKED = (DocumentKind.TEXT, DocumentKind.XML)
"""What a page seems to be that has no head."""

_DEEPEST = 1
_MOST = 50
"""How deep documents may lie within each other, and how many in one: nobody writes more."""

_EACH = 20
"""How many characters a paragraph counts besides its own, or what was passed over in a page."""

ReadDocument = Callable[[Identified, int], Paper]

CHUNK = w("altChunk")
"""What stands in the place of a document within the document."""

_ID = f"{{{R}}}id"


class Chunks:
    """Reads the documents that lie within another one, `depth` of which lie around it."""

    def __init__(self, package: Package, read_word: ReadDocument, depth: int) -> None:
        self._package = package
        self._read_word = read_word
        self._depth = depth
        self._count = 0
        self._set_in: dict[Any, Paper] = {}

    def of(self, chunk: Any, part: str | None) -> Paper:
        """Return what such a document says; where it cannot be read, that it was passed over.

        `part` is the part that it is referred to in, None for the document.
        """
        rel_id = chunk.get(_ID, "")
        name = self._package.part(rel_id, part)
        self._count += 1
        if name is None or self._count > _MOST:
            return _unread(name or self._package.target(rel_id, part) or "")
        return self._paper(name)

    def set_into(self, root: Any, part: str) -> None:
        """Set the words of such documents into a part that is not read in blocks, in paragraphs."""
        for chunk in () if root is None else list(root.iter(CHUNK)):
            if chunk in self._set_in:
                continue
            self._set_in[chunk] = paper = self.of(chunk, part)
            for text in texts_of(paper.blocks):
                for line in plain(text).split("\n"):
                    run = etree.SubElement(etree.SubElement(chunk, w("p")), w("r"))
                    etree.SubElement(run, w("t")).text = line

    def is_set_in(self, chunk: Any) -> bool:
        """Return whether an element has the words of its document in it."""
        return chunk in self._set_in

    def passed_over_in(self, element: Any) -> Iterator[PassedOver]:
        """Yield what was passed over in the documents whose words were set into an element."""
        if self._set_in:
            for chunk in element.iter(CHUNK):
                yield from (replace(each, spot=None) for each in self._set_in[chunk].passed_over)

    def _paper(self, name: str) -> Paper:
        found = self._package.within(name)  # anew each time: all that is read is counted
        if found.kind in _UNMARKED and name.lower().endswith(_PAGES):
            found = Identified(found.content, DocumentKind.HTML)
        try:
            return self._read(found) or _unread(name)
        except CannotGoOn as error:
            if error.message == TOO_LARGE:
                raise
            return _unread(name)

    def _read(self, found: Identified) -> Paper | None:
        if found.kind is DocumentKind.DOCX and self._depth < _DEEPEST:
            return self._read_word(found, self._depth + 1)
        reader = _READERS.get(found.kind)
        if reader is None:
            return None
        paper = reader(found.content)
        words = sum(len(text) + _EACH for text in texts_of(paper.blocks))
        self._package.spent.add_words(words + _EACH * len(paper.passed_over))
        return paper


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
