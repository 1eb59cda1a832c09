"""What stands beside the text of a document, or lies in other parts: read, or told."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from passportkit.paper import Paper, PassedOver
from passportkit.word.read.body import read_document
from tests.word.conftest import zipped
from tests.word.foreign import (
    Part,
    document,
    p,
    paper,
    part,
    r,
    said,
    tbl,
    tc,
    texts,
    tr,
    with_parts,
)

COMMENT = '<w:r><w:commentReference w:id="0"/></w:r>'


def read(body: str, *parts: Part) -> Paper:
    return read_document(with_parts(document(body), *parts))


def found(body: str, *parts: Part) -> list[str]:
    return list(texts(read(body, *parts).blocks))


def passed(body: str, *parts: Part) -> list[tuple[str, str]]:
    """Return the kind and the words of all that was passed over."""
    return [(each.kind, each.words) for each in read(body, *parts).passed_over]


class TestComments:
    @staticmethod
    def comments(*comments: str) -> Part:
        about = 'w:author="Отдел" w:date="2026-05-12T09:30:00Z"'
        items = [
            f'<w:comment w:id="{number}" {about}>{comment}</w:comment>'
            for number, comment in enumerate(comments)
        ]
        return Part("c", "comments", "comments.xml", part("w:comments", "".join(items)))

    def test_one_that_nothing_refers_to_stands_where_its_words_end(self) -> None:
        start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
        body = p("В роще ", start, "сорок берёз", end, " и липы") + p("Дубы")
        (told,) = read(body, self.comments(p("Сверить"))).passed_over
        assert told.about == "сорок берёз"
        assert told.spot
        assert told.spot.words == "В роще сорок берёз и липы"

    def test_so_does_one_whose_words_are_whole_paragraphs(self) -> None:
        start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
        body = p("В роще") + start + p("сорок берёз") + end + p("и липы")
        (told,) = read(body, self.comments(p("Сверить"))).passed_over
        assert told.about == "сорок берёз"
        assert told.spot
        assert told.spot.words == "сорок берёз"

    def test_where_words_end_that_no_comment_is_about_nothing_is_missing(self) -> None:
        assert passed(p("а", '<w:commentRangeEnd w:id="7"/>'), self.comments(p("б"))) == [
            ("comment", "б")
        ]

    def test_a_comment_says_whose_it_is_and_what_it_is_about(self) -> None:
        start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
        body = p("В роще ", start, "сорок берёз", end, COMMENT, " и липы")
        assert read(body, self.comments(p("Сверить") + p("с отчётом"))).passed_over == (
            PassedOver("comment", "Сверить\nс отчётом", "", "Отдел", "2026-05-12", "сорок берёз"),
        )

    def test_its_words_may_begin_in_another_paragraph_or_stand_around_a_note(self) -> None:
        start = '<w:commentRangeStart w:id="0"/>'
        note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        notes = Part("n", "footnotes", "n.xml", part("w:footnotes", NOTE))
        bodies = p(start, "раз") + p("два", COMMENT), p("раз ", start, "два", note, COMMENT)
        about = [
            [each.about for each in read(body, self.comments(p("Да")), *given).passed_over]
            for body, given in zip(bodies, ([], [notes]), strict=True)
        ]
        assert about == [["два"], ["два (по переписи)"]]

    def test_it_stands_at_a_paragraph_or_where_one_without_words_is(self) -> None:
        blocks = read(p("а") + p("б", COMMENT) + p(COMMENT), self.comments(p("Да")))
        spots = [each.spot for each in blocks.passed_over]
        assert [spot and (spot.at, spot.is_bare, spot.words) for spot in spots] == [
            (1, False, "б"),
            (2, True, "б"),
        ]

    def test_one_that_is_missing_is_told(self) -> None:
        assert passed(p("а", COMMENT)) == [("comment", "")]
        damaged = Part("c", "comments", "c.xml", "<w:")
        assert passed(p("а", COMMENT), damaged) == [("comment", ""), ("stray", "")]

    def test_one_whose_place_is_gone_is_told(self) -> None:
        assert passed(p("а"), self.comments(p("раз"), p("два"))) == [
            ("comment", "раз"),
            ("comment", "два"),
        ]


class TestChanges:
    GONE = '<w:del><w:r><w:delText xml:space="preserve">{}</w:delText></w:r></w:del>'

    def test_what_was_deleted_is_told_a_stretch_at_a_time(self) -> None:
        body = p(
            self.GONE.format("раз "), self.GONE.format("два"), "стало", self.GONE.format("три")
        )
        assert passed(body) == [("deleted", "раз два"), ("deleted", "три")]

    def test_deleted_rows_and_cells_are_told_where_they_were(self) -> None:
        gone = tr(tc("вся"), tc(""), tc("строка"), properties="<w:del/>")
        read = paper(tbl(gone, tr(tc("а"), tc("ячейка", "<w:cellDel/>")), gone))
        assert [each.words for each in read.passed_over] == [
            "вся – строка",
            "ячейка",
            "вся – строка",
        ]
        assert [each.spot and each.spot.words for each in read.passed_over] == ["", "", "а"]

    def test_hidden_words_are_told_and_what_moved_is_not(self) -> None:
        moved = f"<w:moveFrom>{r('там')}</w:moveFrom><w:moveTo>{r('там')}</w:moveTo>"
        body = p("а", r("скры", "<w:vanish/>"), r("то", "<w:vanish/>"), moved)
        assert passed(body) == [("hidden", "скрыто"), ("moved", "там")]


class TestMargins:
    @staticmethod
    def margin(kind: str, content: str, name: str = "m.xml") -> Part:
        return Part(name, kind, name, part("w:hdr", content))

    def test_what_stands_above_and_below_the_pages_is_told_once(self) -> None:
        table = self.margin("header", tbl(tr(tc("Заявка"), tc("№ 17"))))
        same = self.margin("header", p("Заявка") + p("№ 17"), "same.xml")
        below = self.margin("footer", p("город Рощин"), "below.xml")
        assert read(p("а"), table, same, below).passed_over == (
            PassedOver("header", "Заявка\n№ 17", "m.xml"),
            PassedOver("footer", "город Рощин", "below.xml"),
        )

    def test_numbers_of_pages_are_no_words(self) -> None:
        page = f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>'
        assert passed(p("а"), self.margin("footer", p(page))) == [("furniture", "7")]

    def test_a_drawn_word_on_every_page_is_told(self) -> None:
        drawn = '<w:r><w:pict><v:shape><v:textpath string="ЧЕРНОВИК"/></v:shape></w:pict></w:r>'
        assert passed(p("а"), self.margin("header", p(drawn))) == [("header", "ЧЕРНОВИК")]

    def test_a_damaged_one_is_told_and_keeps_nobody_from_reading(self) -> None:
        damaged = Part("h", "header", "h.xml", "<w:hdr")
        assert found(p("а"), damaged) == ["а"]
        assert read(p("а"), damaged).passed_over == (PassedOver("header", "", "h.xml"),)


class TestDrawings:
    @staticmethod
    def drawn(content: str, description: str = "") -> str:
        about = f'<wp:docPr id="1" name="d" descr="{description}"/>'
        return f"<w:r><w:drawing><wp:inline>{about}{content}</wp:inline></w:drawing></w:r>"

    WORDS = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"

    @pytest.mark.parametrize(
        "content",
        [
            '<w:r><w:pict><v:shape><v:textpath string="Роща"/></v:shape></w:pict></w:r>',
            f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Роща')}</w:txbxContent></v:textbox>"
            "</w:pict></w:r>",
            "<w:r><w:drawing><wpg:wgp><wps:wsp><wps:txbx><w:txbxContent>"
            f"{p('Роща')}</w:txbxContent></wps:txbx></wps:wsp></wpg:wgp></w:drawing></w:r>",
            "<w:r><w:drawing><lc:lockedCanvas><a:sp><a:txSp><a:txBody>"
            f"{WORDS.format('Роща')}</a:txBody></a:txSp></a:sp></lc:lockedCanvas></w:drawing></w:r>",
        ],
    )
    def test_the_words_of_every_kind_of_text_box_are_read(self, content: str) -> None:
        assert said(p("до", content) + p("после")) == ["до", "Роща", "после"]
        assert said(tbl(tr(tc(p(content))))) == ["Роща"]

    def test_the_words_of_a_diagram_are_read(self) -> None:
        points = "".join(
            f"<dgm:pt><dgm:t>{self.WORDS.format(words)}</dgm:t></dgm:pt>"
            for words in ("Сбор", " ", "Посев")
        )
        data = Part("d", "diagramData", "data.xml", part("dgm:dataModel", points))
        body = p(self.drawn('<dgm:relIds r:dm="d"/>'))
        assert found(body, data) == ["Сбор", "Посев"]
        assert (found(body), passed(body)) == ([], [("diagram", "")])
        assert found(body + body, data) == ["Сбор", "Посев"]

    def test_a_chart_is_told_with_its_words_and_values(self) -> None:
        series = (
            "<c:ser><c:tx><c:v>План</c:v></c:tx><c:val><c:pt><c:v>85</c:v></c:pt></c:val></c:ser>"
        )
        chart = part("c:chartSpace", f"<c:title>{self.WORDS.format('Затраты')}</c:title>{series}")
        body = p(self.drawn('<c:chart r:id="h"/>'))
        assert passed(body, Part("h", "chart", "h.xml", chart)) == [("chart", "Затраты\nПлан\n85")]
        assert passed(body) == [("chart", "")]

    def test_a_chart_of_a_newer_kind_comes_before_the_excuse_for_older_programs(self) -> None:
        excuse = f"<w:txbxContent>{p('Диаграмма недоступна')}</w:txbxContent>"
        both = (
            '<mc:Choice Requires="cx1"><w:drawing><cx:chart r:id="h"/></w:drawing></mc:Choice>'
            f"<mc:Fallback><w:drawing>{excuse}</w:drawing></mc:Fallback>"
        )
        chart = Part("h", "chartEx", "h.xml", part("cx:chartSpace", "<cx:pt>Грант</cx:pt>"))
        body = p(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")
        assert (found(body, chart), passed(body, chart)) == ([], [("chart", "Грант")])

    @pytest.mark.parametrize(
        ("program", "told"),
        [
            ("Excel.Sheet.12", PassedOver("sheet")),
            ("Excel.Chart.8", PassedOver("sheet")),
            ("Equation.3", PassedOver("formula")),
            ("Word.Document.12", PassedOver("file", part="Word.Document.12")),
        ],
    )
    def test_what_is_embedded_is_told_and_not_its_picture(
        self, program: str, told: PassedOver
    ) -> None:
        picture = "<v:shape><v:imagedata/></v:shape>"
        embedded = f'<w:r><w:object>{picture}<o:OLEObject ProgID="{program}"/></w:object></w:r>'
        assert paper(p("а", embedded)).passed_over == (told,)

    def test_what_a_picture_shows_is_told_if_somebody_has_said_it(self) -> None:
        own = '<pic:pic><pic:nvPicPr><pic:cNvPr descr="Грядки"/></pic:nvPicPr></pic:pic>'
        shape = '<w:r><w:pict><v:shape alt="План"><v:imagedata/></v:shape></w:pict></w:r>'
        body = p(self.drawn(own, "Фото"), self.drawn("<pic:pic/>", "Роща"), shape)
        body += p(self.drawn("<pic:pic/>"), self.drawn("<wps:wsp/>", "Стрелка"), self.drawn(""))
        assert passed(body) == [
            ("picture", "Грядки"),
            ("drawing", "Фото"),
            ("picture", "Роща"),
            ("picture", "План"),
            ("picture", ""),
            ("drawing", "Стрелка"),
        ]

    def test_only_a_picture_without_a_description_is_no_loss(self) -> None:
        losses = PassedOver("picture", "Роща"), PassedOver("chart"), PassedOver("comment")
        assert [each.is_loss for each in losses] == [True, True, True]
        assert not PassedOver("picture").is_loss


class TestAlternatives:
    @staticmethod
    def run(*contents: str) -> str:
        return p("а ", f"<w:r>{TestAlternatives.both(*contents)}</w:r>")

    @staticmethod
    def both(*contents: str) -> str:
        return f"<mc:AlternateContent>{''.join(contents)}</mc:AlternateContent>"

    NEW = '<mc:Choice Requires="{}"><w:t>новое</w:t></mc:Choice>'
    OLD = "<mc:Fallback><w:t>старое</w:t></mc:Fallback>"

    @pytest.mark.parametrize(
        ("requires", "shown"),
        [
            ("wps", "новое"),
            ("w14 wpg", "новое"),
            ("", "новое"),
            ("zz", "старое"),
            ("w14 zz", "старое"),
            ("w16se", "старое"),
        ],
    )
    def test_the_first_content_that_is_understood_is_read(self, requires: str, shown: str) -> None:
        assert said(self.run(self.NEW.format(requires), self.OLD)) == [f"а {shown}"]

    def test_a_later_one_that_is_understood_comes_before_the_last_resort(self) -> None:
        later = '<mc:Choice Requires="wps"><w:t>второе</w:t></mc:Choice>'
        assert said(self.run(self.NEW.format("zz"), later, self.OLD)) == ["а второе"]

    def test_where_none_is_understood_that_is_told(self) -> None:
        assert passed(self.run(self.NEW.format("zz"))) == [("alternative", "новое")]

    @pytest.mark.parametrize("nothing", ["", "<w:r/>", "<w:pict/>"])
    def test_words_for_which_others_show_nothing_are_told(self, nothing: str) -> None:
        new = self.NEW.format("zz"), self.NEW.format("zz9").replace("новое", "новейшее")
        old = f"<mc:Fallback>{nothing}</mc:Fallback>"
        assert passed(self.run(*new, old)) == [("alternative", "новое\nновейшее")]
        assert passed(p("а", f"<w:r><w:pict>{self.both(*new, old)}</w:pict></w:r>")) == [
            ("alternative", "новое\nновейшее")
        ]

    def test_words_for_older_programs_are_told_where_newer_ones_show_nothing(self) -> None:
        new = f'<mc:Choice Requires="wps">{tbl(tr(tc(p())))}</mc:Choice>'
        old = f"<mc:Fallback>{tbl(tr(tc(p('лыжи'))))}</mc:Fallback>"
        assert passed(self.both(new, old)) == [("alternative", "лыжи")]

    def test_nothing_is_missing_where_none_has_words(self) -> None:
        new = '<mc:Choice Requires="zz"><w:pict/></mc:Choice>'
        assert passed(self.run(new, "<mc:Fallback/>")) == []

    def test_a_formula_for_newer_programs_is_read(self) -> None:
        formula = "<m:oMath><m:r><m:t>S=40</m:t></m:r></m:oMath>"
        new = f'<mc:Choice Requires="a14"><a14:m>{formula}</a14:m></mc:Choice>'
        assert said(self.run(new, self.OLD)) == ["а S=40"]
        assert said(self.both(new, self.OLD)) == ["S=40"]

    def test_blocks_may_be_alternatives_too(self) -> None:
        new = f'<mc:Choice Requires="zz">{p("раз")}{p("два")}</mc:Choice>'
        old = f"<mc:Fallback>{p('три')}</mc:Fallback>"
        assert said(f"<mc:AlternateContent>{new}{old}</mc:AlternateContent>") == ["три"]
        alone = f"<mc:AlternateContent>{new}</mc:AlternateContent>"
        assert passed(alone) == [("alternative", "раз\nдва")]


class TestChunks:
    CHUNK = '<w:altChunk r:id="k"/>'

    def chunk(self, name: str, content: str | bytes | None, owner: str = "") -> Part:
        return Part("k", "aFChunk", name, content, owner=owner)

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("k.html", "<html><body><p>Роща</p><p>у реки</p></body></html>"),
            ("k.HTM", "<p>Роща</p><p>у реки</p>".encode("cp1251")),
            ("k.txt", "Роща\nу реки".encode("utf-16")),
            (
                "k.mht",
                "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=m\n\n--m\n"
                "Content-Type: text/html\n\n<p>Роща<p>у реки\n--m--",
            ),
            ("k.docx", document(p("Роща") + p("у реки"))),
        ],
    )
    def test_a_document_within_the_document_is_read_where_it_stands(
        self, name: str, content: str | bytes
    ) -> None:
        body = p("до") + self.CHUNK + p("после")
        assert found(body, self.chunk(name, content)) == ["до", "Роща", "у реки", "после"]
        cell = tbl(tr(tc(self.CHUNK)))
        assert found(cell, self.chunk(name, content)) == ["Роща", "у реки"]

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("k.rtf", r"{\rtf1 а}"),
            ("k.bin", b"\0\1"),
            ("k.docx", b"PK\3\4"),
            ("k.xml", "<?xml?><a/>"),
        ],
    )
    def test_what_has_no_reader_is_told_by_its_name(self, name: str, content: str | bytes) -> None:
        assert read(self.CHUNK, self.chunk(name, content)).passed_over == (
            PassedOver("chunk", part=name),
        )

    def test_one_may_stand_in_several_places(self) -> None:
        assert found(self.CHUNK + p("и") + self.CHUNK, self.chunk("k.txt", "Роща")) == [
            "Роща",
            "и",
            "Роща",
        ]

    def test_one_that_is_missing_is_told(self) -> None:
        assert read(self.CHUNK).passed_over == (PassedOver("chunk"),)

    def test_what_it_passes_over_is_passed_over(self) -> None:
        inner = document(p("а", COMMENT))
        assert passed(self.CHUNK, self.chunk("k.docx", inner)) == [("comment", "")]

    @pytest.mark.parametrize("kind", ["footnote", "endnote"])
    def test_the_words_of_one_in_a_note_stand_with_the_note(self, kind: str) -> None:
        notes = f'<w:{kind} w:id="2">{self.CHUNK}</w:{kind}>'
        body = p("а", f'<w:r><w:{kind}Reference w:id="2"/></w:r>')
        page = self.chunk("k.html", "<p><b>Роща</b></p><p>у реки</p>", f"{kind}s.xml")
        holder = Part("n", f"{kind}s", f"{kind}s.xml", part(f"w:{kind}s", notes))
        assert found(body, holder, page) == ["а (Роща у реки)"]

    @pytest.mark.parametrize("kind", ["header", "footer"])
    def test_the_words_of_one_in_a_margin_are_those_of_the_margin(self, kind: str) -> None:
        page = self.chunk("k.html", "<p>Роща</p>", f"{kind}1.xml")
        margin = Part("h", kind, f"{kind}1.xml", part("w:hdr", p("у реки") + self.CHUNK))
        assert passed(p("а"), margin, page) == [(kind, "у реки\nРоща")]

    @pytest.mark.parametrize("kind", ["header", "footnotes", "comments"])
    def test_one_that_has_no_reader_is_told_wherever_it_stands(self, kind: str) -> None:
        inside = {
            "header": self.CHUNK,
            "footnotes": f'<w:footnote w:id="2">{self.CHUNK}</w:footnote>',
            "comments": f'<w:comment w:id="0">{self.CHUNK}</w:comment>',
        }[kind]
        body = p("а", '<w:r><w:footnoteReference w:id="2"/></w:r>' * (kind == "footnotes"))
        letter = self.chunk("k.rtf", r"{\rtf1 а}", f"{kind}.xml")
        holder = Part("h", kind, f"{kind}.xml", part("w:hdr", inside))
        told = [
            each.part for each in read(body, holder, letter).passed_over if each.kind == "chunk"
        ]
        assert told == ["word/header.xml, k.rtf" if kind == "header" else "k.rtf"]

    def test_the_words_of_one_in_a_comment_are_those_of_the_comment(self) -> None:
        page = self.chunk("k.html", "<p>Роща</p><p>у реки</p>", "comments.xml")
        comment = f'<w:comment w:id="0">{p("Здесь")}{self.CHUNK}{p("и там")}</w:comment>'
        comments = Part("c", "comments", "comments.xml", part("w:comments", comment))
        expected = [("comment", "Здесь\nРоща\nу реки\nи там")]
        assert passed(p("а", COMMENT), comments, page) == expected
        assert passed(p("а"), comments, page) == expected

    def test_one_in_a_note_that_nothing_refers_to_is_told(self) -> None:
        page = self.chunk("k.html", "<p>Роща</p>", "footnotes.xml")
        note = f'<w:footnote w:id="2">{self.CHUNK}</w:footnote>'
        notes = Part("n", "footnotes", "footnotes.xml", part("w:footnotes", note))
        assert passed(p("а"), notes, page) == [("stray", "Роща")]

    def test_one_in_a_text_box_is_read_behind_its_paragraph(self) -> None:
        box = f"<w:pict><v:textbox><w:txbxContent>{self.CHUNK}</w:txbxContent></v:textbox></w:pict>"
        page = self.chunk("k.html", "<p>Роща</p>")
        assert found(p("а", f"<w:r>{box}</w:r>"), page) == ["а", "Роща"]
        note = f'<w:footnote w:id="2">{p("б", f"<w:r>{box}</w:r>")}</w:footnote>'
        notes = Part("n", "footnotes", "footnotes.xml", part("w:footnotes", note))
        body = p("а", '<w:r><w:footnoteReference w:id="2"/></w:r>')
        assert found(body, notes, page._replace(owner="footnotes.xml")) == ["а (б)", "Роща"]

    def test_documents_lie_within_each_other_once(self) -> None:
        deepest = document(p("глубоко"))
        inner = with_parts(document(p("внутри") + self.CHUNK), self.chunk("k.docx", deepest))
        outer = self.chunk("k.docx", inner)
        assert found(self.CHUNK, outer) == ["внутри"]
        assert passed(self.CHUNK, outer) == [("chunk", "")]

    def test_a_part_of_a_master_document_is_told(self) -> None:
        body = document('<w:p/><w:subDoc r:id="link1"/>', ["часть.docx"])
        assert read_document(body).passed_over == (PassedOver("subdocument", part="часть.docx"),)


NOTE = f'<w:footnote w:id="2">{p("по переписи")}</w:footnote>'


class TestPackages:
    BODY = p("Рощин", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    NOTES = part("w:footnotes", NOTE)

    @pytest.mark.parametrize(
        ("name", "target"),
        [
            ("notes.xml", r"\word\notes.xml"),
            ("notes.xml", r"..\word\.\notes.xml"),
            ("Notes.XML", "notes.xml"),
            ("сноски.xml", "%D1%81%D0%BD%D0%BE%D1%81%D0%BA%D0%B8.xml"),
            ("%d1%81.xml", "с.xml"),
        ],
    )
    def test_parts_are_found_however_their_names_are_written(self, name: str, target: str) -> None:
        assert found(self.BODY, Part("n", "footnotes", name, self.NOTES, target)) == [
            "Рощин (по переписи)"
        ]

    def test_names_in_the_letters_of_russian_windows_are_known(self) -> None:
        parts = Part("n", "footnotes", "AAAAAA.xml", self.NOTES, "сноски.xml")
        docx = with_parts(document(self.BODY), parts)
        written = docx.replace(b"AAAAAA", "сноски".encode("cp866"))
        assert list(texts(read_document(written).blocks)) == ["Рощин (по переписи)"]

    def test_a_note_whose_words_are_missing_is_told(self) -> None:
        assert (found(self.BODY), passed(self.BODY)) == (["Рощин"], [("note", "")])
        empty = Part("n", "footnotes", "n.xml", part("w:footnotes", ""))
        assert passed(self.BODY, empty) == [("note", "")]

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-8-sig"])
    def test_the_types_of_a_package_may_be_in_other_letters(self, encoding: str) -> None:
        with_types = [
            (name, _shouted(content, encoding) if name.startswith("[") else content)
            for name, content in _parts_of(document(p("Рощин")))
        ]
        assert list(texts(read_document(zipped(with_types)).blocks)) == ["Рощин"]


def _shouted(types: bytes, encoding: str) -> bytes:
    """Return the types of a package in capitals."""
    main = re.sub(r'(?<=ContentType=")[^"]*', lambda found: found[0].upper(), types.decode())
    return main.encode(encoding)


def _parts_of(docx: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(BytesIO(docx)) as file:
        return [(name, file.read(name)) for name in file.namelist()]
