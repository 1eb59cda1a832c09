"""Lines to sign on, as people type them: «Глава района ____________ Иванова А. П.».

Nothing here moves or takes anything in: where one is, is handed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from passportkit.forms.model import SignedPlace
from passportkit.intake.directions import Direction, Leave, Open, PassOver, TakeIn
from passportkit.intake.folding import fold
from passportkit.intake.gathered import Gathered
from passportkit.intake.landmarks import Heading, Landmarks, SignatureMark
from passportkit.intake.position import Position
from passportkit.intake.totals import label_end

_LONGEST = 300
"""A line to sign on has fewer characters, with who signs and the name."""

_LINE = r"[\s/\\|]*_[\s_/\\|]*"
_line = re.compile(_LINE)
_drawn = re.compile(r"[\s_/\\|]*_{3,}[\s_/\\|]*")
_note = re.compile(
    r"\(\s*(?:личная\s+)?(?:подпис|расшифровк|ф\.? ?и\.? ?о|и\.? ?о\.? ?фамил|инициал|фамили"
    r"|должност|дата|наименован|м\. ?п)[^()]*\)",
    re.IGNORECASE,
)
_seal = re.compile(r"м\\?\.\s?п\\?\.?", re.IGNORECASE)
_blank_date = re.compile(
    r"[«\"“„]?\s*_+\s*[»\"”“]?\s*_+\s*(?:20)?\s*_*\s*(?:г(?:ода|\\?\.)?)?", re.IGNORECASE
)
_date = re.compile(
    r"[«\"“„]?\s*\d{1,2}\s*[»\"”“]?\s*[а-я]{3,8}\s+(?:19|20)\d\d\s*(?:г(?:ода|\\?\.)?)?"
    r"|\d{1,2}\\?\.\d{1,2}\\?\.\d{2,4}\s*(?:г(?:ода|\\?\.)?)?",
    re.IGNORECASE,
)
_person = re.compile(r"(?:[А-ЯЁ][а-яё]*(?:-[А-ЯЁ][а-яё]+)?\\?\.?\s*){2,4}")
_edges = " \t\n:–—-/\\|_"


def is_line(text: str) -> bool:
    """Whether words are only a line to write on."""
    return _line.fullmatch(text) is not None


def is_blank_date(text: str) -> bool:
    """Whether words are where a day is to be written."""
    return _blank_date.fullmatch(text.strip()) is not None


def present_mark(marks: Landmarks, at: Position) -> SignatureMark | None:
    """Return the signature of which one is at a place."""
    if at.heading is None or not at.heading.is_signed:
        return None
    heads = ((each, heading) for each in marks.signatures for heading in each.headings.values())
    return next((each for each, heading in heads if heading is at.heading), None)


def turned_marks(marks: Landmarks, at: Position) -> list[SignatureMark]:
    """Return the signatures that lie ahead, then the others."""
    return sorted(marks.signatures, key=lambda each: each.place <= at.place)


class SignatureLines:
    """What words are signs of around lines to sign on, by what was met so far."""

    def __init__(self, marks: Landmarks, met: Gathered) -> None:
        self._marks = marks
        self._met = met

    def of_text(self, text: str, at: Position, *, stands_alone: bool) -> Sequence[Direction]:
        """Return what a line to sign on tells, or what is like no other words; else nothing.

        `stands_alone`: the words stand outside of answers, or are a row of their own.
        """
        if not self._marks.signatures or len(text) > _LONGEST or at.is_over:
            return ()
        return (
            self._labelled(text, at, stands_alone=stands_alone)
            or self._below(text, at)
            or self._positioned(text, at)
        )

    def _labelled(self, text: str, at: Position, *, stands_alone: bool) -> Sequence[Direction]:
        """Return what a line tells that begins with who signs, in the words of the form."""
        for mark in turned_marks(self._marks, at):
            end = _labels_end(text, mark)
            rest = text[end:]
            if not end or self._is_signed(mark):
                continue
            is_behind = not at.fresh or present_mark(self._marks, at) is not None
            is_near = (mark.place <= at.place + 1 and is_behind) or at.boxed
            is_name = _person.fullmatch(rest.strip(_edges)) is not None
            if _drawn.match(rest) or (stands_alone and (is_name or (is_near and not rest.strip()))):
                return [*_opened(mark, text[:end]), *_name_in(rest, mark)]
        return ()

    def _positioned(self, text: str, at: Position) -> Sequence[Direction]:
        """Return what a line tells that begins with who signs, where that is a fact."""
        drawn = _drawn.search(text)
        said = text[: drawn.start()].strip(_edges) if drawn else ""
        ahead = (each for each in turned_marks(self._marks, at) if "position" in each.headings)
        mark = next((each for each in ahead if not self._is_signed(each)), None)
        if drawn is None or not said or mark is None:
            return ()
        return [
            Open(mark.headings["position"]),
            TakeIn(said),
            *_opened(mark),
            *_name_in(text[drawn.start() :], mark),
        ]

    def _below(self, text: str, at: Position) -> Sequence[Direction]:
        """Return what is told by words that stand below who signs, and are like no others."""
        mark = present_mark(self._marks, at)
        if mark is None:
            return ()
        if is_line(text) or is_blank_date(text):
            return [PassOver(text, "blank")]
        if _is_note(text) or fold(text) in self._marks.signature_words:
            return [PassOver(text, "note")]
        if _date.fullmatch(text.strip()):
            day = self._open_place("date", mark)
            return [Open(day), TakeIn(text)] if day else [Leave(text)]
        if _drawn.match(text) and self._open_place("name", mark):
            return [*_opened(mark), *_name_in(text, mark)]
        return ()

    def answer(self, text: str, at: Position) -> Sequence[Direction]:
        """Return what is told by any other words below who signs; nothing elsewhere."""
        mark = present_mark(self._marks, at)
        if mark is None:
            return ()
        name, position = self._open_place("name", mark), self._open_place("position", mark)
        if position and (name or "name" not in mark.headings):
            return [Open(position), TakeIn(text)]
        if name and _person.fullmatch(text.strip(_edges)):
            return [Open(name), TakeIn(text)]
        return [Leave(text)]

    def _open_place(self, place: SignedPlace, mark: SignatureMark) -> Heading | None:
        """Return a place of a signature that has no words yet."""
        heading = mark.headings.get(place)
        part = heading.part if heading else None
        return None if part is None or self._met.has_words(part.key) else heading

    def _is_signed(self, mark: SignatureMark) -> bool:
        """Whether there are words in a place of a signature already."""
        parts = (each.part for each in mark.headings.values())
        return any(self._met.has_words(part.key) for part in parts if part)


def _labels_end(text: str, mark: SignatureMark) -> int:
    """Return where the words end that say whose signature it is: a heading, and who signs."""
    end = 0
    for label in reversed(mark.labels):
        end += label_end(text[end:], label)
    return end


def _opened(mark: SignatureMark, label: str = "") -> Sequence[Direction]:
    """Return the direction to the name of who signs, or to another place of the signature."""
    places = [*mark.headings.values()]
    return [Open(places[-1], label)] if places else [PassOver(label, "label")]


def _name_in(text: str, mark: SignatureMark) -> Iterator[Direction]:
    """Yield what the words behind a line tell: the name, and notes beside it."""
    for note in _note.findall(text):
        yield PassOver(note, "note")
    name = _note.sub(" ", text).strip(_edges)
    if name:
        yield TakeIn(name) if "name" in mark.headings else Leave(name)


def _is_note(text: str) -> bool:
    """Whether words say what belongs on a line above them, or where the seal does."""
    return bool(_seal.fullmatch(text.strip())) or not _note.sub("", text).strip()
