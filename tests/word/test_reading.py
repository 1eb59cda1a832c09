"""What a stranger's document says: XML in, words out."""

from __future__ import annotations

import pytest

from passportkit.paper import Cell, Paragraph, PassedOver, Row, Table
from passportkit.text import plain
from passportkit.word.read.body import read_document
from tests.word.foreign import document, p, paper, r, said, style, tbl, tc, texts, tr

BOLD, ITALIC = "<w:b/>", "<w:i/>"


def cells(xml: str) -> list[list[tuple[int, int, str]]]:
    """Return the column, the width and the merge of the cells of the one table."""
    (table,) = paper(xml).blocks
    assert isinstance(table, Table)
    return [[(cell.column, cell.span, cell.merge) for cell in row.cells] for row in table.rows]


def test_paragraphs_and_tables_stand_in_order() -> None:
    row = tr(tc("а"), tc("б"), properties="<w:tblHeader/>")
    inside = [Cell([Paragraph("а")], 0), Cell([Paragraph("б")], 1)]
    found = paper(p("до") + tbl(row) + p("после")).blocks
    assert found == [Paragraph("до"), Table([Row(inside, is_head=True)]), Paragraph("после")]


def test_words_cut_into_runs_join() -> None:
    assert said(p("Цент", '<w:proofErr w:type="spellStart"/>', "раль", "ный")) == ["Центральный"]


def test_it_is_known_which_words_are_underlined() -> None:
    def underlined(val: str) -> str:
        return f'<w:r><w:rPr><w:u w:val="{val}"/></w:rPr><w:t>да</w:t></w:r>'

    (one, other) = paper(p(underlined("single"), " / нет") + p(underlined("none"), " / нет")).blocks
    assert isinstance(one, Paragraph)
    assert isinstance(other, Paragraph)
    assert (one.text, one.underlined) == ("да / нет", "да")
    assert (other.text, other.underlined) == ("да / нет", "")


def test_paragraphs_without_words_are_left_out() -> None:
    assert said(p() + p(" ") + p("\u00a0") + p("слово") + "<w:p/>") == ["слово"]


def test_styles_are_known_by_name_in_lower_case() -> None:
    styles = style("1", "Heading 1") + style("a", "Normal").replace(
        "<w:style ", '<w:style w:default="1" '
    )
    body = p("а", properties='<w:pStyle w:val="1"/>') + p("б")
    body += p("в", properties='<w:pStyle w:val="x"/>')
    blocks = paper(body, styles=styles).blocks
    assert blocks == [Paragraph("а", "heading 1"), Paragraph("б", "normal"), Paragraph("в", "")]


