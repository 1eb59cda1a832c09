"""How many small mistakes the tests notice: mutants drawn at random, each put to the suite.

A draw depends on the seed and on each place alone: when a line changes, other places are drawn
there and nowhere else. A mutant lives in a copy of the tree. The tests of its own room meet it
first, then all others. What became of it is kept in `build/mutations.jsonl`, so that a run that was
broken off goes on.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from mutants import Mutant, Place, mutant, places
from trial import copied, end_all, tested

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "mutations.jsonl"
ROOMS = ("practice", "forms", "merge", "intake", "paper")

NEAR = (*ROOMS, "zoo", "corpus", "test_law.py", "test_schemas.py", "rules")
"""Where the tests stand that most likely notice what those of the room do not."""

AT_LEAST = 85
"""Per cent of the mutants that the tests have to notice."""

PATIENCE = 6
"""How many times as long as without a mistake tests may take: others may use the machine, too."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mutant of a file of a room."""

    room: str
    path: str
    place: Place
    mutant: Mutant

    @property
    def key(self) -> str:
        """What it is known by from one run to the next, wherever its line stands by then."""
        place = self.place
        said = (self.path, place.kind, place.around, str(place.copy), self.mutant.after)
        return sha256("\0".join(said).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a mutant: `killed`, `timeout` or `survived`; and the test that noticed it."""

    key: str
    fate: str
    test: str
    seconds: int


def main() -> int:
    """Draw, run and report; return 1 where too few were noticed."""
    options = _options()
    drawn = draw(options.seed, options.count, options.rooms)
    if options.list:
        print(*map(told, drawn), sep="\n")
        return 0
    fates = known()
    waiting = [each for each in drawn if _is_waiting(fates.get(each.key), again=options.again)]
    if waiting:
        fates |= run(waiting, options.jobs)
    return report(options.seed, drawn, fates)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--rooms", nargs="+", choices=ROOMS, default=ROOMS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--again", action="store_true", help="run those anew that have survived")
    parser.add_argument("--list", action="store_true", help="print what is drawn, and run nothing")
    return parser.parse_args()


def _is_waiting(fate: Fate | None, *, again: bool) -> bool:
    return fate is None or (again and fate.fate == "survived")


# --- the draw -----------------------------------------------------------------------------


def draw(seed: int, count: int, rooms: Sequence[str] = ROOMS) -> list[Drawn]:
    """Return mutants of places drawn at random, each place as likely as any other."""
    drawn: list[Drawn] = []
    ranked = sorted(_ranked(seed, rooms), key=lambda entry: entry[0])
    for _, chance, room, path, place in ranked:
        if len(drawn) < count and (found := _mutant(path, place, chance)):
            name = path.relative_to(ROOT).as_posix()
            drawn.append(Drawn(room, name, place, found))
    return sorted(drawn, key=lambda each: (each.path, each.place.span))


def _ranked(
    seed: int, rooms: Sequence[str]
) -> Iterator[tuple[float, random.Random, str, Path, Place]]:
    for room in rooms:
        for path in sorted((ROOT / "src" / "passportkit" / room).rglob("*.py")):
            for place in places(path.read_text(encoding="utf-8")):
                name = f"{room}/{path.name}"
                chance = random.Random(f"{seed} {name} {place.kind} {place.around} {place.copy}")
                yield chance.random(), chance, room, path, place


def _mutant(path: Path, place: Place, chance: random.Random) -> Mutant | None:
    text = path.read_text(encoding="utf-8")
    others = chance.sample(place.others, len(place.others))
    return next(filter(None, (mutant(text, place, other) for other in others)), None)


# --- the run ------------------------------------------------------------------------------


def known() -> dict[str, Fate]:
    """Return what earlier runs have found."""
    if not KEPT.exists():
        return {}
    fates = [Fate(**json.loads(line)) for line in KEPT.read_text(encoding="utf-8").splitlines()]
    return {fate.key: fate for fate in fates}


def run(waiting: Sequence[Drawn], jobs: int) -> dict[str, Fate]:
    """Put mutants to the tests, and keep what becomes of each as soon as it is known."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # `nohup` is not meant for the tests
        signal.signal(signal.SIGHUP, lambda *_: None)
    KEPT.parent.mkdir(exist_ok=True)
    fates: dict[str, Fate] = {}
    pool = ThreadPoolExecutor(jobs)
    with copied(ROOT) as tree, KEPT.open("a", encoding="utf-8") as kept:
        try:
            limits = _limits(tree, {each.room for each in waiting})
            works = {pool.submit(_fate, tree, each, limits): each for each in waiting}
            for number, work in enumerate(as_completed(works), 1):
                fate = work.result()
                fates[fate.key] = fate
                print(json.dumps(asdict(fate)), file=kept, flush=True)
                print(f"{number}/{len(waiting)} {fate.fate} {fate.test}")
                print(told(works[work]), flush=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            end_all()
    return fates


def _limits(tree: Path, rooms: Iterable[str]) -> dict[str, float]:
    """Return how many seconds the tests of rooms, and all tests (""), may take.

    Without a mistake they have to pass.
    """
    limits = {}
    for room in (*sorted(rooms), ""):
        began = time.monotonic()
        with copied(tree) as copy:
            ended = tested(copy, [f"tests/{room}"], None)
        if ended.fate != "survived":
            sys.exit(f"the tests fail without a mistake: {ended.test}")
        limits[room] = 30 + PATIENCE * (time.monotonic() - began)
    return limits


def _fate(tree: Path, drawn: Drawn, limits: Mapping[str, float]) -> Fate:
    began = time.monotonic()
    with copied(tree) as copy:
        (copy / drawn.path).write_text(drawn.mutant.text, encoding="utf-8")
        ended = tested(copy, [f"tests/{drawn.room}"], limits[drawn.room])
        if ended.fate == "survived":
            ended = tested(copy, _others(copy, drawn.room), limits[""])
    return Fate(drawn.key, *ended, round(time.monotonic() - began))


def _others(tree: Path, room: str) -> list[str]:
    """Return where all tests stand that are not of a room, those near it first."""
    found = [*tree.glob("tests/*/"), *tree.glob("tests/test_*.py")]
    names = sorted(path.name for path in found if path.is_file() or any(path.glob("**/test_*.py")))
    near = [name for name in NEAR if name in names]
    return [f"tests/{name}" for name in dict.fromkeys([*near, *names]) if name != room]


# --- the report ---------------------------------------------------------------------------


def report(seed: int, drawn: Sequence[Drawn], fates: Mapping[str, Fate]) -> int:
    """Print who was not noticed, and how many were; return 1 where those are too few."""
    count = Counter(fates[each.key].fate for each in drawn)
    noticed = 100 * (len(drawn) - count["survived"]) / len(drawn)
    print(*(told(each) for each in drawn if fates[each.key].fate == "survived"), sep="\n")
    print(
        f"seed {seed}: {len(drawn)} mutants, {count['killed']} killed, {count['timeout']} timed "
        f"out, {count['survived']} survived: {noticed:.1f} % noticed, at least {AT_LEAST} %"
    )
    return 0 if noticed >= AT_LEAST else 1


def told(each: Drawn) -> str:
    """Return a mutant as a person reads it: where it is, and its line before and after."""
    where = f"{each.path}:{each.mutant.line}"
    return f"{where} ({each.place.kind})\n  - {each.mutant.before}\n  + {each.mutant.after}"


if __name__ == "__main__":
    sys.exit(main())
