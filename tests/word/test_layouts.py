"""How forms stand on paper, in either layout, with every kind of block."""

import io
from typing import Any

import docx
import pytest
from lxml import etree

from passportkit.forms import Form
from passportkit.forms.filled import DraftMark
from passportkit.word.package.names import w
from passportkit.word.template.build import build
from tests.word.conftest import GRID, SECTIONS, form_of, rendered
from tests.word.document import Document, words


def test_sections_stand_in_order_each_with_heading_note_caption_and_table(sections: Form) -> None:
    said = rendered(sections).words.split("\n")
    assert said[:8] == [
        "Приложение №1",
        "Паспорт",
        "1. Наименование",
        "Слова title",
        "",
        "2. Предпосылки",
        "Коротко",
        "(до полустраницы)",
    ]
    assert [line for line in said if line.endswith(":") or line in {"Замысел", "Охват"}] == [
        "Проблемы:",
        "Замысел",
        "Охват",
    ]


def test_each_block_of_a_section_is_a_bordered_table(sections: Form) -> None:
    assert rendered(sections).tables == [
        [["Слова title"]],
        [["Слова preconditions"]],
        [["№", "Описание"], ["1.", "text 1"], ["2.", "text 2"]],
        [["Цель – Слова goals\nЗадачи: Слова tasks"]],
        [["Участвуют", "Затронуты"], ["involved 1", "affected 1"]],
        [
            ["№", "Статья", "Сумма,\nруб.", "Источник"],
            ["1.", "item 1", "amount 1", "source 1"],
            ["2.", "item 2", "amount 2", "source 2"],
            ["ИТОГО: Слова costs_total"],
        ],
        [["Начало Слова stages_1\nПродолжение Слова stages_2"]],
        [["Адрес"], ["url 1"], ["url 2"]],
    ]


def test_a_grid_is_one_table_with_the_group_above_the_head(grid: Form) -> None:
    rows = [row for row in rendered(grid).tables[0] if len(row) in {1, 3}]
    assert rows[:3] == [
        ["1. Общее"],
        ["№ п/п", "Пункты", "Ответы"],
        ["1.", "Наименование", "Слова title"],
    ]
    assert rows[-2:] == [["2. Прочее"], ["6.", "Итог", "Слова assessment"]]


def test_a_grid_holds_every_kind_of_block(grid: Form) -> None:
    document = rendered(grid)
    for table in [
        [["№", "Описание"], ["1.", "text 1"], ["2.", "text 2"]],
        [["Участвуют", "Затронуты"], ["involved 1", "affected 1"]],
        [["Адрес"], ["url 1"], ["url 2"]],
    ]:
        assert table in document.tables
    assert ["ИТОГО: Слова costs_total"] in document.tables[0]
    (answer,) = [row[2] for row in document.tables[0] if row[:1] == ["2."] and len(row) == 3]
    said = [line for line in answer.split("\n") if line]
    assert said[:2] == ["Слова preconditions", "Проблемы:"]
    assert "Цель – Слова goals" in said
    assert "Задачи: Слова tasks" in said


@pytest.mark.parametrize(
    ("entries", "above", "first"),
    [
        (
            "[{group: Общее}, {heading: А, show: title}]",
            1,
            ["Общее", "№\nП\nО", "\nА\nСлова title"],
        ),
        (
            "[{group: Общее}, {heading: А, show: title}]",
            0,
            ["№\nП\nО", "Общее", "\nА\nСлова title"],
        ),
        ("[{heading: А, show: title}]", 1, ["\nА\nСлова title", "№\nП\nО"]),
        ("[{heading: А, show: title}]", 0, ["№\nП\nО", "\nА\nСлова title"]),
    ],
)
def test_a_grid_always_has_its_head(entries: str, above: int, first: list[str]) -> None:
    document = rendered(
        form_of(
            "form: small\nversion: 1\ntitle: Т\nsource: придумана\nlayout: grid\n"
            f"grid: {{columns: [№, П, О], head-after: {above}}}\nsections: {entries}\n"
        )
    )
    (grid,) = document.body.iter(w("tbl"))
    assert [words(row) for row in rows_of(grid)] == first
    assert document.faults() == []


