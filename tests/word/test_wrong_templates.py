"""Templates that are wrong are refused in words, whatever is wrong with them."""

import contextlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.errors import CannotGoOn
from passportkit.word.package.names import R
from passportkit.word.template.compile import compile_template
from tests.word.conftest import edited, fill_in, parts_of, table, template, zipped

DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"

WRONG = {
    "a filter": "{{ a|upper }}",
    "a call": "{{ a() }}",
    "an attribute": "{{ a.b }}",
    "braces in braces": "{{ {{ a }} }}",
    "a lone opening": "слова {{ a",
    "a lone closing": "слова %} и",
    "another statement": "{% if a %}",
    "a loop over another name": "{% for x in a %}",
    "a merge of what is no row": "{{ a|merge }}",
    "a loop outside of a table": "{% for row in a %}{{ row.b }}{% endfor %}",
}


@pytest.mark.parametrize("said", WRONG.values(), ids=WRONG)
def test_a_wrong_tag_is_named_with_its_part_and_paragraph(said: str) -> None:
    with pytest.raises(CannotGoOn) as error:
        compile_template(template(said))
    assert said in str(error.value)
    assert "word/document.xml" in str(error.value)


LOOPS = {
    "never closed": [["{% for row in a %}{{ row.b }}"]],
    "never opened": [["{{ a }}{% endfor %}"]],
    "one in another": [
        ["{% for row in a %}"],
        ["{% for row in a %}"],
        ["{% endfor %}{% endfor %}"],
    ],
    "the end first": [["{% endfor %}"], ["{% for row in a %}"]],
}


@pytest.mark.parametrize("rows", LOOPS.values(), ids=LOOPS)
def test_a_loop_has_one_beginning_and_one_end(rows: list[list[str]]) -> None:
    with pytest.raises(CannotGoOn, match="for"):
        compile_template(template(change=table(*rows)))


def test_a_loop_stays_in_one_table() -> None:
    def change(document: Any) -> None:
        table(["{% for row in a %}{{ row.b }}"])(document)
        document.add_paragraph("между")
        table(["{% endfor %}"])(document)

    with pytest.raises(CannotGoOn, match="for"):
        compile_template(template(change=change))


def test_a_loop_does_not_reach_into_a_table_within_its_row() -> None:
    def change(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "{% for row in a %}"
        cell.add_table(1, 1).cell(0, 0).text = "{% endfor %}"

    with pytest.raises(CannotGoOn, match="for"):
        compile_template(template(change=change))


@pytest.mark.parametrize("target", ["document.xml", "/word/document.xml"])
def test_the_document_is_no_header_of_its_own(target: str) -> None:
    docx = template(change=table(["{% for row in costs %}{{ row.item }}{% endfor %}"]))
    header = f'<Relationship Id="rId99" Type="{R}/header" Target="{target}"/></Relationships>'
    looped = edited(docx, "word/_rels/document.xml.rels", ("</Relationships>", header))
    with pytest.raises(CannotGoOn, match=r"`word/document\.xml`.*one of another kind"):
        compile_template(looped)


def test_a_row_may_have_words_outside_of_its_cells() -> None:
    def change(document: Any) -> None:
        table(["{% for row in costs %}{{ row.item }}{% endfor %}"])(document)
        (cell,) = document.tables[0].rows[0]._tr
        for inside in reversed(cell):
            cell.addnext(inside)

    filled = fill_in(template(change=change), {"costs": [{"item": "Лыжи"}]})
    assert "Лыжи" in filled.words


@pytest.mark.parametrize(
    ("cells", "values", "name"),
    [
        (["{{ b }}"], {"a": "слово"}, "b"),
        (["{{ row.b }}"], {"a": "слово"}, "row"),
        (["{% for row in b %}{{ row.c }}{% endfor %}"], {"a": "слово"}, "b"),
        (["{% for row in a %}{{ row.c }}{% endfor %}"], {"a": [{"b": "слово"}]}, "c"),
        (["{% for row in a %}{{ row.c }}{% endfor %}"], {"a": "слово"}, "a"),
        (["{{ a }}"], {"a": [{"b": "слово"}]}, "a"),
        (["{% for row in a %}{{ row.b|merge }}{% endfor %}"], {"a": [{"b": "слово"}]}, "b"),
        (["{% for row in a %}{{ row.b }}{% endfor %}", "{{ row.b }}"], {"a": [{"b": "с"}]}, "b"),
    ],
    ids=range(8),
)
def test_a_tag_that_nothing_fills_is_named(cells: list[str], values: Any, name: str) -> None:
    with pytest.raises(CannotGoOn, match=name):
        fill_in(template(change=table(*([each] for each in cells))), values)


def without(docx: bytes, *names: str) -> bytes:
    return zipped(part for part in parts_of(docx) if part[0] not in names)


def damaged(docx: bytes) -> bytes:
    return docx[:2000] + bytes(200) + docx[2200:]


NOT_DOCX = {
    "nothing": b"",
    "words": b"just words",
    "a zip without parts": zipped([]),
    "a zip of something else": zipped([("a.txt", b"a")]),
    "a damaged one": damaged(template("{{ a }}")),
    **{
        f"one without {name}": without(template("{{ a }}"), name)
        for name in (
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/styles.xml",
        )
    },
}


HEADER = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/header"{}/></Relationships>'
)
BOMB = '<!DOCTYPE x [<!ENTITY a "много"><!ENTITY b "&a;&a;&a;&a;">]><w:document'
NOT_DOCX |= {
    name: edited(template("{{ a }}"), part, (before, after))
    for name, part, before, after in [
        ("an entity", DOCUMENT, "<w:document", BOMB),
        ("a document type", "word/styles.xml", "<w:styles", "<!DOCTYPE w:styles><w:styles"),
        ("a broken document", DOCUMENT, "</w:body>", ""),
        ("broken lists", "word/numbering.xml", "</w:numbering>", ""),
        ("broken fonts", "word/fontTable.xml", "</w:fonts>", ""),
        ("a dialect of its own", DOCUMENT, "2006/main", "2099/main"),
        ("a prefix of its own", "word/numbering.xml", "xmlns:w=", 'xmlns:w="urn:x" xmlns:v='),
        ("a header that is not there", RELATIONS, "</Relationships>", HEADER.format(' Target="h"')),
        ("a header nowhere", RELATIONS, "</Relationships>", HEADER.format("")),
    ]
}


