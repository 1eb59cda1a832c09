"""What the files are called that come of documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from passportkit.engine.targets import Destination, targets
from passportkit.errors import CannotGoOn
from passportkit.workspace.find import FoundFile

YAML = Destination(None, Path("p"), ".yaml", (".yaml", ".yml"))


def paths(*documents: str, place: Destination = YAML) -> list[str]:
    planned = targets(found(documents), place, ["note", "memo"])
    return [each.path.as_posix() if each.path else "-" for each in planned]


def found(documents: Sequence[str]) -> list[FoundFile]:
    return [FoundFile(f"in/{name}", f"in/{name}", len("in/")) for name in documents]


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ("a.docx", "p/a.yaml"),
        ("б/Клуб соседей.doc", "p/б/Клуб соседей.yaml"),
        ("a.v2.docx", "p/a.v2.yaml"),
        ("a.note.docx", "p/a.yaml"),
        (".note.docx", "p/.note.yaml"),
    ],
)
def test_a_file_is_called_after_its_document(document: str, path: str) -> None:
    assert paths(document) == [path]


def test_where_a_name_is_taken_another_one_is_found() -> None:
    documents = ("a.docx", "a.memo.docx", "a.odt", "A.rtf", "a-2.docx")
    assert paths(*documents) == [
        "p/a.yaml",
        "p/a.memo.yaml",
        "p/a-2.yaml",
        "p/A-3.yaml",
        "p/a-2-2.yaml",
    ]


def test_a_name_is_one_that_every_system_can_have() -> None:
    documents = ("con.docx", "aux.note.docx", "a:b.docx", "a?b.docx")
    assert paths(*documents) == ["p/con-.yaml", "p/aux-.yaml", "p/a-b.yaml", "p/a-b-2.yaml"]


def test_composed_letters_are_one_name() -> None:
    one, other = "\N{CYRILLIC SMALL LETTER SHORT I}.docx", "и\N{COMBINING BREVE}.odt"
    assert len({path.removesuffix(".yaml")[-2:] for path in paths(one, other)}) == 2


@pytest.mark.parametrize("output", ["x.yaml", "X.YML", "-"])
def test_one_file_takes_one_document(output: str) -> None:
    place = YAML._replace(output=output)
    assert paths("a.docx", place=place) == [output]
    with pytest.raises(CannotGoOn, match="2 would be written"):
        paths("a.docx", "b.docx", place=place)


@pytest.mark.parametrize("case", ["as it is", "in capitals", "behind a link", "named itself"])
def test_no_document_of_the_call_is_written_over(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    documents, output = ["a.docx", "a.memo.docx"], "in"
    if case == "in capitals":
        documents = ["a.docx", "A.MEMO.docx"]
    elif case == "behind a link":
        Path("out").mkdir()
        Path("out/a.memo.docx").symlink_to("../in/b.docx")
        documents, output = ["a.docx", "b.docx"], "out"
    elif case == "named itself":
        documents, output = ["a.docx"], "in/a.docx"
    place = Destination(output, Path("p"), ".memo.docx", (".docx",))
    with pytest.raises(CannotGoOn, match=r"is one of those that are read, and would"):
        targets(found(documents), place, [])


def test_a_folder_that_ends_like_a_file_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "x.yaml"
    folder.mkdir()
    place = YAML._replace(output=str(folder))
    assert paths("a.docx", place=place) == [(folder / "a.yaml").as_posix()]
