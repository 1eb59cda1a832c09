"""A call that brings a document into a practice, and what must hold for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from passportkit.errors import CannotGoOn
from passportkit.files.paths import is_file, is_folder, shown
from passportkit.language import say
from passportkit.merge.outcome import Side
from passportkit.workspace.find import FoundFile


@dataclass(frozen=True, slots=True)
class Correction:
    """How a document is brought into a practice: the options of such a call."""

    into: str | None
    form: str | None = None
    diff: bool = False
    keeps: bool = False
    ours: Sequence[str] = ()
    theirs: Sequence[str] = ()
    account: str | None = None

    @property
    def take(self) -> Side | None:
        """Whose words hold in all fields; None: nobody has said so."""
        return "ours" if "" in self.ours else "theirs" if "" in self.theirs else None

    @property
    def fields(self) -> dict[str, Side]:
        """Whose words hold in some fields, by their names."""
        ours: dict[str, Side] = dict.fromkeys(filter(None, self.ours), "ours")
        return {**ours, **dict.fromkeys(filter(None, self.theirs), "theirs")}


def practice_path(wanted: Correction) -> Path:
    """Return the practice of the call; raise `CannotGoOn` where the call makes no sense."""
    if wanted.into is None:
        raise CannotGoOn(say("`--diff`, `--ours` and `--theirs` need `--into` with a practice"))
    if {*wanted.ours} & {*wanted.theirs}:
        raise CannotGoOn(say("`--ours` and `--theirs` exclude each other: give one of them"))
    path = Path(wanted.into)
    if is_folder(path):
        raise CannotGoOn(
            say("`{path}` is a folder; name the practice after `--into`", path=shown(path))
        )
    if not is_file(path):
        raise CannotGoOn(say("there is no file `{path}`", path=shown(path)))
    return path


def document(found: Sequence[FoundFile]) -> FoundFile | None:
    """Return the document of the call, if there is one; raise `CannotGoOn` where there are more."""
    if len(found) > 1:
        raise CannotGoOn(say("`--into` takes one document, and here are {n}", n=len(found)))
    return next(iter(found), None)