@pytest.mark.parametrize("docx", NOT_DOCX.values(), ids=NOT_DOCX)
def test_what_is_no_word_document_is_refused(docx: bytes) -> None:
    with pytest.raises(CannotGoOn, match="Word"):
        compile_template(docx)


WHOLE = template("{{ a }}", change=table(["{% for row in b %}{{ row.c }}{% endfor %}"]))


@settings(max_examples=150, deadline=None)
@given(
    end=st.one_of(st.just(len(WHOLE)), st.integers(0, len(WHOLE))),
    hits=st.lists(st.tuples(st.integers(-1500, len(WHOLE) - 1), st.integers(0, 255)), max_size=8),
)
def test_a_damaged_file_is_refused_or_read_but_never_crashes(
    end: int, hits: list[tuple[int, int]]
) -> None:
    docx = bytearray(WHOLE)
    for at, byte in hits:
        docx[at] = byte
    with contextlib.suppress(CannotGoOn):
        fill_in(bytes(docx[:end]), {"a": "слово", "b": [{"c": "два"}]})


def field_mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


BEGIN, SEPARATE, END = map(field_mark, ("begin", "separate", "end"))
PAGE = "<w:r><w:instrText>PAGE </w:instrText></w:r>"
TAG = "<w:r><w:t>{{ a|line }}</w:t></w:r>"
ROW = "<w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr>"
LOOP = "{{% for row in b %}}{{{{ row.c }}}}{{% endfor %}}"
ROWS = f"<w:tbl>{ROW.format(f'<w:r><w:t>{LOOP}</w:t></w:r>{{}}')}{ROW}</w:tbl>"

TORN = {
    "into a paragraph": f"<w:p>{BEGIN}</w:p><w:p>{PAGE}{SEPARATE}{TAG}{END}</w:p>",
    "out of a paragraph": f"<w:p>{TAG}{BEGIN}</w:p><w:p>{PAGE}{SEPARATE}{END}</w:p>",
    "its result": f"<w:p>{TAG}{BEGIN}{PAGE}{SEPARATE}</w:p><w:p>{END}</w:p>",
    "without an end": f"<w:p>{TAG}{BEGIN}{PAGE}</w:p>",
    "out of a row": ROWS.format(BEGIN, f"{PAGE}{SEPARATE}{END}"),
}
AROUND = {
    "a paragraph": f"<w:p>{BEGIN}{PAGE}</w:p><w:p>{TAG}</w:p><w:p>{SEPARATE}{END}</w:p>",
    "a row": f"<w:p>{BEGIN}{PAGE}</w:p>{ROWS.format(SEPARATE + END, '')}",
}


def with_words(xml: str) -> bytes:
    return edited(template(), DOCUMENT, ("<w:sectPr", f"{xml}<w:sectPr"))


@pytest.mark.parametrize("xml", TORN.values(), ids=TORN)
def test_a_field_does_not_cross_what_may_vanish_or_be_repeated(xml: str) -> None:
    with pytest.raises(CannotGoOn, match="a field begins or ends"):
        compile_template(with_words(xml))


@pytest.mark.parametrize("xml", AROUND.values(), ids=AROUND)
def test_no_tag_stands_in_the_instruction_of_a_field(xml: str) -> None:
    with pytest.raises(CannotGoOn, match=r"there is the field “PAGE \{"):
        compile_template(with_words(xml))


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:p>{TAG}{BEGIN}{PAGE}{SEPARATE}{END}</w:p>",
        f"<w:p>{BEGIN}{PAGE}{SEPARATE}{TAG}{END}</w:p>",
        f"<w:p>{BEGIN}{PAGE}{SEPARATE}</w:p><w:p>{TAG}</w:p><w:p>{END}</w:p>",
        f"<w:p>{BEGIN}{PAGE}</w:p><w:p>{SEPARATE}{END}</w:p><w:p>{TAG}</w:p>",
        ROWS.format(BEGIN + PAGE + SEPARATE + END, ""),
    ],
    ids=range(5),
)
def test_a_field_may_stand_beside_tags_and_around_them(xml: str) -> None:
    compile_template(edited(template(), DOCUMENT, ("<w:sectPr", f"{xml}<w:sectPr")))
