"""Lists are real ones, and every number printed is the author's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.forms import Form
from passportkit.text import Line, Span, parse, write
from tests.conftest import examples
from tests.word.conftest import fill_in, rendered, template, written

LISTS = {
    "bullets": ("- раз\n- два", ["• раз", "• два"]),
    "deeper bullets": ("- раз\n  - два\n- три", ["• раз", "  – два", "• три"]),
    "numbers": ("1. раз\n2. два", ["1. раз", "2. два"]),
    "brackets": ("1) раз\n2) два", ["1) раз", "2) два"]),
    "another start": ("7. раз\n8. два", ["7. раз", "8. два"]),
    "a jump": ("1. раз\n3. два\n3. три", ["1. раз", "3. два", "3. три"]),
    "from zero": ("0. раз\n1. два", ["0. раз", "1. два"]),
    "backwards": ("2. раз\n1. два", ["2. раз", "1. два"]),
    "another delimiter": ("1. раз\n2) два", ["1. раз", "2) два"]),
    "words between": ("1. раз\nслова\n2. два", ["1. раз", "слова", "2. два"]),
    "nested": (
        "1. раз\n  1) а\n  2) б\n2. два\n  1) в\n  - г\n3. три",
        ["1. раз", "  1) а", "  2) б", "2. два", "  1) в", "  – г", "3. три"],
    ),
    "only the deeper": ("  5. раз\n  6. два", ["  5. раз", "  6. два"]),
}


@pytest.mark.parametrize(("text", "printed"), LISTS.values(), ids=LISTS)
def test_a_list_is_printed_as_it_was_written(text: str, printed: list[str]) -> None:
    document = written(text)
    assert document.printed == printed
    assert document.faults() == []


WORDS = st.just((Span("слово"),))
LEVELS = st.integers(0, 8)
LINES = st.one_of(
    st.builds(
        Line, st.sampled_from(["paragraph", "bullet"]), LEVELS, st.just(0), st.just(""), WORDS
    ),
    st.builds(
        Line,
        st.just("number"),
        LEVELS,
        st.sampled_from([0, 1, 2, 3, 98, 99]),
        st.sampled_from([".", ")"]),
        WORDS,
    ),
)


@settings(max_examples=examples(50), deadline=None)
@given(st.lists(LINES, min_size=1, max_size=12))
def test_any_list_is_printed_as_it_was_written(lines: list[Line]) -> None:
    text = write(tuple(lines))
    assert written(text).printed == [printed(line) for line in parse(text)]


def printed(line: Line) -> str:
    if line.kind == "paragraph":
        return "слово"
    bullet = "•–▪"[line.level % 3]
    mark = bullet if line.kind == "bullet" else f"{line.number}{line.delimiter}"
    return f"{'  ' * line.level}{mark} слово"


def test_each_text_begins_its_lists_anew(sections: Form) -> None:
    document = rendered(sections, title="1. раз\n2. два", preconditions="1. три\n2. четыре")
    items = {"1. раз", "2. два", "1. три", "2. четыре"}
    assert [each for each in document.printed if each in items] == [
        "1. раз", "2. два", "1. три", "2. четыре",
    ]  # fmt: skip


def test_many_lists_go_without_trouble() -> None:
    document = written("\nслова\n".join(f"{n % 90}. раз\n- два" for n in range(300)))
    assert document.printed[::3] == [f"{n % 90}. раз" for n in range(300)]
    assert document.faults() == []


def test_a_list_within_a_line_keeps_its_marks() -> None:
    document = fill_in(template("{{ a }}; {{ b }}"), {"a": "3) раз\n- два", "b": "слова"})
    assert document.words == "3) раз\n- два; слова"


def test_a_label_stands_before_a_list_also_without_any_style() -> None:
    document = fill_in(template("Задачи: {{ a }}"), {"a": "1. раз\n2. два"})
    assert document.printed == ["Задачи: ", "1. раз", "2. два"]
    assert document.faults() == []
