"""Corrections that grow: by what has changed, what both sides have changed, what has no place."""

from __future__ import annotations

import re
from collections.abc import Callable

from growing import Kind, Work
from grown_documents import behind, row, table
from inputs import ACTS, COSTS, GOALS, KIT, ROWS, changed, ours, practice, stranger

from passportkit import translator
from passportkit.merge.outcome import Side

Pair = tuple[str, bytes]


def _correcting(made: Callable[[int], Pair], take: Side | None = None) -> Callable[[int], Work]:
    """Return what brings a document into a practice, and tells what has changed."""

    def work(size: int) -> Work:
        text, document = made(size)

        def whole() -> object:
            corrected = KIT.correct(text, document, take=take, fields={"title": "theirs"})
            edit = corrected.edit("a.docx", translator("ru"))
            after = corrected.text("a.docx", translator("ru"))
            return edit.diff("a.yaml"), corrected.notes, after

        return whole

    return work


def _changed(rows: tuple[str, str], old: str, new: str) -> Callable[[int], Pair]:
    """Return practices, and their documents in which each row has other words."""

    def made(size: int) -> Pair:
        text = practice(*rows, size)
        return text, changed(ours(text), old, new)

    return made


def _both(size: int) -> Pair:
    text = practice(*ROWS, size)
    document = changed(ours(text), r"Вместе (\d*[0-2])\b", r"Порознь \1")
    return re.sub(r"Вместе (\d*[0-2])\b", r"Рядом \1", text), document


def _removed(size: int) -> Pair:
    return practice(*ROWS, size), ours(practice(*ROWS, 1))


def _added(size: int) -> Pair:
    return practice(*ROWS, 1), ours(practice(*ROWS, size))


def _left(size: int) -> Pair:
    made = behind(lambda n: table("".join(row(f"а{i}", f"б{i}") for i in range(n))))
    return practice(*GOALS, 1), made(size)


def _strange(size: int) -> Pair:
    text = practice(*ROWS, size)
    return text, stranger(changed(ours(text), r"Вместе (\d*[0-2])\b", r"Порознь \1"))


def _turned(size: int) -> Pair:
    text = practice(*ROWS, size)
    items = text.split("  - ")
    return text, ours("  - ".join([items[0], *items[:0:-1]]))


def _of_others(size: int) -> Pair:
    """Return a document whose hashes are those of rows that nobody has any more."""
    text = practice(*ROWS, size)
    document = changed(ours(text), r"(Встреча|Вместе) (\d+)", r"Иначе \2\1")
    return text.replace("Встреча", "Сбор").replace("Вместе", "Рядом"), document


CORRECTIONS = (
    Kind(
        "rows changed",
        "row",
        _correcting(_changed(ROWS, r"Вместе (\d*[0-2])\b", r"Порознь \1")),
        size=400,
    ),
    Kind(
        "acts changed",
        "row",
        _correcting(_changed(ACTS, r"Дано (\d*[0-2])\b", r"Взято \1")),
        size=400,
    ),
    Kind(
        "costs changed",
        "row",
        _correcting(_changed(COSTS, r"Дар (\d*[0-2])\b", r"Субсидия \1")),
        size=400,
    ),
    Kind(
        "items changed",
        "item",
        _correcting(_changed(GOALS, r"Цель (\d*[0-2])\b", r"Мечта \1")),
        size=400,
    ),
    Kind("rows changed on both sides", "row", _correcting(_both), size=400),
    Kind("rows changed on both sides, taken", "row", _correcting(_both, "theirs"), size=400),
    Kind("rows removed", "row", _correcting(_removed, "theirs"), size=400),
    Kind("rows added", "row", _correcting(_added, "theirs"), size=400),
    Kind("rows turned round", "row", _correcting(_turned, "theirs"), size=400),
    Kind("rows of a stranger's", "row", _correcting(_strange, "theirs"), size=800),
    Kind("rows that nobody has any more", "row", _correcting(_of_others, "theirs"), size=400),
    Kind("cells without a place", "row", _correcting(_left), size=400),
)
