"""Pages and pasted texts that grow."""

from __future__ import annotations

from collections.abc import Callable

from growing import Kind, Work
from inputs import many

from passportkit.engine.importing import Choice, read_paper


def _page(begin: str, each: str) -> Callable[[int], Work]:
    def made(size: int) -> Work:
        content = f"<html><body>{begin}{many(each, size)}<p>Соседи</p></body></html>".encode()
        return lambda: read_paper(content, "a.html", Choice([]))

    return made


def _head(each: str) -> Callable[[int], Work]:
    def made(size: int) -> Work:
        body = "<body><p class='a b'>Соседи</p>" + "<p class=a>Дом</p>" * 100
        content = f"<html><head>{each * size}</head>{body}</body></html>".encode()
        return lambda: read_paper(content, "a.html", Choice([]))

    return made


def _message(each: str) -> Callable[[int], Work]:
    def made(size: int) -> Work:
        head = "MIME-Version: 1.0\r\n\r\n" + each.replace("\n", "\r\n") * size
        page = "\r\n--a\r\nContent-Type: text/html\r\n\r\n<html><body>Соседи</body></html>\r\n--a--"
        content = (head + page).encode()
        return lambda: read_paper(content, "a.mht", Choice([]))

    return made


def _pasted(each: str) -> Callable[[int], Work]:
    def made(size: int) -> Work:
        content = f"Соседи\n{many(each, size)}".encode()
        return lambda: read_paper(content, "a.txt", Choice([]))

    return made


_PAGES = (
    Kind("paragraphs of a page", "paragraph", _page("", "<p>Соседи {n}</p>")),
    Kind("unclosed paragraphs", "paragraph", _page("", "<p>Соседи")),
    Kind("words in bold", "word", _page("<p>", "<b>а</b> б ")),
    Kind("nested boxes", "box", _page("", "<div>" * 50 + "а" + "</div>" * 50), size=50, most=100),
    Kind(
        "nested boxes with words",
        "box",
        _page("", "<div>а" * 50 + "</div>" * 50),
        size=50,
        most=100,
    ),
    Kind("items of a page", "item", _page("<ul>", "<li>Соседи")),
    Kind("nested lists", "list", _page("", "<ul><li>а" * 20 + "</ul>" * 20), size=50, most=100),
    Kind("rows of a page", "row", _page("<table>", "<tr><td>а<td>б {n}</tr>")),
    Kind("cells of a page", "cell", _page("<table><tr>", "<td>а</td>")),
    Kind("cells over rows", "row", _page("<table>", "<tr><td rowspan=9>а<td>б</tr>")),
    Kind("tables of a page", "table", _page("", "<table><tr><td>а</table>")),
    Kind(
        "nested tables",
        "table",
        _page("", "<table><tr><td>а" * 10 + "</table>" * 10),
        size=50,
        most=100,
    ),
    Kind("entities", "entity", _page("<p>", "&amp;&laquo;")),
    Kind("line ends of a page", "line", _page("<p>", "а<br>")),
    Kind("links of a page", "link", _page("<p>", "<a href='https://a.example.org/б'>а</a> ")),
    Kind("comments of a page", "comment", _page("", "<!-- а -->"), most=4_000),
    Kind("unclosed comments", "comment", _page("", "<!-- а"), most=4_000),
    Kind("objects of programs", "object", _page("<p>", '{"а": "б"} ')),
    Kind("keys of programs", "key", _page("<p>", "apikey=abcdefgh{n} ")),
    Kind(
        "styles of words", "word", _page("", "<span style='text-decoration:line-through'>а</span>")
    ),
    Kind(
        "formulas",
        "formula",
        _page("<p>", "<math><mi>x</mi><mo>+</mo><mn>1</mn></math>"),
        most=2_000,
    ),
    Kind("menus", "menu", _page("", "<div class=menu><a href='/'>а</a></div>")),
    Kind("sheets of a page", "sheet", _head("<style>.a{text-decoration:line-through}</style>")),
    Kind("unclosed sheets", "sheet", _head("<style>"), most=4_000),
    Kind(
        "rules of a class",
        "rule",
        lambda n: _head(f"<style>{'.a{font-family:Symbol}' * n}</style>")(1),
    ),
    Kind("declarations", "tag", _head("<meta name='a'>")),
    Kind("unclosed comments of a head", "comment", _head("<!-- charset = "), most=500, size=250),
    Kind("parts of a message", "part", _message("--a\nContent-Type: image/png\n\nа\n")),
    Kind("boundaries of a message", "line", _message("--a\n")),
    Kind("pasted lines", "line", _pasted("Соседи {n}\n")),
    Kind("pasted items", "item", _pasted("- соседи\n")),
    Kind("pasted cells", "row", _pasted("{n}\tа\tб\n")),
    Kind("a pasted line", "word", _pasted("соседи ")),
    Kind("pasted addresses", "address", _pasted("https://a.b/")),
    Kind("pasted dots", "dot", _pasted(".")),
    Kind("pasted brackets", "bracket", _pasted("[bookmark: ")),
    Kind("pasted blanks", "blank", _pasted("  а")),
)

MOST = 4_000
"""Units of a page, at most: a page with very much in it is refused."""

PAGES = tuple(kind._replace(most=min(kind.most, MOST)) for kind in _PAGES)
