"""A practice that begins as another one."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.forms.model import Form
from passportkit.forms.scaffold import further
from passportkit.language import Translator
from passportkit.source import Source, read
from passportkit.source.cutting import clear, remove
from passportkit.source.plain_data import find, is_blank
from passportkit.source.writing import add_after, replace
from passportkit.text import canonical

EMPTIED = ("applications",)
"""What has happened to the other practice alone; the keys wait for what happens to the new one."""

DROPPED = ("unplaced",)
"""What is left of a document of the other practice."""


def offshoot(source: Source, title: str, forms: Sequence[Form], translate: Translator) -> str:
    """Return the YAML of a new practice with the facts and the comments of another one.

    It is meant for `forms`, and gets those of their questions that the other file does not have.
    """
    text = _meant_for(forms, replace(source.text, ("title",), canonical(title)))
    for key in EMPTIED:
        text = clear(text, key)
    for key in DROPPED:
        text = remove(text, key)
    more = further(forms, ("title", *(source.data or ())), translate)
    if more and not text.endswith(("\n", "\r")):
        more = "\n" + more
    return text + (more.replace("\n", "\r\n") if "\r\n" in text else more)


def _meant_for(forms: Sequence[Form], text: str) -> str:
    """Return the file with its forms; where they are the same, as they are spelt there."""
    names = [form.name for form in forms]
    said = find(read(text.encode(), "").data, ("forms",))
    if said in (names, ", ".join(names)):
        return text
    if is_blank(said):
        return add_after(text, "title", "forms", names)
    return replace(text, ("forms",), names)
