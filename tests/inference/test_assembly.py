"""What a blank document is seen to be: lines and tables in, entries out."""

from __future__ import annotations

from passportkit.inference.assembly import blank_form_of
from passportkit.inference.blank_form import (
    BlankForm,
    BlankGroup,
    BlankSection,
    BlankTable,
    BlankText,
    BlankWords,
)
from passportkit.paper import Cell, Paper, Paragraph, Row, Table
from tests.inference.papers import BOX, Rows, paper_of

BOXED = (BlankText(),)


def form_of(*blocks: str | Rows) -> BlankForm:
    return blank_form_of(paper_of(*blocks))


def test_numbered_headings_with_boxes_are_sections() -> None:
    form = form_of("Приложение № 3", "ЗАЯВКА", "1. Название проекта", BOX, "2. Сроки проекта:", BOX)
    assert (form.annex, form.title, form.layout) == ("Приложение № 3", "ЗАЯВКА", "sections")
    assert form.entries == (
        BlankSection("1", "Название проекта", blocks=BOXED),
        BlankSection("2", "Сроки проекта:", blocks=BOXED),
    )


def test_a_heading_over_deeper_ones_is_a_group() -> None:
    form = form_of("1. О проекте", "1.1. Название", BOX, "1.2. Место", BOX)
    assert form.entries[0] == BlankGroup("1", "О проекте")


def test_a_heading_without_any_room_below_it_asks_all_the_same() -> None:
    form = form_of("1. Название", "2. Место", BOX)
    assert form.entries[0] == BlankSection("1", "Название", blocks=BOXED, is_bare=True)


def test_words_in_brackets_and_italics_are_notes_above_or_below_the_answer() -> None:
    form = form_of(
        "1. Цель", "*Одним предложением*", BOX, "2. Место", "____________", "(село, улица)"
    )
    assert form.entries == (
        BlankSection("1", "Цель", note="Одним предложением", blocks=BOXED),
        BlankSection("2", "Место", note_below="(село, улица)", blocks=BOXED),
    )


def test_without_numbers_what_stands_above_a_place_is_its_heading() -> None:
    form = form_of("ЗАЯВКА", "Название проекта", BOX, "Цель", "(одна)", BOX, "Спасибо за участие!")
    assert form.entries == (
        BlankSection("", "Название проекта", blocks=BOXED),
        BlankSection("", "Цель", note="(одна)", blocks=BOXED),
        BlankWords("Спасибо за участие!"),
    )


def test_marks_of_a_program_are_places_and_then_empty_cells_are_none() -> None:
    rows = [["1. Название", ""], ["${name}", ""], ["2. Место", ""], ["${place}", ""]]
    form = form_of(rows, "3. Цель: ", "${goal}")
    assert [entry for entry in form.entries if isinstance(entry, BlankSection)] == [
        BlankSection("1", "Название", blocks=BOXED),
        BlankSection("2", "Место", blocks=BOXED),
        BlankSection("3", "Цель:", blocks=BOXED),
    ]


def test_lines_in_a_box_that_end_in_a_colon_are_labels() -> None:
    form = form_of("1. О проекте", [["Цель:\nЗадачи:"]], "2. Место", BOX)
    assert form.entries[0] == BlankSection(
        "1", "О проекте", blocks=(BlankText("Цель:"), BlankText("Задачи:"))
    )


def test_a_line_to_write_on_has_its_label_before_it() -> None:
    form = form_of("1. Название", BOX, "2. Заявитель", "Телефон: ________", "Почта ________")
    assert form.entries[1] == BlankSection(
        "2", "Заявитель", blocks=(BlankText("Телефон:"), BlankText("Почта"))
    )


def test_a_line_to_be_signed_is_words() -> None:
    form = form_of("1. Название", BOX, "2. Место", BOX, "Глава поселения ______ (подпись)")
    assert form.entries[-1] == BlankWords("Глава поселения ______ (подпись)", is_signed=True)


def test_what_a_box_says_is_a_hint() -> None:
    form = form_of("1. Название", [["Коротко и ясно"]], "2. Место", BOX)
    assert form.entries[0] == BlankSection(
        "1", "Название", blocks=(BlankText(hint="Коротко и ясно"),)
    )


def test_heads_above_empty_rows_are_a_table() -> None:
    form = form_of(
        "1. Название",
        BOX,
        "2. Смета",
        [
            ["№ п/п", "Статья", "Сумма"],
            ["1", "2", "3"],
            ["1.", "", ""],
            ["2.", "", ""],
            ["", "ИТОГО", ""],
        ],
    )
    assert form.entries[1] == BlankSection(
        "2",
        "Смета",
        blocks=(
            BlankTable(
                ("Статья", "Сумма"),
                number_heading="№ п/п",
                row_number="1.",
                rows=2,
                total="ИТОГО",
                counts_columns=True,
            ),
        ),
    )


