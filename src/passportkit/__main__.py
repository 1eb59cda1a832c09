"""The command `passport`, also as `python -P -m passportkit`.

Without `-P` Python imports what lies in the current folder before its own modules and ours, also
before the first line of this one: in a folder of somebody else that is not for us to mend.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["main"]

GARBAGE = 100_000
"""How many things more than before there must be to look for garbage: a start makes fewer."""

_INTERRUPTED = 130  # as a shell has it: 128 and the number of the signal


def main() -> int:
    """Run one call as a process of its own, and return its exit code."""
    gc.set_threshold(GARBAGE, 10, 10)
    # Windows looks for a program in the current folder first, which may be anybody's
    os.environ.setdefault("NoDefaultCurrentDirectoryInExePath", "1")
    _open_what_is_closed()
    _end_as_if_interrupted()
    sys.modules.setdefault(_NoPlugins.place, _NoPlugins(_NoPlugins.place))
    try:
        from passportkit.cli import main as call

        code = call()
    except KeyboardInterrupt:  # before there is anything to say it with
        return _INTERRUPTED
    gc.freeze()  # else all that was loaded is looked through once more, only to end
    return code


def _open_what_is_closed() -> None:
    """Lead a stream that the call came without nowhere: else a file would get its number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))


def _end_as_if_interrupted() -> None:
    """Let a call that is told to end clear away what it has begun, and end what it has started."""
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


class _NoPlugins(ModuleType):
    """What Pydantic asks for plugins: there are none.

    Its own module looks for them in every package that is installed, and loads importlib.metadata,
    email and zipfile for it: a twentieth of the time of `passport validate`.
    """

    place = "pydantic.plugin._loader"

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> Any:
        """Make way for its own module, should another Pydantic want more of it."""
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(self.place, None)
        return getattr(import_module(self.place), name)


if __name__ == "__main__":
    sys.exit(main())
