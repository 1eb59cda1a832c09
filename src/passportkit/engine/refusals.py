"""What must hold before a document is brought into a practice: nothing of either may be lost."""

from __future__ import annotations

from passportkit.engine.importing import Received, rather
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding, Severity
from passportkit.forms.unbind import unbind
from passportkit.language import say, shortened
from passportkit.practice import Vocabulary
from passportkit.source import Source, parse

_LONGEST = 80
"""How many characters of a title are shown."""


def unsound(source: Source, vocabulary: Vocabulary) -> list[Finding]:
    """Return where the file says something that is no practice: it could be lost in a merge."""
    found = [*source.findings, *parse(vocabulary.practice, source.data or {}).findings]
    return [source.locate(each) for each in found if each.severity is Severity.ERROR]


def refuse_doubtful(received: Received) -> None:
    """Raise where the document looks like another form than the one asked for."""
    if received.likelier:
        raise CannotGoOn(rather(received.likelier))


def refuse_another(received: Received, source: Source) -> None:
    """Raise where the document is of another practice, and could replace all that is said here.

    One that this program has made changes only what was changed in it.
    """
    title = unbind(received.form, received.extraction.values).facts.get("title")
    mine = (source.data or {}).get("title")
    if received.base or not title or _plain(title) == _plain(str(mine)):
        return
    raise CannotGoOn(
        say(
            "the document is of another practice, “{title}”, or it has a new name; `--diff` shows "
            "what would change, `--theirs` does it",
            title=shortened(title, _LONGEST),
        )
    )


def _plain(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
