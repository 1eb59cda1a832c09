"""What an annotation lets in, as one walker sees it."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel

from passportkit.source.model_shape import alternatives, choices_at, models_within, shape_of


class Room(BaseModel):
    name: str


class House(BaseModel):
    rooms: list[Room]


Colour = Annotated[Literal["red", "green"] | None, "note"]


class Paint(BaseModel):
    wall: Colour = None
    doors: list[Colour] = []
    by_room: dict[str, Colour | Room] = {}
    layers: tuple[Colour, Colour] | None = None
    other: "list[Paint] | Room | None" = None
    kind: Literal["oil", "lime", "chalk"] | int = "oil"


class Words(str):
    __slots__ = ()


@pytest.mark.parametrize(
    ("annotation", "kinds"),
    [
        (str, [str]),
        (str | None, [str, type(None)]),
        (list[str] | dict[str, int], [list, dict]),
        (Annotated[list[str] | int, "note"], [list, int]),
        (Literal["1", "1."], [Literal]),
    ],
)
def test_an_annotation_lets_in_one_kind_of_value_or_several(annotation, kinds):
    assert [each.kind for each in alternatives(annotation)] == kinds


def test_notes_go_with_each_kind_from_the_inside_to_the_outside():
    nested = Annotated[Annotated[int, "inner"] | str, "outer"]
    assert [each.notes for each in alternatives(nested)] == [("inner", "outer"), ("outer",)]


@pytest.mark.parametrize(
    ("annotation", "is_list", "is_mapping", "types"),
    [
        (Words | None, False, False, (Words, type(None))),
        (Annotated[list[Room], "note"] | Annotated[str, "note"], True, False, (Room, str)),
        (dict[str, House | None], False, True, (str, House, type(None))),
        (tuple[float, ...], False, False, (float,)),
        (Literal["1"], False, False, ()),
    ],
)
def test_the_shape_of_a_field(annotation, is_list, is_mapping, types):
    assert shape_of(annotation) == (is_list, is_mapping, types)


def test_types_of_a_kind_are_found_in_a_shape():
    shape = shape_of(list[Room] | Words | int)
    assert shape.models == (Room,)
    assert shape.of(str) == (Words,)
    assert shape.of(bytes) == ()


def test_models_are_found_however_deep_an_annotation_names_them():
    assert models_within(dict[str, list[Annotated[House, "note"]] | None]) == (House,)


@pytest.mark.parametrize(
    ("route", "choices"),
    [
        (("wall",), ["red", "green"]),
        (("doors", 3), ["red", "green"]),
        (("by_room", "hall"), ["red", "green"]),
        (("by_room", "hall", "name"), []),
        (("layers", 1), ["red", "green"]),
        (("other", 0, "wall"), ["red", "green"]),
        (("other", 0, "other", 2, "doors", 0), ["red", "green"]),
        (("kind",), ["oil", "lime", "chalk"]),
        (("other",), []),
        (("nowhere",), []),
        ((), []),
    ],
)
def test_the_words_that_may_stand_at_a_place(route, choices):
    assert choices_at(Paint, route) == choices
