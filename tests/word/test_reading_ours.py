"""A document of this program says after reading what it said before it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.forms import Filled, Form, bind, blank
from passportkit.forms.bind import MISSING
from passportkit.forms.filled import DraftMark, Hint
from passportkit.forms.placeholders import Placeholders
from passportkit.paper import PaperBlock, Paragraph, Table
from passportkit.stamp import Stamp
from passportkit.text import Line, canonical, parse, plain, write
from passportkit.word.read.body import read_document
from passportkit.word.template.compile import compile_template
from passportkit.word.write.fill import fill
from tests.conftest import examples
from tests.word.conftest import (
    SECTIONS,
    edited,
    form_of,
    table,
    template,
    the_same_everywhere,
)
from tests.word.expected import paragraphs
from tests.word.foreign import texts
from tests.word.test_examples import CATALOGUE, TEMPLATES, pairs, practice_of

FORM = form_of(SECTIONS)
STAMP = Stamp("mixed", 1, {"title": ["00000000"]})
IN_A_CELL = compile_template(template("Слова", change=table(["{{ title }}"])))


def document_of(text: str) -> bytes:
    return fill(IN_A_CELL, Filled("Название", {"title": text}, STAMP))


def text_in(content: bytes) -> str:
    """Return what the one cell of a document says."""
    (found,) = [each for each in read_document(content).blocks if isinstance(each, Table)]
    (cell,) = found.rows[0].cells
    return "\n".join(each.text for each in cell.blocks if isinstance(each, Paragraph))


def back(text: str) -> str:
    return canonical(text_in(document_of(text)))


LIKE_MARKUP = st.text(st.sampled_from("аЯ1 09.)-*\\[](\n\t&<>{}%\"'@:/w\u00a0«•"), max_size=40)
MARKED = st.lists(
    st.sampled_from(
        [
            *(
                "**жирно**",
                "*косо*",
                "**www.example.org**",
                "[тут](https://example.org/а)",
                "слово",
            ),
            *(" ", "\n", "- ", "  ", "1. ", "2) ", "3) ", "www.example.org", "post@example.org"),
            *("\\", "•", "\t", "а) "),
        ]
    ),
    max_size=14,
).map("".join)


@settings(max_examples=examples(80), deadline=None)
@given(st.one_of(st.text(max_size=40), LIKE_MARKUP, MARKED).map(canonical))
def test_any_text_comes_back_and_is_written_the_same_again(text: str) -> None:
    document = document_of(text)
    read = canonical(text_in(document))
    assert parse(read) == parse(text)
    assert read == write(parse(text))
    assert document_of(read) == document


@settings(max_examples=examples(30), deadline=None)
@given(st.one_of(LIKE_MARKUP, MARKED).map(canonical))
def test_any_text_behind_a_label_comes_back(text: str) -> None:
    filled = the_same_everywhere(FORM, text)._replace(stamp=STAMP)
    read = read_document(fill(TEMPLATES.compiled(FORM), filled))
    assert [canonical(text) for text in labelled(read.blocks)] == 4 * [write(parse(text))]


EXAMPLES = pytest.mark.parametrize(
    ("path", "form"), pairs(), ids=lambda each: each.stem if isinstance(each, Path) else each.name
)


@EXAMPLES
def test_a_rendered_example_says_every_word_in_order(path: Path, form: Form) -> None:
    filled = bind(form, practice_of(path))
    read = read_document(fill(TEMPLATES.compiled(form), filled))
    said = [line.rstrip(" ") for text in spoken(read.blocks) for line in text.split("\n")]
    expected = [line for each in paragraphs(form, filled, mark_of) for line in each.split("\n")]
    assert said == [each for each in expected if each != MISSING]
    assert (read.stamp, read.passed_over) == (filled.stamp, ())


@EXAMPLES
def test_a_rendered_example_says_it_in_the_same_markup(path: Path, form: Form) -> None:
    filled = bind(form, practice_of(path))
    read = texts(read_document(fill(TEMPLATES.compiled(form), filled)).blocks)
    said = "\n".join(read) + "\n"
    for text in words_in(filled):
        assert isinstance(text, DraftMark) or f"{write(parse(text))}\n" in said


def test_the_hints_of_a_blank_form_are_not_its_words() -> None:
    form = CATALOGUE.form("practice-passport")
    filled = blank(form)
    read = read_document(fill(TEMPLATES.compiled(form), filled))
    hints = {text for text in words_in(filled) if isinstance(text, Hint)}
    assert len(hints) > 10
    assert not hints & set(texts(read.blocks))


def test_words_typed_over_a_hint_are_an_authors_though_they_look_like_the_hint() -> None:
    form = CATALOGUE.form("practice-passport")
    content = fill(TEMPLATES.compiled(form), blank(form))
    hint = next(text for text in words_in(blank(form)) if isinstance(text, Hint))
    typed = edited(content, "word/document.xml", (f">{hint}<", ">Клуб соседей<"))
    before, after = (
        list(texts(read_document(each, Placeholders([form])).blocks)) for each in (content, typed)
    )
    assert [text for text in after if text not in before] == ["Клуб соседей"]
    assert not {text for text in words_in(blank(form)) if isinstance(text, Hint)} & set(before)


def labelled(blocks: Iterable[PaperBlock]) -> list[str]:
    """Return the texts that stand behind labels, in cells of their own or of several."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    found += _labelled(cell.blocks)
    return found


def _labelled(blocks: Iterable[PaperBlock]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.label:
            found.append(block.text)
        elif isinstance(block, Paragraph) and found:
            found[-1] += f"\n{block.text}"
    return found


def words_in(filled: Filled) -> Iterator[str]:
    """Yield every text, also of cells."""
    for value in filled.values.values():
        for row in [{"": value}] if isinstance(value, str) else value:
            yield from (text for key, text in row.items() if text and not key.endswith("|merge"))


def test_addresses_are_as_they_were_before_libreoffice_saved_the_document() -> None:
    written = "https://example.org и [тут](https://example.org), www.example.org/а"
    relations = [
        ('"rIdLink1"', '"rId11"'),
        ('"rIdLink2"', '"rId12"'),
        ('"rIdLink3"', '"rId13"'),
        ('"https://example.org"', '"https://example.org/"'),
        ('"https://example.org"', '"https://example.org/"'),
    ]
    saved = edited(document_of(written), "word/_rels/document.xml.rels", *relations)
    saved = edited(saved, "word/document.xml", *relations[:3])
    assert text_in(saved) == written


def test_a_paragraph_that_its_template_sets_in_bold_has_no_marks_for_that() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    form = edited(
        template("{{ title }}"),
        "word/document.xml",
        ("<w:p><w:r>", f"<w:p><w:pPr>{bold}</w:pPr><w:r>{bold}"),
    )
    title = Filled("Название", {"title": "Клуб [тут](https://example.org)"}, STAMP)
    (said,) = read_document(fill(compile_template(form), title)).blocks
    assert said == Paragraph("Клуб [тут](https://example.org)", "normal")


def spoken(blocks: Iterable[PaperBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"{block.label} {plain(block.text)}" if block.label else plain(block.text)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from spoken(cell.blocks)


def mark_of(line: Line) -> str:
    marks = {"paragraph": "", "bullet": "- ", "number": f"{line.number}{line.delimiter} "}
    return "  " * line.level + marks[line.kind]
