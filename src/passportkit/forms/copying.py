"""A practice that begins as another one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from passportkit.edits import Edit, Meaning, Splice, together
from passportkit.forms.model import Form
from passportkit.forms.scaffold import further
from passportkit.language import Translator
from passportkit.lines import line_end_of
from passportkit.practice.vocabulary import FIRST
from passportkit.source import Source, read
from passportkit.source.cutting import clear, remove
from passportkit.source.insertion import insert
from passportkit.source.plain_data import find, is_blank
from passportkit.source.proof import data_of, in_turn
from passportkit.source.writing import replace
from passportkit.text import canonical

EMPTIED = ("applications",)
"""What has happened to the other practice alone; the keys wait for what happens to the new one."""

DROPPED = ("unplaced",)
"""What is left of a document of the other practice."""


def offshoot(source: Source, title: str, forms: Sequence[Form], translate: Translator) -> Edit:
    """Return the edit that makes a new practice with the facts and the comments of another one.

    It is meant for `forms`, and gets those of their questions that the other file does not have.
    """
    more = further(forms, ("title", *data_of(source)), translate)
    return in_turn(
        source, [partial(_renamed, title=title, forms=forms), partial(_asking, more=more)]
    )


def _renamed(source: Source, title: str, forms: Sequence[Form]) -> Edit:
    edits = [
        replace(source, ("title",), canonical(title)),
        _meant_for(forms, source),
        *(clear(source, (key,)) for key in EMPTIED),
        *(remove(source, (key,)) for key in DROPPED),
    ]
    return together(source.text, edits)


def _meant_for(forms: Sequence[Form], source: Source) -> Edit:
    """Return the edit that names the forms; the same ones stay as they are spelt."""
    names = [form.name for form in forms]
    said = find(source.data, ("forms",))
    if said in (names, ", ".join(names)):
        return Edit(source.text)
    if is_blank(said):
        return insert(source, "forms", names, FIRST)
    return replace(source, ("forms",), names)


def _asking(source: Source, more: str) -> Edit:
    """Return the edit that puts further questions behind all that a file has."""
    if not more:
        return Edit(source.text)
    text, asked = source.text, read(more.encode(), "").data or {}
    end = "" if text.endswith(("\n", "\r")) else "\n"
    words = (end + more).replace("\n", line_end_of(text))
    meant = tuple(Meaning((key,), value) for key, value in asked.items())
    return Edit(text, (Splice(len(text), len(text), words),), meant)
