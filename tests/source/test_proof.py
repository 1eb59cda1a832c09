"""An edit is made only if the file says then what was meant, and all else as before."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.edits import GONE, Edit, Meaning, Splice, together
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding, Fix, Severity
from passportkit.language import say
from passportkit.source import Source, read
from passportkit.source.cutting import New, arrange, clear, remove
from passportkit.source.editing import change, reword
from passportkit.source.insertion import insert
from passportkit.source.plain_data import find
from passportkit.source.proof import Maker, applied, in_turn
from passportkit.source.writing import add_rows, put, replace
from passportkit.text import canonical
from tests.conftest import examples
from tests.source.files import source_of

law = settings(derandomize=True, deadline=None, max_examples=examples(200))


def edit_of(text: str, old: str, new: str, *meant: Meaning) -> Edit:
    """Return the edit that puts `new` in place of the only `old` in a text."""
    start = text.index(old)
    return Edit(text, (Splice(start, start + len(old), new),), meant)


@pytest.mark.parametrize(
    ("old", "new", "meaning"),
    [
        ("б", "х", Meaning(("a",), "х")),
        ("б", "'х'", Meaning(("a",), "х")),
        ("б", "|\n  х\n", Meaning(("a",), "х")),
        ("a: б\n", "", Meaning(("a",), GONE)),
        ("б", "", Meaning(("a",), None)),
        ("# д", "# е", Meaning(("a",), "б")),
        ("    д: е", "    д: х", Meaning(("в", 0, "д"), "х")),
        ("    д: е\n", "", Meaning(("в", 0, "д"), GONE)),
    ],
)
def test_what_says_what_is_meant_is_made(old, new, meaning):
    text = "a: б\n# д\nв:\n  - г: 1\n    д: е\n"
    assert applied(source_of(text), edit_of(text, old, new, meaning)).text == text.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("б", "х", []),
        ("б", "х", [Meaning(("a",), "ы")]),
        ("б", "х\nи: 1", [Meaning(("a",), "х")]),
        ("б\nв: г", "х", [Meaning(("a",), "х")]),
        ("a: б\n", "", [Meaning(("a",), None)]),
        ("б", "", [Meaning(("a",), GONE)]),
        ("б", "[", [Meaning(("a",), "[")]),
        ("г", "- х", [Meaning(("в",), ["х"])]),
    ],
)
def test_what_says_anything_else_is_refused(old, new, meant):
    text = "a: б\nв: г\n"
    with pytest.raises(CannotGoOn, match="by hand"):
        applied(source_of(text), edit_of(text, old, new, *meant))


def test_an_edit_of_what_the_file_was_is_not_made():
    edit = put(source_of("a:\n"), ("a",), "б")
    with pytest.raises(CannotGoOn, match="changed"):
        applied(source_of("# в\na:\n"), edit)


def test_no_edit_is_made_of_what_cannot_be_read():
    with pytest.raises(CannotGoOn, match="cannot be read"):
        put(source_of("a: [\n"), ("b",), "в")


def test_words_may_be_spelt_otherwise_if_they_are_the_same_in_canonical_form():
    text = "a: б\n"
    edit = edit_of(text, "б", "|\n  х  \n\n  ы\n", Meaning(("a",), "х\nы"))
    assert applied(source_of(text), edit).data == {"a": "х  \n\nы\n"}


def test_what_changes_nothing_is_not_read_again():
    source = source_of("a: б\n")
    assert applied(source, clear(source, ("в",))) is source


# --- several ------------------------------------------------------------------------------


def test_edits_of_one_file_are_proved_together():
    source = source_of("a: 1\nб:\nв: [г]\nд: е\n")
    edits = [
        replace(source, ("a",), "2"),
        put(source, ("б",), "x\ny"),
        remove(source, ("в",)),
        put(source, ("ж",), ["з"]),
    ]
    after = applied(source, together(source.text, edits))
    assert after.text == 'a: 2\nб: |\n  x\n  y\nд: е\n"ж":\n  - з\n'


def test_two_edits_of_one_value_are_refused_with_its_line():
    source = source_of("a: 1\nб:\n  - в\n  - г\n")
    with pytest.raises(CannotGoOn, match="line 3"):
        together(source.text, [remove(source, ("б", 0)), remove(source, ("б", 1))])


def test_each_edit_of_several_is_made_of_what_the_one_before_has_left():
    source = source_of("a: 1\nб:\n  - в\n  - г\n")
    steps: list[Maker] = [partial(remove, route=("б", 0)), partial(reword, words={("б", 0): "х"})]
    edit = in_turn(source, steps)
    assert edit.after == applied(source, edit).text == "a: 1\nб:\n  - х\n"
    assert in_turn(source, []) == Edit(source.text)


def test_the_first_that_goes_wrong_is_refused():
    source = source_of("a: 1\n")
    steps: list[Maker] = [
        lambda now: edit_of(now.text, "1", "[", Meaning(("a",), "[")),
        partial(put, route=("b",), value="в"),
    ]
    with pytest.raises(CannotGoOn, match="by hand"):
        in_turn(source, steps)


# --- fixes --------------------------------------------------------------------------------


def test_a_finding_is_fixed_by_the_edit_that_it_carries():
    source = read("\ufeffpassport: 1\r\ntitle: клуб  # имя\r\n".encode(), "клуб.yaml")
    fix = Fix(say("begin with a capital letter"), partial(replace, route=("title",), value="Клуб"))
    finding = Finding("title-case", Severity.WARNING, say("no capital letter"), fixes=(fix,))
    located = source.locate(finding)
    after = applied(source, located.fixes[0].edit(source))
    assert after.content.decode() == "\ufeffpassport: 1\r\ntitle: Клуб  # имя\r\n"
    assert hash(located) == hash(source.locate(finding))


# --- laws ---------------------------------------------------------------------------------

FILE = """\
# begins
passport: 1   # version
plain: слова без кавычек   # why
over: одна строка,
  другая строка
