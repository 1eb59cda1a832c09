"""Whatever words a file, its name or a form brings: no format lets them be more than words."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft7Validator

from passportkit.controls import harmless, visible
from passportkit.findings import Finding, Place, Severity
from passportkit.language import say, translator
from passportkit.report import concise, findings_json, full, github, gitlab, junit, sarif
from passportkit.report.code_pages import READABLE
from passportkit.report.result import CheckedFile
from passportkit.source import Source
from tests.report.conftest import Check, text_of

ROOT = Path(__file__).parents[2]
ENGLISH = translator("en")

FRAGMENTS = [
    *("::error file=a::", "::add-mask::x", "::stop-commands::t", "##[error]", "##[stop-commands]t"),
    *("##vso[task.setvariable variable=x]y", "##teamcity[testStarted name='x']", "##VSO["),
    *("::éRROR file=x::", "：:error::x", ":：error::", ":\u0301:error::", "::e\u0301rror::x"),
    *("＃#[error]", "#\u0301#[error]", "##［error]", "##ｖｓｏ[x]", "##vsó[x]", "::error\xa0x::"),
    *("::error file=a，b::", "::error:\u0301:", "％0A"),
    *("\n", "\r", "\x1b[31m", "\x1b]8;;http://example.org\x07", "\x9b31m", "\x7f", "\x00", "\x08"),
    *("\u202e", "\u2066", "\u200f", "\u061c", "\u2028", "\x85", "\u200b", "\ufeff", "\U000e0041"),
    *(
        "[bold]",
        "[link=http://example.org]",
        "[/]",
        "[x](http://example.org)",
        r"\[x](a)",
        r"[x\]y](a)",
        "{0}",
        "%0A",
        "%",
    ),
    *("]]>", "<!--", "&", "<", '"', "\\", "\ud800", "\udcff", "\uffff", " ", "a" * 90, "клуб"),
]
WORDS = st.one_of(st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join), st.text())
NO_NAME = re.compile("[\0\ud800-\udc7f\udd00-\udfff]")  # of the halves, Linux has those of bytes
NAMES = WORDS.map(lambda name: NO_NAME.sub("", name) + ".yaml")


def check_of(name: str, words: str, line: str) -> Check:
    """Return a check that has found one thing in one file, with these words in every place."""
    message = say("there is no field “{name}” here", name=words)
    place = Place(1, 1, 1, 4)
    found = Finding("unknown-field", Severity.ERROR, message, (words,), help=message, place=place)
    source = Source(name, line.partition("\n")[0] or "x", None, ())
    return Check((CheckedFile(source, name, (found,), 1),))


hostile = given(name=NAMES, words=WORDS, line=WORDS)


def steers(text: str) -> list[str]:
    """Return what would steer a terminal, or the reader's eye."""
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return [
        sign
        for sign in text
        if sign != "\n"
        and (
            unicodedata.category(sign) in ("Cc", "Zl", "Zp")
            or unicodedata.bidirectional(sign) in turning
            or sign in "\u061c\u200e\u200f\u200b\u2060\ufeff\U000e0041"
        )
    ]


COMMAND = re.compile(r"\s*::[A-Za-z-]+( [^\n]*?)?::|.*##[A-Za-z]*\[")


def obeyed(text: str) -> list[str]:
    """Return the lines that a job of GitHub obeys, but for those between stop and go."""
    lines = re.split(r"\r\n|\r|\n", text)
    if stop := re.match("::stop-commands::(.*)", lines[0]):
        lines = lines[lines.index(f"::{stop[1]}::") + 1 :]
    return [line for line in lines if COMMAND.match(line)]


@pytest.mark.parametrize("show", [concise.show, full.show])
@hostile
@example(name="::error::x.yaml", words="a" * 79 + " ::error::x", line="##[error]")
def test_what_people_read_steers_nobody(show: Any, name: str, words: str, line: str) -> None:
    text = text_of(show, check_of(name, words, line), ENGLISH)
    assert (steers(text), obeyed(text)) == ([], [])


@pytest.mark.parametrize("encoding", ["ascii", "cp866", "cp1251", "latin-1"])
@pytest.mark.parametrize("show", [concise.show, full.show])
@hostile
def test_no_code_page_makes_a_command_of_them(
    show: Any, encoding: str, name: str, words: str, line: str
) -> None:
    text = text_of(show, check_of(name, words, line), ENGLISH)
    told = text.encode(encoding, READABLE).decode(encoding)
    assert (steers(told), obeyed(told)) == ([], [])


