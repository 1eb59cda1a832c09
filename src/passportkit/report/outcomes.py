"""What became of a document, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from passportkit.engine.importing import Imported, Received, rather
from passportkit.findings import Finding
from passportkit.intake import Left
from passportkit.language import Message, Translator, say, say_n, shortened
from passportkit.report.beside import MOST, beside, first
from passportkit.report.columns import filled
from passportkit.report.escaping import visible
from passportkit.workspace.files import shown

_LONGEST = 160
"""How many characters are shown of each."""

_LONGEST_TITLE = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    `path` is the file that was written, None where that was the standard output. `imported` is
    None where the document was refused; then `remarks` is why, else what is wrong with the file.
    `advice` is what to do next, for one who looks at this document alone.
    """

    name: str
    code: int
    path: Path | None = None
    imported: Imported | None = None
    remarks: tuple[Message, ...] = ()
    advice: Message | None = None


def story(outcome: Outcome, on_left: Message, translate: Translator, width: int) -> Iterator[str]:
    """Yield what became of a document that has come in, line by line."""
    assert outcome.imported is not None
    imported = outcome.imported
    if outcome.path:
        yield translate(say("`{path}` is written", path=shown(outcome.path)))
    for each in (sureness(imported.received), count(imported)):
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


def count(imported: Imported) -> Message:
    """Return how many cells were read, and how many have found their fields."""
    read = say_n("{n} cell read", "{n} cells read", imported.read)
    if not imported.left:
        return say("{read}, all of them placed", read=read)
    left = imported.read - imported.placed
    placed = imported.placed
    return say("{read}, {placed} placed, {left} left:", read=read, placed=placed, left=left)


def leftovers(left: Sequence[Left]) -> Iterator[Message]:
    """Yield what found no field, each with where it stood, cut short."""
    words = (
        say("{place}: {words}", place=each.origin, words=shortened(each.text, _LONGEST))
        for each in left
    )
    return first(tuple(words), MOST)


def of_field(finding: Finding) -> Message:
    """Return what is wrong with a field, where nobody sees the file that it stands in."""
    field = ".".join(map(str, finding.route))
    return say("`{field}`: {message}", field=field, message=finding.message)
