"""Words where a sound file has none, or that nothing shows: none of them is lost in silence."""

from __future__ import annotations

import pytest

from tests.word.foreign import Part, document, p, paper, part, r, said, tbl, tc, tr
from tests.word.test_beside import found, passed, read


def note(number: str, content: str) -> str:
    return f'<w:footnote w:id="{number}">{content}</w:footnote>'


def notes(*content: str) -> Part:
    return Part("n", "footnotes", "n.xml", part("w:footnotes", "".join(content)))


REFERENCE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def field(instruction: str, result: str, end: str = "end") -> str:
    """Return a field; without an end, where `end` is "separate"."""
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", end)
    ]
    begun = f"{marks[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[1]}"
    return f"{begun}{r(result)}{marks[2]}"


class TestParts:
    def test_words_of_a_part_that_nothing_shows_are_told(self) -> None:
        header = Part("h", "unknown", "h.xml", part("w:hdr", p("Заявка") + p("№ 17")))
        (stray,) = read(p("а"), header).passed_over
        assert (stray.kind, stray.words, stray.part) == ("stray", "Заявка\n№ 17", "h.xml")

    def test_so_are_those_of_a_chart_that_no_drawing_shows(self) -> None:
        words = "<a:p><a:r><a:t>Затраты</a:t></a:r></a:p><c:v>85</c:v>"
        assert passed(p("а"), Part("c", "chart", "c.xml", part("c:chartSpace", words))) == [
            ("stray", "Затраты\n85")
        ]

    @pytest.mark.parametrize("kind", ["header", "comments", "footnotes", "unknown"])
    def test_a_part_that_is_damaged_is_told_by_its_name(self, kind: str) -> None:
        told = read(p("а"), Part("x", kind, "x.xml", "<w:t>слово")).passed_over
        assert [(each.words, each.part) for each in told] == [("", "x.xml")]

    def test_a_document_within_that_nothing_shows_is_told_by_its_name(self) -> None:
        (told,) = read(p("а"), Part("x", "aFChunk", "x.docx", document(p("б")))).passed_over
        assert (told.kind, told.part) == ("file", "x.docx")

    @pytest.mark.parametrize("kind", ["settings", "glossaryDocument", "customXml", "theme"])
    def test_furniture_is_no_words(self, kind: str) -> None:
        assert passed(p("а"), Part("x", kind, "x.xml", part("w:x", p("образец")))) == []

    def test_a_part_without_words_is_nothing(self) -> None:
        assert passed(p("а"), Part("x", "unknown", "x.xml", part("w:x", p("")))) == []


class TestNotes:
    def test_one_that_nothing_refers_to_is_told(self) -> None:
        assert passed(p("а"), notes(note("1", p("по переписи")))) == [("stray", "по переписи")]

    def test_of_two_with_one_number_the_first_is_read_and_the_other_told(self) -> None:
        two = notes(note("1", p("раз")), note("1", p("два")))
        assert found(p("а", REFERENCE), two) == ["а (раз)"]
        assert passed(p("а", REFERENCE), two) == [("stray", "два")]

    def test_one_goes_with_the_words_that_were_deleted(self) -> None:
        gone = f"<w:del><w:r><w:delText>сорок</w:delText></w:r>{REFERENCE}</w:del>"
        assert passed(p("а", gone), notes(note("1", p(" по переписи")))) == [
            ("deleted", "сорок (по переписи)")
        ]

    def test_a_text_box_in_one_is_read_once(self) -> None:
        box = f"<w:r><w:pict><w:txbxContent>{p('рамка')}</w:txbxContent></w:pict></w:r>"
        assert found(p("а", REFERENCE), notes(note("1", p("раз", box)))) == ["а (раз)", "рамка"]


class TestComments:
    def test_of_two_with_one_number_both_are_told(self) -> None:
        two = "".join(f'<w:comment w:id="0">{p(words)}</w:comment>' for words in ("раз", "два"))
        comments = Part("c", "comments", "c.xml", part("w:comments", two))
        body = p("а", '<w:r><w:commentReference w:id="0"/></w:r>')
        assert passed(body, comments) == [("comment", "раз"), ("comment", "два")]


ENDED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


