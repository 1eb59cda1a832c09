"""What a saved page says, and what of it nobody is meant to read."""

from __future__ import annotations

import pytest

from passportkit.errors import CannotGoOn
from passportkit.paper import Paragraph, PassedOver, Table
from passportkit.paper.model import texts_of
from passportkit.paper.page.page import read_page
from tests.paper.shown import shown

KEY = "0f3c7c1e-5d1a-4a7e-9f0b-2b6f0c1d9e88"


def read(page: str) -> list[str]:
    return shown(read_page(page.encode()).blocks)


@pytest.mark.parametrize(
    ("page", "expected"),
    {
        "paragraphs": ("<p>Первый\nабзац</p><p>Второй", ["Первый абзац", "Второй"]),
        "lines": ("<p>Первая<br>вторая<br/>третья</p>", ["Первая\nвторая\nтретья"]),
        "headings": ("<h1>Имя</h1><h2><b>Цель</b></h2>", ["heading 1| Имя", "heading 2| Цель"]),
        "entities": ("<p>&laquo;Дом&raquo;&nbsp;№&nbsp;1 &lt;b&gt;", ["«Дом»\xa0№\xa01 <b>"]),
        "blank paragraphs": ("<p>&nbsp;</p><p> </p><p>Слово&nbsp;</p>", ["Слово"]),
        "emphasis": ("<p>Это <b>важно</b> и <em>верно</em>.</p>", ["Это **важно** и *верно*."]),
        "looks": ("<p><b>Всё жирно</b></p>", ["Всё жирно"]),
        "emphasis by style": (
            '<p>Это <span style="font-weight: bold">важно</span></p>',
            ["Это **важно**"],
        ),
        "links": (
            '<p><a href="https://example.org/a">Отчёт</a> и <a href="/b">другой</a></p>',
            ["[Отчёт](https://example.org/a) и другой"],
        ),
        "bare addresses": (
            '<p>См. <a href="https://example.org/?from=site">https://example.org/</a></p>',
            ["См. https://example.org/"],
        ),
        "addresses in pieces": (
            "<p>см. i<span>van@exam</span>ple.org и https://exa<font>mple.org/a</font></p>",
            ["см. ivan@example.org и https://example.org/a"],
        ),
        "signs": ("<p>2 * 3 *важно* [1](2)</p>", [r"2 \* 3 \*важно\* \[1\](2)"]),
        "lists": ("<ul><li>Первое<li>Второе</ul>", ["- Первое", "- Второе"]),
        "numbers": (
            '<ol start="3"><li>Три</li><li><p>Четыре</p></li></ol>',
            ["3. Три", "4. Четыре"],
        ),
        "markers in lists": ("<ul><li>- Раз<li>1) Два</ul>", ["- Раз", "- 1) Два"]),
        "lists in lists": (
            "<ol><li>Раз<ul><li>внутри</li><li>ещё</li></ul></li><li>Два</li></ol>",
            ["1. Раз\n  - внутри\n  - ещё", "2. Два"],
        ),
        "markers by hand": (
            "<p>• первое<br>- второе<br>1) третье</p>",
            ["- первое\n- второе\n1) третье"],
        ),
        "labels and values": (
            "<ul><li><span>Конкурс</span> <b>Первый 2019</b></li></ul>"
            "<div><span>Номер заявки</span><span>19-1-000001</span></div>"
            "<dl><dt>ИНН<dd>7707083893</dl>",
            ["- Конкурс Первый 2019", "Номер заявки 19-1-000001", "ИНН", "7707083893"],
        ),
        "places where a word may break": (
            "<p>Свет<wbr>лоречье&shy;град и&#8203;Ко&NoBreak;</p>",
            ["Светлоречьеград иКо"],
        ),
        "quotations": ("<p>Зовут <q>Мой <b>дом</b></q>.</p>", ["Зовут «Мой **дом**»."]),
        "lists beside their items": (
            "<ul><li>Раз</li><ul><li>внутри<ol><li>глубже</ol></ul><li>Два</ul>",
            ["- Раз\n  - внутри\n    1. глубже", "- Два"],
        ),
        "pre": ("<pre>Раз\nДва</pre>", ["Раз\nДва"]),
        "an item of two paragraphs, and a list within it": (
            "<ul><li><p>Раз</p><p>ещё</p><ul><li><p>внутри</p><li>там же</ul></li><li>Два</ul>",
            ["- Раз", "ещё", "  - внутри\n  - там же", "- Два"],
        ),
        "a list within an item that has no words": (
            "<ul><li><ul><li>Раз</ul></li></ul>",
            ["- Раз"],
        ),
        "glosses": (
            "<p><ruby>лыжня<rp>[</rp><rt>след</rt><rp>]</rp>снег<rt> </rt></ruby> да</p>",
            ["лыжня (след)снег да"],
        ),
        "fields of a form": (
            "<p>Лыжи <input value='в лесу'> <textarea>\nи в парке\nзимой</textarea>"
            "<select><option value=''>Выберите<option>да<option selected>нет</select></p>",
            ["Лыжи в лесу и в парке\nзимой нет"],
        ),
        "a field beside its name": (
            "<div><label>Цель</label><input type='TEXT' value='Лес'></div>",
            ["Цель Лес"],
        ),
        "choices": (
            "<p><select><option>да<option>нет</select><select multiple><option>все</select>"
            "<select multiple><option selected>раз<option selected>два</select></p>",
            ["да раз, два"],
        ),
        "fields that show no words": (
            "<p>а<input type='hidden' value='б'><input type=password value='в'>"
            "<input type=checkbox value='г'><input type=submit value='д'><input></p>",
            ["а"],
        ),
        "powers and indices": ("<p>10<sup>3</sup> и x<sub>2</sub></p>", ["10³ и x₂"]),
        "symbol fonts": (
            '<p><font face="Wingdings">ü <font face="Arial">ü</font></font> да',
            ["✓ ü да"],
        ),
    }.values(),
)
def test_words(page, expected):
    assert read(page) == expected


