"""From plain data to a model; whatever does not fit becomes a finding, and the rest goes on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from passportkit.findings import Finding, Route, Severity
from passportkit.language import AnyMessage, Message, mark, say
from passportkit.source.document import Data
from passportkit.source.model_shape import choices_at, fields, is_needed_at, models_at
from passportkit.suggestion import suggest

M = TypeVar("M", bound=BaseModel)


class Parsed(NamedTuple, Generic[M]):
    """A model made of data, as far as the data fit.

    `value` is None where nothing can be made of them. `findings` say what was left out. `spoilt`
    are the routes of these and of all that holds them; `gaps` have, by the route of a list, what
    `_gaps` says of the items that it lacks.
    """

    value: M | None
    findings: tuple[Finding, ...] = ()
    spoilt: frozenset[Route] = frozenset()
    gaps: Mapping[Route, Sequence[int]] = {}

    def route_of(self, route: Route) -> Route:
        """Return where the data have what stands at `route` of the value.

        The items behind one that was left out have moved up.
        """
        if not self.gaps:
            return route
        found: Route = ()
        for step in route:
            gaps = self.gaps.get(found, ()) if isinstance(step, int) else ()
            found = (*found, step + bisect_right(gaps, step) if isinstance(step, int) else step)
        return found

    def is_spoilt(self, route: Route) -> bool:
        """Whether something at `route` or below it was left out."""
        return route in self.spoilt


def parse(model: type[M], data: Mapping[str, Data], context: object = None) -> Parsed[M]:
    """Make `model` of `data`; what does not fit is left out and found.

    `context` is what else the model may ask for when it is made.
    """
    try:
        return Parsed(model.model_validate(data, context=context))
    except ValidationError as error:
        details = error.errors(include_url=False)
    findings = tuple(dict.fromkeys(_findings(model, data, details)))
    left_out = frozenset(_unfit(model, finding.route) for finding in findings)
    spoilt = frozenset(_prefixes(finding.route for finding in findings))
    try:
        value = model.model_validate(_without(data, _tree(left_out)), context=context)
    except ValidationError:
        return Parsed(None, findings, spoilt)
    return Parsed(value, findings, spoilt, _gaps(left_out))


def _prefixes(routes: Iterable[Route]) -> Iterator[Route]:
    """Yield the routes, and those of all that holds what stands there."""
    for route in routes:
        yield from (route[:length] for length in range(len(route) + 1))


def _gaps(left_out: Iterable[Route]) -> dict[Route, list[int]]:
    """Return, by the route of a list, for each item that it lacks how many others stand before it.

    Of the others, those from that number on have moved up by one more.
    """
    gaps: dict[Route, list[int]] = {}
    for *above, step in sorted(filter(None, left_out), key=_by_number):
        if isinstance(step, int):
            known = gaps.setdefault(tuple(above), [])
            known.append(step - len(known))
    return gaps


def _by_number(route: Route) -> int:
    step = route[-1]
    return step if isinstance(step, int) else -1


_Tree = dict[str | int, "_Tree"]
"""Routes by their steps; behind the last one there is nothing."""


def _tree(routes: Iterable[Route]) -> _Tree:
    tree: _Tree = {}
    for route in sorted(routes, key=len, reverse=True):
        *above, last = route or ("",)
        below = tree
        for step in above:
            below = below.setdefault(step, {})
        below[last] = {}
    return tree


def _without(data: Data, routes: _Tree) -> Data:
    """Return `data` without the values at `routes`; only what leads to them is copied.

    So it does not matter how deep the rest lies, which may be deeper than calls can.
    """
    there = {step: below for step, below in routes.items() if _child(data, step) is not _ABSENT}
    if not there:
        return data
    remains = data.copy()
    for step, below in there.items():
        remains[step] = _without(data[step], below) if below else _ABSENT
    if isinstance(remains, list):
        return [each for each in remains if each is not _ABSENT]
    return {key: each for key, each in remains.items() if each is not _ABSENT}


def _unfit(model: type[BaseModel], route: Route) -> Route:
    """Return what has to go with the value at `route`: the record, where that needs the value."""
    while route and is_needed_at(model, route):
        route = route[:-1]
    return route


_ABSENT = object()


def _child(holder: Any, step: str | int) -> Any:
    if isinstance(holder, list):
        return holder[step] if isinstance(step, int) and step < len(holder) else _ABSENT
    return holder.get(step, _ABSENT) if isinstance(holder, dict) else _ABSENT


class _Misfit(NamedTuple):
    """What Pydantic says of a value that does not fit, without its words."""

    model: type[BaseModel]
    kind: str
    route: Route
    value: Data
    context: Mapping[str, Any]

    def finding(self, rule: str, message: Message, advice: AnyMessage | None = None) -> Finding:
        return Finding(rule, Severity.ERROR, message, self.route, advice)


def _is_echo(detail: ErrorDetails) -> bool:
    """Whether a list is only called too short because items of it do not fit."""
    return detail["type"] == "too_short" and len(detail["input"]) > detail["ctx"]["actual_length"]


def _findings(model: type[BaseModel], data: Data, details: list[ErrorDetails]) -> Iterator[Finding]:
    """Yield what is found, and let go of each detail: they take more than what is made of them."""
    details.reverse()
    while details:
        detail = details.pop()
        if not _is_echo(detail):
            yield _finding(model, data, detail)


def _finding(model: type[BaseModel], data: Data, detail: ErrorDetails) -> Finding:
    route = tuple(_steps(data, detail["loc"]))
    misfit = _Misfit(model, detail["type"], route, detail["input"], detail.get("ctx", {}))
    found = _KINDS.get(misfit.kind, _other)(misfit)
    return found._replace(on_key=True) if detail["loc"][-1:] == (_KEY,) else found


def _steps(data: Data, location: Route) -> Iterator[str | int]:
    """Yield the steps of a location that lead into the data, or to what is missing there.

    The names of a union's branches stand in it too: ours are in parentheses, and so may be a key.
    A key that does not fit is followed by a word of Pydantic's.
    """
    for step in location:
        child = _child(data, step)
        if child is not _ABSENT or not (str(step).startswith("(") or step == _KEY):
            yield step
            data = child


_KEY = "[key]"
"""What Pydantic says behind the way to a mapping's key, when that is what does not fit."""

