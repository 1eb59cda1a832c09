"""Facts that are declared for places which ask for nothing that practices say already."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from passportkit.facts.declarations import may_be_called
from passportkit.inference.blank_form import BlankBlock, BlankSection, BlankTable, BlankText
from passportkit.inference.guessed_types import guessed, guessed_of_column
from passportkit.inference.known_places import asking_words
from passportkit.intake.folding import bare
from passportkit.latin import joined, latin_words

_LONGEST_NAME, _FEW = 40, 2
_before_sign = re.compile(r"\s+(?=[,;:.])")
_LITTLE = frozenset(
    "а в во и из или к ко на о об от по при с со у для же т п е др ли его ее её их это".split()
)
"""Words that no name of a fact needs."""

Spelt = dict[str, Any]
"""A declaration as `form.yaml` spells it."""


class NewFacts:
    """Declares facts, each under a name of its own; `is_taken` says which names there are."""

    def __init__(self, is_taken: Callable[[str], bool]) -> None:
        self.declared: dict[str, Spelt] = {}
        self._is_taken = is_taken

    def of(self, section: BlankSection, block: BlankBlock) -> str:
        """Declare what a place asks for, and return the name."""
        label = block.label if isinstance(block, BlankText) else ""
        above, own = title_of(section.heading), title_of(label or block.caption)
        title = ": ".join(filter(None, (above, own)))
        name = unique(name_of_fact(above, own), self._may_be_called)
        self.declared[name] = {"title": title or name, **self._said(section, block)}
        return name

    def columns(self, name: str) -> list[str]:
        """Return the names of the columns of a table that was declared."""
        return [*self.declared[name]["columns"]]

    def _may_be_called(self, name: str) -> bool:
        return name not in self.declared and not self._is_taken(name) and may_be_called(name)

    def _said(self, section: BlankSection, block: BlankBlock) -> Spelt:
        if isinstance(block, BlankTable):
            return {"type": "table", "columns": _columns(block)}
        notes = (block.hint, section.note, section.note_below)
        words = block.label or block.caption or section.heading
        guess = guessed(words, *(() if block.label else notes))
        said = next(filter(None, (*notes[1:], block.hint)), "")
        is_told = said and not block.label and guess.get("type") != "choice"
        return {**({"description": _without_brackets(said)} if is_told else {}), **guess}


def title_of(words: str) -> str:
    """Return the words of a heading as the title of a fact: without notes and what ends it."""
    plain = " ".join(asking_words(bare(words)).split())
    return _before_sign.sub("", plain).strip(" :*.,") or words


def name_of_fact(above: str, own: str = "") -> str:
    """Return a name made of titles: «Дата учреждения ТОС» → `data_uchrezhdeniya_tos`.

    Of one that stands `above` another, a few words are enough.
    """
    words = [*_telling(above)[: _FEW if own else None], *_telling(own)]
    while words and words[0][0].isdigit():
        words = words[1:]
    return joined(words, "_", _LONGEST_NAME) or "otvet"


def _telling(title: str) -> list[str]:
    words = title.replace("№", " ").split()
    kept = [word for word in words if word.lower().strip(".,:«»") not in _LITTLE]
    return latin_words(" ".join(kept))


def unique(name: str, may_be: Callable[[str], bool]) -> str:
    """Return a name that may be given: itself, or with a number behind it."""
    number, found = 1, name
    while not may_be(found):
        number += 1
        found = f"{name}_{number}"
    return found


def _columns(table: BlankTable) -> Spelt:
    columns: Spelt = {}
    for head in table.columns:
        title = title_of(head)
        free = partial(_is_free, columns)
        name = unique(name_of_fact(title), free)
        columns[name] = {"title": title, **guessed_of_column(" ".join(head.split()))}
    return columns


def _is_free(columns: Spelt, name: str) -> bool:
    return name not in columns and may_be_called(name, in_rows=True)


def _without_brackets(words: str) -> str:
    inner = words.strip()
    is_enclosed = inner.startswith("(") and inner.endswith(")") and inner.count("(") == 1
    return inner[1:-1].strip() if is_enclosed else inner
