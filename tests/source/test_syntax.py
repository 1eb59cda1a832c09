"""What libyaml says is known here, of any version; and what nobody knows is still told."""

from __future__ import annotations

import pytest
import yaml

from passportkit.source import read, syntax

SAID = {
    "block sequence entries are not allowed in this context": "a: - б",
    "could not find expected ':'": "a: б\nв\nг: д",
    "could not find expected directive name": "% б\na: 1",
    "did not find expected ',' or ']'": "a: [б, в\nг: 1",
    "did not find expected ',' or '}'": "a: {б: в\nг: 1",
    "did not find expected '-' indicator": "a:\n  - б\n  в: г",
    "did not find expected <document start>": "a: 1\n...\nб",
    "did not find expected alphabetic or numeric character": "a: **б**",
    "did not find expected comment or line break": "a: | б\n",
    "did not find expected hexdecimal number": r'a: "\users"',
    "did not find expected key": "a:\n  b: 1\n c: 2",
    "did not find expected node content": "a: ]",
    "did not find expected whitespace or line break": "a: !важно",
    "found a tab character that violates indentation": "a:\n  б: 1\n\tв: 2",
    "found a tab character where an indentation space is expected": "a: |\n\tб",
    "found character that cannot start any token": "a: @б",
    "found duplicate %TAG directive": "%TAG !e! a:\n%TAG !e! b:\n---\na: 1",
    "found duplicate %YAML directive": "%YAML 1.1\n%YAML 1.1\n---\na: 1",
    "found incompatible YAML document": "%YAML 3.0\n---\na: 1",
    "found invalid Unicode character escape code": r'a: "\ud83d"',
    "found undefined alias": "a: *b",
    "found undefined tag handle": "a: !q!x б",
    "found unexpected document indicator": "a: 'б\n---\nв: г'",
    "found unexpected end of stream": "a: 'в\nг: 2\n",
    "found unknown directive name": "%FOO bar\n---\na: 1",
    "found unknown escape character": r'a: "\кино"',
    "mapping keys are not allowed in this context": "a: ? б",
    "mapping values are not allowed in this context": "a: б: в",
}
"""A text for each of libyaml's sentences that are known."""

AT = {
    "%YAML directive": "%YAML 1.б\n---\n",
    "alias": "a: *",
    "anchor": "a: &",
    "block collection": "a:\n  - б\n  в: г",
    "block mapping": "a:\n  b: 1\n c: 2",
    "block scalar": "a: |0\n б",
    "directive": "%б",
    "flow mapping": "{a: б",
    "flow sequence": "[б",
    "plain scalar": "a:\n  б: 1\n\tв: 2",
    "quoted scalar": r'a: "\й"',
    "simple key": "a: б\nв\nг: д",
    "tag": "a: !б",
    "tag directive": "%TAG б",
}
"""A text for each of the constructs that libyaml can be at."""


def error_of(text: str) -> yaml.MarkedYAMLError:
    """Return what libyaml says of a text; an empty error, if nothing."""
    try:
        yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        return error
    return yaml.MarkedYAMLError()


@pytest.mark.parametrize("sentence", syntax.SENTENCES)
def test_libyaml_says_what_is_known_of_it(sentence):
    assert error_of(SAID[sentence]).problem == sentence, "this libyaml has another sentence for it"


def test_where_something_begins_is_asked_of_known_sentences_that_say_it():
    assert set(SAID) >= syntax.FROM_THE_BEGINNING
    for sentence in syntax.FROM_THE_BEGINNING:
        assert error_of(SAID[sentence]).context_mark is not None


@pytest.mark.parametrize("construct", syntax.CONSTRUCTS)
def test_libyaml_names_what_it_was_at(construct):
    context = error_of(AT[construct]).context or ""
    assert context.startswith("while "), "this libyaml has another way to say it"
    assert context.endswith((f" a {construct}", f" an {construct}"))


def test_pyyaml_says_that_there_is_a_second_document():
    assert error_of("a: 1\n---\nb: 2").context == syntax.SECOND_DOCUMENT


def test_at_a_thousand_levels_a_libyaml_goes_on_or_says_what_is_known_of_it():
    assert error_of("[" * 2_000 + "]" * 2_000).problem in (None, syntax.TOO_DEEP)


# --- a sentence that nobody knows ---------------------------------------------------------


@pytest.fixture
def nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "SENTENCES", {})
    monkeypatch.setattr(syntax, "FROM_THE_BEGINNING", frozenset())


@pytest.mark.usefixtures("nothing_is_known")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "a: 1\nb: [б,\n  в: {г]\n",
            "3:8 the mapping in braces that begins in line 3 cannot be read on here: “в: {г]”",
        ),
        (
            "a:\n  b: 1\n c: 2",
            "3:2 the mapping with keys that begins in line 1 cannot be read on here: “c: 2”",
        ),
        (
            "a: 1\nб: 'в\nг: 2\n",
            "3:5 the text in quotes that begins in line 2 cannot be read on here: “г: 2”",
        ),
        ("a: б: в", "1:5 from here on the file cannot be read: “a: б: в”"),
        ("a: @б", "1:4 from here on the file cannot be read: “a: @б”"),
    ],
)
def test_an_unknown_sentence_tells_what_was_read_and_what_stands_there(text, told):
    (finding,) = read(text.encode(), "клуб.yaml").findings
    assert finding.place
    assert f"{finding.place.line}:{finding.place.column} {finding.message}" == told
    assert "check the indentation" in str(finding.help)


@pytest.mark.usefixtures("nothing_is_known")
def test_of_a_long_line_the_beginning_is_shown():
    (finding,) = read(f"a: б: {'в' * 100}".encode(), "клуб.yaml").findings
    assert str(finding.message).endswith(f"“a: б: {'в' * 53}…”")


@pytest.mark.usefixtures("nothing_is_known")
@pytest.mark.parametrize("text", [text for text in SAID.values() if "\t" not in text])
def test_an_unknown_sentence_has_a_place_in_the_file(text):
    (finding,) = read(text.encode(), "клуб.yaml").findings
    assert finding.place
    assert finding.place.line <= len(text.splitlines())
    assert "“" in str(finding.message)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- {heading: А:, show: title}", "А:"),
        ("- {heading: Название проекта: полное, show: title}", "Название проекта: полное"),
        ("- {number: 1, heading: Цель:}", "Цель:"),
    ],
)
def test_a_colon_between_braces_is_told_with_the_words_that_need_quotes(line, words):
    findings = read(f"sections:\n{line}\n".encode(), "form.yaml").findings
    assert [str(each.message) for each in findings] == [
        f"between braces, a text with a colon goes in quotes: “{words}”"
    ]
    assert str(findings[0].help) == f'write `"{words}"`'