Maker = Callable[[_Misfit], Finding]


def _unknown_field(misfit: _Misfit) -> Finding:
    name = str(misfit.route[-1])
    message = say("there is no field “{name}” here", name=name)
    if len(misfit.route) > 1 and misfit.value is None and not name.isascii():
        comma = say("between braces, put a text with a comma in quotes")
        return misfit.finding("unknown-field", message, comma)._replace(on_key=True)
    known = _known(tuple(models_at(misfit.model, misfit.route[:-1])))
    advice = suggest(name.replace("-", "_").lower(), known, mark("the fields here are: {names}"))
    return misfit.finding("unknown-field", message, advice)._replace(on_key=True)


@cache
def _known(owners: tuple[type[BaseModel], ...]) -> tuple[str, ...]:
    return tuple(key for owner in owners for key in fields(owner))


def _missing_field(misfit: _Misfit) -> Finding:
    name = misfit.route[-1]
    if isinstance(name, int):  # a tuple of fixed length says so of each item it lacks
        return _wrong_length(misfit._replace(route=misfit.route[:-1]))
    if name == "passport":
        return misfit.finding(
            "format-version",
            say("the version of the format is not given"),
            say("write `passport: 1` in the first line"),
        )
    return misfit.finding(
        "missing-field",
        say("the field “{name}” is missing", name=name),
        say("write `{name}:` and what belongs there", name=name),
    )


def _wrong_type(wanted: str, advice: str) -> Maker:
    def make(misfit: _Misfit) -> Finding:
        if misfit.value is None or misfit.value == "":
            return _nothing_there(misfit)
        given = next((words for kind, words in _GIVEN if isinstance(misfit.value, kind)), "")
        message = say(
            "{given} stands here instead of {wanted}", given=say(given), wanted=say(wanted)
        )
        return misfit.finding("wrong-type", message, say(advice))

    return make


_GIVEN = (
    (list, mark("a list")),
    (dict, mark("a mapping with keys")),
    (object, mark("a text")),
)


