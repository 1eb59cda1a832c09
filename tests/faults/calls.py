"""A folder of practices, and calls of the program in it as processes of their own."""

from __future__ import annotations

import io
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from passportkit import Toolkit
from passportkit.files.leftovers import is_leftover

CALLED = (sys.executable, "-P", "-m", "passportkit")

PRACTICE = """\
passport: 1  # не менять
title: Клуб соседей
forms: [practice-passport]
summary: >-
  Соседи встречаются
  по средам.
costs:
{costs}
""".format(costs="".join(f'  - {{item: Статья {n}, amount: "{n}00"}}\n' for n in range(1, 9)))

_CORRECTED = "Статья {}"
"""The words of each item of the costs; another document corrects each."""


class Kept(NamedTuple):
    """What a file holds, and its mode."""

    content: bytes
    mode: int


Folder = Mapping[str, Kept]
"""What stands in a folder, by the paths below it."""


def corrected(number: int, words: str) -> bytes:
    """Return the document of the practice in which one item of the costs is called otherwise."""
    old = f">{_CORRECTED.format(number)}<".encode()
    made = io.BytesIO()
    with ZipFile(io.BytesIO(_document())) as source, ZipFile(made, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "word/document.xml":
                assert content.count(old) == 1
                content = content.replace(old, f">{words}<".encode())
            target.writestr(info, content)
    return made.getvalue()


@cache
def _document() -> bytes:
    kit = Toolkit()
    return kit.render(kit.check(PRACTICE), "practice-passport", draft=True)


def lay(folder: Path) -> None:
    """Lay what the calls work on into an empty folder; the practice is nobody else's to read."""
    (folder / "klub.yaml").write_text(PRACTICE, encoding="utf-8")
    (folder / "klub.yaml").chmod(0o600)
    (folder / "klub.docx").write_bytes(corrected(3, "Аренда зала"))
    (folder / "out").mkdir()
    (folder / "out" / "klub.practice-passport.docx").write_bytes(b"an older document")
    (folder / "out" / "klub.practice-passport.docx").chmod(0o640)


def listed(folder: Path) -> Folder:
    """Return what stands in a folder and below it."""
    return {
        path.relative_to(folder).as_posix(): Kept(path.read_bytes(), path.stat().st_mode & 0o777)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without_leftovers(found: Folder) -> dict[str, Kept]:
    """Return the files but for what a run that was killed has left for the next one to clear."""
    return {name: kept for name, kept in found.items() if not is_leftover(Path(name).name)}


def started(
    folder: Path,
    call: Sequence[str],
    *,
    largest: int | None = None,
    before: Sequence[str] = (),
) -> subprocess.Popen[str]:
    """Start the program in a folder, as a terminal would: a group of its own that hears SIGINT.

    No file that it writes may have more than `largest` bytes. What stands `before` starts it.
    """
    return subprocess.Popen(
        [*before, *CALLED, *call],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=partial(_as_from_a_terminal, largest),  # noqa: PLW1509 - there are no threads
    )


def ended(folder: Path, call: Sequence[str], **options: Any) -> tuple[int, str]:
    """Call the program in a folder; return its exit code and what it has complained of."""
    process = started(folder, call, **options)
    out, err = process.communicate(timeout=60)
    return process.returncode, err + (out if process.returncode else "")


def environment() -> dict[str, str]:
    """Return the environment of a call: in English, without a cache."""
    return {**os.environ, "PASSPORT_LANG": "en", "PASSPORT_CACHE": ""}


def temporary() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for one trial."""
    return tempfile.TemporaryDirectory(prefix="faults-")


def _as_from_a_terminal(largest: int | None) -> None:
    # a suite in the background ignores it, and so would what it starts
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if largest is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
