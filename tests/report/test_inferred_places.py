from passportkit.inference.inferred_form import InferredPlace
from passportkit.language import translator
from passportkit.report.inferred_places import place_lines

PLACES = (
    InferredPlace("1", "Название проекта:", "title", "sure"),
    InferredPlace("2", "Цель", "goals", "likely"),
    InferredPlace("", "Двор", "dvor", "new", "text"),
)


def test_a_row_says_what_a_place_shows_and_how_sure_that_is() -> None:
    assert [*place_lines(PLACES, translator("en"), 80)] == [
        "Place                shows  how sure",
        "1. Название проекта  title  surely",
        "2. Цель              goals  look at it",
        "Двор                 dvor   new fact: text",
        "3 places: 1 known, 1 to be looked at, 1 new",
    ]


def test_what_is_too_wide_stands_below() -> None:
    assert [*place_lines(PLACES[:1], translator("en"), 20)] == [
        "1. Название проекта",
        "  → title, surely",
        "1 place: 1 known, 0 to be looked at, 0 new",
    ]


def test_a_form_that_was_copied_has_no_table() -> None:
    assert [*place_lines((), translator("en"), 80)] == []
