"""Documents that other programs might have written, from as little XML as they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from passportkit.paper import Paper, PaperBlock, Paragraph
from passportkit.word.package.names import CONTENT_TYPES, RELATIONSHIPS, R, W
from passportkit.word.read.body import read_document
from tests.word.conftest import zipped

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_END = b"</Relationships>"
_RELATIONS = "word/_rels/document.xml.rels"
_DOCUMENT = "word/document.xml"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": R,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
        "cx1": "http://schemas.microsoft.com/office/drawing/2015/9/8/chartex",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "lc": "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas",
        "o": "urn:schemas-microsoft-com:office:office",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)


def document(body: str, links: Iterable[str] = (), **parts: str) -> bytes:
    """Return a document; `links` become the relations link1, link2, …; parts are what they hold."""
    relations = [_relation(f"part-{kind}", kind, f"{kind}.xml") for kind in parts]
    relations += [
        _relation(f"link{number}", "hyperlink", address, ' TargetMode="External"')
        for number, address in enumerate(links, 1)
    ]
    return zipped(
        [
            ("[Content_Types].xml", _types()),
            ("_rels/.rels", _relations(_relation("rId1", "officeDocument", "word/document.xml"))),
            ("word/_rels/document.xml.rels", _relations(*relations)),
            ("word/document.xml", _part("document", f"<w:body>{body}</w:body>")),
            *((f"word/{kind}.xml", _part(kind, content)) for kind, content in parts.items()),
        ]
    )


class Part(NamedTuple):
    """A part that a document refers to; `target` is how it says so, unless by the name.

    `owner` is the part that refers to it, where that is not the document.
    """

    identifier: str
    kind: str
    name: str
    content: str | bytes | None
    target: str = ""
    owner: str = ""


def with_parts(docx: bytes, *parts: Part) -> bytes:
    """Return a document with more parts; those without content are missing."""
    with ZipFile(BytesIO(docx)) as file:
        content = {name: file.read(name) for name in file.namelist()}
    for each in parts:
        relations = f"word/_rels/{each.owner}.rels" if each.owner else _RELATIONS
        others = (content.get(relations) or _relations()).removesuffix(_END)
        said = _relation(each.identifier, each.kind, each.target or each.name)
        content[relations] = others + said.encode() + _END
        if each.content is not None:
            held = each.content
            content[f"word/{each.name}"] = held.encode() if isinstance(held, str) else held
    return zipped(content.items())


def part(root: str, content: str) -> str:
    """Return a part with all namespaces; `root` has its prefix."""
    return f"<{root} {_NAMESPACES}>{content}</{root}>"


def paper(body: str, links: Iterable[str] = (), **parts: str) -> Paper:
    return read_document(document(body, links, **parts))


def said(body: str, links: Iterable[str] = (), **parts: str) -> list[str]:
    """Return the texts of all paragraphs of a document, those of its tables too."""
    return list(texts(paper(body, links, **parts).blocks))


def texts(blocks: Iterable[PaperBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from texts(cell.blocks)


def p(*runs: str, properties: str = "") -> str:
    """Return a paragraph of runs, or of words."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(_as_run, runs))}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    """Return a cell of XML, or of words."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_as_paragraph(content)}</w:tc>"


def style(identifier: str, name: str, rest: str = "", kind: str = "paragraph") -> str:
    opening = f'<w:style w:type="{kind}" w:styleId="{identifier}">'
    return f'{opening}<w:name w:val="{name}"/>{rest}</w:style>'


def level(depth: int, kind: str, text: str, rest: str = '<w:start w:val="1"/>') -> str:
    shape = f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{rest}{shape}</w:lvl>'


def abstract(identifier: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def num(identifier: int, definition: int, rest: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{definition}"/>{rest}</w:num>'


def item(words: str, number: int = 1, depth: int = 0) -> str:
    return p(
        words,
        properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def _as_run(words: str) -> str:
    return words if words.startswith("<") else r(words)


def _as_paragraph(words: str) -> str:
    return words if words.startswith("<") else p(words)


def _relation(identifier: str, kind: str, target: str, rest: str = "") -> str:
    return f'<Relationship Id="{identifier}" Type="{R}/{kind}" Target="{target}"{rest}/>'


def _relations(*relations: str) -> bytes:
    return f'<Relationships xmlns="{RELATIONSHIPS}">{"".join(relations)}</Relationships>'.encode()


def _types() -> bytes:
    return (
        f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    ).encode()


def _part(root: str, content: str) -> bytes:
    return f"<w:{root} {_NAMESPACES}>{content}</w:{root}>".encode()


def with_words(docx: bytes, words: str, xml: str) -> bytes:
    """Return a document with XML behind the run that ends with words, which stand there once."""
    with ZipFile(BytesIO(docx)) as file:
        content = {name: file.read(name) for name in file.namelist()}
    before, found, after = content[_DOCUMENT].decode().partition(f"{words}</w:t></w:r>")
    assert found
    assert found not in after
    start = re.sub(r"<w:document [^>]*>", f"<w:document {_NAMESPACES}>", before, count=1)
    return zipped({**content, _DOCUMENT: f"{start}{found}{xml}{after}".encode()}.items())