class TestFields:
    def test_what_word_writes_by_itself_is_furniture(self) -> None:
        contents = field("TOC", "Глава 1\t3")
        assert passed(p("а", contents) + p("б")) == [("furniture", "Глава 1\t3")]
        assert passed(p("а", f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>')) == [
            ("furniture", "7")
        ]

    @pytest.mark.parametrize(
        ("instruction", "made"),
        [
            ("PAGE", "7"),
            ("NUMPAGES", "- xii -"),
            ("TOC \\o", "Содержание"),
            ("TOC \\o", "1. Цели ..... 5"),
            ("FILENAME \\p", "C:\\Практики\\лыжня 2.docx"),
            ("FILENAME", "Документ1"),
        ],
    )
    def test_only_what_a_program_can_have_written_is_furniture(
        self, instruction: str, made: str
    ) -> None:
        begun = field(instruction, made, end="separate")
        body = p("а", begun) + p("Открыть путь к реке") + p(ENDED)
        hidden = [("hidden", "Открыть путь к реке")]
        told = passed(body)
        assert told[:1] == [("furniture", made)]
        assert [each for each in told if each[0] == "hidden"] == hidden

    @pytest.mark.parametrize("instruction", ["PAGE", "NUMPAGES", "TOC", "FILENAME"])
    def test_an_answer_in_a_field_is_told(self, instruction: str) -> None:
        words = "Жители не могли пройти к реке."
        simple = f'<w:fldSimple w:instr="{instruction}">{r(words)}</w:fldSimple>'
        for body in (field(instruction, words), simple):
            assert passed(p("а", body)) == [("hidden", words)]

    def test_words_typed_into_an_instruction_are_told(self) -> None:
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        typed = p("а", begin, "<w:r><w:instrText>REF б</w:instrText></w:r>", r("Цель"), ENDED)
        assert passed(typed) == [("hidden", "Цель")]

    def test_one_without_an_end_hides_all_that_follows_which_is_told(self) -> None:
        body = p("а", field("PAGE", "7", end="separate")) + p("второй") + p("третий")
        assert passed(body) == [("hidden", "7\nвторой\nтретий")]

    def test_it_hides_nothing_above_and_below_the_pages(self) -> None:
        footer = Part("f", "footer", "f.xml", part("w:ftr", p("город Рощин")))
        kinds = [kind for kind, _words in passed(p(field("PAGE", "7", end="separate")), footer)]
        assert kinds == ["hidden", "footer"]

    def test_words_between_the_instructions_of_one_without_an_end_are_told(self) -> None:
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        assert passed(p("а", begin, r("слово")) + p("б")) == [("hidden", "слово")]

    def test_a_paragraph_in_the_style_of_contents_is_furniture(self) -> None:
        style = '<w:style w:styleId="11" w:type="paragraph"><w:name w:val="toc 1"/></w:style>'
        read = paper(p("Глава 1", properties='<w:pStyle w:val="11"/>'), styles=style)
        assert [(each.kind, each.words) for each in read.passed_over] == [("furniture", "Глава 1")]


class TestControls:
    @staticmethod
    def asking(content: str) -> str:
        properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"

    @pytest.mark.parametrize("place", ["run", "paragraph", "cell", "row"])
    def test_what_one_asks_with_is_furniture(self, place: str) -> None:
        cell = tc("Введите текст")
        bodies = {
            "run": p("а", self.asking(r("Введите текст"))),
            "paragraph": p("а") + self.asking(p("Введите текст")),
            "cell": tbl(tr(tc("а"), self.asking(cell))),
            "row": tbl(tr(tc("а")), self.asking(tr(cell))),
        }
        assert passed(bodies[place]) == [("furniture", "Введите текст")]


class TestMoves:
    def test_words_that_were_moved_to_nowhere_are_deleted(self) -> None:
        away = f"<w:moveFrom>{r('сорок берёз')}</w:moveFrom>"
        assert passed(p("а", away)) == [("deleted", "сорок берёз")]
        assert passed(p("а", away) + p("сорок берёз")) == [("moved", "сорок берёз")]


class TestPlaces:
    @pytest.mark.parametrize(
        "body",
        [
            p("а") + r("слово"),
            p("а", "<w:t>слово</w:t>"),
            p("а", p("слово")),
            p("а", tbl(tr(tc("слово")))),
            p("а", f"<w:unknown>{r('слово')}</w:unknown>"),
            tbl(p("слово"), tr(tc("а"))),
            tbl(tr(p("слово"), tc("а"))),
            tbl(tr(tc("а"), "<w:t>слово</w:t>")),
            p("а") + f"<w:sdt><w:sdtContent/>{p('слово')}</w:sdt>",
        ],
    )
    def test_words_where_none_may_stand_are_told(self, body: str) -> None:
        assert said(body) == ["а"]
        assert passed(body) == [("stray", "слово")]

    def test_a_second_body_is_read_too(self) -> None:
        assert said(f"{p('раз')}</w:body><w:body>{p('два')}") == ["раз", "два"]

    def test_deleted_blocks_are_told(self) -> None:
        assert passed(f"<w:del>{p('слово')}</w:del>") == [("deleted", "слово")]

    def test_the_words_of_a_deleted_table_in_a_row_are_told_once(self) -> None:
        inner = tbl(tr("<w:tc>" + p("внутри") + "</w:tc>"))
        row = tr(f"<w:tc>{p('снаружи')}{inner}{p('')}</w:tc>", properties="<w:del/>")
        assert passed(tbl(row)) == [("deleted", "снаружи\nвнутри")]


class TestDrawings:
    def test_what_a_drawing_with_words_is_said_to_show_is_told(self) -> None:
        box = f"<wps:wsp><wps:txbx><w:txbxContent>{p('рамка')}</w:txbxContent></wps:txbx></wps:wsp>"
        drawing = f'<w:r><w:drawing><wp:docPr descr="Схема рощи"/>{box}</w:drawing></w:r>'
        assert found(p("а", drawing)) == ["а", "рамка"]
        assert passed(p("а", drawing)) == [("drawing", "Схема рощи")]

    def test_its_heading_is_told_too(self) -> None:
        drawing = '<w:drawing><wp:docPr title="Роща" descr="Сорок берёз"/></w:drawing>'
        assert passed(p("а", f"<w:r>{drawing}</w:r>")) == [("drawing", "Роща\nСорок берёз")]


class TestChoices:
    def test_one_with_nothing_in_it_does_not_silence_the_other(self) -> None:
        other = f"<mc:Fallback>{r('слово')}</mc:Fallback>"
        choice = '<mc:Choice Requires="wps"/>'
        assert said(p(f"<mc:AlternateContent>{choice}{other}</mc:AlternateContent>")) == ["слово"]

    def test_nor_does_one_for_others(self) -> None:
        others = f"<mc:Fallback/><mc:Fallback>{r('слово')}</mc:Fallback>"
        assert said(p(f"<mc:AlternateContent>{others}</mc:AlternateContent>")) == ["слово"]


class TestFormulas:
    def test_what_was_deleted_in_one_is_told(self) -> None:
        gone = "<w:del><m:r><m:t>y</m:t></m:r></w:del>"
        formula = f"<m:oMath><m:r><m:t>x=1</m:t></m:r>{gone}</m:oMath>"
        assert said(p(formula)) == ["x=1"]
        assert passed(p(formula)) == [("deleted", "y")]

    def test_what_one_does_not_show_is_told(self) -> None:
        hidden = '<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>скрыто</m:t></m:r></m:e></m:phant>'  # noqa: E501
        formula = f"<m:oMath><m:r><m:t>x=1</m:t></m:r>{hidden}</m:oMath>"
        assert passed(p(formula)) == [("hidden", "скрыто")]

    def test_powers_and_fractions_are_shown(self) -> None:
        power = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"  # noqa: E501
        assert said(p(f"<m:oMath>{power}</m:oMath>")) == ["x²"]
        assert passed(p(f"<m:oMath>{power}</m:oMath>")) == []


def test_a_gloss_stands_in_brackets() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('чтение')}</w:rt><w:rubyBase>{r('слово')}</w:rubyBase></w:ruby></w:r>"  # noqa: E501
    assert said(p(ruby)) == ["слово (чтение)"]
