"""Locks on open files: whoever holds one is alive, and is the only one to write."""

from __future__ import annotations

import time
from enum import Enum

try:
    import fcntl
except ImportError:  # Windows keeps others from what is open there by itself
    fcntl = None  # type: ignore[assignment] # as said above


class LockState(Enum):
    """Whether an open file is locked for us, by another process, or cannot be at all."""

    OURS = "ours"
    TAKEN = "taken"
    UNKNOWN = "unknown"


_PAUSE = 0.02
"""Seconds between two tries; writing takes a few thousandths."""


def lock(descriptor: int, *, patience: float = 0) -> LockState:
    """Lock an open file until it is closed; wait so many seconds for another process.

    Some network drives know no locks, and neither does Windows in this way.
    """
    if fcntl is None:
        return LockState.UNKNOWN
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                return LockState.TAKEN
            time.sleep(_PAUSE)
        except OSError:
            return LockState.UNKNOWN
        else:
            return LockState.OURS
