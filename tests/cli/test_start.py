"""What each command loads: the wait before anything happens is mostly that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PARSER = {"annotated_doc", "shellingham", "typer"}
MODELS = {"annotated_types", "pydantic", "pydantic_core", "typing_extensions", "typing_inspection"}
YAML = {"_yaml", "yaml"}
READING = {"lxml"}
WORD = {"docx", "lxml"}

BUDGET: dict[str, set[str]] = {
    "--version": PARSER,
    "--help": PARSER,
    "new --help": PARSER,
    "validate --help": PARSER,
    "form --help": PARSER,
    "validate sound.yaml": MODELS | YAML,
    "validate": MODELS | YAML,
    "validate --form algorithm sound.yaml": PARSER | MODELS | YAML,
    "validate no-such.yaml": MODELS | YAML,
    "form list": PARSER | MODELS | YAML,
    "schema": PARSER | MODELS | YAML,
    "new Клуб -o -": PARSER | MODELS | YAML,
    "import --help": PARSER,
    "import no-such.docx": PARSER | MODELS | YAML | READING,
    "import sound.docx -o -": PARSER | MODELS | YAML | READING,
    "render sound.yaml -o out": PARSER | MODELS | YAML | WORD | {"platformdirs"},
}
"""The modules that a command may load, besides ours and those of Python, by their first names."""

SOUND = """\
passport: 1
title: Клуб
"""

LOADED = """\
import json, sys
from passportkit.__main__ import main
before = set(sys.modules)
try:
    main()
except SystemExit:
    pass
# what was only made, as Cython does, or only named, was not loaded
names = {name.partition(".")[0] for name in set(sys.modules) - before}
names = [name for name in names if getattr(sys.modules.get(name), "__spec__", None)]
names = [name for name in names if not name.startswith("_sysconfigdata")]  # Python's own
theirs = set(names) - set(sys.stdlib_module_names) - {"passportkit"}
print(json.dumps(sorted(theirs)), file=sys.stderr)
"""


def loaded(folder: Path, *arguments: str, **environment: str) -> set[str]:
    """Return what a call in a process of its own loads; its output goes into a pipe."""
    (folder / "sound.yaml").write_text(SOUND, encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYDANTIC_")}
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=folder,
        env={**kept, "PASSPORT_LANG": "ru", "PASSPORT_CACHE": "", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("call", BUDGET)
def test_a_command_loads_what_it_needs_and_no_more(call, tmp_path):
    assert loaded(tmp_path, *call.split()) <= BUDGET[call]


def test_completion_loads_the_parser_and_no_more(tmp_path):
    asked = {"_PASSPORT_COMPLETE": "complete_bash", "COMP_WORDS": "passport ren", "COMP_CWORD": "1"}
    assert loaded(tmp_path, **asked) <= PARSER


def test_a_start_does_not_look_for_plugins(tmp_path):
    command = [sys.executable, "-X", "importtime", "-m", "passportkit", "validate", "sound.yaml"]
    (tmp_path / "sound.yaml").write_text(SOUND, encoding="utf-8")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    names = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "pydantic.config" in names
    unwanted = {"email", "importlib.metadata", "shutil", "typer", "zipfile"}
    assert names & unwanted == set()


def test_the_quick_way_does_what_the_parser_does(tmp_path):
    """`passport validate FILE` goes past the parser; with an option it does not."""
    (tmp_path / "wrong.yaml").write_text("title: Клуб\nsumary: да\n", encoding="utf-8")
    ended = [
        subprocess.run(
            [sys.executable, "-m", "passportkit", "validate", *call],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for call in (["wrong.yaml"], ["--", "wrong.yaml"])
    ]
    first, second = ((done.returncode, done.stdout, done.stderr) for done in ended)
    assert first == second
    assert first[0] == 1
