"""Places: the line and column of every value of a file, and of every key."""

import pytest

from passportkit.findings import START, Finding, Place, Severity
from passportkit.language import say
from passportkit.source import Source, read

TEXT = """\
plain: Клуб друзей
quoted: "Клуб"
literal: |
  Первая
  вторая
folded: >-
  Первая
  вторая
wrapped: Первая
  вторая
flow: [a, {b: в}, ""]
dashes:
  - a
  - b: в
    г: д
  -
nested:
  inner:
    - x
empty:
tilde: ~
last: 1
"""


@pytest.fixture
def source() -> Source:
    return read(TEXT.encode(), "клуб.yaml")


def written(place: Place) -> str:
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("plain",), "1:8-1:19"),
        (("quoted",), "2:9-2:15"),
        (("literal",), "4:3-4:9"),
        (("folded",), "7:3-7:9"),
        (("wrapped",), "9:10-10:9"),
        (("flow",), "11:7-11:22"),
        (("flow", 0), "11:8-11:9"),
        (("flow", 1), "11:11-11:17"),
        (("flow", 1, "b"), "11:15-11:16"),
        (("flow", 2), "11:19-11:21"),
        (("dashes", 0), "13:5-13:6"),
        (("dashes", 1, "b"), "14:8-14:9"),
        (("dashes", 1, "г"), "15:8-15:9"),
        (("nested", "inner", 0), "19:7-19:8"),
        (("tilde",), "21:8-21:9"),
        (("last",), "22:7-22:8"),
    ],
)
def test_a_value_stands_from_its_first_character_to_its_last(source, route, place):
    assert written(source.place(route)) == place


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("plain",), "1:1-1:6"),
        (("flow", 1, "b"), "11:12-11:13"),
        (("dashes", 1, "г"), "15:5-15:6"),
        (("nested", "inner"), "18:3-18:8"),
        (("empty",), "20:1-20:6"),
    ],
)
def test_a_key_has_a_place_of_its_own(source, route, place):
    assert written(source.place(route, on_key=True)) == place


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("dashes",), "13:3-13:3"),
        (("nested",), "18:3-18:3"),
        (("dashes", 1), "14:5-14:5"),
    ],
)
def test_of_a_collection_over_several_lines_the_beginning_is_enough(source, route, place):
    assert written(source.place(route)) == place


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("a",), "2:4-2:9"),
        (("b",), "4:3-4:4"),
        (("c",), "5:4-5:7"),
        (("d",), "7:3-7:3"),
        (("d", 0), "7:5-7:6"),
    ],
)
def test_signs_that_only_libyaml_takes_for_line_ends_do_not_count(sign, route, place):
    text = "# {0}# \na: 'x{0}y'\nb: |\n  x{0}  y\nc: [z] # {0}# \nd:\n  - z\n"
    assert written(read(text.format(sign).encode(), "").place(route)) == place


def test_an_empty_value_is_shown_by_its_key(source):
    assert written(source.place(("empty",))) == "20:1-20:6"


def test_an_empty_item_is_shown_behind_its_dash(source):
    assert written(source.place(("dashes", 2))) == "16:4-16:4"


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("plain", "deeper"), "1:8-1:19"),
        (("nested", "absent"), "18:3-18:3"),
        (("nested", "inner", 7), "19:5-19:5"),
        (("nested", 0), "18:3-18:3"),
        (("dashes", "absent"), "13:3-13:3"),
        (("empty", "deeper"), "20:1-20:6"),
    ],
)
def test_what_the_file_does_not_have_is_shown_at_what_would_hold_it(source, route, place):
    assert written(source.place(route)) == place


@pytest.mark.parametrize("route", [(), ("absent",), ("absent", 3, "deeper")])
def test_what_concerns_the_whole_file_is_shown_at_its_start(source, route):
    assert source.place(route) == START
    assert source.place(route, on_key=True) == START


def test_columns_are_counted_in_characters():
    source = read("😀: ёж\n".encode(), "ёж.yaml")
    assert written(source.place(("😀",))) == "1:4-1:6"


def test_columns_do_not_depend_on_line_ends_or_a_byte_order_mark():
    windows = read(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), "клуб.yaml")
    plain = read(TEXT.encode(), "клуб.yaml")
    for route in (("plain",), ("quoted",), ("flow", 1, "b"), ("dashes", 1, "г"), ("last",)):
        assert windows.place(route) == plain.place(route)
    assert windows.lines == plain.lines


def test_a_finding_is_located_by_its_route(source):
    finding = Finding("rule", Severity.ERROR, say("why"), ("dashes", 1, "г"))
    assert source.locate(finding).place == source.place(("dashes", 1, "г"))


def test_a_finding_on_a_key_is_located_at_the_key(source):
    finding = Finding("rule", Severity.ERROR, say("why"), ("plain",), on_key=True)
    assert source.locate(finding).place == Place(1, 1, 1, 6)


def test_a_finding_that_has_a_place_keeps_it(source):
    finding = Finding("rule", Severity.ERROR, say("why"), ("plain",), place=Place(5, 3, 5, 4))
    assert source.locate(finding) is finding


def test_what_cannot_be_read_has_every_finding_at_its_own_place_and_no_other():
    source = read(b"- a\n", "a.yaml")
    assert source.place(("a",)) == START
