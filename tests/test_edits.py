"""Edits are values: put together, refused where they meet, shown, and only then made."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from passportkit.edits import GONE, Edit, Meaning, Splice, together
from passportkit.errors import CannotGoOn
from passportkit.lines import lines_with_ends
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(300))

texts = st.text(st.sampled_from("абвгд \n\r\u2028"), max_size=40)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> Edit:
    """Draw an edit of a text: splices in order, of which some may touch."""
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = zip(ends[::2], ends[1::2], strict=False)
    splices = [Splice(start, end, draw(texts)) for start, end in spans]
    return Edit(text, tuple(splices))


def made(text: str, splices: Sequence[Splice]) -> str:
    """Return a text with splices made from its end on, so that offsets hold."""
    for start, end, words in reversed(splices):
        text = text[:start] + words + text[end:]
    return text


def line_of(refused: pytest.ExceptionInfo[CannotGoOn]) -> str:
    found = re.search(r"line (\d+)", str(refused.value))
    return found[1] if found else ""


# --- alone --------------------------------------------------------------------------------


@law
@given(st.data())
def test_an_edit_changes_what_it_splices_and_nothing_else(draw):
    edit = draw.draw(edits_of(draw.draw(texts)))
    assert edit.after == made(edit.text, edit.splices)


def test_no_edit_wants_a_character_twice():
    with pytest.raises(CannotGoOn) as refused:
        Edit("аб\nвг\n", (Splice(0, 4, "д"), Splice(3, 5, "е")))
    assert line_of(refused) == "2"


# --- side by side -------------------------------------------------------------------------


def apart(one: Edit, other: Edit) -> bool:
    """Whether no splices of two edits touch, not even at an end."""
    return all(a.end < b.start or b.end < a.start for a in one.splices for b in other.splices)


def moved(other: Edit, one: Edit) -> Edit:
    """Return an edit as it would be made of the outcome of another one."""

    def shift(offset: int) -> int:
        return sum(len(s.words) - (s.end - s.start) for s in one.splices if s.end < offset)

    splices = [
        Splice(s.start + shift(s.start), s.end + shift(s.start), s.words) for s in other.splices
    ]
    return Edit(one.after, tuple(splices))


@law
@given(st.data())
def test_side_by_side_is_one_after_the_other(draw):
    text = draw.draw(texts)
    one, other = draw.draw(edits_of(text)), draw.draw(edits_of(text))
    assume(apart(one, other))
    both = together(text, [one, other])
    assert both.after == moved(other, one).after == moved(one, other).after
    assert both.after == together(text, [other, one]).after


def meets(one: Splice, other: Splice) -> bool:
    """Whether two splices want the same characters, or one goes into what the other replaces."""
    first, second = sorted((one[:2], other[:2]))
    return second[0] < first[1]


@law
@given(st.data())
def test_whoever_wants_the_same_characters_is_refused(draw):
    text = draw.draw(texts)
    one, other = draw.draw(edits_of(text)), draw.draw(edits_of(text))
    if any(meets(a, b) for a in one.splices for b in other.splices):
        with pytest.raises(CannotGoOn):
            together(text, [one, other])
    else:
        assert len(together(text, [one, other]).splices) == len(one.splices + other.splices)


def test_what_several_put_at_one_place_stands_in_their_order():
    edits = [Edit("аг", (Splice(1, 1, words),)) for words in "бв"]
    assert together("аг", edits).after == "абвг"
    assert together("аг", edits[::-1]).after == "авбг"
    assert together("аг", []).after == "аг"


@pytest.mark.parametrize(
    ("one", "other", "is_clash"),
    [
        (("a",), ("a",), True),
        (("a",), ("a", 0, "b"), True),
        (("a", 0, "b"), ("a",), True),
        (("a", 0), ("a", 1), False),
        (("a", 0), ("b", 0), False),
        (("a",), ("ab",), False),
    ],
)
def test_two_edits_do_not_mean_something_of_the_same_value(one, other, is_clash):
    text = "а\nб\n"
    edits = [
        Edit(text, (Splice(0, 1, "x"),), (Meaning(one, "x"),)),
        Edit(text, (Splice(2, 3, "y"),), (Meaning(other, GONE),)),
    ]
    if not is_clash:
        assert together(text, edits).meant == (*edits[0].meant, *edits[1].meant)
        return
    with pytest.raises(CannotGoOn) as refused:
        together(text, edits)
    assert line_of(refused) in "12"


def test_one_edit_may_mean_a_value_several_times():
    edit = Edit("а", (Splice(0, 1, "x"),), (Meaning(("a",), None), Meaning(("a",), "x")))
    assert together("а", [edit]) == edit


# --- one after the other ------------------------------------------------------------------


@law
@given(st.data())
def test_one_edit_does_what_two_do_one_after_the_other(draw):
    first = draw.draw(edits_of(draw.draw(texts)))
    second = draw.draw(edits_of(first.after))
    both = first.then(second)
    assert both.text == first.text
    assert both.after == second.after


@law
@given(st.data())
def test_in_which_order_three_are_put_together_does_not_matter(draw):
    first = draw.draw(edits_of(draw.draw(texts)))
    second = draw.draw(edits_of(first.after))
    third = draw.draw(edits_of(second.after))
    assert first.then(second).then(third) == first.then(second.then(third))


@law
@given(st.data())
def test_what_was_put_in_and_taken_out_again_leaves_no_trace(draw):
    first = draw.draw(edits_of(draw.draw(texts)))
    assert Edit(first.text).then(first).after == first.after
    undone = [(s.start, s.end, first.text[s.start : s.end]) for s in first.splices]
    shift, back = 0, []
    for (start, end, words), splice in zip(undone, first.splices, strict=True):
        back.append(Splice(start + shift, start + shift + len(splice.words), words))
        shift += len(splice.words) - (end - start)
    assert first.then(Edit(first.after, tuple(back))).after == first.text


def test_meanings_hold_one_after_the_other():
    first = Edit("а", (Splice(0, 1, "б"),), (Meaning(("a",), "б"),))
    second = Edit("б", (Splice(0, 1, "в"),), (Meaning(("a",), "в"),))
    assert first.then(second) == Edit("а", (Splice(0, 1, "в"),), first.meant + second.meant)


# --- as a diff ----------------------------------------------------------------------------


def patched(text: str, diff: str) -> str:
    """Return a text with a diff brought in, as `patch` does it."""
    lines, out, at = lines_with_ends(text), list[str](), 0
    diff = diff.replace("\n\\ No newline at end of file\n", "\0\n")
    for line in [each.removesuffix("\0\n") for each in lines_with_ends(diff)]:
        if found := re.match(r"@@ -(\d+)(?:,(\d+))? ", line):
            start = int(found[1]) - (found[2] != "0")
            out += lines[at:start]
            at = start
        elif line.startswith((" ", "-")) and not line.startswith("---"):
            assert lines[at] == line[1:]
            out += [line[1:]] if line[0] == " " else []
            at += 1
        elif line.startswith("+") and not line.startswith("+++"):
            out.append(line[1:])
    return "".join([*out, *lines[at:]])


def test_a_diff_shows_the_lines_that_change():
    text = "".join(f"строка {number}\n" for number in range(9))
    edit = Edit(text, (Splice(text.index("4"), text.index("4") + 1, "четыре\nи ещё"),))
    assert edit.diff("клуб.yaml") == (
        "--- клуб.yaml\n+++ клуб.yaml\n@@ -2,7 +2,8 @@\n"
        " строка 1\n строка 2\n строка 3\n-строка 4\n+строка четыре\n+и ещё\n"
        " строка 5\n строка 6\n строка 7\n"
    )


def test_a_diff_says_where_the_last_line_has_no_end():
    assert (
        Edit("а\u2028б", (Splice(3, 3, "\n"),))
        .diff("в")
        .endswith("-а\u2028б\n\\ No newline at end of file\n+а\u2028б\n")
    )


def test_what_changes_nothing_has_no_diff():
    assert Edit("а\n", (Splice(0, 1, "а"),)).diff("б") == ""


@law
@given(st.data())
def test_a_diff_leads_from_the_text_to_what_the_edit_makes_of_it(draw):
    text = draw.draw(texts.map(lambda words: words.replace("\r", "")))
    edit = draw.draw(edits_of(text))
    assume("\r" not in edit.after)
    assert patched(text, edit.diff("клуб.yaml")) == edit.after
