"""Documents of this program: every word comes back to its place, whatever it looks like."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from passportkit.forms import Catalogue, Filled, Form, bind
from passportkit.forms.filled import FilledRow as Fields
from passportkit.forms.filled import FilledValue
from passportkit.forms.slots import ColumnSlot as Column
from passportkit.forms.slots import TableSlot, TextSlot, slots_of
from passportkit.intake import Extraction, match, recognise
from passportkit.layout import lay_out
from passportkit.paper import Cell, Paper, Paragraph, Row, Table
from passportkit.paper.model import texts_of
from passportkit.paper.styles import TOTAL
from passportkit.practice import Practice
from passportkit.stamp import Stamp
from passportkit.text import canonical
from passportkit.word.read.body import read_document
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.intake.conftest import left
from tests.word.conftest import GRID, SECTIONS, form_of
from tests.word.test_examples import practice_of

CATALOGUE = Catalogue()
OFFICIAL = [CATALOGUE.form(name) for name in CATALOGUE.names()]
MIXED = [form_of(SECTIONS), form_of(GRID)]
TEMPLATES = Templates()
PRACTICES = sorted((Path(__file__).parents[2] / "examples" / "practices").glob("*.yaml"))
STAMPED = {"title": ["00000000"]}

LIKE_A_FORM = [
    "",
    "№",
    "№ п/п",
    "7",
    "Итого",
    "ИТОГО: 5",
    "Всего 5",
    "1. Наименование практики",
    "Наименование практики",
    "Предпосылки реализации",
    "Описание возможности",
    "Цель практики – счастье",
    "Задачи практики:",
    "Организация",
    "Цель",
    "Продолжение таблицы",
    "Содержание",
    "Глава ____ Лесной",
    "http://www.w3.org/1999/xlink",
    "(не более 0,5 страницы)",
    '{"address": "д 1"}',
    "- раз\n- два",
    "1) раз\n2) два",
    "текст\nвторая\n  - глубже",
    "**жирно** и *курсив*",
]
"""Words that a stranger's document would lose or misplace."""


def found(form: Form, filled: Filled) -> Extraction:
    return match(read_document(fill(TEMPLATES.compiled(form), filled)), form)


@pytest.mark.parametrize("form", OFFICIAL, ids=lambda form: form.name)
@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
def test_an_example_comes_back(path: Path, form: Form) -> None:
    practice: Practice = practice_of(path)
    filled = bind(form, practice)
    reading = found(form, filled)
    assert said(form, reading.values) == said(form, of_rows(form, filled.values))
    assert reading.left == []
    assert reading.placed == reading.read


@pytest.mark.parametrize("form", OFFICIAL + MIXED, ids=lambda form: form.name)
@pytest.mark.parametrize("seed", range(4))
def test_words_like_those_of_the_form_come_back(form: Form, seed: int) -> None:
    values = any_values(form, random.Random(seed))
    reading = found(form, Filled("Название", values, Stamp(form.name, 1, STAMPED)))
    assert said(form, reading.values) == said(form, of_rows(form, values))
    assert reading.left == []


@pytest.mark.parametrize("form", OFFICIAL, ids=lambda form: form.name)
def test_a_stamped_document_is_recognised_by_its_stamp(form: Form) -> None:
    practice: Practice = practice_of(PRACTICES[0])
    paper = read_document(fill(TEMPLATES.compiled(form), bind(form, practice)))
    recognised = recognise(paper, OFFICIAL)
    assert (recognised.form, recognised.is_stamped) == (form, True)
    assert recognised.found > 0


def any_values(form: Form, choice: random.Random) -> dict[str, FilledValue]:
    words = LIKE_A_FORM + [section.heading or "" for section in form.sections]
    words += [part.label for _, block in form.blocks() for part in block.parts or ()]

    def pick() -> str:
        return canonical(choice.choice(words))

    values: dict[str, FilledValue] = {}
    for slot in slots_of(form):
        if isinstance(slot, TableSlot):
            count = 1 if slot.block.record else choice.randint(1, 4)
            values[slot.key] = [row_of(form, slot, n, pick) for n in range(1, count + 1)]
        else:
            values[slot.key] = "10,00 руб." if slot.is_total else pick()
    return values


def row_of(form: Form, slot: TableSlot, number: int, pick: object) -> Fields:
    assert callable(pick)
    is_numbered = form.row_style(slot.block) != "none" and slot.block.rows
    cells = {cell.key: pick() for cell in slot.cells}
    merges = {f"{cell.key}|merge": "" for cell in slot.cells}
    return {"number": f"{number}." if is_numbered else "", **cells, **merges}


