"""Whether the documents of a form come back: a filled sample, written into Word and read again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from passportkit.engine.importing import Choice, Received, receive
from passportkit.errors import CannotGoOn
from passportkit.findings import START, Finding, Route, Severity
from passportkit.forms import Form
from passportkit.forms.facts_return import unreturned
from passportkit.forms.filled import FormValues
from passportkit.forms.place_words import label_of
from passportkit.forms.sample import MADE_UP, corrected, filled_sample, sample_of
from passportkit.forms.slots import Slot, TableSlot, slots_of
from passportkit.language import Message, say, say_n, shortened
from passportkit.paper.model import texts_of
from passportkit.text import plain
from passportkit.text.bare import bare
from passportkit.word.template.build import build
from passportkit.word.template.compile import compile_template
from passportkit.word.template.compiled import Compiled
from passportkit.word.write.fill import fill

_HALVES = 0, 1
_LONGEST = 80

_KEEP_WORDS = say(
    "an import finds the places by the words of the form: leave its headings, labels and heads of "
    "tables in the template as the form has them, each where it stood"
)
_TELL_APART = say(
    "an import finds the places by the words of the form: give each heading, label and head of a "
    "table words of its own"
)
_KEEP_STYLES = say(
    "the styles of headings, labels and heads of tables tell the words of the form from others: "
    "leave the paragraphs in the styles that `passport form template` gives them, and change the "
    "look of these styles"
)
_STYLE_INSTEAD = say(
    "the tag itself is bold or italic: give this look to the style of its paragraph instead"
)
_APART = say("words of the template stand in a paragraph of their own, not beside a tag")
_SHOW_ONCE = say(
    "what shows an answer once more belongs above or below all answers, in a paragraph of its own"
)

_SHOW_WHOLE = say(
    "show each list in one place only, with all that is asked of it; single items of a list by "
    "their numbers alone"
)

_figures = re.compile(r"\d+")


class _Lost(NamedTuple):
    """A place, or a column of one, whose words have not come back as they were."""

    slot: Slot
    column: int | None
    was: Sequence[str]
    came: Sequence[str]

    @property
    def place(self) -> Message:
        return label_of(self.slot, self.column).place()

    @property
    def is_look(self) -> bool:
        """Whether it is the look of the words alone that has changed."""
        return [bare(each) for each in self.came] == [*self.was]

    @property
    def strangers(self) -> str:
        """Words that have come in although nobody had put them there; "" if none has."""
        was = [*filter(None, _lines(self.was))]
        beside = (_beside(line, was) for line in _lines(self.came))
        return next(filter(None, beside), "")


class RoundTrip:
    """A form on its way into Word and back, by a template of its own or by the one built of it."""

    def __init__(self, form: Form, template: bytes | None) -> None:
        self._form = form
        self._template = template
        self._says = sample_of(form)

    def findings(self) -> Iterator[Finding]:
        """Yield what of a document would not come back.

        Where nobody has touched it, that is an error; where words were corrected in it, a warning.
        """
        try:
            compiled = compile_template(self._template or build(self._form))
        except CannotGoOn:  # which `inspect` reports
            return
        try:
            received = self._sent(compiled, self._says)
        except CannotGoOn as error:
            message = say("a document does not come back: {why}", why=error.message)
            yield self._finding(Severity.ERROR, message, self._advice)
            return
        yield from map(self._apart, unreturned(self._form))
        lost = [*self._lost(received, self._says)]
        yield from map(self._error, lost)
        yield from self._strays(received)
        yield from () if lost else self._repeated(received)
        if not lost:
            yield from self._doubts(compiled)

    def _sent(self, compiled: Compiled, says: FormValues) -> Received:
        document = fill(compiled, filled_sample(self._form, says, made_of=self._says))
        choice = Choice([self._form], template=lambda _form: self._template)
        return receive(document, "", choice)

    def _lost(self, received: Received, says: FormValues) -> Iterator[_Lost]:
        """Yield what is in the document and has not come back to its place."""
        printed = "\n".join(map(plain, texts_of(received.paper.blocks)))
        for slot in slots_of(self._form):
            came = received.extraction.values.get(slot.key, "")
            for lost in _differing(slot, says[slot.key], came):
                if any(line in printed for line in "\n".join(map(plain, lost.was)).split("\n")):
                    yield lost

    def _error(self, lost: _Lost) -> Finding:
        if lost.is_look:
            message = say(
                "{place}: what stands there comes back in bold or italics", place=lost.place
            )
            advice = _STYLE_INSTEAD
        elif words := lost.strangers:
            message = say(
                "{place}: what stands there comes back with other words, “{words}”",
                place=lost.place,
                words=shortened(words, _LONGEST),
            )
            advice = _APART if self._template else _TELL_APART
        else:
            message = say(
                "{place}: what stands there does not come back when a document is imported",
                place=lost.place,
            )
            advice = self._advice
        return self._finding(Severity.ERROR, message, advice, lost.slot)

    def _apart(self, slot: Slot) -> Finding:
        message = say(
            "{place}: what stands there is also shown elsewhere, and an import could not put both "
            "together",
            place=label_of(slot, None).place(),
        )
        return self._finding(Severity.ERROR, message, _SHOW_WHOLE, slot)

    def _strays(self, received: Received) -> Iterator[Finding]:
        """Yield the words of the template that are left, those that differ in figures only once."""
        kinds: dict[str, list[str]] = {}
        for left in received.extraction.left:
            if not _is_made_up(left.text):
                words = plain(left.text)
                kinds.setdefault(_figures.sub("0", words), []).append(words)
        for alike in kinds.values():
            yield self._finding(Severity.ERROR, _stray(alike), self._advice)

    def _repeated(self, received: Received) -> Iterator[Finding]:
        """Yield the words of an author that a document has once more than the form has places."""
        left = [each for each in received.extraction.left if _is_made_up(each.text)]
        for each in left[:1]:
            message = say_n(
                "the template shows answers twice, and {n} text is left on import: “{words}”",
                "the template shows answers twice, and {n} texts are left on import: “{words}”",
                len(left),
                words=shortened(each.words, _LONGEST),
            )
            yield self._finding(Severity.ERROR, message, _SHOW_ONCE)

    def _doubts(self, compiled: Compiled) -> Iterator[Finding]:
        """Yield the places that are lost once somebody has corrected half of the words."""
        found: dict[str, _Lost] = {}
        for half in _HALVES:
            says = corrected(self._says, which=half)
            try:
                lost = self._lost(self._sent(compiled, says), says)
            except CannotGoOn:
                continue
            found |= {each.slot.key: each for each in lost}
        for each in found.values():
            message = say(
                "{place}: what somebody corrects there may not come back", place=each.place
            )
            yield self._finding(Severity.WARNING, message, _KEEP_STYLES, each.slot)

    @property
    def _advice(self) -> Message:
        return _KEEP_WORDS if self._template else _TELL_APART

    def _finding(
        self, severity: Severity, message: Message, advice: Message, slot: Slot | None = None
    ) -> Finding:
        """Return a finding, of a form at its section, of a template as a whole."""
        if self._template:
            return Finding("form-return", severity, message, help=advice, place=START)
        route: Route = ()
        if slot:
            route = next(at for section, at in self._form.placed() if section == slot.section)
        return Finding("form-return", severity, message, route, advice)


def _stray(alike: Sequence[str]) -> Message:
    """Return that words are taken for an author's; only the first of several are named."""
    words = shortened(alike[0], _LONGEST)
    if len(alike) == 1:
        return say("the words “{words}” are taken for those of an author", words=words)
    return say_n(
        "the words “{words}” and the like are taken for those of an author in {n} place",
        "the words “{words}” and the like are taken for those of an author in {n} places",
        len(alike),
        words=words,
    )


