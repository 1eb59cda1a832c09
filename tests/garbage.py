"""What some work leaves behind for the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Callable


def left_behind(work: Callable[[], None]) -> int:
    """Return how many things hold one another when the work is done."""
    gc.collect()
    gc.disable()
    try:
        work()
        return gc.collect()
    finally:
        gc.enable()
