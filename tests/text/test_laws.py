"""What holds for every text and for all lines."""

from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.text import (
    Line,
    Span,
    canonical,
    escape,
    is_plain,
    normal,
    parse,
    plain,
    respell,
    write,
)
from tests.conftest import examples

Document = tuple[Line, ...]

law = settings(derandomize=True, deadline=None, max_examples=examples(40))

# Random characters hardly ever make markup: most of a text is put together from its parts.
FRAGMENTS = [
    *("*", "**", "***", "****", "[", "]", "(", ")", "\\", "](http://a.ru)", "](www.b.ru/x)"),
    *("а", "б", "1", "5", ".", ")", "-", "–", "«", "»", '"', ",", ";", "/", "@", "{", "}"),
    *("http://a.ru", "www.b.ru/c", "x@y.ru", "(http://q", "mailto:"),
    "https://президентскиегранты.рф/x?id=1",
]
BLANK = [" ", "  ", "\t", "\n", "\u00a0", "- ", "1. ", "12) ", "\\- ", "\\1. "]
ODD = ["\r", "\0", "\u2028", "\ud800", "\x85"]

markup = st.lists(st.sampled_from(FRAGMENTS + BLANK), max_size=14).map("".join)
anything = st.lists(st.sampled_from(FRAGMENTS + BLANK + ODD) | st.text(max_size=3)).map("".join)
texts = (markup | anything).map(canonical)

addresses = st.sampled_from(
    [
        *("https://a.ru", "http://a.ru", "https://www.b.ru/c", "mailto:x@y.ru", "www.b.ru"),
        *("https://a.ru/((x", "tel:8 800", "file:///x", "\\", ""),
    ]
)
words = (markup | anything).map(lambda text: text.replace("\n", ""))
spans = st.builds(Span, words, st.booleans(), st.booleans(), st.none() | addresses)
lines = st.builds(
    Line,
    st.sampled_from(["paragraph", "bullet", "number"]),
    st.integers(-1, 9),
    st.integers(0, 99),
    st.sampled_from(["", ".", ")"]),
    st.lists(spans, max_size=4).map(tuple),
)
documents = st.lists(lines, max_size=3).map(tuple)


def said(text: str) -> str:
    """Return the characters of a text that are seen."""
    return "".join(text.split())


def words_of(lines: Document) -> list[str]:
    return ["".join(span.text for span in line.spans) for line in lines]


@law
@given(anything)
def test_canonical_is_idempotent(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@law
@given(anything)
def test_canonical_drops_only_what_no_document_can_hold(text: str) -> None:
    dropped = {"\r", "\0", "\u2028", "\ud800", "\x85"}
    visible = [c for c in text if c.isprintable() and c != " "]
    assert [c for c in canonical(text) if c.isprintable() and c != " "] == visible
    assert not dropped & set(canonical(text))


@law
@given(texts)
def test_parsed_lines_are_written_so_that_they_parse_again(text: str) -> None:
    assert parse(write(parse(text))) == parse(text)


@law
@given(texts)
def test_parsed_lines_are_normal(text: str) -> None:
    assert normal(parse(text)) == parse(text)


@law
@given(texts)
def test_a_text_is_respelled_as_its_lines_are_written(text: str) -> None:
    assert respell(text) == write(parse(text))


@law
@given(documents)
def test_any_lines_are_written_so_that_they_parse_to_their_normal_form(document: Document) -> None:
    assert parse(write(document)) == normal(document)


@law
@given(documents)
def test_normal_is_idempotent(document: Document) -> None:
    assert normal(normal(document)) == normal(document)


@law
@given(documents)
def test_what_is_written_is_canonical(document: Document) -> None:
    assert canonical(write(document)) == write(document)


@law
@given(documents)
def test_normal_keeps_every_word(document: Document) -> None:
    before = "".join(words_of(document))
    assert said("".join(words_of(normal(document)))) == said(canonical(before))


@law
@given(texts)
def test_escaped_words_parse_to_paragraphs_of_exactly_those_words(text: str) -> None:
    read = parse(escape(text))
    assert words_of(read) == [line.lstrip(" \t") for line in text.split("\n") if line]
    assert all(line.kind == "paragraph" for line in read)
    assert all(span == Span(span.text) for line in read for span in line.spans)


@law
@given(texts)
def test_plain_undoes_escape(text: str) -> None:
    assert plain(escape(text)) == text
    assert canonical(escape(text)) == escape(text)


@law
@given(texts)
def test_plain_holds_every_word_that_parse_finds(text: str) -> None:
    plain_lines = [line for line in plain(text).split("\n") if line]
    assert len(plain_lines) == len(parse(text))
    for found, line in zip(words_of(parse(text)), plain_lines, strict=True):
        assert line.endswith(found)


@law
@given(texts)
def test_markup_takes_away_only_signs_and_addresses(text: str) -> None:
    kept = "".join(words_of(parse(text)))
    assert [c for c in kept if c in "аб«»"] == [c for c in text if c in "аб«»"]


@law
@given(texts)
def test_what_is_plain_stands_as_written(text: str) -> None:
    if is_plain(text):
        assert parse(text) == (Line("paragraph", 0, 0, "", (Span(text),)),)
