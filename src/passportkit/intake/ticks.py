"""Boxes that somebody has ticked by hand, with whatever sign, brought to those of the form.

What cannot be told is left as it stands: the words stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from passportkit.forms.model import Form
from passportkit.forms.slots import TextSlot, slots_of
from passportkit.intake.empty_words import is_blank
from passportkit.intake.extraction import Extraction, Furniture
from passportkit.intake.underlined import Underlined, ticks_by_lines
from passportkit.intake.witness import was_said
from passportkit.paper import Paper
from passportkit.paper.markers import marker_of
from passportkit.practice.boxes import Boxes, Ticks
from passportkit.practice.choice import same_choice
from passportkit.stamp import Stamp
from passportkit.text import respell
from passportkit.text.bare import bare

_BY_HAND = "xXхХvV✓✔+"
_sign = re.compile(
    rf"(?P<ticked>[☒☑✓✔✗✘■◼]|[\[(][ \xa0]*[{_BY_HAND}][ \xa0]*[\])]|(?<!\S)[{_BY_HAND}√](?!\S))"
    r"|(?P<unticked>[☐□◻▢❏❑]|[\[(][ \xa0_]*[\])])"
)
_AROUND = " \t\N{NO-BREAK SPACE},;/|"
"""What may stand around an answer in a line of several."""

_behind = re.compile(r"[ \xa0]*[:,–—-][ \xa0]*|[ \xa0]+(?=[(_])|(?=\n)")


class _BoxWords(NamedTuple):
    """Words beside a box: whether it is ticked, None without a box; which box of the form it is."""

    is_ticked: bool | None
    words: str
    box: int | None = None
    behind: str = ""


class _BoxedPlace(NamedTuple):
    """A place with boxes, and the hashes of what stood there; of a column with its table."""

    key: str
    boxes: Boxes
    made_of: Collection[str]
    table: str = ""


def set_ticks(found: Extraction, paper: Paper) -> None:
    """Bring the boxes in what was found to those of the form; empty the places without a tick.

    What stood so when the document was made is the author's.
    """
    underlined, values = Underlined(paper), dict(found.values)
    for place in [*_places(found.form, paper.stamp)]:
        value = values.get(place.table or place.key)
        if not value:
            continue
        lines = [*underlined.of(found.placed_words, place.key, place.table)]
        if isinstance(value, str):
            words = " ".join(words for _, words in lines)
            values[place.key] = _settled(found, place, value, words)
        else:
            rows = [_row(found, place, row, lines) for row in value]
            is_ours = bool(paper.stamp and paper.stamp.hashes)
            values[place.table] = rows if is_ours else _without_blank(rows, value)
    found.values = values


def _without_blank(
    rows: Sequence[Mapping[str, str]], were: Sequence[Mapping[str, str]]
) -> Sequence[Mapping[str, str]]:
    """Return the rows without those that have had only boxes, none of them ticked."""
    both = zip(rows, were, strict=True)
    return [row for row, was in both if any(row.values()) or not any(was.values())]


def _places(form: Form, stamp: Stamp | None) -> Iterator[_BoxedPlace]:
    """Yield the places of a form that have boxes; the cells of a lone column are its rows."""
    hashes, cells = (stamp.hashes, stamp.cells) if stamp else ({}, {})
    for slot in slots_of(form):
        if isinstance(slot, TextSlot):
            if slot.show.boxes:
                yield _BoxedPlace(slot.key, slot.show.boxes, hashes.get(slot.key, ()))
            continue
        count = len(slot.cells)
        said = (cells if count > 1 else hashes).get(slot.key, ())
        for n, cell in enumerate(slot.cells):
            if cell.show.boxes:
                yield _BoxedPlace(cell.key, cell.show.boxes, {*said[n::count]}, slot.key)


def _row(
    found: Extraction, place: _BoxedPlace, row: Mapping[str, str], lines: list[tuple[str, str]]
) -> dict[str, str]:
    """Return a row with the boxes of the form in one column, of which `lines` are underlined."""
    text = row.get(place.key, "")
    at = next((n for n, (said, _) in enumerate(lines) if said == text), None)
    words = "" if at is None else lines.pop(at)[1]
    return {**row, place.key: _settled(found, place, text, words)}


def _settled(found: Extraction, place: _BoxedPlace, text: str, underlined: str) -> str:
    """Return the words of a place with the boxes of the form; "" where none is ticked."""
    if not text or was_said(text, place.made_of):
        return text
    ticks = ticks_of(text, place.boxes)
    if underlined and (ticks is None or not ticks.say_something):
        ticks = ticks_by_lines(text, underlined, place.boxes) or ticks
    if ticks is None:
        return text
    if ticks.say_something:
        return respell(place.boxes.text(ticks))
    _pass_over(found, place, text.split("\n"))
    return ""


def _pass_over(found: Extraction, place: _BoxedPlace, lines: Collection[str]) -> None:
    """Note the words of boxes none of which is ticked: nobody has written them as an answer."""
    for each in [*found.placed_words]:
        is_here = (each.key, each.table) == (place.key, place.table)
        if is_here and {*each.text.split("\n")} <= {*lines}:
            found.placed_words.remove(each)
            found.furniture.append(Furniture("blank", each.text))
            if place.table:  # a further row may say the same
                return


def ticks_of(text: str, boxes: Boxes) -> Ticks | None:
    """Return which boxes are ticked in a text, and what stands behind; None if it is not clear."""
    answers = [*_answers(bare(text), boxes)]
    if all(each.is_ticked is None for each in answers):
        return None
    known = [each.box for each in answers if each.box is not None]
    is_clear = all(each.box is not None or (each.is_ticked and each.words) for each in answers)
    if not known or len({*known}) < len(known) or not is_clear:
        return None
    behind = {each.box: each.behind for each in answers if each.box is not None and each.behind}
    if not all(map(boxes.takes_words, behind)):
        return None
    ticked = {each.box for each in answers if each.box is not None and each.is_ticked}
    others = {boxes.other} & behind.keys()  # who writes behind a box means it, ticked or not
    further = [each.words for each in answers if each.box is None]
    return Ticks(frozenset(n for n in ticked | others if n is not None), behind, further)


def _answers(text: str, boxes: Boxes) -> Iterator[_BoxWords]:
    """Yield what stands beside each box, with the lines below that begin with none."""
    pieces: list[tuple[bool | None, str]] = []
    for line in text.split("\n"):
        found = [*_pieces(line)]
        is_answer = any(sign is not None or _box_of(words, boxes) for sign, words in found)
        if pieces and not is_answer:
            pieces[-1] = pieces[-1][0], f"{pieces[-1][1]}\n{line}"
        else:
            pieces += found
    for is_ticked, words in pieces:
        box = _box_of(words, boxes)
        number, behind = box or (None, "")
        yield _BoxWords(is_ticked, words, number, "" if is_blank(behind) else behind)


def _pieces(line: str) -> Iterator[tuple[bool | None, str]]:
    """Yield the words of a line beside each sign; a sign may stand before or behind them."""
    marker = marker_of(line)
    words = line[marker.end :] if marker else line
    signs = [*_sign.finditer(words)]
    edges = [0, *(edge for sign in signs for edge in sign.span()), len(words)]
    between = [words[start:end].strip(_AROUND) for start, end in [*pairwise(edges)][::2]]
    if not signs:
        yield None, words
        return
    if between[0] and not between[-1]:
        between.pop()
    elif between[0]:
        yield None, between.pop(0)
    else:
        between.pop(0)
    for sign, beside in zip(signs, between, strict=True):
        yield sign["ticked"] is not None, beside


def _box_of(words: str, boxes: Boxes) -> tuple[int, str] | None:
    """Return the number of the box that words are those of, and what stands behind them."""
    said = same_choice(words)
    for number, label in enumerate(boxes.labels):
        if said == same_choice(label):
            return number, ""
    for number, label in enumerate(boxes.labels):
        head = label.rstrip(" :")
        rest = words[len(head) :]
        cut = _behind.match(rest) if same_choice(words[: len(head)]) == same_choice(head) else None
        if cut and boxes.takes_words(number):
            return number, rest[cut.end() :].strip(_AROUND).strip("\n")
    return None
