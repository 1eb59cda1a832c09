"""What stands where in a document, whoever prints it."""

from __future__ import annotations

import re

import pytest

from passportkit.forms import Filled, Form
from passportkit.forms.filled import DraftMark, FilledValue, Hint
from passportkit.layout import lay_out
from passportkit.paper import Cell, Paragraph, Row, Table
from passportkit.paper.model import PageSetup
from passportkit.stamp import Stamp
from tests.paper.shown import shown
from tests.word.conftest import form_of

HEAD = "form: small\nversion: 1\ntitle: Паспорт\nsource: придумана для проверки\n"


def form(sections: str, head: str = "") -> Form:
    return form_of(f"{HEAD}{head}\nsections:\n{sections}")


def laid(form: Form, **values: FilledValue) -> list[str]:
    """Return a line for each paragraph, behind its style, and for each row of a table."""
    return shown(lay_out(form, Filled("Название", values)).blocks)


def only(form: Form, **values: FilledValue) -> Table:
    """Return the one table of a filled form."""
    blocks = lay_out(form, Filled("Название", values)).blocks
    (table,) = [block for block in blocks if isinstance(block, Table)]
    return table


TEXTS = """
  - {number: 1, heading: Название, note: Коротко, show: title}
  - {number: 2, heading: Цели, caption: "Ваши цели:", show: goals}
"""


def test_sections_are_a_heading_a_note_and_a_box_for_each_caption() -> None:
    assert laid(form(TEXTS, "annex: Приложение №1"), title="Клуб", goals="- раз\n- два") == [
        "annex| Приложение №1",
        "title| Паспорт",
        "heading 1| 1\\. Название",
        "section note| Коротко",
        "cell| Клуб",
        "heading 1| 2\\. Цели",
        "block caption| Ваши цели:",
        "cell| - раз / cell| - два",
    ]


def test_a_grid_is_one_table_of_numbers_items_and_answers() -> None:
    grid = "layout: grid\ngrid: {columns: [№, Пункт, Ответ], head-after: 1}"
    groups = "  - {group: Общее, number: I}\n", "  - {group: Прочее}\n"
    assert laid(form(groups[0] + TEXTS + groups[1], grid), title="Клуб", goals="Дружить") == [
        "title| Паспорт",
        "group| I. Общее",
        "table head| № | table head| Пункт | table head| Ответ",
        "cell| 1. | cell| Название / section note| Коротко | cell| Клуб",
        "cell| 2. | cell| Цели | block caption| Ваши цели: / cell| Дружить",
        "group| Прочее",
    ]


PARTS = """
  - number: 1
    heading: Этапы
    parts: [{label: "I:", show: goals}, {label: Два, show: tasks}]
"""


def test_parts_of_a_grid_are_rows_that_stay_with_the_one_below() -> None:
    grid = "layout: grid\ngrid: {columns: [№, Пункт, Ответ]}"
    table = only(form(PARTS, grid), goals="Дружить", tasks="Встречаться")
    assert shown([table]) == [
        "table head| № | table head| Пункт | table head| Ответ",
        "cell| 1. | cell| Этапы | ",
        " | cell| I: | cell| Дружить",
        " | cell| Два | cell| Встречаться",
    ]
    assert [row.is_head for row in table.rows] == [True, False, False, False]
    assert [row.keeps_with_next for row in table.rows] == [False, True, True, False]


CARD = """
  - {parts: [{label: "Статус:", show: period}]}
  - {show: title}
  - {heading: Цель, show: goals}
"""


def test_a_card_is_labelled_lines_and_headed_texts() -> None:
    paper = lay_out(
        form(CARD, "layout: card"),
        Filled("Клуб", {"period": "2024 год", "title": "Клуб", "goals": "Дружить"}),
    )
    assert paper.blocks == [
        Paragraph("2024 год", "card text", label="Статус:"),
        Paragraph("Клуб", "title"),
        Paragraph("Цель", "heading 1"),
        Paragraph("Дружить", "card text"),
    ]


def test_what_has_no_words_is_left_out_of_a_card_with_its_label_and_heading() -> None:
    assert laid(form(CARD, "layout: card"), period="", title="Клуб", goals="") == ["title| Клуб"]