@pytest.mark.parametrize(
    "chrome",
    [
        "<script>var a = 1</script>",
        "<style>p {}</style>",
        "<nav><a href='/'>Главная</a></nav>",
        "<header><a>Логотип</a></header>",
        "<div class='site-footer'>Телефон сайта</div>",
        "<div role='navigation'>Меню</div>",
        "<footer>© 2019</footer>",
        "<form><p>Поиск</p><button>Найти</button></form>",
        "<p hidden>Тайное</p>",
        "<p style='display: none'>Тайное</p>",
        "<noscript>Включите скрипты</noscript>",
        "<!-- примечание -->",
        "http://www.w3.org/1999/xlink http://www.w3.org/1999/xlink",
    ],
)
def test_what_is_not_the_document(chrome):
    assert read(f"<p>До</p>{chrome}<p>После</p>") == ["До", "После"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<span style='display:none'>тайно<script>var a</script></span>",
        "<b hidden>тайно</b>",
        "<p hidden>тайно</p>",
        "<span style='mso-hide:all'>тайно</span>",
    ],
)
def test_hidden_words_among_others_are_told(hidden):
    paper = read_page(f"<meta charset=utf-8><div>До {hidden} после</div>".encode())
    assert [(each.kind, each.words) for each in paper.passed_over] == [("hidden", "тайно")]
    assert "тайно" not in "".join(texts_of(paper.blocks))


@pytest.mark.parametrize(
    "hidden",
    [
        "<ul style='display:none'><li>Новости</ul>",
        "<div hidden>Окно сайта</div>",
        "<span class='menu' hidden>Новости</span>",
        "<nav><a hidden>Новости</a></nav>",
        "<span hidden> </span>",
        "<input hidden value='а'>",
        "<select hidden><option>а</select>",
        "<a hidden>Скачать</a>",
    ],
)
def test_what_a_site_hides_with_all_that_it_contains_is_no_words(hidden):
    paper = read_page(f"<meta charset=utf-8><p>До</p>{hidden}<p>После</p>".encode())
    assert (paper.passed_over, list(texts_of(paper.blocks))) == ((), ["До", "После"])


def test_what_holds_a_title_is_the_document():
    page = "<form id='aspnetForm'><header class='menu'><h1>Дом</h1></header><p>Слова</p></form>"
    assert read(page) == ["heading 1| Дом", "Слова"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<p>{&quot;address&quot;:&quot;г. Орёл, д 1&quot;,&quot;apiKey&quot;:&quot;KEY&quot;}",
            "г. Орёл, д 1",
        ),
        ('<p>{"yandexApiKey": "KEY", "address": "г. Орёл", "zoom": 12}', "г. Орёл"),
        (
            '<p>Адрес: {"address":"г. Орёл","apiKey":"KEY"} (вход со двора)',
            "Адрес: г. Орёл (вход со двора)",
        ),
        ('<p>{"address":"г. Орёл","yandexApiKey":"KEY', "г. Орёл"),
        ("<p>{«address»:«г. Орёл»,«yandexApiKey»:«KEY»}", "г. Орёл"),
        ('<p>{"balloon":"Мы здесь","apikey":"KEY"}', "Мы здесь"),
        ("<p>г. Орёл yandexApiKey: KEY", "г. Орёл"),
        ('<p data-map=\'{"apiKey":"KEY"}\'>г. Орёл KEY', "г. Орёл"),
        ("<script>ymaps.load({apikey: 'KEY'})</script><p>г. Орёл<b> KEY</b>", "г. Орёл"),
        ('<p><a href="https://maps.example.org/?apikey=KEY">г. Орёл</a>', "г. Орёл"),
        ('<p><img src="https://maps.example.org/?key=KEY">г. Орёл', "г. Орёл"),
    ],
)
def test_the_key_of_a_map_never_comes_along(page, expected):
    assert read(page.replace("KEY", KEY)) == [expected]


