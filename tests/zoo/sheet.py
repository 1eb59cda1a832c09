"""Documents as other people's programs write them: WordprocessingML by hand, nothing of ours."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in [("1", "heading 1"), ("a", "Normal"), ("a3", "List Paragraph")]
)


def words(text: str, look: str = "") -> str:
    """Return a run; a line end in it is a soft break."""
    text = escape(text).replace("\n", _between("<w:br/>")).replace("\t", _between("<w:tab/>"))
    inner = f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r><w:rPr>{look}</w:rPr>{inner}</w:r>" if text else ""


def _between(element: str) -> str:
    return f'</w:t>{element}<w:t xml:space="preserve">'


def paragraph(runs: str, properties: str = "") -> str:
    """Return a paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def cell(content: str, *, span: int = 1, merge: str = "") -> str:
    """Return a cell; `merge` is "restart" or "continue"."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    closing = "" if content.endswith("</w:p>") else "<w:p/>"
    return f"<w:tc><w:tcPr>{spanned}{merged}</w:tcPr>{content}{closing}</w:tc>"


def row(cells: Iterable[str], *, repeats: bool = False) -> str:
    """Return a row; one that repeats is a head on every page."""
    head = "<w:tblHeader/>" if repeats else ""
    return f"<w:tr><w:trPr>{head}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], columns: int) -> str:
    """Return a table."""
    grid = f'<w:gridCol w:w="{9000 // columns}"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def text_box(content: str) -> str:
    """Return a paragraph with a text box, which Word writes twice: for itself and for others."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    box = f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp>"
    graphic = f"<a:graphic><a:graphicData>{box}</a:graphicData></a:graphic>"
    own = f"<w:drawing><wp:anchor>{graphic}</wp:anchor></w:drawing>"
    other = f"<w:pict><v:textbox>{inner}</v:textbox></w:pict>"
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{own}</mc:Choice>'
        f"<mc:Fallback>{other}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


class Sheet:
    """What a document has beside its body: lists, addresses, notes."""

    def __init__(self) -> None:
        self._lists: list[str] = []
        self._addresses: list[str] = []
        self._notes: list[str] = []
        self._comments: list[str] = []

    def list_(self, *, marker: str, form: str = "decimal", start: int = 1) -> int:
        """Return the number of a new list; `marker` is `%1.`, `·` and the like."""
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start if level == 0 else 1}"/>'
            f'<w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{marker.replace("%1", f"%{level + 1}")}"/></w:lvl>'
            for level in range(9)
        )
        self._lists.append(levels)
        return len(self._lists)

    def address(self, address: str) -> str:
        """Return the key of an address."""
        self._addresses.append(address)
        return f"rIdA{len(self._addresses)}"

    def note(self, text: str) -> int:
        """Return the number of a new footnote."""
        self._notes.append(text)
        return len(self._notes)

    def comment(self, text: str) -> int:
        """Return the number of a new comment."""
        self._comments.append(text)
        return len(self._comments)

    def document(self, body: str) -> bytes:
        """Return the document as a file."""
        parts = {
            "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_SPACES}>{_STYLES}</w:styles>",
            "word/numbering.xml": self._numbering(),
            "word/footnotes.xml": self._texts("footnotes", "footnote", self._notes),
            "word/comments.xml": self._texts("comments", "comment", self._comments),
            "word/header1.xml": f"<w:hdr {_SPACES}>{paragraph(words('Колонтитул сверху'))}</w:hdr>",
        }
        kinds = {"document": "document.main", "header1": "header"}
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{_MAIN}.{kinds.get(stem, stem)}+xml"/>'
            for name in parts
            for stem in [name.removeprefix("word/").removesuffix(".xml")]
        )
        related = [("officeDocument", "word/document.xml")]
        inner = [("styles", "styles.xml"), ("numbering", "numbering.xml")]
        inner += [
            ("footnotes", "footnotes.xml"),
            ("comments", "comments.xml"),
            ("header", "header1.xml"),
        ]
        parts |= {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{overrides}</Types>",
            "_rels/.rels": _relations(related, []),
            "word/_rels/document.xml.rels": _relations(inner, self._addresses),
        }
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, xml in parts.items():
                archive.writestr(name, _HEAD + xml)
        return file.getvalue()

    def _numbering(self) -> str:
        kinds = "".join(
            f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>'
            for at, levels in enumerate(self._lists, 1)
        )
        lists = "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'
            for at in range(1, len(self._lists) + 1)
        )
        return f"<w:numbering {_SPACES}>{kinds}{lists}</w:numbering>"

    def _texts(self, part: str, name: str, texts: Sequence[str]) -> str:
        inner = "".join(
            f'<w:{name} w:id="{at}">{paragraph(words(text))}</w:{name}>'
            for at, text in enumerate(texts, 1)
        )
        return f"<w:{part} {_SPACES}>{inner}</w:{part}>"


def _relations(parts: Sequence[tuple[str, str]], addresses: Sequence[str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(parts, 1)
    ) + "".join(
        f'<Relationship Id="rIdA{at}" Type="{_RELATIONS}/hyperlink" Target="{escape(address)}" '
        'TargetMode="External"/>'
        for at, address in enumerate(addresses, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
