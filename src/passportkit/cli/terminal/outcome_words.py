"""What became of a document, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from passportkit.cli.papers import Brought, Received, rather
from passportkit.cli.terminal.layout import filled
from passportkit.findings import Finding
from passportkit.intake import Left
from passportkit.language import Message, Translator, say, say_n
from passportkit.report.escaping import visible
from passportkit.workspace.files import shown

MOST = 20
"""How many of the words that found no field are shown."""

_LONGEST = 160
"""How many characters are shown of each."""

_LONGEST_TITLE = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    `path` is the file that was written, None where that was the standard output. `brought` is
    None where the document was refused; then `remarks` is why, else what is wrong with the file.
    `advice` is what to do next, for one who looks at this document alone.
    """

    name: str
    code: int
    path: Path | None = None
    brought: Brought | None = None
    remarks: tuple[Message, ...] = ()
    advice: Message | None = None


def story(outcome: Outcome, on_left: Message, translate: Translator, width: int) -> Iterator[str]:
    """Yield what became of a document that has come in, line by line."""
    assert outcome.brought is not None
    brought = outcome.brought
    if outcome.path:
        yield translate(say("`{path}` is written", path=shown(outcome.path)))
    for each in (sureness(brought.received), count(brought)):
        yield filled(translate(each), width)
    for each in leftovers(brought.left):
        yield filled(visible(translate(each)), width, "    ", "  ")
    if brought.left:
        yield filled(translate(on_left), width)
    for each in passed_over(brought.received):
        yield filled(translate(each), width)
    for each in first(outcome.remarks, MOST):
        yield filled(visible(translate(each)), width, "    ", "  ! ")
    if outcome.advice:
        yield filled(visible(translate(outcome.advice)), width)


def sureness(received: Received) -> Message:
    """Return which form a document was taken for, and how sure that is."""
    found = received.recognised
    title = on_one_line(found.form.title, _LONGEST_TITLE)
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


def count(brought: Brought) -> Message:
    """Return how many cells were read, and how many have found their fields."""
    read = say_n("{n} cell read", "{n} cells read", brought.read)
    if not brought.left:
        return say("{read}, all of them placed", read=read)
    left = brought.read - brought.placed
    return say("{read}, {placed} placed, {left} left:", read=read, placed=brought.placed, left=left)


def leftovers(left: Sequence[Left]) -> Iterator[Message]:
    """Yield what found no field, each with where it stood, cut short."""
    words = (
        say("{place}: {words}", place=each.origin, words=on_one_line(each.text, _LONGEST))
        for each in left
    )
    return first(tuple(words), MOST)


def first(messages: Sequence[Message], most: int) -> Iterator[Message]:
    """Yield so many messages, and how many more there are."""
    yield from messages[:most]
    if len(messages) > most:
        yield say_n("and {n} more", "and {n} more", len(messages) - most)


def on_one_line(text: str, longest: int | None = None) -> str:
    """Return a text on one line, its end cut off where it is longer than `longest`."""
    line = " ".join(text.split())
    if longest is None or len(line) <= longest:
        return line
    return line[: longest - 1].rstrip() + "…"


def of_field(finding: Finding) -> Message:
    """Return what is wrong with a field, where nobody sees the file that it stands in."""
    field = ".".join(map(str, finding.route))
    return say("`{field}`: {message}", field=field, message=finding.message)


def passed_over(received: Received) -> Iterator[Message]:
    """Yield what cannot come along, such as pictures, in one sentence if there is any."""
    counts = received.paper.passed_over
    words = [_PASSED_OVER[kind](n) for kind, n in counts.items() if kind in _PASSED_OVER and n]
    if words:
        yield say("without words, and so left behind: {what}", what=listed(words))


def listed(messages: Sequence[Message]) -> Message:
    """Return messages behind one another, with commas."""
    first, *others = messages
    for other in others:
        first = say("{some}, {more}", some=first, more=other)
    return first


_PASSED_OVER: dict[str, Callable[[int], Message]] = {
    "picture": lambda n: say_n("{n} picture", "{n} pictures", n),
}
