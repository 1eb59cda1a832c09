"""Many inputs of one kind, tried in a process of their own: what kills it is known by its number.

A process that hangs in a library, which no exception ends, is ended by the system.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Generator, Iterator
from itertools import count
from multiprocessing.connection import Connection
from typing import NamedTuple

from tests.fuzz.cost import Cost
from tests.fuzz.kinds import KINDS
from tests.fuzz.trial import Trial, made, tried

_MOST_MEMORY = 3 * 2**30
"""Bytes of addresses that a process may have."""

_AT_MOST = 90
"""Seconds of the processor for one input, after which the system ends the process."""


class Tried(NamedTuple):
    """An input that was tried, by its number, and of what it was made."""

    number: int
    name: str
    trial: Trial


def run(kind: str, seed: int, first: int = 0) -> Generator[Tried]:
    """Yield what comes of the inputs from a number on, without end."""
    processes = multiprocessing.get_context("fork")
    while True:
        receiving, sending = processes.Pipe(duplex=False)
        process = processes.Process(target=_work, args=(kind, seed, first, sending), daemon=True)
        process.start()
        sending.close()
        try:
            for each in _received(receiving):
                first = each.number + 1
                yield each
        finally:
            process.terminate()
            process.join()
        yield _ended(kind, seed, first, process.exitcode)
        first += 1


def _received(receiving: Connection) -> Iterator[Tried]:
    while True:
        try:
            yield receiving.recv()
        except EOFError:
            return


def _ended(kind: str, seed: int, number: int, code: int | None) -> Tried:
    """Return of the input during which a process has ended how that went."""
    how = signal.Signals(-code).name if code and code < 0 else f"exit code {code}"
    name, _ = made(KINDS[kind], seed, number)
    return Tried(number, name, Trial(False, Cost(_AT_MOST, total=_AT_MOST), [f"no crash: {how}"]))


def _work(kind: str, seed: int, first: int, sending: Connection) -> None:
    import resource  # Windows has none

    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    for number in count(first):
        signal.setitimer(signal.ITIMER_PROF, _AT_MOST)
        name, given = made(KINDS[kind], seed, number)
        sending.send(Tried(number, name, tried(given, KINDS[kind])))
