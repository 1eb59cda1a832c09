"""Many processes at one file and in one folder: nobody's words are lost without a word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.faults.calls import (
    PRACTICE,
    corrected,
    ended,
    lay,
    listed,
    started,
    temporary,
)

_CHANGED = ("has changed meanwhile", "another program is writing it")
_EXISTS = "exists already"


def into_one_practice(count: int) -> tuple[int, list[str]]:
    """Bring so many corrected documents into one practice at once.

    Returns how many were told to call again, and the faults: a correction that is said to be made
    and is not there, one that is not made and nobody is told, a practice that is torn.
    """
    with temporary() as place:
        folder = Path(place)
        lay(folder)
        words = [f"Исправлено {number}" for number in range(1, count + 1)]
        calls = []
        for number, each in enumerate(words, 1):
            (folder / f"{number}.docx").write_bytes(corrected(number, each))
            calls.append(["import", f"{number}.docx", "--into", "klub.yaml"])
        outcomes = _together(folder, calls)
        text = (folder / "klub.yaml").read_text(encoding="utf-8")
        faults = [
            f"{each}: exit code {code}, {told}"
            for each, (code, told) in zip(words, outcomes, strict=True)
            if (code == 0) != (each in text) or not (code == 0 or any(w in told for w in _CHANGED))
        ]
        if (folder / "klub.yaml").stat().st_mode & 0o777 != 0o600:
            faults.append("the mode is another one")
        if len(text.splitlines()) != len(PRACTICE.splitlines()):
            faults.append(f"the practice is torn: {text}")
        return sum(code != 0 for code, _told in outcomes), faults


def into_one_folder(count: int) -> list[str]:
    """Render the same practice so many times at once; return the faults."""
    call = ["render", "klub.yaml", "--draft"]
    with temporary() as place:
        folder = Path(place)
        lay(folder)
        ended(folder, call)
        wanted = listed(folder)
        outcomes = _together(folder, [call] * count)
        faults = [f"exit code {code}: {told}" for code, told in outcomes if code]
        return faults if listed(folder) == wanted else [*faults, f"left: {sorted(listed(folder))}"]


def as_one_new_file(count: int) -> list[str]:
    """Begin the same practice so many times at once; return the faults: one call makes it."""
    with temporary() as place:
        folder = Path(place)
        lay(folder)
        outcomes = _together(folder, [["new", "Школа во дворе", "--form", "algorithm"]] * count)
        made = sum(code == 0 for code, _told in outcomes)
        faults = [told for code, told in outcomes if code and _EXISTS not in told]
        return faults if made == 1 else [*faults, f"{made} calls have made it"]


def _together(folder: Path, calls: Sequence[Sequence[str]]) -> list[tuple[int, str]]:
    """Return how calls have ended that were started at once."""
    processes = [started(folder, call) for call in calls]
    outcomes = []
    for process in processes:
        out, err = process.communicate(timeout=120)
        outcomes.append((process.returncode, err + out))
    return outcomes


def into_a_closed_pipe(call: Sequence[str]) -> list[str]:
    """Call the program into a pipe that nobody reads from; return the faults."""
    with temporary() as place:
        folder = Path(place)
        lay(folder)
        with started(folder, call) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            err = process.stderr.read()
        code = process.returncode
        faults = ["a traceback"] if "Traceback" in err else []
        return faults if code in (0, 1, 141) else [*faults, f"exit code {code}: {err}"]
