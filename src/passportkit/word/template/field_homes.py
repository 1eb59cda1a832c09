"""Where the fields of a template begin and end: on one side of all that a document may change.

A paragraph with a tag may vanish or become many, a row may be repeated. What of a field stands in
it would go with it, and the rest would join what comes next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from passportkit.word.package.names import MC, w

_STORIES = (w("txbxContent"), f"{{{MC}}}Choice", f"{{{MC}}}Fallback")
_KIND = w("fldCharType")


@dataclass(slots=True)
class _Begun:
    """A field that has begun, with the paragraph or row in which it has to end."""

    home: Any
    is_result: bool = False


def crosses_tags(root: Any, paragraphs: Iterable[Any]) -> bool:
    """Return whether a field of a part goes over the border of a paragraph with tags, or of a row.

    `paragraphs` are those with tags; the rows are all of the tables in which these stand.
    """
    homes = {*paragraphs, *_rows(paragraphs)}
    begun: defaultdict[Any, list[_Begun]] = defaultdict(list)
    for element in root.iter(w("p"), w("tr"), w("fldChar")):
        fields = begun[next(element.iterancestors(*_STORIES), root)]
        if element.tag != w("fldChar"):
            if element in homes and fields and not fields[-1].is_result:
                return True
        elif not _goes_on(element, fields, homes):
            return True
    return any(begun.values())


def _goes_on(mark: Any, fields: list[_Begun], homes: set[Any]) -> bool:
    """Follow a mark of a field; return whether it stands where its field has begun."""
    home = next((each for each in mark.iterancestors(w("p"), w("tr")) if each in homes), None)
    if mark.get(_KIND) == "begin":
        fields.append(_Begun(home))
    elif not fields or fields[-1].home is not home:
        return False
    elif mark.get(_KIND) == "end":
        fields.pop()
    else:
        fields[-1].is_result = True
    return True


def _rows(paragraphs: Iterable[Any]) -> Iterable[Any]:
    tables = {table for each in paragraphs for table in each.iterancestors(w("tbl"))}
    return (row for table in tables for row in table.iterchildren(w("tr")))
