"""Documents that grow: WordprocessingML as other programs write it, part by part."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from growing import Kind, Work
from inputs import (
    ACTS,
    COSTS,
    GOALS,
    KIT,
    OFFICE,
    ROWS,
    changed,
    many,
    ours,
    package,
    practice,
    relation,
    relations,
    stranger,
    unzipped,
    zipped,
)

from passportkit import translator
from passportkit.word.read.body import read_document

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{OFFICE}/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def document(body: str, *, links: int = 0, **parts: str) -> bytes:
    """Return a document with other parts by their kinds, and with so many links."""
    related = [relation(kind, kind, f"{kind}.xml") for kind in parts]
    related += [
        relation(f"l{n}", "hyperlink", f"https://a.example.org/{n}", ' TargetMode="External"')
        for n in range(links)
    ]
    return package(
        "word/document.xml",
        "wordprocessingml.document",
        {
            "word/_rels/document.xml.rels": relations(*related),
            "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
            **{
                f"word/{kind}.xml": f"<w:{kind} {_SPACES}>{words}</w:{kind}>"
                for kind, words in parts.items()
            },
        },
    )


def run(words: str, look: str = "") -> str:
    """Return a run of words."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(runs: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def row(*cells: str) -> str:
    """Return a row of cells with words."""
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(run(each))}</w:tc>' for each in cells)}</w:tr>"


def table(rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"


def _reading(
    each: str,
    around: tuple[str, str] = ("", ""),
    *,
    end: str = "",
    links: bool = False,
    **parts: str,
) -> Callable[[int], Work]:
    """Return what reads documents in which something comes again and again, by its number `{n}`."""

    def made(size: int) -> Work:
        body = paragraph(run("Соседи")) + around[0] + many(each, size) + end * size + around[1]
        content = document(
            body,
            links=size if links else 0,
            **{kind: many(words, size) for kind, words in parts.items()},
        )
        return lambda: read_document(content)

    return made


_P = ("<w:p>", "</w:p>")
_TABLE = ("<w:tbl><w:tblPr/><w:tblGrid/>", "</w:tbl>")
_WORDS = run("Соседи {n}")
_CELL = f"<w:tc>{paragraph(run('а'))}</w:tc>"
_BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
    f"<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{paragraph(run('а'))}</w:txbxContent>"
    "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "</mc:AlternateContent></w:r></w:p>"
)
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("а")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_OPEN_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("а")
_NUMBERED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{n}'/></w:numPr>"
_NUMBERING = (
    "<w:abstractNum w:abstractNumId='{n}'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/>"
    "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='{n}'>"
    "<w:abstractNumId w:val='{n}'/></w:num>"
)

_LEVEL = "<w:lvl w:ilvl='{n}'><w:numFmt w:val='decimal'/></w:lvl>"
_OF_ONE = "<w:num w:numId='{n}'><w:abstractNumId w:val='a'/></w:num>"


def _lists_of_one(size: int) -> Work:
    """Return what reads lists of one definition, which has as many levels."""
    levels = f"<w:abstractNum w:abstractNumId='a'>{many(_LEVEL, size)}</w:abstractNum>"
    body = many(paragraph(_WORDS, _NUMBERED), size)
    content = document(body, numbering=levels + many(_OF_ONE, size))
    return lambda: read_document(content)


_BOUND = (
    "<w:sdt><w:sdtPr><w:dataBinding w:storeItemID='{1}' "
    f"""w:xpath="/*[local-name()='customXml']/a[{{n}}]"/></w:sdtPr><w:sdtContent>"""
    f"{paragraph(_WORDS)}</w:sdtContent></w:sdt>"
)
_DATA_RELATIONS = relations(relation("p", "customXmlProps", "props.xml"))
_DATA_NUMBER = f'<d:datastoreItem xmlns:d="{OFFICE}/customXml" d:itemID="{{1}}"/>'


def _bound_controls(size: int) -> Work:
    """Return what reads controls that show data, of which there are as many."""
    made = document(many(_BOUND, size), customXml=many("<a>Роща {n}</a>", size))
    data = {"word/_rels/customXml.xml.rels": _DATA_RELATIONS, "word/props.xml": _DATA_NUMBER}
    content = zipped({**unzipped(made), **data})
    return lambda: read_document(content)


_WITHOUT_STORE = _BOUND.replace(" w:storeItemID='{1}'", "")