single: 'в одних, «да»'
double: "в двух: \\"да\\""  # why
literal: |  # why
  первая строка

  вторая строка
    глубже
#  after it
stripped: |-
    далеко справа
kept: |+
  конец

folded: >
  Первый абзац стоит
  на двух строках.

  Второй абзац.
below:
  на своей строке
empty:   # nothing yet
skeleton:
  - item:   # what
    #  how much
    amount:
list:
  - первый   # why
  # second
  - "второй"
  - >-
    третий, в две
    строки
record: {one: слово, two: "другое", none: }  # why
rows:
  - name: имя
    # about it
    role: роль
  - только имя
last: слово
# ends
"""

ORDER = ("passport", "plain", "new", "over")

words = (
    st.text(
        st.characters(exclude_categories=["Cs"])
        | st.sampled_from(" \t\n-#:'\"\\[]{}|>&*!%@,?`~0аб«»"),
        max_size=40,
    )
    .map(canonical)
    .filter(str.strip)
)

KINDS: dict[str, tuple[str, partial[Edit]]] = {
    "put": ("empty", partial(put, route=("empty",))),
    "put a key": ("added", partial(put, route=("added",))),
    "put between braces": ("record", partial(put, route=("record", "none"))),
    "reword plain": ("plain", partial(lambda s, value: reword(s, {("plain",): value}))),
    "reword over": ("over", partial(lambda s, value: reword(s, {("over",): value}))),
    "reword single": ("single", partial(lambda s, value: reword(s, {("single",): value}))),
    "reword double": ("double", partial(lambda s, value: reword(s, {("double",): value}))),
    "reword literal": ("literal", partial(lambda s, value: reword(s, {("literal",): value}))),
    "reword kept": ("kept", partial(lambda s, value: reword(s, {("kept",): value}))),
    "replace folded": ("folded", partial(replace, route=("folded",))),
    "clear": ("below", partial(lambda s, value: clear(s, ("below",)))),
    "remove": ("stripped", partial(lambda s, value: remove(s, ("stripped",)))),
    "fill": ("skeleton", partial(lambda s, value: add_rows(s, ("skeleton",), rows_of(value)))),
    "arrange": ("list", partial(lambda s, value: arrange(s, ("list",), [2, New(value), 0]))),
    "change": ("rows", partial(lambda s, value: change(s, ("rows",), value))),
    "insert": ("new", partial(lambda s, value: insert(s, "new", value, ORDER))),
}
"""What may be done, each to a key of its own at the top of the file."""


def rows_of(value: str) -> list[dict[str, str]]:
    return [{"item": value, "amount": "5"}, {"item": "а", "amount": value, "source": value}]


@st.composite
def files(draw: st.DrawFn) -> Source:
    """Draw the file with other line ends, a mark before it, and signs that libyaml breaks at."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    sign = draw(st.sampled_from(["", "\x85", "\u2028", "\u2029"]))
    text = FILE.replace("абзац", f"аб{sign}  зац").replace("«да»", f"«д{sign} а»")
    text = text.replace("# begins", f"# begins{sign}# so").replace("\n", end)
    return read((draw(st.sampled_from(["", "\ufeff"])) + text).encode(), "клуб.yaml")


