"""Bringing corrections of a document back into the file that it came from."""

from passportkit.merge.decisions import Decisions
from passportkit.merge.merging import merge
from passportkit.merge.outcome import Change, Conflict, Merge, Unmerged

__all__ = ["Change", "Conflict", "Decisions", "Merge", "Unmerged", "merge"]