def _controls_and_stores(size: int) -> Work:
    """Return what reads controls that do not say in which of many parts their data are."""
    stores = range(min(size, 400))
    related = relations(*(relation(f"s{n}", "customXml", f"s{n}.xml") for n in stores))
    parts: dict[str, str | bytes] = {**unzipped(document(many(_WITHOUT_STORE, size)))}
    parts["word/_rels/document.xml.rels"] = related
    for n in stores:
        parts[f"word/s{n}.xml"] = "<customXml><a>Роща</a></customXml>"
        parts[f"word/_rels/s{n}.xml.rels"] = _DATA_RELATIONS.replace("props", f"props{n}")
        parts[f"word/props{n}.xml"] = _DATA_NUMBER.replace("{1}", f"{{{n}}}")
    content = zipped(parts)
    return lambda: read_document(content)


DOCX = (
    Kind("paragraphs", "paragraph", _reading(paragraph(_WORDS))),
    Kind("runs in a paragraph", "run", _reading(run("а "), _P)),
    Kind("bold runs in a paragraph", "run", _reading(run("а ", "<w:b/>") + run("б "), _P)),
    Kind(
        "one long run",
        "word",
        _reading("а ", ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")),
        most=400_000,  # of which four times is what a document may have
    ),
    Kind("line ends in a paragraph", "line", _reading(run("а") + "<w:r><w:br/></w:r>", _P)),
    Kind("rows", "row", _reading(row("а", "б {n}"), _TABLE)),
    Kind("cells in a row", "cell", _reading(_CELL, ("<w:tbl><w:tr>", "</w:tr></w:tbl>"))),
    Kind(
        "cells merged over rows",
        "row",
        _reading(
            f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('')}</w:tc>{_CELL}</w:tr>", _TABLE
        ),
    ),
    Kind("tables", "table", _reading(table(row("а")) + "<w:p/>")),
    Kind(
        "nested tables",
        "table",
        _reading("<w:tbl><w:tr><w:tc>" * 8 + "<w:p/></w:tc></w:tr></w:tbl>" * 8),
    ),
    Kind("fields", "field", _reading(_FIELD, _P)),
    Kind("open fields", "field", _reading(_OPEN_FIELD, _P)),
    Kind(
        "nested controls",
        "control",
        _reading("<w:sdt><w:sdtContent>" * 8 + paragraph(_WORDS) + "</w:sdtContent></w:sdt>" * 8),
    ),
    Kind(
        "controls",
        "control",
        _reading(
            f"<w:sdt><w:sdtPr><w:alias w:val='а'/></w:sdtPr><w:sdtContent>{paragraph(_WORDS)}"
            "</w:sdtContent></w:sdt>"
        ),
    ),
    Kind("controls that show data", "control", _bound_controls),
    Kind("controls without a part of data", "control", _controls_and_stores, size=200, most=400),
    Kind("text boxes", "box", _reading(_BOX)),
    Kind(
        "footnotes",
        "note",
        _reading(
            paragraph(_WORDS + '<w:r><w:footnoteReference w:id="{n}"/></w:r>'),
            footnotes=f'<w:footnote w:id="{{n}}">{paragraph(_WORDS)}</w:footnote>',
        ),
    ),
    Kind(
        "one footnote again and again",
        "mark",
        _reading(
            paragraph(_WORDS + '<w:r><w:footnoteReference w:id="0"/></w:r>'),
            footnotes=f'<w:footnote w:id="{{n}}">{paragraph(_WORDS)}</w:footnote>',
        ),
    ),
    Kind(
        "comments",
        "comment",
        _reading(
            paragraph(
                '<w:commentRangeStart w:id="{n}"/>' + _WORDS + '<w:commentRangeEnd w:id="{n}"/>'
                '<w:r><w:commentReference w:id="{n}"/></w:r>'
            ),
            comments=f'<w:comment w:id="{{n}}" w:author="а">{paragraph(_WORDS)}</w:comment>',
        ),
    ),
    Kind("lists", "list", _reading(paragraph(_WORDS, _NUMBERED), numbering=_NUMBERING)),
    Kind("lists of one definition", "list", _lists_of_one),
    Kind(
        "items of a list",
        "item",
        _reading(paragraph(_WORDS, _NUMBERED.replace("{n}", "0")), numbering=_NUMBERING),
    ),
    Kind(
        "styles",
        "style",
        _reading(
            paragraph(_WORDS, '<w:pStyle w:val="s{n}"/>'),
            styles='<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/></w:style>',
        ),
    ),
    Kind(
        "styles based on one another",
        "style",
        _reading(
            paragraph(_WORDS, '<w:pStyle w:val="s{n}"/>'),
            styles='<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/>'
            '<w:basedOn w:val="s{n}1"/></w:style>',
        ),
    ),
    Kind(
        "links",
        "link",
        _reading(paragraph('<w:hyperlink r:id="l{n}">' + _WORDS + "</w:hyperlink>"), links=True),
    ),
    Kind(
        "deleted words",
        "run",
        _reading(f"<w:del w:id='{{n}}'><w:r><w:delText>а</w:delText></w:r></w:del>{_WORDS}", _P),
    ),
    Kind(
        "words deleted one after the other",
        "run",
        _reading("<w:del w:id='{n}'><w:r><w:delText>соседи </w:delText></w:r></w:del>", _P),
    ),
    Kind(
        "paragraphs whose ends were deleted",
        "paragraph",
        _reading(paragraph(_WORDS, "<w:rPr><w:del w:id='{n}'/></w:rPr>")),
    ),
    Kind("formulas", "formula", _reading("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", _P)),
    Kind(
        "bookmarks",
        "bookmark",
        _reading(
            "<w:bookmarkStart w:id='{n}' w:name='b{n}'/><w:bookmarkEnd w:id='{n}'/>" + _WORDS, _P
        ),
    ),
)
"""What is read of a document, whatever form it is of."""


