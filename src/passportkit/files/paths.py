"""What files are called, and what there is of a name."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from passportkit.controls import visible
from passportkit.errors import CannotGoOn
from passportkit.language import say


def called(path: Path) -> str:
    """Return the name of a file from the current folder, with `/`."""
    if not path.is_absolute():
        return path.as_posix()
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()


def shown(path: Path) -> str:
    """Return how a file is named to a person: on one line, whatever signs it is called by."""
    return visible(called(path))


_PLAIN = re.compile(r"[\w/.+:-]+")
"""What every shell takes for a word, in whatever letters it is written."""

_RUN_IN_QUOTES = re.compile('["$`%“”„]')
"""What the shells of Windows obey between quotes, too; they have no kind of them in common else."""


def quoted(path: Path) -> str:
    """Return how a path stands in a command that people copy: as one word, and no option.

    Signs that had to be spelt out stay so: such a command names no file, but it runs nothing.
    """
    name = shown(path)
    name = f"./{name}" if name.startswith("-") else name
    if _PLAIN.fullmatch(name):
        return name
    if sys.platform == "win32":
        return f'"{_RUN_IN_QUOTES.sub(_spelt, name)}"'
    return "'{}'".format(name.replace("'", """'"'"'"""))


def _spelt(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def place_below(root: Path, name: str) -> str:
    """Return how machines call a file that messages call `name`: from a folder, with `/`."""
    try:
        return Path(os.path.relpath(name, root)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(name).absolute().as_posix()


def real_place(path: str | Path) -> str:
    """Return where links lead; a name with a sign that no system takes leads nowhere."""
    try:
        return os.path.realpath(path)
    except ValueError:
        return os.path.abspath(path)  # noqa: PTH100 - a text


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether links lead from a path below a folder to a place outside of it."""
    real, home = real_place(path), real_place(folder)
    return real != home and not real.startswith(os.path.join(home, ""))  # noqa: PTH118 - texts


def leads_away(path: Path) -> bool:
    """Return whether links lead a file that is named below the current folder out of that.

    A checkout that somebody else has sent may be full of such links.
    """
    here = os.getcwd()  # noqa: PTH109 - a text
    below = os.path.abspath(path).startswith(os.path.join(here, ""))  # noqa: PTH100, PTH118 - texts
    return below and leads_out(path, Path(here))


def leads_astray(path: Path) -> bool:
    """Return whether links lead to a file that is not meant to be seen where the path is named.

    The current folder may be any of a checkout that somebody else has sent, so links are judged
    from the last folder on the way to both. They may lead to a file of the same kind in it, such as
    one practice to another. What lies elsewhere, is hidden there, or is of another kind, is none of
    his business.
    """
    shared = _shared_folder(path)
    if shared is None:
        return False
    home, real = Path(real_place(shared)), Path(real_place(path))
    if real == home / os.path.relpath(path, shared):
        return False
    if not real.is_relative_to(home) or real.suffix.lower() != path.suffix.lower():
        return True
    return any(part.startswith(".") for part in real.relative_to(home).parts)


def _shared_folder(path: Path) -> str | None:
    """Return the last folder on the way to a file and to the current folder; None: the root."""
    here, there = os.getcwd(), os.path.abspath(path)  # noqa: PTH100, PTH109 - texts
    try:
        shared = os.path.commonpath([here, os.path.dirname(there)])  # noqa: PTH120 - a text
    except ValueError:  # another drive of Windows
        return None
    return None if shared == os.path.dirname(shared) != here else shared  # noqa: PTH120 - a text


def is_link(path: Path) -> bool:
    """Return whether a name is a link; `Path.is_symlink` raises where a folder above is closed."""
    return os.path.islink(path)  # noqa: PTH114 - as said above


def is_there(path: Path) -> bool:
    """Return whether there is anything of this name, even a link that leads nowhere."""
    return os.path.lexists(path)


def is_folder(path: Path) -> bool:
    """Return whether there is such a folder; `Path.is_dir` raises where one above is closed."""
    return os.path.isdir(path)  # noqa: PTH112 - as said above


def is_file(path: Path) -> bool:
    """Return whether there is such a file; `Path.is_file` raises where a folder above is closed."""
    return os.path.isfile(path)  # noqa: PTH113 - as said above


def is_in_the_way(path: Path, *, force: bool) -> bool:
    """Return whether there is a file already that the call does not want to be replaced."""
    return not force and is_there(path)


def keep_existing(path: Path, *, force: bool) -> None:
    """Raise `CannotGoOn` where there is a file already, and the call does not say to replace it."""
    if is_in_the_way(path, force=force):
        raise CannotGoOn(
            say(
                "`{path}` exists already and stays as it is; `--force` writes it anew",
                path=shown(path),
            )
        )
