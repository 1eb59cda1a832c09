from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.files.paths import called, leads_out, quoted, shown


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_file_is_called_from_the_current_folder(tmp_path: Path) -> None:
    assert called(tmp_path / "a" / "b.yaml") == "a/b.yaml"
    assert called(tmp_path.parent / "b.yaml") == "../b.yaml"


def test_a_name_is_shown_on_one_line_whatever_it_holds() -> None:
    assert shown(Path("a\n::error::x.yaml")) == "a\\n\\x3a:error::x.yaml"
    assert shown(Path("a\x1b[2J\u202e.yaml")) == "a\\x1b[2J\\u202e.yaml"
    assert shown(Path("Клуб соседей.yaml")) == "Клуб соседей.yaml"


def test_a_name_with_blanks_is_quoted_in_a_command() -> None:
    assert quoted(Path("Клуб соседей.yaml")) == '"Клуб соседей.yaml"'
    assert quoted(Path("klub.yaml")) == "klub.yaml"


def test_a_link_leads_out_wherever_it_stands_on_the_way(tmp_path: Path) -> None:
    for folder in ("in/deep", "in-other"):
        Path(folder).mkdir(parents=True)
    Path("in/out").symlink_to(tmp_path / "in-other")
    Path("in/within").symlink_to("deep")
    Path("in/gone").symlink_to("../nothing")
    assert leads_out(Path("in/out/a.yaml"), Path("in"))
    assert leads_out(Path("in/gone"), Path("in"))
    assert not leads_out(Path("in/within/a.yaml"), Path("in"))
    assert not leads_out(Path("in"), Path("in"))
    Path("home").symlink_to("in")
    assert not leads_out(Path("home/deep/a.yaml"), Path("home"))
