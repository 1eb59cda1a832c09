"""The documents that there are to be mutated: all of the repository, and what is made by it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from passportkit import Toolkit
from passportkit.engine.exporting import export
from passportkit.practice import BUILT_IN
from passportkit.source import read
from tests.fuzz.package_words import parts_of, zipped
from tests.workbook.books import book

Kind = Literal["docx", "xlsx"]

ROOT = Path(__file__).parents[2]
_EXAMPLES = ROOT / "examples" / "practices"
_KEPT: dict[Kind, tuple[str, ...]] = {
    "docx": ("tests/corpus/*/document.docx", "tests/samples/*.docx", "templates/*/template.docx"),
    "xlsx": ("tests/corpus/*/document.xlsx",),
}
_USUAL_SIZE = 12_000
"""Bytes of a small document, which takes little time: large ones are drawn less often."""


class Seed(NamedTuple):
    """A document, and the practice that it is a correction of, if there is one."""

    content: bytes
    practice: bytes | None = None


@cache
def documents(kind: Kind = "docx") -> Mapping[str, Seed]:
    """Return documents by what they are called."""
    made = _rendered() if kind == "docx" else _sheets()
    return dict(sorted((*_kept(kind), *made)))


def draw(kind: Kind, chance: random.Random) -> tuple[str, Seed]:
    """Return a document and its name; small ones are drawn more often than large ones."""
    found = documents(kind)
    name = chance.choices(list(found), _weights(kind))[0]
    return name, found[name]


@cache
def _weights(kind: Kind) -> list[float]:
    sizes = [len(each.content) for each in documents(kind).values()]
    return [_USUAL_SIZE / (_USUAL_SIZE + size) for size in sizes]


def _kept(kind: Kind) -> Iterator[tuple[str, Seed]]:
    for pattern in _KEPT[kind]:
        for path in ROOT.glob(pattern):
            practice = path.with_name("practice.yaml")
            given = practice.read_bytes() if practice.exists() else None
            yield path.relative_to(ROOT).as_posix(), Seed(path.read_bytes(), given)


def _rendered() -> Iterator[tuple[str, Seed]]:
    """Yield every example in every form, and every form without answers."""
    kit = Toolkit()
    for form in kit.catalogue.names():
        yield f"{form}, blank", Seed(kit.blank(form))
        for path in _EXAMPLES.glob("*.yaml"):
            checked = kit.check(path, forms=form)
            if checked.practice and not checked.hindrances(draft=True):
                docx = kit.render(checked, form, draft=True)
                yield f"{form}, {path.stem}", Seed(docx, path.read_bytes())


def _sheets() -> Iterator[tuple[str, Seed]]:
    """Yield the tables of every example, and a workbook with whatever may stand beside cells."""
    for path in _EXAMPLES.glob("*.yaml"):
        practice = path.read_bytes()
        yield f"tables, {path.stem}", Seed(export(read(practice, path.name), BUILT_IN), practice)
    estimate = book({"Смета": _ROWS, "Черновик": _ROWS[:2]}, _furnish)
    parts = (part for part in parts_of(estimate).items() if not part[0].startswith("docProps/"))
    practice = (_EXAMPLES / "sosedskie-kluby.yaml").read_bytes()
    yield "an estimate with much beside it", Seed(zipped(parts), practice)


_ROWS = (
    ("Смета расходов",),
    ("№ п/п", "Статья расходов", "Кол-во", "Цена, руб.", "Сумма, руб.", "Источник"),
    ("1", "Столы складные", 24, 8500.5, "=C3*D3", "Грант"),
    ("2", "Охрана, 12 месяцев", 12, 4375, 52500, "Бюджет города"),
    ("Итого", None, None, None, 256512, None),
)


def _furnish(workbook: Any) -> None:
    """Put into a workbook what stands beside the values of its cells."""
    from openpyxl.comments import Comment

    sheet, draft = workbook.worksheets
    sheet["B3"].comment = Comment("Дорого", "Рецензент")
    sheet["B4"].hyperlink = "https://ohrana.example.org"
    sheet["D3"].number_format = "0.0"
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("A5:D5")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["F"].hidden = True
    sheet.oddHeader.center.text = "Приложение"
    draft.sheet_state = "hidden"
