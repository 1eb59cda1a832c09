"""Forms that mix what no official one mixes, and words for every place of a form."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from passportkit.forms import Filled, Form
from passportkit.forms.filled import FilledRow, FilledValue
from passportkit.forms.loading import load_form
from passportkit.practice import BUILT_IN
from passportkit.source import read
from passportkit.word.template.compile import compile_template
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.word.document import Document

BLOCKS = """
  - number: 1
    heading: Наименование
    show: title
  - number: 2
    heading: Предпосылки
    note: "Коротко\\n(до полустраницы)"
    blocks:
      - {show: preconditions}
      - {caption: "Проблемы:", rows: problems, columns: [{heading: Описание, show: text}]}
      - caption: Замысел
        parts: [{label: Цель –, show: goals}, {label: "Задачи:", show: tasks}]
      - caption: Охват
        record: audience
        columns:
          - {heading: Участвуют, show: involved, align: center}
          - {heading: Затронуты, show: affected}
  - number: "3"
    heading: Затраты
    rows: costs
    columns:
      - {heading: Статья, show: item, width: 50}
      - {heading: "Сумма,\\nруб.", show: amount, align: right, width: 15}
      - {heading: Источник, show: source, merge: equal}
    total: {label: "ИТОГО:", show: costs-total}
  - number: "4"
    heading: Этапы
    parts: [{label: Начало, show: stages.1}, {label: Продолжение, show: stages.2}]
  - number: "5"
    heading: Ссылки
    rows: links
    row-number: none
    columns: [{heading: Адрес, show: url}]
"""

SECTIONS = (
    """
form: mixed
version: 1
title: Паспорт
source: придумана для проверки
annex: Приложение №1
row-number: "1."
profile: {margins: [20, 10, 20, 30], page-numbers: header}
sections:
"""
    + BLOCKS
)

GRID = (
    """
form: mixed-grid
version: 1
title: Алгоритм
source: придумана для проверки
layout: grid
grid: {columns: [№ п/п, Пункты, Ответы], widths: [10, 30, 60], head-after: 1}
sections:
  - {group: Общее, number: "1"}
"""
    + BLOCKS
    + """
  - {group: Прочее, number: "2"}
  - {number: "6", heading: Итог, show: assessment}
"""
)


def form_of(text: str) -> Form:
    """Return the form that a file says; it has to be sound."""
    loaded = load_form(read(text.encode(), "form.yaml"), BUILT_IN)
    assert [str(finding.message) for finding in loaded.findings] == []
    assert loaded.value
    return loaded.value


@pytest.fixture(scope="session")
def sections() -> Form:
    return form_of(SECTIONS)


@pytest.fixture(scope="session")
def grid() -> Form:
    return form_of(GRID)


def filled_of(form: Form, **values: FilledValue) -> Filled:
    """Fill every place of a form with its key, tables with two rows; `values` replace some."""
    everything: dict[str, FilledValue] = {}
    for _section, block in form.blocks():
        if block.is_table:
            keys = [column.key for column in block.columns or ()]
            everything[block.key] = [_row(keys, n) for n in ((1, 2) if block.rows else (1,))]
        elif block.show:
            everything[block.key] = f"Слова {block.key}"
        for shown in (*(block.parts or ()), *([block.total] if block.total else [])):
            everything[shown.key] = f"Слова {shown.key}"
    return Filled("Название", {**everything, **values})


def _row(keys: list[str], number: int) -> FilledRow:
    cells = {key: f"{key} {number}" for key in keys}
    return {"number": f"{number}.", **cells, **{f"{key}|merge": "" for key in keys}}


def the_same_everywhere(form: Form, text: str) -> Filled:
    """Fill every place of a form, numbers of rows aside, with one text."""
    filled = filled_of(form)
    values: dict[str, FilledValue] = {
        key: text if isinstance(value, str) else [_with(row, text) for row in value]
        for key, value in filled.values.items()
    }
    return Filled(text, values)


def _with(row: FilledRow, text: str) -> FilledRow:
    return {
        key: words if key == "number" or key.endswith("|merge") else text
        for key, words in row.items()
    }


def rendered(form: Form, **values: FilledValue) -> Document:
    """Build, compile and fill a form."""
    return Document(fill(_TEMPLATES.compiled(form), filled_of(form, **values)))


_TEMPLATES = Templates()


@cache
def _blank() -> bytes:
    """Return the document that python-docx begins with, without its styles once more for Word 2007.

    They are the half of all elements in it, and whoever takes a template in looks at each.
    """
    document = docx.Document()
    (relation,) = (each for each in document.part.rels.values() if each.reltype.endswith(_EFFECTS))
    document.part.drop_rel(relation.rId)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


_EFFECTS = "/stylesWithEffects"


def template(*paragraphs: str, change: Callable[[Any], object] | None = None) -> bytes:
    """Return a Word file with these paragraphs, such as a person might make."""
    document = docx.Document(io.BytesIO(_blank()))
    for words in paragraphs:
        document.add_paragraph(words)
    if change:
        change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def edited(docx: bytes, part: str, *changes: tuple[str, str]) -> bytes:
    """Return a file with words of one of its parts replaced, each of which has to be there."""
    parts = dict(parts_of(docx))
    for before, after in changes:
        assert before.encode() in parts[part], before
        parts[part] = parts[part].replace(before.encode(), after.encode(), 1)
    return zipped(parts.items())


def parts_of(docx: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(io.BytesIO(docx)) as file:
        return [(name, file.read(name)) for name in file.namelist()]


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that LibreOffice keeps its settings in: making them takes longest."""
    return tmp_path_factory.mktemp("profile")


def saved_again(folder: Path, profile: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files by name as LibreOffice saves them, all in one go: to start it takes long."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--convert-to", "docx", "--outdir", str(folder / "saved")),
    ]
    paths = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=120)
    return {name: (folder / "saved" / f"{name}.docx").read_bytes() for name in files}


def table(*rows: list[str]) -> Callable[[Any], object]:
    """Return what adds a table with these words to a template."""

    def add(document: Any) -> None:
        added = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, words in zip(added.add_row().cells, row, strict=True):
                cell.paragraphs[0].text = words

    return add


def fill_in(docx: bytes, values: Mapping[str, FilledValue]) -> Document:
    return Document(fill(compile_template(docx), Filled("Название", values)))


def written(text: str) -> Document:
    """Return a document of the one text."""
    return Document(fill(_ONE_TEXT, Filled("Название", {"title": text})))


_ONE_TEXT = compile_template(template("{{ title }}"))
