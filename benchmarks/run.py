"""Run all benchmarks, and write `docs/performance.md` with what they have shown."""

from __future__ import annotations

import multiprocessing
import os
import platform
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import importing
import memory
import render
import start
import validate
from figures import Comparison, promise, ratio, show, spread

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BENCHMARKS = (start, validate, render, importing, memory)

_HEAD = """\
# Performance

Made by `make bench`, which installs the peers into an environment of its own. Both sides run in
turn; a time is a median, a ratio is ours through the peer's, with the middle half of all turns
behind it. Ratios hold elsewhere too; times are those of one machine ({machine}).

| what | ours | peer | ratio | at most |
| --- | --- | --- | --- | --- |
"""

_START = """
## Where the time of a start goes

`passport --version`, `--help` and completion load the parser and nothing else. `passport validate
FILE…` without an option goes past even that. What a command may load stands in
`tests/cli/test_start.py`, and a change of it is a decision.

- Models are built when the first practice is validated, in one go, not each when it is defined.
- Patterns are compiled when they are first used (`text/pattern.py`), and a catalogue of messages is
  read for the first message.
- Small values that every check needs are named tuples: a frozen dataclass takes six times as long
  to define, 0.6 ms.
- Modules with models do without `from __future__ import annotations`: Pydantic would evaluate the
  text of every annotation anew.
- A process does not look for garbage while it starts, nor when it ends, and Pydantic does not look
  for plugins (`__main__.py`).
"""


def main() -> int:
    """Print and write everything; return 1 if a promise is broken.

    Each benchmark has a process of its own, so that none meets what another has left in memory.
    """
    found: list[Comparison] = []
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawn, max_tasks_per_child=1) as pool:
        for benchmark in BENCHMARKS:
            compared = pool.submit(benchmark.compare).result()
            show(compared)
            found += compared
    PAGE.write_text(page(found), encoding="utf-8")
    return 0 if all(each.is_kept for each in found) else 1


def page(found: Sequence[Comparison]) -> str:
    """Return the page about what was measured."""
    return _HEAD.format(machine=machine()) + "".join(map(row, found)) + _START


def row(each: Comparison) -> str:
    """Return a comparison as a row of the table."""
    ours, theirs = map(each.in_words, each.times)
    most = "" if each.at_most is None else ratio(each.at_most)
    broken = " – broken" if promise(each).endswith("BROKEN") else ""
    cells = (
        each.what,
        f"{each.ours}: {ours}",
        f"{each.peer}: {theirs}",
        spread(each),
        most + broken,
    )
    return f"| {' | '.join(cells)} |\n"


def machine() -> str:
    """Return the kind of machine: its cores and its Python, and nothing that names it."""
    return f"{os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
