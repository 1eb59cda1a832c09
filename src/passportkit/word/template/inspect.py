"""Inspecting a template: everything that is wrong with it, part by part, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from passportkit.errors import CannotGoOn
from passportkit.findings import START, Finding, Severity
from passportkit.forms.model import Block, Form, Section
from passportkit.integers import integer
from passportkit.language import AnyMessage, Message, mark, say
from passportkit.layout.layouts import design_of
from passportkit.suggestion import suggest
from passportkit.word.package.admission import admit
from passportkit.word.package.archive import Archive
from passportkit.word.package.names import w
from passportkit.word.template.compile import compile_template
from passportkit.word.template.runs import words_of
from passportkit.word.template.tags import Tag, TagCount, find_tags
from passportkit.word.template.templates import LookAgain, nothing

_MILLIMETRE = 56.7
"""In twentieths of a point."""

_HALF = 0.5
"""What Word counts sizes of type in."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

_SIDES = {
    "top": say("top margin"),
    "right": say("right margin"),
    "bottom": say("bottom margin"),
    "left": say("left margin"),
}


def inspect(template: bytes, form: Form, look_again: LookAgain = nothing) -> list[Finding]:
    """Return what is wrong with the template of `form`, and where it differs from the profile.

    `look_again` says what is not let through of what comes of it.
    """
    tags = _Tags(_keys(form))
    try:
        admitted = admit(template)
        if admitted.objections:
            return [_error(*each) for each in admitted.objections]
        archive = Archive.of(admitted)
        findings = [found for part in archive.story_names() for found in tags.read(archive, part)]
    except CannotGoOn as error:
        return [_error(error.message)]
    if not findings:
        try:
            findings += [_error(*each) for each in look_again(compile_template(template))]
        except CannotGoOn as error:
            findings.append(_error(error.message))
    return [*findings, *_lacking(form, tags.found), *_looks(archive, form)]


@dataclass(slots=True)
class _Tags:
    """The tags of a template, read against the keys that its form fills."""

    keys: dict[str, set[str]]
    found: set[tuple[str, str]] = field(default_factory=set)
    count: TagCount = field(default_factory=TagCount)
    rows: str = ""

    def read(self, archive: Archive, part: str) -> Iterator[Finding]:
        for paragraph in archive.tree(part).iter(w("p")):
            words = words_of(paragraph)
            self.count.add(words)
            try:
                tags = [tag for _start, _end, tag in find_tags(words)]
            except ValueError:
                yield _error(
                    say(
                        "{part}: the tag in the paragraph “{words}” is not understood",
                        part=part,
                        words=words[:80],
                    ),
                    say(
                        "a tag is a name in double braces, as in `{example}`", example="{{ title }}"
                    ),
                )
                continue
            for tag in tags:
                yield from self._check(tag, part, words)

    def _known(self, have_columns: bool) -> set[str]:
        return {key for key, columns in self.keys.items() if bool(columns) is have_columns}

    def _check(self, tag: Tag, part: str, words: str) -> Iterator[Finding]:
        if tag.kind == "endfor":
            self.rows = ""
            return
        if tag.kind == "for":
            self.rows = tag.name
        known = self.keys.get(self.rows, set()) if tag.of_row else self._known(tag.kind == "for")
        asked = f"{tag.name}|merge" if tag.filter == "merge" else tag.name
        if asked in known:
            self.found.add((self.rows, tag.name) if tag.of_row else (tag.name, ""))
            return
        yield _error(
            say(
                "{part}: the form does not fill the tag “{name}” in the paragraph “{words}”",
                part=part,
                name=asked,
                words=words[:80],
            ),
            suggest(tag.name, sorted(known), mark("the names here are: {names}")),
        )


def _keys(form: Form) -> dict[str, set[str]]:
    """Return the keys that a form fills, each with its columns."""
    keys: dict[str, set[str]] = {}
    for _section, block in form.blocks():
        columns = {column.key for column in block.columns or ()} | {"number"}
        columns |= {f"{column.key}|merge" for column in block.columns or () if column.merge}
        keys |= {key: columns if block.is_table else set() for key in _main_keys(block)}
        keys |= {block.total.key: set()} if block.total else {}
    return keys


