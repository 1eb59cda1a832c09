"""A practice is written with the schema of its workspace beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.engine.schema_file import PRACTICE, file_name, schema_text, write_practice
from passportkit.errors import CannotGoOn
from passportkit.forms import Catalogue
from passportkit.language import translator

SCHEMA = file_name(PRACTICE)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def write(path: str, within: str | None = ".") -> None:
    place = None if within is None else Path(within)
    write_practice(Path(path), "passport: 1\n", translator("ru"), within=place)


def test_its_first_line_leads_to_the_schema() -> None:
    write("klub.yaml")
    assert names(".") == ["klub.yaml", SCHEMA]
    assert Path("klub.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=")


def test_where_the_practice_has_a_name_that_cannot_be_there_is_no_schema_either() -> None:
    with pytest.raises(CannotGoOn, match="the name is too long"):
        write("deep/deeper/" + "x" * 300 + ".yaml", within=None)
    assert names(".") == []


def test_where_the_practice_would_be_led_out_nothing_is_written_there() -> None:
    Path("sub").symlink_to("../elsewhere")
    with pytest.raises(CannotGoOn, match="a link leads it out"):
        write("sub/klub.yaml")
    assert names("../elsewhere") == []


def test_a_link_in_place_of_the_schema_leads_to_no_other() -> None:
    older = schema_text(PRACTICE, translator("en"), Catalogue())
    Path("../elsewhere", SCHEMA).write_text(older, "utf-8")
    Path(SCHEMA).symlink_to(Path("../elsewhere", SCHEMA))
    with pytest.raises(CannotGoOn, match=f"`{SCHEMA}` cannot be written"):
        write("klub.yaml", within=None)
    assert Path("../elsewhere", SCHEMA).read_text("utf-8") == older
    assert Path("klub.yaml").exists()
