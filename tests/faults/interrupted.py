"""Calls that are broken off at any moment: every file is old or new afterwards, and whole."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.faults.calls import (
    Folder,
    ended,
    lay,
    listed,
    started,
    temporary,
    without_leftovers,
)

CALLS = {
    "render": ("render", "klub.yaml", "--draft"),
    "import --into": ("import", "klub.docx", "--into", "klub.yaml"),
    "import": ("import", "klub.docx", "-o", "new/other.yaml"),
    "new": ("new", "Школа во дворе", "--form", "algorithm"),
    "convert": ("convert", "klub.docx", "--form", "algorithm"),
    "form blank": ("form", "blank", "algorithm", "-o", "blank.docx"),
}
"""Everything that writes, as people call it."""

_EXISTS = "exists already"
_AT_WORK = 0.5
"""How many of the calls are broken off where they are seen to write."""


_FROM_PYTHON = re.compile(
    r"\A(?!.*passportkit/(?!__main__\.py|__init__\.py)).*Traceback", re.DOTALL
).match
"""Whether it was Python that was interrupted, before a line of ours could say anything."""


class Broken(NamedTuple):
    """What came of a call that was broken off: in which state it left the files, and the faults."""

    state: str
    faults: tuple[str, ...]


class _Whole(NamedTuple):
    """The files before and after a call that nobody has broken off, and how long it took."""

    before: Folder
    after: Folder
    code: int
    seconds: float


@cache
def _whole(name: str) -> _Whole:
    with temporary() as place:
        folder = Path(place)
        lay(folder)
        before, began = listed(folder), time.monotonic()
        code, _words = ended(folder, CALLS[name])
        return _Whole(before, listed(folder), code, time.monotonic() - began)


def broken_off(name: str, number: int, chance: random.Random) -> Broken:
    """Break a call off with a signal at a moment left to chance; return what was found then."""
    whole = _whole(name)
    with temporary() as place:
        folder = Path(place)
        lay(folder)
        process = started(folder, CALLS[name])
        if chance.random() < _AT_WORK:
            _wait_for_writing(folder, process, whole.seconds)
            time.sleep(chance.random() * 0.004)
        else:
            time.sleep(chance.random() * whole.seconds)
        with suppress(ProcessLookupError):  # it has come to its end already
            os.killpg(process.pid, number)
        _out, err = process.communicate(timeout=60)
        found = listed(folder)
        faults = [*_torn(found, whole)]
        if number == signal.SIGINT:
            faults += _rude(process.returncode, err, whole)
        faults += _not_mended(folder, name, whole)
        return Broken(_state(found, whole), tuple(faults))


def _wait_for_writing(folder: Path, process: subprocess.Popen[str], seconds: float) -> None:
    end = time.monotonic() + 3 * seconds
    laid = _count(folder)
    while process.poll() is None and time.monotonic() < end and _count(folder) == laid:
        time.sleep(0.0002)


def _count(folder: Path) -> int:
    return sum(1 for _ in folder.iterdir()) + sum(1 for _ in (folder / "out").iterdir())


def _torn(found: Folder, whole: _Whole) -> Iterator[str]:
    """Yield what is neither as it was nor as it was to be."""
    files = without_leftovers(found)
    for name in whole.before.keys() - files.keys():
        yield f"{name} is gone"
    for name, kept in files.items():
        known = [each[name] for each in (whole.before, whole.after) if name in each]
        if kept not in known:
            yield f"{name} is neither old nor new: {len(kept.content)} bytes, {kept.mode:o}"


def _rude(code: int, err: str, whole: _Whole) -> Iterator[str]:
    """Yield where an interruption was not taken as one."""
    if "Traceback" in err and not _FROM_PYTHON(err):
        yield f"a traceback: {err[-2000:]}"
    if code not in (130, -signal.SIGINT, whole.code) and not _FROM_PYTHON(err):
        yield f"exit code {code} after an interruption"


def _not_mended(folder: Path, name: str, whole: _Whole) -> Iterator[str]:
    """Yield where the next call does not bring everything to its end."""
    code, words = ended(folder, CALLS[name])
    if code != whole.code and _EXISTS not in words:
        yield f"the next call ends with {code}: {words}"
    if listed(folder) != whole.after:
        yield f"the next call leaves {sorted(listed(folder))}"


def _state(found: Folder, whole: _Whole) -> str:
    if without_leftovers(found) != found:
        return "something was left to clear"
    return "new" if found == whole.after else "old" if found == whole.before else "partly new"


def trials(count: int, number: int, seed: int) -> tuple[Mapping[str, int], list[str]]:
    """Break so many calls off; return how many were left in which state, and all faults."""
    states: Counter[str] = Counter()
    faults: list[str] = []
    names = list(CALLS)
    for each in range(count):
        name = names[each % len(names)]
        broken = broken_off(name, number, random.Random(f"{seed} {each}"))
        states[broken.state] += 1
        faults += [f"{name}, {each}: {fault}" for fault in broken.faults]
    return states, faults
