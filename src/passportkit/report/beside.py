"""What stands beside the text of a document, or cannot be read, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from passportkit.controls import visible
from passportkit.engine.importing import Received
from passportkit.engine.review import comments_in
from passportkit.engine.whereabouts import Whereabouts, located
from passportkit.language import Message, Translator, listed, mark, say, say_n, shortened
from passportkit.report.columns import filled

MOST = 20
"""How many of what is listed are shown."""

_LONGEST = 160
"""How many characters are shown of the words of each."""


_LONGEST_SUBJECT = 60
"""And of the words that a comment is about."""


class _Kind(NamedTuple):
    name: str
    counted: Callable[[int], Message]
    advice: str = ""


_OPEN = mark("open the file in Word and save it, then it is read")
_BY_HAND = mark("copy what belongs to the practice by hand")

_KINDS = {
    "comment": _Kind(mark("comment"), lambda n: say_n("{n} comment", "{n} comments", n)),
    "deleted": _Kind(
        mark("deleted"), lambda n: say_n("{n} deleted stretch", "{n} deleted stretches", n)
    ),
    "struck": _Kind(
        mark("struck out"),
        lambda n: say_n("{n} stretch struck out", "{n} stretches struck out", n),
    ),
    "hidden": _Kind(
        mark("hidden words"), lambda n: say_n("{n} hidden stretch", "{n} hidden stretches", n)
    ),
    "header": _Kind(
        mark("a damaged header"), lambda n: say_n("{n} damaged header", "{n} damaged headers", n)
    ),
    "footer": _Kind(
        mark("a damaged footer"), lambda n: say_n("{n} damaged footer", "{n} damaged footers", n)
    ),
    "note": _Kind(
        mark("a note whose words are missing in the file"),
        lambda n: say_n("{n} missing note", "{n} missing notes", n),
    ),
    "picture": _Kind(mark("picture"), lambda n: say_n("{n} picture", "{n} pictures", n)),
    "drawing": _Kind(mark("drawing"), lambda n: say_n("{n} drawing", "{n} drawings", n)),
    "chart": _Kind(mark("chart"), lambda n: say_n("{n} chart", "{n} charts", n), _BY_HAND),
    "diagram": _Kind(
        mark("a diagram whose words are missing in the file"),
        lambda n: say_n("{n} diagram without its words", "{n} diagrams without their words", n),
    ),
    "sheet": _Kind(
        mark("sheet of Excel"),
        lambda n: say_n("{n} sheet of Excel", "{n} sheets of Excel", n),
        _BY_HAND,
    ),
    "formula": _Kind(
        mark("formula of an old kind"),
        lambda n: say_n("{n} formula of an old kind", "{n} formulas of an old kind", n),
        _BY_HAND,
    ),
    "sign": _Kind(
        mark("a sign of a symbol font that is not known, and so shown as □"),
        lambda n: say_n("{n} sign of a symbol font", "{n} signs of symbol fonts", n),
    ),
    "file": _Kind(
        mark("embedded file"),
        lambda n: say_n("{n} embedded file", "{n} embedded files", n),
        _BY_HAND,
    ),
    "chunk": _Kind(
        mark("the text lies in the file as another document"),
        lambda n: say_n("{n} document within the document", "{n} documents within the document", n),
        _OPEN,
    ),
    "stray": _Kind(
        mark("words that the document does not show"),
        lambda n: say_n("{n} stretch that is not shown", "{n} stretches that are not shown", n),
    ),
    "table": _Kind(
        mark("description of a table"),
        lambda n: say_n("{n} description of a table", "{n} descriptions of tables", n),
    ),
    "bound": _Kind(
        mark("Word shows these words here in place of those that were read"),
        lambda n: say_n(
            "{n} place where Word shows other words", "{n} places where Word shows other words", n
        ),
        _OPEN,
    ),
    "unread": _Kind(
        mark("Word may show other words here, from data of the file that could not be read"),
        lambda n: say_n(
            "{n} place where Word may show other words",
            "{n} places where Word may show other words",
            n,
        ),
        _OPEN,
    ),
    "subdocument": _Kind(
        mark("a part of a master document, which is another file"),
        lambda n: say_n("{n} part of a master document", "{n} parts of a master document", n),
        mark("import that file too"),
    ),
    "uncomputed": _Kind(
        mark("a formula whose value the file does not have"),
        lambda n: say_n("{n} formula without its value", "{n} formulas without their values", n),
        mark("open the workbook in Excel, save it and import it again"),
    ),
    "error": _Kind(
        mark("an error in place of a value"),
        lambda n: say_n("{n} error in place of a value", "{n} errors in place of values", n),
        mark("mend the formula"),
    ),
    "rounded": _Kind(
        mark("read as the sheet shows it, and rounded there"),
        lambda n: say_n("the end of {n} rounded number", "the ends of {n} rounded numbers", n),
    ),
    "alternative": _Kind(
        mark("words for a newer program"),
        lambda n: say_n("{n} stretch for a newer program", "{n} stretches for a newer program", n),
        _OPEN,
    ),
}


def beside(received: Received, translate: Translator, width: int) -> Iterator[str]:
    """Yield what was passed over, counted, and then each with its place and its words."""
    for count in counts(received):
        yield filled(translate(count), width)
        yield from _lines(list(passed_over(received)), translate, width)


def counts(received: Received) -> Iterator[Message]:
    """Yield how much was passed over of each kind, if anything was."""
    kinds = Counter(each.kind for each in received.passed_over)
    if kinds:
        words = [_KINDS[kind].counted(n) for kind, n in kinds.items()]
        yield say("not taken in: {what}", what=listed(words))


def passed_over(received: Received) -> Iterator[Message]:
    """Yield what was passed over: each with its place, its words, and what to do, if anything."""
    if received.passed_over:
        yield from map(_told, located(received.paper, received.extraction.form))


def comments(name: str, received: Received, translate: Translator, width: int) -> Iterator[str]:
    """Yield how many comments a document has, which messages call `name`, and all of them."""
    found = comments_in(received)
    count = _KINDS["comment"].counted(len(found)) if found else say("no comments")
    yield filled(visible(translate(say("{place}: {words}", place=name, words=count))), width)
    yield from _lines(list(map(_told, found)), translate, width, len(found))


def _lines(
    messages: Sequence[Message], translate: Translator, width: int, most: int = MOST
) -> Iterator[str]:
    """Yield so many messages as items, and how many more there are."""
    for each in first(messages, most):
        yield filled(visible(translate(each)), width, "    ", "  ")


def _told(each: Whereabouts) -> Message:
    what, kind = each.what, _KINDS[each.what.kind]
    told = _named(each)
    if what.words:
        told = say("{what}: “{words}”", what=told, words=shortened(what.words, _LONGEST))
    if kind.advice and (what.kind != "chunk" or what.part):
        told = say("{what}; {advice}", what=told, advice=say(kind.advice))
    place = each.place
    return say("{place}: {words}", place=place, words=told) if place else told


def _named(each: Whereabouts) -> Message:
    """Return what something is, and whose or in which file."""
    what, name = each.what, say(_KINDS[each.what.kind].name)
    if what.kind == "comment" and not what.words:
        return say("a comment whose words are missing in the file")
    if what.kind == "chunk" and not what.part:
        return say("a document within the document is missing in the file")
    if what.kind == "stray" and not what.words:
        name = say("a damaged part of the file")
    if by := ", ".join(filter(None, (what.author, what.date, what.part.rpartition("/")[2]))):
        name = say("{what} ({by})", what=name, by=by)
    if what.about:
        about = shortened(what.about, _LONGEST_SUBJECT)
        return say("{comment} on “{words}”", comment=name, words=about)
    return name


def first(messages: Sequence[Message], most: int) -> Iterator[Message]:
    """Yield so many messages, and how many more there are."""
    yield from messages[:most]
    if len(messages) > most:
        yield say_n("and {n} more", "and {n} more", len(messages) - most)
