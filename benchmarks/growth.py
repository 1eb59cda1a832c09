"""Nothing grows faster than its input: every reader, rule, merge and printer at n, 2n and 4n.

`python benchmarks/growth.py` measures all kinds of input, or those whose names have one of the
words behind it in them. Each has a process of its own.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

import grown_corrections
import grown_documents
import grown_pages
import grown_practices
import grown_reports
import grown_sheets
from growing import Growth, Kind, grown

GROUPS: Mapping[str, Sequence[Kind]] = {
    "reading YAML": grown_practices.YAML,
    "rules": grown_practices.RULES,
    "reading DOCX": grown_documents.DOCX,
    "reading pages and pasted text": grown_pages.PAGES,
    "reading and writing XLSX": grown_sheets.SHEETS,
    "importing": grown_documents.IMPORTS,
    "correcting": grown_corrections.CORRECTIONS,
    "forms, scaffolds, documents": grown_practices.MAKING,
    "reports": grown_reports.REPORTS,
}


def main(words: Sequence[str] = ()) -> int:
    """Print the figures; return 1 where time has grown faster than the input."""
    is_kept = True
    for group, figures in measured(words):
        print(group)
        for each in figures:
            print(f"  {in_words(each)}", flush=True)
            is_kept &= each.is_kept
    return 0 if is_kept else 1


def measured(words: Sequence[str] = ()) -> Iterator[tuple[str, Iterator[Growth]]]:
    """Yield the groups, with the figures of the kinds that have one of the words in their names."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawn, max_tasks_per_child=1) as pool:
        for group, kinds in GROUPS.items():
            wanted = [
                number
                for number, kind in enumerate(kinds)
                if not words or any(word in f"{group}: {kind.name}" for word in words)
            ]
            if wanted:
                yield group, pool.map(_one, [group] * len(wanted), wanted)


def table(groups: Iterable[tuple[str, Iterable[Growth]]]) -> str:
    """Return the groups as rows of a table: how many kinds, and the one that grows fastest."""
    return "".join(_row(group, [*figures]) for group, figures in groups)


def _row(group: str, figures: Sequence[Growth]) -> str:
    worst = max(figures, key=lambda each: each.ratio)
    took = ", ".join(f"{took * 1e6:.3g}" for took in worst.took)
    broken = "" if all(each.is_kept for each in figures) else " – broken"
    kind = f"{worst.name}, from {worst.size}: {took} µs for each {worst.unit}"
    return f"| {group} | {len(figures)} | {kind} | {worst.ratio:.2f}{broken} |\n"


def _one(group: str, number: int) -> Growth:
    return grown(GROUPS[group][number])


def in_words(each: Growth) -> str:
    """Return the figures of a kind on a line."""
    took = "  ".join(f"{took * 1e6:9.3f}" for took in each.took)
    broken = "" if each.is_kept else "  BROKEN"
    return f"{each.name:44} {took} µs/{each.unit:9} at {each.size:7}  {each.ratio:5.2f}{broken}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
