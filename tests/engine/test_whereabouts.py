"""At which field of a form something stands that was passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from passportkit.engine.toolkit import Toolkit
from passportkit.engine.whereabouts import located
from passportkit.language import translator
from passportkit.paper import Paper, PassedOver, Spot
from passportkit.word.read.body import read_document
from tests.conftest import Write
from tests.word.foreign import document, p, r, tbl, tc, tr

ENGLISH = translator("en")
CHART = "<w:r><w:drawing><c:chart/></w:drawing></w:r>"


@pytest.fixture
def kit(workspace: Write, tmp_path: object) -> Toolkit:
    """Return the toolkit of a workspace with the form `note`: a title, and a summary."""
    return Toolkit.at(str(tmp_path))


def places(kit: Toolkit, paper: Paper) -> list[str]:
    found = located(paper, kit.catalogue.form("note"))
    return [ENGLISH(each.place) if each.place else "" for each in found]


def read(*blocks: str) -> Paper:
    return read_document(document("".join(blocks)))


def test_it_stands_at_the_field_whose_words_are_around_it(kit: Toolkit) -> None:
    paper = read(p("1. Наименование"), p("Роща", CHART), p("2. Суть практики"), p("Липы", CHART))
    assert places(kit, paper) == ["1. Наименование", "2. Суть практики"]


def test_or_in_its_empty_place_and_several_in_their_order(kit: Toolkit) -> None:
    empty = tbl(tr(tc(p(CHART, CHART) + p(CHART))))
    paper = read(p("1. Наименование"), empty, p("2. Суть практики"), tbl(tr(tc("Липы"))))
    assert places(kit, paper) == ["1. Наименование"] * 3


def test_a_text_box_and_a_cell_of_a_table_in_it_are_found(kit: Toolkit) -> None:
    box = f"<w:txbxContent>{p('Липы', CHART)}{tbl(tr(tc(p('Дубы', CHART))))}</w:txbxContent>"
    drawn = f"<w:r><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></w:r>"
    paper = read(p("1. Наименование"), p("Роща"), p("2. Суть практики"), p(drawn))
    assert places(kit, paper) == ["2. Суть практики"] * 2


def test_on_a_heading_its_words_are_the_place(kit: Toolkit) -> None:
    paper = read(p("1. Наименование", CHART), p("Роща"), p("2. Суть практики"), p("Липы"))
    assert places(kit, paper) == ["at “1. Наименование”"]


def test_among_words_without_a_place_it_stands_where_they_do(kit: Toolkit) -> None:
    paper = read(p("Всем привет", CHART), p("1. Наименование"), p("Роща"))
    assert places(kit, paper) == ["before the first section"]


def test_a_row_that_was_deleted_stood_below_another_one() -> None:
    heads = tr(tc("№"), tc("Описание возможности"))
    rows = [tr(tc(f"{n}"), tc(words)) for n, words in ((1, "Роща"), (2, "Липы"))]
    gone = tr(tc("3"), tc("Дубы"), properties="<w:del/>")
    paper = read(
        p("7. Возможности, которые позволили реализовать практику"), tbl(heads, *rows, gone)
    )
    (found,) = located(paper, Toolkit().catalogue.form("practice-passport"))
    assert (found.what.words, found.place and ENGLISH(found.place)) == (
        "3 – Дубы",
        "7. Возможности, которые позволили реализовать практику, row 2, below it",
    )


def test_a_row_is_told_as_it_is_counted_in_the_document() -> None:
    rows = [tr(tc("№"), tc("Статья затрат"), tc("Объем затрат"))]
    cells = (("1", "Роща", "9"), ("1.1", "Липы", "4"), ("2", "Скамьи", "1"))
    rows += [tr(tc(number), tc(p(item, CHART)), tc(sum_)) for number, item, sum_ in cells]
    paper = read(p("18. Затраты на реализацию практики"), tbl(*rows))
    found = located(paper, Toolkit().catalogue.form("practice-passport"))
    assert [ENGLISH(each.place).split(", ")[1] for each in found if each.place] == [
        "row 1",
        "row 2",
        "row 3",
    ]


def test_what_stands_nowhere_has_no_place(kit: Toolkit) -> None:
    paper = replace(read(p("1. Наименование")), passed_over=[PassedOver("comment", "Да")])
    assert places(kit, paper) == [""]


def test_the_paper_stays_as_it_was(kit: Toolkit) -> None:
    words = [p("1. Наименование"), tbl(tr(tc(p("Роща", CHART) + p(CHART))))]
    paper = read(*words)
    assert places(kit, paper)
    assert paper == read(*words)


def test_tables_may_nest_as_deep_as_a_file_can(kit: Toolkit) -> None:
    inner = p("Роща", CHART)
    for _ in range(60):
        inner = tbl(tr(tc(inner + p())))
    assert places(kit, read(p("1. Наименование"), inner)) == ["1. Наименование"]


def test_a_spot_knows_the_words_at_it_or_the_last_ones_before() -> None:
    blocks = [*read(p("а"), tbl(tr(tc("в таблице"))), p(r("б"))).blocks]
    spots: Sequence[Spot] = (Spot(blocks, 0), Spot(blocks, 2, True), Spot(blocks, 0, True))
    assert [spot.words for spot in spots] == ["а", "а", ""]
