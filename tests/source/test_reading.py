"""Reading YAML: text in, plain data or located findings out."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from passportkit.source import Source, read, reading, syntax
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(200))


def source_of(content: str | bytes) -> Source:
    return read(content.encode() if isinstance(content, str) else content, "клуб.yaml")


def found(content: str | bytes) -> list[str]:
    findings = source_of(content).findings
    return [f"{f.place.line}:{f.place.column} {f.rule}" for f in findings if f.place]


def said(content: str | bytes) -> list[str]:
    findings = source_of(content).findings
    return [f"{f.place.line}:{f.place.column} {f.message}" for f in findings if f.place]


# --- what is read -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0123", "0123"),
        ("12:30", "12:30"),
        ("нет", "нет"),
        ("no", "no"),
        ("on", "on"),
        ("true", "true"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("5902212468", "5902212468"),
        ("01.09.2019", "01.09.2019"),
        ("2019-09-01", "2019-09-01"),
        (".inf", ".inf"),
        ("=", "="),
        ("<<", "<<"),
        ("№ 5", "№ 5"),
        ("a & b * c", "a & b * c"),
        ("'0123'", "0123"),
        ("'это ''кавычки'''", "это 'кавычки'"),
        (r'"две\nстроки"', "две\nстроки"),
    ],
)
def test_a_scalar_stays_the_text_that_was_typed(typed, kept):
    assert source_of(f"a: {typed}\n").data == {"a": kept}


@pytest.mark.parametrize("typed", ["", "~", "null", "# пока пусто"])
def test_a_value_left_out_is_none(typed):
    assert source_of(f"a: {typed}\nb: 1\n").data == {"a": None, "b": "1"}


@pytest.mark.parametrize("typed", ["''", '""', "'~'", '"null"'])
def test_a_quoted_value_is_a_text_whatever_it_says(typed):
    assert source_of(f"a: {typed}\n").data == {"a": typed[1:-1]}


@pytest.mark.parametrize("typed", ["None", "Null", "NULL", "nil"])
def test_only_null_and_a_tilde_mean_nothing(typed):
    assert source_of(f"a: {typed}\n").data == {"a": typed}


def test_keys_are_texts_too():
    assert source_of("1: a\nнет: b\n~: c\n2019-09-01: d\n").data == {
        "1": "a",
        "нет": "b",
        "~": "c",
        "2019-09-01": "d",
    }


def test_lists_and_mappings_in_every_style():
    text = """\
block: |
  первая
    вторая
folded: >-
  первая
  вторая
plain: первая
  вторая
dashes:
- a
- - b
  - c
- d: 1
  e: 2