class TestTables:
    def test_a_cell_knows_its_column_and_its_width(self) -> None:
        wide = tc("а", '<w:gridSpan w:val="2"/>')
        shifted = tr(tc("б"), properties='<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>')
        assert cells(tbl(tr(wide, tc("в")), shifted)) == [[(0, 2, ""), (2, 1, "")], [(2, 1, "")]]

    def test_cells_merged_downwards(self) -> None:
        begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
        rows = [tr(tc("а", begin)), tr(tc("", go_on)), tr(tc("б", begin))]
        assert cells(tbl(*rows)) == [[(0, 1, "restart")], [(0, 1, "continue")], [(0, 1, "")]]

    def test_a_merge_whose_first_row_was_deleted_begins_with_the_next(self) -> None:
        rows = [
            tr(tc("а", '<w:vMerge w:val="restart"/>'), properties="<w:del/>"),
            tr(tc("б", "<w:vMerge/>")),
            tr(tc("", "<w:vMerge/>")),
        ]
        assert cells(tbl(*rows)) == [[(0, 1, "restart")], [(0, 1, "continue")]]

    def test_cells_merged_sideways_the_old_way_are_one(self) -> None:
        row = tr(tc("а", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("б"))
        assert cells(tbl(row)) == [[(0, 2, ""), (2, 1, "")]]

    def test_tables_in_cells_stand_where_they_are(self) -> None:
        (table,) = paper(tbl(tr(tc(p("до") + tbl(tr(tc("внутри"))) + p("после"))))).blocks
        assert isinstance(table, Table)
        inner = Table([Row([Cell([Paragraph("внутри")], 0)])])
        assert table.rows[0].cells[0].blocks == [Paragraph("до"), inner, Paragraph("после")]

    def test_deleted_rows_and_cells_are_left_out(self) -> None:
        rows = [
            tr(tc("нет"), properties="<w:del/>"),
            tr(tc("нет", "<w:cellDel/>"), tc("да")),
            tr(tc("новая"), properties="<w:ins/>"),
        ]
        assert said(tbl(*rows)) == ["да", "новая"]
        assert paper(tbl(rows[0])).blocks == []

    def test_rows_and_cells_in_content_controls_are_as_any_other(self) -> None:
        cell = f"<w:sdt><w:sdtContent>{tc('б')}</w:sdtContent></w:sdt>"
        row = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr(tc('а'), cell)}</w:sdtContent></w:sdt>"
        assert cells(tbl(row)) == [[(0, 1, ""), (1, 1, "")]]

    def test_a_cell_that_only_asks_for_words_stays_and_is_empty(self) -> None:
        asking = (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{tc('Место для ввода')}"
        )
        body = tbl(tr(f"{asking}</w:sdtContent></w:sdt>", tc("б")))
        assert (cells(body), said(body)) == ([[(0, 1, ""), (1, 1, "")]], ["б"])

    @pytest.mark.parametrize("count", ["0", "-1", "много", "9" * 9, "9" * 5000])
    def test_numbers_that_no_program_writes_do_no_harm(self, count: str) -> None:
        row = tr(tc("а", f'<w:gridSpan w:val="{count}"/>'), tc("б"))
        numbered = f'<w:numPr><w:ilvl w:val="{count}"/><w:numId w:val="1"/></w:numPr>'
        assert said(tbl(row) + p("в", properties=numbered)) == ["а", "б", "в"]


class TestChanges:
    def test_tracked_changes_count_as_accepted(self) -> None:
        gone = '<w:r><w:delText xml:space="preserve">было </w:delText></w:r>'
        body = p(
            f"<w:del>{gone}</w:del>",
            f"<w:ins>{r('стало')}</w:ins>",
            f"<w:moveFrom>{r(' отсюда')}</w:moveFrom>",
            f"<w:moveTo>{r(' сюда')}</w:moveTo>",
        )
        assert said(body) == ["стало сюда"]

    def test_what_a_look_was_before_does_not_count(self) -> None:
        before = "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
        assert said(p("а ", r("б", before))) == ["а б"]

    def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(self) -> None:
        end = "<w:rPr><w:del/></w:rPr>"
        assert said(p("раз ", properties=end) + p("два") + p("три")) == ["раз два", "три"]
        assert said(p("раз", properties=end) + tbl(tr(tc("два")))) == ["раз", "два"]

    def test_comments_are_left_out(self) -> None:
        mark = '<w:commentRangeStart w:id="0"/>'
        reference = '<w:r><w:commentReference w:id="0"/></w:r>'
        assert said(p(mark, "слово", reference)) == ["слово"]


