"""Manners: how a form shows a value, in the author's words or as it demands them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from passportkit.forms.shows import Show
from passportkit.practice.boxes import boxed, boxed_details, boxed_list, boxes_of
from passportkit.practice.choice import YesNoWords
from passportkit.practice.money import Money, view_in_thousands


@cache
def in_manner(show: Show, manner: str) -> Show | None:
    """Return what is shown in a manner, or None where it cannot be shown so."""
    return _MANNERS[manner](show)


def _in_boxes(show: Show) -> Show | None:
    from passportkit.practice.yes_no import YesNoDetails  # few forms have boxes

    has_details = show.owner is not None and issubclass(show.owner, YesNoDetails)
    if has_details and show.view is YesNoDetails.line:
        boxes = boxes_of(YesNoWords, with_details=True)
        return show._replace(view=boxed_details(show.view, boxes), boxes=boxes)
    kind = show.choice
    if kind is None:
        return None
    boxes = boxes_of(kind)
    view = boxed_list(show.view, boxes) if show.is_list else boxed(show.view, boxes)
    return show._replace(view=view, boxes=boxes)


def _in_thousands(show: Show) -> Show | None:
    is_sum = len(show.view.fields) == 1 and show.is_of(Money) and not show.is_list
    if not is_sum or show.view.format(_A_SUM, *[None for _ in show.view.given]) != _A_SUM:
        return None
    return show._replace(view=view_in_thousands(show.view))


_A_SUM = "1 000"
"""What a view shows otherwise has been converted already, as by `budget-in-thousands`."""


_MANNERS: Mapping[str, Callable[[Show], Show | None]] = {
    "words": lambda show: show,
    "boxes": _in_boxes,
    "thousands": _in_thousands,
}
