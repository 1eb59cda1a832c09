"""All faults at length: `python -m tests.faults --kills 500 --seed 1`.

The same seed breaks off the same calls after the same pauses; where that finds them, the machine
decides.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tests.faults import interrupted, refusing, together

_SIZES = (0, 100)
_FILLED = (2**20, 2**20 - 4096, 2**20 - 3 * 4096)
_READ = ("validate klub.yaml", "render klub.yaml --draft", "rules", "form show algorithm")


def main() -> int:
    """Try everything, print what was found, and return 1 where something was."""
    options = _options()
    found = [*_broken_off(options), *_refused(), *_at_once(options.races)]
    print(*found, sep="\n")
    return 1 if found else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--interrupts", type=int, default=100)
    parser.add_argument("--races", type=int, default=10)
    return parser.parse_args()


def _broken_off(options: argparse.Namespace) -> Iterator[str]:
    for name, number, count in (
        ("killed", signal.SIGKILL, options.kills),
        ("interrupted", signal.SIGINT, options.interrupts),
    ):
        began = time.monotonic()
        states, faults = interrupted.trials(count, number, options.seed)
        told = ", ".join(f"{state}: {n}" for state, n in sorted(states.items()))
        _tell(f"{name} {count} times ({told})", began, faults)
        yield from faults


class _Refusing(NamedTuple):
    """What takes no file, whether it can be had here, and a trial of one of the calls."""

    title: str
    is_possible: bool
    trial: Callable[[str], list[str]]


def _refusing() -> Iterator[_Refusing]:
    for size in _SIZES:
        trial = partial(refusing.on_a_small_disk, room=size)
        yield _Refusing(f"files of at most {size} bytes", True, trial)
    for fill in _FILLED:
        title = f"a disk with {2**20 - fill} bytes left"
        yield _Refusing(title, refusing.can_mount(), partial(refusing.on_a_full_disk, fill=fill))
    yield _Refusing(
        "a folder for reading", refusing.can_do_without_rights(), refusing.in_a_folder_for_reading
    )
    is_root = os.geteuid() == 0 and refusing.can_do_without_rights()
    yield _Refusing("a folder of another user", is_root, refusing.in_a_folder_of_another)


def _refused() -> Iterator[str]:
    for each in _refusing():
        began, names = time.monotonic(), interrupted.CALLS if each.is_possible else ()
        faults = [f"{each.title}, {name}: {fault}" for name in names for fault in each.trial(name)]
        _tell(f"{each.title}: {len(names)} calls", began, faults)
        yield from faults


def _at_once(races: int) -> Iterator[str]:
    for count in (2, 8):
        began, told, faults = time.monotonic(), 0, list[str]()
        for _ in range(races):
            refused, found = together.into_one_practice(count)
            told += refused
            faults += [*found, *together.into_one_folder(count), *together.as_one_new_file(count)]
        _tell(f"{count} at once, {races} times; told to call again: {told}", began, faults)
        yield from faults
    for call in _READ:
        yield from (
            f"{call} | nobody: {fault}" for fault in together.into_a_closed_pipe(call.split())
        )


def _tell(what: str, began: float, faults: list[str]) -> None:
    print(f"{what}: {len(faults)} faults, {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
