"""Whether a document was made of a file: what its stamp says of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from passportkit.forms import Form
from passportkit.forms.filled import FormValues
from passportkit.forms.slots import slots_of
from passportkit.merge.shown import hashes
from passportkit.merge.state import MergeState
from passportkit.stamp import hash_of

_Counts = Counter[tuple[str, str]]
_NO_WORDS = hash_of("")
_Hashes = Mapping[str, Sequence[str]]


def is_made_of(start: MergeState, theirs: FormValues) -> bool:
    """Return whether a stamped document that says `theirs` was made of a file.

    The title that it was made with stands in the file or still in the document, and half of what it
    was made of stands in the file at least. Where file and document both have that title, it may
    stand in either: the practice may have been rewritten since.
    """
    assert start.base is not None
    mine, said, made_of = _in_file(start), _in_document(start, theirs), start.base.hashes
    titles = [_title(start.form, each) for each in (made_of, mine, said)]
    was, now, there = titles
    if was is not None and was == now == there:
        return _stands(start, made_of, mine, said)
    is_known = was in (now, there) if there else True
    return is_known and _stands(start, made_of, mine)


def _in_file(start: MergeState) -> _Hashes:
    return {key: hashes(each) for key, each in start.shown.items()}


def _in_document(start: MergeState, theirs: FormValues) -> _Hashes:
    found = {slot.key: start.said(slot, theirs) for slot in slots_of(start.form)}
    return {key: hashes(each) for key, each in found.items() if each}


def _title(form: Form, stamped: _Hashes) -> str | None:
    """Return the hash of the title of the practice, where it is known."""
    keys = (slot.key for slot in slots_of(form) if slot.fields == [("title",)])
    return next((each for key in keys for each in stamped.get(key, ())), None)


def _stands(start: MergeState, made_of: _Hashes, *sides: _Hashes) -> bool:
    """Whether half of what says something in a stamp at least stands on one of the sides."""
    was, now = _counts(start, made_of), _Counts()
    for side in sides:
        now |= _counts(start, side)
    return bool(was) and 2 * (was & now).total() >= was.total()


def _counts(start: MergeState, stamped: _Hashes) -> _Counts:
    """Count the hashes of texts and rows that have words; no others tell anything."""
    return Counter(
        (key, each) for key in start.shown for each in stamped.get(key, ()) if each != _NO_WORDS
    )