def others(source: Source, *keys: str) -> dict[str, object]:
    """Return what a file says but for some keys at its top."""
    return {key: value for key, value in (source.data or {}).items() if key not in keys}


@law
@given(files(), st.sampled_from(list(KINDS)), words)
def test_a_proved_edit_changes_nothing_else(source, kind, value):
    key, make = KINDS[kind]
    edit = make(source, value=value)
    after = applied(source, edit)
    assert others(after, key) == others(source, key)
    assert after.content.decode() == source.mark + edit.after
    assert after.text.count("\r\n") in (0, after.text.count("\n"))
    changed = {key, *(() if key in (source.data or {}) else (neighbour(after, key),))}
    for name in others(source, *changed):
        assert lines_about(source, name) == lines_about(after, name)
    assert [each for each in comments(source) if each not in comments(after)] == []


def neighbour(source: Source, key: str) -> str:
    """Return the key above a new one: what stands between them goes on to belong to it."""
    keys = [each.value for each, _value in source.root.value] if source.root else []
    return str(keys[keys.index(key) - 1])


def lines_about(source: Source, key: str) -> str:
    """Return what stands in a file from a key up to the next one."""
    assert source.root is not None
    starts = [each.start_mark.index for each, _value in source.root.value]
    keys = [each.value for each, _value in source.root.value]
    place = keys.index(key)
    return source.text[starts[place] : [*starts, len(source.text)][place + 1]]


def comments(source: Source) -> list[str]:
    kept = ("# begins", "# version", "#  after it", "# nothing", "# what", "#  how much", "# ends")
    return [each for each in kept if each in source.text]


@law
@given(files(), st.lists(st.sampled_from(list(KINDS)), min_size=2, max_size=4, unique=True), words)
def test_edits_of_different_values_may_be_made_together_or_in_turn(source, kinds, value):
    makers = [partial(KINDS[kind][1], value=value) for kind in kinds]
    at_once = together(source.text, [make(source) for make in makers])
    in_order = in_turn(source, makers)
    assert applied(source, at_once).data == applied(source, in_order).data
    assert at_once.after == in_order.after == in_turn(source, makers[::-1]).after


@law
@given(files(), st.permutations(list(KINDS)), words)
def test_one_edit_does_what_many_do_one_after_the_other(source, kinds, value):
    now = source
    for kind in kinds[:4]:
        now = applied(now, KINDS[kind][1](now, value=value))
    whole = in_turn(source, [partial(KINDS[kind][1], value=value) for kind in kinds[:4]])
    assert whole.after == now.text
    assert applied(source, whole).data == now.data
    assert canonical(find(now.data, ("plain",))) in (value, "слова без кавычек")