def importing(made: Callable[[int], bytes]) -> Callable[[int], Work]:
    """Return what imports documents, tells of every word, and writes the practice."""

    def work(size: int) -> Work:
        content = made(size)

        def whole() -> object:
            imported = KIT.import_document(content, name="a.docx")
            return imported.account(), imported.text("a.docx", translator("ru"))

        return whole

    return work


def _as_it_is(content: bytes) -> bytes:
    return content


def _made_by(change: Callable[[bytes], bytes], rows: tuple[str, str], size: int) -> bytes:
    return change(ours(practice(*rows, size)))


def behind(extra: Callable[[int], str], where: str = r"(?=<w:sectPr)") -> Callable[[int], bytes]:
    """Return documents of ours with something more at their end."""
    return lambda size: changed(ours(practice(*GOALS, 1)), where, lambda _: extra(size))


_FREE = paragraph(run("Соседи собрались во дворе"))

_LAST_ROW = r"<w:tr\b(?:(?!</w:tr>).)*Вместе 1.*?</w:tr>"


def _with_misfits(size: int) -> bytes:
    """Return a document of ours with rows of too many cells in its table."""
    rows = row("а", "б", "в", "г", "д", "е") * size
    return changed(ours(practice(*ROWS, 2)), _LAST_ROW, lambda found: found[0] + rows)


IMPORTS = (
    *(
        Kind(f"{name}, {whose}", "row", importing(partial(_made_by, of, rows)), size=200)
        for name, rows in {"rows": ROWS, "acts": ACTS, "costs": COSTS, "items": GOALS}.items()
        for whose, of in {"ours": _as_it_is, "a stranger's": stranger}.items()
    ),
    Kind(
        "paragraphs without a place", "paragraph", importing(behind(lambda n: _FREE * n)), size=200
    ),
    Kind(
        "headings nobody knows",
        "heading",
        importing(behind(lambda n: "".join(paragraph(run(f"{i}. Раздел {i}")) for i in range(n)))),
        size=200,
    ),
    Kind(
        "a table without a place",
        "row",
        importing(
            behind(
                lambda n: table("".join(row(f"а{i}", f"б{i}", f"в{i}", f"г{i}") for i in range(n)))
            )
        ),
        size=200,
    ),
    Kind(
        "tables without a place",
        "table",
        importing(behind(lambda n: (table(row("а", "б") + row("в", "г")) + "<w:p/>") * n)),
        size=200,
    ),
    Kind(
        "cells without a place",
        "cell",
        importing(behind(lambda n: table(row(*(f"а{i}" for i in range(n)))))),
        size=200,
    ),
    Kind(
        "long cells",
        "word",
        importing(behind(lambda n: table(row("а " * n, "5 руб. " * n) + row("б", "(в " * n)))),
        size=200,
    ),
    Kind(
        "rows that do not fit",
        "row",
        importing(_with_misfits),
        size=200,
    ),
    Kind(
        "lines nobody knows",
        "line",
        importing(behind(lambda n: "".join(paragraph(run(f"Соседи {i}")) for i in range(n)))),
        size=4_000,
    ),
)