def test_tables_keep_their_grid():
    page = (
        "<table><thead><tr><th>№<th>Статья<th>Источник</thead>"
        "<tr><td>1<td>Афиша<td rowspan=2>Бюджет<tr><td>2<td>Чай"
        "<tr><td colspan=3>ИТОГО: 2</table>"
    )
    (table,) = read_page(page.encode()).blocks
    assert isinstance(table, Table)
    assert [[(cell.column, cell.span, cell.merge) for cell in row.cells] for row in table.rows] == [
        [(0, 1, ""), (1, 1, ""), (2, 1, "")],
        [(0, 1, ""), (1, 1, ""), (2, 1, "restart")],
        [(0, 1, ""), (1, 1, ""), (2, 1, "continue")],
        [(0, 3, "")],
    ]
    assert [row.is_head for row in table.rows] == [True, False, False, False]
    assert shown([table]) == [
        "№ | Статья | Источник",
        "1 | Афиша | Бюджет",
        "2 | Чай | ",
        "ИТОГО: 2",
    ]


def test_a_table_for_the_looks_of_a_page_is_none():
    page = "<table><tr><td>Меню слева<td><h1>Дом</h1><table><tr><td>а<td>б</table></table>"
    assert read(page) == ["Меню слева", "heading 1| Дом", "а | б"]


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<!--[if gte mso 9]><xml><o:Template>Normal</o:Template></xml><![endif]--></head><body>
<h1 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Территория<o:p></o:p></h1>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span>
<![endif]>Первый пункт</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1)<span>&nbsp; </span></span><![endif]>Внутри</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<div style='mso-element:comment-list'><p>Кто-то: проверить</p></div></body></html>"""


def test_a_document_that_word_has_saved_as_a_page():
    assert read(WORD) == ["heading 1| Территория", "- Первый пункт\n  1) Внутри"]


MESSAGE = b"""MIME-Version: 1.0
Content-Type: multipart/related; boundary="----=_NextPart"

------=_NextPart
Content-Type: text/html; charset="windows-1251"
Content-Transfer-Encoding: quoted-printable

<p>=C4=EE=EC=
 =E1=E5=E7 =EA=EB=FE=F7=E0</p>

------=_NextPart
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=

------=_NextPart--
"""


def test_a_page_saved_in_one_file():
    assert shown(read_page(MESSAGE).blocks) == ["Дом без ключа"]


def test_heads_of_a_message_are_in_any_order_and_case():
    of_page, transfer = b"Content-Type: text/html", b"Content-Transfer-Encoding: quoted-printable"
    message = b"MIME-Version: 1.0\n\n--b\n%b\n%b\n\n<p>=41\n--b--\n"
    assert shown(read_page(message % (of_page, transfer)).blocks) == ["A"]
    assert shown(read_page(message % (transfer, of_page.lower())).blocks) == ["A"]


def test_pictures_are_counted():
    page = b"<p><img src=a.png alt='&#1056;&#1086;&#1097;&#1072;'>x<img src=b.png>"
    assert read_page(page).passed_over == (PassedOver("picture", "Роща"), PassedOver("picture"))


def test_an_empty_page_says_nothing():
    assert read_page(b"").blocks == read_page(b"<!-- -->").blocks == []


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 50_000 + b"x",
        b"<br>" * 200_000,
        b"<p " + b" ".join(b"a%d" % n for n in range(200_000)) + b">x",
        "<p>слово".encode() * 1_000_000,
    ],
    ids=["depth", "tags", "attributes", "size"],
)
def test_what_would_take_all_time_and_memory_is_refused(page):
    with pytest.raises(CannotGoOn):
        read_page(page)


def test_nothing_is_fetched_and_no_entity_expands():
    page = b'<!DOCTYPE html SYSTEM "http://localhost:9/x" [<!ENTITY a "bb">]><p>&a;</p><p>c</p>'
    assert shown(read_page(page).blocks)[-1] == "c"


def test_deep_pages_of_real_life_are_read():
    (paragraph,) = read_page(b"<font>" * 1500 + "Слово".encode()).blocks
    assert paragraph == Paragraph("Слово")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>График <svg><text>Урожай 40</text></svg></p>", ["Урожай 40"]),
        (
            "<svg><g><text x='1'><tspan>2023</tspan></text></g></svg><svg><text>б</text></svg>",
            ["2023", "б"],
        ),
        ("<div><svg viewBox='0 0 9 9'><title>Меню</title><path d='M0'/></svg>Слово</div>", []),
        ("<svg><text> </text></svg>", []),
    ],
)
def test_drawings_with_words_are_told(page, words):
    assert read_page(page.encode()).passed_over == tuple(
        PassedOver("drawing", each) for each in words
    )


def test_a_formula_as_deep_as_a_page_may_be():
    deep = "<msqrt>" * 200 + "<mi>x</mi>" + "</msqrt>" * 200
    (said,) = read(f"<p>Доля <math>{deep}</math></p>")
    assert said.startswith("Доля √")
    assert said.count("x") == 1


def test_words_that_are_struck_out_are_told():
    paper = read_page("<p>Сад <s>на <b>земле</b></s> <del> </del>на крыше</p>".encode())
    assert shown(paper.blocks) == ["Сад на крыше"]
    assert paper.passed_over == (PassedOver("struck", "на земле"),)