def of_rows(form: Form, values: object) -> dict[str, object]:
    """Return the values of a filled form without numbers, words of merged cells filled in."""
    assert isinstance(values, dict)
    return {
        slot.key: values[slot.key]
        if isinstance(slot, TextSlot)
        else unmerged(slot.cells, values[slot.key])
        for slot in slots_of(form)
    }


def unmerged(cells: tuple[Column, ...], rows: list[Fields]) -> list[dict[str, str]]:
    made: list[dict[str, str]] = []
    for row in rows:
        goes_on = [cell.key for cell in cells if row.get(f"{cell.key}|merge") == "continue"]
        above = {key: made[-1][key] for key in goes_on}
        made.append({cell.key: row[cell.key] for cell in cells} | above)
    return made if any(row["number"] for row in rows) or any(map(any_words, made)) else []


def any_words(row: dict[str, str]) -> bool:
    return any(row.values())


def said(form: Form, values: object) -> dict[str, object]:
    """Return the values; of a card, which leaves out what has no words, those that have some."""
    assert isinstance(values, dict)
    if form.layout != "card":
        return values
    return {key: value for key, value in values.items() if value}


PRACTICE = CATALOGUE.form("practice-passport")


def blocks_of_an_example() -> tuple[list[Any], Stamp | None]:
    practice: Practice = practice_of(PRACTICES[0])
    document = fill(TEMPLATES.compiled(PRACTICE), bind(PRACTICE, practice))
    paper = read_document(document)
    return list(paper.blocks), paper.stamp


def place_of(blocks: Sequence[Any], heading: str) -> int:
    return next(
        n for n, each in enumerate(blocks) if isinstance(each, Paragraph) and heading in each.text
    )


def test_a_section_that_was_deleted_is_absent():
    blocks, stamp = blocks_of_an_example()
    at = place_of(blocks, "Сроки реализации")
    whole = match(Paper(blocks, stamp), PRACTICE).values
    rest = match(Paper(blocks[:at] + blocks[at + 2 :], stamp), PRACTICE)
    assert rest.values == {key: value for key, value in whole.items() if key != "period"}
    assert rest.left == []


def test_a_heading_that_was_typed_anew_is_found_without_its_style():
    blocks, stamp = blocks_of_an_example()
    whole = match(Paper(blocks, stamp), PRACTICE)
    blocks[place_of(blocks, "Сроки реализации")] = Paragraph("4. Срок реализации", "normal")
    reading = match(Paper(blocks, stamp), PRACTICE)
    assert (reading.values, reading.left) == (whole.values, whole.left)


def test_words_between_the_boxes_are_left():
    blocks, stamp = blocks_of_an_example()
    at = place_of(blocks, "Сроки реализации")
    cells = [Cell([Paragraph(words)], place) for place, words in enumerate(("Ещё", "слова"))]
    blocks[at:at] = [Paragraph("Дополнить!"), Table([Row(cells)])]
    reading = match(Paper(blocks, stamp), PRACTICE)
    assert [each.text for each in reading.left] == ["Дополнить!", "Ещё – слова"]
    assert reading.read - reading.placed == 2


def test_rows_may_be_added_by_hand():
    blocks, stamp = blocks_of_an_example()
    table = blocks[place_of(blocks, "Возможности, которые") + 1]
    table.rows.insert(2, Row([Cell([], 0), Cell([Paragraph("Итого")], 1)]))
    table.rows.append(Row([Cell([], 0), Cell([], 1)]))
    rows: Any = match(Paper(blocks, stamp), PRACTICE).values["opportunities"]
    assert [row["text"] == "Итого" for row in rows][:3] == [False, True, False]
    assert all(row["text"] for row in rows)


def test_rows_beyond_a_thousand_keep_their_numbers_to_themselves():
    texts = [f"Возможность {n}" for n in range(1, 1003)]
    practice = Practice.model_validate({"passport": "1", "title": "Клуб", "opportunities": texts})
    reading = match(lay_out(PRACTICE, bind(PRACTICE, practice)), PRACTICE)
    rows: Any = reading.values["opportunities"]
    assert [row["text"] for row in rows] == texts
    assert reading.left == []


@pytest.mark.parametrize("total", ["Всего: 300 руб.", "Общий итог – 300 руб."])
def test_a_total_behind_a_label_in_other_words_is_what_follows_it(total: str):
    blocks, stamp = blocks_of_an_example()
    table = table_below(blocks, "Затраты на реализацию")
    table.rows[-1].cells[0].blocks = [Paragraph(total, TOTAL)]
    reading = match(Paper(blocks, stamp), PRACTICE)
    assert reading.values["costs_total"] == "300 руб."
    assert reading.left == []