@pytest.mark.parametrize("encoding", ["ascii", "cp866", "utf-8"])
@pytest.mark.parametrize("words", FRAGMENTS)
def test_each_of_them_is_harmless_by_itself(words: str, encoding: str) -> None:
    told = visible(words).encode(encoding, READABLE).decode(encoding)
    assert (steers(told), obeyed(told)) == ([], [])


@hostile
def test_the_lines_of_concise_are_those_of_the_findings(name: str, words: str, line: str) -> None:
    assert text_of(concise.show, check_of(name, words, line), ENGLISH).count("\n") == 1


@hostile
def test_github_obeys_one_line_for_each_finding(name: str, words: str, line: str) -> None:
    text = text_of(github.show, check_of(name, words, line), ENGLISH)
    (command,) = obeyed(text)
    assert "##[" not in command
    assert steers(command) == []
    assert command.startswith("::error file=")
    assert command.count("::", 0, command.index("title=unknown-field::") + 22) == 2


@pytest.mark.parametrize("show", [findings_json.show, gitlab.show, sarif.show])
@hostile
def test_json_says_the_words_and_steers_nobody(show: Any, name: str, words: str, line: str) -> None:
    text = text_of(show, check_of(name, words, line), ENGLISH)
    assert (steers(text), obeyed(text)) == ([], [])
    json.loads(text)


SCHEMAS = {
    sarif.show: Draft4Validator(
        json.loads((Path(__file__).parent / "schemas/sarif-schema-2.1.0.json").read_text("utf-8")),
        format_checker=Draft4Validator.FORMAT_CHECKER,
    ),
    findings_json.show: Draft7Validator(
        json.loads((ROOT / "schemas/findings.schema.json").read_text("utf-8"))
    ),
}


@hostile
def test_names_and_messages_are_valid_sarif_and_json(name: str, words: str, line: str) -> None:
    for show, validator in SCHEMAS.items():
        validator.validate(json.loads(text_of(show, check_of(name, words, line), ENGLISH)))


@hostile
@example(name="x.yaml", words=r"[a\]b](https://example.org)", line="")
@example(name="x.yaml", words=r"\[a](https://example.org)", line="")
def test_sarif_has_the_name_as_an_address_and_no_links(name: str, words: str, line: str) -> None:
    (run,) = json.loads(text_of(sarif.show, check_of(name, words, line), ENGLISH))["runs"]
    (result,) = run["results"]
    (location,) = result["locations"]
    assert re.fullmatch(
        r"[\w.~/%-]*|file:///[\w.~/%-]*",
        location["physicalLocation"]["artifactLocation"]["uri"],
        re.ASCII,
    )
    said = result["message"]["text"]
    assert not re.search(
        r"(?<!\\)[][]", said
    )  # as viewers see it that know of no escaped backslash
    assert not re.search(r"[][]", re.sub(r"\\[][\\]", "", said))  # and as those that do
    message = say("there is no field “{name}” here", name=words)
    assert re.sub(r"\\([][\\])", r"\1", said) == harmless(
        f"{ENGLISH(message)}\nhelp: {ENGLISH(message)}"
    )


@hostile
def test_junit_is_xml_that_says_the_words(name: str, words: str, line: str) -> None:
    text = text_of(junit.show, check_of(name, words, line), ENGLISH)
    assert (steers(text), obeyed(text)) == ([], [])
    (case,) = ET.fromstring(text.encode("utf-8", "replace")).iter("testcase")
    assert case.get("name", "").endswith(".yaml")


@given(WORDS, WORDS)
def test_the_values_of_a_message_stand_on_one_line(one: str, other: str) -> None:
    message = say("see `{one}`:\n{other}", one=one, other=say("`{name}`", name=other))
    text = harmless(ENGLISH(message))
    assert text.count("\n") == 1
    assert (steers(text), obeyed(text)) == ([], [])


def test_ordinary_words_stay_as_they_are() -> None:
    words = "«Клуб № 5» – 50 %, e-mail: a@example.org; std::vector, 12::30, # [x], é, 👩‍👧, 漢字"
    assert visible(words) == harmless(words) == words
