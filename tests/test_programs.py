"""Nothing that lies in the folder where a call is made is ever started."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import passportkit
from passportkit.cli.terminal import editor
from passportkit.documents.office import find_office
from passportkit.errors import CannotGoOn
from passportkit.programs import find_program, search_path

PACKAGE = Path(passportkit.__file__).parent
PLANTED = [
    *("soffice", "soffice.com", "soffice.EXE", "soffice.bat", "libreoffice", "vim", "notepad.exe"),
    r"%ProgramFiles%\LibreOffice\program\soffice.com",
]


def plant(folder: Path, *names: str) -> None:
    """Lay programs into a folder."""
    for name in names:
        path = folder / name
        path.write_text("#!/bin/sh\n", encoding="utf-8")
        path.chmod(0o755)


@pytest.fixture(params=["posix", "win32"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the system that this one is taken for."""
    if request.param == "win32":
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setenv("PATHEXT", ".COM;.EXE;.BAT;.CMD")
    elif os.name != "posix":
        pytest.skip("this system is another")
    return str(request.param)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, in which programs lie that nobody has asked for."""
    folder = tmp_path / "checkout"
    (folder / "bin").mkdir(parents=True)
    monkeypatch.chdir(folder)
    for each in (folder, folder / "bin"):
        plant(each, *(name for name in PLANTED if os.name == "posix" or "\\" not in name))
    return folder


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the search path, which has others from the current folder before it."""
    folder = tmp_path / "installed"
    folder.mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "bin", "./bin", str(folder)]))
    return folder


@pytest.mark.usefixtures("system", "checkout")
def test_what_lies_in_the_current_folder_is_no_program(installed: Path) -> None:
    assert search_path() == [str(installed)]
    assert [find_program(name) for name in ("soffice", "soffice.EXE", "vim", "sh")] == [None] * 4
    assert find_office() is None
    with pytest.raises(CannotGoOn, match="there is no editor"):
        editor.command({})
    with pytest.raises(CannotGoOn, match="the editor `vim` cannot be started"):
        editor.command({"EDITOR": "vim -n"})


@pytest.mark.usefixtures("checkout")
def test_what_is_installed_is_found(installed: Path, system: str) -> None:
    ending = {"posix": "", "win32": ".com"}[system]
    plant(installed, f"soffice{ending}", f"vim{ending}")
    assert find_office() == str(installed / f"soffice{ending}")
    assert editor.command({"EDITOR": "vim -n"}) == [str(installed / f"vim{ending}"), "-n"]


def test_an_editor_that_is_named_with_its_folder_is_taken_as_it_is() -> None:
    named = os.path.join("bin", "vim")  # noqa: PTH118 - what a person has typed
    assert editor.command({"VISUAL": named}) == [named]


def test_what_no_one_can_run_is_no_program(installed: Path) -> None:
    (installed / "soffice").mkdir()
    assert find_program("soffice") is None


def searches(path: Path) -> Iterator[str]:
    """Yield what a module takes of the standard library that looks into the current folder."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in ("which", "startfile", "system"):
            yield f"{path.name}: {node.attr}"


def test_programs_are_looked_for_in_one_place() -> None:
    assert [each for path in PACKAGE.glob("**/*.py") for each in searches(path)] == []
