from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passportkit.controls import visible
from passportkit.files.paths import called, leads_astray, leads_out, quoted, shown


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


@pytest.mark.parametrize(
    ("name", "posix", "windows"),
    [
        ("klub.yaml", "klub.yaml", "klub.yaml"),
        ("дворы/Ёлка-2.yaml", "дворы/Ёлка-2.yaml", "дворы/Ёлка-2.yaml"),
        ("Клуб соседей.yaml", "'Клуб соседей.yaml'", '"Клуб соседей.yaml"'),
        ("Клуб «Двор».yaml", "'Клуб «Двор».yaml'", '"Клуб «Двор».yaml"'),
        ("it's.yaml", """'it'"'"'s.yaml'""", '"it\'s.yaml"'),
        ("a&b;c.yaml", "'a&b;c.yaml'", '"a&b;c.yaml"'),
        ("~.yaml", "'~.yaml'", '"~.yaml"'),
        ("-x.yaml", "./-x.yaml", "./-x.yaml"),
        ("--lang ru.yaml", "'./--lang ru.yaml'", '"./--lang ru.yaml"'),
        ("k$(x)`y`.yaml", "'k$(x)`y`.yaml'", '"k\\u0024(x)\\u0060y\\u0060.yaml"'),
        ("a%TEMP%“x.yaml", "'a%TEMP%“x.yaml'", '"a\\u0025TEMP\\u0025\\u201cx.yaml"'),
        ("a\n\x1b.yaml", r"'a\n\x1b.yaml'", r'"a\n\x1b.yaml"'),
    ],
)
def test_a_name_is_one_word_of_a_command(
    name: str, posix: str, windows: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for system, said in (("linux", posix), ("win32", windows)):
        monkeypatch.setattr(sys, "platform", system)
        assert quoted(Path(name)) == said


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell here")
@given(st.text("aя -~#$`'\"!&;|<>(){}[]*?\\=%,№", min_size=1))
def test_a_shell_takes_it_for_what_it_is(name: str) -> None:
    words = visible(called(Path(name)))
    script = f"printf '%s\\n' {quoted(Path(name))}"
    told = subprocess.run(["sh", "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert told.stdout.removeprefix("./") == words.removeprefix("./") + "\n"


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


def test_a_link_leads_astray_unless_the_file_is_of_the_folder_and_of_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("repo/sub/deep", "repo/.kept", "home"):
        Path(folder).mkdir(parents=True)
    for link, to in (
        ("sub/one.yaml", "deep/a.yaml"),
        ("sub/up.yaml", "../b.yaml"),
        ("sub/folder", "deep"),
        ("sub/out.yaml", "../../home/a.yaml"),
        ("sub/away", "../../home"),
        ("sub/env.yaml", "../.env"),
        ("sub/hidden.yaml", "../.kept/a.yaml"),
        ("sub/dotted", "../.kept"),
        ("sub/other.yaml", "../key.pem"),
        ("sub/gone.yaml", "../../nothing"),
    ):
        Path("repo", link).symlink_to(to)
    monkeypatch.chdir("repo")
    for name in ("b.yaml", "sub/deep/a.yaml", "sub/one.yaml", "sub/up.yaml", "sub/folder/a.yaml"):
        assert not leads_astray(Path(name))
    assert not leads_astray(Path(".kept/a.yaml"))
    assert not leads_astray(Path("../home/a.yaml"))
    for here in (".", "sub", "deep"):
        monkeypatch.chdir(here)
        for name in ("out.yaml", "away/a.yaml", "env.yaml", "hidden.yaml", "dotted/a.yaml"):
            assert leads_astray(Path(os.path.relpath(tmp_path / "repo/sub" / name)))
        for name in ("other.yaml", "gone.yaml"):
            assert leads_astray(tmp_path / "repo/sub" / name)
