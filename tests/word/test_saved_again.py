"""A document that LibreOffice has opened and saved reads as it did before, stamp and all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from passportkit.forms import Catalogue, Filled, Form, bind, blank
from passportkit.forms.filled import FilledRow, FilledValue
from passportkit.paper import Paragraph, Table
from passportkit.rules import examine
from passportkit.source import read
from passportkit.stamp import Stamp
from passportkit.text import canonical
from passportkit.word.read.body import read_document
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.word.conftest import filled_of, saved_again

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")

CATALOGUE = Catalogue()
FORMS = [CATALOGUE.form(name) for name in CATALOGUE.names()]
TEMPLATES = Templates()
EXAMPLES = Path(__file__).parents[2] / "examples" / "practices"

ODD = [
    "слова\n1. раз\n2. **два**\n  - [три](https://example.org/?a=1&b=2)\n7) *семь*",
    "- а\n- б\n  - в\n    1) г\n    2) д\n- е",
    "99. не по порядку\n5. пять\n0. ноль",
    "& < > ]]> \" ' &amp; &lt; <b>",
    "\u00a0№\u00a05, 1\u00a0000\u202fруб.\u00a0",
    "до\tпосле\t\tконца  два   три",
    "👩‍👩‍👧 ё й \u0301 \u00ad пере\u00adнос, нераз\u2011рывно",
    "\\- не список\n\\1. тоже\n\\*не курсив\\*",
    "***всё*** и **часть *внутри* б**",
    "**жирно целиком**",
    "a@example.org, www.example.org, https://example.org/путь?к=1#я и [**жирно**](tel:+7)",
    "абзац\n    отступ\n        ещё",
    "",
]

CASES = [
    (form, case) for form in FORMS for case in ("example", "draft", "blank", "odd", "odd, a lot")
]


def document(form: Form, case: str) -> bytes:
    return fill(TEMPLATES.compiled(form), filled(form, case))


def filled(form: Form, case: str) -> Filled:
    if case == "blank":
        return blank(form)
    if case.startswith("odd"):
        return oddly_filled(form, 7 if "lot" in case else 2)
    name = "shkola-chernovik" if case == "draft" else "sosedskie-kluby"
    examined = examine(
        read((EXAMPLES / f"{name}.yaml").read_bytes(), name), [form], catalogue=CATALOGUE
    )
    assert examined.practice is not None
    return bind(form, examined.practice, draft=case == "draft")


def oddly_filled(form: Form, count: int) -> Filled:
    """Fill every place of a form with odd words, each table with `count` rows."""
    words = map(canonical, cycle(ODD))
    values: dict[str, FilledValue] = {}
    for key, value in filled_of(form).values.items():
        if isinstance(value, str):
            values[key] = next(words)
        else:
            values[key] = [odd_row(value[0], words, number) for number in range(1, count + 1)]
    return Filled("Название", values, Stamp(form.name, 1, {"title": ["0a1b2c3d"]}))


def odd_row(row: FilledRow, words: Iterator[str], number: int) -> FilledRow:
    cells = {key: "" if "|" in key else next(words) for key in row}
    return {**cells, "number": f"{number}."}


def said(blocks: Sequence[Paragraph | Table]) -> Iterator[Any]:
    """Yield all that is read but which rows repeat: LibreOffice forgets some of them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield (cell.column, cell.span, cell.merge)
                    yield from said(cell.blocks)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, profile: Path) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("libreoffice")
    files = {f"{form.name} {case}": document(form, case) for form, case in CASES}
    return saved_again(folder, profile, files)


@pytest.mark.parametrize(
    ("form", "case"), CASES, ids=[f"{form.name}-{case}" for form, case in CASES]
)
def test_a_document_saved_again_reads_the_same(
    saved: Mapping[str, bytes], form: Form, case: str
) -> None:
    before = read_document(document(form, case))
    after = read_document(saved[f"{form.name} {case}"])
    assert list(said(after.blocks)) == list(said(before.blocks))
    assert [each for each in after.passed_over if not each.is_furniture] == []
    assert before.passed_over == ()


@pytest.mark.parametrize(
    ("form", "case"), CASES, ids=[f"{form.name}-{case}" for form, case in CASES]
)
def test_a_document_saved_again_keeps_its_stamp(
    saved: Mapping[str, bytes], form: Form, case: str
) -> None:
    stamp = read_document(saved[f"{form.name} {case}"]).stamp
    assert stamp == filled(form, case).stamp is not None
