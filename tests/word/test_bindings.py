"""Content controls that are bound to data of the file: Word shows the data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from passportkit.paper import Paper
from passportkit.paper.model import PassedOver
from passportkit.word.package.names import RELATIONSHIPS, R
from passportkit.word.read.bindings import MOST_STORES
from passportkit.word.read.body import read_document
from tests.fuzz.document_laws import said_of
from tests.fuzz.package_words import lost, marked
from tests.word.foreign import Part, document, p, r, tbl, tc, texts, tr, with_parts

STORE = "{0A1B2C3D-0000-4000-8000-00000000000A}"
DATA = '<d xmlns="urn:d"><town>Светлоречье</town><day>2024-05-01</day><kind>2</kind><no/></d>'
PROPERTIES = (
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{STORE}"/>'
)
RELATIONS = (
    f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="a" Type="{R}/customXmlProps" '
    'Target="itemProps1.xml"/></Relationships>'
)
PARTS = (
    Part("data", "customXml", "customXml/item1.xml", DATA),
    Part("props", "other", "customXml/itemProps1.xml", PROPERTIES),
    Part("rels", "other", "customXml/_rels/item1.xml.rels", RELATIONS),
)


def another(number: int) -> tuple[Part, ...]:
    """Return a part with other data, and what belongs to it."""
    name = f"item0{number}.xml"
    properties = PROPERTIES.replace(STORE, STORE.replace("00A}", f"{number:03}}}"))
    relations = RELATIONS.replace("itemProps1", f"itemProps0{number}")
    return (
        Part(f"data{number}", "customXml", f"customXml/{name}", '<d xmlns="urn:d"><no/></d>'),
        Part(f"props{number}", "other", f"customXml/itemProps0{number}.xml", properties),
        Part(f"rels{number}", "other", f"customXml/_rels/{name}.rels", relations),
    )


def control(content: str, field: str = "town", others: str = "<w:text/>", **said: str) -> str:
    binding = {
        "xpath": f"/n:d[1]/n:{field}[1]",
        "prefixMappings": "xmlns:n='urn:d'",
        "storeItemID": STORE,
        **said,
    }
    attributes = " ".join(f'w:{name}="{value}"' for name, value in binding.items())
    properties = f"<w:sdtPr>{others}<w:dataBinding {attributes}/></w:sdtPr>"
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def docx(body: str) -> bytes:
    return with_parts(document(body), *PARTS)


def read(body: str) -> Paper:
    return read_document(docx(body))


def told(body: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.words, each.part) for each in read(body).passed_over]


@pytest.mark.parametrize(
    "body",
    [
        p("в городе ", control(r("Озёрный"))),
        control(p("Озёрный")),
        tbl(control(tr(tc(p("Озёрный"))))),
        tbl(tr(control(tc(p("Озёрный"))), tc(p("б")))),
    ],
    ids=["words", "paragraphs", "row", "cell"],
)
def test_data_that_differ_from_what_a_control_has_kept_are_told(body: str) -> None:
    assert "Озёрный" in " ".join(texts(read(body).blocks))
    assert told(body) == [("bound", "Светлоречье", "item1.xml")]
    given = marked(docx(body))
    assert [*lost(given.marks, said_of(read_document(given.docx)))] == []
    assert "Светлоречье" in [mark.words for mark in given.marks]


def test_data_behind_a_prompt_are_told() -> None:
    body = control(p("Введите город"), others="<w:showingPlcHdr/>")
    assert ("bound", "Светлоречье", "item1.xml") in told(body)


@pytest.mark.parametrize(
    "body",
    [
        control(p(" Светло", "речье")),
        control(p("слово"), "no"),
        control(p("слово"), "none"),
        control(p("слово"), storeItemID="{1}"),
        control(p("слово"), prefixMappings=""),
        control(p("слово"), xpath="/n:d[1]/n:town[99999999]"),
        control(p("слово"), xpath=""),
        control(p("слово"), others="<w:picture/>"),
        control(p("1 мая"), "day", '<w:date w:fullDate="2024-05-01T00:00:00Z"/>'),
        control(p("мая 24 г., 09:30"), "day", '<w:date w:fullDate="2024-05-01T09:30:00Z"/>'),
        control(
            p("село"), "kind", '<w:dropDownList><w:listItem w:displayText="село" w:value="2"/>'
            "</w:dropDownList>",
        ),
    ],
)  # fmt: skip
def test_what_is_the_same_or_not_to_be_found_is_not(body: str) -> None:
    assert told(body) == []


def test_another_day_or_choice_is_told_as_word_shows_it() -> None:
    other_day = control(p("2 мая"), "day", '<w:date w:fullDate="2024-05-02T00:00:00Z"/>')
    assert told(other_day) == [("bound", "2024-05-01", "item1.xml")]
    items = '<w:dropDownList><w:listItem w:displayText="село" w:value="2"/></w:dropDownList>'
    assert told(control(p("город"), "kind", items)) == [("bound", "село", "item1.xml")]


@pytest.mark.parametrize("kept", ["01.05.1999", "1 июня 2024", " "])
def test_a_day_that_is_another_than_the_control_knows_is_told(kept: str) -> None:
    day = control(p(kept), "day", '<w:date w:fullDate="2024-05-01T00:00:00Z"/>')
    assert told(day) == [("bound", "2024-05-01", "item1.xml")]


@pytest.mark.parametrize(
    "way",
    [
        "/n:d/n:town/text()",
        "/n:d[1]/n:town[1]/text()[1]",
        "/*[local-name()='d'][1]/*[local-name()='town']",
        "/*[local-name() = &quot;d&quot;]/n:town",
    ],
)
def test_a_plain_way_may_be_written_in_several_ways(way: str) -> None:
    assert told(control(p("Озёрный"), xpath=way)) == [("bound", "Светлоречье", "item1.xml")]


@pytest.mark.parametrize(
    "way",
    [
        "//n:town",
        "/n:d/*",
        "/n:d/n:town[last()]",
        "/n:d/n:town/..",
        "/n:d/n:text()",
        "string(/n:d/n:town)",
    ],
)
def test_a_way_that_is_not_understood_is_told(way: str) -> None:
    assert told(control(p("Озёрный"), xpath=way)) == [("unread", "", "item1.xml")]


def test_a_control_that_names_no_data_shows_the_first_that_have_its_place() -> None:
    unnamed = control(p("Озёрный")).replace(f' w:storeItemID="{STORE}"', "")
    assert told(unnamed) == [("bound", "Светлоречье", "item1.xml")]


def test_behind_so_many_parts_nothing_is_looked_for_and_that_is_told() -> None:
    unnamed = control(p("Озёрный")).replace(f' w:storeItemID="{STORE}"', "")
    others = [part for n in range(MOST_STORES) for part in another(n)]
    paper = read_document(with_parts(document(unnamed), *others[3:], *PARTS))
    assert ("bound", "Светлоречье") in [(each.kind, each.words) for each in paper.passed_over]
    paper = read_document(with_parts(document(unnamed), *others, *PARTS))
    assert ("unread", "item1.xml") in [(each.kind, each.part) for each in paper.passed_over]


def test_data_whose_number_cannot_be_read_are_told() -> None:
    parts = [part._replace(content="<") if part.identifier == "props" else part for part in PARTS]
    paper = read_document(with_parts(document(control(p("Озёрный"))), *parts))
    assert PassedOver("unread", part="item1.xml") in [
        replace(each, spot=None) for each in paper.passed_over
    ]


@pytest.mark.parametrize(
    ("wrap", "kind"), [("fldSimple", "stray"), ("moveFrom", "deleted"), ("del", "deleted")]
)
def test_data_of_a_control_in_what_is_passed_over_are_told(wrap: str, kind: str) -> None:
    data = ("bound", "Светлоречье", "item1.xml")
    blocks = f"<w:{wrap}>{tbl(tr(tc(control(p('Озёрный')))))}</w:{wrap}>"
    assert told(blocks) == [(kind, "Озёрный", ""), data]
    if kind != "stray":
        words = p("а", f"<w:{wrap}>{control(r('Озёрный'))}</w:{wrap}>")
        assert told(words) == [(kind, "Озёрный", ""), data]


def test_what_a_table_is_said_to_show_is_told_before_it() -> None:
    properties = '<w:tblPr><w:tblCaption w:val="Смета"/><w:tblDescription w:val="Шесть строк"/>'
    body = p("до") + f"<w:tbl>{properties}</w:tblPr>{tr(tc(p('а')))}</w:tbl>"
    found = read(body)
    assert [*found.passed_over] == [
        PassedOver("table", "Смета"),
        PassedOver("table", "Шесть строк"),
    ]
    assert [each.spot.at for each in found.passed_over if each.spot] == [1, 1]