def test_no_empty_line_stands_in_a_cell_but_the_smallest_behind_a_table(grid: Form) -> None:
    document = rendered(grid)
    for cell in document.body.iter(w("tc")):
        empty = [each for each in cell.iterchildren(w("p")) if not words(each)]
        assert len(empty) == len(cell.findall(w("tbl"))) or list(cell.iterchildren(w("p"))) == empty
        for each in empty:
            behind = each.getprevious()
            if behind is not None and behind.tag == w("tbl"):
                style = each.find(f"{w('pPr')}/{w('pStyle')}").get(w("val"))
                assert document.styles[style] == "Gap"


def test_parts_of_a_grid_are_rows_without_a_number_under_an_empty_answer(grid: Form) -> None:
    rows = rendered(grid).tables[0]
    at = rows.index(["4.", "Этапы", ""])
    assert rows[at + 1 : at + 3] == [
        ["", "Начало", "Слова stages_1"],
        ["", "Продолжение", "Слова stages_2"],
    ]


@pytest.mark.parametrize("form", [SECTIONS, GRID], ids=["sections", "grid"])
def test_nothing_is_there_that_word_would_stumble_over(form: str) -> None:
    assert rendered(form_of(form)).faults() == []


@pytest.mark.parametrize("form", [SECTIONS, GRID], ids=["sections", "grid"])
def test_widths_are_exact(form: str) -> None:
    document = rendered(form_of(form))
    for table in document.body.iter(w("tbl")):
        grid = [int(column.get(w("w"))) for column in table.find(w("tblGrid"))]
        whole = int(table.find(f"{w('tblPr')}/{w('tblW')}").get(w("w")))
        assert sum(grid) == whole
        for row in table.iterchildren(w("tr")):
            assert sum(int(each.get(w("w"))) for each in row.iterfind(f"*/*/{w('tcW')}")) == whole


def test_the_page_is_as_the_profile_says(sections: Form) -> None:
    page = rendered(sections).body.find(w("sectPr"))
    size, margins = page.find(w("pgSz")), page.find(w("pgMar"))
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")
    assert [margins.get(w(side)) for side in ("top", "right", "bottom", "left")] == [
        "1134", "567", "1134", "1701",
    ]  # fmt: skip


def test_a_page_may_lie() -> None:
    form = form_of(SECTIONS.replace("profile: {", "profile: {orientation: landscape, "))
    size = rendered(form).body.find(f"{w('sectPr')}/{w('pgSz')}")
    assert (size.get(w("w")), size.get(w("h")), size.get(w("orient"))) == (
        "16838", "11906", "landscape",
    )  # fmt: skip


@pytest.mark.parametrize("place", ["header", "footer"])
def test_pages_are_numbered_from_the_second_on(place: str) -> None:
    document = rendered(form_of(SECTIONS.replace("header", place)))
    part = document.tree(f"word/{place}1.xml")
    assert "".join(part.itertext(w("instrText"))).strip() == "PAGE"
    assert part.find(f"{w('p')}/{w('pPr')}/{w('jc')}").get(w("val")) == "center"
    page = document.body.find(w("sectPr"))
    assert page.find(w("titlePg")) is not None
    assert [each.get(w("type")) for each in page.iterfind(w(f"{place}Reference"))] == ["default"]


def test_pages_may_go_without_numbers() -> None:
    document = rendered(form_of(SECTIONS.replace("page-numbers: header", "page-numbers: none")))
    assert not [name for name in document.names if "header" in name or "footer" in name]


def test_sections_show_in_the_navigation_and_stay_with_their_tables(sections: Form) -> None:
    document = rendered(sections)
    kept = {"1. Наименование": "heading 1", "Проблемы:": "Block caption", "Описание": "Table head"}
    assert {said: document.style_of(said) for said in kept} == kept
    styles = {
        document.styles[style.get(w("styleId"))]: style
        for style in document.tree("word/styles.xml").iter(w("style"))
    }
    for name in (*kept.values(), "Section note"):
        assert styles[name].find(f"{w('pPr')}/{w('keepNext')}") is not None, name
    assert styles["heading 1"].find(f"{w('pPr')}/{w('outlineLvl')}").get(w("val")) == "0"