class TestWraps:
    @pytest.mark.parametrize(
        "wrap", ["ins", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo"]
    )
    def test_what_wraps_words_is_seen_through(self, wrap: str) -> None:
        assert said(p("а ", f"<w:{wrap}>{r('б')}</w:{wrap}>", " в")) == ["а б в"]

    def test_content_controls_are_seen_through(self) -> None:
        inner = f"<w:sdt><w:sdtContent>{r('б')}</w:sdtContent></w:sdt>"
        assert said(f"<w:sdt><w:sdtContent>{p('а ', inner)}</w:sdtContent></w:sdt>") == ["а б"]

    def test_a_box_to_tick_is_seen_as_it_stands(self) -> None:
        def box(sign: str) -> str:
            checked = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
            held = f"<w:sdtContent>{r(sign)}</w:sdtContent>"
            return f"<w:sdt><w:sdtPr>{checked}</w:sdtPr>{held}</w:sdt>"

        assert said(p(box("☒"), " да") + p(box("☐"), " нет")) == ["☒ да", "☐ нет"]

    def test_words_that_ask_for_words_are_left_out(self) -> None:
        asks = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        inner = f"<w:sdt>{asks}<w:sdtContent>{r('Место для ввода')}</w:sdtContent></w:sdt>"
        assert said(p("а", inner)) == ["а"]

    def test_a_table_of_contents_is_left_out(self) -> None:
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        held = f"<w:sdtContent>{p('1. Раздел 3')}</w:sdtContent>"
        assert said(f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr>{held}</w:sdt>{p('а')}") == ["а"]
        toc = p("1. Раздел 3", properties='<w:pStyle w:val="11"/>')
        assert said(toc + p("а"), styles=style("11", "toc 1")) == ["а"]

    def test_text_boxes_follow_the_paragraph_that_holds_them_and_are_read_once(self) -> None:
        box = f"<w:txbxContent>{p('в рамке')}{tbl(tr(tc('и таблица')))}</w:txbxContent>"
        choice = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        fallback = f"<w:pict><v:textbox>{box}</v:textbox></w:pict>"
        both = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
        run = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
        for each in (run, f"<w:r>{fallback}</w:r>"):
            assert said(p("до", each, " и тут") + p("после")) == [
                "до и тут", "в рамке", "и таблица", "после",
            ]  # fmt: skip

    def test_what_only_breaks_a_page_is_no_paragraph(self) -> None:
        assert said(p('<w:r><w:br w:type="page"/></w:r>') + p("а")) == ["а"]

    def test_pictures_are_counted(self) -> None:
        drawing = "<w:drawing><pic:pic/></w:drawing>"
        body = p("а", f"<w:r>{drawing}</w:r><w:r><w:pict><v:imagedata/></w:pict></w:r>")
        assert paper(body).passed_over == (PassedOver("picture"), PassedOver("picture"))


class TestFields:
    @staticmethod
    def field(instruction: str, result: str) -> str:
        marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in "bse"]
        begin, middle, end = (
            mark.replace(f'"{kind[0]}"', f'"{kind}"')
            for mark, kind in zip(marks, ("begin", "separate", "end"), strict=True)
        )
        return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{middle}{result}{end}"

    def test_what_came_of_a_field_stays(self) -> None:
        assert said(p("Рис. ", self.field(" SEQ Рис ", r("1")))) == ["Рис. 1"]

    @pytest.mark.parametrize("name", ["PAGE", " NUMPAGES \\* MERGEFORMAT", "FILENAME \\p"])
    def test_what_programs_count_and_name_by_themselves_goes(self, name: str) -> None:
        assert said(p("а", self.field(name, r(" 3")))) == ["а"]
        assert said(p("а", f'<w:fldSimple w:instr="{name}">{r(" 3")}</w:fldSimple>')) == ["а"]

    def test_a_field_of_a_link_is_a_link(self) -> None:
        field = self.field(' HYPERLINK "https://example.org/а" \\l "б" ', r("тут"))
        assert said(p("см. ", field)) == ["см. [тут](https://example.org/а#б)"]

    def test_fields_in_fields(self) -> None:
        inner = self.field("PAGE", r("7"))
        assert said(p(self.field("IF 1 = 1", r("а") + inner + r("б")))) == ["аб"]

    def test_a_field_without_an_end_silences_nothing_that_follows(self) -> None:
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        assert said(p(begin) + p("слово")) == ["слово"]

    def test_boxes_to_tick(self) -> None:
        data = '<w:ffData><w:checkBox><w:checked w:val="{}"/></w:checkBox></w:ffData>'
        box = '<w:r><w:fldChar w:fldCharType="begin">{}</w:fldChar></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ticks = [box.format(data.format(said)) + end for said in ("1", "0")]
        assert said(p(ticks[0], " да ", ticks[1], " нет")) == ["☑ да ☐ нет"]


class TestNotes:
    NOTES = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " по данным Росстата")}'
    REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'

    def test_a_footnote_stands_in_brackets_where_it_is_referred_to(self) -> None:
        body = p("1500 человек", self.REFERENCE, ", из них")
        assert said(body, footnotes=f"{self.NOTES}</w:footnote>") == [
            "1500 человек (по данным Росстата), из них"
        ]

    def test_several_paragraphs_of_a_note_are_one_text(self) -> None:
        notes = f"{self.NOTES}{p('за год')}</w:footnote>"
        assert said(p("а", self.REFERENCE), footnotes=notes) == ["а (по данным Росстата за год)"]

    def test_endnotes_and_notes_that_are_missing(self) -> None:
        reference = '<w:r><w:endnoteReference w:id="1"/></w:r>'
        note = f'<w:endnote w:id="1">{p("сноска")}</w:endnote>'
        assert said(p("а", reference, self.REFERENCE), endnotes=note) == ["а (сноска)"]


