"""A text is longer than its form allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from passportkit.findings import Finding, Route, Severity
from passportkit.forms.model import Form
from passportkit.forms.shows import Show
from passportkit.forms.slots import TextSlot, slots_of
from passportkit.language import mark, say
from passportkit.practice import Practice
from passportkit.rules.rule import Context, Rule
from passportkit.text import plain


def check(context: Context) -> Iterator[Finding]:
    """Find what has more characters than its place in a form; pages are measured by nobody here."""
    for form in context.forms:
        seen = context.practice.seen_by(form.name)
        lengths: dict[Show, int] = {}  # a form may show the same in many places
        for slot, most in _limited(form):
            if slot.show not in lengths:
                lengths[slot.show] = len(plain(slot.show.text(seen)))
            if (count := lengths[slot.show]) > most:
                yield RULE.found(
                    _place(context.practice, form, slot),
                    say(
                        "this has {count} characters, and the form allows {limit}",
                        count=count,
                        limit=most,
                    ),
                    say("shorten it, or write less for `{form}` under `for`", form=form.name),
                )


@lru_cache(maxsize=64)
def _limited(form: Form) -> Sequence[tuple[TextSlot, int]]:
    """Return the texts that somebody writes, and how many characters they may have."""
    return tuple(_limits(form))


def _limits(form: Form) -> Iterator[tuple[TextSlot, int]]:
    for slot in slots_of(form):
        limit = slot.section.limit_of(slot.block)
        if limit and limit.characters and isinstance(slot, TextSlot) and slot.is_written:
            yield slot, limit.characters


def _place(practice: Practice, form: Form, slot: TextSlot) -> Route:
    """Return where the file says the text of a slot, or the first field of it."""
    field, *steps = slot.fields[0]
    items = getattr(practice.seen_by(form.name), str(field))
    further = (len(items) - 1 if step == -1 else step for step in steps)
    return (*practice.route_of(form.name, str(field)), *further)


RULE = Rule(
    "text-too-long",
    Severity.WARNING,
    check,
    finds=mark("a text has more characters than its form allows"),
    why=mark(
        "A contest that counts characters cuts off what is too much, or sends the application "
        "back. Blanks and punctuation count, the asterisks of bold and italic words do not; "
        "`passport form show` names the limits of a form. In the example the form allows 60 "
        "characters."
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
