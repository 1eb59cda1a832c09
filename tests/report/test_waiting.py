"""Pieces that wait, and lists of JSON that are written piece by piece."""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passportkit.controls import in_json
from passportkit.errors import CannotGoOn
from passportkit.findings import START, Finding, Severity
from passportkit.language import say, translator
from passportkit.report.formats import FORMATS, printer
from passportkit.report.result import CheckedFile, CheckRun
from passportkit.report.waiting import Waiting, dumped, with_lists
from passportkit.source import Source
from tests.garbage import left_behind


def test_pieces_come_out_in_their_order_as_often_as_they_are_asked_for() -> None:
    with Waiting() as waiting:
        for piece in ("б\n", "", "\udcff.yaml"):
            waiting.add(piece)
        assert list(waiting) == list(waiting) == ["б\n", "", "\udcff.yaml"]


def test_more_than_fits_into_memory_waits_on_the_disk() -> None:
    pieces = [f"{number} " + "ы" * 1000 for number in range(3000)]
    with Waiting() as waiting:
        for piece in pieces:
            waiting.add(piece)
        assert list(waiting) == pieces


def test_where_there_is_no_room_to_wait_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", os.devnull)
    with Waiting() as waiting, pytest.raises(CannotGoOn, match="temporary files cannot be written"):
        waiting.add("ы" * 300_000)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_list_in_pieces_is_the_json_that_it_would_be_as_a_whole(count: int) -> None:
    items = [{"текст": "а\nб", "n": [number]} for number in range(count)]
    pieces = with_lists({"a": {"b": "\0items"}, "c": 1}, items=map(dumped, items))
    assert "".join(pieces) == dumped({"a": {"b": items}, "c": 1}) + "\n"


@given(st.lists(st.recursive(st.text(), st.lists, max_leaves=5)))
def test_whatever_the_items_say_they_are_the_items(items: list[object]) -> None:
    assert json.loads("".join(with_lists("\0items", items=map(dumped, items)))) == items


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=9,
)


@given(VALUES)
def test_json_is_indented_as_the_library_would(value: object) -> None:
    plain = json.dumps(value, ensure_ascii=False, indent=2)
    assert dumped(value) == "\n".join(map(in_json, plain.split("\n")))
    assert json.loads(dumped(value)) == json.loads(plain)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_of_a_report_waits_for_the_garbage_collector(name: str) -> None:
    source = Source("a.yaml", "passport: 1\n", {})
    finding = Finding("empty-section", Severity.ERROR, say("it is a folder"), place=START)
    files = [CheckedFile(source, f"{number}.yaml", (finding,), 1) for number in range(9)]

    def show() -> None:
        for _piece in printer(name)(iter(files), CheckRun(), translator("ru"), 80):
            pass

    show()
    assert left_behind(show) == 0
