"""Documents of Word become practices; what becomes of each is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from passportkit.engine import importing as papers
from passportkit.paper.model import Paper
from tests.conftest import PRACTICE, Passport, Write

Filled = Callable[..., Path]

EXAMPLES = Path(__file__).parents[2] / "examples" / "practices"

HEAD = "passport: 1\ntitle: Клуб соседей\nforms: [note]\n"
SUMMARY = "summary: Соседи встречаются по средам.\n"


@pytest.fixture
def filled(passport: Passport, workspace: Write, tmp_path: Path) -> Filled:
    """Return `filled(path, practice)`: a document that was made of a practice; that is gone."""

    def fill(path: str, practice: str = PRACTICE) -> Path:
        source = workspace("made-of.yaml", practice)
        assert passport("render", "made-of.yaml", "--draft", "-o", path).code == 0
        source.unlink()
        return tmp_path / path

    return fill


@pytest.fixture
def stray(filled: Filled) -> Callable[[str], Path]:
    """Return `stray(path)`: a document with words that stand before its first section."""

    def make(path: str) -> Path:
        file = filled(path)
        document = Document(str(file))
        document.paragraphs[0].insert_paragraph_before("Опрос провели 800 волонтёров.")
        document.save(str(file))
        return file

    return make


def said(path: str | Path) -> str:
    """Return a practice without the line that leads editors to its schema."""
    first, _, rest = Path(path).read_text(encoding="utf-8").partition("\n")
    assert first == "# yaml-language-server: $schema=practice.schema.json"
    return rest


def test_a_document_becomes_a_practice(passport: Passport, filled: Filled) -> None:
    filled("Клуб.docx")
    ended = passport("import", "Клуб.docx")
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines == [
        "создан файл `Клуб.yaml`",
        "Записка (`note`): так сказано в самом документе",
        "13 слов: 6 в полях, 7 от самой формы",
        "чего ещё ждёт форма, покажет `passport validate Клуб.yaml`",
    ]
    assert said("Клуб.yaml").split() == (HEAD + SUMMARY).split()
    assert Path("practice.schema.json").exists()
    assert passport("validate", "Клуб.yaml").code == 0


def test_the_document_that_is_made_of_it_is_the_same(passport: Passport, filled: Filled) -> None:
    before = filled("a.docx").read_bytes()
    passport("import", "a.docx")
    assert passport("render", "a.yaml").lines == ["out/a.note.docx"]
    assert Path("out/a.note.docx").read_bytes() == before


def test_every_example_in_every_form_comes_back(passport: Passport) -> None:
    cache = str(Path("cache").absolute())
    made = passport("render", str(EXAMPLES), "-o", "docs", PASSPORT_CACHE=cache).lines
    assert len(made) > 5
    for path in made:
        assert passport("import", path, "-o", "back.yaml", "--force").code == 0, path
        ended = passport("render", "back.yaml", "-o", "again.docx", PASSPORT_CACHE=cache)
        assert ended.code == 0, path
        assert Path("again.docx").read_bytes() == Path(path).read_bytes(), path


def test_words_without_a_place_wait_in_the_practice(passport: Passport, stray: Filled) -> None:
    stray("a.docx")
    ended = passport("import", "a.docx")
    assert ended.code == 1
    assert ended.lines[2:4] == [
        "17 слов: 6 в полях, 4 без места, 7 от самой формы",
        "  перед первым разделом: Опрос провели 800 волонтёров.",
    ]
    assert said("a.yaml").endswith(
        "unplaced:\n"
        "  - from: a.docx, перед первым разделом\n"
        "    text: Опрос провели 800 волонтёров.\n"
    )
    assert "unplaced-text" in passport("validate", "a.yaml").out


def test_a_form_that_is_not_filled_in_is_no_practice(passport: Passport, workspace: Write) -> None:
    passport("form", "blank", "note")
    ended = passport("import", "note.docx")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "passport: `note.docx`: бланк не заполнен: в нём нет ничего, кроме слов самой формы\n"
    )
    assert not Path("note.yaml").exists()


def test_what_a_document_does_not_say_is_no_finding(passport: Passport, filled: Filled) -> None:
    filled("a.docx", "passport: 1\ntitle: Клуб соседей\n")
    assert passport("import", "a.docx").code == 0
    assert said("a.yaml") == HEAD


def test_a_document_without_a_title_gets_none(passport: Passport, filled: Filled) -> None:
    document = Document(str(filled("a.docx")))
    for table in document.tables:
        for cell in table._cells:
            if cell.text == "Клуб соседей":
                cell.text = ""
    document.save("a.docx")
    ended = passport("import", "a.docx")
    assert ended.code == 1
    assert "  ! в документе нет названия практики: впишите его после `title:`" in ended.lines
    assert said("a.yaml").startswith("passport: 1\ntitle:\nforms: [note]\n")


# Where it goes


def test_a_practice_goes_to_the_folder_of_practices(passport: Passport, filled: Filled) -> None:
    filled("in/a.note.docx")
    Path("practices").mkdir()
    assert passport("import", "in/a.note.docx").lines[0] == "создан файл `practices/a.yaml`"


@pytest.mark.parametrize(
    ("output", "path"),
    [("б/в.yaml", "б/в.yaml"), ("б.YML", "б.YML"), ("папка", "папка/a.yaml"), (".", "a.yaml")],
)
def test_the_place_can_be_named(passport: Passport, filled: Filled, output: str, path: str) -> None:
    filled("in/a.docx")
    assert passport("import", "in/a.docx", "-o", output).code == 0
    assert "Клуб соседей" in Path(path).read_text(encoding="utf-8")


def test_the_standard_output_gets_the_practice_and_nothing_else(
    passport: Passport, filled: Filled
) -> None:
    filled("a.docx")
    ended = passport("import", "a.docx", "-o", "-")
    assert ended.out.split() == (HEAD + SUMMARY).split()
    assert ended.err.startswith("Записка (`note`)")
    assert not Path("a.yaml").exists()


def test_a_document_may_come_from_the_standard_input(passport: Passport, filled: Filled) -> None:
    content = filled("a.docx").read_bytes()
    assert passport("import", "-", stdin=content).lines[0] == "создан файл `practice.yaml`"
    ended = passport("import", "-", "-o", "-", stdin=b"")
    assert (ended.code, ended.out) == (2, "")


def test_a_file_is_never_overwritten_unasked(passport: Passport, filled: Filled) -> None:
    filled("a.docx")
    Path("a.yaml").write_text("мой\n", encoding="utf-8")
    ended = passport("import", "a.docx")
    assert ended.code == 2
    assert ended.err == (
        "passport: `a.docx`: файл `a.yaml` уже есть и останется как был; `--into a.yaml` перенесёт "
        "в него правку из документа, `--force` запишет его заново\n"
    )
    assert Path("a.yaml").read_text(encoding="utf-8") == "мой\n"
    assert passport("import", "a.docx", "--force").code == 0
    assert said("a.yaml").startswith("passport: 1\n")


def test_a_folder_that_can_only_be_read_is_said(passport: Passport, filled: Filled) -> None:
    filled("a.docx")
    Path("taken").write_text("", encoding="utf-8")
    ended = passport("import", "a.docx", "-o", "taken/a.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert "нельзя записать" in ended.err or "не удалось записать" in ended.err


# What cannot be read


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("нет.docx", None, "такого файла или папки нет"),
        ("пусто.docx", b"", "это пустой файл"),
        ("скан.docx", b"%PDF-1.7\n", "но это файл PDF"),
        ("обрыв.docx", b"PK\x03\x04\x00", "повреждён"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(
    passport: Passport, workspace: Write, name: str, content: bytes | None, why: str
) -> None:
    if content is not None:
        workspace(name, content)
    ended = passport("import", name)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"passport: `{name}`: ")
    assert why in ended.err
    assert ended.err.count("\n") == 1


def test_a_document_of_no_form_asks_for_its_form(passport: Passport, workspace: Write) -> None:
    document = Document()
    document.add_paragraph("Приглашаем на праздник двора.")
    document.save("a.docx")
    ended = passport("import", "a.docx")
    assert ended.code == 2
    assert "`passport import --form" in ended.err
    ended = passport("import", "a.docx", "--form", "note")
    assert ended.code == 2
    assert "`note`" in ended.err


def test_a_form_that_fits_far_worse_than_another_is_doubted(passport: Passport) -> None:
    practice = str(EXAMPLES / "sosedskie-kluby.yaml")
    passport("render", practice, "--form", "practice-passport", "-o", "a.docx")
    ended = passport("import", "a.docx", "--form", "algorithm")
    assert Path("a.yaml").exists()
    assert "`practice-passport`" in ended.out
    assert "`algorithm`" in ended.out

    before = Path("a.yaml").read_bytes()
    ended = passport("import", "a.docx", "--form", "algorithm", "--into", "a.yaml", "--theirs")
    assert (ended.code, ended.out) == (2, "")
    assert "`practice-passport`" in ended.err
    assert Path("a.yaml").read_bytes() == before

    ended = passport("import", "a.docx", "--form", "practice-passport", "-o", "b.yaml")
    assert "--form" not in ended.out


def test_a_form_that_there_is_not_is_refused(passport: Passport, filled: Filled) -> None:
    filled("a.docx")
    ended = passport("import", "a.docx", "--form", "nite")
    assert ended.err == "passport: нет формы «nite»; возможно, имелось в виду «note»?\n"


def test_a_broken_form_does_not_keep_others_from_being_recognised(
    passport: Passport, filled: Filled, workspace: Write
) -> None:
    filled("a.docx")
    workspace("forms/memo/form.yaml", "form: memo\n")
    assert passport("import", "a.docx").code == 0


def test_without_documents_there_is_nothing_to_do(passport: Passport, workspace: Write) -> None:
    workspace("a.yaml", PRACTICE)
    ended = passport("import", ".")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith("passport: здесь нет документов")
    assert passport("import").err.startswith("passport: в команде не указано: ДОКУМЕНТЫ...\n")


# Many


def test_what_became_of_each_document_is_a_table(
    passport: Passport, filled: Filled, stray: Filled, workspace: Write
) -> None:
    filled("in/a.docx")
    stray("in/б/Клуб соседей.docx")
    workspace("in/скан.docx", b"%PDF-1.7\n")
    ended = passport("import", "in", "-o", "out")
    assert (ended.code, ended.err) == (2, "")
    assert ended.out == (
        "Документ                форма  узнано  в полях  осталось  формы  рядом\n"
        "in/a.docx               note    точно        6         0      7      0\n"
        "  → out/a.yaml\n"
        "in/б/Клуб соседей.docx  note    точно        6         4      7      0\n"
        "  → out/б/Клуб соседей.yaml\n"
        "in/скан.docx            –           –        –         –      –      –\n"
        "  ! имя файла кончается на .docx, но это файл PDF; попросите документ Word, из\n"
        "    которого это сделано\n"
        "3 документа: 1 перенесён целиком, 1 с замечаниями, 1 не прочитан\n"
        "то, что осталось, лежит под `unplaced`: перенесите в нужное поле или удалите\n"
    )


def test_a_table_that_is_too_wide_stands_below_one_another(
    passport: Passport, filled: Filled
) -> None:
    filled("in/a.docx")
    filled("in/b.docx")
    ended = passport("import", "in", COLUMNS="40")
    assert ended.lines[:4] == [
        "in/a.docx",
        "  note: узнано точно, в полях 6,",
        "    осталось 0, формы 7, рядом 0",
        "  → a.yaml",
    ]
    assert max(map(len, ended.lines)) <= 40


def test_what_is_no_document_is_passed_over(
    passport: Passport, filled: Filled, workspace: Write
) -> None:
    filled("in/a.docx")
    for name in ("~$a.docx", ".b.docx", "~$c.xlsx", "page_files/d.html", "e.yaml"):
        workspace(f"in/{name}", b"x")
    assert passport("import", "in").lines[0] == "создан файл `a.yaml`"


def test_no_two_documents_become_one_file(passport: Passport, filled: Filled) -> None:
    for name in ("a.docx", "A.DOCX", "a.note.docx", "б/a.docx"):
        filled(f"in/{name}")
    ended = passport("import", "in")
    written = [line.strip(" →") for line in ended.lines if "→" in line]
    assert len({name.casefold() for name in written}) == 4
    assert "б/a.yaml" in written


def test_one_file_for_several_documents_is_refused(
    passport: Passport, filled: Filled, tmp_path: Path
) -> None:
    filled("in/a.docx")
    filled("in/b.docx")
    ended = passport("import", "in", "-o", "x.yaml")
    assert ended.err == (
        "passport: `-o x.yaml` – это один файл, а получилось бы 2; укажите после `-o` папку\n"
    )
    assert list(tmp_path.glob("*.yaml")) == []


def test_what_was_done_before_an_interruption_is_told(
    passport: Passport, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled("in/a.docx")
    filled("in/b.docx")
    known = papers.read_paper

    def read_paper(content: bytes, name: str, choice: papers.Choice) -> Paper:
        if name == "in/b.docx":
            raise KeyboardInterrupt
        return known(content, name, choice)

    monkeypatch.setattr(papers, "read_paper", read_paper)
    ended = passport("import", "in")
    assert (ended.code, ended.err) == (130, "passport: работа прервана\n")
    assert "  → a.yaml" in ended.lines
    assert not Path("b.yaml").exists()


def test_what_is_typed_over_a_hint_of_a_blank_form_is_an_answer(passport: Passport) -> None:
    passport("form", "blank", "practice-passport", "-o", "blank.docx")
    document = Document("blank.docx")
    hint = document.tables[0].cell(0, 0).paragraphs[0]
    assert hint.runs[0].style.name == "Hint"
    hint.runs[0].text = "Клуб соседей"
    document.save("blank.docx")
    ended = passport("import", "blank.docx", "-o", "klub.yaml")
    assert ended.code == 0
    written = Path("klub.yaml").read_text(encoding="utf-8")
    assert written.endswith("\ntitle: Клуб соседей\nforms: [practice-passport]\n")
