"""A text is longer than its form allows, in characters, sentences or items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from passportkit.findings import Finding, Route, Severity
from passportkit.forms.model import Form, Limit
from passportkit.forms.shows import Show
from passportkit.forms.slots import Slot, TableSlot, TextSlot, slots_of
from passportkit.language import Message, mark, say
from passportkit.practice import Practice
from passportkit.rules.rule import Context, Rule
from passportkit.text import parse, plain
from passportkit.text.sentence_count import sentences_in


def check(context: Context) -> Iterator[Finding]:
    """Find what is longer than its place in a form; lines and pages are measured by nobody here."""
    for form in context.forms:
        seen = context.practice.seen_by(form.name)
        counts: dict[tuple[Show, _Length], int] = {}  # a form may show the same in many places
        for slot, measure, most in _limited(form):
            if isinstance(slot, TableSlot):
                count = _count_of_rows(slot, seen)
            elif (slot.show, measure) in counts:
                count = counts[slot.show, measure]
            else:
                count = counts[slot.show, measure] = measure.count(_words(slot.show, seen))
            if count > most:
                yield RULE.found(
                    _place(context.practice, form, slot),
                    measure.says(count, most),
                    say("shorten it, or write less for `{form}` under `for`", form=form.name),
                )


def _count_of_rows(slot: TableSlot, practice: Practice) -> int:
    rows = slot.rows.of(practice)
    return 1 if isinstance(rows, str) else len(rows)


def _words(show: Show, practice: Practice) -> str:
    """Return what an author says in a place; of boxes only the answers."""
    text = show.text(practice)
    ticks = show.boxes.ticks(text) if show.boxes else None
    if show.boxes is None or ticks is None:
        return text
    return "\n".join(f"- {answer}" for answer in show.boxes.answers(ticks))


class _Length(NamedTuple):
    """How a length is counted of a text in the markup, and what is said of one beyond its limit."""

    count: Callable[[str], int]
    found: str

    def says(self, count: int, most: int) -> Message:
        return say(self.found, count=count, limit=most)


def _signs(text: str) -> int:
    """Return how many characters have no blank, of whichever width."""
    return sum(not sign.isspace() for sign in plain(text))


def _items(text: str) -> int:
    """Return how many items a list has at its top; what is no list is one item."""
    items = [line for line in parse(text) if line.kind != "paragraph" and not line.level]
    return len(items) or bool(text)


_CHARACTERS = _Length(
    lambda text: len(plain(text)),
    mark("this has {count} characters, and the form allows {limit}"),
)
_SIGNS = _Length(
    _signs, mark("this has {count} characters without blanks, and the form allows {limit}")
)
_SENTENCES = _Length(
    lambda text: sentences_in(plain(text)),
    mark("this has {count} sentences, and the form allows {limit}"),
)
_ITEMS = _Length(_items, mark("this has {count} items, and the form allows {limit}"))


def _measured(limit: Limit) -> Iterator[tuple[_Length, int]]:
    """Yield what is counted, and how much of it there may be."""
    if limit.characters:
        yield _CHARACTERS if limit.blanks else _SIGNS, limit.characters
    if limit.sentences:
        yield _SENTENCES, limit.sentences
    if limit.items:
        yield _ITEMS, limit.items


@lru_cache(maxsize=64)
def _limited(form: Form) -> Sequence[tuple[Slot, _Length, int]]:
    """Return the places that somebody fills, and how much may stand there."""
    return tuple(_limits(form))


def _limits(form: Form) -> Iterator[tuple[Slot, _Length, int]]:
    for slot in slots_of(form):
        limit = slot.section.limit_of(slot.block)
        if limit is None or (isinstance(slot, TextSlot) and not slot.is_written):
            continue
        for measure, most in _measured(limit):
            if measure is _ITEMS or isinstance(slot, TextSlot):
                yield slot, measure, most


def _place(practice: Practice, form: Form, slot: Slot) -> Route:
    """Return where the file says what stands in a slot, or the first field of it."""
    field, *steps = slot.fields[0]
    items = getattr(practice.seen_by(form.name), str(field))
    further = (len(items) - 1 if step == -1 else step for step in steps)
    return (*practice.route_of(form.name, str(field)), *further)


RULE = Rule(
    "text-too-long",
    Severity.WARNING,
    check,
    finds=mark("a text is longer than its form allows: in characters, sentences or items"),
    why=mark(
        "A contest that counts characters cuts off what is too much, or sends the application "
        "back. Punctuation counts, and blanks unless the form says otherwise; the asterisks of "
        "bold and italic words do not. A sentence ends with a line, or where a new one begins "
        "behind a stop: «г. Енисейск» and «А. И.» have none within. `passport form show` names the "
        "limits of a form, also those in lines and pages, which nobody measures here. In the "
        "example the form allows 60 characters."
    ),
    bad="""\
forms: [short-story]
summary: В каждом дворе сосед ведёт клуб по интересам, а городской центр обучает ведущих.
""",
    good="""\
forms: [short-story]
summary: В каждом дворе сосед ведёт клуб по интересам.
""",
    of_a_value=True,
)
