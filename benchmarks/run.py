"""Run all benchmarks, and write `docs/performance.md` with what they have shown."""

from __future__ import annotations

import multiprocessing
import os
import platform
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import growth
import importing
import memory
import render
import start
import validate
from figures import Comparison, promise, ratio, show, spread
from growing import AT_MOST, Growth

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

_GROWTH = """
## What grows with the input

Each kind of input is read, checked, merged or printed at one size, at twice it and at four times:
texts of all that rules look for, rows, items, parts of documents, pages and workbooks, what has no
place, what both sides have changed. Of each group this is the kind whose units take most of all
longer in the longest input than in the shortest one; {most:.2f} times as long is the bound.
`make growth` shows all of them.

| what | kinds | the one that grows fastest | ratio |
| --- | --- | --- | --- |
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
    grown = [(group, [*figures]) for group, figures in growth.measured()]
    PAGE.write_text(page(found, grown), encoding="utf-8")
    is_kept = all(each.is_kept for _group, figures in grown for each in figures)
    return 0 if is_kept and all(each.is_kept for each in found) else 1


def page(found: Sequence[Comparison], grown: Sequence[tuple[str, Sequence[Growth]]]) -> str:
    """Return the page about what was measured."""
    rows = "".join(map(row, found))
    about_growth = _GROWTH.format(most=AT_MOST) + growth.table(grown)
    return _HEAD.format(machine=machine()) + rows + about_growth + _START


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
