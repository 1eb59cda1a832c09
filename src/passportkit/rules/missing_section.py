"""A form asks for a section, and the practice has nothing to say there.

`missing-section`: nothing has been written yet. `empty-section`: the field is there, but holds an
empty list or an empty text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from pydantic import BaseModel

from passportkit.findings import Finding, Severity
from passportkit.forms.bind import missing
from passportkit.forms.model import Form, Section
from passportkit.forms.place_words import PlaceLabel, heading_words, label_of
from passportkit.forms.slots import Slot, slots_of
from passportkit.language import Message, mark, say
from passportkit.practice import Practice
from passportkit.rules import empty_section
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find the required sections that stay empty, once for a section or once for each part."""
    for form in context.forms:
        lacking = missing(form, context.practice)
        for section, slots in groupby(lacking, lambda slot: slot.section):
            yield from _in_section(form, context.practice, section, list(slots))


def _in_section(
    form: Form, practice: Practice, section: Section, lacking: Sequence[Slot]
) -> Iterator[Finding]:
    wanted = [slot for slot in slots_of(form) if slot.section is section and slot.required]
    if len(lacking) == len(wanted):
        yield _finding(form, practice, lacking, _heading(form, label_of(lacking[0])))
        return
    for slot in lacking:
        yield _finding(form, practice, [slot], _part(form, label_of(slot)))


def _finding(form: Form, practice: Practice, slots: Sequence[Slot], message: Message) -> Finding:
    fields = list(dict.fromkeys(str(slot.fields[0][0]) for slot in slots))
    values = [getattr(practice.seen_by(form.name), field) for field in fields]
    rule = RULE if all(map(_is_untouched, values)) else empty_section.RULE
    names = ", ".join(f"`{field}`" for field in fields)
    return rule.found(
        practice.route_of(form.name, fields[0]),
        message,
        say("write what belongs there under {fields}", fields=names),
        on_key=True,
    )


def _heading(form: Form, label: PlaceLabel) -> Message:
    return say(
        "section {number} of {form}, “{heading}”, is missing",
        number=label.number or "–",
        form=form.name,
        heading=heading_words(label.heading),
    )


def _part(form: Form, label: PlaceLabel) -> Message:
    if not label.part:
        return _heading(form, label)
    return say(
        "in section {number} of {form}, “{heading}”, the part “{part}” is missing",
        number=label.number or "–",
        form=form.name,
        heading=heading_words(label.heading),
        part=heading_words(label.part),
    )


def _is_untouched(value: Any) -> bool:
    """Whether a value is as a scaffold leaves it: absent, or rows whose keys have no value."""
    if isinstance(value, BaseModel):
        return all(_is_untouched(getattr(value, name)) for name in type(value).model_fields)
    if isinstance(value, list):
        return bool(value) and all(map(_is_untouched, value))
    return value is None


RULE = Rule(
    "missing-section",
    Severity.ERROR,
    check,
    finds=mark("a section that a form asks for has not been written"),
    why=mark(
        "The contest returns an application with an empty section unread. Which sections a form "
        "asks for, `passport form show` says. A draft, `passport render --draft`, is made all the "
        "same, and marks the empty places."
    ),
    bad="""\
forms: [algorithm]
""",
    good="""\
forms: [algorithm]
initiator: Ресурсный центр поддержки НКО города Светлоречье
""",
)
