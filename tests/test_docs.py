"""What the documentation says is so: its names, options, links, examples and samples of output."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from passportkit import __version__
from passportkit.cli.parser.command_tree import command_tree
from passportkit.findings import Severity
from passportkit.forms import Catalogue, bind, blank
from passportkit.forms import model as forms
from passportkit.forms.loading import load_form
from passportkit.forms.scaffold import scaffold
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Facts, Practice, Record
from passportkit.rules import examine
from passportkit.source import Source, parse, read
from passportkit.source.model_shape import fields, models_within
from passportkit.text import is_plain
from passportkit.text import parse as parse_text
from passportkit.word.template.tags import find_tags
from passportkit.workspace.settings import Settings
from tests.conftest import Passport, Write

ROOT = Path(__file__).parents[1]
ENGLISH = [
    "README.md",
    *(
        f"docs/{name}.md"
        for name in "api commands facts import practice text forms workspace".split()
    ),
]
RUSSIAN = {
    page: page.replace("docs/", "docs/ru/").replace("README", "README.ru") for page in ENGLISH
}
PAGES = [(page, "en") for page in ENGLISH] + [(page, "ru") for page in RUSSIAN.values()]

WRITTEN = {
    path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
}

every_page = pytest.mark.parametrize(("page", "language"), PAGES)
both = pytest.mark.parametrize("language", ["en", "ru"])

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$\n?", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FILE = re.compile(r"# (\S+\.(?:yaml|toml))\n")


@dataclass(frozen=True)
class Section:
    """What stands under a heading, up to the next one; without the fenced blocks."""

    level: int
    heading: str
    text: str

    @property
    def rows(self) -> list[list[str]]:
        """The rows of its tables, without their heads."""
        lines = [line for line in self.text.splitlines() if line.startswith("|")]
        cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
        rules = [index for index, row in enumerate(cells) if set(row[0]) == {"-"}]
        heads = {index for rule in rules for index in (rule - 1, rule)}
        return [row for index, row in enumerate(cells) if index not in heads]

    @property
    def keys(self) -> list[str]:
        """What stands as code in the first column of its tables."""
        return [key for row in self.rows for key in codes(row[0])]

    @property
    def prose(self) -> str:
        return "\n".join(line for line in self.text.splitlines() if not line.startswith("|"))


def codes(words: str) -> list[str]:
    return [code.replace("\\|", "|") for code in _CODE.findall(words)]


def of(page: str, language: str) -> str:
    return page if language == "en" else RUSSIAN[page]


@cache
def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def fences(page: str, kind: str | None = None) -> list[tuple[str, str]]:
    return [found for found in _FENCE.findall(text_of(page)) if kind in (None, found[0])]


@cache
def sections(page: str) -> list[Section]:
    text = _FENCE.sub("", text_of(page))
    found = list(_HEADING.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    return [
        Section(len(each[1]), each[2], text[each.end() : end])
        for each, end in zip(found, ends, strict=True)
    ]


def below(page: str, number: int) -> list[Section]:
    """Return the parts of the page's section of this number; sections are of the second level."""
    parts: list[list[Section]] = []
    for section in sections(page):
        if section.level == 2:
            parts.append([])
        elif section.level > 2:
            parts[-1].append(section)
    return parts[number]


def titled(page: str, number: int) -> Section:
    return [section for section in sections(page) if section.level == 2][number]


def yaml_blocks(page: str, *, named: bool) -> list[Source]:
    """Return the blocks of YAML; a named one begins with the name of its file."""
    blocks = [text for _kind, text in fences(page, "yaml")]
    return [read(text.encode(), page) for text in blocks if bool(_FILE.match(text)) == named]


# Pages


@pytest.mark.parametrize("page", sorted(WRITTEN))
def test_links_lead_somewhere(page):
    for link in _LINK.findall(_CODE.sub("", _FENCE.sub("", text_of(page)))):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / page).parent / path if path else ROOT / page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.resolve().relative_to(ROOT.resolve()).as_posix()), link