def _main_keys(block: Block) -> list[str]:
    return [block.key] if block.key else [part.key for part in block.parts or ()]


def _lacking(form: Form, found: set[tuple[str, str]]) -> Iterator[Finding]:
    for section, block in form.blocks():
        wanted = [(key, "") for key in _main_keys(block)]
        lacking = [each for each in wanted if each not in found]
        if not lacking and block.is_table:
            columns = [(block.key, column.key) for column in block.columns or ()]
            lacking = [each for each in columns if each not in found]
        if lacking:
            yield _warning(_lack(section, lacking))


def _lack(section: Section, lacking: list[tuple[str, str]]) -> Message:
    tags = ", ".join(f"{{{{ row.{column} }}}}" if column else key for key, column in lacking)
    return say(
        "the template lacks {tags} of section {number}, “{heading}”",
        tags=tags,
        number=section.number or "–",
        heading=section.name.replace("\n", " "),
    )


def _looks(archive: Archive, form: Form) -> Iterator[Finding]:
    """Yield where the template looks other than the profile, by which limits are measured."""
    font, size = _font(archive)
    profile = form.profile
    if font and font != profile.font:
        yield _differs(say("font"), font, profile.font)
    if size and abs(size - profile.size) >= _HALF:
        yield _differs(say("size of type"), f"{size:g}", f"{profile.size:g}")
    there = next(archive.tree(archive.document_name).iter(w("pgMar")), None)
    for (side, name), wanted in zip(_SIDES.items(), design_of(form).page.margins, strict=True):
        margin = None if there is None else _number(there.get(w(side)))
        if margin is not None and abs(round(margin / _MILLIMETRE) - wanted) > 1:
            yield _differs(name, f"{margin / _MILLIMETRE:.0f}", f"{wanted:g}")


def _font(archive: Archive) -> tuple[str | None, float | None]:
    """Return the font and size of the style on which everything stands."""
    root = archive.tree(archive.related("styles")[0])
    places = [
        *root.iterfind(f"{w('style')}[@{w('default')}='1']/{w('rPr')}"),
        *root.iterfind(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"),
    ]
    fonts = [_named(archive, found) for each in places if _has(found := each.find(w("rFonts")))]
    sizes = [_number(found.get(w("val"))) for each in places if _has(found := each.find(w("sz")))]
    size = next(filter(None, sizes), None)
    return next(filter(None, fonts), None), size and size / 2


def _named(archive: Archive, fonts: Any) -> str | None:
    """Return the font that is meant: one of the theme, if one is named, goes before others."""
    theme = fonts.get(w("asciiTheme"), "")[:5]  # minor or major, and for which script
    latin = f".//{{{_DRAWING}}}{theme}Font/{{{_DRAWING}}}latin"
    for name in archive.related("theme") if theme else ():
        for font in archive.tree(name).iterfind(latin):
            return str(font.get("typeface"))
    named: str | None = fonts.get(w("ascii"))
    return named


def _number(said: str | None) -> int | None:
    """Return a measure as a number; None for one with a unit, which only other programs write."""
    number = integer(said.removeprefix("-")) if said else None
    return -number if said and number and said.startswith("-") else number


def _has(element: Any) -> bool:
    return element is not None


def _differs(what: Message, template: str, profile: str) -> Finding:
    return _warning(
        say(
            "{what}: {template} in the template, {profile} in the profile, by which limits are "
            "measured",
            what=what,
            template=template,
            profile=profile,
        )
    )


def _error(message: Message, advice: AnyMessage | None = None) -> Finding:
    return Finding("form-template", Severity.ERROR, message, help=advice, place=START)


def _warning(message: Message) -> Finding:
    return Finding("form-template", Severity.WARNING, message, place=START)
