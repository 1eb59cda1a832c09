"""What stands beside the text of a document is told, and comments can be kept."""

from __future__ import annotations

import copy
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from tests.cli.conftest import PRACTICE, Add
from tests.conftest import Passport
from tests.word.foreign import Part, p, part, r

SURE = "Записка (`note`): так сказано в самом документе"
COUNT = "25 слов: 12 в полях, 13 от самой формы"


def comments(*said: str) -> Part:
    items = [
        f'<w:comment w:id="{number}" w:author="Отдел" w:date="2026-05-12T09:00:00Z">{p(words)}'
        "</w:comment>"
        for number, words in enumerate(said)
    ]
    return Part("c", "comments", "comments.xml", part("w:comments", "".join(items)))


def reference(number: int = 0) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def told(lines: list[str]) -> str:
    """Return what is said of what was not taken in, on one line."""
    whole = " ".join(" ".join(lines).split())
    return whole[whole.index("не перенесено:") :]


def test_a_comment_is_told_with_its_field(passport: Passport, add: Add) -> None:
    add("2 000", reference(), comments("Сверить с отчётом"))
    ended = passport("import", "klub.docx", "--into", "klub.yaml", "--diff")
    assert ended.code == 1
    assert told(ended.lines) == (
        "не перенесено: 1 примечание 3. Затраты, строка 2, «Объем затрат»: примечание (Отдел, "
        "2026-05-12): «Сверить с отчётом» в `klub.yaml` менять нечего"
    )
    anew = passport("import", "klub.docx", "-o", "anew.yaml")
    assert (anew.code, "строка 2, «Объем затрат»: примечание" in anew.out) == (1, True)


def test_comments_alone_can_be_shown(passport: Passport, add: Add) -> None:
    add("Клуб соседей", reference(), comments("Хорошо", "А это где?"))
    ended = passport("import", "klub.docx", "--comments", "list")
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines == [
        "klub.docx: 2 примечания",
        "  1. Наименование: примечание (Отдел, 2026-05-12): «Хорошо»",
        "  примечание (Отдел, 2026-05-12): «А это где?»",
    ]
    assert sorted(path.name for path in Path().glob("*.yaml")) == ["klub.yaml"]


def test_a_document_without_comments_has_none_to_show(passport: Passport, add: Add) -> None:
    add("Чай", "")
    ended = passport("import", "klub.docx", "klub.yaml", "--comments", "list")
    assert (ended.code, ended.lines) == (2, ["klub.docx: примечаний нет"])
    assert "`klub.yaml`" in ended.err
    assert passport("import", "forms", "--comments", "list").code == 3


def test_comments_are_kept_above_their_lines_and_once(passport: Passport, add: Add) -> None:
    row, title = "Точно?", "Название # не то"
    marks = f'<w:commentRangeStart w:id="0"/>{r(" (зал)")}<w:commentRangeEnd w:id="0"/>'
    add("Аренда зала", marks + reference(), comments(row, title))
    add("Клуб соседей", reference(1))
    call = ("import", "klub.docx", "--into", "klub.yaml", "--comments", "keep")
    ended = passport(*call)
    assert (ended.code, ended.lines[-2:]) == (
        0,
        ["2 примечания встают над своими строками, за знаком `#`", "`klub.yaml`: внесена 1 правка"],
    )
    expected = PRACTICE.replace("Аренда зала", "Аренда зала (зал)")
    head, about = "# примечание (Отдел, 2026-05-12)", " к словам «(зал)»"
    expected = expected.replace("title:", f"{head}: {title}\ntitle:")
    expected = expected.replace("  - item", f"  {head}{about}: {row}\n  - item")
    assert Path("klub.yaml").read_text(encoding="utf-8") == expected
    assert passport(*call).lines[-1] == "в `klub.yaml` менять нечего"
    assert Path("klub.yaml").read_text(encoding="utf-8") == expected


def test_nothing_but_a_comment_may_be_new(passport: Passport, add: Add) -> None:
    add("100", reference(), comments("passport: ignore[all]\nтак"))
    call = ("import", "klub.docx", "--into", "klub.yaml", "--comments", "keep")
    assert passport(*call, "--diff").code == 0
    assert Path("klub.yaml").read_text(encoding="utf-8") == PRACTICE
    assert passport(*call).lines[-1] == "в `klub.yaml` добавлены только примечания"
    line = "  # примечание (Отдел, 2026-05-12): passport: ignore[all] так\n  - {item: Чай"
    assert line in Path("klub.yaml").read_text(encoding="utf-8")


