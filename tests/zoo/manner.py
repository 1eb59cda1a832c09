"""The manners in which people fill in a form: how headings, answers and tables are laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Change = Callable[[str], str]


def same(text: str) -> str:
    """Return the words as the form has them."""
    return text


def latin(text: str) -> str:
    """Return the words with Latin letters where they look alike."""
    return text.translate(str.maketrans("асеоСОТНАВ", "aceoCOTHAB"))


@dataclass(frozen=True)
class Manner:
    """One way to lay out a document. What is not named is done as in the form itself.

    `frame` says where a section stands:

    - `apart`: heading, note, and a table with the answer;
    - `inside`: heading and note are the first row of that table;
    - `together`: heading and answer in one cell;
    - `bare`: heading, and paragraphs under it;
    - `pairs`: a table for each section: heading, answer;
    - `inline`: heading and answer on one line, where the answer is short;
    - `wide`: all in one table, headings and answers over its full width;
    - `two`: all in one table: heading, answer;
    - `framed`: all in one table: number and heading, and under them the answer;
    - `three`: all in one table: number, heading, answer.

    `rows` says where in those tables the rows of a section stand: `nested` in a table of their
    own, or `spread` over the rows of the large one.
    """

    frame: str = "apart"
    rows: str = "nested"  # nested | spread | prose | text
    look: str = "<w:b/>"  # of a heading
    style: str = ""
    number: str = "{number}. "  # before a heading; "auto" for a list of Word
    heading: Change = same
    label: Change = same  # heads of columns, labels of parts, captions
    notes: bool = True
    note: Change = same
    note_place: str = "below"  # below | broken | same | answer: on which line the note stands
    lists: str = "typed"  # typed | real | bullets
    words: str = "plain"  # plain | split | tracked | controlled | linked | field | commented
    only: tuple[str | None, ...] | None = None  # headings of the sections that are there
    order: Callable[[list[str]], list[str]] = list  # of sections
    rows_number: str = "{}"  # before a row; "auto" for a list of Word
    blank_rows: int = 0  # at the end of each table
    number_head: str | None = None  # "" leaves the column out
    swapped: bool = False
    extra: bool = False  # a column that the form does not have
    cut: str = ""  # plain | headed | announced: a table that goes on
    head: str = "plain"  # plain | repeated | double | none
    record: str = "across"  # across | down: the head of a table that has one row
    broken: bool = False  # the heading into two paragraphs
    total: str = "merged"  # merged | apart | sums | other | below | none
    merge: bool = True
    merge_all: bool = False  # equal neighbours in every column
    tab: bool = False  # between the number and the heading
    parts: str = "inline"  # inline | own: whether words follow a label on its line
    contents: bool = False  # a list of the sections with their pages
    tangle: Change = same  # of the XML of the body
    before: str = ""
    after: str = ""
