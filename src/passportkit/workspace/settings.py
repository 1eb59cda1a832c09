"""The settings of a workspace, `passport.toml`: their model, and what is wrong with a file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from passportkit.files.paths import is_file, is_folder, leads_out
from passportkit.files.reasons import NO_NAME
from passportkit.findings import Finding, Severity
from passportkit.forms import Catalogue
from passportkit.language import mark, say
from passportkit.source import Source, parse
from passportkit.source.model_shape import misfit
from passportkit.workspace.facts_files import PACKAGE, facts_file
from passportkit.workspace.toml import located, read_toml

FROM_WHERE = say("folders are named from the one in which the settings lie")
_FROM_ELSEWHERE = say("this path begins with a disk, a server or a slash")
_HOW_TO_NAME = say(
    "name the folder from the one in which the settings lie: `forms`, `../shared/forms`"
)


class Settings(BaseModel):
    """What a workspace may say of itself. Folders are relative to that of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, strict=True)

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
    facts: list[str] | None = Field(
        None,
        title=mark("Files of facts"),
        description=mark(
            "Files that declare facts of one's own, or the folders and packages that have them; "
            "`facts.yaml` if there is such a file."
        ),
    )
    rules: dict[str, Literal["off", "error", "warning", "info"]] = Field(
        {},
        title=mark("Rules"),
        description=mark(
            "What a rule weighs here: `error`, `warning` or `info`; `off`: it is not asked."
        ),
    )

    @field_validator("forms", "language", "practices", "own_forms", "facts", mode="before")
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

    @field_validator("practices", "own_forms", "facts")
    @classmethod
    def _names_that_can_be(cls, named: str | list[str] | None) -> str | list[str] | None:
        for path in [named] if isinstance(named, str) else named or ():
            if "\0" in path:
                raise misfit("wrong-type", NO_NAME, FROM_WHERE)
            # settings come from anywhere: to ask for a folder on a server would tell it who we are
            if PureWindowsPath(path).anchor:  # `/…` has one there, too
                raise misfit("wrong-type", _FROM_ELSEWHERE, _HOW_TO_NAME)
        return named


USUAL = "practices"
"""Where practices lie, if there is such a folder and the settings name no other."""

_FOLDERS = ("practices", "own-forms")


def read_settings(path: Path) -> tuple[Settings, Source]:
    """Return the settings in a file, and the file with what is wrong with it.

    What does not fit is a finding, and the rest holds.
    """
    source = read_toml(path)
    parsed = parse(Settings, source.data or {})
    settings = parsed.value or Settings()
    findings = [*parsed.findings, *_wrong_folders(path.parent, settings)]
    findings += _missing_facts(path.parent, settings.facts or ())
    findings += _unknown_forms(settings, Catalogue([path.parent / settings.own_forms]))
    found = source.findings + located(source.text, findings)
    return settings, replace(source, findings=found)


def folder_of_practices(root: Path, named: str | None) -> Path:
    """Return where practices lie: below the settings, wherever these or a link would lead."""
    folder = root / (named or USUAL)
    is_meant = named is not None or is_folder(folder)
    return folder if is_meant and not leads_out(folder, root) else root


def _wrong_folders(root: Path, settings: Settings) -> Iterator[Finding]:
    said = settings.model_dump(by_alias=True, exclude_unset=True, exclude_none=True)
    folders = {"practices": USUAL} | {key: each for key, each in said.items() if key in _FOLDERS}
    for key, folder in folders.items():
        if key == "practices" and leads_out(root / folder, root):
            message = say("the folder `{path}` lies outside of the workspace", path=folder)
            yield Finding("folder-outside", Severity.ERROR, message, (key,), help=FROM_WHERE)
        elif key in said and not is_folder(root / folder):
            message = say("there is no folder `{path}`", path=folder)
            yield Finding("missing-folder", Severity.ERROR, message, (key,), help=FROM_WHERE)


def _missing_facts(root: Path, named: Iterable[str]) -> Iterator[Finding]:
    for name in named:
        path = facts_file(root, name)
        if path is None:
            package = name.removeprefix(PACKAGE)
            message = say("there is no installed package “{name}” with facts", name=package)
            yield Finding("missing-facts", Severity.ERROR, message, ("facts",))
        elif not is_file(path):
            message = say("there is no file `{path}`", path=name)
            yield Finding("missing-facts", Severity.ERROR, message, ("facts",), help=FROM_WHERE)


def _unknown_forms(settings: Settings, catalogue: Catalogue) -> Iterator[Finding]:
    known = catalogue.names()
    advice = say("the forms are: {names}", names=", ".join(known))
    for name in settings.forms:
        if name not in known:
            message = say("there is no form “{name}”", name=name)
            yield Finding("unknown-form", Severity.ERROR, message, ("forms",), advice)
