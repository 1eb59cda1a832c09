"""What something takes of the machine: seconds of the processor, and memory."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_PROCESS = Path("/proc/self")
_figures = re.compile(r"^(VmHWM|VmRSS):\s+(\d+) kB", re.MULTILINE)


@dataclass(slots=True)
class Cost:
    """How long it has taken, and how far memory rose meanwhile above what was held before.

    Where the system does not tell of memory, that is 0. `total` goes on after a stop.
    """

    seconds: float = 0.0
    megabytes: float = 0.0
    total: float = 0.0
    began: float = 0.0
    held: float = 0.0
    runs: bool = True

    def stop(self) -> None:
        """Count no further."""
        if self.runs:
            self.runs = False
            self.seconds = time.process_time() - self.began
            self.megabytes = _memory().get("VmHWM", 0.0) - self.held


@contextmanager
def metered() -> Iterator[Cost]:
    """Yield what is taken until it is stopped, or until the end of the block."""
    with suppress(OSError):
        (_PROCESS / "clear_refs").write_text("5")  # Linux forgets the peak
    memory = _memory()
    cost = Cost(began=time.process_time(), held=memory.get("VmRSS", 0.0))
    try:
        yield cost
    finally:
        cost.stop()
        cost.total = time.process_time() - cost.began


def _memory() -> dict[str, float]:
    """Return what the process holds, and has held at most, in megabytes."""
    try:
        status = (_PROCESS / "status").read_text()
    except OSError:
        return {}
    return {name: int(size) / 1024 for name, size in _figures.findall(status)}
