"""Choices as boxes: each answer that there is on a line of its own, ticked where it is given.

An answer that has no box stands on a further line, other words and details behind their box. Words
that look like boxes themselves stand whole, without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from passportkit.practice.choice import ChoiceWords, same_choice
from passportkit.practice.view import View, ViewValues
from passportkit.text import escape, respell
from passportkit.text.pattern import pattern

TICKED, UNTICKED = "☒", "☐"

_OTHERS = ("ино", "друг", "проч")
"""How the answer begins that takes other words behind it."""

_OTHER = "иное"
"""What the box for other words is called where the form has none for them."""

_has_box = pattern(rf"^[^\w{TICKED}{UNTICKED}]*[{TICKED}{UNTICKED}]", re.MULTILINE)


class Ticks(NamedTuple):
    """Which boxes are ticked, what stands behind some, and the answers that have no box."""

    ticked: frozenset[int] = frozenset()
    behind: Mapping[int, str] = {}
    further: Sequence[str] = ()

    @property
    def say_something(self) -> bool:
        """Whether there is any answer."""
        return bool(self.ticked or self.behind or self.further)


class Boxes:
    """The boxes of a choice, by the answers that there are.

    Behind the box of `other`, words may stand that are none of them; where `with_details`, what is
    said besides stands behind the box that is ticked.
    """

    def __init__(
        self, choices: Sequence[str], *, is_open: bool = False, with_details: bool = False
    ) -> None:
        self.choices = [*choices]
        if is_open and not same_choice(choices[-1]).startswith(_OTHERS):
            self.choices.append(_OTHER)
        self.other = len(self.choices) - 1 if is_open else None
        self.with_details = with_details

    @cached_property
    def labels(self) -> Sequence[str]:
        """The words beside each box, in a line."""
        return [" ".join(choice.split()) for choice in self.choices]

    @cached_property
    def unticked(self) -> str:
        """The lines of all boxes where nothing is answered."""
        return respell(self.text(Ticks()))

    def text(self, ticks: Ticks) -> str:
        """Return the lines of all boxes, and of the answers without any."""
        lines = [
            self.line(n, n in ticks.ticked, ticks.behind.get(n, ""))
            for n in range(len(self.choices))
        ]
        return "\n".join([*lines, *(f"{TICKED} {words}" for words in ticks.further)])

    def line(self, number: int, is_ticked: bool, behind: str = "") -> str:
        """Return the line of a box."""
        words, sign = self._spelt[number], TICKED if is_ticked else UNTICKED
        return f"{sign} {words}{_between(words)}{behind}" if behind else f"{sign} {words}"

    def ticks(self, text: str) -> Ticks | None:
        """Return what the lines of all boxes say, as `text` writes them; None of other words."""
        items = _items(text)
        if items is None or len(items) < len(self.choices):
            return None
        boxes, further = items[: len(self.choices)], items[len(self.choices) :]
        behind = [self._behind(n, words) for n, (_, words) in enumerate(boxes)]
        if None in behind or not all(is_ticked for is_ticked, _ in further):
            return None
        return Ticks(
            frozenset(n for n, (is_ticked, _) in enumerate(boxes) if is_ticked),
            {n: words for n, words in enumerate(behind) if words},
            [words for _, words in further],
        )

    def ticked_by(self, answers: Iterable[str], details: str = "") -> Ticks:
        """Return which boxes answers tick, and what stands behind them and below."""
        known = {same_choice(label): n for n, label in enumerate(self.choices)}
        ticked: dict[int, None] = {}
        behind: dict[int, str] = {}
        further: list[str] = []
        for answer in filter(None, answers):
            number = known.get(same_choice(answer))
            if number is None and self.other is not None and self.other not in behind:
                number, behind[self.other] = self.other, self._other_words(answer)
            if number is None:
                further.append(answer)
            else:
                ticked[number] = None
        if details and further:
            further[-1] += f": {details}"
        elif details:
            behind[next(iter(ticked), 0)] = details
        return Ticks(frozenset(ticked), behind, further)

    def answers(self, ticks: Ticks) -> list[str]:
        """Return the answers that are ticked; other words go for the box that they are behind."""
        ticked = [
            ticks.behind.get(n, self.choices[n]) if n == self.other else self.choices[n]
            for n in sorted(ticks.ticked)
        ]
        return [*ticked, *ticks.further]

    def takes_words(self, number: int) -> bool:
        """Whether words may stand behind a box."""
        return self.with_details or number == self.other

    @cached_property
    def _spelt(self) -> Sequence[str]:
        """The words beside each box in the markup, as they are spelt behind a sign."""
        return [respell(escape(f"{TICKED} {label}"))[2:] for label in self.labels]

    def _behind(self, number: int, words: str) -> str | None:
        """Return the words behind those of a box; None where they are not its own."""
        label = self._spelt[number]
        if words == label:
            return ""
        head = f"{label}{_between(label)}"
        return words[len(head) :] if self.takes_words(number) and words.startswith(head) else None

    def _other_words(self, answer: str) -> str:
        """Return other words without those of their box, which people repeat."""
        label = self.labels[-1]
        head = f"{label}{_between(label)}".lower()
        return (answer[len(head) :] if answer.lower().startswith(head) else "") or answer


def boxes_of(kind: type[ChoiceWords], *, with_details: bool = False) -> Boxes:
    """Return the boxes of a choice."""
    return Boxes(kind.choices, is_open=kind.is_open, with_details=with_details)


def boxed(view: View, boxes: Boxes) -> View:
    """Return the view that shows in boxes the one answer that another shows in words."""

    def show(answer: str | None) -> str:
        return _shown(boxes, boxes.ticked_by([answer or ""]), view.format(answer))

    def read(text: str) -> ViewValues | None:
        ticks = boxes.ticks(text)
        answers = boxes.answers(ticks) if ticks else ()
        return (answers[0],) if len(answers) == 1 else None

    return View(view.fields, show, read)


def boxed_list(view: View, boxes: Boxes) -> View:
    """Return the view that shows in boxes the answers that another shows as a list."""

    def show(answers: Sequence[str] | str | None) -> str:
        said = [answers] if isinstance(answers, str) else answers or ()
        return _shown(boxes, boxes.ticked_by(said), view.format(answers))

    def read(text: str) -> ViewValues | None:
        ticks = boxes.ticks(text)
        return view.parse(text) if ticks is None else (boxes.answers(ticks),)

    return View(view.fields, show, read)


def boxed_details(view: View, boxes: Boxes) -> View:
    """Return the view that shows an answer in boxes, and what is said besides behind it."""

    def show(answer: str | None, details: str | None) -> str:
        ticks = boxes.ticked_by([answer or ""], details or "")
        return _shown(boxes, ticks, view.format(answer, details))

    def read(text: str) -> ViewValues | None:
        ticks = boxes.ticks(text)
        if ticks is None:
            return view.parse(text)
        answers, behind = boxes.answers(ticks), [*ticks.behind.values()]
        if len(answers) > 1 or len(behind) > 1:
            return None
        return next(iter(answers), None), next(iter(behind), None)

    return View(view.fields, show, read)


def _shown(boxes: Boxes, ticks: Ticks, words: str) -> str:
    """Return an answer in its boxes; one that has signs of boxes itself in words alone."""
    if not ticks.say_something or _has_box.search(words):
        return words
    return boxes.text(ticks)


def _between(label: str) -> str:
    return " " if label.endswith(":") else ": "


def _items(text: str) -> list[tuple[bool, str]] | None:
    """Return whether each box of a text is ticked, and its words; None where they begin in none."""
    items: list[tuple[bool, str]] = []
    for line in text.split("\n"):
        sign, blank, words = line[:1], line[1:2], line[2:]
        if sign in (TICKED, UNTICKED) and blank == " ":
            items.append((sign == TICKED, words))
        elif items:
            items[-1] = items[-1][0], f"{items[-1][1]}\n{line}"
        else:
            return None
    return items
