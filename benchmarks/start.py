"""Whole processes: one call of `passport`, beside its peer and beside what it stands on."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from figures import Comparison, Pair, in_turn, show

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "practices" / "sosedskie-kluby.yaml"
SCHEMA = ROOT / "schemas" / "practice.schema.json"
IMPORTS = "import typer, yaml; from pydantic import BaseModel"
ROUNDS = 20


def compare() -> list[Comparison]:
    """Compare starts. Everything was started once before, so that its bytecode is there."""
    validate = [program("passport"), "validate", str(EXAMPLE)]
    schema = [program("check-jsonschema"), "--schemafile", str(SCHEMA), str(EXAMPLE)]
    python = [sys.executable, "-c", IMPORTS]
    file = f"{EXAMPLE.stat().st_size / 1000:.0f} KB"
    return [
        Comparison(
            f"check one file of {file}, a whole process",
            "passport validate FILE",
            f"check-jsonschema {version('check-jsonschema')} with our schema",
            processes(validate, schema),
            at_most=1,
        ),
        Comparison(
            f"check one file of {file}, beside what it stands on",
            "passport validate FILE",
            "Python importing typer, yaml and Pydantic's BaseModel",
            processes(validate, python),
            at_most=1.6,
        ),
        Comparison(
            "show a page of help",
            "passport --help",
            "Python importing typer",
            processes([program("passport"), "--help"], [sys.executable, "-c", "import typer"]),
        ),
    ]


def processes(ours: Sequence[str], theirs: Sequence[str]) -> tuple[Pair, ...]:
    """Return the times of both calls, from the start of the process to its end."""
    for call in (ours, theirs):
        run(call)
    return in_turn(lambda: run(ours), lambda: run(theirs), ROUNDS)


def run(call: Sequence[str]) -> None:
    """Run a call with its output in a pipe; what it finds does not matter, but it must not fail."""
    environment = {**os.environ, "PASSPORT_LANG": "ru"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody starts without bytecode twice
    done = subprocess.run(call, env=environment, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode(errors="replace")


def program(name: str) -> str:
    """Return the path of a program of this environment."""
    folder = Path(sysconfig.get_path("scripts"))
    return str(next(path for path in (folder / name, folder / f"{name}.exe") if path.exists()))


if __name__ == "__main__":
    show(compare())
