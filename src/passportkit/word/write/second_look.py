"""What goes out in documents of a template, looked at once more as it goes out.

A template is changed on its way: comments and marks are dropped, tags are put in the place of runs.
What was let through before may be something else behind that. So the document is made that says its
own tags, and what would be refused of a stranger is refused of it.
"""

from __future__ import annotations

from passportkit.forms.filled import Filled, FilledValue
from passportkit.word.package.admission import Objection, admit
from passportkit.word.template.compiled import Compiled
from passportkit.word.template.program import EACH, is_merge_key
from passportkit.word.write.fill import fill


def objections(compiled: Compiled) -> tuple[Objection, ...]:
    """Return what a document of this template would have in it that is not let through.

    Raises `CannotGoOn` where none can be made of it.
    """
    return admit(fill(compiled, Filled("", _own_tags(compiled)))).objections


def _own_tags(compiled: Compiled) -> dict[str, FilledValue]:
    """Return for each tag the tag itself, and one row for each loop.

    Of a row that stands in no loop there is nothing, and `fill` says so.
    """
    texts = {name: f"{{{{ {name} }}}}" for name, column in compiled.keys if not column}
    rows: dict[str, dict[str, str]] = {}
    for name, column in compiled.keys:
        if name and column:
            row = rows.setdefault(name, {})
            if column != EACH:
                row[column] = "" if is_merge_key(column) else f"{{{{ row.{column} }}}}"
    return {**texts, **{name: [row] for name, row in rows.items()}}