def anchors(page: str) -> list[str]:
    """Return the anchors of the headings of a page, as GitHub makes them."""
    plain = [re.sub(r"[^\w\s-]", "", section.heading.lower()) for section in sections(page)]
    return [words.replace(" ", "-") for words in plain]


@pytest.mark.parametrize("page", ENGLISH)
def test_both_languages_say_the_same_in_the_same_order(page):
    assert build_of(page) == build_of(RUSSIAN[page])


def build_of(page: str) -> list[object]:
    parts = [(section.level, [len(row) for row in section.rows]) for section in sections(page)]
    return [parts, [kind for kind, _text in fences(page)]]


@every_page
def test_names_with_underscores_are_names_of_fields(page, language):
    known = {key for _route, model in records(Practice) for key in fields(model)}
    named = {code for code in codes(_FENCE.sub("", text_of(page))) if "_" in code}
    snakes = {code for code in named if re.fullmatch(r"[a-z]+(_[a-z]+)+", code)}
    assert snakes - {"node_modules"} <= known


# The practice


def records(model: type[BaseModel], route: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield a model and all records within it, with the keys that lead to each."""
    yield route, model
    for key, field in fields(model).items():
        for inner in models_within(field.annotation):
            if inner is not Facts:
                yield from records(inner, f"{route}.{key}" if route else key)


def parts_of_a_practice(language: str) -> list[tuple[str, Section]]:
    """Return the tables of fields; of those of the practice itself the route is empty."""
    parts = below(of("docs/practice.md", language), 1)
    return [("".join(codes(section.heading)), section) for section in parts]


@both
def test_every_field_of_a_practice_is_told_and_no_other(language):
    told: dict[str, list[str]] = {}
    for route, section in parts_of_a_practice(language):
        told.setdefault(route, []).extend(section.keys)
    there = {route: list(fields(model)) for route, model in records(Practice)}
    assert {route: sorted(keys) for route, keys in told.items()} == {
        route: sorted(keys) for route, keys in there.items()
    }


@both
def test_the_main_field_of_a_record_is_told(language):
    mains = {route: [model.main] for route, model in records(Practice) if issubclass(model, Record)}
    parts = parts_of_a_practice(language)
    assert {r: codes(section.prose)[:1] for r, section in parts if r in mains} == mains


@both
def test_the_example_of_a_field_fits_it(language):
    models = dict(records(Practice))
    for route, section in parts_of_a_practice(language):
        for key, *_said, example in section.rows:
            if not codes(example):
                continue
            line = f"{codes(key)[0]}: {codes(example)[0]}"
            source = read(line.encode(), line)
            data = source.data or {}
            if not route:
                data = {"passport": "1", "title": "Клуб", **data}
            found = (*source.findings, *parse(models[route], data).findings)
            assert [each for each in found if each.rule != "missing-field"] == [], line


@every_page
def test_blocks_of_yaml_are_sound(page, language):
    for source in yaml_blocks(page, named=False):
        assert source.findings == ()
        whole = "passport" in (source.data or {})
        text = source.text if whole else f"passport: 1\ntitle: Клуб\n{source.text}"
        checked = examine(read(text.encode(), page), [], catalogue=Catalogue())
        assert [f for f in checked.findings if f.severity is Severity.ERROR] == [], source.text


@both
def test_traps_are_traps_and_there_is_a_way_round(language):
    rows = titled(of("docs/practice.md", language), 2).rows
    assert len(rows) > 5
    for wrong, _what, right in rows:
        line = "\n".join(codes(wrong))
        assert findings_of(line), line
        for line in codes(right):
            assert not findings_of(line), line


def findings_of(line: str) -> list[object]:
    source = read(f"passport: 1\ntitle: Клуб\n{line}\n".encode(), "trap")
    return list(examine(source, [], catalogue=Catalogue()).findings)


# The README


@both
def test_the_excerpt_of_an_example_is_one(language):
    example = read((ROOT / "examples/practices/sosedskie-kluby.yaml").read_bytes(), "example")
    excerpt = next(
        source
        for source in yaml_blocks(of("README.md", language), named=False)
        if "passport" in (source.data or {})
    )
    assert is_part(excerpt.data, example.data)


def is_part(part: object, whole: object) -> bool:
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and is_part(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return all(any(is_part(item, other) for other in whole) for item in part)
    return part == whole


@both
def test_the_excerpt_of_a_scaffold_is_one(language):
    page = of("README.md", language)
    excerpt = fences(page, "yaml")[0][1]
    assert excerpt in scaffold(
        "Клуб", [Catalogue().form("practice-passport")], translator(language)
    )


# Forms


@both
@pytest.mark.parametrize(("page", "number"), [("README.md", 3), ("docs/forms.md", 0)])
def test_every_form_is_told(page, number, language):
    catalogue = Catalogue()
    told = {codes(row[0])[0]: row[2] for row in titled(of(page, language), number).rows}
    assert told == {name: str(len(catalogue.form(name).sections)) for name in catalogue.names()}


MODELS_OF_A_FORM: list[type[BaseModel]] = [
    forms.Form,
    forms.Profile,
    forms.Grid,
    forms.Section,
    forms.Group,
    forms.FixedWords,
    forms.Signatures,
    forms.Signature,
    forms.Approval,
    forms.Block,
    forms.Part,
    forms.Column,
    forms.Total,
    forms.Limit,
    forms.Condition,
]


def inherited(model: type[BaseModel]) -> set[str]:
    """Return the keys that a model has of another one, which is told, too."""
    others = (each for each in MODELS_OF_A_FORM if each in model.__mro__[1:])
    return {key for each in others for key in fields(each)}


@both
def test_every_key_of_a_form_is_told_and_no_other(language):
    parts = below(of("docs/forms.md", language), 2)
    told = [sorted(section.keys) for section in parts]
    there = [set(fields(model)) - inherited(model) for model in MODELS_OF_A_FORM]
    assert told == [sorted(keys) for keys in there]


@both
def test_every_view_is_told_and_no_other(language):
    told: set[tuple[str, str]] = set()
    rows: set[str] = set()
    for row in titled(of("docs/forms.md", language), 3).rows:
        if len(row) == 3:
            told |= {(owner, name) for owner in codes(row[0]) or [""] for name in codes(row[1])}
        else:
            rows |= set(codes(row[0]))
    views = {route: getattr(model, "views", {}) for route, model in records(Practice)}
    assert told == {(route, name) for route, names in views.items() for name in names}
    assert rows == set(Facts.rows)


@both
def test_the_form_of_ones_own_can_be_used(language):
    source = next(s for s in yaml_blocks(of("docs/forms.md", language), named=True))
    loaded = load_form(source, BUILT_IN)
    assert loaded.findings == ()
    assert loaded.value is not None
    kinds = {
        kind
        for _section, block in loaded.value.blocks()
        for kind in ("show", "parts", "rows", "record", "total")
        if getattr(block, kind)
    }
    assert kinds == {"show", "parts", "rows", "record", "total"}
    example = read((ROOT / "examples/practices/sosedskie-kluby.yaml").read_bytes(), "example")
    practice = parse(Practice, example.data or {}).value
    assert practice is not None
    assert bind(loaded.value, practice).values.keys() == blank(loaded.value).values.keys()


@both
def test_tags_are_tags(language):
    tags = titled(of("docs/forms.md", language), 5).keys
    assert len(tags) > 5
    assert [tag for tag in tags if not list(find_tags(tag))] == []


# Texts


@both
def test_signs_are_markup_or_words_as_told(language):
    page = of("docs/text.md", language)
    for row in next(section for section in sections(page) if section.level == 1).rows:
        for text in codes(row[0])[:1]:
            assert not is_plain(text) or "." in text, text
    for text in codes(titled(page, -1).text):
        (line,) = parse_text(text)
        assert [span.text for span in line.spans if span.link is None] == [text]
        assert line.kind == "paragraph"


@both
def test_a_backslash_makes_signs_ordinary(language):
    rows = titled(of("docs/text.md", language), 1).rows
    for row in rows:
        (line,) = parse_text(codes(row[0])[0])
        assert [(s.bold, s.italic, s.link) for s in line.spans] == [(False, False, None)]
        assert line.kind == "paragraph"


# The workspace


@both
def test_every_setting_is_told_and_no_other(language):
    keys = [key for section in sections(of("docs/workspace.md", language)) for key in section.keys]
    assert sorted(keys) == sorted(fields(Settings))


@both
def test_the_settings_shown_are_sound(language, passport: Passport, write: Write):
    write("passport.toml", fences(of("docs/workspace.md", language), "toml")[0][1])
    write("practices/klub.yaml", "passport: 1\ntitle: Клуб\n")
    assert [line for line in passport("validate").lines if "passport.toml" in line] == []


# Commands


@both
def test_every_command_and_option_is_told_and_no_other(language):
    told = {
        section.heading.removeprefix("passport").strip(): sorted(section.keys)
        for section in sections(of("docs/commands.md", language))
        if section.heading.startswith("passport")
    }
    common = sections(of("docs/commands.md", language))[0].keys
    there = dict(options_of(command_tree(translator(language)).root))
    assert told == {path: sorted(set(options) - set(common)) for path, options in there.items()}
    assert all(set(common) <= set(options) for options in there.values())


def options_of(command, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield each command that does something, with its options as its help page spells them."""
    inner = getattr(command, "commands", {})
    if not inner or not path:
        options = [param for param in command.params if param.opts[0].startswith("-")]
        names = [
            name if option.is_flag else f"{name} {option.metavar}"
            for option in options
            for name in option.opts
        ]
        yield path, ["-h", "--help", *names]
    for name, each in inner.items():
        yield from options_of(each, f"{path} {name}".strip())


# Samples


@every_page
def test_samples_are_what_the_program_prints(page, language, passport: Passport, write: Write):
    write("passport.toml", "")
    for kind, text in fences(page):
        if named := _FILE.match(text):
            write(named[1], text)
        for call, expected in calls(text) if kind == "console" else ():
            command, _, into = call.partition(" | ")
            _name, *arguments = shlex.split(command)
            ended = passport(
                *arguments, terminal=not into, PASSPORT_LANG=language, GITHUB_ACTIONS=None
            )
            both_ways = (ended.out + ended.err, ended.err + ended.out)
            assert any(expected.fullmatch(out.strip("\n")) for out in both_ways), both_ways


def calls(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield what is typed behind each `$` and what shall come of it; `…` is any lines."""
    for sample in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        call, _, expected = sample.partition("\n")
        lines = [".*" if line == "…" else re.escape(line) for line in expected.rstrip().split("\n")]
        yield call, re.compile("\n".join(lines), re.DOTALL)


# The changelog


def test_the_changelog_begins_with_what_is_to_come_and_dates_this_version():
    first, newest, *_ = [section for section in sections("CHANGELOG.md") if section.level == 2]
    version, day = newest.heading.split(" - ")
    assert (first.heading, version) == ("Unreleased", __version__)
    assert date.fromisoformat(day).isoformat() == day


@pytest.mark.parametrize("page", ["docs/security.md", "docs/ru/security.md"])
def test_what_shows_that_nobody_is_let_in_is_there(page: str) -> None:
    named = re.findall(r"`((?:tests|benchmarks)/[\w/.]+)`", (ROOT / page).read_text("utf-8"))
    assert len(named) > 20
    assert [name for name in named if not (ROOT / name).exists()] == []
