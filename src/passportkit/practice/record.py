"""Records: what stands in one row of a table.

Modules with models do without `from __future__ import annotations`: Pydantic would evaluate the
text of every annotation anew at each start.
"""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from passportkit.practice.view import View

RecordData = dict[str, Any]
"""The plain data of a record: what is said, by field."""


class Record(BaseModel):
    """A mapping with known keys. A text alone stands for a record with only its `main` field."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    main: ClassVar[str]
    """The field that one text alone fills."""

    views: ClassVar[dict[str, View]] = {}
    """The cells that combine fields of this record, by the names that forms use."""

    heads: ClassVar[dict[str, tuple[str, ...]]] = {}
    """How people head the columns of fields, and of views of a part of one, in any form.

    One with «, руб.» behind it is a head only where it names a unit of money, be it another.
    """

    keep_their_head: ClassVar[tuple[str, ...]] = ()
    """Fields with several such columns: each of their words is told with its head before it."""

    value_fields: ClassVar[frozenset[str]] = frozenset()
    """The fields that say a value, such as a sum or a number: how it looks says nothing."""

    patterns: ClassVar[Mapping[str, re.Pattern[str]]] = {}
    """What the whole value of a field looks like, where anything else beside it is none of it."""

    line: ClassVar[View | None] = None
    """How the record is shown as one item of a list, where a form asks for a text."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.main: value} if isinstance(value, str) else value

    @property
    def is_blank(self) -> bool:
        """Whether nothing is said in any field."""
        return not any(getattr(self, name) for name in type(self).model_fields)
