"""A filled-in Word form brought back to YAML, side by side with python-docx reading its cells."""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Sequence
from importlib.metadata import version
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from figures import Comparison, in_turn, show
from render import FORM, practice_of

from passportkit.__main__ import GARBAGE
from passportkit.forms import Catalogue, Form, bind
from passportkit.forms.unbind import unbind
from passportkit.intake import match, recognise
from passportkit.practice import new_file
from passportkit.rules import examine
from passportkit.source import read
from passportkit.source.dump import dump
from passportkit.word.read.body import read_document
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill

STAMPED = "docProps/custom.xml"

_signs = re.compile(
    rb"<w:[pr]Style [^>]*>|<(?:Override|Relationship) [^>]*%b[^>]*>" % re.escape(STAMPED.encode())
).sub
"""Styles of paragraphs and of words; what refers to the part with the stamp."""

SIZE = 82_000
"""In bytes of YAML: twenty pages on paper."""

ROUNDS = 8
BATCH = 5


def compare() -> list[Comparison]:
    """Compare the whole way from the document's bytes to the YAML with reading `cell.text`.

    Both look for garbage as seldom as a process of this program does.
    """
    usual = gc.get_threshold()
    gc.set_threshold(GARBAGE, *usual[1:])
    try:
        return _all_compared()
    finally:
        gc.set_threshold(*usual)


def _all_compared() -> list[Comparison]:
    catalogue = Catalogue()
    forms = [catalogue.form(name) for name in catalogue.names()]
    ours = _document(catalogue)
    return [
        _compared("import a passport of 20 pages", ours, forms, at_most=0.6),
        _compared("import it as a stranger's, by its words", _plain(ours), forms, at_most=0.6),
    ]


def _compared(what: str, content: bytes, forms: Sequence[Form], *, at_most: float) -> Comparison:
    def ours() -> str:
        paper = read_document(content)
        found = match(paper, recognise(paper, forms).form)
        assert not found.left
        return dump(new_file(unbind(found.form, found.values).facts))

    def theirs() -> int:
        tables = docx.Document(io.BytesIO(content)).tables
        cells = (cell for table in tables for row in table.rows for cell in row.cells)
        return sum(len(cell.text) for cell in cells)

    return Comparison(
        what,
        "recognise, take apart and write YAML",
        f"python-docx {version('python-docx')}, open and read `cell.text`",
        in_turn(ours, theirs, ROUNDS, BATCH),
        at_most,
    )


def _document(catalogue: Catalogue) -> bytes:
    form = catalogue.form(FORM)
    source = read(practice_of(SIZE), "practice.yaml")
    practice = examine(source, [form], catalogue=catalogue).practice
    assert practice is not None
    return fill(Templates().compiled(form), bind(form, practice))


def _plain(content: bytes) -> bytes:
    """Return a document in which nothing but words says what is what, and whose it is."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as ours, ZipFile(file, "w", ZIP_DEFLATED) as plain:
        for name in ours.namelist():
            if name != STAMPED:
                plain.writestr(name, _signs(b"", ours.read(name)))
    return file.getvalue()


if __name__ == "__main__":
    show(compare())
