"""The settings of a workspace, `passport.toml`: their model, and what is wrong with a file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from passportkit.findings import START, Finding, Place, Route, Severity
from passportkit.forms import Catalogue
from passportkit.language import mark, say
from passportkit.register.files import is_folder, load, shown
from passportkit.register.workspace import FILE, Workspace
from passportkit.source import Source, parse
from passportkit.source.schema import misfit


class Settings(BaseModel):
    """What a workspace may say of itself. Folders are relative to that of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    forms: list[str] = Field(
        [],
        title=mark("Forms"),
        description=mark(
            "The forms that the practices are meant for, unless they say it themselves."
        ),
    )
    language: Literal["ru", "en"] | None = Field(
        None,
        title=mark("Language"),
        description=mark("The language of messages: `ru` or `en`."),
    )
    practices: str | None = Field(
        None,
        min_length=1,
        title=mark("Folder of practices"),
        description=mark("Where the practices are; `practices` if there is such a folder."),
    )
    own_forms: str = Field(
        "forms",
        alias="own-forms",
        min_length=1,
        title=mark("Folder of own forms"),
        description=mark("Where the workspace has forms of its own: a folder for each."),
    )

    @field_validator("*", mode="before")
    @classmethod
    def _nothing_but_texts(cls, value: object) -> object:
        items = value if isinstance(value, list) else [value]
        if all(isinstance(item, str) for item in items):
            return value
        raise misfit(
            "wrong-type",
            say("something else stands here instead of a text"),
            say('put each text in quotes: "…"'),
        )


_FOLDERS = ("practices", "own-forms")


def read_workspace(root: Path) -> Workspace:
    """Return the workspace whose settings lie in `root`.

    Settings that do not fit are findings of its source, and the others hold.
    """
    source = _read(root / FILE)
    parsed = parse(Settings, source.data or {})
    settings = parsed.value or Settings()
    own_forms = root / settings.own_forms
    findings = [*parsed.findings, *_missing_folders(root, settings)]
    findings += _unknown_forms(settings, Catalogue([own_forms]))
    located = tuple(replace(each, place=_place(source.text, each.route)) for each in findings)
    return Workspace(
        root=root,
        forms=tuple(settings.forms),
        practices=_practices(root, settings),
        own_forms=own_forms,
        source=replace(source, findings=source.findings + located),
    )


def _practices(root: Path, settings: Settings) -> Path:
    if settings.practices is not None:
        return root / settings.practices
    usual = root / "practices"
    return usual if is_folder(usual) else root


def _missing_folders(root: Path, settings: Settings) -> Iterator[Finding]:
    said = settings.model_dump(by_alias=True, exclude_unset=True, exclude_none=True)
    for key, folder in said.items():
        if key in _FOLDERS and not is_folder(root / folder):
            yield Finding(
                "missing-folder",
                Severity.ERROR,
                say("there is no folder `{path}`", path=folder),
                (key,),
                help=say("folders are named from the one in which the settings lie"),
            )


def _unknown_forms(settings: Settings, catalogue: Catalogue) -> Iterator[Finding]:
    known = catalogue.names()
    for name in settings.forms:
        if name not in known:
            message = say("there is no form “{name}”", name=name)
            advice = say("the forms are: {names}", names=", ".join(known))
            yield Finding("unknown-form", Severity.ERROR, message, ("forms",), advice)


def _read(path: Path) -> Source:
    """Read settings; where they cannot be read, there is a finding and no data."""
    name, content = shown(path), load(path)
    if isinstance(content, Finding):
        return Source(name, "", None, (content,))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Source(name, "", None, (_NOT_UTF8,))
    try:
        return Source(name, text, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Source(name, text, None, (_broken(text, error),))


_NOT_UTF8 = Finding(
    "toml-syntax",
    Severity.ERROR,
    say("the file is not in UTF-8"),
    help=say("save it again with the encoding UTF-8 (in Notepad: Save as, Encoding)"),
    place=START,
)


def _broken(text: str, error: Exception) -> Finding:
    # Python says where only in its English sentence before 3.14
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    lines = text.split("\n")
    end = len(lines), len(lines[-1]) + 1
    line, column = (int(found[1]), int(found[2])) if found else end
    return Finding(
        "toml-syntax",
        Severity.ERROR,
        say("the settings cannot be read from here on"),
        help=say(
            'a setting is a line such as `language = "ru"` or `forms = ["practice-passport"]`'
        ),
        place=Place(line, column, line, column),
    )


def _place(text: str, route: Route) -> Place:
    """Find the line of a key, or of the table that is named like it: tomllib keeps no places."""
    key = re.escape(str(route[0]))
    pattern = re.compile(rf"""^([ \t]*\[*[ \t]*)(["']?{key}["']?)[ \t]*(?:[=.\]])""", re.MULTILINE)
    found = pattern.search(text)
    if found is None:
        return START
    line = text.count("\n", 0, found.start(2)) + 1
    return Place(line, len(found[1]) + 1, line, len(found[1]) + len(found[2]) + 1)
