"""Values by year: quantities under the years that they are of."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Self, cast

from pydantic import Field, GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from passportkit.language import mark
from passportkit.practice.quantity import Quantity
from passportkit.practice.view import View
from passportkit.practice.words import Takes

_is_year = re.compile(r"[0-9]{4}").fullmatch


class _EveryYear(Mapping[str, FieldInfo]):
    """A field for each year that may be asked for; none is listed, for there are too many."""

    def __getitem__(self, year: str) -> FieldInfo:
        if not _is_year(year):
            raise KeyError(year)
        said = mark("The value of this year.")
        field: Any = Field(None, title=year, description=said, examples=["10"])
        field.annotation = Quantity | None
        return cast("FieldInfo", field)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class YearValues(dict[str, Quantity]):
    """Quantities by year. A form shows one as it shows the field of a record: `values.2024`."""

    model_fields: ClassVar[Mapping[str, FieldInfo]] = _EveryYear()
    value_fields: ClassVar[Mapping[str, FieldInfo]] = model_fields
    line: ClassVar[View | None] = None

    def __getattr__(self, year: str) -> Quantity | None:
        """Return the value of a year, None where there is none."""
        if not _is_year(year):
            raise AttributeError(year)
        return self.get(year)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take a mapping of years to texts."""
        years = core_schema.no_info_after_validator_function(_year, core_schema.str_schema())
        value = core_schema.nullable_schema(handler.generate_schema(Quantity))
        values = core_schema.dict_schema(years, value)
        return core_schema.no_info_after_validator_function(cls._of, values)

    @classmethod
    def _of(cls, said: dict[str, Quantity | None]) -> Self | None:
        """Return what is said of years; None where nothing is, as a new file has it."""
        return cls({year: value for year, value in said.items() if value is not None}) or None


def _year(key: str) -> str:
    if not _is_year(key):
        raise PydanticCustomError("year_expected", "no year")  # what is said of it, others know
    return key


ByYear = Annotated[YearValues, Takes(dict[str, Quantity])]
"""A mapping of years to what authors type for a quantity."""
