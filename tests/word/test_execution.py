"""A program is data: it sets words between constants, and there is nothing in it that could run."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest

from passportkit.forms.filled import Filled
from passportkit.word.template.compile import compile_template
from passportkit.word.template.compiled import Compiled
from passportkit.word.template.program import (
    EACH,
    CellMerge,
    Loop,
    Program,
    ProgramStep,
    Put,
    Ref,
    Whole,
    keys_of,
)
from passportkit.word.write.execution import Scope, written
from passportkit.word.write.fill import fill
from passportkit.word.write.writer import Writer
from tests.word.conftest import template

TEXT, CELL = Ref("text", of_row=False), Ref("a", of_row=True)
ROWS = [{"a": "б", "a|merge": "restart"}, {"a": "в", "a|merge": "continue"}]


def made(*steps: ProgramStep, **values: Any) -> str:
    """Return what steps make of words; inline runs are all that they write."""
    writer = Writer(compile_template(template("{{ text }} {{ text }}")))
    return written(steps, Scope(values, writer.manners(), writer.size_left))


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def put(text: Ref) -> Put:
    return Put("inline", text, 0)


def test_constants_stand_as_they_are():
    assert (
        made("<w:p>{{ text }}", "{% for %}\x01\x03</w:p>")
        == "<w:p>{{ text }}{% for %}\x01\x03</w:p>"
    )


@pytest.mark.parametrize("text", ["{{ text }}", "{% for %}", "{0.__class__}", "%s", "\ue07b"])
def test_words_are_only_words(text):
    assert made(put(TEXT), text=text) == run(text)


def test_words_are_no_markup():
    assert made(put(TEXT), text="<w:p/>&amp;") == run("&lt;w:p/&gt;&amp;amp;")


def test_a_loop_does_its_steps_for_each_row():
    assert made("(", Loop("rows", ("-", put(CELL))), ")", rows=ROWS) == (
        f"(-{run('б')}-{run('в')})"
    )
    assert made("(", Loop("rows", ("-", put(CELL))), ")", rows=[]) == "()"


def test_a_cell_joins_the_one_above():
    assert made(Loop("rows", (CellMerge("a"),)), rows=[*ROWS, {"a": "г", "a|merge": ""}]) == (
        '<w:vMerge w:val="restart"/><w:vMerge/>'
    )


WHOLE = "<w:cantSplit/>"


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("", WHOLE),
        ("а" * 600, WHOLE),
        ("а" * 601, ""),
        ("а" * 500 + "\n" * 1, WHOLE),
        ("а" * 500 + "\n" * 2, ""),
    ],
)
def test_a_row_stands_on_one_page_if_its_words_are_few(words, mark):
    assert made(Whole((TEXT,)), text=words) == mark
    assert made(Loop("rows", (Whole(()),)), rows=[{"a": words, "b": ""}]) == mark


def test_a_program_says_what_it_asks_of_the_words():
    steps: tuple[ProgramStep, ...] = (
        "",
        put(TEXT),
        Loop("rows", (Whole((CELL, TEXT)), CellMerge("a"))),
    )
    assert list(keys_of(steps)) == [
        ("text", ""),
        ("rows", EACH),
        ("rows", "a"),
        ("text", ""),
        ("rows", "a|merge"),
    ]


def changed(compiled: Compiled, *steps: ProgramStep, **fields: Any) -> bytes:
    return compiled._replace(programs=(Program("a.xml", steps, False),), **fields).to_bytes()


@pytest.mark.parametrize(
    "steps",
    [
        [Put("words", TEXT, 99)],
        [Put("words", TEXT, -1)],
        [Put("inline", TEXT, 99)],
        [Loop("rows", (Put("line", CELL, 99),))],
        [put(CELL)],
        [CellMerge("a")],
        [Whole((CELL,))],
    ],
)
def test_a_program_that_refers_to_nothing_is_not_read(steps):
    compiled = compile_template(template("{{ text }}"))
    sound = changed(compiled, Loop("rows", (put(CELL), CellMerge("a"), Whole((CELL,)))))
    assert Compiled.from_bytes(sound).to_bytes() == sound
    with pytest.raises(ValueError, match="pieces"):
        Compiled.from_bytes(changed(compiled, *steps))


def test_constants_that_refer_to_nothing_are_not_read():
    compiled = compile_template(template("{{ text }}"))
    (cell,) = compiled.cells
    for wrong in (cell._replace(run=9), cell._replace(paragraph=9), cell._replace(run=-1)):
        with pytest.raises(ValueError, match="pieces"):
            Compiled.from_bytes(changed(compiled, cells=(wrong,)))
    with pytest.raises(ValueError, match="pieces"):
        Compiled.from_bytes(changed(compiled, runs=(("", ""),)))


@pytest.mark.parametrize("wrong", [{"crc": 2**32}, {"size": -1}, {"name": "a" * 10**5}])
def test_parts_that_cannot_be_packed_are_not_read(wrong: dict[str, Any]):
    compiled = compile_template(template("{{ text }}"))
    first, *others = compiled.parts
    with pytest.raises(ValueError, match="pieces"):
        Compiled.from_bytes(compiled._replace(parts=(first._replace(**wrong), *others)).to_bytes())


def test_what_has_written_a_document_does_not_wait_for_the_garbage(monkeypatch):
    followed = []

    def follow(*given: Any) -> Writer:
        writer = Writer(*given)
        followed.append(weakref.ref(writer))
        return writer

    monkeypatch.setattr("passportkit.word.write.fill.Writer", follow)
    compiled = compile_template(template("{{ a }}"))
    gc.disable()
    try:
        fill(compiled, Filled("", {"a": "слова"}))
        assert [each() for each in followed] == [None]
    finally:
        gc.enable()
