"""Writing a text in the editor of the environment."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from passportkit.errors import CannotGoOn
from passportkit.language import mark, say
from passportkit.programs import find_program, words_of

MARK = "# ---- >8 ----"
"""The line behind which the text begins; a text may have lines that begin with `#` itself."""

_USUAL = ("notepad",) if sys.platform == "win32" else ("nano", "vim", "vi")

_NO_START = mark("the editor `{name}` cannot be started")


def command(environment: Mapping[str, str]) -> list[str]:
    """Return the call of the editor: `VISUAL`, `EDITOR`, or what there usually is."""
    for variable in ("VISUAL", "EDITOR"):
        if chosen := environment.get(variable, "").strip():
            name, *options = words_of(chosen)
            if found := find_program(name):
                return [found, *options]
            raise CannotGoOn(say(_NO_START, name=name))
    if usual := next(filter(None, map(find_program, _USUAL)), None):
        return [usual]
    raise CannotGoOn(say("there is no editor; name one in the variable `EDITOR`"))


def edit(text: str, heading: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return `text` as the user leaves it in the editor, under `heading` as a comment.

    Raises `CannotGoOn` if the editor cannot be started, or says that it has failed.
    """
    call = command(environment)
    head = [*(f"# {line}" for line in heading.splitlines()), MARK]
    with tempfile.TemporaryDirectory(prefix="passport-") as folder:
        path = Path(folder) / "answer.txt"
        # old editors of Windows take UTF-8 for it only by its mark
        encoding = "utf-8-sig" if sys.platform == "win32" else "utf-8"
        path.write_text("\n".join([*head, text]) + "\n", encoding)
        _run([*call, str(path)])
        try:
            lines = path.read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            raise CannotGoOn(say("what the editor has saved cannot be read")) from None
    return "\n".join(_below(lines, head))


def _run(call: list[str]) -> None:
    try:
        ended = subprocess.run(call, check=False).returncode  # noqa: S603 - the user's own choice
    except OSError:
        raise CannotGoOn(say(_NO_START, name=call[0])) from None
    if ended:
        raise CannotGoOn(say("the editor `{name}` reports an error", name=call[0]))


def _below(lines: list[str], head: list[str]) -> Iterator[str]:
    """Yield what stands behind the mark; where that was deleted, all but the heading."""
    if MARK in lines:
        return iter(lines[lines.index(MARK) + 1 :])
    return (line for line in lines if line not in head)
