"""Where a row of a table stands, so that its owner finds it in the document."""

from __future__ import annotations

from typing import NamedTuple

from passportkit.language import Message, say


class RowPlace(NamedTuple):
    """A row of a table: where this stands, and the `number` of the row in it.

    Rows are counted from 1 as they are seen, also those that are no answers; heads are not counted.
    A table that goes on in another one is one table.
    """

    origin: Message
    number: int

    @property
    def words(self) -> Message:
        """The row in words."""
        return say("{place}, row {row}", place=self.origin, row=self.number)

    def below(self, head: str) -> Message:
        """Return a cell of the row in words: the one below a head, if that is known."""
        if not head:
            return self.words
        return say(
            "{place}, row {row}, column “{head}”", place=self.origin, row=self.number, head=head
        )
