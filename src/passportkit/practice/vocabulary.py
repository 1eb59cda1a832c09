"""The vocabulary: which facts there are to be stated and asked for, by name and in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic.fields import FieldInfo

from passportkit.practice.model import VERSION, Facts, Practice, RowsView

FIRST = ("passport", "title", "forms")
_LAST = ("unplaced",)
"""The keys at the top of a new file, and those at its end."""


class Vocabulary(NamedTuple):
    """The facts that practices state and forms ask for, as models.

    `name` stands for all the rest: two vocabularies of one name are the same, in any process.
    `practice` is what is made of a file, `facts` what it says for one form. Both have the same
    facts, those of `Facts` among them.
    """

    name: str
    facts: type[Facts]
    practice: type[Practice]

    @property
    def fields(self) -> Mapping[str, FieldInfo]:
        """The facts by name, in order: what each is called, what it is, and examples."""
        return self.facts.model_fields

    @property
    def rows(self) -> Mapping[str, RowsView]:
        """The tables that are not simply a list, by the names that forms use."""
        return self.facts.rows

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys with facts, and those above them, in the order that a new file has them."""
        return (*FIRST, *(name for name in self.fields if name not in FIRST))


BUILT_IN = Vocabulary(f"passport-{VERSION}", Facts, Practice)
"""What every practice may say."""


NAMELESS = {"passport": str(VERSION), "title": "…"}
"""What no practice can do without, for one of which the rest alone is looked at."""


def new_file(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a new file: its version first, then facts, then what found no place."""
    fields = {"passport": str(VERSION), **facts}
    between = (key for key in fields if key not in FIRST + _LAST)
    return {key: fields[key] for key in (*FIRST, *between, *_LAST) if key in fields}