class TestWhatWasAddedToCostsWithoutSourcesAndTotals:
    form = CATALOGUE.form("project-passport")

    def reading(self, *rows: Row) -> Extraction:
        costs = [{"item": "Лыжи", "amount": "5"}, {"item": "Итого", "amount": "3"}]
        said = {"passport": "1", "title": "Клуб", "costs": costs, "funding_source": "Город"}
        paper = lay_out(self.form, bind(self.form, Practice.model_validate(said)))
        table_below(paper.blocks, "Затраты на реализацию").rows[1:1] = rows
        return match(paper, self.form)

    def test_a_row_without_a_number_is_a_total_and_one_with_it_a_cost(self):
        total = Row([Cell([], 0), text_cell("ИТОГО:", 1), text_cell("8", 2)])
        reading = self.reading(total)
        costs = [{"item_with_details": "Лыжи", "amount": "5"}]
        costs += [{"item_with_details": "Итого", "amount": "3"}]
        assert reading.values["costs"] == costs
        assert (reading.values["costs_total"], reading.left) == ("8", [])

    def test_words_over_all_columns_that_name_who_pays_are_left(self):
        reading = self.reading(Row([Cell([Paragraph("Средства гранта")], 0, 3)]))
        assert len(reading.values["costs"]) == 2
        assert [each.text for each in reading.left] == ["Средства гранта"]


def test_a_total_whose_label_was_deleted_is_all_that_stands_there():
    blocks, stamp = blocks_of_an_example()
    total = blocks[place_of(blocks, "Затраты на реализацию") + 1].rows[-1].cells[0].blocks[0]
    total.text = "300 руб."
    reading = match(Paper(blocks, stamp), PRACTICE)
    assert (reading.values["costs_total"], reading.left) == ("300 руб.", [])


@pytest.mark.parametrize("heading", ["Возможности, которые", "Результаты практики"])
def test_a_table_that_was_cut_in_two_goes_on(heading: str):
    blocks, stamp = blocks_of_an_example()
    whole = match(Paper(blocks, stamp), PRACTICE)
    at = place_of(blocks, heading) + 1
    while not isinstance(blocks[at], Table):
        at += 1
    rows = blocks[at].rows
    blocks[at : at + 1] = [Table(rows[:3]), Table(rows[3:])]
    reading = match(Paper(blocks, stamp), PRACTICE)
    assert (reading.values, reading.left) == (whole.values, whole.left)


def test_the_rows_and_the_total_of_a_table_that_was_cut_in_two_stay_together():
    blocks, stamp = blocks_of_an_example()
    whole = match(Paper(blocks, stamp), PRACTICE)
    at = place_of(blocks, "Затраты на реализацию") + 1
    rows = blocks[at].rows
    blocks[at : at + 1] = [Table(rows[:-2]), Table(rows[-2:])]
    reading = match(Paper(blocks, stamp), PRACTICE)
    assert reading.values["costs_total"] == whole.values["costs_total"]
    assert reading.left == []


def table_below(blocks: Sequence[Any], heading: str) -> Table:
    below = blocks[place_of(blocks, heading) :]
    return next(each for each in below if isinstance(each, Table))


def text_cell(text: str, column: int, style: str = "normal") -> Cell:
    return Cell([Paragraph(text, style)], column)


def test_a_row_that_numbers_the_columns_is_no_answer():
    blocks, stamp = blocks_of_an_example()
    whole = match(Paper(blocks, stamp), PRACTICE)
    numbers = Row([text_cell(str(n + 1), n) for n in range(3)])
    table_below(blocks, "Результаты практики").rows.insert(1, numbers)
    reading = match(Paper(blocks, stamp), PRACTICE)
    assert (reading.values, reading.left) == (whole.values, whole.left)


@pytest.mark.parametrize("style", ["cell", ""])
def test_a_row_of_small_figures_is_one_of_answers(style: str):
    blocks, stamp = blocks_of_an_example()
    row = Row([text_cell(str(n + 1), n, style) for n in range(3)])
    table_below(blocks, "Результаты практики").rows.insert(1, row)
    rows: Any = match(Paper(blocks, stamp), PRACTICE).values["results"]
    assert list(rows[0].values()) == ["2", "3"]


def test_what_stands_below_an_added_column_is_no_part_of_the_total():
    blocks, stamp = blocks_of_an_example()
    whole = match(Paper(blocks, stamp), PRACTICE)
    rows = table_below(blocks, "Затраты на реализацию").rows
    rows[0].cells.append(text_cell("Факт", 4, "table head"))
    rows[-1].cells.append(text_cell("7,5", 4, "total"))
    reading = match(Paper(blocks, stamp), PRACTICE)
    assert reading.values == whole.values
    assert [each.text for each in reading.left] == ["Факт", "7,5"]


