"""What is relied on in Pydantic beyond its models; what a version lacks is named."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any, get_args

import pydantic
import pytest
from pydantic import BaseModel, Discriminator, Field, Tag, ValidationError
from pydantic_core import core_schema

from passportkit.__main__ import _NoPlugins
from passportkit.language import say
from passportkit.source import json_schema, model_shape
from passportkit.source.parse import _KINDS, _SIGNS

VERSION = f"Pydantic {pydantic.VERSION}"

PLAIN = Annotated[
    Annotated[list[int], Tag("(list)")] | Annotated[str, Tag("(text)")],
    Discriminator(lambda value: "(text)" if isinstance(value, str) else "(list)"),
]


class Shelf(BaseModel):
    """A model with each limit that a schema tells of."""

    ge: int | None = Field(None, ge=1)
    gt: int | None = Field(None, gt=1)
    le: int | None = Field(None, le=1)
    lt: int | None = Field(None, lt=1)
    min_length: list[int] | None = Field(None, min_length=1)
    pattern: str | None = Field(None, pattern="^a$")
    of: PLAIN | None = Field(None, alias="from", title="a", description="b", examples=["c"])


def errors(**data: Any) -> list[Any]:
    with pytest.raises(ValidationError) as raised:
        Shelf.model_validate(data)
    return raised.value.errors(include_url=False)


# --- errors, in `source/parse.py` ---------------------------------------------------------


def test_every_kind_of_error_that_is_told_is_one_of_pydantic_or_of_ours():
    theirs = set(get_args(core_schema.ErrorType))
    told = set(_KINDS) - {"said", "year_expected"}
    assert told <= theirs, f"{VERSION} has no errors {told - theirs}"


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("ge", 0, "greater_than_equal"),
        ("gt", 0, "greater_than"),
        ("le", 2, "less_than_equal"),
        ("lt", 2, "less_than"),
    ],
)
def test_an_error_has_its_kind_its_place_its_value_and_the_limit(name, value, kind):
    (error,) = errors(**{name: value})
    assert (error["type"], error["loc"], error["input"]) == (kind, (name,), value)
    assert error["ctx"][name] == 1
    assert name in _SIGNS


def test_a_list_that_is_too_short_says_how_long_it_is():
    (error,) = errors(min_length=[])
    assert error["type"] == "too_short"
    assert error["ctx"]["actual_length"] == 0


def test_the_branch_of_a_union_stands_in_the_place_by_its_tag():
    (error,) = errors(**{"from": ["a"]})
    assert error["loc"] == ("from", "(list)", 0)


def test_an_error_of_ours_keeps_the_messages_that_it_was_given():
    error = model_shape.misfit("a-rule", message := say("a"), advice := say("b"))
    assert error.type == "said"
    assert error.context == {"rule": "a-rule", "message": message, "help": advice}


# --- fields, in `source/model_shape.py` and `source/json_schema.py` -----------------------


@pytest.mark.parametrize("name", json_schema._LIMITS)
def test_a_limit_of_a_field_stands_among_its_notes_under_its_own_name(name):
    field = Shelf.model_fields[name]
    limit = "^a$" if name == "pattern" else 1
    expected = {json_schema._LIMITS[name]: limit}
    assert dict(json_schema._limits(field.metadata)) == expected, f"{VERSION} has it elsewhere"
    # and as a note of what is inside a list or a union
    assert dict(json_schema._limits([field])) == expected, f"{VERSION} has it elsewhere"


def test_a_field_knows_its_annotation_its_words_and_whether_it_is_required():
    field = Shelf.model_fields["of"]
    assert model_shape.key_of("of", field) == "from"
    assert (field.title, field.description, field.examples) == ("a", "b", ["c"])
    assert not field.is_required()
    assert [each.kind for each in model_shape.alternatives(field.annotation)] == [
        list,
        str,
        type(None),
    ]


# --- plugins, in `__main__.py` ------------------------------------------------------------


def test_pydantic_asks_for_plugins_where_a_stand_in_answers():
    asked = import_module("pydantic.plugin._schema_validator")
    loader = import_module(_NoPlugins.place)
    assert callable(loader.get_plugins), f"{VERSION} looks for plugins elsewhere"
    assert "_loader" in asked.create_schema_validator.__code__.co_names
    assert tuple(_NoPlugins(_NoPlugins.place).get_plugins()) == ()


def test_the_stand_in_makes_way_where_more_is_asked_of_it(monkeypatch):
    real = import_module(_NoPlugins.place)
    monkeypatch.setitem(sys.modules, _NoPlugins.place, _NoPlugins(_NoPlugins.place))
    stand_in = sys.modules[_NoPlugins.place]
    assert stand_in.PYDANTIC_ENTRY_POINT_GROUP == real.PYDANTIC_ENTRY_POINT_GROUP
    assert sys.modules[_NoPlugins.place] is not stand_in
    assert not hasattr(stand_in, "no_such_name")
