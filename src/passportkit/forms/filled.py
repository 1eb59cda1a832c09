"""A filled form: plain words, by the keys of the form. It knows nothing of models or of Word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from passportkit.stamp import Stamp

FilledRow = Mapping[str, str]
"""The cells of a row by the keys of their columns, with its number under `number`. Of a column
that merges equal neighbours, `KEY|merge` says "restart" or "continue", or "" where the cell
stands alone; a cell that continues has no words.
"""

FilledValue = str | list[FilledRow]


FormValues = Mapping[str, str | Sequence[Mapping[str, str]]]
"""What a document says, by the keys of the form: a text, or rows by the keys of their columns.

It is what `bind` gives, but without the numbers of rows, and with the words of merged cells in
each of them. What a document lacks is absent; what is there without words is empty.
"""


class DraftMark(str):
    """Words that stand in a draft where the author's are still missing."""

    __slots__ = ()


class Hint(str):
    """Words of a blank form that say what belongs in their place."""

    __slots__ = ()


class Filled(NamedTuple):
    """What stands in a document: its title, and for every key of the form a text or rows.

    Texts are in the markup of `passportkit.text`. A text may be a `DraftMark` or a `Hint`.
    The stamp goes with the document, so that what changed in it can be told later.
    """

    title: str
    values: Mapping[str, FilledValue]
    stamp: Stamp | None = None
