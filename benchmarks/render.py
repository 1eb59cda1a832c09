"""A practice read, checked and rendered, side by side with docxtpl filling the same form.

docxtpl gets the words ready bound, from a template with the same cells and row loops.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import docx
import yaml
from docxtpl import DocxTemplate
from figures import Comparison, in_turn, show

from passportkit.forms import Catalogue, Filled, Form, bind
from passportkit.rules import examine
from passportkit.source import read
from passportkit.word.template.build import build
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill

EXAMPLE = Path(__file__).parents[1] / "examples" / "practices" / "forum-prokhodnaya.yaml"
FORM = "practice-passport"
SIZE = 24_000
ROUNDS = 8
BATCH = 10
"""How many times one of the two runs before the other has its turn."""


def compare() -> list[Comparison]:
    """Compare everything that ours does with the filling alone."""
    catalogue = Catalogue()
    form = catalogue.form(FORM)
    content = practice_of(SIZE)
    compiled = Templates().compiled(form)

    def ours() -> bytes:
        examined = examine(read(content, "practice.yaml"), [form], catalogue=catalogue)
        assert examined.practice is not None
        assert not examined.errors
        return fill(compiled, bind(form, examined.practice))

    practice = examine(read(content, "practice.yaml"), [form], catalogue=catalogue).practice
    assert practice is not None
    theirs = docxtpl_filler(form, bind(form, practice))
    return [
        Comparison(
            f"render a practice of {len(content) / 1000:.0f} KB",
            "read, check, bind and fill",
            f"docxtpl {version('docxtpl')}, fill only",
            in_turn(ours, theirs, ROUNDS, BATCH),
        )
    ]


def practice_of(size: int) -> bytes:
    """Return the example, its activities repeated until the file has `size` bytes."""
    data = yaml.load(EXAMPLE.read_bytes(), yaml.CBaseLoader)
    activities = list(data["activities"])
    while len(content := _dump(data)) < size:
        data["activities"].append(dict(activities[len(data["activities"]) % len(activities)]))
    return content


def _dump(data: Any) -> bytes:
    return yaml.dump(data, Dumper=yaml.CDumper, allow_unicode=True, sort_keys=False).encode()


def docxtpl_filler(form: Form, filled: Filled) -> Callable[[], bytes]:
    """Return what fills docxtpl's template of `form` with the same words."""
    template = docxtpl_template(build(form))
    context = {
        key: [dict(row) for row in value] if isinstance(value, list) else value
        for key, value in filled.values.items()
    }

    def work() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, autoescape=True)
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()

    return work


def docxtpl_template(ours: bytes) -> bytes:
    """Turn our template into docxtpl's: its loops stand in rows of their own."""
    document = docx.Document(io.BytesIO(ours))
    for table in document.tables:
        for row in list(table.rows):
            loop = next((c.text for c in row.cells if "{% for" in c.text), None)
            if loop:
                _loop(row, loop[: loop.index("%}") + 2])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _loop(row: Any, opening: str) -> None:
    from copy import deepcopy

    for cell in row.cells:
        paragraph = cell.paragraphs[0]
        words = paragraph.text.replace(opening, "").replace("{% endfor %}", "")
        paragraph.text = words.replace("|merge", "")
    for words, place in ((opening, "addprevious"), ("{% endfor %}", "addnext")):
        extra = deepcopy(row._tr)
        getattr(row._tr, place)(extra)
        cells = docx.table._Row(extra, row._parent).cells
        for cell in cells:
            cell.paragraphs[0].text = ""
        cells[0].paragraphs[0].text = words.replace("{%", "{%tr")


if __name__ == "__main__":
    show(compare())
