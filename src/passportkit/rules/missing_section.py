"""A form asks for a section, and the practice has nothing to say there.

`missing-section`: nothing has been written yet. `empty-section`: the field is there, but holds an
empty list or an empty text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from passportkit.findings import Finding, Severity
from passportkit.forms.bind import missing
from passportkit.forms.model import Form
from passportkit.forms.place_words import PlaceLabel, heading_words, label_of
from passportkit.forms.slots import Slot, sections_of
from passportkit.language import Message, mark, say, shortened
from passportkit.practice import Practice
from passportkit.rules import empty_section
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find the required sections that stay empty, once for a section or once for each part."""
    for form in context.forms:
        gaps = _FormGaps(form, context.practice)
        for _, slots in sections_of(form):
            yield from gaps.among(slots)


_LONGEST = 300
"""How many characters of a heading or a number are told: it may be long, and have many parts."""


class _FormGaps:
    """What a form lacks of a practice. It may ask for the same in many places."""

    def __init__(self, form: Form, practice: Practice) -> None:
        self._form = form
        self._practice = practice
        self._lacking = {slot.key for slot in missing(form, practice)}
        self._seen = practice.seen_by(form.name)
        self._untouched: dict[str, bool] = {}

    def among(self, slots: Sequence[Slot]) -> Iterator[Finding]:
        """Yield what is lacking of a section, of which these are the places."""
        wanted = [slot for slot in slots if slot.required]
        lacking = [slot for slot in wanted if slot.key in self._lacking]
        if not lacking:
            return
        label = label_of(lacking[0])
        heading = shortened(heading_words(label.heading), _LONGEST)
        section = self._section(label, heading)
        if len(lacking) == len(wanted):
            yield self._finding(lacking, section)
            return
        for slot in lacking:
            part = label_of(slot).part
            yield self._finding([slot], self._part(label, heading, part) if part else section)

    def _section(self, label: PlaceLabel, heading: str) -> Message:
        return say(
            "section {number} of {form}, “{heading}”, is missing",
            number=shortened(label.number, _LONGEST) or "–",
            form=self._form.name,
            heading=heading,
        )

    def _part(self, label: PlaceLabel, heading: str, part: str) -> Message:
        return say(
            "in section {number} of {form}, “{heading}”, the part “{part}” is missing",
            number=shortened(label.number, _LONGEST) or "–",
            form=self._form.name,
            heading=heading,
            part=heading_words(part),
        )

    def _finding(self, slots: Sequence[Slot], message: Message) -> Finding:
        fields = list(dict.fromkeys(str(slot.fields[0][0]) for slot in slots))
        rule = RULE if all(map(self._is_untouched, fields)) else empty_section.RULE
        names = ", ".join(f"`{field}`" for field in fields)
        return rule.found(
            self._practice.route_of(self._form.name, fields[0]),
            message,
            say("write what belongs there under {fields}", fields=names),
            on_key=True,
        )

    def _is_untouched(self, field: str) -> bool:
        if field not in self._untouched:
            self._untouched[field] = _is_untouched(getattr(self._seen, field))
        return self._untouched[field]


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