@pytest.mark.parametrize(
    ("text", "label", "said", "below"),
    [
        ("Дружить", "I:", "Дружить", []),
        ("", "I:", "", []),
        ("Итак:\n1. раз", "I:", "Итак:", ["1. раз"]),
        ("- раз\n  - два", "I:", "", ["- раз", "  - два"]),
        (Hint("Что (кратко)\nи зачем"), "I:", "Что (кратко)\nи зачем", []),
    ],
)
def test_a_text_stands_behind_its_label_and_a_list_below_it(
    text: str, label: str, said: str, below: list[str]
) -> None:
    (row, *_others) = only(form(PARTS), goals=text, tasks="").rows
    first, *others = row.cells[0].blocks
    assert first == Paragraph(said, "cell", label)
    assert others == [*(Paragraph(each, "cell") for each in below), Paragraph("", "cell", "Два")]


TABLE = """
  - number: 1
    heading: Затраты
    rows: costs
    columns:
      - {heading: Статья, show: item, width: 50}
      - {heading: "Сумма,\\nруб.", show: amount, align: right, width: 15}
      - {heading: Источник, show: source, merge: equal}
    total: {label: "ИТОГО:", show: costs-total}
"""
ROWS: list[dict[str, str]] = [
    {"number": "1", "item": "Чай", "amount": "5", "source": "Город", "source|merge": "restart"},
    {"number": "2", "item": "Мёд", "amount": "7", "source": "", "source|merge": "continue"},
]


def costs(total: str = "12") -> Table:
    return only(form(TABLE), costs=list(ROWS), costs_total=total)


def test_a_table_has_a_head_numbered_rows_and_a_total_over_its_width() -> None:
    assert costs().rows == [
        Row(
            [
                Cell([Paragraph("№", "table head")], 0),
                Cell([Paragraph("Статья", "table head")], 1),
                Cell([Paragraph("Сумма,\nруб.", "table head")], 2),
                Cell([Paragraph("Источник", "table head")], 3),
            ],
            is_head=True,
        ),
        Row(
            [
                Cell([Paragraph("1", "row number")], 0),
                Cell([Paragraph("Чай", "cell")], 1),
                Cell([Paragraph("5", "cell")], 2),
                Cell([Paragraph("Город", "cell")], 3, merge="restart"),
            ]
        ),
        Row(
            [
                Cell([Paragraph("2", "row number")], 0),
                Cell([Paragraph("Мёд", "cell")], 1),
                Cell([Paragraph("7", "cell")], 2),
                Cell([], 3, merge="continue"),
            ]
        ),
        Row([Cell([Paragraph("ИТОГО: 12", "total")], 0, span=4)]),
    ]


@pytest.mark.parametrize(
    ("total", "said"),
    [
        ("", ["ИТОГО:"]),
        ("**12** руб.", ["ИТОГО: **12** руб."]),
        ("12\nиз них 5", ["ИТОГО: 12", "из них 5"]),
        ("- 12", ["ИТОГО:", "- 12"]),
    ],
)
def test_a_total_stands_on_the_line_of_its_label_and_a_list_below(
    total: str, said: list[str]
) -> None:
    (cell,) = costs(total).rows[-1].cells
    assert cell.blocks == [Paragraph(each, "total") for each in said]


def test_columns_stand_as_the_form_says() -> None:
    first = costs().rows[1]
    paragraphs = [block for cell in first.cells for block in cell.blocks]
    assert [each.align for each in paragraphs if isinstance(each, Paragraph)] == [
        "", "", "right", "",
    ]  # fmt: skip


def test_the_widths_of_a_table_are_those_of_the_text_between_the_margins() -> None:
    assert costs().widths == (600, 4819, 1446, 2773)
    assert sum(costs().widths) == 9638


def test_words_of_a_form_are_only_words() -> None:
    (_title, heading, _text) = laid(form("  - {heading: '*Цель*', show: title}"), title="Клуб")
    assert heading == "heading 1| \\*Цель\\*"


def test_marks_of_a_draft_and_hints_are_told_from_an_author_s_words() -> None:
    blank = form("  - {heading: Название, show: title}\n  - {heading: Цель, show: goals}")
    papers = [
        lay_out(blank, Filled("Клуб", {"title": "Клуб", "goals": each("[нет]")}))
        for each in (str, DraftMark, Hint)
    ]
    boxes = [block for paper in papers for block in paper.blocks if isinstance(block, Table)]
    said = [block for box in boxes for block in box.rows[0].cells[0].blocks]
    assert [each.character_style for each in said if isinstance(each, Paragraph)] == [
        "", "",
        "", "draft mark",
        "", "hint",
    ]  # fmt: skip
    assert papers[0] == papers[1] == papers[2]  # what a paper says is the same without its looks


