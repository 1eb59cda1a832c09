"""What must hold before a document is brought into a practice: nothing of either may be lost."""

from __future__ import annotations

from passportkit.engine.importing import Received, rather
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding, Severity
from passportkit.forms.unbind import unbind
from passportkit.language import say, shortened
from passportkit.merge import Decisions
from passportkit.merge.decisions import UNDECIDED
from passportkit.merge.kinship import is_made_of, is_misread
from passportkit.merge.state import MergeState, beginning
from passportkit.paper.model import texts_of
from passportkit.practice import Vocabulary
from passportkit.source import Source, parse
from passportkit.text import plain

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
    """Raise where the words of the document are none for this file, or not where they belong.

    So it is where the document is of another practice, and where most of what it was made of
    stands elsewhere in it. Whoever takes its words in all fields knows what they are; who has
    decided about the title knows that the practice is another one.
    """
    if decisions.otherwise == "theirs":
        return
    start = beginning(source, received.form, received.base) if received.base else None
    words = "\n".join(map(plain, texts_of(received.paper.blocks)))
    if start and is_misread(start, received.extraction.values, words):
        raise CannotGoOn(
            say(
                "most of what the document was made of stands in it, but not where the form has "
                "it: headings, labels or heads of tables are missing; `--diff` shows what would "
                "change, `--theirs` does it"
            )
        )
    if ("title",) not in decisions.fields:
        _refuse_of_another(received, source, start)


def _refuse_of_another(received: Received, source: Source, start: MergeState | None) -> None:
    title = unbind(received.form, received.extraction.values).facts.get("title")
    if start:
        is_of_file = is_made_of(start, received.extraction.values)
    else:
        is_of_file = not title or _plain(title) == _plain(str((source.data or {}).get("title")))
    if not is_of_file:
        raise CannotGoOn(
            say(
                "the document is of another practice, “{title}”, or it has a new name; `--diff` "
                "shows what would change, `--theirs` does it",
                title=shortened(title or "–", _LONGEST),
            )
        )


def _plain(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
