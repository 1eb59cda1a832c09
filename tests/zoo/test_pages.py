"""The project card as sites show it, and as people copy it off them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

import pytest

from passportkit.forms.model import Section
from passportkit.paper.page.page import read_page
from passportkit.paper.pasted.pasted import read_pasted
from passportkit.text import Line, parse
from tests.zoo.answers import Answers, answers
from tests.zoo.comparison import faults

KEY = "0f3c7c1e-5d1a-4a7e-9f0b-2b6f0c1d9e88"
CARDS = ("grant-card-won", "grant-card-declined")


@dataclass(frozen=True)
class Page:
    """One way to lay out a card: patterns for a status, a title, a line, a section, an item."""

    line: str = "<li><span>{label}</span> <b>{value}</b></li>"
    lines: str = "<ul>{}</ul>"
    heading: str = "<h2>{}</h2>"
    title: str = "<h1>{}</h1>"
    status: str = "<p>{label} {value}</p>"
    text: str = "<p>{}</p>"
    item: str = "<li>{}</li>"
    items: str = "<{tag}>{inner}</{tag}>"
    page: str = '<html><head><meta charset="utf-8"><title>Сайт</title></head><body>{}</body></html>'
    contact: str = "{}"
    encoding: str = "utf-8"


SITE = (
    "<html><head><meta charset='utf-8'><script>var apiKey = 'KEY';</script></head><body>"
    "<header><a href='/'>Фонд</a><nav><ul><li><a href='/news'>Новости</a></ul></nav></header>"
    "<form action='/search'><input name=q><button>Найти</button></form><main>{}</main>"
    "<footer><p>Телефон фонда 8 800 000-00-00</p></footer></body></html>"
).replace("KEY", KEY)

PAGES = {
    "a list": Page(),
    "no blank between label and value": Page(line="<li><span>{label}</span><b>{value}</b></li>"),
    "definitions": Page(line="<dt>{label}</dt><dd>{value}</dd>", lines="<dl>{}</dl>"),
    "a table": Page(line="<tr><td>{label}<td>{value}", lines="<table>{}</table>"),
    "a table with heads": Page(
        line="<tr><th>{label}</th><td>{value}</td></tr>", lines="<table>{}</table>"
    ),
    "blocks": Page(line="<div><div>{label}</div><div>{value}</div></div>", lines="<div>{}</div>"),
    "blocks with a colon": Page(line="<div><b>{label}:</b> {value}</div>", lines="{}"),
    "fields of a form": Page(line="<div><label>{label}</label><p>{value}</p></div>", lines="{}"),
    "struck out": Page(title="<h1>{}<del>лишнее</del></h1>"),
    "paragraphs": Page(line="<p><strong>{label}</strong> {value}</p>", lines="{}"),
    "broken lines": Page(line="<span>{label}</span> {value}<br>", lines="<p>{}</p>"),
    "broken pairs": Page(line="<p><b>{label}</b><br>{value}</p>", lines="{}"),
    "headings of the third level": Page(heading="<h3>{}</h3>"),
    "headings without heading": Page(heading="<div class='section__title'>{}</div>"),
    "headings in bold": Page(heading="<p><b>{}</b></p>"),
    "headings with a colon": Page(heading="<h2>{}:</h2>"),
    "headings with an anchor": Page(heading="<h2><a name='x' href='#x'>{}</a></h2>"),
    "a title without heading": Page(title="<div class='title'>{}</div>"),
    "a title in bold": Page(title="<p><b>{}</b></p>"),
    "items in paragraphs": Page(item="<li><p>{}</p></li>"),
    "words in blocks": Page(text="<div>{}</div>"),
    "words in broken lines": Page(text="{}<br>", heading="<h2>{}</h2>"),
    "a site around": Page(page=SITE),
    "a form around": Page(page="<html><body><form id='aspnetForm'>{}</form></body></html>"),
    "JSON with a key": Page(contact=f'{{"address":"{{}}","yandexApiKey":"{KEY}"}}'),
    "JSON escaped twice": Page(contact="{&quot;address&quot;:&quot;{}&quot;}"),
    "windows-1251": Page(
        page="<html><head><meta charset=windows-1251></head><body>{}</body></html>",
        encoding="cp1251",
    ),
    "utf-16": Page(encoding="utf-16"),
}


class Drawing:
    """A card as a page."""

    def __init__(self, drawn: Answers, page: Page) -> None:
        self.form, self.values = drawn
        self.page = page

    def document(self) -> bytes:
        body = "".join(self._section(section) for section in self.form.sections)
        return self.page.page.replace("{}", body).encode(self.page.encoding)

    def _section(self, section: Section) -> str:
        [block] = section.content
        if block.parts:
            return self._lines([(part.label, str(self.values[part.key])) for part in block.parts])
        text = str(self.values[block.key])
        if section.heading is None:
            return self.page.title.replace("{}", escape(text))
        if block.key == "organization_address":
            words = self.page.contact.replace("{}", escape(text))
            return self._heading(section) + self.page.text.replace("{}", words)
        return self._heading(section) + "".join(self._words(parse(text))) if text else ""

    def _heading(self, section: Section) -> str:
        return self.page.heading.replace("{}", section.heading or "")

    def _lines(self, pairs: Sequence[tuple[str, str]]) -> str:
        pairs = [(label, escape(value)) for label, value in pairs if value]
        if len(pairs) == 1:
            [(label, value)] = pairs
            return self.page.status.format(label=label, value=value)
        inner = "".join(self.page.line.format(label=a, value=b) for a, b in pairs)
        return self.page.lines.replace("{}", inner)

    def _words(self, lines: Sequence[Line]) -> Iterator[str]:
        items = ""
        for line in (*lines, None):
            words = escape("".join(span.text for span in line.spans)) if line else ""
            if line and line.kind == "bullet":
                items += self.page.item.replace("{}", words)
                continue
            if items:
                yield self.page.items.format(tag="ul", inner=items)
                items = ""
            if line:
                marker = f"{line.number}{line.delimiter} " if line.kind == "number" else ""
                yield self.page.text.replace("{}", marker + words)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_pages(page, card):
    drawn = answers(card)
    paper = read_page(Drawing(drawn, page).document())
    assert KEY not in str(paper)
    found = faults(paper, drawn)
    assert not found, "\n".join(found)


TEXTS: dict[str, Callable[[str, str], str]] = {
    "label and value": lambda label, value: f"{label} {value}\n",
    "bullets": lambda label, value: f"  • {label} {value}\n",
    "label with a colon": lambda label, value: f"{label.rstrip(':')}: {value}\n",
    "label over value": lambda label, value: f"{label}\n{value}\n\n",
    "tab": lambda label, value: f"{label}\t{value}\n",
}


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("line", TEXTS.values(), ids=TEXTS)
def test_copied_texts(line, card):
    drawn = answers(card)
    text = ""
    for section in drawn.form.sections:
        [block] = section.content
        if block.parts:
            pairs = [(part.label, str(drawn.values[part.key])) for part in block.parts]
            text += "".join(line(label, value) for label, value in pairs if value) + "\n"
        elif drawn.values[block.key]:
            heading = f"{section.heading}\n\n" if section.heading else ""
            text += f"{heading}{drawn.values[block.key]}\n\n"
    found = faults(read_pasted(text.replace("\n", "\r\n")), drawn)
    assert not found, "\n".join(found)