flow: [a, {b: c}, []]
"""
    assert source_of(text).data == {
        "block": "первая\n  вторая\n",
        "folded": "первая вторая",
        "plain": "первая вторая",
        "dashes": ["a", ["b", "c"], {"d": "1", "e": "2"}],
        "flow": ["a", {"b": "c"}, []],
    }


def test_a_document_may_be_marked_and_commented():
    assert source_of("%YAML 1.1\n--- # начало\na: 1 # один\n...\n# конец\n").data == {"a": "1"}


@pytest.mark.parametrize("content", ["a: б\r\nв: г\r\n", "\ufeffa: б\nв: г\n", "a: б\rв: г\r"])
def test_a_byte_order_mark_and_any_line_ends_are_accepted(content):
    source = source_of(content)
    assert source.data == {"a": "б", "в": "г"}
    assert source.findings == ()
    assert source.place(("a",)).column == 4
    assert source.place(("в",)).line == 2


def test_lines_are_those_that_places_count():
    source = source_of("a: 'x\u2028  y\x85  z'\r\nb: [1\rc: 2\n")
    line = source.findings[0].place.line if source.findings[0].place else 0
    assert source.lines[line - 1] == "b: [1"


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('a: "б{}в"\nг: [1\nд: е\n', "2:4"),
        ("a: б{}в\nг: д\n", "1:5"),
        ("a: |\n  б{}  в\nг: *д\n", "3:4"),
        ("# б{}# в\nг: 1\nг: 2\n", "3:1"),
        ("# б{}\n- г\n", "2:1"),
        ("a: 'б{}в'\n[г]: д\n", "2:1"),
    ],
)
def test_only_libyaml_breaks_a_line_at_these_signs(sign, content, place):
    finding = source_of(content.format(sign)).findings[0]
    assert finding.place is not None
    assert f"{finding.place.line}:{finding.place.column}" == place


# --- what cannot be read ------------------------------------------------------------------

BROKEN = [
    ("a: б: в", "1:5 a colon with a blank after it begins a value, and none can begin here"),
    ("a: 1\n b: 2", "2:3 a colon with a blank after it begins a value, and none can begin here"),
    (
        "a: б\nв\nг: д",
        "2:1 this line is neither a key with a colon nor a part of the text above",
    ),
    ("a:\n  b: 1\n c: 2", "3:2 a key is expected here"),
    ("a: «б»\n'в' г: 1", "2:5 a key is expected here"),
    ('a: "Двор" – клуб', "1:11 a key is expected here"),
    ("a:\n- б\nв: г\n- д", "4:1 a key is expected here"),
    ("a:\n  - б\n  в: г", "3:3 an item of the list is expected here"),
    ("a: [б, в\nг: 1", "1:4 the list in square brackets is not closed"),
    ("a: {б: в\nг: 1", "1:4 the mapping in braces is not closed"),
    ("a: 1\n...\nб", "3:1 something stands here that belongs to nothing above"),
    ("  a: 1\nб: 2", "2:1 something stands here that belongs to nothing above"),
    ("a: @б", "1:4 no text can begin with “@”"),
    ("a: `б`", "1:4 no text can begin with “`”"),
    ("a: %б", "1:4 no text can begin with “%”"),
    ("a:\n\tб: 1", "2:1 the line is indented with a tab"),
    ("a: ]", "1:4 a value is expected here"),
    ("a: , б", "1:4 a value is expected here"),
    ("a: [\n\n", "1:5 a value is expected here"),
    ("a:\n  б: 1\n\tв: 2", "3:1 the line is indented with a tab"),
    ("a: |\n\tб", "2:1 the line is indented with a tab"),
    ("a: 1\nб: 'в\nг: 2\n", "2:4 the file ends inside a text in quotes"),
    ('a: 1\nб: "в\nг: 2\n', "2:4 the file ends inside a text in quotes"),
    ("a: 'б\n---\nв: г'", "1:4 a new document begins inside a text in quotes"),
    (
        r'a: "C:\кино"',
        "1:7 `\\` and this character mean nothing in a text in double quotes",
    ),
    (r'a: "\ud83d"', "1:7 `\\u` with this number is no character, or half of one"),
    ("a: - б", "1:4 an item of a list cannot begin here"),
    ("a: *b", "1:4 a text cannot begin with `*`: it would refer to another place in the file"),
    ("a: **Клуб** друзей", "1:4 a text cannot begin with `*` or `&`"),
    ("a: & б", "1:4 a text cannot begin with `*` or `&`"),
    ("a: !важно", "1:4 a text cannot begin with `!`"),
    ("a: !q!x б", "1:4 a text cannot begin with `!`"),
    ("a: | б\n", "1:4 nothing may stand behind `|` or `>` in the same line"),
    ("a: > 50 чел.", "1:4 nothing may stand behind `|` or `>` in the same line"),
    ("a: ? б", "1:4 a text cannot begin with `?` and a blank"),
    ("a: 1\n% б", "2:1 a line cannot begin with `%`"),
    ("% б\na: 1", "1:1 a line cannot begin with `%`"),
    *(
        (f"{head}\n---\na: 1", f"{place} the line with `%` tells YAML what nobody knows here")
        for head, place in [
            ("%YAML 3.0", "1:1"),
            ("%FOO bar", "1:1"),
            ("%YAML 1.1\n%YAML 1.1", "2:1"),
            ("%TAG !e! a:\n%TAG !e! b:", "2:1"),
        ]
    ),
    (
        'a: "C:\\users"',
        "1:9 `\\x`, `\\u` and `\\U` in double quotes want the number of a character",
    ),
]


@pytest.mark.parametrize(("content", "finding"), BROKEN)
def test_broken_syntax_is_one_finding_at_its_place(content, finding):
    assert said(content) == [finding]
    assert found(content) == [finding.split()[0] + " yaml-syntax"]
    assert source_of(content).data is None


@pytest.mark.parametrize(("content", "finding"), BROKEN)
def test_broken_syntax_comes_with_advice(content, finding):
    assert all(finding.help for finding in source_of(content).findings)


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ("a: !!! Внимание\n", ["1:4"]),
        ("a: ! сдать\n", ["1:4"]),
        ("a: !VK Fest прошёл\nb: &Co партнёры\n", ["1:4", "2:4"]),
        ("a: !!binary x\n", ["1:4"]),
        ("a: &x\n", ["1:4"]),
        ("a:\n  - !include x\n  - б\n", ["2:5"]),
        ("a: [б, !d e]\n", ["1:8"]),
        ("a:\n  !d\n  b: 1\n", ["2:3"]),
        ("&x a: 1\n", ["1:1"]),
        ("!d {a: 1}\n", ["1:1"]),
        ("!d\n", ["1:1"]),
        ("--- &x\na: б\n", ["1:5"]),
        ("\ufeff!d\na: б\n", ["1:1"]),
        ("? !d a\n: &x б\n", ["1:3", "2:3"]),
        ("a: !d |\n  б\n", ["1:4"]),
        ("a: !<tag:example.org,2020:d> б\n", ["1:4"]),
        ("%TAG !e! tag:example.org:\n---\na: !e!d б\n", ["3:4"]),
        ("a:\r  - !d б\r", ["2:5"]),
        ("a:\r!d б\r", ["2:1"]),
        ("a:\n  -\x85    !d б\n", ["2:9"]),
        ("a:\n  -\u2028    !d б\n", ["2:9"]),
        ('a: {"б":!d в}\n', ["1:9"]),
        ("a: {'б':&d в}\n", ["1:9"]),
        ("a: {?!d б: в}\n", ["1:6"]),
        ("a: {б: в,!d г: д}\n", ["1:10"]),
        ("a: Мы & Ко\nb: Ура! Ура!\nc: '!а'\nd: |\n  !e\n  &f\ne: б, !d\n", []),
    ],
)
def test_no_word_goes_with_a_sign_that_yaml_takes_for_its_own(content, places):
    assert found(content) == [f"{place} yaml-syntax" for place in places]


def test_every_explanation_of_broken_syntax_has_an_example_above():
    explained = {words.partition("{")[0] for words, _advice in syntax.SENTENCES.values()}
    told = [finding.partition(" ")[2] for _content, finding in BROKEN]
    assert all(any(each.startswith(words) for each in told) for words in explained)


@pytest.mark.parametrize(
    ("content", "findings"),
    [
        ("", ["1:1 the file is empty"]),
        ("\n\n", ["1:1 the file is empty"]),
        ("# только\n# заметки\n", ["1:1 the file is empty"]),
        ("---\n", ["1:1 the file is empty"]),
        ("null\n", ["1:1 the file is empty"]),
        ("\ufeff", ["1:1 the file is empty"]),
        ("Соседские клубы\n", ["1:1 the file does not begin with a key"]),
        ("# заметка\n- a\n- b\n", ["2:1 the file does not begin with a key"]),
        ("[a, b]\n", ["1:1 the file does not begin with a key"]),
        ("a: 1\n---\nb: 2\n", ["2:1 a second document begins here, after `---`"]),
        ("a: 1\n--- \n", ["2:1 a second document begins here, after `---`"]),
        (
            "[a]: 1\nb: 2\n{c: d}: 3\n",
            [f"{place} a key must be a word, not a list or a mapping" for place in ("1:1", "3:1")],
        ),
    ],
)
def test_a_file_that_is_no_mapping_is_a_finding(content, findings):
    assert source_of(content).data is None
    assert not source_of(content).is_readable
    assert said(content) == findings


def test_an_empty_mapping_can_be_read():
    assert source_of("{}").data == {}
    assert source_of("{}").is_readable


@pytest.mark.parametrize(
    ("content", "findings"),
    [
        ("a: 1\na: 2\n", ["2:1 duplicate-key"]),
        ("a: 1\nb: 2\na: 3\nb: 4\na: 5\n", [f"{n}:1 duplicate-key" for n in (3, 4, 5)]),
        ("a:\n  b: 1\n  b: 2\nc:\n- {d: 1, d: 2}\n", ["3:3 duplicate-key", "5:10 duplicate-key"]),
        ("a: 1\n'a': 2\n\"a\": 3\n", ["2:1 duplicate-key", "3:1 duplicate-key"]),
        ("a: {b: 1}\nc: {b: 1}\n", []),
    ],
)
def test_every_key_that_stands_twice_is_found(content, findings):
    assert found(content) == findings


def test_of_a_key_that_stands_twice_the_last_value_holds():
    source = source_of("a: 1\nb: 2\na: три\n")
    assert source.data == {"a": "три", "b": "2"}
    assert source.place(("a",)).line == 3


@pytest.mark.parametrize(
    ("content", "findings"),
    [
        ("a: &x 1\nb: *x\nc: *x\n", ["2:4 yaml-syntax", "3:4 yaml-syntax"]),
        ("a: &x [1]\nb: [*x, *x]\n", ["2:5 yaml-syntax", "2:9 yaml-syntax"]),
        ("a: &x [*x]\n", ["1:8 yaml-syntax"]),
        ("a: &x {b: *x}\nc: *x\n", ["1:11 yaml-syntax", "2:4 yaml-syntax"]),
        ("a: &x\n  b: 1\nc:\n  <<: *x\n", ["4:7 yaml-syntax"]),
        ("&x a: 1\n*x : 2\n", ["2:1 yaml-syntax"]),
    ],
)
def test_every_alias_is_found_even_one_that_contains_itself(content, findings):
    assert found(content) == findings
    assert source_of(content).data is None


def test_a_billion_laughs_are_counted_not_unrolled():
    lines = ["a0: &a0 [ха, ха, ха]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert len(found("\n".join(lines))) == 29 * 9


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("[" * 40_000, "1:61"),
        ("{" * 40_000, "1:61"),
        ("[{" * 40_000, "1:61"),
        ("- " * 40_000, "1:121"),
        ("? " * 40_000, "1:121"),
        ("? - " * 40_000, "1:121"),
        ("[\n" * 40_000, "61:1"),
        ("a: [" * 40_000, "1:121"),
        ("".join(" " * n + "a:\n" for n in range(400)), "61:61"),
        ("a:\n" + "".join(" " * n + " -\n" for n in range(400)), "61:61"),
    ],
)
def test_absurd_depth_is_a_finding_where_it_becomes_absurd(content, place):
    assert said(content) == [f"{place} the file nests more than 60 levels deep"]


def test_a_file_has_so_many_values_and_no_more(monkeypatch):
    monkeypatch.setattr(reading, "MOST_VALUES", 30)
    content = "goals:\n" + "- слово\n" * 27  # beside the mapping, the list and its key
    assert read(content.encode(), "a.yaml").is_readable
    assert said(content + "- лишнее\n") == ["29:3 the file has more than 30 keys and values"]


def test_a_long_text_is_one_value():
    content = "summary: |\n" + "  Слово, слово: да - нет.\n" * 60_000
    assert read(content.encode(), "a.yaml").is_readable


@pytest.mark.parametrize(
    "content",
    [
        "a: " + "[" * 59 + "]" * 59,
        "a: |\n  " + "[" * 40_000,
        "a: '" + "{" * 40_000 + "'",
        "a: x\n# " + "[" * 40_000,
        "a: |\n  " + "- " * 1_000,
        "a:\n" + "- b\n" * 10_000,
        "a:\n" + "- [[x]]\n" * 1_000,
        "a: b\n" + " " * 1_000 + "c\n",
    ],
)
def test_what_only_looks_deep_is_read(content):
    assert source_of(content).findings == ()


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("passport: 1\ntitle: Клуб\n".encode("cp1251"), "2:8"),
        ("название: Клуб\n".encode("cp1251"), "1:1"),
        ("\ufeffpassport: 1\ntitle: Клуб".encode() + b"\xff", "2:12"),
        ("\ufeffКлуб".encode() + b"\xd0", "1:5"),
        ("a: 1\n".encode("utf-16"), "1:1"),
        ("a: 1\n".encode("utf-32"), "1:1"),
        ("a: Клуб\r\nб: ".encode() + b"\xff", "2:4"),
        ("a: Клуб".encode()[:-1], "1:7"),
        (b"a: \xed\xa0\x80", "1:4"),
    ],
)
def test_what_is_not_utf_8_is_found_at_its_first_character(content, place):
    assert said(content) == [f"{place} the file is not in UTF-8"]
    assert source_of(content).data is None


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("a: \x00\n", "1:4"),
        ("a: б\nв: \x07г\n", "2:4"),
        ("a: б\r\nвг: \x1b\r\n", "2:5"),
        ("a: 'б\x7f'", "1:6"),
        ("# \x9b", "1:3"),
        ("a: \ufffe", "1:4"),
    ],
)
def test_control_characters_are_found_at_their_place(content, place):
    assert said(content) == [f"{place} an invisible control character stands here"]


# --- whatever comes -----------------------------------------------------------------------

SIGNS = "ab:- \n\t[]{},&*!|>'\"%@`#?\\~я\ufeff\r\u2028\x00"


@law
@given(st.text(SIGNS, max_size=40))
@example("a: &x {b: *x}\nc: *x")
def test_reading_ends_with_data_or_with_findings_that_have_a_place_in_the_file(text):
    source = source_of(text)
    assert source.is_readable or source.findings
    for finding in source.findings:
        assert finding.place is not None
        assert 1 <= finding.place.line <= len(source.lines)
        assert 1 <= finding.place.column <= len(source.lines[finding.place.line - 1]) + 1


@law
@given(st.text(SIGNS, max_size=40))
def test_no_word_of_the_parser_is_passed_on(text):
    for finding in source_of(text).findings:
        words = f"{finding.message} {finding.help}"
        assert "while " not in words
        assert "did not find" not in words
        assert "could not find" not in words
        assert "None" not in words


@law
@given(st.text("ab:- \n[]{},&!?'\"\r\x85\ufeff", max_size=20))
@example('{"a":!b b}')
def test_no_sign_is_dropped_wherever_it_stands(text):
    source = source_of(text)
    for event in yaml.parse(text, Loader=yaml.CBaseLoader) if source.is_readable else ():
        assert getattr(event, "anchor", None) is None
        assert getattr(event, "tag", None) is None


@law
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_found_faulty(content):
    source = source_of(content)
    assert source.is_readable or source.findings


# --- halves of characters ------------------------------------------------------------------

SMILE = r"\ud83d\ude42"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f'"{SMILE} клуб"', "🙂 клуб"),
        (f'"{SMILE}{SMILE.upper().replace("U", "u")}"', "🙂🙂"),
        (rf'"\\{SMILE}"', "\\🙂"),
        (f"'{SMILE}'", SMILE),
        (SMILE, SMILE),
        (f"|-\n  {SMILE}", SMILE),
        (f'["{SMILE}", {SMILE}]', ["🙂", SMILE]),
    ],
)
def test_in_double_quotes_a_pair_is_read_as_json_does(typed, kept):
    assert source_of(f"a: {typed}\n").data == {"a": kept}


def test_behind_a_backslash_of_its_own_a_pair_is_half():
    assert found(rf'a: "\{SMILE}"' + "\n") == ["1:14 yaml-syntax"]


def test_a_key_may_have_a_pair():
    assert source_of(f'{{"{SMILE}": "б"}}').data == {"🙂": "б"}


def test_places_behind_a_pair_are_those_of_the_file():
    source = source_of(f'a: "{SMILE} клуб"\nb: [1\n')
    assert found(source.text) == ["2:4 yaml-syntax"]
    source = source_of(f'a: "{SMILE} клуб"\nb: 1\n')
    place = source.place(("a",), span=(2, 6))
    assert (place.line, place.column, place.end_column) == (1, 18, 22)
    assert source.text.count(SMILE) == 1
