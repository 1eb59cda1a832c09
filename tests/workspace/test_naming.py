import os
from pathlib import Path

import pytest

from passportkit.workspace.naming import LONGEST, name_of, portable


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Соседские клубы", "sosedskie-kluby"),
        ("«Свой двор» – 2020", "svoy-dvor-2020"),
        ("Съезд щук, ёжиков и цапель", "sezd-shchuk-ezhikov-i-tsapel"),
        ("Объём, подъезд, вьюга", "obem-podezd-vyuga"),
        ("Café ЯRU", "cafe-yaru"),
        ("А/Б\\В:Г", "a-b-v-g"),
        ("../etc/passwd", "etc-passwd"),
        ("漢字 !?", ""),
    ],
)
def test_a_name_has_small_latin_letters_digits_and_hyphens(title: str, name: str) -> None:
    assert name_of(title) == name


def test_a_long_title_is_cut_at_a_word() -> None:
    name = name_of("Поддержка добровольцев " * 10)
    assert len(name) <= LONGEST
    assert name.endswith("-podderzhka")


def test_a_word_that_is_too_long_is_cut_itself() -> None:
    assert name_of("а" * 100) == "a" * LONGEST


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CON", "con-"),
        ("Nul!", "nul-"),
        ("«Аух»", "aukh"),
        ("aux", "aux-"),
        ("Прн", "prn-"),
        ("COM1", "com1-"),
        ("lpt 9", "lpt-9"),
        ("Кон-тики", "kon-tiki"),
        ("Con brio", "con-brio"),
        ("Form", "form-"),
    ],
)
def test_a_name_is_none_that_windows_keeps_for_itself(title: str, name: str) -> None:
    assert name_of(title) == name


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("Клуб соседей.note.docx", "Клуб соседей.note.docx"),
        ("a.b.note.docx", "a.b.note.docx"),
        (".клуб.docx", ".клуб.docx"),
        ("con.note.docx", "con-.note.docx"),
        ("Aux .docx", "Aux -.docx"),
        ("COM¹.docx", "COM¹-.docx"),
        ("conin$.yaml", "conin$-.yaml"),
        ("con", "con-"),
        ("console.docx", "console.docx"),
        ("form.yaml", "form-.yaml"),
        ("Form.YAML", "Form-.YAML"),
        ("form.note.docx", "form.note.docx"),
        ('а:б<в>"г"|д?е*ж\\з.docx', "а-б-в--г--д-е-ж-з.docx"),
        ("a\n::error::x.docx", "a---error--x.docx"),
        ("клуб. . ", "клуб"),
    ],
)
def test_a_name_of_another_file_is_one_that_every_system_can_have(name: str, fit: str) -> None:
    assert portable(name) == fit


@pytest.mark.skipif(os.name != "nt", reason="only Windows keeps names for itself")
@pytest.mark.parametrize("name", ["con.docx", "NUL.yaml", "com1.note.docx", "a:b.docx", "клуб. "])
def test_windows_writes_files_of_these_names(name: str, tmp_path: Path) -> None:
    (tmp_path / portable(name)).write_bytes(b"x")
    assert [each.name for each in tmp_path.iterdir()] == [portable(name)]
