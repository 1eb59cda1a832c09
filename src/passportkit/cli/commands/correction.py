"""A call that brings a document into a practice, and what must hold for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from passportkit.cli.commands.importing import NO_DOCUMENTS
from passportkit.cli.papers import Received
from passportkit.cli.terminal.outcome_words import doubt, on_one_line
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.findings import Severity
from passportkit.forms.unbind import unbind
from passportkit.language import say
from passportkit.merge.outcome import Side
from passportkit.practice import Practice
from passportkit.source import Source, parse
from passportkit.workspace.files import is_file, is_folder, shown
from passportkit.workspace.find import FoundFile


@dataclass(frozen=True, slots=True)
class Correction:
    """How a document is brought into a practice: the options of such a call."""

    into: str | None
    form: str | None = None
    diff: bool = False
    ours: bool = False
    theirs: bool = False

    @property
    def take(self) -> Side | None:
        """Whose words hold where both sides have changed; None: nobody has said so."""
        return "ours" if self.ours else "theirs" if self.theirs else None


def practice_path(wanted: Correction) -> Path:
    """Return the practice of the call; raise `CannotGoOn` where the call makes no sense."""
    if wanted.into is None:
        raise CannotGoOn(say("`--diff`, `--ours` and `--theirs` need `--into` with a practice"))
    if wanted.ours and wanted.theirs:
        raise CannotGoOn(say("`--ours` and `--theirs` exclude each other: give one of them"))
    path = Path(wanted.into)
    if is_folder(path):
        raise CannotGoOn(
            say("`{path}` is a folder; name the practice after `--into`", path=shown(path))
        )
    if not is_file(path):
        raise CannotGoOn(say("there is no file `{path}`", path=shown(path)))
    return path


def document(found: Sequence[FoundFile]) -> FoundFile:
    """Return the document of the call, of which there must be one."""
    if not found:
        raise CannotGoOn(NO_DOCUMENTS)
    if len(found) > 1:
        raise CannotGoOn(say("`--into` takes one document, and here are {n}", n=len(found)))
    return found[0]


def refuse_unsound(terminal: Terminal, source: Source, path: Path) -> None:
    """Raise where the file says something that is no practice: it could be lost in a merge."""
    found = [*source.findings, *parse(Practice, source.data or {}).findings]
    errors = [source.locate(each) for each in found if each.severity is Severity.ERROR]
    if errors:
        terminal.report(source, errors, terminal.err)
        raise CannotGoOn(say("mend `{path}` first", path=shown(path)))


def refuse_doubtful(received: Received) -> None:
    """Raise where the document looks like another form than the one asked for."""
    for message in doubt(received):
        raise CannotGoOn(message)


def refuse_another(received: Received, source: Source) -> None:
    """Raise where the document is of another practice, and could replace all that is said here.

    One that this program has made changes only what was changed in it.
    """
    title = unbind(received.form, received.reading.values).facts.get("title")
    mine = (source.data or {}).get("title")
    if received.base or not title or _plain(title) == _plain(str(mine)):
        return
    raise CannotGoOn(
        say(
            "the document is of another practice, “{title}”, or it has a new name; `--diff` shows "
            "what would change, `--theirs` does it",
            title=on_one_line(title, _LONGEST),
        )
    )


_LONGEST = 80


def _plain(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
