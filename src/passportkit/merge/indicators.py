"""Values of indicators that were corrected where a form shows them under a text.

The view owns the text alone: what an indicator is called stands in two places of the form. But a
line of which only the value differs says clearly enough which value is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.findings import Route
from passportkit.forms.shows import Show
from passportkit.merge.wanted_values import Holder, asked
from passportkit.source import Data
from passportkit.text import respell

FIELD = "indicators"
_TEXT = "situation_"


def with_indicators(show: Show, theirs: str, holder: Holder) -> dict[Route, Data]:
    """Return the values that have to change for `show` to say `theirs`, also of indicators."""
    values = _corrected(show, theirs.split("\n"), holder.step(FIELD))
    if not values:
        return asked(show, theirs, holder)
    lines = [_line(show, each) for each in holder.step(FIELD).record]
    above = theirs.split("\n")[: -len(list(filter(None, lines)))]
    return {**asked(show, "\n".join([*above, *filter(None, lines)]), holder), **values}


def _corrected(show: Show, said: Sequence[str], holder: Holder) -> dict[Route, Data]:
    """Return the values that differ; none where anything else of the lines at the end does."""
    moment = show.view.fields[0].removeprefix(_TEXT)
    shown = [(i, each, _line(show, each)) for i, each in enumerate(holder.record or ())]
    shown = [entry for entry in shown if entry[2]]
    if not shown or len(said) < len(shown):
        return {}
    values: dict[Route, Data] = {}
    for (index, entry, line), words in zip(shown, said[-len(shown) :], strict=True):
        name = line.removesuffix(respell(getattr(entry, moment)))
        value = words.removeprefix(name)
        if name == line or value == words or not value:
            return {}
        if words != line:
            values[(*holder.route, index, moment)] = value
    return values


def _line(show: Show, indicator: object) -> str:
    """Return what stands under the text for one indicator."""
    return respell(show.view.format(None, [indicator]))