def test_heads_are_repeated_on_each_page_without_a_gap_from_the_first_row(grid: Form) -> None:
    document = rendered(grid)
    for table in document.body.iter(w("tbl")):
        heads = [each.find(f"{w('trPr')}/{w('tblHeader')}") is not None for each in rows_of(table)]
        assert heads == sorted(heads, reverse=True)
    first = next(document.body.iter(w("tbl")))
    assert [words(row) for row in rows_of(first)[:2]] == ["1. Общее", "№ п/п\nПункты\nОтветы"]
    assert all(row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows_of(first)[:2])


def test_a_short_row_stays_whole_and_a_long_one_may_be_split(sections: Form) -> None:
    document = rendered(sections, title="слово " * 400)
    rows = [row for table in document.body.iter(w("tbl")) for row in rows_of(table)]
    assert rows[0].find(f"{w('trPr')}/{w('cantSplit')}") is None
    assert rows[1].find(f"{w('trPr')}/{w('cantSplit')}") is not None


def test_tables_never_touch(sections: Form, grid: Form) -> None:
    for form in (sections, grid):
        for table in rendered(form).body.iter(w("tbl")):
            assert table.getnext().tag == w("p")


def test_columns_are_aligned_as_the_form_says(sections: Form) -> None:
    document = rendered(sections)
    wanted = {"amount 1": "right", "involved 1": "center"}
    aligned = {
        words(paragraph): paragraph.find(f"{w('pPr')}/{w('jc')}").get(w("val"))
        for paragraph in document.paragraphs
        if words(paragraph) in wanted
    }
    assert aligned == wanted


def test_labels_stand_out_and_the_words_follow_on_the_same_line(sections: Form) -> None:
    document = rendered(sections)
    assert document.said_in("Cell label") == [
        "Цель – ", "Задачи: ", "Начало ", "Продолжение ",
    ]  # fmt: skip


def test_a_list_begins_below_its_label(sections: Form) -> None:
    document = rendered(sections, goals="- один\n- два", tasks="прозой\n1. потом список")
    assert [
        each.rstrip() for each in document.printed if each.startswith(("Цель", "•", "Зад"))
    ] == [
        "Цель –",
        "• один",
        "• два",
        "Задачи: прозой",
    ]
    assert "1. потом список" in document.printed


def test_words_of_a_form_are_only_words() -> None:
    odd = "Паспорт {{ title }} {% for %} & <b> ]]> {# #}"
    form = form_of(SECTIONS.replace("title: Паспорт", f'title: "{odd}"').replace("Проблемы:", odd))
    assert rendered(form).words.count(odd) == 2


def test_a_template_reads_well_in_word(sections: Form) -> None:
    said = Document(build(sections)).tables
    assert said[0] == [["{{ title }}"]]
    assert said[5][1] == [
        "{% for row in costs %}{{ row.number }}",
        "{{ row.item }}",
        "{{ row.amount }}",
        "{{ row.source|merge }}{% endfor %}",
    ]
    assert said[5][2] == ["ИТОГО: {{ costs_total }}"]


def test_a_template_says_who_made_the_font_and_the_language(sections: Form) -> None:
    document = Document(build(sections))
    normal = next(document.tree("word/styles.xml").iter(w("style"))).find(w("rPr"))
    assert normal.find(w("rFonts")).get(w("ascii")) == "Times New Roman"
    assert normal.find(w("lang")).get(w("val")) == "ru-RU"
    assert "Liberation Serif" in document.parts["word/fontTable.xml"].decode()
    assert b'compatibilityMode" ' in document.parts["word/settings.xml"]


def test_a_template_opens_in_python_docx(sections: Form) -> None:
    document: Any = docx.Document(io.BytesIO(build(sections)))
    assert [style.name for style in document.styles if style.name == "Hint"] == ["Hint"]


def test_a_draft_mark_is_seen_in_a_total(sections: Form) -> None:
    document = rendered(sections, costs_total=DraftMark("[нет]"))
    assert document.said_in("Draft mark") == ["[нет]"]


def rows_of(table: Any) -> list[etree._Element]:
    return list(table.iterchildren(w("tr")))
