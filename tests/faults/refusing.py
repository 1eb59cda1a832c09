"""Disks and folders that take nothing: what was there stays, and the reason is said in words."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from tests.faults.calls import (
    CALLED,
    Folder,
    ended,
    environment,
    lay,
    listed,
    temporary,
    without_leftovers,
)
from tests.faults.interrupted import CALLS

NOBODY = 65534
"""The user that owns nothing."""

_WITHOUT_RIGHTS = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner,-chown")
"""How root calls a program that may no more with files than anybody else."""

_NO_SPACE = "no space left"
_NO_PERMISSION = ("no permission", "it is protected")


def on_a_small_disk(name: str, room: int) -> list[str]:
    """Make a call where no file may have more than so many bytes; return the faults."""
    with temporary() as place:
        folder = Path(place)
        lay(folder)
        before = listed(folder)
        code, words = ended(folder, CALLS[name], largest=room)
        return [*_changed(before, listed(folder)), *_unsaid(code, words, _NO_SPACE)]


@cache
def can_mount() -> bool:
    """Return whether a small disk can be had: Linux lets a user mount one for his own processes."""
    if shutil.which("unshare") is None:
        return False
    call = ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt"]
    return subprocess.run(call, check=False, capture_output=True).returncode == 0


_ON_A_DISK = """\
set -e
mount -t tmpfs -o size=1m tmpfs "$DISK"
cp -a "$FOLDER"/. "$DISK"
head -c "$FILL" /dev/zero > "$DISK"/.fill || true
cd "$DISK"
set +e
"$@"
code=$?
rm -f "$DISK"/.fill
rm -rf "${FOLDER:?}"/* "${FOLDER:?}"/.passport-*
cp -a "$DISK"/. "$FOLDER"
exit $code
"""


def on_a_full_disk(name: str, fill: int) -> list[str]:
    """Make a call on a disk of 1 MB of which so many bytes are taken; return the faults."""
    with temporary() as place, temporary() as disk:
        folder = Path(place)
        lay(folder)
        before = listed(folder)
        done = subprocess.run(
            ["unshare", "-rm", "sh", "-c", _ON_A_DISK, "sh", *CALLED, *CALLS[name]],
            env={**environment(), "DISK": disk, "FOLDER": place, "FILL": str(fill)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return [
            *_changed(before, listed(folder)),
            *_unsaid(done.returncode, done.stderr, _NO_SPACE),
        ]


@cache
def can_do_without_rights() -> bool:
    """Return whether calls can be made that may no more than others, also by root."""
    if os.geteuid():
        return True
    if shutil.which("setpriv") is None:
        return False
    return (
        subprocess.run([*_WITHOUT_RIGHTS, "true"], check=False, capture_output=True).returncode == 0
    )


def in_a_folder_for_reading(name: str) -> list[str]:
    """Make a call in a folder in which nothing can be written; return the faults."""
    return _closed(name, partial(_close, 0o555))


def in_a_folder_of_another(name: str) -> list[str]:
    """Make a call in a folder and on files that another user owns; return the faults."""
    return _closed(name, _give_away)


def _close(mode: int, folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(mode if path.is_dir() else 0o644)


def _give_away(folder: Path) -> None:
    _close(0o755, folder)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)


def _closed(name: str, close: Callable[[Path], None]) -> list[str]:
    before_all = () if os.geteuid() else _WITHOUT_RIGHTS
    with temporary() as place:
        folder = Path(place)
        lay(folder)
        close(folder)
        before = listed(folder)
        code, words = ended(folder, CALLS[name], before=before_all)
        faults = [*_changed(before, listed(folder)), *_unsaid(code, words, *_NO_PERMISSION)]
        _close(0o755, folder)
        return faults


def _changed(before: Folder, after: Folder) -> Iterator[str]:
    if without_leftovers(after) != after:
        yield f"something is left: {sorted(after.keys() - without_leftovers(after).keys())}"
    for name, kept in before.items():
        if after.get(name) != kept:
            yield f"{name} is not as it was"
    for name in after.keys() - before.keys():
        yield f"{name} is new"


def _unsaid(code: int, words: str, *known: str) -> Iterator[str]:
    """Yield where a call does not say in words that it has failed."""
    if code != 2 or "Traceback" in words or not any(each in words for each in known):
        yield f"exit code {code}: {words}"
