"""A file has each of its words once; what it makes of them by referring to them is bounded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from passportkit.documents import zipped
from passportkit.documents.zipped import TOO_LARGE
from passportkit.errors import CannotGoOn
from passportkit.word.package.names import RELATIONSHIPS, R
from passportkit.word.read.body import read_document
from tests.word.foreign import Part, abstract, document, item, level, num, p, part, with_parts

LONG = "берёза " * 50
MOST = 1000
"""How many characters a document may have here: twice as many as the longest of its words."""

ADDRESS = f"https://example.org/{'a' * 350}"


def links(times: int) -> bytes:
    return document(p('<w:hyperlink r:id="link1">', "сад", "</w:hyperlink>") * times, [ADDRESS])


def notes(times: int) -> bytes:
    said = part("w:footnotes", f'<w:footnote w:id="2">{p(LONG)}</w:footnote>')
    body = p("сад", '<w:r><w:footnoteReference w:id="2"/></w:r>' * times)
    return with_parts(document(body), Part("n", "footnotes", "n.xml", said))


def comments(times: int) -> bytes:
    said = part("w:comments", f'<w:comment w:id="0">{p(LONG)}</w:comment>')
    body = p("сад", '<w:r><w:commentReference w:id="0"/></w:r>' * times)
    return with_parts(document(body), Part("c", "comments", "c.xml", said))


def words_under_comments(times: int) -> bytes:
    marks = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(times))
    ends = "".join(f'<w:r><w:commentReference w:id="{n}"/></w:r>' for n in range(times))
    return document(p(marks, LONG, ends))


def heads(times: int) -> bytes:
    numbering = abstract(0, level(0, "decimal", LONG)) + num(1, 0)
    return document(item("сад") * times, numbering=numbering)


def numbers_in_a_head(times: int) -> bytes:
    start = '<w:start w:val="32767"/>'
    numbering = abstract(0, level(0, "russianLower", "%1" * (times - 1), start)) + num(1, 0)
    return document(item("сад"), numbering=numbering)


def bound(times: int) -> bytes:
    binding = '<w:sdtPr><w:dataBinding w:xpath="/d" w:storeItemID="{1}"/></w:sdtPr>'
    control = f"<w:sdt>{binding}<w:sdtContent>{p('сад')}</w:sdtContent></w:sdt>"
    properties = (
        '<s:datastoreItem xmlns:s="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
        ' s:itemID="{1}"/>'
    )
    relations = (
        f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="a" Type="{R}/customXmlProps" '
        'Target="itemProps1.xml"/></Relationships>'
    )
    return with_parts(
        document(control * times),
        Part("data", "customXml", "customXml/item1.xml", f"<d>{LONG}</d>"),
        Part("props", "other", "customXml/itemProps1.xml", properties),
        Part("rels", "other", "customXml/_rels/item1.xml.rels", relations),
    )


def pages(times: int) -> bytes:
    page = Part("k", "aFChunk", "k.html", f"<p>{LONG}</p>")
    return with_parts(document('<w:altChunk r:id="k"/>' * times), page)


def documents(times: int) -> bytes:
    inner = Part("k", "aFChunk", "k.docx", document(p(LONG)))
    return with_parts(document('<w:altChunk r:id="k"/>' * times), inner)


REPEATED = (
    links, notes, comments, words_under_comments, heads, numbers_in_a_head, bound, pages, documents,
)  # fmt: skip


@pytest.mark.parametrize("made", REPEATED)
def test_what_is_referred_to_again_and_again_counts_each_time(
    made: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipped, "WORDS", MOST)
    read_document(made(1))
    with pytest.raises(CannotGoOn) as refused:
        read_document(made(4))
    assert refused.value.message == TOO_LARGE


def test_documents_within_a_document_share_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = document(p("сад") * 500)
    outer = [Part(f"k{n}", "aFChunk", f"k{n}.docx", inner) for n in range(4)]
    body = "".join(f'<w:altChunk r:id="{each.identifier}"/>' for each in outer)
    monkeypatch.setattr(zipped, "TOTAL_LIMIT", 100_000)
    read_document(with_parts(document('<w:altChunk r:id="k0"/>'), *outer[:1]))
    with pytest.raises(CannotGoOn) as refused:
        read_document(with_parts(document(body), *outer))
    assert refused.value.message == TOO_LARGE
