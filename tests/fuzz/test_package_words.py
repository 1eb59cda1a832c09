"""Every word of every document is read or passed over; and what says so would notice a loss."""

from __future__ import annotations

import pytest

from passportkit.word.read.body import read_document
from tests.fuzz.document_laws import said_of
from tests.fuzz.package_words import lost, marked, unexplained
from tests.fuzz.seeds import documents
from tests.word.foreign import Part, document, p, part, r, with_parts

DOCUMENTS = documents()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_word_of_a_document_is_lost(name: str) -> None:
    given = marked(DOCUMENTS[name].content)
    said = said_of(read_document(given.docx, ()))
    assert [(mark.part, mark.words) for mark in lost(given.marks, said)] == []


def test_there_are_many_words() -> None:
    assert sum(len(marked(each.content).marks) for each in DOCUMENTS.values()) > 10_000


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_text_that_is_no_word_of_people_is_known_furniture(name: str) -> None:
    assert list(unexplained(DOCUMENTS[name].content)) == []


def words_lost(body: str, *parts: Part, said: str) -> list[str]:
    """Return the words that somebody has lost who has said these of a document."""
    given = marked(with_parts(document(body), *parts))
    for mark in given.marks:
        said = said.replace(f"{mark.words}+", mark.said)
    return [mark.words for mark in lost(given.marks, said)]


def test_one_of_several_equal_words_is_missed() -> None:
    body = p("да") + p("да")
    given = marked(document(body))
    assert [mark.words for mark in lost(given.marks, given.marks[0].said)] == ["да"]
    assert [mark.words for mark in given.marks] == ["да", "да"]


def test_words_of_parts_that_nothing_refers_to_are_missed() -> None:
    stray = Part("x", "header", "elsewhere.xml", part("w:hdr", p("забыто")))
    assert words_lost(p("сказано"), stray, said="сказано+") == ["забыто"]


def test_deleted_words_values_of_charts_and_descriptions_are_missed() -> None:
    deleted = "<w:del><w:r><w:delText>прочь</w:delText></w:r></w:del>"
    drawing = '<w:r><w:drawing><wp:docPr descr="роща"/></w:drawing></w:r>'
    chart = Part("c", "chart", "c.xml", part("c:chartSpace", "<c:v>85</c:v>"))
    assert words_lost(p(deleted, drawing), chart, said="") == ["прочь", "роща", "85"]


def test_what_only_furniture_refers_to_is_not_missed() -> None:
    glossary = Part("g", "glossaryDocument", "g.xml", part("w:glossaryDocument", p("образец")))
    assert words_lost(p("сказано"), glossary, said="сказано+") == []


def test_of_several_contents_one_is_enough_if_it_has_words() -> None:
    def several(first: str, second: str) -> str:
        contents = f"<mc:Choice>{first}</mc:Choice><mc:Fallback>{second}</mc:Fallback>"
        return p(f"<mc:AlternateContent>{contents}</mc:AlternateContent>")

    assert words_lost(several(r("ново"), r("старо")), said="старо+") == []
    assert words_lost(several("", r("старо")), said="") == ["старо"]
    half = several(r("раз") + r("два"), r("три") + r("четыре"))
    assert words_lost(half, said="раз+ три+ четыре+") == []
    assert words_lost(half, said="раз+ три+") == ["два"]
