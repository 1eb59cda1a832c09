"""Whether a document was made of a file, and was read as it was made: what its stamp says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from passportkit.forms import Form
from passportkit.forms.filled import FormValues
from passportkit.forms.slots import slots_of
from passportkit.merge.cleared_looks import with_cleared_looks
from passportkit.merge.shown import hashes
from passportkit.merge.state import MergeState
from passportkit.stamp import NO_WORDS, Stamp
from passportkit.text import plain

_JUDGED = 500
"""How many texts are looked for in all words of a document: of more, every second, every third…"""

_Counts = Counter[tuple[str, str]]
_WORDS = re.compile(r"\w+")
_Hashes = Mapping[str, Sequence[str]]


def is_made_of(start: MergeState, theirs: FormValues) -> bool:
    """Return whether a stamped document that says `theirs` was made of a file.

    The title that it was made with stands in the file or still in the document, and half of what it
    was made of stands in the file at least. Where file and document both have that title, it may
    stand in either: the practice may have been rewritten since. Where the document has another one
    or none, half must stand in it too: else the stamp of a document of this file was set into
    another one. Who has deleted the title has left the rest.
    """
    assert start.base is not None
    mine, said, made_of = _in_file(start), _in_document(start, theirs), start.base.hashes
    titles = [_title(start.form, each) for each in (made_of, mine, said)]
    was, now, there = titles
    if was is not None and was == now == there:
        return _stands(start, made_of, mine, said)
    if (was is None or there != was) and not (was == now and _stands(start, made_of, said)):
        return False
    return _stands(start, made_of, mine)


def base_of(start: MergeState, theirs: FormValues) -> Stamp | None:
    """Return the stamp of a document that says `theirs`, where it tells who has changed what.

    That of a document of another practice does not, unless half of what it was made of stands in
    the file all the same.
    """
    if start.base is None:
        return None
    is_base = is_made_of(start, theirs) or _stands(start, start.base.hashes, _in_file(start))
    return start.base if is_base else None


def is_misread(start: MergeState, theirs: FormValues, words: str) -> bool:
    """Return whether most of what a document was made of stands in it, but was read elsewhere.

    `words` are all that it says, in plain lines; `theirs` is what it was taken to say. Only what
    the file says still is known by more than its hash. What was added to words in their place has
    not taken them elsewhere.
    """
    assert start.base is not None
    said = {key: frozenset(each) for key, each in _in_document(start, theirs).items()}
    known = [*_still_said(start)]
    everywhere, places = _bare(words), _places(start, theirs)
    lacking = [each for each in known if each[1] not in said.get(each[0], ())]
    judged = lacking[:: 1 + len(lacking) // _JUDGED]
    missed = sum(_is_elsewhere(texts, places[key], everywhere) for key, _of, texts in judged)
    return 2 * missed * len(lacking) > len(known) * len(judged)


def _still_said(start: MergeState) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield what the file says as the document did: the key, the hash, and the texts."""
    assert start.base is not None
    for key, shown in start.shown.items():
        each = [[shown]] if isinstance(shown, str) else shown
        stamped = frozenset(start.base.hashes.get(key, ()))
        for made_of, texts in zip(hashes(shown), each, strict=True):
            if any(texts) and made_of in stamped:
                yield key, made_of, texts


def _places(start: MergeState, theirs: FormValues) -> Mapping[str, Sequence[str]]:
    """Return by the keys of the form what stands in each place, or in each column of a table."""
    places: dict[str, Sequence[str]] = {}
    for slot in start.slots:
        said = start.said(slot, theirs) or ""
        columns = [said] if isinstance(said, str) else map("\n".join, zip(*said, strict=True))
        places[slot.key] = [_bare(plain(each)) for each in columns]
    return places


def _is_elsewhere(texts: Sequence[str], place: Sequence[str], everywhere: str) -> bool:
    """Whether all lines of some texts stand in a document, and half of them not in their place."""
    if any(True for text in texts for _line in _lacking(text, everywhere)):
        return False
    own = place if len(place) == len(texts) else [" ".join(place)] * len(texts)
    lost = sum(len([*_lacking(text, each)]) for text, each in zip(texts, own, strict=True))
    return 2 * lost >= sum(len(_lines(text)) for text in texts)


def _lacking(text: str, there: str) -> Iterator[str]:
    """Yield the lines of a text that do not stand in another, which most often has their order."""
    at = 0
    for line in _lines(text):
        found = there.find(line, at)
        if found < 0:
            found = there.find(line)
        if found < 0:
            yield line
        at = max(found, 0)


def _lines(text: str) -> list[str]:
    return [line for line in map(_bare, plain(text).split("\n")) if line.strip()]


def _bare(text: str) -> str:
    """Return the words of a text alone, with a blank on either side of each."""
    return f" {' '.join(_WORDS.findall(text))} "


def _in_file(start: MergeState) -> _Hashes:
    return {key: hashes(each) for key, each in start.shown.items()}


def _in_document(start: MergeState, theirs: FormValues) -> _Hashes:
    says = with_cleared_looks(start, theirs)
    found = {slot.key: start.said(slot, says) for slot in start.slots}
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
        (key, each) for key in start.shown for each in stamped.get(key, ()) if each != NO_WORDS
    )
