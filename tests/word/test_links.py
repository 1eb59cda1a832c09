"""Addresses are real links."""

from typing import Any

import pytest

from passportkit.word.package.names import w
from tests.word.conftest import fill_in, template, written

LINKS = {
    "https://example.org/путь?a=1&b=2": "https://example.org/путь?a=1&b=2",
    "https://пример.рф": "https://пример.рф",
    '[тут](https://example.org/?q="а"&r=<б>)': 'https://example.org/?q="а"&r=<б>',
    "www.example.org": "https://www.example.org",
    "anna@example.org": "mailto:anna@example.org",
    '[слова & "кавычки"](https://example.org/<a>)': "https://example.org/<a>",
}


@pytest.mark.parametrize(("text", "target"), LINKS.items(), ids=range(len(LINKS)))
def test_a_link_leads_where_its_author_said(text: str, target: str) -> None:
    document = written(f"См. {text}, там.")
    assert [where for _words, where in document.links] == [target]
    assert document.faults() == []


def test_a_link_is_external_and_looks_like_one() -> None:
    document = written("[тут](https://example.org)")
    assert document.links == [("тут", "https://example.org")]
    assert document.said_in("Hyperlink") == ["тут"]
    (relation,) = [
        each
        for each in document.tree("word/_rels/document.xml.rels")
        if each.get("Target") == "https://example.org"
    ]
    assert relation.get("TargetMode") == "External"


def test_links_and_lists_of_a_header_are_sound() -> None:
    def head(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ a }}"

    document = fill_in(
        template("{{ b }}", change=head), {"a": "1. anna@example.org\n2. два", "b": "слова"}
    )
    assert document.faults() == []
    said = ["".join(p.itertext(w("t"))) for p in document.tree("word/header1.xml").iter(w("p"))]
    assert said == ["anna@example.org", "два"]


def test_a_template_may_have_tags_in_its_header_alone() -> None:
    def head(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ a }}"

    document = fill_in(template("слова", change=head), {"a": "https://example.org"})
    assert document.words == "слова"
    assert document.faults() == []
