"""Premises: what a practice has to say of itself before a form asks it for a section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from passportkit.findings import Finding, Route, Severity
from passportkit.forms.fact_ways import way_to
from passportkit.forms.model import Section
from passportkit.language import Message, mark, say
from passportkit.practice import Facts, Record
from passportkit.practice.choice import ChoiceWords, YesNoWords, same_choice
from passportkit.suggestion import suggest

_YES = YesNoWords.choices[0]


class Premise(NamedTuple):
    """A fact that says yes, or anything at all; with an `answer`, one that says just that."""

    fact: str
    answer: str | None = None

    def holds(self, facts: Facts) -> bool:
        """Whether facts say so."""
        way = way_to(type(facts), self.fact)
        return way is not None and any(self._is_met(value) for value, _ in way.values(facts))

    def _is_met(self, value: Any) -> bool:
        if isinstance(value, Record):  # of yes or no, with what is said besides
            value = getattr(value, "answer", value)
        if self.answer is not None:
            return isinstance(value, str) and same_choice(value) == same_choice(self.answer)
        if isinstance(value, YesNoWords):
            return bool(value.is_yes)
        return not value.is_blank if isinstance(value, Record) else bool(value)

    def in_words(self, owner: type[BaseModel]) -> Message:
        """Return when a section is asked for of a record of type `owner`."""
        choice = _choice_of(owner, self.fact)
        is_yes_no = choice is not None and issubclass(choice, YesNoWords)
        answer = self.answer or (_YES if is_yes_no else "")
        if not answer:
            return say("only if something is said in `{fact}`", fact=self.fact)
        return say("only if `{fact}` is “{answer}”", fact=self.fact, answer=answer)

    def faults(self, owner: type[BaseModel], route: Route) -> Iterator[Finding]:
        """Yield what is wrong with it in a form, where it stands at `route`."""
        choice = _choice_of(owner, self.fact)
        if way_to(owner, self.fact) is None:
            message = say("there is no fact “{name}”", name=self.fact)
            advice = suggest(self.fact, tuple(owner.model_fields), mark("the facts are: {names}"))
            yield Finding("unknown-show", Severity.ERROR, message, route, advice)
        elif choice and self.answer and not (choice.is_open or choice(self.answer).is_read):
            message = say("“{words}” is none of the answers there are", words=self.answer)
            advice = suggest(self.answer, [*choice.choices], mark("choose one of: {names}"))
            yield Finding("unknown-choice", Severity.ERROR, message, route, advice)


def premise_of(section: Section) -> Premise | None:
    """Return what has to hold before a form asks for a section; None where nothing has to."""
    said = section.only_if
    if isinstance(said, str):
        return Premise(said)
    return Premise(*next(iter(said.items()))) if said else None


def is_wanted(section: Section, facts: Facts) -> bool:
    """Whether a form asks for a section of a practice that says so."""
    premise = premise_of(section)
    return premise is None or premise.holds(facts)


def _choice_of(owner: type[BaseModel], name: str) -> type[ChoiceWords] | None:
    """Return the choice that a fact is, be it with details; None where it is none."""
    way = way_to(owner, name)
    if way is None:
        return None
    from passportkit.practice.yes_no import YesNoDetails  # few forms ask under a premise

    if way.shape.of(YesNoDetails):
        return YesNoWords
    return next(iter(way.shape.of(ChoiceWords)), None)