def test_comments_are_kept_in_a_new_practice(passport: Passport, add: Add) -> None:
    add("100", reference(), comments("Точно?", "Без места"))
    assert passport("import", "klub.docx", "-o", "-", "--comments", "keep").out == (
        "# примечание (Отдел, 2026-05-12): Без места\n"
        "passport: 1\n"
        "title: Клуб соседей\n"
        "forms: [note]\n"
        "summary: Соседи встречаются по средам.\n\n"
        "costs:\n"
        "  - item: Чай\n"
        "    # примечание (Отдел, 2026-05-12): Точно?\n"
        "    amount: 100\n"
        "  - item: Аренда зала\n"
        '    amount: "2 000"\n'
    )


def test_what_is_wanted_of_comments_must_be_known(passport: Passport, add: Add) -> None:
    add("Чай", "")
    ended = passport("import", "klub.docx", "--comments", "all")
    assert (ended.code, ended.err) == (
        2,
        "passport: `--comments` принимает `list` или `keep`, а не `all`\n",
    )


@pytest.mark.parametrize(
    ("xml", "parts", "what"),
    [
        (
            '<w:r><w:drawing><c:chart r:id="h"/></w:drawing></w:r>',
            [Part("h", "chart", "h.xml", part("c:chartSpace", "<c:v>85</c:v>"))],
            "1 диаграмма 2. Суть практики: диаграмма: «85»; перенесите нужное в практику вручную",
        ),
        (
            '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
            [],
            "1 лист Excel 2. Суть практики: лист Excel; перенесите нужное в практику вручную",
        ),
        (
            '<w:r><w:footnoteReference w:id="7"/></w:r>',
            [],
            "1 потерянная сноска 2. Суть практики: сноска, текста которой в файле нет",
        ),
        (
            "<w:del><w:r><w:delText>и по пятницам</w:delText></w:r></w:del>",
            [],
            "1 удалённый отрывок 2. Суть практики: удалено: «и по пятницам»",
        ),
    ],
)
def test_words_that_stay_behind_are_told_where_they_stood(
    passport: Passport, add: Add, xml: str, parts: list[Part], what: str
) -> None:
    add("Соседи встречаются по средам.", xml, *parts)
    ended = passport("import", "klub.docx", "-o", "anew.yaml")
    assert (ended.code, what in told(ended.lines)) == (1, True), told(ended.lines)
    into = passport("import", "klub.docx", "--into", "klub.yaml")
    assert (into.code, what in told(into.lines)) == (1, True)


def test_a_picture_alone_is_counted_and_nothing_is_lost(passport: Passport, add: Add) -> None:
    add("Чай", "<w:r><w:drawing><pic:pic/></w:drawing></w:r>")
    ended = passport("import", "klub.docx", "-o", "anew.yaml")
    assert ended.code == 0
    assert ended.lines[2:5] == [
        COUNT,
        "не перенесено: 1 картинка",
        "  3. Затраты, строка 1, «Статья»: картинка",
    ]


def test_among_many_documents_it_is_counted(passport: Passport, add: Add) -> None:
    add("Чай", reference(), comments("Сверить"))
    Path("again.docx").write_bytes(Path("klub.docx").read_bytes())
    ended = passport("import", "klub.docx", "again.docx", "-o", "anew")
    assert (ended.code, ended.lines.count("  ! не перенесено: 1 примечание")) == (1, 2)