class TestLinks:
    def test_a_link_with_words_of_its_own(self) -> None:
        body = p("см. ", f'<w:hyperlink r:id="link1">{r("наш ")}{r("сайт")}</w:hyperlink>')
        assert said(body, ["https://example.org/а"]) == ["см. [наш сайт](https://example.org/а)"]

    @pytest.mark.parametrize(
        ("words", "address"),
        [
            ("https://example.org", "https://example.org/"),
            ("www.example.org", "http://www.example.org/"),
            ("post@example.org", "mailto:post@example.org"),
        ],
    )
    def test_an_address_that_leads_where_it_says_stays_bare(self, words: str, address: str) -> None:
        body = p("тут: ", f'<w:hyperlink r:id="link1">{r(words)}</w:hyperlink>')
        assert said(body, [address]) == [f"тут: {words}"]

    def test_an_address_that_is_no_link_stays_bare(self) -> None:
        assert said(p("тут: www.example.org, *там*")) == [r"тут: www.example.org, \*там\*"]

    def test_a_link_within_the_document_or_to_a_file_is_words(self) -> None:
        body = p(
            f'<w:hyperlink w:anchor="a">{r("выше")}</w:hyperlink>',
            f'<w:hyperlink r:id="link1">{r(" и тут")}</w:hyperlink>',
        )
        assert said(body, ["file:///C:/а.docx"]) == ["выше и тут"]


class TestCharacters:
    @pytest.mark.parametrize(
        ("xml", "words"),
        [
            ("<w:t>а</w:t><w:tab/><w:t>б</w:t>", "а\tб"),
            ("<w:t>какой</w:t><w:noBreakHyphen/><w:t>то</w:t>", "какой‑то"),
            ("<w:t>сло</w:t><w:softHyphen/><w:t>во</w:t>", "слово"),
            ('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t> да</w:t>', "☑ да"),
            ('<w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t>', "≥ 5"),
            ('<w:t>а</w:t><w:br w:type="page"/><w:t> б</w:t>', "а б"),
            ("<w:t>а</w:t><w:lastRenderedPageBreak/><w:t> б</w:t>", "а б"),
        ],
    )
    def test_what_is_no_letter_in_the_file_is_one_in_the_text(self, xml: str, words: str) -> None:
        assert said(p(f"<w:r>{xml}</w:r>")) == [words]

    def test_the_words_of_a_formula_stay(self) -> None:
        formula = "<m:oMath><m:r><m:t>a=</m:t></m:r><m:r><m:t>b</m:t></m:r></m:oMath>"
        assert said(p("где ", formula)) == ["где a=b"]

    def test_hidden_words_go(self) -> None:
        assert said(p("а", r("нет", "<w:vanish/>"), r(" б", '<w:vanish w:val="0"/>'))) == ["а б"]


