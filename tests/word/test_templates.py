"""Templates that people have made or changed in Word."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from passportkit.errors import CannotGoOn
from passportkit.word.template.compile import compile_template
from tests.word.conftest import edited, fill_in, parts_of, table, template, zipped
from tests.word.document import Document, words

Change = Callable[[Any], object]


def body(xml: str) -> Change:
    """Return what puts a paragraph of this XML first in a template."""

    def add(document: Any) -> None:
        document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))

    return add


def runs(*texts: str) -> Change:
    return body("".join(f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>" for text in texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["{{ a }}"],
        ["{", "{ a }}"],
        ["{{", " a ", "}", "}"],
        ["слова {{", "a}}", " и"],
        [*"{{ a }}"],
        ["{{a}}"],
    ],
    ids="".join,
)
def test_a_tag_is_found_however_word_has_cut_it(texts: list[str]) -> None:
    said = "".join(texts).replace("{{ a }}", "{{a}}").replace(" a }}", "a}}")
    document = fill_in(template(change=runs(*texts)), {"a": "слово"})
    assert document.words == said.replace("{{a}}", "слово").replace("{{ a}}", "слово")


def test_marks_of_the_spelling_checker_do_not_cut_a_tag() -> None:
    cut = '<w:proofErr w:type="spellStart"/>'.join(
        f"<w:r><w:t>{text}</w:t></w:r>" for text in ("{{ ", "a", " }}")
    )
    assert fill_in(template(change=body(cut)), {"a": "слово"}).words == "слово"


def test_the_look_of_a_tag_is_the_look_of_its_words() -> None:
    xml = (
        '<w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">Итог: </w:t></w:r>'
        '<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>{{ a }}</w:t></w:r>'
    )
    document = fill_in(template(change=body(xml)), {"a": "раз\n- два *три*"})
    assert len(document.body.findall(f".//{qn('w:jc')}")) == 2
    assert len(document.body.findall(f".//{qn('w:sz')}")) == 3
    assert document.faults() == []


@pytest.mark.parametrize(
    "wrap",
    [
        '<w:ins w:id="1" w:author="a">{}</w:ins>',
        '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    ],
    ids=["inserted", "smart tag", "control", "link"],
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_no_tag_is_left_in_silence(wrap: str, at: int) -> None:
    pieces = [f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>" for text in ("{{", " a ", "}}")]
    pieces = ["".join(pieces[:at]), wrap.format("".join(pieces[at:]))]
    docx = template("{{ a }}", change=body("".join(pieces)))
    document = fill_in(docx, {"a": "слово"})
    assert document.words == "слово\nслово"
    assert document.faults() == []


BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_a_box_may_have_tags() -> None:
    document = fill_in(template(change=body(BOX)), {"a": "слово"})
    assert words(document.paragraphs[1]) == "слово"


def test_a_box_with_tags_among_tags_is_refused() -> None:
    docx = template(change=body(f"<w:r><w:t>{{{{ a }}}}</w:t></w:r>{BOX}"))
    with pytest.raises(CannotGoOn, match=re.escape("{{ a }}")):
        compile_template(docx)


@pytest.mark.parametrize("name", ["line", "heads"])
def test_a_cell_never_loses_its_only_paragraph(name: str) -> None:
    with pytest.raises(CannotGoOn, match=name):
        compile_template(template(change=table([f"{{{{ a|{name} }}}}"])))


def test_marks_of_tracked_changes_are_not_repeated() -> None:
    xml = (
        '<w:pPr><w:rPr><w:ins w:id="1" w:author="a"/><w:b/></w:rPr></w:pPr>'
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="2" w:author="a"><w:rPr/></w:rPrChange></w:rPr>'
        "<w:t>{{ a }}</w:t></w:r>"
    )
    document = fill_in(template(change=body(xml)), {"a": "раз\nдва"})
    tracked = (qn(f"w:{name}") for name in ("ins", "rPrChange"))
    assert list(document.body.iter(*tracked)) == []
    assert document.faults() == []


def test_marks_of_tracked_changes_stay_in_words_without_tags() -> None:
    xml = '<w:pPr><w:rPr><w:ins w:id="1" w:author="a"/><w:b/></w:rPr></w:pPr>'
    document = fill_in(template("{{ a }}", change=body(xml)), {"a": "слово"})
    assert len(list(document.body.iter(qn("w:ins")))) == 1
    assert document.faults() == []


def test_a_bookmark_that_spans_paragraphs_stays_whole() -> None:
    def change(document: Any) -> None:
        body('<w:r><w:t>{{ a }}</w:t></w:r><w:bookmarkEnd w:id="1"/>')(document)
        body('<w:bookmarkStart w:id="1" w:name="b"/><w:r><w:t>слова</w:t></w:r>')(document)

    document = fill_in(template(change=change), {"a": "слово"})
    starts, ends = (list(document.body.iter(qn(f"w:bookmark{end}"))) for end in ("Start", "End"))
    assert len(starts) == len(ends)


def test_a_text_that_ends_a_section_of_the_file_ends_it_once() -> None:
    xml = "<w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{ a }}</w:t></w:r>"
    document = fill_in(template(change=body(xml)), {"a": "раз\nдва\n- три"})
    ends = [paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") for paragraph in document.paragraphs]
    assert [end is not None for end in ends] == [False, False, False, True]


def test_lists_are_added_where_word_wants_them() -> None:
    def change(document: Any) -> None:
        last = OxmlElement("w:numIdMacAtCleanup")
        last.set(qn("w:val"), "9")
        document.part.numbering_part.element.append(last)

    document = fill_in(template("{{ a }}", change=change), {"a": "1. раз"})
    kinds = [qn(f"w:{name}") for name in ("abstractNum", "num", "numIdMacAtCleanup")]
    order = [kinds.index(each.tag) for each in document.tree("word/numbering.xml")]
    assert order == sorted(order)
    assert document.printed == ["1. раз"]


DOCUMENT = "word/document.xml"
P = "http://schemas.microsoft.com/office/word/2010/wordml"


def test_what_is_no_element_is_passed_over() -> None:
    said = "<!-- c --><?tag 0?><?cut ?>"
    docx = edited(
        template("{{ a }}", change=table(["{% for row in b %}{{ row.c }}{% endfor %}"])),
        DOCUMENT,
        *((f"<w:{name}>", f"<w:{name}>{said}") for name in ("body", "p", "r", "tr", "tc")),
    )
    document = fill_in(docx, {"a": "слово", "b": [{"c": "два"}]})
    assert document.words == "слово\nдва"
    assert document.faults() == []


SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def test_an_extension_keeps_its_namespace() -> None:
    drawing = f'<w:r xmlns:x="{SHAPES}"><w:drawing><x:wsp/></w:drawing></w:r>'
    docx = edited(template("{{ a }}"), DOCUMENT, ("<w:r>", f"{drawing}<w:r>"))
    document = fill_in(docx, {"a": "раз\nдва"})
    assert len(list(document.body.iter(f"{{{SHAPES}}}wsp"))) == 1
    assert document.words == "раз\nдва"


def test_a_paragraph_that_is_numbered_in_the_template_stays_so() -> None:
    own = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="п. %1"/></w:lvl></w:abstractNum><w:num '
    )
    docx = edited(template("{{ a }}"), DOCUMENT, ("<w:p>", f"<w:p>{own.format(88)}"))
    docx = edited(
        docx,
        "word/numbering.xml",
        ("<w:num ", numbering),
        (
            "</w:numbering>",
            '<w:num w:numId="88"><w:abstractNumId w:val="77"/></w:num></w:numbering>',
        ),
    )
    document = fill_in(docx, {"a": "раз\n- два\n7) семь"})
    assert document.printed == ["п. 4 раз", "• два", "7) семь"]
    assert document.faults() == []


def test_a_numbering_of_the_template_stays_beside_the_lists_of_a_text() -> None:
    docx = template("{{ a }}", "раз", change=lambda it: it.add_paragraph("два", "List Number"))
    before = {each.get(qn("w:numId")) for each in _numbers(fill_in(docx, {"a": "слова"}))}
    document = fill_in(docx, {"a": "1. раз\n2. два"})
    assert before < {each.get(qn("w:numId")) for each in _numbers(document)}
    assert document.printed[:2] == ["1. раз", "2. два"]


def _numbers(document: Document) -> list[Any]:
    return list(document.tree("word/numbering.xml").iter(qn("w:num")))


def test_a_style_or_list_without_a_name_is_no_trouble() -> None:
    docx = edited(
        template("{{ a }}"),
        "word/styles.xml",
        ("</w:styles>", '<w:style w:type="character" w:styleId="q"/></w:styles>'),
    )
    docx = edited(docx, "word/numbering.xml", ("</w:numbering>", "<w:num/></w:numbering>"))
    assert fill_in(docx, {"a": "1. раз"}).words == "раз"


def test_rows_do_not_share_the_numbers_that_word_gives_to_each() -> None:
    docx = edited(
        template(change=table(["{% for row in a %}{{ row.b }}, {{ row.b }}{% endfor %}", "слова"])),
        DOCUMENT,
        ("<w:tr>", f'<w:tr xmlns:n="{P}" n:paraId="0A000001" n:textId="77777777">'),
        (
            "<w:t>слова",
            f'<w:t>слова</w:t></w:r></w:p><w:p xmlns:n="{P}" n:paraId="0A000002"><w:r><w:t>',
        ),
    )
    document = fill_in(docx, {"a": [{"b": "1"}, {"b": "2"}]})
    assert len(document.tables[0]) == 2
    assert "paraId" not in document.parts[DOCUMENT].decode()


def test_a_footnote_may_have_tags() -> None:
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='1'><w:p><w:r><w:t>{{{{ a }}}}</w:t></w:r>"
        "</w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    docx = edited(
        template("слова"),
        "[Content_Types].xml",
        ("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'),
    )
    docx = edited(
        docx,
        "word/_rels/document.xml.rels",
        (
            "</Relationships>",
            f'<Relationship Id="rIdN" Type="{relation}" Target="footnotes.xml"/></Relationships>',
        ),
    )
    docx = zipped([*parts_of(docx), ("word/footnotes.xml", notes.encode())])
    document = fill_in(docx, {"a": "см. https://example.org"})
    said = "".join(document.tree("word/footnotes.xml").itertext())
    assert said == "см. https://example.org"
    assert document.faults() == []


def test_a_template_without_tags_is_a_document() -> None:
    assert fill_in(template("слова"), {"a": "слово"}).words == "слова"


def test_numbering_and_styles_that_a_template_lacks_are_added() -> None:
    def change(document: Any) -> None:
        document.part.drop_rel(
            next(k for k, rel in document.part.rels.items() if rel.reltype.endswith("/numbering"))
        )
        styles = document.styles.element
        for style in list(styles):
            if style.tag == qn("w:style") and style.get(qn("w:styleId")) != "Normal":
                styles.remove(style)

    document = fill_in(template("{{ a }}", change=change), {"a": "1. раз\n- https://example.org"})
    assert document.printed == ["1. раз", "• https://example.org"]
    assert document.said_in("Hyperlink") == ["https://example.org"]
    assert document.faults() == []
