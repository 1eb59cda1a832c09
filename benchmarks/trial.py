"""A copy of the tree, and the tests run in it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

MEMORY = 4 << 20
"""In kilobytes: what tests may take before they count as failed."""

LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", ".hypothesis", ".*_cache", "build", "out")
PYTEST = ("-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0")
FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)

_running: set[subprocess.Popen[bytes]] = set()


class Ended(NamedTuple):
    """How a run of tests has ended, and which test was the first to fail."""

    fate: str
    test: str = ""


@contextmanager
def copied(tree: Path) -> Iterator[Path]:
    """Make a copy of a tree for a while, with the bytecode that is there already."""
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(tree, copy, ignore=LEFT_OUT, symlinks=True)
        yield copy


def tested(tree: Path, tests: Sequence[str], seconds: float | None) -> Ended:
    """Run tests of a copy until one fails; the copy stands in the way of what is installed."""
    process = subprocess.Popen(
        ["sh", "-c", f'ulimit -v {MEMORY}; exec "$@"', "sh", sys.executable, *PYTEST, *tests],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        process_group=0,
    )
    _running.add(process)
    try:
        said = process.communicate(timeout=seconds)[0].decode(errors="replace")
    except subprocess.TimeoutExpired:
        return Ended("timeout")
    finally:
        _end(process)
    if process.returncode == 0:
        return Ended("survived")
    failed = FAILED.search(said)
    return Ended("killed", failed[1] if failed else said.strip().rpartition("\n")[2])


def end_all() -> None:
    """End all tests that are running, with all that they have started."""
    for process in tuple(_running):
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    _running.discard(process)
