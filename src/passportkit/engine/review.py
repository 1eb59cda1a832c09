"""What reviewers have written beside the text of a document, and its way into a practice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from passportkit.edits import Edit, Splice, together
from passportkit.engine.importing import Imported, Received
from passportkit.engine.whereabouts import Whereabouts, located
from passportkit.findings import Route
from passportkit.language import Message, Translator, say, shortened
from passportkit.lines import line_end_of
from passportkit.source import Data, Source, read
from passportkit.source.anchor import anchor_of
from passportkit.source.breaks import line_start
from passportkit.source.plain_data import find
from passportkit.source.proof import applied, data_of
from passportkit.text.canonical import fit_for_xml

_LONGEST = 60
"""How many characters are kept of the words that a comment is about."""


class Review(NamedTuple):
    """A document without the comments that are to be kept, and these, each with its place."""

    received: Received
    comments: Sequence[Whereabouts]

    def write(self, source: Source, translate: Translator) -> Source:
        """Return a practice with each comment as one of YAML, above the line that it is about.

        Those that stand there already are not written again.
        """
        edits = [_comment(source, each, translate) for each in self.comments]
        return applied(source, together(source.text, edits))


def review_of(received: Received) -> Review:
    """Return the comments of a document that have words, and the document without them."""
    paper, comments = received.paper, comments_in(received)
    kept = [each for each in comments if each.what.words]
    rest = [each for each in paper.passed_over if each.kind != "comment" or not each.words]
    return Review(received._replace(paper=replace(paper, passed_over=tuple(rest))), kept)


def with_comments(imported: Imported, text: str, translate: Translator) -> tuple[Imported, str]:
    """Return a document whose comments are kept, and the text of its practice with them."""
    review = review_of(imported.received)
    source = review.write(read(text.encode(), ""), translate)
    return imported._replace(received=review.received), source.text


def comments_in(received: Received) -> list[Whereabouts]:
    """Return what reviewers have written beside the text of a document, each with its place."""
    if not any(each.kind == "comment" for each in received.passed_over):
        return []
    found = located(received.paper, received.extraction.form)
    return [each for each in found if each.what.kind == "comment"]


def _comment(source: Source, comment: Whereabouts, translate: Translator) -> Edit:
    words = f"# {fit_for_xml(shortened(translate(_told(comment))))}"
    if words in source.text:
        return Edit(source.text)
    start = _line_of(source, _route(source, comment))
    line = source.text[start:]
    indent = line[: len(line) - len(line.lstrip(" "))]
    return Edit(source.text, (Splice(start, start, indent + words + line_end_of(source.text)),))


def _told(comment: Whereabouts) -> Message:
    """Return a comment in words: whose it is, what it is about, and what it says."""
    what = comment.what
    by = ", ".join(filter(None, (what.author, what.date)))
    told = say("comment ({by})", by=by) if by else say("comment")
    if what.about:
        about = shortened(what.about, _LONGEST)
        told = say("{comment} on “{words}”", comment=told, words=about)
    return say("{place}: {words}", place=told, words=what.words)


def _line_of(source: Source, route: Route) -> int:
    """Return where the line begins on which a value stands, or the value that it is part of."""
    while (spot := anchor_of(source, route)).in_flow and route:
        route = route[:-1]
    is_below = spot.is_item or not route
    return line_start(source.text, spot.node.start_mark.index if is_below else spot.key_end)


def _route(source: Source, comment: Whereabouts) -> Route:
    """Return the way to the value that a comment is about, as far as the practice has it."""
    data, slot = data_of(source), comment.slot
    fields = [route for route in slot.fields if find(data, route) is not None] if slot else []
    if not fields:
        return ()
    spot = comment.what.spot
    words = "" if spot is None else spot.words
    inner = next(_ways_to(words, find(data, fields[0])), ()) if words else ()
    return (*fields[0], *(inner or _row(find(data, fields[0]), comment.row)))


def _ways_to(words: str, value: Data) -> Iterator[Route]:
    """Yield the ways to the texts in a value that have some words."""
    if isinstance(value, str) and words in value:
        yield ()
    steps: Iterable[tuple[str | int, Data]] = ()
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    for step, each in steps:
        for way in _ways_to(words, each):
            yield (step, *way)


def _row(value: Data, row: int | None) -> Route:
    return (row,) if isinstance(value, list) and row is not None and row < len(value) else ()
