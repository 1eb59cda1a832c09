"""What many files cost in memory: the peak of a call over many, beside that of a call over few.

Files are copies of the examples below one folder; whole processes are measured, as the system
counts them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from figures import Comparison, Pair, show
from start import program

EXAMPLES = sorted((Path(__file__).parents[1] / "examples" / "practices").glob("*.yaml"))
FEW, MANY = 100, 10_000
AT_MOST = 1.2


def compare() -> list[Comparison]:
    """Compare the peaks; on Windows nobody counts them."""
    if sys.platform == "win32":
        return []
    calls = {
        "check": ["validate", "--format", "sarif"],
        "render": ["render", "--draft", "--form", "algorithm"],
    }
    with tempfile.TemporaryDirectory(prefix="passport-memory-") as folder:
        few, many = (_practices(Path(folder), count) for count in (FEW, MANY))
        _peak(calls["render"], few)  # a template is compiled once, and takes more than any document
        return [_compared(what, call, few, many) for what, call in calls.items()]


def _compared(what: str, call: Sequence[str], few: Path, many: Path) -> Comparison:
    pair: Pair = (_peak(call, many), _peak(call, few))
    name = f"passport {call[0]}"
    return Comparison(
        f"{what} {MANY} files, the peak of memory",
        f"{name}, {MANY} files",
        f"{name}, {FEW} files",
        (pair,),
        at_most=AT_MOST,
        in_words=megabytes,
    )


def _practices(folder: Path, count: int) -> Path:
    """Return a folder with so many practices, a hundred in each of its folders."""
    top = folder / str(count)
    for index in range(count):
        place = top / "practices" / f"{index // 100:03}" / f"{index:05}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLES[index % len(EXAMPLES)], place)
    (top / "passport.toml").touch()
    return top


_MEASURE = """\
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
assert code in (0, 1), code
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A small program that calls another one: a process counts as its own what it was forked from."""


def _peak(call: Sequence[str], folder: Path) -> float:
    """Return how many bytes a call has at most."""
    measure = [sys.executable, "-c", _MEASURE, program("passport"), *call]
    done = subprocess.run(measure, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)


def megabytes(size: float) -> str:
    """Return a size with three digits that count."""
    return f"{size / 2**20:.1f} MB"


if __name__ == "__main__":
    show(compare())