class TestMargins:
    @staticmethod
    def header(*lines: str) -> Part:
        return Part("h", "header", "h9.xml", part("w:hdr", "".join(map(p, lines))))

    def test_words_above_the_pages_wait_under_unplaced(self, passport: Passport, add: Add) -> None:
        add("Чай", "", self.header("Заявка № 17", "Стр. 3 из 9"))
        ended = passport("import", "klub.docx", "-o", "anew.yaml")
        assert ended.code == 1
        assert ended.lines[2:4] == [
            "31 слово: 12 в полях, 2 без места, 17 от самой формы",
            "  в верхнем колонтитуле: Заявка № 17",
        ]
        kept = "- from: klub.docx, в верхнем колонтитуле\n    text: Заявка № 17\n"
        assert kept in Path("anew.yaml").read_text(encoding="utf-8")
        assert passport("import", "klub.docx", "--into", "klub.yaml").code == 1
        assert kept in Path("klub.yaml").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "line",
        ["Записка", "Клуб соседей", "КЛУБ  соседей", "Страница 12 из 30", "– 4 –", "стр. 5/9"],
    )
    def test_words_of_the_form_numbers_and_what_is_said_below_are_furniture(
        self, passport: Passport, add: Add, line: str
    ) -> None:
        add("Чай", "", self.header(line))
        assert passport("import", "klub.docx", "-o", "anew.yaml").code == 0

    @pytest.mark.parametrize("line", ["12.05.2026", "№ 45/2026", "Клуб сосед", "лист согласования"])
    def test_what_only_looks_like_furniture_is_left(
        self, passport: Passport, add: Add, line: str
    ) -> None:
        add("Чай", "", self.header(line))
        ended = passport("import", "klub.docx", "-o", "anew.yaml")
        assert (ended.code, f"в верхнем колонтитуле: {line}" in ended.out) == (1, True)

    def test_the_words_of_an_own_template_are_those_of_the_form(
        self, passport: Passport, add: Add
    ) -> None:
        add("Чай", "")
        assert passport("form", "template", "note").code == 0
        template = docx.Document("forms/note/template.docx")
        template.sections[0].header.paragraphs[0].text = "Отдел культуры: {{ title }}, бланк"
        template.save("forms/note/template.docx")
        assert passport("render", "klub.yaml", "-o", "klub.docx").code == 0
        assert passport("import", "klub.docx", "-o", "anew.yaml").code == 0


class TestOwnTemplate:
    """What an own template says besides the form is nobody's answer, and never comes in."""

    @pytest.fixture
    def signed(self, passport: Passport, add: Add) -> Path:
        """Make a document of a template with a row above heads, a line between, and one below."""
        add("Чай", "")
        assert passport("form", "template", "note").code == 0
        template = docx.Document("forms/note/template.docx")
        heads = template.tables[-1].rows[0]._tr
        above = copy.deepcopy(heads)
        for number, text in enumerate(above.iter(qn("w:t"))):
            text.text = f"Заполняет отдел {number}"
        heads.addprevious(above)
        between = next(each for each in template.paragraphs if "Суть" in each.text)
        between.insert_paragraph_before("Заявка подаётся до 1 мая")
        template.add_paragraph("Руководитель ______ М. П.")
        template.save("forms/note/template.docx")
        assert passport("render", "klub.yaml", "-o", "klub.docx").code == 0
        return Path("klub.docx")

    @pytest.mark.usefixtures("signed")
    def test_a_document_of_it_comes_back(self, passport: Passport) -> None:
        ended = passport("import", "klub.docx", "-o", "anew.yaml")
        assert (ended.code, ended.err) == (0, "")
        assert "отдел" not in Path("anew.yaml").read_text("utf-8")
        ended = passport("import", "klub.docx", "--into", "klub.yaml")
        assert (ended.code, ended.lines[-1]) == (0, "в `klub.yaml` менять нечего")

    def test_what_is_written_over_it_is_told(self, passport: Passport, signed: Path) -> None:
        document = docx.Document(str(signed))
        document.paragraphs[-1].runs[0].text = "Руководитель Лесной М. П."
        document.save(str(signed))
        ended = passport("import", "klub.docx", "-o", "anew.yaml")
        assert (ended.code, "Руководитель Лесной М. П." in ended.out) == (1, True)

    def test_an_answer_in_the_same_words_stays(self, passport: Passport, signed: Path) -> None:
        practice = PRACTICE.replace("Клуб соседей", "Заявка подаётся до 1 мая")
        Path("klub.yaml").write_text(practice, "utf-8")
        assert passport("render", "klub.yaml", "-o", str(signed)).code == 0
        assert passport("import", "klub.docx", "-o", "anew.yaml").code == 0
        assert "title: Заявка подаётся до 1 мая" in Path("anew.yaml").read_text("utf-8")
