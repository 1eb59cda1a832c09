"""Bringing corrections of a document back into the file that it came from."""

from passportkit.merge.merging import merge
from passportkit.merge.outcome import Change, Conflict, Merge, PlaceLabel, Unmerged

__all__ = ["Change", "Conflict", "Merge", "PlaceLabel", "Unmerged", "merge"]
