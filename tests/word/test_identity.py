"""What may be only once in a document, in a row of which there are many."""

from __future__ import annotations

import pytest

from passportkit.forms.filled import FilledRow
from tests.word.conftest import edited, fill_in, parts_of, table, template, zipped
from tests.word.document import Document

PART = "word/document.xml"
ROWS: list[FilledRow] = [{"text": f"слово {n}"} for n in range(3)]


def with_row(xml: str, *, tag: str = "{{ row.text }}") -> bytes:
    """Return a template with this XML in the row that is repeated, before its tag."""
    made = template(change=table(["{% for row in a %}" + tag + "{% endfor %}"]))
    (paragraph,) = [
        line for line in dict(parts_of(made))[PART].decode().split("<w:t>") if "{% for" in line
    ]
    tags = paragraph.partition("</w:t>")[0]
    return edited(made, PART, (f"<w:r><w:t>{tags}", f"{xml}<w:r><w:t>{tags}"))


def rows_of(docx: bytes) -> Document:
    document = fill_in(docx, {"a": ROWS})
    assert [f"слово {n}" in document.words for n in range(3)] == [True] * 3
    return document


SHAPES = {
    "drawing": (
        '<w:r><w:drawing><wp:inline wp14:anchorId="1A2B3C4D" wp14:editId="5E6F7A8B">'
        '<wp:docPr id="7" name="Знак"/></wp:inline></w:drawing></w:r>'
    ),
    "two drawings": (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="а"/></wp:inline></w:drawing>'
        '<w:drawing><wp:anchor><wp:docPr name="б" id="2"/></wp:anchor></w:drawing></w:r>'
    ),
    "shape": (
        '<w:r><w:pict><v:shapetype id="_x0000_t75"/><v:shape id="_x0000_s1026" '
        'o:spid="_x0000_s1027" type="#_x0000_t75"/></w:pict></w:r>'
    ),
    "rectangle and oval": '<w:r><w:pict><v:rect id="Знак 1"/><v:oval id="Круг"/></w:pict></w:r>',
    "control": (
        '<w:sdt><w:sdtPr><w:id w:val="12345"/></w:sdtPr><w:sdtContent><w:r><w:t>и </w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    ),
    "bookmark": '<w:bookmarkStart w:id="3" w:name="м"/><w:bookmarkEnd w:id="3"/>',
}


@pytest.mark.parametrize("xml", SHAPES.values(), ids=SHAPES)
def test_each_copy_has_an_identity_of_its_own(xml):
    assert rows_of(with_row(xml)).faults() == []


@pytest.mark.parametrize("xml", SHAPES.values(), ids=SHAPES)
def test_also_in_a_paragraph_without_a_tag(xml):
    beside = f"<w:r><w:t>Знак</w:t></w:r>{xml}</w:p><w:p>"
    assert rows_of(with_row(beside)).faults() == []


def test_the_first_copy_keeps_what_it_has_and_no_other_shape_loses_its_own():
    made = with_row('<w:r><w:drawing><wp:inline><wp:docPr id="1"/></wp:inline></w:drawing></w:r>')
    behind = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="2"/></wp:inline></w:drawing></w:r></w:p>'
    )
    document = rows_of(edited(made, PART, ("<w:sectPr", f"{behind}<w:sectPr")))
    found = [each.get("id") for each in document.body.iter() if str(each.tag).endswith("}docPr")]
    assert found == ["1", "3", "4", "2"]


def commented(docx: bytes) -> bytes:
    """Return a template with a comment, and all the parts that Word makes for one."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = dict(
        parts_of(
            edited(
                docx,
                "[Content_Types].xml",
                (
                    "</Types>",
                    f'<Override PartName="/word/comments.xml" ContentType="{types}.comments+xml"/>'
                    f'<Override PartName="/word/people.xml" ContentType="{types}.people+xml"/>'
                    "</Types>",
                ),
            )
        )
    )
    relations = "word/_rels/document.xml.rels"
    both = "".join(
        f'<Relationship Id="c{kind}" Type="{office}/{kind}" Target="{kind}.xml"/>'
        for kind in ("comments", "people")
    )
    parts[relations] = parts[relations].replace(
        b"</Relationships>", f"{both}</Relationships>".encode()
    )
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{main}"/>'.encode()
    parts["word/people.xml"] = b"<people/>"
    return zipped(parts.items())


COMMENT = (
    '<w:commentRangeStart w:id="3"/><w:r><w:t>и </w:t></w:r><w:commentRangeEnd w:id="3"/>'
    '<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="3"/></w:r>'
)


@pytest.mark.parametrize(
    "xml",
    [
        COMMENT,
        f"<w:r><w:t>Знак</w:t></w:r>{COMMENT}</w:p><w:p>",
        COMMENT.replace("<w:commentReference", "<w:t>да</w:t><w:commentReference"),
    ],
)
def test_comments_of_a_template_are_in_no_document(xml):
    document = rows_of(commented(with_row(xml)))
    assert document.faults() == []
    assert not any("comment" in str(each.tag) for each in document.body.iter())
    assert not {"word/comments.xml", "word/people.xml"} & set(document.names)
    assert document.words.count("и ") == 3


def test_a_comment_that_begins_within_a_tag_does_not_cut_it():
    cut = '{{ row</w:t></w:r><w:commentRangeStart w:id="3"/><w:r><w:t>.text }}'
    made = template(change=table(["{% for row in a %}{{ row.text }}{% endfor %}"]))
    assert rows_of(commented(edited(made, PART, ("{{ row.text }}", cut)))).faults() == []
