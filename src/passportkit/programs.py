"""Programs of the system, looked for where it keeps them and never in the current folder."""

from __future__ import annotations

import os
import shlex
import sys

_ENDINGS = (".com", ".exe", ".bat", ".cmd")
"""What the names of programs end in on Windows, in the order in which it looks for them."""


def search_path() -> list[str]:
    """Return the folders of the search path that are the same wherever a call is made.

    Others would be folders of the checkout that somebody else has sent.
    """
    return [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if _is_fixed(folder)]


def find_program(name: str) -> str | None:
    """Return the path of a program of the search path, or None; a path stays as it is.

    On Windows `shutil.which` looks into the current folder first, and so does the system itself
    where a program is started by its name alone.
    """
    if os.path.dirname(name):  # noqa: PTH120 - a text
        return name
    names = [name + ending for ending in _endings(name)]
    places = (os.path.join(folder, each) for folder in search_path() for each in names)  # noqa: PTH118 - texts
    return next((place for place in places if _is_program(place)), None)


def words_of(call: str) -> list[str]:
    """Return the words of a call as a shell has them; what no shell would take is one word.

    On Windows paths are full of backslashes, which would escape what follows.
    """
    try:
        return shlex.split(call, posix=sys.platform != "win32")
    except ValueError:  # a quote that nothing closes, or a backslash with nothing behind it
        return [call]


def _is_fixed(folder: str) -> bool:
    return os.path.isabs(folder)  # noqa: PTH117 - a text


def _endings(name: str) -> tuple[str, ...]:
    is_whole = sys.platform != "win32" or name.lower().endswith(_ENDINGS)
    return ("",) if is_whole else _ENDINGS


def _is_program(place: str) -> bool:
    return os.path.isfile(place) and os.access(place, os.X_OK)  # noqa: PTH113 - a text
