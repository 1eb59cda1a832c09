"""What must hold before a document is brought into a practice: nothing of either may be lost."""

from __future__ import annotations

from passportkit.engine.importing import Received, rather
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding, Severity
from passportkit.forms.unbind import unbind
from passportkit.language import say, shortened
from passportkit.merge import Decisions
from passportkit.merge.decisions import UNDECIDED
from passportkit.merge.kinship import is_made_of
from passportkit.merge.state import beginning
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


def refuse_another(received: Received, source: Source, decisions: Decisions = UNDECIDED) -> None:
    """Raise where the document is of another practice: its words are none for this file.

    Whoever takes its words in all fields, or has decided about the title, knows what it is.
    """
    if decisions.otherwise == "theirs" or ("title",) in decisions.fields:
        return
    title = unbind(received.form, received.extraction.values).facts.get("title")
    if received.base:
        start = beginning(source, received.form, received.base)
        is_of_file = is_made_of(start, received.extraction.values)
    else:
        is_of_file = not title or _plain(title) == _plain(str((source.data or {}).get("title")))
    if is_of_file:
        return
    raise CannotGoOn(
        say(
            "the document is of another practice, “{title}”, or it has a new name; `--diff` shows "
            "what would change, `--theirs` does it",
            title=shortened(title or "–", _LONGEST),
        )
    )


def _plain(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
