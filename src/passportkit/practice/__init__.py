"""What a practice is: its facts, the types of their values, and the views that forms show."""

from passportkit.practice.model import Facts, Practice, RowsView
from passportkit.practice.record import Record
from passportkit.practice.view import View

__all__ = ["Facts", "Practice", "Record", "RowsView", "View"]