class TestBrokenLines:
    BREAK = "<w:r><w:br/></w:r>"

    @pytest.mark.parametrize(
        ("before", "after"),
        [("в том числе", "социально ориентированных"), ("не менее", "20 человек"), ("а", "(б)")],
    )
    def test_a_line_broken_within_a_sentence_is_one(self, before: str, after: str) -> None:
        assert said(p(before, self.BREAK, after)) == [f"{before} {after}"]

    @pytest.mark.parametrize(
        ("before", "after"),
        [("Раз.", "два"), ("Задачи:", "первая"), ("Раз", "Два"), ("Раз", "- два"), ("а", "1) б")],
    )
    def test_lines_that_begin_anew_stay_lines(self, before: str, after: str) -> None:
        assert said(p(before, self.BREAK, after)) == [f"{before}\n{after}"]


class TestLooks:
    def test_bold_and_italic_words_are_marked(self) -> None:
        body = p(r("Цель:", BOLD), " всё ", r("сразу", ITALIC), r(" и нет", '<w:b w:val="false"/>'))
        assert said(body) == ["**Цель:** всё *сразу* и нет"]

    def test_character_styles_that_say_so(self) -> None:
        styles = style("a", "Strong", kind="character") + style("b", "Emphasis", kind="character")
        body = p(r("а", '<w:rStyle w:val="a"/>'), " ", r("б", '<w:rStyle w:val="b"/>'), " в")
        assert said(body, styles=styles) == ["**а** *б* в"]

    def test_marks_that_all_words_have_are_none(self) -> None:
        assert said(p(r("1. Раздел", BOLD))) == ["1. Раздел"]
        assert said(tbl(tr(tc(p(r("а", BOLD)) + p(r("б", BOLD + ITALIC)))))) == ["а", "*б*"]
        end = f"<w:rPr>{BOLD}</w:rPr>"
        assert said(tbl(tr(tc(p(r("а", BOLD), properties=end) + p("б"))))) == ["**а**", "б"]

    def test_headings_are_not_marked(self) -> None:
        body = p("1. ", r("Раздел", BOLD), properties='<w:pStyle w:val="1"/>')
        assert said(body, styles=style("1", "heading 2")) == ["1. Раздел"]


class TestTypedByHand:
    def test_no_break_blanks_at_the_ends_of_a_line_are_dropped(self) -> None:
        fax = "<w:t>\u00a0факс\u00a0 +7\u202f\u00a0 </w:t>"
        line = f"<w:r>{fax}<w:br/><w:t>\u00a0Тел. 1\u00a0</w:t></w:r>"
        assert said(p(line)) == ["факс\u00a0 +7\nТел. 1"]

    @pytest.mark.parametrize(
        ("typed", "text"),
        [
            ("- раз", "- раз"),
            ("-\u00a0раз", "- раз"),
            ("•раз", "- раз"),
            ("·\u00a0\u00a0раз", "- раз"),
            ("\u00a0\u00a0- раз", "- раз"),
            ("\uf0b7 раз", "- раз"),
            ("▪\tраз", "- раз"),
            ("1)\tраз", "1) раз"),
            ("   2. раз", "2. раз"),
            ("– раз", "– раз"),
            ("-5 градусов", "-5 градусов"),
            ("1.5 км", "1.5 км"),
            ("100. сотый", "100. сотый"),
        ],
    )
    def test_signs_of_lists(self, typed: str, text: str) -> None:
        assert said(p(typed)) == [text]

    @pytest.mark.parametrize(
        ("typed", "text"),
        [("2*3 *4*", r"2\*3 \*4\*"), ("[а](https://example.org)", None), (r"C:\*", r"C:\\\*")],
    )
    def test_what_would_read_as_markup_is_escaped(self, typed: str, text: str | None) -> None:
        (found,) = said(p(typed))
        assert text is None or found == text
        assert plain(found) == typed

    def test_a_list_with_words_in_bold(self) -> None:
        assert said(p(r("• ", BOLD), r("Цель", BOLD), " – всё")) == ["- **Цель** – всё"]


