"""What patterns find: what `glob` does, in a time that links do not decide."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passportkit.workspace.find import find
from passportkit.workspace.patterns import found_by, named_part
from passportkit.workspace.workspace import Workspaces
from tests.conftest import Write

NAMES = st.sampled_from(["a", "b", "ab", ".h", "a.yaml", "b.yaml", "[a]"])
FILES = st.lists(st.lists(NAMES, min_size=1, max_size=4).map("/".join), max_size=8)
PARTS = [
    "*",
    "**",
    "**",
    "?",
    "a*",
    "*.yaml",
    "[ab]",
    "[!a]",
    ".*",
    "a",
    "b",
    "..",
    "***",
    "[[]a]",
]
PATTERNS = st.tuples(
    st.sampled_from(["", "./", "../here/"]),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map("/".join),
    st.sampled_from(["", "", "/"]),
).map("".join)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES, patterns=st.lists(PATTERNS, min_size=1, max_size=8))
def test_without_links_it_is_what_glob_finds(
    tmp_path_factory: pytest.TempPathFactory, files: list[str], patterns: list[str]
) -> None:
    home = tmp_path_factory.mktemp("tree") / "here"
    home.mkdir()
    os.chdir(home)
    for file in files:
        try:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).touch()
        except OSError:  # a file is in the way of a folder
            continue
    for pattern in filter(glob.has_magic, patterns):
        globbed = glob.glob(pattern, recursive=True)  # noqa: PTH207 - what it is held against
        expected = [
            Path(each) for each in globbed if os.path.lexists(each)
        ]  # `**` finds `a/` of none
        found = [*map(Path, found_by(pattern))]
        # that `**` finds the current folder, too, is nothing that anybody asks for
        assert {*map(os.path.realpath, found), str(home)} == {
            *map(os.path.realpath, expected),
            str(home),
        }, pattern
        if ".." not in pattern.split("/")[1:]:  # which gives a folder more names
            assert {*found, Path()} == {*expected, Path()}, pattern


@pytest.mark.parametrize("pattern", ["**/*.yaml", "practices/**/*.yaml", "/".join("*" * 12)])
def test_links_in_circles_come_to_an_end(
    write: Write, here: Path, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    write("here/practices/c.yaml", "")
    for name in "ab":
        (here / "practices" / name).symlink_to(".", target_is_directory=True)
    looked: list[object] = []
    for name in ("listdir", "scandir"):
        look = getattr(os, name)

        def counted(path: object, look: Any = look) -> Any:
            looked.append(path)
            assert len(looked) < 100
            return look(path)

        monkeypatch.setattr(os, name, counted)
    found = [os.path.realpath(each.name) for each in find([pattern], Workspaces()).files]
    assert found == [str(here / "practices/c.yaml")]


def test_a_link_into_the_named_folder_is_followed(write: Write, here: Path) -> None:
    write("here/.kept/a.yaml", "")
    (here / "link").symlink_to(".kept", target_is_directory=True)
    assert found_by("**/*.yaml") == [str(Path("link/a.yaml"))]


def test_a_link_out_of_the_named_folder_is_found_and_not_followed(write: Write, here: Path) -> None:
    write("elsewhere/deep/a.yaml", "")
    write("here/b/c.yaml", "")
    (here / "b/link").symlink_to("../../elsewhere", target_is_directory=True)
    assert found_by("**/*.yaml") == [str(Path("b/c.yaml")), str(Path("b/link"))]
    assert found_by("b/link/**/*.yaml") == [str(Path("b/link/deep/a.yaml"))]


def test_the_part_before_the_signs_is_named() -> None:
    assert named_part("a/b/*/c") == Path("a/b")
    assert named_part("*") == Path()
