"""The Russian catalogue has every sentence of the code, wholly in Russian."""

from __future__ import annotations

import gettext
import io
import re
import string
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from hypothesis import given
from hypothesis import strategies as st

from generation.messages import RUSSIAN, parsed, said, waiting
from hatch_build import compiled
from passportkit.language import CATALOGUES, LANGUAGES, LazyMessage, say, say_n, translator
from passportkit.language import Message as Said

PROPER = {
    *("LibreOffice", "Word", "Excel", "PowerPoint", "Windows"),
    *("HTML", "MHTML", "ODT", "PDF", "RTF", "XML", "YAML"),
    *("GitHub", "Actions", "code", "scanning", "GitLab", "Code", "Quality", "Jenkins", "JSON"),
    *("ActiveX", "Office", "EMF", "JPEG", "PNG", "SVG", "WMF"),
    *("Azure", "DevOps", "Visual", "Studio", "SARIF", "JUnit"),
}
"""Names that are Latin in Russian too."""


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return parsed(RUSSIAN.read_bytes())


def translations(catalogue: Catalog) -> Iterator[tuple[Message, str]]:
    for message in catalogue:
        if message.id:
            yield from ((message, text) for text in several(message.string))


def several(words: object) -> list[str]:
    """Return the plural forms of a sentence, or the sentence alone."""
    return [str(each) for each in words] if isinstance(words, list | tuple) else [str(words or "")]


def places(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_every_sentence_is_there_and_no_other(catalogue: Catalog) -> None:
    known = {message.id for message in catalogue if message.id}
    assert known == said(), "the catalogue is stale: run `make generate`"


def test_every_sentence_is_translated(catalogue: Catalog) -> None:
    """One that is marked `fuzzy` has the words of another sentence, which stands above it."""
    missing = [message.id for message in waiting(catalogue)]
    assert missing == [], f"write their Russian into {RUSSIAN}, and run `make generate`"


def test_a_translation_has_the_places_of_its_sentence(catalogue: Catalog) -> None:
    for message, text in translations(catalogue):
        assert all(places(text) == places(each) for each in several(message.id)), message.id


def test_a_translation_has_the_names_of_its_sentence(catalogue: Catalog) -> None:
    for message, text in translations(catalogue):
        names = {name for each in several(message.id) for name in re.findall(r"`([^`]+)`", each)}
        assert names - {"key: value"} <= set(re.findall(r"`([^`]+)`", text)), message.id


def test_a_translation_has_no_english_word(catalogue: Catalog) -> None:
    for _message, text in translations(catalogue):
        words = re.sub(r"`[^`]*`|\{\w+\}|\(\.\w+\)", "", text)
        assert set(re.findall(r"[A-Za-z]{2,}", words)) <= PROPER, text


def test_what_is_compiled_is_what_is_written() -> None:
    """Without it Russian is silently English: whoever runs from a checkout shall be told."""
    kept = RUSSIAN.with_suffix(".mo")
    assert kept.is_file(), "the catalogue is not compiled: run `make generate`"
    stale = "what is compiled is stale: run `make generate`"
    assert sentences(kept.read_bytes()) == sentences(compiled(RUSSIAN.read_bytes())), stale


def sentences(compiled: bytes) -> dict[str, str]:
    """Return what gettext reads, without the head, which names the version of Babel."""
    read = gettext.GNUTranslations(io.BytesIO(compiled))._catalog  # type: ignore[attr-defined]  # all of it has no public name
    return {key: text for key, text in read.items() if key}


def test_there_are_words_for_every_language() -> None:
    assert [path.name for path in CATALOGUES.iterdir() if path.is_dir()] == ["ru"]
    assert set(LANGUAGES) == {"ru", "en"}


def test_a_message_knows_its_plurals() -> None:
    russian = translator("ru")
    counted = [russian(say_n("{n} error", "{n} errors", n)) for n in (1, 2, 5, 11, 21, 104)]
    assert counted == ["1 ошибка", "2 ошибки", "5 ошибок", "11 ошибок", "21 ошибка", "104 ошибки"]


def test_a_message_may_stand_in_a_message() -> None:
    inner = say("it is a folder")
    message = say("`{path}` cannot be written: {why}", path="a", why=inner)
    assert translator("ru")(message) == "`a` не удалось записать: это папка"
    assert str(message) == "`a` cannot be written: it is a folder"


def test_braces_in_a_value_are_only_words() -> None:
    assert str(say("there is no form “{name}”", name="{x} {{ 7*7 }} %s")) == (
        "there is no form “{x} {{ 7*7 }} %s”"
    )


def test_an_unknown_language_reads_english() -> None:
    assert translator("de")(Said("interrupted")) == "interrupted"


VALUES = st.recursive(
    st.text(max_size=3) | st.integers(0, 2) | st.booleans() | st.floats(0, 2),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.frozensets(st.integers(0, 2))
        | st.sets(st.integers(0, 2))
        | st.builds(say, st.just("{a}"), a=inner)
        | st.builds(lambda value: LazyMessage(say, (value,)), inner)
    ),
    max_leaves=4,
)


@given(VALUES, VALUES)
def test_messages_that_are_the_same_are_one_in_a_set(one: object, other: object) -> None:
    both = say("{a} {b}", a=one, b=1), say("{a} {b}", b=1, a=other)
    assert len({*both}) == (1 if one == other else 2)
    later = LazyMessage(say, (one, "b")), LazyMessage(say, (other, "b"))
    assert len({*later}) == (1 if one == other else 2)


def test_messages_that_differ_in_a_value_alone_are_told_apart_at_once() -> None:
    messages = [say("{a}", a=say("“{b}”", b=str(n))) for n in range(1000)]
    assert len({hash(each) for each in messages}) > 990
    assert len({hash(LazyMessage(say, ("{a}", n))) for n in range(1000)}) > 990