def _nothing_there(misfit: _Misfit) -> Finding:
    if misfit.route and isinstance(misfit.route[-1], int):
        advice = say("write it, or delete the dash")
        return misfit.finding("empty-section", say("an item of the list is empty"), advice)
    return _missing_field(misfit)


def _wrong_choice(misfit: _Misfit) -> Finding:
    if misfit.value is None or isinstance(misfit.value, list | dict):
        return _TEXT(misfit)
    if misfit.route == ("passport",):
        return misfit.finding(
            "format-version",
            say("version “{version}” of the format is unknown here", version=misfit.value),
            say("this program knows version 1; a newer file needs a newer program"),
        )
    known = ", ".join(map(_as_typed, choices_at(misfit.model, misfit.route)))
    message = say("“{value}” is not known here", value=misfit.value)
    return misfit.finding("wrong-type", message, say("write one of these: {known}", known=known))


def _as_typed(choice: str) -> str:
    """Return a choice as it is written in a file: in quotes where it has blanks around it."""
    return choice if choice == choice.strip() else f'"{repr(choice)[1:-1]}"'


def _wrong_yes_no(misfit: _Misfit) -> Finding:
    message = say("“{value}” is neither yes nor no", value=misfit.value)
    return misfit.finding("wrong-type", message, say("write `true` or `false`"))


def _wrong_number(misfit: _Misfit) -> Finding:
    message = say("“{value}” is not a number that fits here", value=misfit.value)
    limits = [f"{_SIGNS[k]} {v}" for k, v in misfit.context.items() if k in _SIGNS]
    advice = say("the number must be {limits}", limits=", ".join(limits)) if limits else None
    return misfit.finding("wrong-type", message, advice)


_SIGNS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤"}


def _wrong_length(misfit: _Misfit) -> Finding:
    return misfit.finding("wrong-type", say("this list has too many items, or too few"))


def _wrong_name(misfit: _Misfit) -> Finding:
    message = say("“{value}” cannot be a name here", value=misfit.value)
    advice = say("a name has small Latin letters, digits and single hyphens")
    return misfit.finding("wrong-type", message, advice)


def _wrong_year(misfit: _Misfit) -> Finding:
    message = say("“{key}” is no year", key=misfit.route[-1])
    return misfit.finding("unknown-field", message, say("write it as `2024`"))


def _said_by_model(misfit: _Misfit) -> Finding:
    """Pass on what a validator of ours says: its error carries the messages themselves."""
    context = misfit.context
    return misfit.finding(context["rule"], context["message"], context["help"])


def _other(misfit: _Misfit) -> Finding:
    return misfit.finding("wrong-type", say("this value does not fit here"))


_TEXT = _wrong_type(mark("a text"), mark("put the text in quotes; several lines go after `|`"))
_NUMBER = _wrong_type(mark("a number"), mark("write one number, without brackets"))
_YES_NO = _wrong_type(mark("yes or no"), mark("write `true` or `false`"))
_LIST = _wrong_type(mark("a list"), mark("begin each item on a line of its own with `- `"))
_MAPPING = _wrong_type(mark("a mapping with keys"), mark("write `key: value` lines here"))

_KINDS: dict[str, Maker] = {
    "bool_parsing": _wrong_yes_no,
    "bool_type": _YES_NO,
    "dict_type": _MAPPING,
    "extra_forbidden": _unknown_field,
    "float_parsing": _wrong_number,
    "float_type": _NUMBER,
    "greater_than": _wrong_number,
    "greater_than_equal": _wrong_number,
    "int_parsing": _wrong_number,
    "int_parsing_size": _wrong_number,
    "int_type": _NUMBER,
    "less_than": _wrong_number,
    "less_than_equal": _wrong_number,
    "list_type": _LIST,
    "literal_error": _wrong_choice,
    "missing": _missing_field,
    "model_attributes_type": _MAPPING,
    "model_type": _MAPPING,
    "said": _said_by_model,
    "string_pattern_mismatch": _wrong_name,
    "string_too_short": _nothing_there,
    "string_type": _TEXT,
    "too_long": _wrong_length,
    "too_short": _wrong_length,
    "tuple_type": _LIST,
    "year_expected": _wrong_year,
}
"""What to say of each kind of Pydantic's errors. Its own English words are never shown."""