def _lines(texts: Sequence[str]) -> Iterator[str]:
    return (line for each in texts for line in plain(each).split("\n"))


def _beside(line: str, was: Sequence[str]) -> str:
    """Return what a line says besides one that was there; "" for words of the sample alone."""
    if not _is_made_up(line):
        return line
    whole = next((each for each in was if each in line), line)
    return " ".join(line.replace(whole, " ", 1).split())


def _differing(
    slot: Slot, was: str | Sequence[Mapping[str, str]], came: str | Sequence[Mapping[str, str]]
) -> Iterator[_Lost]:
    """Yield a place that has not come back, or those of its columns that have not."""
    if was == came:
        return
    if not isinstance(slot, TableSlot) or isinstance(was, str) or isinstance(came, str):
        yield _Lost(slot, None, _words(was), _words(came))
        return
    columns = [
        _Lost(slot, index, _column(was, cell.key), _column(came, cell.key))
        for index, cell in enumerate(slot.cells)
    ]
    lost = [each for each in columns if each.was != each.came]
    if len(was) != len(came) or len(lost) == len(columns):
        yield _Lost(slot, None, _words(was), _words(came))
    else:
        yield from lost


def _words(said: str | Sequence[Mapping[str, str]]) -> list[str]:
    return [said] if isinstance(said, str) else [each for row in said for each in row.values()]


def _column(rows: Sequence[Mapping[str, str]], key: str) -> list[str]:
    return [row.get(key, "") for row in rows]


def _is_made_up(words: str) -> bool:
    """Whether words are those of the sample."""
    return any(each in words for each in MADE_UP)
