"""What goes from a template into documents: what is known to be inert, and the rest is named."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from passportkit.errors import CannotGoOn
from passportkit.forms import Filled
from passportkit.word.package.admission import admit
from passportkit.word.template.compile import compile_template
from passportkit.word.write.fill import fill
from tests.word.conftest import edited, parts_of, template, zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT, SETTINGS, TYPES = "word/document.xml", "word/settings.xml", "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"


def with_few_styles(docx: bytes) -> bytes:
    """Return a template with the first of its styles alone: each test looks at all that it has."""
    few = re.compile(
        rb"<w:latentStyles.*</w:latentStyles>|(?<=</w:style>)\s*<w:style.*</w:style>", re.DOTALL
    )
    return zipped([(name, few.sub(b"", content)) for name, content in parts_of(docx)])


SOUND = with_few_styles(template("{{ a }}", "слова"))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)

NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "r": OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "wp15": f"{MICROSOFT}/word/2012/wordprocessingDrawing",
        "w15": f"{MICROSOFT}/word/2012/wordml",
        "w10": "urn:schemas-microsoft-com:office:word",
        "wne": f"{MICROSOFT}/word/2006/wordml",
        "wps": f"{MICROSOFT}/word/2010/wordprocessingShape",
        "sl": "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
        "asvg": f"{MICROSOFT}/drawing/2016/SVG/main",
        "s": "http://purl.oclc.org/ooxml/officeDocument/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "x": "urn:nobody",
    }.items()
)

Change = Callable[[bytes], bytes]


def named(xml: str) -> str:
    """Return XML with all namespaces that anybody needs."""
    return re.sub(r"(?<=[\w\"])(?=[\s/>])", f" {NAMES}", xml, count=1)


def body(xml: str, *, docx: bytes = SOUND) -> bytes:
    """Return a template with this in its text."""
    return edited(docx, DOCUMENT, ("<w:sectPr", f"{named(xml)}<w:sectPr"))


def run(xml: str) -> bytes:
    return body(f"<w:p><w:r>{xml}</w:r></w:p>")


def setting(xml: str) -> bytes:
    return edited(SOUND, SETTINGS, ("</w:settings>", f"{named(xml)}</w:settings>"))


def related(
    kind: str, name: str = "", content: bytes = b"x", declared: str = "x/y", *, to: str = ""
) -> bytes:
    """Return a template whose document refers to a part of its, or to a place outside."""
    mode = ' TargetMode="External"' if to else ""
    relation = f'<Relationship Id="rX" Type="{kind}" Target="{to or name}"{mode}/>'
    docx = edited(SOUND, RELATIONS, ("</Relationships>", f"{relation}</Relationships>"))
    if to:
        return docx
    override = f'<Override PartName="/word/{name}" ContentType="{declared}"/></Types>'
    docx = edited(docx, TYPES, ("</Types>", override))
    return zipped([*parts_of(docx), (f"word/{name}", content)])


def outside(kind: str, place: str) -> bytes:
    return related(f"{OFFICE}/{kind}", to=place)


def story(kind: str, xml: str) -> bytes:
    """Return a template with a header, a footer, or notes."""
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    part = f'<w:{root} xmlns:w="{MAIN}" {NAMES}>{xml}</w:{root}>'
    return related(f"{OFFICE}/{kind}", f"{kind}9.xml", part.encode(), f"{WORD}.{kind}+xml")


MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def field(*pieces: str) -> str:
    """Return a field whose instruction is cut over runs."""
    runs = "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in pieces)
    return f"{BEGIN}{runs}{SEPARATE}<w:r><w:t>1</w:t></w:r>{END}"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


BEGIN, SEPARATE, END = map(mark, ("begin", "separate", "end"))


def p(xml: str) -> str:
    return f"<w:p>{xml}</w:p>"


def box(xml: str) -> str:
    """Return a text box."""
    content = f"<w:txbxContent>{p(xml)}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"


MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"

WEB = "https://example.org/a.png"


def leading(xml: str, kind: str = "hyperlink") -> bytes:
    """Return a template with a relation to a page of the web, or to a picture, and this text."""
    is_image = kind == "image"
    rest = ("media/a.png", PNG, "image/png") if is_image else ("", b"", "")
    relation = related(f"{OFFICE}/{kind}", *rest, to="" if is_image else WEB)
    return body(p(f"<w:r>{xml}</w:r>"), docx=relation)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'

REFUSED: dict[str, tuple[bytes, str, str]] = {
    # relations
    "a template from the web": (
        outside("attachedTemplate", "http://example.org/t.dotm"), DOCUMENT, "another template"),
    "a linked picture": (outside("image", "http://example.org/a.png"), DOCUMENT, "is linked"),
    "a header from outside": (outside("header", "http://example.org/h.xml"), DOCUMENT, "outside"),
    "a sub-document": (outside("subDocument", "file:///c.docx"), DOCUMENT, "another file"),
    "a source of a mail merge": (
        outside("mailMergeSource", "file:///base.mdb"), DOCUMENT, "mail merge"),
    "a linked object": (outside("oleObject", "file:///a.xls"), DOCUMENT, "embedded file"),
    "a frame": (outside("frame", "http://example.org"), DOCUMENT, "frames"),
    "a film": (outside("video", "http://example.org/a.mp4"), DOCUMENT, "a film"),
    "a link to a program": (outside("hyperlink", "file:///c:/a.exe"), DOCUMENT, "file:///c:/a.exe"),
    "a link to a script": (outside("hyperlink", "javascript:a()"), DOCUMENT, "javascript:a()"),
    "a link to a share": (outside("hyperlink", r"\\server\share"), DOCUMENT, "server"),
    "a link to a search": (outside("hyperlink", "search-ms:query=a"), DOCUMENT, "search-ms"),
    "a link within the package": (
        related(f"{OFFICE}/hyperlink", "a.xml"), DOCUMENT, "a link to “a.xml”"),
    "a link as a linked picture": (
        leading('<w:drawing><a:blip r:link="rX"/></w:drawing>'), DOCUMENT, "is linked"),
    "a link as a picture": (
        leading('<w:drawing><a:blip r:embed="rX"/></w:drawing>'), DOCUMENT, "of another kind"),
    "a link as a picture of instructions": (
        leading('<w:drawing><asvg:svgBlip r:link="rX"/></w:drawing>'), DOCUMENT, "is linked"),
    "a picture as a linked one": (
        leading('<w:drawing><a:blip r:link="rX"/></w:drawing>', "image"), DOCUMENT, "is linked"),
    "a picture as a link": (leading('<w:hyperlink r:id="rX"/>', "image"), DOCUMENT, "another kind"),
    "a link as a header": (
        body('<w:sectPr><w:headerReference r:id="rX"/></w:sectPr>',
             docx=outside("hyperlink", WEB)), DOCUMENT, "another kind"),
    **{
        f"a link as {attribute} of an old picture": (
            leading(f'<w:pict><v:imagedata {attribute}="rX"/></w:pict>'), DOCUMENT, what)
        for attribute, what in {
            "r:id": "another kind", "o:relid": "another kind", "r:pict": "is linked",
            "r:href": "is linked"}.items()
    },
    "a link as a filling": (
        leading('<w:pict><v:fill r:id="rX"/></w:pict>'), DOCUMENT, "another kind"),
    "a link that is written into documents": (
        body(p('<w:r><w:drawing><a:blip r:link="rIdLink1"/></w:drawing></w:r>')),
        DOCUMENT, "is linked"),
    "a picture that is missing": (
        run('<w:drawing><a:blip r:embed="rIdLink1"/></w:drawing>'), DOCUMENT, "is missing"),
    "a reference where none belongs": (
        body('<w:p r:id="rX"/>', docx=outside("hyperlink", WEB)), DOCUMENT, "another kind"),
    "a reference in the words of a strict document": (
        leading('<w:drawing><a:blip s:link="rX"/></w:drawing>'), DOCUMENT, "is linked"),
    "a page within the package": (
        related(f"{OFFICE}/image", "http:/example.org/a.png", PNG, "image/png"),
        DOCUMENT, "is linked"),
    # parts
    "macros": (
        related(f"{MICROSOFT}/2006/relationships/vbaProject", "vbaProject.bin"),
        "word/vbaProject.bin", "a macro"),
    "keys": (
        related(f"{MICROSOFT}/2006/relationships/keyMapCustomizations", "customizations.xml"),
        "word/customizations.xml", "a macro"),
    "an embedded file": (related(f"{OFFICE}/package", "a.xlsx"), "word/a.xlsx", "embedded file"),
    "a control": (related(f"{OFFICE}/control", "activeX1.xml"), "word/activeX1.xml", "ActiveX"),
    "another document": (related(f"{OFFICE}/aFChunk", "a.html"), "word/a.html", "another file"),
    "a chart": (related(f"{OFFICE}/chart", "chart1.xml"), "word/chart1.xml", "a chart"),
    "a font": (related(f"{OFFICE}/font", "a.odttf"), "word/a.odttf", "a font"),
    "an add-in": (
        related(f"{MICROSOFT}/2011/relationships/webextensiontaskpanes", "taskpanes.xml"),
        "word/taskpanes.xml", "an add-in"),
    "what nobody knows": (related("urn:x/unheard", "a.bin"), "word/a.bin", "“unheard”"),
    "a document with macros": (
        edited(SOUND, TYPES, (f"{WORD}.document.main+xml", MACRO_TYPE)), DOCUMENT, "a macro"),
    "a header that is no header": (
        related(f"{OFFICE}/header", "h.xml", b"<a/>", MACRO_TYPE), "word/h.xml", "a macro"),
    "a page as a picture": (
        related(f"{OFFICE}/image", "a.png", PNG, "text/html"), "word/a.png", "“text/html”"),
    "a drawing with a script": (
        related(f"{OFFICE}/image", "a.svg", SVG, "image/png"), "word/a.svg", "none of dots"),
    "a metafile": (
        related(f"{OFFICE}/image", "a.wmf", b"\xd7\xcd\xc6\x9a", "image/x-wmf"),
        "word/a.wmf", "none of dots"),
    # elements
    "an object": (run("<w:object/>"), DOCUMENT, "embedded file or object"),
    "an object in a shape": (run("<w:pict><o:OLEObject/></w:pict>"), DOCUMENT, "embedded file"),
    "a control in a run": (run("<w:pict><w:control/></w:pict>"), DOCUMENT, "ActiveX"),
    "a place for a file": (body('<w:altChunk r:id="rId9"/>'), DOCUMENT, "another file"),
    "a macro of a form field": (
        run('<w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="AutoRun"/></w:ffData>'
            "</w:fldChar>"), DOCUMENT, "runs a macro"),
    "data of a field": (
        run('<w:fldChar w:fldCharType="begin"><w:fldData>QQ==</w:fldData></w:fldChar>'),
        DOCUMENT, "nobody can read"),
    "a control with data": (
        body('<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr>'
             "<w:sdtContent/></w:sdt>"), DOCUMENT, "data in the file"),
    "a picture by its address": (
        run('<w:pict><v:shape><v:imagedata src="http://example.org/a.png"/></v:shape></w:pict>'),
        DOCUMENT, "is linked"),
    **{
        f"a {name} by its {attribute}": (
            run(f'<w:pict><v:{name} {attribute}="{WEB}"/></w:pict>'), DOCUMENT, "is linked")
        for name in ("imagedata", "fill", "stroke")
        for attribute in ("href", "o:href", "o:althref")
    },
    "a shape that opens a file": (
        run('<w:pict><v:shape href="file:///c:/a.exe"/></w:pict>'), DOCUMENT, "file:///c:/a.exe"),
    "a click that runs a program": (
        run('<w:drawing><a:hlinkClick action="ppaction://program?a"/></w:drawing>'),
        DOCUMENT, "is clicked"),
    "a sound of a click": (
        run("<w:drawing><a:hlinkClick><a:snd/></a:hlinkClick></w:drawing>"), DOCUMENT, "a sound"),
    "a film of the web": (
        run('<w:drawing><wp15:webVideoPr embeddedHtml="&lt;iframe&gt;"/></w:drawing>'),
        DOCUMENT, "a film"),
    "a chart in the text": (run("<w:drawing><c:chart/></w:drawing>"), DOCUMENT, "a chart"),
    "a shape that nobody knows": (
        run("<w:pict><v:script>1</v:script></w:pict>"), DOCUMENT, "“script”"),
    "an addition to a shape that nobody knows": (
        run("<w:pict><v:shape><o:event/></v:shape></w:pict>"), DOCUMENT, "“event”"),
    "a wrapping that nobody knows": (
        run("<w:pict><v:shape><w10:macro/></v:shape></w:pict>"), DOCUMENT, "“macro”"),
    "keys in the text": (body("<wne:tcg/>"), DOCUMENT, "a macro"),
    "an element that nobody knows": (body("<x:y/>"), DOCUMENT, "“y”"),
    "an element of no language": (body('<y xmlns=""/>'), DOCUMENT, "“y”"),
    "an unknown choice": (
        body("<mc:AlternateContent><mc:Choice Requires='x'><x:y/></mc:Choice>"
             "</mc:AlternateContent>"), DOCUMENT, "“y”"),
    "a mail merge": (
        setting("<w:mailMerge><w:connectString w:val='DSN=a'/></w:mailMerge>"),
        SETTINGS, "mail merge"),
    "a template in the settings": (
        setting('<w:attachedTemplate r:id="rId1"/>'), SETTINGS, "another template"),
    "a schema": (setting('<w:attachedSchema w:val="urn:a"/>'), SETTINGS, "a schema"),
    "a schema in a library": (
        setting('<sl:schemaLibrary><sl:schema sl:uri="a"/></sl:schemaLibrary>'),
        SETTINGS, "a schema"),
    "a transformation": (
        setting('<w:saveThroughXslt r:id="rId1"/>'), SETTINGS, "a transformation"),
    "a smart tag from the web": (
        setting('<w:smartTagType w:url="http:\\\\a"/>'), SETTINGS, "a link to"),
}  # fmt: skip
"""What is added to a sound template; the part that is named, and what is said to be there."""


def said_of(docx: bytes) -> list[str]:
    return [str(each.message) for each in admit(docx).objections]


def test_a_sound_template_has_nothing_in_it_that_is_not_let_through() -> None:
    assert said_of(SOUND) == []


@pytest.mark.parametrize(("docx", "part", "what"), REFUSED.values(), ids=REFUSED)
def test_what_may_do_something_is_named_with_its_part(docx: bytes, part: str, what: str) -> None:
    said = said_of(docx)
    assert [f"in `{part}`" in each and what in each for each in said] == [True] * len(said) != []


@pytest.mark.parametrize(("docx", "part", "what"), REFUSED.values(), ids=REFUSED)
def test_no_document_is_made_with_it(docx: bytes, part: str, what: str) -> None:
    with pytest.raises(CannotGoOn) as refused:
        compile_template(docx)
    assert all(each in str(refused.value) for each in (part, what, "; "))


DDE = r'DDEAUTO "cmd" "/c a"'


def instruction(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


TORN = {
    "an instruction": f"{BEGIN}<x>{instruction('DDE a')}</x>{SEPARATE}{END}",
    "a piece": f"{BEGIN}<x>{instruction('PAGE ')}</x>{instruction('DDE a')}{SEPARATE}{END}",
    "a beginning": f"<x>{BEGIN}</x>{instruction('DDE a')}{SEPARATE}{END}",
    "a beginning of an empty one": f"<x>{BEGIN}{SEPARATE}</x>{END}",
    "a result": f"{BEGIN}<x>{instruction('DDE a')}{SEPARATE}</x>{END}",
    "an end": f"{BEGIN}{instruction('PAGE')}{SEPARATE}<x>{END}</x>",
}
"""Fields of which a piece, between `<x>` and `</x>`, is for some versions of Word alone."""

NOWHERE = (
    "proofErr bookmarkStart bookmarkEnd commentRangeStart permStart moveFromRangeStart sdtPr "
    "sdtEndPr rPr pPr sectPr tblPr ruby ffData lastRenderedPageBreak fldChar r p"
).split()
"""Elements in which no run, or no other run, may stand: some programs read it all the same."""

FIELDS: dict[str, str] = {
    **{
        f"{what} in `{name}`": xml.replace("<x>", f"<w:{name}>").replace("</x>", f"</w:{name}>")
        for name in NOWHERE
        for what, xml in TORN.items()
    },
    "in mathematics": f"{BEGIN}<m:oMath><m:r><m:t>DDE a</m:t></m:r></m:oMath>{SEPARATE}{END}",
    "deleted words that nobody has deleted": (
        f"{BEGIN}<w:r><w:delInstrText>PAGE </w:delInstrText></w:r>{instruction('DDE a')}{END}"
    ),
    "a hidden piece": (
        f"{BEGIN}<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>PAGE </w:instrText></w:r>"
        f"{instruction('DDE a')}{END}"
    ),
    "a mark of no kind": f"{BEGIN}{instruction('PAGE')}{mark('begun')}{END}",
    "a link with a field in it": f"{BEGIN}{instruction(' HYPERLINK &quot;https://a')}{field('PAGE')}"
    f"{instruction('&quot;')}{SEPARATE}{END}",
    **{
        f"a tag in {words}": field(words)
        for words in ('HYPERLINK \\o "{{ title }}"', "REF {{title}}", "IF 1 = 2 {% for row in a %}")
    },
    "DDE": field(DDE),
    "in pieces": field("DD", "EAU", "TO cmd"),
    "in small letters": field("ddeauto cmd"),
    "a simple one": '<w:fldSimple w:instr="INCLUDETEXT &quot;http://example.org&quot;"/>',
    "within another's result": f"{BEGIN}<w:r><w:instrText>PAGE</w:instrText></w:r>{SEPARATE}"
    f"{field('LINK a')}{END}",
    "within another's instruction": (
        f"{BEGIN}<w:r><w:instrText>IF </w:instrText></w:r>{field('INCLUDEPICTURE a')}{END}"
    ),
    "a name that another field makes": f"{BEGIN}{field('PAGE')}<w:r><w:instrText> a</w:instrText>"
    f"</w:r>{END}",
    "as plain words": f"{BEGIN}<w:r><w:t>DATABASE a</w:t></w:r>{SEPARATE}{END}",
    "as deleted words": f"{BEGIN}<w:del><w:r><w:delInstrText>EMBED a</w:delInstrText></w:r></w:del>"
    f"{SEPARATE}{END}",
    "one that comes out when a change is rejected": f"{BEGIN}<w:ins><w:r><w:instrText>PAGE "
    f"</w:instrText></w:r></w:ins><w:r><w:instrText>DDE a</w:instrText></w:r>{SEPARATE}{END}",
    "without an end": f"{BEGIN}<w:r><w:instrText>IMPORT a</w:instrText></w:r>",
    "behind a sign that nobody sees": f"{BEGIN}<w:r><w:softHyphen/><w:instrText>PAGE</w:instrText>"
    f"</w:r>{SEPARATE}{END}",
    "in a choice": "<mc:AlternateContent><mc:Choice Requires='wps'>" + field("DDE a")
    + "</mc:Choice></mc:AlternateContent>",
    "in a fallback": "<mc:AlternateContent><mc:Fallback>" + field("DDE a")
    + "</mc:Fallback></mc:AlternateContent>",
    **{
        f"{what} in a {kind.lower()}": xml.replace("<x>", f"<mc:AlternateContent><mc:{kind}>")
        .replace("</x>", f"</mc:{kind}></mc:AlternateContent>")
        for kind in ("Choice", "Fallback")
        for what, xml in TORN.items()
    },
    "with an element in its words": (
        f"{BEGIN}{instruction('PAGE <w:proofErr/>DDE a')}{SEPARATE}{END}"),
    "with a choice in its words": (
        f"{BEGIN}{instruction(' <mc:AlternateContent/>DDE a')}{SEPARATE}{END}"),
    "with words that only some versions know": (
        f"{BEGIN}<w15:x>{instruction('PAGE ')}</w15:x>{instruction('DDE a')}{SEPARATE}{END}"),
    "in a text box": box(field("DDE a")),
    "in a text box within a field": f"{BEGIN}{SEPARATE}{box(field('DDE a'))}{END}",
    **{
        name: field(f"{name} a")
        for name in (
            "DDE INCLUDETEXT INCLUDEPICTURE INCLUDE LINK EMBED IMPORT DATABASE MACROBUTTON "
            "GOTOBUTTON ADDIN PRIVATE CONTROL HTMLACTIVEX RD ASK FILLIN SET QUOTE INFO MERGEFIELD "
            "NEXT ADDRESSBLOCK FILENAME TEMPLATE USERNAME USERADDRESS AUTOTEXT "
            "GLOSSARY BARCODE PRINT UNHEARD PAGEX"
        ).split()
    },
    **{
        f"a link, {address}": field(f"HYPERLINK {address}")
        for address in (
            '"file:///c:/a.exe"', "calc.exe", r'"\\server\a"', '"javascript:a()"',
            '"a.docx" \\l "b"'
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("xml", FIELDS.values(), ids=FIELDS)
def test_a_field_that_may_do_something_is_named(xml: str) -> None:
    said = said_of(body(p(xml)))
    field = "`word/document.xml` of the template there is the field “"
    assert [field in each for each in said] == [True] * len(said) != []


@pytest.mark.parametrize("kind", ["header", "footer", "footnotes", "endnotes"])
def test_fields_are_looked_for_in_all_that_has_words(kind: str) -> None:
    content = (
        p(field(DDE)) if kind[-1] == "r" else f"<w:{kind[:-1]}>{p(field(DDE))}</w:{kind[:-1]}>"
    )
    (said,) = said_of(story(kind, content))
    assert f"`word/{kind}9.xml`" in said


INERT = {
    **{
        instruction: field(instruction)
        for instruction in (
            "PAGE", r"PAGE \* MERGEFORMAT", r"PAGE\* Arabic", " numpages ", "SECTIONPAGES", "=1+2",
            "= SUM(ABOVE)", r'DATE \@ "dd.MM.yyyy"', "TITLE", r'TOC \o "1-3" \h \z \u',
            r"PAGEREF _Toc1 \h", r'STYLEREF "Heading 1"', "SEQ Рисунок",
            "DOCVARIABLE Отдел", r"EQ \f(1;2)", "FORMTEXT",
            r'HYPERLINK "https://example.org/a?b=1" \o "Сайт"', r'HYPERLINK \l "_Toc1"', "",
            'HYPERLINK "mailto:a@example.org"',
        )
    },
    "in pieces": field("NUM", "PAGES"),
    "a page of a page": f"{BEGIN}<w:r><w:instrText>IF </w:instrText></w:r>{field('PAGE')}<w:r>"
    f"<w:instrText> = 1 \"а\" \"б\"</w:instrText></w:r>{SEPARATE}{END}",
    "in one change": f"<w:ins>{field('PAGE')}</w:ins>",
    "a text box": box(field("PAGE")),
    "a choice in a result": (
        f"{BEGIN}{instruction('REF a')}{SEPARATE}<mc:AlternateContent><mc:Choice Requires='wps'>"
        f"{field('PAGE')}</mc:Choice></mc:AlternateContent>{END}"
    ),
    "a shape with a link": '<w:r><w:pict><v:shape href="https://example.org"/></w:pict></w:r>',
    "a control with the title": (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID='
        '"{6c3c8bc8-f283-45ae-878a-bab7291924a1}"/></w:sdtPr><w:sdtContent/></w:sdt>'
    ),
}  # fmt: skip


@pytest.mark.parametrize("xml", INERT.values(), ids=INERT)
def test_what_only_shows_something_is_let_through(xml: str) -> None:
    assert said_of(body(p(xml))) == []


@pytest.mark.parametrize(
    "docx",
    [
        outside("hyperlink", "https://example.org/?a=1&amp;b=2"),
        outside("hyperlink", "mailto:a@example.org"),
        outside("hyperlink", "tel:+73912000000"),
        outside("hyperlink", "#закладка"),
        related(f"{OFFICE}/image", "media/a.png", PNG, "image/png"),
        related(f"{OFFICE}/image", "media/a.jpg", b"\xff\xd8\xff\xe0", "IMAGE/JPEG"),
        setting("<sl:schemaLibrary/>"),
        leading('<w:drawing><a:blip r:embed="rX"/></w:drawing>', "image"),
        leading('<w:pict><v:imagedata r:id="rX"/></w:pict>', "image"),
        leading('<w:drawing><a:hlinkClick r:id="rX"/></w:drawing>'),
        leading('<w:drawing><a:hlinkClick r:id=""/></w:drawing>'),
    ],
    ids=range(11),
)
def test_links_and_pictures_are_let_through(docx: bytes) -> None:
    assert said_of(docx) == []


def test_all_that_is_wrong_is_told_in_one_go() -> None:
    docx = edited(SOUND, SETTINGS, ("</w:settings>", f"{named('<w:mailMerge/>')}</w:settings>"))
    said = said_of(body(p(field(DDE)) + p(field("LINK a")), docx=docx))
    assert ["DDEAUTO" in said[0], "LINK" in said[1], "mail merge" in said[2]] == [True] * 3
    assert len(said) == 3


IDLE = {
    "comments": f"{OFFICE}/comments",
    "settings of a printer": f"{OFFICE}/printerSettings",
    "data": f"{OFFICE}/customXml",
    "building blocks": f"{OFFICE}/glossaryDocument",
}


@pytest.mark.parametrize("kind", IDLE.values(), ids=IDLE)
def test_what_a_document_can_do_without_is_left_out(kind: str) -> None:
    admitted = admit(related(kind, "idle.xml", b"<whatever"))
    assert admitted.objections == ()
    assert "word/idle.xml" not in admitted.parts
    assert not any(b"idle.xml" in content for content in admitted.parts.values())


@pytest.mark.parametrize(
    "more",
    [
        '<x:a xmlns:x="urn:nobody"><script/></x:a>',
        '<Override PartName="/WORD/document.xml" ContentType="text/plain"/>',
        '<Default Extension="XML" ContentType="text/plain"/>',
        '<Default Extension="a" ContentType="text/plain" x="1"/>',
        '<Default Extension="a" ContentType="text/plain"><x/></Default>',
    ],
)
def test_of_which_kind_parts_are_is_said_once_and_nothing_else(more: str) -> None:
    (said,) = said_of(edited(SOUND, TYPES, ("</Types>", f"{more}</Types>")))
    assert said.startswith(f"`{TYPES}` of the template cannot be used")


def test_what_nothing_refers_to_is_left_out() -> None:
    docx = zipped([*parts_of(SOUND), ("word/vbaProject.bin", b"x"), ("a.exe", b"MZ")])
    assert admit(docx) == admit(SOUND)


def test_the_settings_of_a_printer_are_not_missed() -> None:
    docx = related(f"{OFFICE}/printerSettings", "printerSettings1.bin")
    docx = edited(docx, DOCUMENT, ("</w:sectPr>", '<w:printerSettings r:id="rX"/></w:sectPr>'))
    made = dict(parts_of(fill(compile_template(docx), Filled("Название", {"a": "слово"}))))
    assert b"printerSettings" not in b"".join(made.values())


DAMAGED = ["word/settings.xml", "word/theme/theme1.xml", "word/webSettings.xml", "docProps/app.xml"]


@pytest.mark.parametrize("part", DAMAGED)
def test_a_damaged_part_is_named_whether_it_has_words_or_not(part: str) -> None:
    docx = zipped((name, old[:90] if name == part else old) for name, old in parts_of(SOUND))
    (said,) = said_of(docx)
    assert f"`{part}`" in said
    assert "damaged" in said


def test_a_part_that_is_missing_is_named() -> None:
    docx = zipped(each for each in parts_of(SOUND) if each[0] != "word/webSettings.xml")
    (said,) = said_of(docx)
    assert "`word/webSettings.xml`" in said
    assert "missing" in said


@pytest.mark.parametrize(
    "xml",
    ["<w:r/>" * 310_000, '<w:r w:a="" w:b="" w:c=""/>' * 80_000],
    ids=["runs", "attributes"],
)
def test_a_template_may_not_fill_the_memory(xml: str) -> None:
    docx = edited(SOUND, DOCUMENT, ("слова</w:t></w:r>", f"слова</w:t></w:r>{xml}"))
    with pytest.raises(
        CannotGoOn, match=r"`word/document\.xml`.* far more than a document can have"
    ):
        compile_template(docx)


def test_a_part_that_unpacks_to_far_too_much_is_refused() -> None:
    large = ((name, old + b" " * (name == SETTINGS) * 2**25) for name, old in parts_of(SOUND))
    with pytest.raises(
        CannotGoOn, match=r"`word/settings\.xml`.* far more than a document can have"
    ):
        compile_template(zipped(large))


def test_names_of_parts_may_be_spelled_as_programs_like() -> None:
    macros = related(f"{MICROSOFT}/2006/relationships/vbaProject", "vbaProject.bin")
    for name in ("word/_RELS/DOCUMENT.xml.rels", "word\\_rels\\document.xml.rels"):
        parts = ((name if old == RELATIONS else old, content) for old, content in parts_of(macros))
        assert any("a macro" in each for each in said_of(zipped(parts)))


def spelt_in_utf_7(xml: str) -> str:
    """Return XML whose signs only those can see who believe that it is in UTF-7."""
    return xml.translate({ord("<"): "+ADw-", ord(">"): "+AD4-", ord('"'): "+ACI-"})


@pytest.mark.parametrize("part", [SETTINGS, RELATIONS, DOCUMENT, TYPES, "docProps/app.xml"])
@pytest.mark.parametrize("encoding", ["utf-7", "UTF-7", "windows-1251", "ebcdic-cp-us", ""])
def test_no_part_is_in_an_encoding_that_packages_do_not_have(part: str, encoding: str) -> None:
    declared = f"<?xml version='1.0' encoding='{encoding}'?>".encode()
    docx = zipped(
        (name, re.sub(rb"^(<\?xml.*?\?>)?", declared if name == part else rb"\1", old, count=1))
        for name, old in parts_of(SOUND)
    )
    with pytest.raises(CannotGoOn, match="no office program writes"):
        compile_template(docx)


def test_what_is_carried_is_what_was_looked_at() -> None:
    hidden = spelt_in_utf_7('<w:attachedTemplate r:id="rId1"/>')
    unseen = f"<!-- {hidden} --><?a {hidden}?>"
    docx = edited(SOUND, SETTINGS, ("</w:settings>", f"{unseen}</w:settings>"))
    assert admit(docx) == admit(SOUND)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_parts_may_be_in_both_encodings_of_packages(encoding: str) -> None:
    def other(xml: bytes) -> bytes:
        return re.sub(r"^<\?xml.*?\?>", "", xml.decode()).encode(encoding)

    docx = zipped(
        (name, other(old) if name.endswith((".xml", ".rels")) else old)
        for name, old in parts_of(SOUND)
    )
    assert admit(docx) == admit(SOUND)


TWICE = '<Relationship Id="rX" Type="urn:a/hyperlink" Target="#a"/>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</Relationships>", f"{TWICE}</Relationships>"),
        ('TargetMode="External"', 'TargetMode="external"'),
        ('TargetMode="External"', 'TargetMode=" External"'),
    ],
    ids=["two of one name", "in small letters", "with a blank"],
)
def test_relations_have_one_meaning(old: str, new: str) -> None:
    (said,) = said_of(edited(outside("hyperlink", WEB), RELATIONS, (old, new)))
    assert f"`{RELATIONS}` of the template cannot be used" in said


def test_links_of_a_practice_have_identifiers_that_no_other_has() -> None:
    linked = outside("hyperlink", WEB)
    docx = edited(linked, RELATIONS, ('Id="rX"', 'Id="rIdLink1"'))
    docx = body(p('<w:hyperlink r:id="rIdLink1"/>'), docx=docx)
    words = Filled("Название", {"a": "[сайт](https://example.org/b)"})
    relations = dict(parts_of(fill(compile_template(docx), words)))[RELATIONS].decode()
    names = re.findall(r'Id="([^"]*)"', relations)
    assert len(names) == len(set(names))


TITLED = f'<w:hdr xmlns:w="{MAIN}">{p("<w:r><w:t>{{ a }}</w:t></w:r>")}</w:hdr>'.encode()


@pytest.mark.parametrize(
    ("part", "root"),
    [
        (DOCUMENT, "jc"),
        ("word/webSettings.xml", "p"),
        ("word/styles.xml", "numbering"),
        (SETTINGS, "settings"),
        ("docProps/app.xml", "Properties"),
    ],
)
def test_a_part_is_what_it_is_said_to_be(part: str, root: str) -> None:
    other = f'<w:{root} xmlns:w="{MAIN if root != "settings" else "urn:a"}"/>'.encode()
    docx = zipped((name, other if name == part else old) for name, old in parts_of(SOUND))
    with pytest.raises(CannotGoOn, match="one of another kind"):
        compile_template(docx)


@pytest.mark.parametrize("kind", ["header", "numbering", "fontTable", "theme"])
@pytest.mark.parametrize("part", ["document.xml", "styles.xml", "../docProps/core.xml"])
def test_a_part_has_one_role(part: str, kind: str) -> None:
    relation = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{part}"/></Relationships>'
    with pytest.raises(CannotGoOn, match="one of another kind"):
        compile_template(edited(SOUND, RELATIONS, ("</Relationships>", relation)))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("docProps/core.xml", "core-properties"),
        ("docProps/custom.xml", "custom-properties"),
        ("word/numbering.xml", "numbering"),
        ("DocProps/Custom.xml", "custom-properties"),
    ],
)
def test_names_of_parts_that_are_added_are_free(name: str, kind: str) -> None:
    without = [(each, old) for each, old in parts_of(SOUND) if each.lower() != name.lower()]
    docx = zipped(
        (each, re.sub(rf"<(?:Relationship|Override) [^>]*{kind}[^>]*/>".encode(), b"", old))
        for each, old in without
    )
    header = f'<Relationship Id="rX" Type="{OFFICE}/header" Target="/{name}"/></Relationships>'
    docx = edited(docx, RELATIONS, ("</Relationships>", header))
    declared = f'<Override PartName="/{name}" ContentType="{WORD}.header+xml"/></Types>'
    docx = zipped([*parts_of(edited(docx, TYPES, ("</Types>", declared))), (name, TITLED)])
    made = parts_of(fill(compile_template(docx), Filled("Название", {"a": "слово"})))
    names = [each.lower() for each, _content in made]
    assert len(names) == len(set(names))
    assert "слово" in dict(made)[name].decode()


def test_what_nobody_can_read_is_left_out() -> None:
    docx = run('<w:pict><v:shape o:gfxdata="UEsDBBQ" equationxml="&lt;a/&gt;"/></w:pict>')
    links = "<HLinks/><HyperlinkBase>file:///c:/</HyperlinkBase></Properties>"
    parts = admit(edited(docx, "docProps/app.xml", ("</Properties>", links))).parts
    names = (b"gfxdata", b"equationxml", b"HLinks", b"HyperlinkBase", b"HyperlinksChanged")
    assert [each for each in names if any(each in old for old in parts.values())] == []
    assert b"<v:shape" in parts[DOCUMENT]


SCRIPTS: dict[str, str] = {
    "a script of a shape": '<w:pict><v:shape onclick="taken()"/></w:pict>',
    "a script of Office": '<w:pict><v:shape o:onmouseover="taken"/></w:pict>',
    "a button": '<w:pict><v:shape o:button="taken"/></w:pict>',
    "a film in a picture": '<w:pict><v:shape><v:imagedata o:movie="taken"/></v:shape></w:pict>',
    "a window of a shape": '<w:pict><v:shape href="https://example.org" target="taken"/></w:pict>',
    "a program in a style": '<w:pict><v:shape style="behavior:url(taken.htc)"/></w:pict>',
    "a sum in a style": '<w:pict><v:textbox style="width:expression(taken)"/></w:pict>',
    "an address in a style": '<w:pict><v:shape style="a:b;c:\\\\taken"/></w:pict>',
    "a language that nobody knows": '<w:pict><v:shape x:a="taken"/></w:pict>',
    "such a language at words": '<w:t x:a="taken">слово</w:t>',
    "such a language in a drawing": '<w:drawing><wps:wsp x:a="taken"/></w:drawing>',
    "what a wrapping does": '<w:pict><w10:wrap onload="taken"/></w:pict>',
    "a place for all addresses": '<w:t xml:base="file:///taken">слово</w:t>',
    "an address that was none": '<w:drawing><a:hlinkClick r:id="" invalidUrl="taken"/></w:drawing>',
    "a window of a link": '<w:drawing><a:hlinkClick r:id="" tgtFrame="taken"/></w:drawing>',
}


@pytest.mark.parametrize("xml", SCRIPTS.values(), ids=SCRIPTS)
def test_attributes_that_nobody_knows_to_be_inert_are_left_out(xml: str) -> None:
    admitted = admit(run(xml))
    assert [str(each.message) for each in admitted.objections] == []
    assert b"taken" not in admitted.parts[DOCUMENT]


def test_where_a_link_leads_only_its_relation_says() -> None:
    link = '<w:hyperlink w:anchor="_a" w:docLocation="taken" w:tgtFrame="taken" w:history="1"/>'
    part = admit(body(p(link))).parts[DOCUMENT]
    assert b'<w:hyperlink w:anchor="_a" w:history="1"' in part.replace(b"  ", b" ")
    assert b"taken" not in part


WATERMARK = """\
<w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" \
path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/></v:formulas>\
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0" o:connectangles="270,180"/>\
<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/>\
</v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>\
<v:shape id="Знак" o:spid="_x0000_s2049" type="#_x0000_t136" alt="Проект" \
style="position:absolute;margin-left:-1.5pt;z-index:-251658752;mso-position-horizontal:center" \
o:allowincell="f" fillcolor="silver [3204]" stroked="f" strokecolor="#4f81bd [3204]">\
<v:fill opacity=".5" color2="fill darken(118)" rotate="t" focus="100%" type="gradient"/>\
<v:shadow on="t" color="#868686" offset="3pt,3pt"/><v:stroke joinstyle="miter" dashstyle="dash"/>\
<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="ПРОЕКТ"/>\
<v:textbox style="mso-fit-shape-to-text:t" inset="0,0,0,0"><w:txbxContent><w:p/></w:txbxContent>\
</v:textbox><w10:wrap type="square" anchorx="margin" anchory="page"/><w10:anchorlock/></v:shape>\
<v:rect o:hr="t" o:hrstd="t" o:hralign="center"/><v:line from="0,0" to="1,1"/></w:pict>"""


def test_a_shape_looks_as_before() -> None:
    part = admit(run(WATERMARK)).parts[DOCUMENT].decode()
    attributes = re.findall(r' [\w:]+="[^"]*"', WATERMARK)
    assert [each for each in attributes if each not in part] == []
