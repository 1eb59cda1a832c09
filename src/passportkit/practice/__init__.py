"""What a practice is: its facts, the types of their values, and the views that forms show."""

from passportkit.practice.model import Facts, Practice, RowsView
from passportkit.practice.record import Record
from passportkit.practice.view import View
from passportkit.practice.vocabulary import BUILT_IN, NAMELESS, Vocabulary, new_file

__all__ = [
    "BUILT_IN",
    "NAMELESS",
    "Facts",
    "Practice",
    "Record",
    "RowsView",
    "View",
    "Vocabulary",
    "new_file",
]
