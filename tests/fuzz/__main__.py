"""Mutated packages by the thousand: `python -m tests.fuzz --seed 1 --count 20000 --kind xlsx`.

What breaks a law is kept in `build/fuzz`. The same kind, seed and number make the same package.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter

from tests.fuzz.document_mutations import IN_DOCUMENTS
from tests.fuzz.laws import Trial, tried
from tests.fuzz.package_mutations import mutated
from tests.fuzz.package_words import parts_of
from tests.fuzz.seeds import ROOT, Kind, Seed, draw
from tests.fuzz.sheet_mutations import IN_SHEETS

KEPT = ROOT / "build" / "fuzz"
_digits = re.compile(r"\d+")


_IN_TREES = {"docx": IN_DOCUMENTS, "xlsx": IN_SHEETS}


def package(seed: int, number: int, kind: Kind = "docx") -> tuple[str, Seed]:
    """Return a mutated package, and the name of the document that it was made of."""
    chance = random.Random(f"{seed} {number}")
    name, drawn = draw(kind, chance)
    parts = list(parts_of(drawn.content).items())
    return name, drawn._replace(content=mutated(parts, _IN_TREES[kind], chance))


def main() -> int:
    """Make packages, hold the laws against them, and report; return 1 where one was broken."""
    options = _options()
    numbers = range(options.first, options.first + options.count)
    began, kinds, imported = time.process_time(), Counter[str](), 0
    for number in numbers:
        trial = _tried(options.seed, number, options.kind)
        imported += trial.is_imported
        kinds.update(map(_kind_of, trial.broken))
    seconds = time.process_time() - began
    print(*(f"{count} × {kind}" for kind, count in kinds.most_common()), sep="\n")
    print(
        f"seed {options.seed}: {options.count} packages of {options.kind}, {imported} of them "
        f"imported, {seconds:.0f} s, {1000 * seconds / max(1, options.count):.1f} ms each"
    )
    return 1 if kinds else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--kind", choices=_IN_TREES, default="docx", help="of Word or of Excel")
    parser.add_argument("--first", type=int, default=0, help="the number of the first package")
    return parser.parse_args()


def _tried(seed: int, number: int, kind: Kind) -> Trial:
    """Return what comes of a package; what breaks a law is told and kept."""
    name, made = package(seed, number, kind)
    trial = tried(made, kind)
    for told in trial.broken:
        print(f"{number}: {told} ({name})", flush=True)
    if trial.broken:
        KEPT.mkdir(parents=True, exist_ok=True)
        (KEPT / f"{seed}-{number}.{kind}").write_bytes(made.content)
    return trial


def _kind_of(told: str) -> str:
    """Return what is alike in several things that were told."""
    law, _, what = told.partition(": ")
    return f"{law}: {what}"[:60] if "exception" in law else law


if __name__ == "__main__":
    sys.exit(main())
