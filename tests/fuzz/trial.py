"""A kind of input, and one input tried: which laws it breaks, and what that has cost.

A law is a function from what came of an input to what is wrong with it, a line for each.
"""

from __future__ import annotations

import random
import signal
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from tests.fuzz.cost import Cost, metered
from tests.fuzz.seeds import Seed

LONGEST = 2.0
"""Seconds of the processor that an input may take; a large one takes longer in proportion."""

_LARGE = 50_000
"""Bytes of a large input."""

LARGEST = 300
"""Megabytes by which the process may grow with it."""

_PATIENCE = 30
"""Seconds after which one is given up."""

_USUAL_SIZE = 12_000
"""Bytes of a small input, which takes little time: large ones are drawn less often."""


class Outcome(Protocol):
    """What has come of an input."""

    @property
    def is_accepted(self) -> bool:
        """Whether that is anything but a refusal."""


O = TypeVar("O", bound=Outcome)  # noqa: E741 - there is no shorter name of it

Laws = Mapping[str, Callable[[O], Iterator[str]]]


@dataclass(frozen=True, slots=True, eq=False)
class Kind(Generic[O]):
    """What is fuzzed alike: where it begins, what may happen to it, and what must hold then.

    `mutated` gets an input, another one, and chance.
    """

    ending: str
    seeds: Callable[[], Mapping[str, Seed]]
    mutated: Callable[[bytes, bytes, random.Random], bytes]
    outcome: Callable[[Seed], O]
    laws: Laws[O]


class Trial(NamedTuple):
    """Whether an input was accepted, what it has cost, and which laws it breaks, and how."""

    is_accepted: bool
    cost: Cost
    broken: list[str]


def made(kind: Kind[Any], seed: int, number: int) -> tuple[str, Seed]:
    """Return a mutated input, and the name of the one that it was made of."""
    chance = random.Random(f"{seed} {number}")
    seeds = kind.seeds()
    name, other = chance.choices(list(seeds), _weights(kind), k=2)
    content = kind.mutated(seeds[name].content, seeds[other].content, chance)
    return name, seeds[name]._replace(content=content)


@cache
def _weights(kind: Kind[Any]) -> list[float]:
    sizes = [len(each.content) for each in kind.seeds().values()]
    return [_USUAL_SIZE / (_USUAL_SIZE + size) for size in sizes]


def tried(given: Seed, kind: Kind[Any]) -> Trial:
    """Return what comes of an input."""
    broken: list[str] = []
    is_accepted = False
    with metered() as cost:
        try:
            with patience():
                outcome = kind.outcome(given)
            cost.stop()
            is_accepted = outcome.is_accepted
            with patience():
                for name, law in kind.laws.items():
                    broken.extend(f"{name}: {what}" for what in law(outcome))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            broken.append(f"no exception: {told_of(error)}")
    return Trial(is_accepted, cost, [*broken, *too_dear(cost, len(given.content))])


def too_dear(cost: Cost, size: int = 0) -> Iterator[str]:
    """Yield that an input of so many bytes has taken too long, or too much memory."""
    if cost.seconds > LONGEST * max(1.0, size / _LARGE):
        yield f"soon: {cost.seconds:.1f} seconds"
    if cost.megabytes > LARGEST:
        yield f"small: {cost.megabytes:.0f} MB"


@contextmanager
def patience() -> Iterator[None]:
    """Raise `TimeoutError` where something takes far too long; Windows has no such clock."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def give_up(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def told_of(error: Exception) -> str:
    """Return an exception and where it was raised in this project, in one line."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [each for each in frames if "passportkit" in each.filename] or frames
    where = f"{own[-1].filename.rpartition('passportkit/')[2]}:{own[-1].lineno}"
    return f"{type(error).__name__} at {where}: {str(error)[:100]}"
