"""Every word of every practice stands in its document, in order, and nothing else does.

The documents are read back with docx2python, which has nothing in common with what wrote them.
"""

import io
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from docx2python import docx2python

from passportkit.forms import Catalogue, Filled, Form, bind, blank
from passportkit.practice import Practice
from passportkit.rules import examine, wanted_forms
from passportkit.source import read
from passportkit.text import Line
from passportkit.word.package.names import w
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.word.conftest import GRID, SECTIONS, form_of
from tests.word.document import Document
from tests.word.expected import paragraphs

CATALOGUE = Catalogue()
TEMPLATES = Templates()
PRACTICES = sorted((Path(__file__).parents[2] / "examples" / "practices").glob("*.yaml"))

OFFICIAL = [CATALOGUE.form(name) for name in CATALOGUE.names()]
MIXED = [
    form_of(SECTIONS),
    form_of(SECTIONS.replace('row-number: "1."', 'row-number: "1.1."')),
    form_of(SECTIONS.replace("profile: {", "profile: {orientation: landscape, ")),
    form_of(GRID),
    form_of(GRID.replace("head-after: 1", "head-after: 0")),
    form_of(GRID.replace("layout: grid", "layout: grid\nprofile: {orientation: landscape}")),
]


@cache
def practice_of(path: Path) -> Practice:
    return practice(path.read_bytes())


def practice(content: bytes) -> Practice:
    """Return a practice that may lack what forms ask for."""
    examined = examine(read(content, "практика.yaml"), [], catalogue=CATALOGUE)
    assert examined.practice
    return examined.practice


def pairs() -> list[tuple[Path, Form]]:
    return [
        (path, CATALOGUE.form(name))
        for path in PRACTICES
        for name in wanted_forms(read(path.read_bytes(), path.name)) or ()
    ]


def document(form: Form, filled: Filled) -> bytes:
    return fill(TEMPLATES.compiled(form), filled)


def read_back(docx: bytes) -> list[str]:
    """Return every paragraph that has words as docx2python reads it, links as their words."""
    with docx2python(io.BytesIO(docx), duplicate_merged_cells=False) as found:
        every = [
            paragraph for table in found.body for row in table for cell in row for paragraph in cell
        ]
    unlinked = (re.sub(r'<a href="[^"]*">(.*?)</a>', r"\1", each) for each in every)
    return [each.rstrip(" ") for each in unlinked if each.strip()]


def marked(line: Line) -> str:
    """Return what docx2python makes of the head of a line: it knows no delimiter but one."""
    mark = {"paragraph": "", "bullet": "--\t"}.get(line.kind, f"{line.number})\t")
    return "\t" * line.level + mark if mark else ""


@pytest.mark.parametrize(
    ("path", "form"), pairs(), ids=[f"{path.stem}-{form.name}" for path, form in pairs()]
)
def test_every_word_of_an_example_stands_in_each_of_its_forms(path: Path, form: Form) -> None:
    filled = bind(form, practice_of(path))
    assert read_back(document(form, filled)) == paragraphs(form, filled, marked)


@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", OFFICIAL, ids=lambda form: form.name)
def test_any_practice_may_be_drafted_in_any_form(path: Path, form: Form) -> None:
    filled = bind(form, practice_of(path), draft=True)
    docx = document(form, filled)
    assert read_back(docx) == paragraphs(form, filled, marked)
    assert Document(docx).faults() == []


@pytest.mark.parametrize("form", MIXED, ids=lambda form: form.name)
def test_a_form_of_ones_own_may_mix_what_no_official_one_mixes(form: Form) -> None:
    filled = bind(form, practice_of(PRACTICES[0]), draft=True)
    docx = document(form, filled)
    assert read_back(docx) == paragraphs(form, filled, marked)
    assert Document(docx).faults() == []


@pytest.mark.parametrize("form", [*OFFICIAL, *MIXED], ids=lambda form: form.name)
def test_a_blank_form_has_a_hint_in_each_place(form: Form) -> None:
    docx = document(form, blank(form))
    assert read_back(docx) == paragraphs(form, blank(form))
    assert Document(docx).faults() == []


ODD = {
    "title": 'Клуб «Ключ» & <b>"Ко"</b> ]]> {{ 7*7 }}',
    "territory": "{% raw %} {% endfor %} {{ row.number }} {# нет #} ${x} &amp; &lt;",
    "summary": "👩‍👩‍👧 😀 ё й е\u0301 \u202fузкий\u00a0пробел\u00a0" + "слово " * 3400 + "конец",
    "preconditions": "\u00a0в начале\nдо\tпосле\t\tконца\n7. семь\n8. восемь\n3) три\n  - внутри",
    "goals": "\\*не курсив\\* и \\- не список\n**жирно** *косо*",
    "costs": [
        {"item": f"{{{{ {n} }}}} & <i>", "amount": "5 000,00", "source": "]]>"} for n in (1, 2)
    ],
    "results": [{"indicator": "<участники>", "unit": "чел.", "value": "более\u00a0100"}],
    "problems": ["]]>", "<?xml?>", "<!-- -->", "&#10;", "None", "{{"],
}


@pytest.mark.parametrize("form", [*OFFICIAL, *MIXED], ids=lambda form: form.name)
def test_odd_words_stand_in_each_form_as_they_were_written(form: Form) -> None:
    content = yaml.dump({"passport": 1, **ODD}, Dumper=yaml.CDumper, allow_unicode=True)
    filled = bind(form, practice(content.encode()))
    docx = document(form, filled)
    assert read_back(docx) == paragraphs(form, filled, marked)
    read = Document(docx)
    assert read.faults() == []
    assert read.title == ODD["title"]


def test_five_hundred_rows_come_back_with_their_sums_and_shared_sources() -> None:
    costs = [
        {"item": f"Статья {n}", "amount": f"{n} 000,00", "source": f"Грант {n // 7}"}
        for n in range(1, 501)
    ]
    content = yaml.dump(
        {"passport": 1, "title": "Клуб", "costs": costs}, Dumper=yaml.CDumper, allow_unicode=True
    )
    form = CATALOGUE.form("practice-passport")
    filled = bind(form, practice(content.encode()))
    docx = document(form, filled)
    assert read_back(docx) == paragraphs(form, filled, marked)
    assert Document(docx).faults() == []


@pytest.mark.parametrize("form", OFFICIAL, ids=lambda form: form.name)
def test_an_official_form_is_on_an_upright_sheet_in_its_font(form: Form) -> None:
    read = Document(document(form, blank(form)))
    page = read.body.find(w("sectPr"))
    size = page.find(w("pgSz"))
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")
    margins = [round(int(page.find(w("pgMar")).get(w(side))) / 56.7) for side in SIDES]
    assert margins == list(form.profile.margins)
    normal = next(read.tree("word/styles.xml").iter(w("style"))).find(w("rPr"))
    assert normal.find(w("rFonts")).get(w("ascii")) == form.profile.font
    assert int(normal.find(w("sz")).get(w("val"))) == 2 * form.profile.size
    assert normal.find(w("lang")).get(w("val")) == "ru-RU"


SIDES = ("top", "right", "bottom", "left")
