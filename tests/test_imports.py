"""Nothing of the folder that is checked is imported, in whichever way the program is called."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path
from shutil import copytree

import pytest

from tests.calls import CALLS, PASSPORT, prepare
from tests.test_ci import HOOK, INSTALL, JOB, VALIDATE, needs_bash
from tests.test_ci import run as run_script

ROOT = Path(__file__).parents[1]

PLANTED = "open(__file__ + '.imported', 'w').close()\n"

ALL_CALLS = """\
import json, sys

class Recorder:
    def find_spec(name, path=None, target=None):
        if path is None:
            names.add(name)

names = set()
sys.meta_path.insert(0, Recorder)
from passportkit.__main__ import main
for call in json.loads(sys.argv[1]):
    sys.argv[1:] = call.split()
    main()
print(json.dumps(sorted(names)), file=sys.stderr)
"""
"""Every call in one process, which says at the end what it has looked for."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which every command can be called."""
    folder = tmp_path_factory.mktemp("prepared")
    prepare(folder)
    return folder


def call(
    command: Iterable[str | Path], folder: Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    own = {name: each for name, each in os.environ.items() if not name.startswith("GITHUB_")}
    fixed = {"PASSPORT_LANG": "en", "PASSPORT_CACHE": "", "NO_COLOR": "1"}
    return subprocess.run(
        [str(each) for each in command],
        cwd=folder,
        env={**own, **fixed, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def all_calls(folder: Path, script: Path) -> set[str]:
    """Make every call from a script, as the console script is one; return what was looked for."""
    script.write_text(ALL_CALLS, encoding="utf-8")
    ended = call([sys.executable, script, json.dumps(CALLS)], folder)
    assert "Traceback" not in ended.stderr
    return set(json.loads(ended.stderr.splitlines()[-1]))


@pytest.fixture(scope="module")
def looked_for(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the modules that some command looks for, also in vain."""
    folder = tmp_path_factory.mktemp("looked")
    return all_calls(copytree(prepared, folder / "here"), folder / "script.py")


@pytest.fixture
def trap(prepared: Path, looked_for: set[str], tmp_path: Path) -> Path:
    """Return a folder in which each module that there is lies once more, and leaves a mark."""
    folder = copytree(prepared, tmp_path / "trap")
    known = {*sys.stdlib_module_names, *packages_distributions(), "pip", "usercustomize"}
    for name in known | looked_for:
        (folder / f"{name}.py").write_text(PLANTED, encoding="utf-8")
    return folder


def imported(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.rglob("*.imported"))


def test_the_modules_of_every_command_are_known(looked_for: set[str]) -> None:
    assert looked_for > {"docx", "lxml", "openpyxl", "pydantic", "rich", "typer", "yaml"}


def test_the_trap_works(trap: Path) -> None:
    """Python itself puts the current folder first where a module is called by its name."""
    call([sys.executable, "-m", "passportkit", "validate", "klub.yaml"], trap)
    assert imported(trap)


def test_no_command_imports_anything_of_the_folder(
    trap: Path, looked_for: set[str], tmp_path: Path
) -> None:
    assert all_calls(trap, tmp_path / "script.py") == looked_for
    assert imported(trap) == []


@pytest.mark.parametrize(
    "words", ["validate klub.yaml", "render klub.yaml", "import klub.docx -o -"]
)
def test_the_program_as_it_is_installed_imports_nothing_of_the_folder(
    words: str, trap: Path
) -> None:
    ended = call([PASSPORT, *words.split()], trap)
    assert (imported(trap), ended.returncode) == ([], 0)


def test_as_a_module_it_is_called_with_python_s_option(trap: Path) -> None:
    ended = call([sys.executable, "-P", "-m", "passportkit", "validate", "klub.yaml"], trap)
    assert (ended.returncode, imported(trap)) == (0, [])


NOTEPAD = """\
import os, subprocess
from passportkit import __main__, cli
cli.main = lambda: subprocess.run(["notepad-of-a-stranger"]).returncode
os._exit(__main__.main())
"""


@pytest.mark.skipif(os.name != "nt", reason="only Windows looks for programs in the current folder")
def test_windows_runs_no_program_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "notepad-of-a-stranger.exe").write_bytes(Path(sys.executable).read_bytes())
    assert "FileNotFoundError" in call([sys.executable, "-c", NOTEPAD], tmp_path).stderr


# --- what CI systems call ---------------------------------------------------------------------


@needs_bash
def test_the_action_imports_nothing_of_the_checkout(trap: Path, tmp_path: Path) -> None:
    given = {"PASSPORT_PATHS": "klub.yaml", "PASSPORT_ARGS": "", "RUNNER_TEMP": str(tmp_path)}
    ended = run_script(VALIDATE["run"], trap, PYTHON=sys.executable, **given)
    assert (ended.returncode, ended.stderr, imported(trap)) == (0, "", [])


OFFLINE = {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "false"}


@needs_bash
def test_what_the_action_installs_imports_nothing_of_the_checkout(
    trap: Path, tmp_path: Path
) -> None:
    pytest.importorskip("hatchling")
    given = {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": str(ROOT), **OFFLINE}
    ended = run_script(INSTALL["run"], trap, PYTHON=sys.executable, **given)
    assert (ended.returncode, ended.stderr, imported(trap)) == (0, "", [])


@needs_bash
def test_the_job_imports_nothing_of_the_checkout(trap: Path, tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    given = {"PASSPORT_PACKAGE": str(ROOT), "PASSPORT_PATHS": "klub.yaml", "PASSPORT_ARGS": ""}
    elsewhere = {**OFFLINE, "PIP_TARGET": str(tmp_path / "installed")}
    ended = run_script("\n".join(JOB["script"]), trap, **given, **elsewhere)
    assert (ended.returncode, ended.stderr, imported(trap)) == (0, "", [])


@needs_bash
def test_the_hook_imports_nothing_of_the_repository(trap: Path) -> None:
    ended = run_script(f"{HOOK['entry']} klub.yaml", trap)
    assert (ended.returncode, ended.stderr, imported(trap)) == (0, "", [])


CALLED_BY_NAME = re.compile(r"(?:python[\d.]*|PYTHON\}?)\"?((?: -\w+)*) -m (?:passportkit|pip)\b")


@pytest.mark.parametrize(
    "page",
    [
        *("action.yml", "ci/gitlab.yml", ".pre-commit-hooks.yaml", "README.md", "README.ru.md"),
        *(each.relative_to(ROOT).as_posix() for each in sorted((ROOT / "docs").rglob("*.md"))),
    ],
)
def test_nobody_is_told_to_call_a_module_that_the_folder_could_replace(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [
        told[0] for told in CALLED_BY_NAME.finditer(text) if told[1] not in (" -P", " -I")
    ] == []
