"""Words that have found no field wait in the practice once, however YAML spells them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.engine.unplaced import added, item, still
from passportkit.intake import Left
from passportkit.language import say, translator
from passportkit.source import Source, read
from passportkit.source.proof import applied
from passportkit.text import canonical, respell
from tests.conftest import examples

HEAD = "passport: 1\ntitle: Клуб\n"
LONG = "Просьба вернуть до пятницы, " * 8 + "и лучше утром."

typed = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n-#:'\"|>*\\аб«»"), max_size=150
)
texts = typed.map(lambda text: respell(canonical(text))).filter(bool)


def practice(more: str = "") -> Source:
    return read((HEAD + more).encode(), "")


def with_words(source: Source, *texts: str) -> Source:
    items = [{"from": "a.docx", "text": text} for text in texts]
    return applied(source, added(source, items))


def waiting(source: Source) -> list[str]:
    return [canonical(each["text"]) for each in (source.data or {}).get("unplaced", [])]


@pytest.mark.parametrize("text", ["Слова.", LONG, f"{LONG}\nЕщё строка.", "- пункт\n- другой"])
def test_words_that_wait_are_not_added_again(text: str) -> None:
    once = with_words(practice(), text)
    assert waiting(once) == [text]
    assert with_words(once, text).text == once.text


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(st.lists(texts, min_size=1, max_size=4, unique=True))
def test_whatever_the_words_they_are_added_once(all_words: list[str]) -> None:
    once = with_words(practice(), *all_words)
    assert with_words(once, *all_words).text == once.text
    assert waiting(once) == all_words


@pytest.mark.parametrize("style", ["|", "|+", "|-"])
def test_words_of_several_lines_that_the_author_has_placed_wait_no_more(style: str) -> None:
    left = Left(say("before the first section"), "Опрос провели соседи.\nПришли все.")
    source = practice(f"summary: {style}\n  Опрос провели соседи.\n\n  Пришли все.\n\n")
    assert not [*still([left], source)]


@pytest.mark.parametrize("style", ["|", "|+", ">"])
def test_few_words_are_placed_where_a_field_says_nothing_else(style: str) -> None:
    left = Left(say("before the first section"), "Все.")
    assert not [*still([left], practice(f"summary: {style}\n  Все.\n\n"))]
    assert [*still([left], practice(f"summary: {style}\n  Все. Да.\n"))] == [left]


@pytest.mark.parametrize("figure", ["14", "315 000,00", "94,5%", "12.03.2024", "9,5 тыс. руб."])
def test_a_figure_is_not_placed_because_another_field_says_the_same(figure: str) -> None:
    left = Left(say("before the first section"), figure)
    assert [*still([left], practice(f'summary: "{figure}"\n'))] == [left]


def test_equal_figures_of_two_places_wait_both_and_only_once() -> None:
    here, there = ({"from": f"a.docx, {place}", "text": "14"} for place in ("план", "факт"))
    once = applied(practice(), added(practice(), [here]))
    both = applied(once, added(once, [here, there]))
    assert waiting(both) == ["14", "14"]
    assert applied(both, added(both, [there, here])).text == both.text


def test_an_entry_says_where_its_words_stood() -> None:
    left = Left(say("before the first section"), "Все.")
    assert item(left, "a/b.docx", translator("en")) == {
        "from": "b.docx, before the first section",
        "text": "Все.",
    }
