"""What became of a document, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from passportkit.controls import visible
from passportkit.engine.account import Account, WordFate
from passportkit.engine.importing import Imported, Received, rather
from passportkit.engine.unshown import Unshown
from passportkit.files.paths import shown
from passportkit.findings import Finding
from passportkit.intake import Left
from passportkit.language import Message, Translator, listed, say, say_n, shortened
from passportkit.report.beside import MOST, beside, first
from passportkit.report.columns import filled

_LONGEST = 160
"""How many characters are shown of each."""

_LONGEST_TITLE = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    `path` is the file that was written, None where that was the standard output. `imported` is
    None where the document was refused; then `remarks` is why, else what is wrong with the file.
    `advice` is what to do next, for one who looks at this document alone. `account` is there where
    `imported` is.
    """

    name: str
    code: int
    path: Path | None = None
    imported: Imported | None = None
    remarks: tuple[Message, ...] = ()
    advice: Message | None = None
    account: Account | None = None


def story(outcome: Outcome, on_left: Message, translate: Translator, width: int) -> Iterator[str]:
    """Yield what became of a document that has come in, line by line."""
    assert outcome.imported is not None
    imported = outcome.imported
    if outcome.path:
        yield translate(say("`{path}` is written", path=shown(outcome.path)))
    assert outcome.account is not None
    for each in (sureness(imported.received), count(outcome.account)):
        yield filled(translate(each), width)
    for each in leftovers(imported.left):
        yield filled(visible(translate(each)), width, "    ", "  ")
    if imported.left:
        yield filled(translate(on_left), width)
    yield from beside(imported.received, translate, width)
    for each in first(outcome.remarks, MOST):
        yield filled(visible(translate(each)), width, "    ", "  ! ")
    if outcome.advice:
        yield filled(visible(translate(outcome.advice)), width)


def sureness(received: Received) -> Message:
    """Return which form a document was taken for, and how sure that is."""
    found = received.recognised
    title = shortened(found.form.title, _LONGEST_TITLE)
    name = say("{title} (`{name}`)", title=title, name=found.form.name)
    if found.is_stamped:
        return say("{form}: the document says so itself", form=name)
    return say(
        "{form}: recognised by {found} of {expected} headings",
        form=name,
        found=found.found,
        expected=found.expected,
    )


def doubt(received: Received) -> Iterator[Message]:
    """Yield that the document rather looks like another form than the one asked for, if so."""
    if other := received.likelier:
        yield rather(other)


def count(account: Account) -> Message:
    """Return how many words a document has, and what has become of them: the sum is all of them."""
    words = say_n("{n} word", "{n} words", account.words())
    told = [of(n) for fate, of in _FATES.items() if (n := account.words(fate))]
    said = say("{all}: {counts}", all=words, counts=listed(told))
    return say("{count}; {what}", count=said, what=_lost(account)) if account.missing else said


def _lost(account: Account) -> Message:
    return say(
        "{words} of them are nowhere, which is a mistake of the program: please report it",
        words=len(account.missing),
    )


_FATES: dict[WordFate, Callable[[int], Message]] = {
    "placed": lambda n: say_n("{n} in fields", "{n} in fields", n),
    "left": lambda n: say_n("{n} left", "{n} left", n),
    "furniture": lambda n: say_n("{n} of the form itself", "{n} of the form itself", n),
    "beside": lambda n: say_n("{n} not taken in", "{n} not taken in", n),
}


def leftovers(left: Sequence[Left]) -> Iterator[Message]:
    """Yield what found no field, each with where it stood, cut short."""
    words = (
        say("{place}: {words}", place=each.origin, words=shortened(each.words, _LONGEST))
        for each in left
    )
    return first(tuple(words), MOST)


def of_field(finding: Finding) -> Message:
    """Return what is wrong with a field, where nobody sees the file that it stands in."""
    field = ".".join(map(str, finding.route))
    return say("`{field}`: {message}", field=field, message=finding.message)


def of_unshown(lost: Unshown) -> Message:
    """Return what another form has no place for: where it stood, how many words, which fields."""
    return say_n(
        "{place}: {n} word is not in the new document, whose form has no place for `{fields}`",
        "{place}: {n} words are not in the new document, whose form has no place for `{fields}`",
        lost.size,
        place=lost.place,
        fields="`, `".join(lost.fields),
    )
