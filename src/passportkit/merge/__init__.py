"""Bringing corrections of a document back into the file that it came from."""

from passportkit.merge.merging import merge
from passportkit.merge.outcome import Change, Conflict, Label, Left, Merge

__all__ = ["Change", "Conflict", "Label", "Left", "Merge", "merge"]