class TestOurStyles:
    STYLES = "".join(
        style(name[:2], name, kind="character") for name in ("Draft mark", "Hint", "Cell label")
    )
    DRAFT_MARK, HINT, LABEL = (f'<w:rStyle w:val="{each}"/>' for each in ("Dr", "Hi", "Ce"))

    def test_draft_marks_and_hints_are_left_out(self) -> None:
        body = p(r("[не заполнено]", self.DRAFT_MARK)) + p(r("Что?", self.HINT)) + p("да")
        assert said(body, styles=self.STYLES) == ["да"]

    def test_words_that_a_person_typed_over_a_hint_stay(self) -> None:
        body = p(r("Что  сделано?", self.HINT)) + p(r("Всё", self.HINT))
        found = read_document(document(body, styles=self.STYLES), placeholders={"Что сделано?"})
        assert list(texts(found.blocks)) == ["Всё"]

    def test_a_label_is_told_from_the_words(self) -> None:
        body = p(r("Цель", self.LABEL), r(" – ", self.LABEL), "всё")
        body += p(r("Задачи: ", self.LABEL))
        blocks = paper(body, styles=self.STYLES).blocks
        assert blocks == [Paragraph("всё", "", "Цель –"), Paragraph("", "", "Задачи:")]


class TestMeaningOfLooks:
    def test_what_a_paragraph_and_its_words_both_turn_on_is_off(self) -> None:
        styles = style("b", "Жирный", "<w:rPr><w:b/></w:rPr>") + style(
            "s", "Жирные слова", "<w:rPr><w:b/></w:rPr>", "character"
        )
        words = p("а ", r("б", '<w:rStyle w:val="s"/>'), properties='<w:pStyle w:val="b"/>')
        assert said(words, styles=styles) == ["**а** б"]

    def test_styles_that_stand_on_each_other_in_a_circle_do_no_harm(self) -> None:
        styles = style("x", "X", '<w:basedOn w:val="y"/>', "character")
        styles += style("y", "Y", '<w:basedOn w:val="x"/><w:rPr><w:i/></w:rPr>', "character")
        assert said(p("а ", r("б", '<w:rStyle w:val="x"/>')), styles=styles) == ["а *б*"]

    def test_of_the_blanks_around_words_that_are_gone_one_stays(self) -> None:
        gone = r("2022", "<w:strike/>")
        assert said(p("с 2021 ", gone, " по 2023")) == ["с 2021 по 2023"]
        assert said(p("с 2021\N{NO-BREAK SPACE}", gone, r("  по 2023"))) == [
            "с 2021\N{NO-BREAK SPACE}по 2023"
        ]
        assert said(p("с 2021", gone, "  по 2023")) == ["с 2021  по 2023"]

    def test_words_that_are_struck_out_are_told_once_for_all_that_stand_together(self) -> None:
        struck = "<w:strike/>"
        body = p(
            r("раз", struck), r(" два", struck), " три ", r("ой", "<w:dstrike/>"), r(" ", struck)
        )
        assert said(body) == ["три"]
        assert paper(body).passed_over == (
            PassedOver("struck", "раз два"),
            PassedOver("struck", "ой "),
        )

    def test_a_formula_without_words_is_told(self) -> None:
        assert paper(p("а", "<m:oMath><m:r/></m:oMath>")).passed_over == (PassedOver("formula"),)
        assert paper(p("а", "<m:oMath/>")).passed_over == ()

    def test_a_formula_without_words_beside_paragraphs_is_told_where_it_stands(self) -> None:
        (told,) = paper(p("а") + "<m:oMath><m:r/></m:oMath>" + p("б")).passed_over
        assert told == PassedOver("formula")
        assert told.spot
        assert told.spot.words == "а"

    def test_a_comment_is_about_a_power_as_it_is_read(self) -> None:
        start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
        power = r("3", '<w:vertAlign w:val="superscript"/>')
        body = p(start, "10", power, end, '<w:r><w:commentReference w:id="0"/></w:r>')
        assert [each.about for each in paper(body).passed_over] == ["10³"]

    def test_a_formula_as_deep_as_a_document_may_be(self) -> None:
        deep = "<m:d><m:e>" * 100 + "<m:r><m:t>x</m:t></m:r>" + "</m:e></m:d>" * 100
        assert said(p(f"<m:oMath>{deep}</m:oMath>")) == ["(" * 100 + "x" + ")" * 100]
