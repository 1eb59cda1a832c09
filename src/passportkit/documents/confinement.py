"""A program that opens documents of strangers, confined as far as the system allows.

On Linux it has no network, and all that it starts ends with it and with us, where the system lets
a user have namespaces of his own; else it goes on without. Wherever there is a POSIX shell, memory,
processor time and what it writes are bounded, as far as the system minds. On Windows the time is
bounded, and what was started is ended.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from passportkit.programs import find_program, search_path

MEMORY = 2**30
"""How many bytes each process may ask for. A passport takes a twentieth of it."""

WRITTEN = 256 * 2**20
"""How many bytes a file may have that is written."""

_KEPT = (
    *("LANG", "LC_ALL", "LC_CTYPE", "TZ"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "PROGRAMDATA"),
    *("PROGRAMFILES", "PROGRAMFILES(X86)", "COMMONPROGRAMFILES", "NUMBER_OF_PROCESSORS"),
)
"""What a program needs of the environment; what else is there may be a secret."""

_HOMES = (
    "HOME",
    "TMPDIR",
    "TMP",
    "TEMP",
    "XDG_RUNTIME_DIR",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
)
"""Where programs keep what they write, and copies of what they read."""

_ALONE = ("--net", "--pid", "--fork", "--kill-child", "--")
_WALLS = (
    ("setpriv", "--pdeathsig", "KILL", "unshare", "--user", "--map-current-user", *_ALONE),
    ("setpriv", "--pdeathsig", "KILL", "unshare", *_ALONE),  # root, where users may not
)
"""What starts a program without network, and ends all that it starts when it or we end."""

_BOUNDS = 'ulimit -c 0; ulimit -t "$1"; ulimit -f "$2"; ulimit -d "$3"; shift 3; "$@"'
"""Of what a process may take: no image of it after a crash, seconds, blocks of 512 bytes, KB."""

_PATIENCE = 5
"""Seconds that it may take to find out what the system allows."""


def run(command: Sequence[str], folder: Path, seconds: float) -> bool:
    """Run a program whose folder for all that it writes is given; return whether it has ended.

    What has not ended in this time is ended, with all that it has started.
    """
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - the program that is installed, no shell
        [*_walls(), *_bounded(command, seconds)],
        stdin=nowhere,
        stdout=nowhere,
        stderr=nowhere,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,  # what it starts itself shall end with it
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
        end_users(folder)
    return True


def end_users(folder: Path) -> None:
    """End what was run with this folder and still runs, wherever it has gone; only Linux knows."""
    if not hasattr(os, "pidfd_open"):
        return
    sign = f"TMPDIR={folder}".encode()
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            process = os.pidfd_open(int(path.parent.name))  # no other process gets its number now
            try:
                if sign in path.read_bytes().split(b"\0"):
                    signal.pidfd_send_signal(process, signal.SIGKILL)
            finally:
                os.close(process)


@cache
def _walls() -> tuple[str, ...]:
    """Return what the system allows of `_WALLS`."""
    return next(filter(_works, _WALLS), ())


def _works(wall: tuple[str, ...]) -> bool:
    if not all(map(find_program, ("setpriv", "unshare"))):
        return False
    nowhere = subprocess.DEVNULL
    with suppress(OSError, subprocess.SubprocessError):
        tried = subprocess.run(  # noqa: S603 - nothing of anybody's
            [*wall, "true"],
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            env={"PATH": _path()},
            timeout=_PATIENCE,
            check=False,
        )
        return tried.returncode == 0
    return False


def _bounded(command: Sequence[str], seconds: float) -> list[str]:
    shell = find_program("sh") if os.name == "posix" else None
    if shell is None:
        return [*command]
    bounds = (int(seconds) + 1, WRITTEN // 512, MEMORY // 1024)
    return [shell, "-c", _BOUNDS, shell, *map(str, bounds), *command]


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PATH": _path(), **dict.fromkeys(_HOMES, str(folder))}


def _path() -> str:
    return os.pathsep.join(search_path())


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that may still run, and what it has started."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):  # macOS says so of what has ended
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        _end_tree(process.pid)
    process.kill()
    process.wait()


def _end_tree(number: int) -> None:
    """End a process of Windows and those that it has started."""
    program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
    with suppress(OSError, subprocess.SubprocessError):
        subprocess.run(  # noqa: S603 - a program of the system
            [program, "/T", "/F", "/PID", str(number)],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