def test_rows_with_words_of_the_form_are_fixed() -> None:
    rows = [
        ["№", "Источник", "Сумма", "Доля"],
        ["1", "Бюджет района", "", ""],
        ["2", "Жители", "", ""],
    ]
    form = form_of("1. Название", BOX, "2. Деньги", rows)
    (table,) = form.entries[1].blocks if isinstance(form.entries[1], BlankSection) else ()
    assert isinstance(table, BlankTable)
    assert table.fixed == ("Бюджет района", "Жители")
    assert table.rows == 0


def test_words_between_a_heading_and_its_box_tell_how_to_answer() -> None:
    form = form_of("1. Проблема", "Опишите её суть", "Не более страницы", BOX, "2. Место", BOX)
    assert form.entries[0] == BlankSection(
        "1", "Проблема", note="Опишите её суть\nНе более страницы", blocks=BOXED
    )


def test_in_a_numbered_form_a_label_above_a_further_box_is_its_caption() -> None:
    form = form_of("1. Жители", BOX, "Сколько их:", BOX, "2. Место", BOX)
    assert form.entries[0] == BlankSection(
        "1", "Жители", blocks=(BlankText(), BlankText(caption="Сколько их:"))
    )


def test_a_line_in_bold_over_headings_is_a_group() -> None:
    form = form_of("Заявка", "**О проекте**", "Название", BOX, "Место", BOX)
    assert form.title == "Заявка"
    assert form.entries[0] == BlankGroup("", "О проекте")


def test_a_row_over_labels_heads_them() -> None:
    rows = [["О заявителе"], ["Имя", ""], ["Адрес", ""], ["О проекте"], ["Название", ""]]
    form = form_of("Заявка на конкурс", rows)
    assert form.title == "Заявка на конкурс"
    assert form.entries == (
        BlankSection("", "О заявителе", blocks=(BlankText("Имя"), BlankText("Адрес"))),
        BlankSection("", "О проекте", blocks=(BlankText("Название"),)),
    )


def test_a_line_above_a_table_within_a_section_is_its_caption() -> None:
    rows = [["Кто", "Что делает"], ["", ""]]
    form = form_of("1. Название", BOX, "2. Люди", "Команда:", rows, "Партнёры:", rows)
    assert [block.caption for block in form.entries[1].blocks] == [  # type: ignore[union-attr]  # a section
        "Команда:",
        "Партнёры:",
    ]


def test_one_table_of_numbers_items_and_answers_is_a_grid() -> None:
    form = form_of(
        "Паспорт",
        [
            ["№", "Пункт", "Описание"],
            ["1.1", "Название", ""],
            ["1.2", "Этапы", ""],
            ["", "Первый этап", ""],
            ["", "Второй этап", ""],
            ["1.3", "Цель\n(одна)", ""],
        ],
    )
    assert (form.layout, form.grid) == ("grid", ("№", "Пункт", "Описание"))
    stages = (BlankText("Первый этап"), BlankText("Второй этап"))
    assert form.entries == (
        BlankSection("1.1", "Название", blocks=BOXED),
        BlankSection("1.2", "Этапы", blocks=stages),
        BlankSection("1.3", "Цель", note="(одна)", blocks=BOXED),
    )


def test_labels_with_cells_beside_them_are_sections() -> None:
    form = form_of("ЗАЯВКА", [["Название", ""], ["Место", ""], ["Цель", "Одна"]])
    assert form.layout == "sections"
    assert form.entries == (
        BlankSection("", "Название", blocks=BOXED),
        BlankSection("", "Место", blocks=BOXED),
        BlankSection("", "Цель", blocks=(BlankText(hint="Одна"),)),
    )


def test_heads_above_labels_are_a_note() -> None:
    rows = [["Что", "Сколько"], ["Лопаты", ""], ["Вёдра", ""]]
    form = form_of("1. Название", BOX, "2. Инвентарь", rows)
    places = (BlankText("Лопаты"), BlankText("Вёдра"))
    assert form.entries[1] == BlankSection("2", "Инвентарь", note="Что – Сколько", blocks=places)


def test_under_a_heading_they_are_its_labelled_places() -> None:
    form = form_of("1. Название", BOX, "2. Заявитель", [["Имя", ""], ["Адрес", ""]])
    assert form.entries[1] == BlankSection(
        "2", "Заявитель", blocks=(BlankText("Имя"), BlankText("Адрес"))
    )


def test_heads_of_two_levels_are_told_in_one() -> None:
    table = Table(
        [
            Row([_cell("Кто", 0, merge="restart"), _cell("Сумма", 1, span=2)]),
            Row([_cell("", 0, merge="continue"), _cell("план", 1), _cell("факт", 2)]),
            Row([_cell("", 0), _cell("", 1), _cell("", 2)]),
        ]
    )
    form = blank_form_of(Paper([Paragraph("1. Один"), Paragraph("2. Деньги"), table]))
    section = form.entries[1]
    assert isinstance(section, BlankSection)
    assert section.blocks == (
        BlankTable(("Кто", "Сумма: план", "Сумма: факт"), rows=1, has_upper_heads=True),
    )


def _cell(words: str, column: int, *, span: int = 1, merge: str = "") -> Cell:
    return Cell([Paragraph(words)] if words else [], column, span, merge)
