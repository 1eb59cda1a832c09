"""The package's face: the pages about it run, and a start loads nothing that it does not use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import passportkit
from tests.test_docs import RUSSIAN, fences

API = "docs/api.md"


@pytest.mark.parametrize("page", [API, RUSSIAN[API]])
def test_every_block_runs_one_after_the_other(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    blocks = [text for kind, text in fences(page) if kind == "python"]
    for block in blocks:
        exec(compile(block, page, "exec"), names)
    assert len(blocks) == 8
    made = sorted(path.name for path in tmp_path.rglob("*.docx"))
    assert made == ["0.docx", "1.docx", "2.docx"]


@pytest.mark.parametrize("name", sorted({*passportkit.__all__} - {"__version__"}))
def test_every_name_is_there(name: str) -> None:
    assert getattr(passportkit, name).__name__ == name


def test_who_looks_around_in_a_fresh_session_sees_every_name() -> None:
    looking = "import passportkit; print(*dir(passportkit))"
    seen = subprocess.run(
        [sys.executable, "-c", looking], capture_output=True, encoding="utf-8", check=True
    )
    assert set(passportkit.__all__) <= set(seen.stdout.split())


@pytest.mark.parametrize("name", ["Press", "engine.toolkit"])
def test_another_name_is_not(name: str) -> None:
    with pytest.raises(AttributeError, match=f"no attribute '{name}'"):
        getattr(passportkit, name)


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import passportkit", {"pydantic", "yaml", "lxml", "docx"}),
        ("from passportkit import Finding, translator", {"pydantic", "yaml", "lxml", "docx"}),
        (
            "from passportkit import Toolkit; Toolkit().check('title: x')",
            {"lxml", "docx"},
        ),
    ],
)
def test_what_is_not_used_is_not_loaded(code: str, unwanted: set[str]) -> None:
    loaded = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, encoding="utf-8", check=True
    )
    assert unwanted & set(done.stdout.split()) == set()
