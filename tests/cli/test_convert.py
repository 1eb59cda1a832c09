"""A document of one form becomes one of another, in one step."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import FORM, PRACTICE, Passport, Write

MEMO = """\
form: memo
version: 1
source: придумана для проверки
title: Докладная
sections:
  - {number: 1, heading: О чём речь, show: summary}
  - {number: 2, heading: Как называется, show: title}
"""
NAME = "".join(FORM.replace("form: note", "form: name").splitlines(keepends=True)[:-1])
FULL = FORM.replace("form: note", "form: full").replace("Записка", "Полная записка") + (
    "  - {number: 3, heading: Цель, show: goals}\n"
)


@pytest.fixture
def document(passport: Passport, workspace: Write) -> None:
    """Make `klub.docx` of the form `note`; there are the forms `memo` and `full`, too."""
    workspace("forms/memo/form.yaml", MEMO)
    workspace("forms/full/form.yaml", FULL)
    workspace("klub.yaml", PRACTICE)
    assert passport("render", "klub.yaml", "-o", "klub.docx").code == 0
    Path("klub.yaml").unlink()


def words(path: str) -> str:
    return ZipFile(path).read("word/document.xml").decode()


@pytest.mark.usefixtures("document")
def test_a_document_becomes_one_of_another_form(passport: Passport) -> None:
    ended = passport("convert", "klub.docx", "--form", "memo")
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines == [
        "создан файл `out/klub.memo.docx`",
        "Записка (`note`): так сказано в самом документе",
        "13 слов: 6 в полях, 7 от самой формы",
    ]
    assert not list(Path().glob("*.yaml"))


@pytest.mark.usefixtures("document")
def test_it_is_what_would_be_rendered(passport: Passport, workspace: Write) -> None:
    passport("convert", "klub.docx", "--form", "memo")
    workspace("klub.yaml", PRACTICE)
    passport("render", "klub.yaml", "--form", "memo", "-o", "rendered.docx")
    assert Path("out/klub.memo.docx").read_bytes() == Path("rendered.docx").read_bytes()


@pytest.mark.usefixtures("document")
def test_what_the_other_form_asks_for_is_listed_and_marked(passport: Passport) -> None:
    ended = passport("convert", "klub.docx", "--form", "full")
    assert ended.code == 1
    assert ended.lines[3:] == ["  ! не заполнен раздел 3 формы `full` – «Цель»"]
    assert "[не заполнено]" in words("out/klub.full.docx")
    assert "Соседи встречаются по средам." in words("out/klub.full.docx")


@pytest.mark.usefixtures("document")
def test_what_the_other_form_has_no_place_for_is_listed(
    passport: Passport, workspace: Write
) -> None:
    workspace("forms/name/form.yaml", NAME)
    ended = passport("convert", "klub.docx", "--form", "name")
    assert ended.code == 1
    assert ended.lines[3:] == [
        "  ! 2. Суть практики: в новый документ не вошло 4 слова, в его форме нет места",
        "    для `summary`",
    ]


@pytest.mark.usefixtures("document")
def test_one_word_is_one(passport: Passport, workspace: Write) -> None:
    workspace("forms/name/form.yaml", NAME)
    workspace("one.yaml", PRACTICE.replace("Соседи встречаются по средам.", "Соседи."))
    assert passport("render", "one.yaml", "-o", "one.docx").code == 0
    ended = passport("convert", "one.docx", "--form", "name", PASSPORT_LANG="en")
    assert "1 word is not in the new document" in " ".join(ended.lines)


@pytest.mark.usefixtures("document")
def test_so_it_is_of_each_document_of_many(passport: Passport, workspace: Write) -> None:
    workspace("forms/name/form.yaml", NAME)
    workspace("other.docx", Path("klub.docx").read_bytes())
    ended = passport("convert", "klub.docx", "other.docx", "--form", "name")
    assert ended.code == 1
    assert ended.out.count("2. Суть практики: в новый документ не вошло 4 слова") == 2


@pytest.mark.usefixtures("document")
def test_a_name_that_is_missing_is_not_invented(passport: Passport) -> None:
    from docx import Document

    file = Document("klub.docx")
    for table in file.tables:
        for cell in table._cells:
            if cell.text == "Клуб соседей":
                cell.text = ""
    file.save("klub.docx")
    ended = passport("convert", "klub.docx", "--form", "memo")
    assert ended.code == 1
    assert ended.lines[3:] == ["  ! в документе нет названия практики"]
    assert words("out/klub.memo.docx").count("[не заполнено]") == 1


@pytest.mark.usefixtures("document")
def test_a_document_is_never_overwritten_unasked(passport: Passport) -> None:
    before = Path("klub.docx").read_bytes()
    Path("memo.docx").write_bytes(before)
    call = ("convert", "klub.docx", "--form", "memo", "-o", "memo.docx")
    assert passport(*call).err == (
        "passport: `klub.docx`: файл `memo.docx` уже есть и останется как был; `--force` запишет "
        "его заново\n"
    )
    assert Path("memo.docx").read_bytes() == before
    assert passport(*call, "--force").code == 0
    assert Path("memo.docx").read_bytes() != before


@pytest.mark.usefixtures("document")
def test_a_document_is_never_written_over_itself(passport: Passport) -> None:
    before = Path("klub.docx").read_bytes()
    ended = passport("convert", "klub.docx", "--form", "memo", "-o", "./klub.docx", "--force")
    assert ended.code == 2
    assert ended.err == (
        "passport: файл `klub.docx` сам из тех, что читаются, и был бы перезаписан; назовите после "
        "`-o` другой файл или другую папку\n"
    )
    assert Path("klub.docx").read_bytes() == before


@pytest.mark.usefixtures("document")
def test_a_folder_is_told_in_a_table(passport: Passport, workspace: Write) -> None:
    workspace("in/скан.docx", b"%PDF-1.7\n")
    Path("klub.docx").rename("in/klub.docx")
    ended = passport("convert", "in", "--form", "full", "-o", "новые")
    assert (ended.code, ended.err) == (2, "")
    assert ended.lines[1:4] == [
        "in/klub.docx  note    точно        6         0      7      0",
        "  → новые/klub.full.docx",
        "  ! не заполнен раздел 3 формы `full` – «Цель»",
    ]
    assert ended.lines[-1] == "2 документа: 1 с замечаниями, 1 не прочитан"


@pytest.mark.usefixtures("document")
def test_a_document_goes_to_the_standard_output_but_not_to_a_terminal(passport: Passport) -> None:
    ended = passport("convert", "klub.docx", "--form", "memo", "-o", "-", encoding="latin-1")
    assert ended.out.startswith("PK")
    ended = passport("convert", "klub.docx", "--form", "memo", "-o", "-", terminal=True)
    assert (ended.code, ended.out) == (2, "")
    assert "в терминале" in ended.err


@pytest.mark.usefixtures("document")
@pytest.mark.parametrize(
    ("call", "refusal"),
    [
        ("klub.docx", "в команде не указано: ФОРМА"),
        ("--form memo", "в команде не указано: ДОКУМЕНТЫ..."),
        ("klub.docx --form memmo", "нет формы «memmo»"),
        ("нет.docx --form memo", "`нет.docx`: такого файла или папки нет"),
    ],
)
def test_a_wrong_call_is_refused(passport: Passport, call: str, refusal: str) -> None:
    ended = passport("convert", *call.split())
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"passport: {refusal}")


@pytest.mark.usefixtures("document")
def test_a_folder_without_documents(passport: Passport) -> None:
    assert passport("convert", "forms", "--form", "memo").code == 3
