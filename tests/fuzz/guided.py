"""The same inputs, chosen by what they reach: `python -m tests.fuzz.guided yaml -max_total_time=9`.

Needs `atheris` (`pip install atheris`), of which there are wheels for Linux alone, so that nothing
else here depends on it. It keeps in `build/corpus` what reaches new lines, makes others of that by
the mutations of the kind, and stops at the first input that breaks a law, which it leaves in
`build/fuzz`. What follows the kind are options of libFuzzer.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["passportkit"]):
    from tests.fuzz.kinds import KINDS

from tests.fuzz.__main__ import KEPT
from tests.fuzz.seeds import ROOT, Seed
from tests.fuzz.trial import Kind, tried

_CORPUS = ROOT / "build" / "corpus"


def main() -> None:
    """Run until a law is broken, or until an option says that it is enough."""
    name, *options = sys.argv[1:]
    kind = KINDS[name]
    beside = next(iter(kind.seeds().values())).beside

    def try_one(content: bytes) -> None:
        if broken := tried(Seed(content, beside), kind).broken:
            raise AssertionError(broken)

    def mutated(content: bytes, largest: int, seed: int) -> bytes:
        try:
            return _mutated(kind, content, random.Random(seed))[:largest]
        except Exception:  # noqa: BLE001 - it is no package any more, so any bytes will do
            return bytes(atheris.Mutate(content, largest))

    KEPT.mkdir(parents=True, exist_ok=True)
    begin = [sys.argv[0], str(_corpus(name, beside)), f"-artifact_prefix={KEPT}/{name}-"]
    atheris.Setup([*begin, *options], try_one, custom_mutator=mutated)
    atheris.Fuzz()


def _corpus(name: str, beside: bytes | None) -> Path:
    """Return the folder of inputs to go on with, those among them that belong to a file."""
    folder = _CORPUS / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(KINDS[name].seeds().values()):
        if seed.beside == beside:
            (folder / f"seed-{number}").write_bytes(seed.content)
    return folder


def _mutated(kind: Kind[Any], content: bytes, chance: random.Random) -> bytes:
    other = chance.choice(list(kind.seeds().values())).content
    return kind.mutated(content, other, chance)


if __name__ == "__main__":
    main()
