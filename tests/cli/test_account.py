"""What has become of every word of a document, as a file for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.cli.conftest import Add
from tests.cli.test_beside import comments, reference
from tests.conftest import Passport, Write


def document(path: str = "account.json") -> dict[str, Any]:
    (only,) = json.loads(Path(path).read_text("utf-8"))["documents"]
    found: dict[str, Any] = only
    return found


def test_every_word_is_in_one_list_and_the_lists_add_up(passport: Passport, add: Add) -> None:
    add("2 000", reference(), comments("Сверить с отчётом"))
    ended = passport("import", "klub.docx", "-o", "anew.yaml", "--account", "account.json")
    assert (ended.code, ended.lines[2]) == (
        1,
        "28 слов: 12 в полях, 13 от самой формы, 3 не перенесено",
    )
    account = document()
    assert (account["document"], account["form"]) == ("klub.docx", "note")
    assert account["words"] == {
        "all": 28,
        "placed": 12,
        "left": 0,
        "furniture": 13,
        "beside": 3,
    }
    assert account["placed"][0] == {
        "fields": ["title"],
        "place": "1. Наименование",
        "words": "Клуб соседей",
    }
    assert account["furniture"][0] == {"kind": "title", "words": "Записка"}
    assert account["beside"] == [
        {
            "kind": "comment",
            "place": "3. Затраты, строка 2, «Объем затрат»",
            "words": "Сверить с отчётом",
        }
    ]


def test_a_comment_that_is_kept_is_in_the_practice(passport: Passport, add: Add) -> None:
    add("2 000", reference(), comments("Сверить с отчётом"))
    call = ["import", "klub.docx", "--into", "klub.yaml", "--account", "account.json"]
    assert passport(*call, "--comments", "keep").code == 0
    assert document()["words"]["beside"] == 0
    assert document()["placed"][-1]["kind"] == "comment"


def test_what_others_hold_in_place_of_is_in_no_field(
    passport: Passport,
    add: Add,
    write: Write,
) -> None:
    add("Соседи встречаются по средам.", "<w:r><w:t> И в мае.</w:t></w:r>")
    practice = Path("klub.yaml").read_text("utf-8")
    write("klub.yaml", practice.replace("средам", "пятницам"))
    call = ["import", "klub.docx", "--into", "klub.yaml", "--account", "account.json"]
    assert passport(*call).code == 1
    assert [each["words"] for each in document()["left"]] == ["средам. И в мае."]
    assert passport(*call, "--theirs").code == 0
    assert document()["left"] == []


@pytest.mark.parametrize("path", ["klub.yaml", "klub.docx", "notes.json", "folder.json"])
def test_it_is_written_over_nothing_but_an_older_one(
    passport: Passport,
    add: Add,
    write: Write,
    path: str,
) -> None:
    add("Чай", "")
    write("notes.json", '{"documents": []}')
    Path("folder.json").mkdir()
    before = {each: each.read_bytes() for each in Path().iterdir() if each.is_file()}
    ended = passport("import", "klub.docx", "-o", "anew.yaml", "--account", path)
    assert (ended.code, ended.out) == (2, "")
    assert f"`{path}` остаётся как есть" in " ".join(ended.err.split())
    assert {each: each.read_bytes() for each in Path().iterdir() if each.is_file()} == before


def test_that_of_several_documents_is_one_file_which_is_replaced(
    passport: Passport,
    add: Add,
) -> None:
    add("Чай", "")
    Path("folder").mkdir()
    for name in ("a.docx", "б.docx"):
        Path("folder", name).write_bytes(Path("klub.docx").read_bytes())
    for _ in range(2):
        call = ["import", "folder", "-o", "anew", "--force", "--account", "account.json"]
        assert passport(*call).code == 0
        documents = json.loads(Path("account.json").read_text("utf-8"))["documents"]
        assert [each["document"] for each in documents] == ["folder/a.docx", "folder/б.docx"]


@pytest.mark.parametrize(
    ("option", "fate", "kind"), [("", "left", ""), ("--ours", "beside", "declined")]
)
def test_words_in_place_of_which_the_practice_holds_are_declined(
    passport: Passport, add: Add, option: str, fate: str, kind: str
) -> None:
    """Only the words that the practice does not have are counted."""
    practice = Path("klub.yaml").read_text("utf-8")
    Path("klub.yaml").write_text(practice.replace("средам", "пятницам"), "utf-8")
    read = Document("klub.docx")
    (summary,) = [t for t in read.element.body.iter(qn("w:t")) if "средам" in str(t.text)]
    summary.text = "Соседи встречаются по вторникам."
    read.save("klub.docx")
    call = ["import", "klub.docx", "--into", "klub.yaml", "--account", "account.json"]
    passport(*call, *filter(None, [option]))
    account = document()
    told = {"kind": kind, "place": "2. Суть практики", "words": "вторникам."}
    assert account[fate] == [{key: value for key, value in told.items() if value}]
    assert account["words"][fate] == 1