def test_a_paper_knows_its_sheets_its_title_and_its_stamp() -> None:
    stamp = Stamp("small", 1, {"title": ["00000000"]})
    lying = "profile: {orientation: landscape, margins: [10, 15, 20, 25], size: 11}"
    filled = Filled("**Клуб** соседей", {"title": "Клуб", "goals": ""}, stamp)
    paper = lay_out(form(TEXTS, lying), filled)
    assert (paper.title, paper.stamp) == ("Клуб соседей", stamp)
    assert paper.page == PageSetup(
        width=297,
        height=210,
        margins=(10, 15, 20, 25),
        page_numbers="footer",
        font="Times New Roman",
        size=11,
        line_spacing=1,
    )


SIGNATURES = """
  - signatures:
      - label: Глава
        show: initiator
        under: ["(подпись)", "(расшифровка подписи)"]
        date: true
        seal: М.П.
      - {position: assessment, date: {show: period}}
"""


def lined(said: list[str]) -> list[str]:
    """Return lines with one sign in place of each line to sign on, which is as long as fits."""
    return [re.sub("_{11,}", "…", line) for line in said]


def test_a_signature_is_who_signs_a_line_and_the_name_in_a_table_without_borders() -> None:
    signed = form(TEXTS + SIGNATURES)
    values = {"title": "Клуб", "goals": "", "initiator": "Иванова А. П."}
    said = laid(signed, **values, assessment="Директор", period="12.03.2026")
    assert lined(said[-5:]) == [
        "signature| Глава | signature line| … | signed name| Иванова А. П.",
        " | signature note| (подпись) | signature note| (расшифровка подписи)",
        "signature| М.П. | signature| «___» __________ 20__ г.",
        "signed position| Директор | signature line| … | signature line| …",
        " | signed date| 12.03.2026",
    ]
    paper = lay_out(signed, Filled("Клуб", {**values, "assessment": "", "period": ""}))
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    assert [each.is_bare for each in tables] == [False, False, True]


def test_signatures_of_a_grid_stand_below_it_or_in_a_row_over_its_width() -> None:
    title, goals = (f"  - {each}" for each in TEXTS.strip().removeprefix("- ").split("\n  - "))
    grid = "layout: grid\ngrid: {columns: [№, Пункт, Ответ]}"
    signed = "  - signatures: [{label: Глава}]"
    paper = lay_out(
        form("\n".join([title, signed, goals, signed]), grid),
        Filled("Клуб", {"title": "Клуб", "goals": ""}),
    )
    _title, table, below = paper.blocks
    assert isinstance(table, Table)
    assert isinstance(below, Table)
    (wide,) = [row.cells[0] for row in table.rows if len(row.cells) == 1]
    assert wide.span == 3
    assert wide.blocks[0] == below


def test_an_approval_stands_above_the_title_on_the_right() -> None:
    approved = form(TEXTS, "approval: {heading: УТВЕРЖДАЮ, label: Глава, show: team, date: true}")
    said = laid(approved, title="", goals="", team="Лев")
    assert lined(said[:5]) == [
        " | signature| УТВЕРЖДАЮ",
        " | signature| Глава",
        " | signature line| … | signed name| Лев",
        " | signature| «___» __________ 20__ г.",
        "title| Паспорт",
    ]


def test_a_lying_section_stands_on_sheets_of_its_own_bound_at_the_same_edge() -> None:
    sections = """
  - {heading: Название, show: title}
  - {group: Часть}
  - {heading: Цели, show: goals, landscape: true}
  - {words: Спасибо}
  - {heading: Команда, show: team}
"""
    paper = lay_out(form(sections), Filled("Клуб", {"title": "Клуб", "goals": "", "team": ""}))
    where = [(shown(paper.blocks[each.at :])[0], each.page.width) for each in paper.turns]
    assert where == [("group| Часть", 297), ("heading 1| Команда", 210)]
    first, second = (each.page.margins for each in paper.turns)
    assert (first, second) == ((25, 20, 15, 20), (20, 15, 20, 25))
    widths = [block.widths for block in paper.blocks if isinstance(block, Table)]
    assert [sum(each) for each in widths] == [9638, 14570, 9638]
