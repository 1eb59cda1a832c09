"""Mutated inputs by the thousand: `python -m tests.fuzz --kind yaml --seed 1 --cpu 600`.

What breaks a law is kept in `build/fuzz`. The same kind, seed and number make the same input.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from contextlib import closing
from typing import Any

from tests.fuzz.kinds import KINDS
from tests.fuzz.minimising import minimised
from tests.fuzz.running import Tried, run
from tests.fuzz.seeds import ROOT, Seed
from tests.fuzz.trial import Kind, made, tried

KEPT = ROOT / "build" / "fuzz"
_PACKAGES = ("docx", "xlsx")
"""What is not cut to what is needed: it would be no package any more."""


def main() -> int:
    """Make inputs, hold the laws against them, and report; return 1 where one was broken."""
    options = _options()
    kinds = KINDS if options.kind == "all" else (options.kind,)
    return max(_fuzzed(kind, options) for kind in kinds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cpu", type=float, default=600, help="how many seconds for each kind")
    parser.add_argument("--count", type=int, help="how many inputs at most")
    parser.add_argument("--kind", choices=["all", *KINDS], default="all")
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    return parser.parse_args()


def _fuzzed(kind: str, options: argparse.Namespace) -> int:
    """Try inputs of a kind, and report."""
    broken = Counter[str]()
    accepted = number = 0
    seconds = longest = largest = 0.0
    with closing(run(kind, options.seed, options.first)) as trials:
        for number, each in enumerate(trials, 1):
            trial, cost = each.trial, each.trial.cost
            broken.update(map(alike, trial.broken))
            _keep(kind, options.seed, each)
            accepted += trial.is_accepted
            seconds += cost.total
            longest, largest = max(longest, cost.seconds), max(largest, cost.megabytes)
            if number == options.count or seconds > options.cpu:
                break
    print(*(f"{count} × {what}" for what, count in broken.most_common()), sep="\n")
    print(
        f"{kind}, seed {options.seed}: {number} inputs, {accepted} of them accepted, "
        f"{seconds:.0f} s; at most {longest:.1f} s and {largest:.0f} MB",
        flush=True,
    )
    return 1 if broken else 0


def _keep(kind: str, seed: int, each: Tried) -> None:
    """Tell what breaks a law, and keep it."""
    for told in each.trial.broken:
        print(f"{kind} {each.number}: {told} ({each.name})", flush=True)
    if each.trial.broken:
        KEPT.mkdir(parents=True, exist_ok=True)
        _, given = made(KINDS[kind], seed, each.number)
        path = KEPT / f"{kind}-{seed}-{each.number}.{KINDS[kind].ending}"
        path.write_bytes(given.content)
        if KINDS[kind].ending not in _PACKAGES and "no crash" not in str(each.trial.broken):
            laws = {*map(alike, each.trial.broken)}
            path.with_stem(f"{path.stem}-small").write_bytes(_smaller(KINDS[kind], given, laws))


def _smaller(kind: Kind[Any], given: Seed, laws: set[str]) -> bytes:
    """Return what of a text is needed to break one of these laws."""

    def is_broken(content: bytes) -> bool:
        broken = tried(given._replace(content=content), kind).broken
        return not laws.isdisjoint(map(alike, broken))

    return minimised(given.content, is_broken)


def alike(told: str) -> str:
    """Return what is alike in several things that were told."""
    law, _, what = told.partition(": ")
    return f"{law}: {what}"[:60] if law.startswith("no ") else law


if __name__ == "__main__":
    sys.exit(main())