def test_a_table_that_has_lost_its_head_is_left_without_its_empty_cells():
    blocks, stamp = blocks_of_an_example()
    rows = table_below(blocks, "Затраты на реализацию").rows
    del rows[0]
    rows[0].cells[1] = Cell([], 1)
    assert all(each.text for each in match(Paper(blocks, stamp), PRACTICE).left)


def test_its_rows_are_told_one_by_one():
    blocks, stamp = blocks_of_an_example()
    rows = table_below(blocks, "Результаты практики").rows
    cells = [[text for each in row.cells[1:] for text in texts_of(each.blocks)] for row in rows]
    del rows[0], rows[2:]
    place = "section 9 “Результаты практики (что было достигнуто)”, row {}"
    assert left(match(Paper(blocks, stamp), PRACTICE)) == [
        (place.format(1), " – ".join(cells[1])),
        (place.format(2), " – ".join(cells[2])),
    ]


def test_a_row_without_cells_is_nothing():
    blocks, stamp = blocks_of_an_example()
    whole = match(Paper(blocks, stamp), PRACTICE)
    table = blocks[place_of(blocks, "Возможности, которые") + 1]
    table.rows.insert(1, Row([]))
    reading = match(Paper(blocks, stamp), PRACTICE)
    assert (reading.values, reading.left) == (whole.values, whole.left)


ALGORITHM = CATALOGUE.form("algorithm")


def algorithm_of_an_example() -> Paper:
    practice = practice_of(next(path for path in PRACTICES if path.stem == "sosedskie-kluby"))
    return read_document(fill(TEMPLATES.compiled(ALGORITHM), bind(ALGORITHM, practice)))


def retyped(paper: Paper, words: str, instead: str) -> Paper:
    """Return a paper in the table of which a label has other words."""
    (table,) = [each for each in paper.blocks if isinstance(each, Table)]
    paragraphs = [
        each
        for row in table.rows
        for cell in row.cells
        for each in cell.blocks
        if isinstance(each, Paragraph)
    ]
    (label,) = [each for each in paragraphs if words in each.text]
    label.text = instead
    return paper


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_column_that_was_added_to_a_form_of_one_table_is_left_with_its_head(place: int) -> None:
    paper, whole = algorithm_of_an_example(), match(algorithm_of_an_example(), ALGORITHM)
    (table,) = [each for each in paper.blocks if isinstance(each, Table)]
    words = {1: "Замечание", 2: "верно", 5: "ещё раз"}
    for number, row in enumerate(table.rows):
        if len(row.cells) == 1:
            row.cells[0].span += 1
            continue
        for cell in row.cells[place:]:
            cell.column += 1
        row.cells.insert(place, text_cell(words.get(number, ""), place))
    reading = match(paper, ALGORITHM)
    assert reading.values == whole.values
    column = "row {}, column “Замечание”"
    assert [(where[-len(column) + 1 :], text) for where, text in left(reading)] == [
        (column.format(3), "верно"),
        (column.format(6), "ещё раз"),
    ]


def test_what_was_added_beside_the_name_of_a_group_is_left():
    paper = algorithm_of_an_example()
    (table,) = [each for each in paper.blocks if isinstance(each, Table)]
    table.rows[0].cells.append(text_cell("Сверить", 3))
    reading = match(paper, ALGORITHM)
    assert [each.text for each in reading.left] == ["Сверить"]
    assert reading.values == match(algorithm_of_an_example(), ALGORITHM).values


def test_a_label_with_a_slip_in_it_is_found():
    whole = match(algorithm_of_an_example(), ALGORITHM)
    paper = retyped(
        algorithm_of_an_example(), "II этап – реал", "II этап – реализация лучших практик!"
    )
    reading = match(paper, ALGORITHM)
    assert (reading.values, reading.left) == (whole.values, whole.left)


def test_an_item_with_a_slip_in_it_is_found():
    whole = match(algorithm_of_an_example(), ALGORITHM)
    paper = retyped(
        algorithm_of_an_example(), "Наименование лучшей практики", "Наименование лучшей практик"
    )
    reading = match(paper, ALGORITHM)
    assert (reading.values, reading.left) == (whole.values, whole.left)


def test_what_stands_behind_a_label_that_nobody_knows_is_left_and_not_said_to_be_empty():
    whole = match(algorithm_of_an_example(), ALGORITHM)
    reading = match(retyped(algorithm_of_an_example(), "II этап – реал", "Прочее"), ALGORITHM)
    assert "stages_2" not in reading.values
    assert {**whole.values, **reading.values} == whole.values
    assert whole.values["stages_2"] in [each.text for each in reading.left]
