"""Where a corrected text is cut into fields: beside the words that a record has in one already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, islice
from typing import Any

from passportkit.gapped import filled_in
from passportkit.merge.alignment import aligned
from passportkit.practice import Record, View
from passportkit.source.model_shape import shape_of
from passportkit.text import canonical, respell

_PRIVATE = range(0xE000, 0xF900)
"""Characters that stand for words that are not known yet, where the known words have none."""

Cut = Mapping[str, Any]
"""The values of the fields of a view, by their names."""


def read_beside(view: View, text: str, record: Any) -> Cut:
    """Return the values that a text shows, where a record had other words there before.

    The sign that a view cuts at may stand in the words of a field, too. So what the record says
    stays, word for word, in as many fields as can be, and the rest is what has changed. Where that
    leaves a choice, the first sign decides.
    """
    first = view.read(text, *[getattr(record, field, None) for field in view.given])
    if not (view.by_first_sign and isinstance(record, Record)):
        return {name: _items(getattr(record, name, None), said) for name, said in first.items()}
    cuts = [*_undivided(view, text, record), first, *_cuts(view, text, record)]
    return max(cuts, key=partial(_kept, view, record))


def _items(known: Any, said: Any) -> Any:
    """Return the records of a list, each read beside the one that it was."""
    if not (isinstance(known, list) and isinstance(said, list) and known and said):
        return said
    view = getattr(said[0], "line", None)
    if view is None:
        return said
    mine, theirs = ([(respell(view.show(each)),) for each in side] for side in (known, said))
    partners = {there: here for here, there in aligned(mine, theirs).items()}
    return [
        type(each)(**read_beside(view, text, known[partners[number]]))
        if number in partners
        else each
        for number, (each, (text,)) in enumerate(zip(said, theirs, strict=True))
    ]


def _kept(view: View, record: Record, cut: Cut) -> int:
    """Return how many fields of a record say in a cut what they have said."""
    both = ((getattr(record, field), cut[field]) for field in view.owned)
    return sum(bool(known) and _spelt(known) == _spelt(said) for known, said in both)


def _undivided(view: View, text: str, record: Record) -> Iterator[Cut]:
    """Yield the text as that of the only field that has words, if the sign stands in these."""
    spoken = _spoken(view, record)
    if len(spoken) == 1:
        known = getattr(record, spoken[0])
        if _spelt(view.read(respell(view.show(record)))[spoken[0]]) != _spelt(known):
            yield {**dict.fromkeys(view.owned), spoken[0]: text}


def _cuts(view: View, text: str, record: Record) -> Iterator[Cut]:
    """Yield the cuts that leave some fields as they are, those of most fields first."""
    for fields in _several(_spoken(view, record)):
        kept = {field: getattr(record, field) for field in (*fields, *view.manner)}
        others = [field for field in _texts(view, record) if field not in kept]
        for rest in _several(others):
            if found := _cut(view, text, kept, rest):
                yield found


def _cut(view: View, text: str, kept: Cut, others: Sequence[str]) -> Cut | None:
    """Return the cut with other fields beside those kept, each as short as may be."""
    known = {**dict.fromkeys(view.owned), **kept}
    said_already = _show(view, known)
    unused = [*islice((s for s in map(chr, _PRIVATE) if s not in said_already), len(others))]
    shown = _show(view, {**known, **dict(zip(others, unused, strict=False))})
    gaps = filled_in(re.split(f"[{''.join(unused)}]", shown) if unused else [shown], text)
    if gaps is None:
        return None
    said = dict(zip(others, map(canonical, gaps), strict=True))
    cut = {**dict.fromkeys(view.owned), **kept, **said}
    return cut if _show(view, cut) == text else None


def _several(fields: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield some of the fields, first all, then those without one, and so on."""
    for count in range(len(fields), -1, -1):
        yield from combinations(fields, count)


def _show(view: View, cut: Cut) -> str:
    return respell(view.format(*[cut[field] for field in view.owned]))


def _spoken(view: View, record: Record) -> list[str]:
    return [field for field in view.fields if getattr(record, field)]


def _texts(view: View, record: Record) -> Iterator[str]:
    """Yield the fields that are one text."""
    for field in view.fields:
        if not shape_of(type(record).model_fields[field].annotation).is_list:
            yield field


def _spelt(value: Any) -> Any:
    return respell(value) if isinstance(value, str) else value
