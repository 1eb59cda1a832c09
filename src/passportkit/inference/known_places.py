"""What practices can say, by the words with which forms ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from passportkit.forms.model import Form
from passportkit.forms.shows import (
    LAST,
    Rows,
    column_of,
    columns_of,
    names_in,
    rows_of,
    show_of,
    tables_in,
)
from passportkit.forms.slots import Slot, TableSlot, TextSlot, slots_of
from passportkit.inference.usual_words import USUAL_WORDS
from passportkit.intake.folding import fold, without_limits
from passportkit.intake.labels import LabelMatch, Labels
from passportkit.language import translator
from passportkit.practice import Vocabulary

_GOES_ON = 0.6
"""The strength of a label that goes on in the document."""

_FEWEST_WORDS = 2
_goes_on = re.compile(r"(?:для|в|во|на|по|после|при|с|со|из|от)\s", re.IGNORECASE).match


class _Spellings:
    """By the name of what is shown, the words that ask for it: whoever is first has them."""

    def __init__(self) -> None:
        self._said: dict[str, list[str]] = {}
        self._taken: set[str] = set()

    def add(self, name: str, words: Iterable[str]) -> None:
        """Take words that ask for something, unless they ask for something else already."""
        for each in map(asking_words, words):
            if fold(each) and fold(each) not in self._taken:
                self._taken.add(fold(each))
                self._said.setdefault(name, []).append(each)

    def labels(self, *, least: int = 2) -> Labels[str]:
        """Return all of them as labels."""
        return Labels(self._said.items(), least=least)

    def single(self) -> Labels[str]:
        """Return each of them as a label of its own: words may begin with any."""
        return Labels((name, [each]) for name, said in self._said.items() for each in said)


class KnownTable(NamedTuple):
    """Rows, or a record, and the words above their columns."""

    name: str
    is_record: bool
    columns: Labels[str]

    def column(self, head: str) -> LabelMatch[str] | None:
        """Return what a column with this head shows, if it is near that of a known one."""
        return self.columns.like(asking_words(head))


class KnownPlaces:
    """The facts of a vocabulary, as `forms`, the vocabulary itself and contests call them."""

    def __init__(self, vocabulary: Vocabulary, forms: Iterable[Form]) -> None:
        self.vocabulary = vocabulary
        self._slots = [slot for form in forms for slot in slots_of(form)]
        self._titled = translator("ru")

    def text(self, words: str) -> LabelMatch[str] | None:
        """Return what a place for one text shows, if its heading is near that of a known one."""
        asked = asking_words(words)
        return self._texts.like(asked) or self._begun(asked)

    def _begun(self, words: str) -> LabelMatch[str] | None:
        """Return what words ask for that only go on: «Название проекта в соответствии с …»."""
        found = self._spellings.verbatim(words, loose=True)
        if found is None or not _goes_on(found.rest):
            return None
        label = words[: len(words) - len(found.rest)]
        is_enough = len(label.split()) >= _FEWEST_WORDS
        return found._replace(strength=_GOES_ON, rest="") if is_enough else None

    def heading(self, words: str) -> LabelMatch[str] | None:
        """Return the rows that a heading or a caption is near to that of."""
        return self._headings.like(asking_words(words))

    def choice(self, name: str) -> dict[str, Any]:
        """Return the choice that a declared fact takes, as it is spelt; nothing for any other."""
        declared = self.vocabulary.facts.declared.get(name)
        said = ("type", "choices", "other")
        spelt = declared.model_dump(include=set(said), exclude_defaults=True) if declared else {}
        return {key: [*value] if key == "choices" else value for key, value in spelt.items()}

    @cached_property
    def tables(self) -> Sequence[KnownTable]:
        """The tables that there are, with their columns."""
        return [*self._tables()]

    @cached_property
    def _texts(self) -> Labels[str]:
        return self._asked.labels()

    @cached_property
    def _spellings(self) -> Labels[str]:
        return self._asked.single()

    @cached_property
    def _asked(self) -> _Spellings:
        found = _Spellings()
        for slot in self._slots:
            if isinstance(slot, TextSlot) and not slot.is_total:
                found.add(_shown(slot), _words_of(slot))
        for name in names_in(self.vocabulary):
            found.add(name, USUAL_WORDS.get(name, ()))
            if LAST not in name and (title := self._title(name)):
                found.add(name, [title])
        return found

    @cached_property
    def _headings(self) -> Labels[str]:
        found = _Spellings()
        for slot in self._slots:
            if isinstance(slot, TableSlot):
                found.add(slot.rows_name, _words_of(slot))
        for name in tables_in(self.vocabulary):
            field = self.vocabulary.fields[name.partition(".")[0]]
            title = [self._titled(field.title)] if field.title and "." not in name else []
            found.add(name, [*USUAL_WORDS.get(name, ()), *title])
        return found.labels()

    def _title(self, name: str) -> str:
        show = show_of(self.vocabulary.facts, name)
        if show is None or show.owner is None or len(show.view.fields) != 1:
            return ""
        title = show.owner.model_fields[str(show.view.fields[0])].title
        return self._titled(title) if title else ""

    def _tables(self) -> Iterator[KnownTable]:
        for name in tables_in(self.vocabulary):
            rows = rows_of(self.vocabulary, name)
            if rows is not None:
                columns = self._columns(name, rows).labels(least=1)
                yield KnownTable(name, not rows.is_list, columns)

    def _columns(self, name: str, rows: Rows) -> _Spellings:
        found = _Spellings()
        for slot in self._slots:
            if isinstance(slot, TableSlot) and slot.rows_name == name:
                for cell in slot.cells:
                    found.add(cell.column.show, [cell.column.heading])
        heads = getattr(rows.record, "heads", {})
        for column in columns_of(rows):
            show = column_of(rows, column)
            if show is not None and show.owner is not None and len(show.view.owned) == 1:
                field = str(show.view.fields[0])
                title = show.owner.model_fields[field].title
                found.add(column, heads.get(field, ()))
                found.add(column, [self._titled(title)] if title else [])
        return found


def asking_words(words: str) -> str:
    """Return the words of a heading without what says how long the answer may be."""
    return without_limits(words).strip(" :.–\n")


def _shown(slot: TextSlot) -> str:
    return (slot.part.show if slot.part else slot.block.show) or ""


def _words_of(slot: Slot) -> Iterator[str]:
    """Yield the words that ask for what a slot shows: its label, its caption, or its heading."""
    part = slot.part.label if isinstance(slot, TextSlot) and slot.part else ""
    own = part or slot.block.caption
    if own:
        yield own
    if slot.section.heading and (not own or (len(slot.section.content) == 1 and not part)):
        yield slot.section.heading
