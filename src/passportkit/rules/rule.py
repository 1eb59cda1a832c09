"""What a rule is, and what it gets to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from passportkit.findings import Finding, Place, Route, Severity
from passportkit.forms.catalogue import Catalogue
from passportkit.forms.model import Form
from passportkit.language import AnyMessage, Message
from passportkit.practice import Practice
from passportkit.rules.ways import values_at, ways_to


class Sight(NamedTuple):
    """A practice as a form sees it, and where the file says what is seen."""

    practice: Practice
    form: str | None

    def route(self, field: str) -> Route:
        """Return where the file says what is seen of `field`."""
        return self.practice.route_of(self.form, field)


class Context(NamedTuple):
    """A practice that is checked: what it says, what it shall be handed in as, and the forms.

    `text` is the file, for cheap questions before dear ones. `is_spoilt` says whether something
    at a route of the practice did not fit and was left out.
    """

    practice: Practice
    forms: tuple[Form, ...]
    catalogue: Catalogue
    text: str = ""
    is_spoilt: Callable[[Route], bool] = lambda _route: False

    def said(self, field: str) -> Iterator[tuple[Any, Route]]:
        """Yield what the file says of a field, once for all forms and then for single ones."""
        value = getattr(self.practice, field)
        if value:
            yield value, (field,)
        for form, own in (self.practice.for_ or {}).items():
            if own is not None and (value := getattr(own, field)):
                yield value, ("for", form, field)

    def records(self, field: str) -> Iterator[tuple[Any, Route]]:
        """Yield the records of a list wherever the file says some; prose has none."""
        for value, route in self.said(field):
            if not isinstance(value, str):
                for index, record in enumerate(value):
                    yield record, (*route, index)

    def values(self, kind: type) -> Iterator[tuple[Any, Route]]:
        """Yield the values of a kind wherever in the practice they stand."""
        for field, ways in ways_to(type(self.practice), kind).items():
            for said, route in self.said(field):
                for way in ways:
                    yield from (
                        each for each in values_at(said, way, route) if isinstance(each[0], kind)
                    )

    def sights(self, *fields: str) -> Iterator[Sight]:
        """Yield the practice as the forms see these fields, each different sight once."""
        seen: set[tuple[Route, ...]] = set()
        names: list[str | None] = [form.name for form in self.forms]
        for form in names or [None]:
            sight = Sight(self.practice.seen_by(form) if form else self.practice, form)
            routes = tuple(map(sight.route, fields))
            if routes not in seen:
                seen.add(routes)
                yield sight


Check = Callable[[Context], Iterator[Finding]]


class Rule(NamedTuple):
    """A check with a name, and what to tell people about it.

    `finds` says in one line what it finds, `why` in a few what it matters for and what to do, both
    marked for translation. `bad` is a file, or a part of one, in which it finds something, `good`
    the same in order. A rule without a `check` is reported by what reads a file. One that is not
    `enabled` has to be asked for. One that is `of_a_value` needs to see no more than one: what it
    finds in a value alone is wrong whatever stands beside it, so single answers are asked, too.
    """

    name: str
    severity: Severity
    check: Check | None
    finds: str
    why: str
    bad: str = ""
    good: str = ""
    enabled: bool = True
    of_a_value: bool = False

    def found(
        self,
        route: Route,
        message: Message,
        advice: AnyMessage | None = None,
        *,
        span: tuple[int, int] | None = None,
        on_key: bool = False,
        place: Place | None = None,
    ) -> Finding:
        """Return a finding of this rule."""
        return Finding(self.name, self.severity, message, route, advice, on_key, span, place)
