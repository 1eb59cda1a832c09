"""What a pattern finds: `*`, `?` and `[…]` in a name, and `**` for any folders in between."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fnmatch import filter as matching
from itertools import takewhile
from pathlib import Path

from passportkit.files.paths import is_folder, is_there, leads_out, real_place

_SIGNS = "*?["
_FOLDERS = "**"


def is_pattern(name: str) -> bool:
    """Return whether a name is a pattern, and no file that is called so."""
    return _has_signs(name) and not os.path.lexists(name)


def named_part(pattern: str) -> Path:
    """Return the folder that a pattern names before its first sign."""
    return Path(*takewhile(lambda part: not _has_signs(part), Path(pattern).parts))


def found_by(pattern: str) -> list[str]:
    """Return what a pattern finds, as `glob` does, but nothing twice.

    Two links of a folder to itself would be found by `**` in more ways than there is time for. It
    goes into no folder again that it has seen, and none that a link leads out of the one that the
    pattern names: then it finds the link.
    """
    path = Path(pattern)
    *parts, last = path.parts[1:] if path.anchor else path.parts
    walk = _FolderWalk(named_part(pattern))
    places = [path.anchor]
    for part in (*parts, _FOLDERS) if last == _FOLDERS else parts:
        places = _each_once(walk.folders(places) if part == _FOLDERS else _named(places, part))
    found = {*_named(places, "*" if last == _FOLDERS else last), *walk.leading_out}
    if last == _FOLDERS:
        found.update(each for each in places if each)
    is_of_folders = pattern.endswith(("/", os.sep))
    return sorted(each for each in found if not is_of_folders or is_folder(Path(each)))


class _FolderWalk:
    """The folders below others. `leading_out` are links that were met and not followed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.leading_out: list[str] = []

    def folders(self, places: Iterable[str]) -> Iterator[str]:
        """Yield folders and all that are below them, each once."""
        seen: set[object] = set()
        waiting = [*reversed([*places])]
        while waiting:
            place = waiting.pop()
            if (known := _identity(place)) not in seen:
                seen.add(known)
                yield place
                waiting += filter(self._is_within, reversed([*_named([place], "*")]))

    def _is_within(self, place: str) -> bool:
        if not is_folder(Path(place)):
            return False
        is_outside = os.path.islink(place) and leads_out(Path(place), self._root)  # noqa: PTH114 - a text
        if is_outside:
            self.leading_out.append(place)
        return not is_outside


def _named(places: Iterable[str], part: str) -> Iterator[str]:
    """Yield what is called so in the folders; what is hidden only where it is meant to be."""
    for place in places:
        if not _has_signs(part):
            names = [part] if is_there(Path(place, part)) else []
        else:
            is_meant = part.startswith(".")
            names = [each for each in _names_in(place) if is_meant or not each.startswith(".")]
        yield from (os.path.join(place, name) for name in matching(names, part))  # noqa: PTH118 - texts


def _names_in(place: str) -> list[str]:
    try:
        return sorted(os.listdir(place or os.curdir))  # noqa: PTH208 - texts
    except OSError:
        return []


def _each_once(places: Iterable[str]) -> list[str]:
    """Return those that are folders, each by the first of its names."""
    folders = sorted(place for place in places if is_folder(Path(place or os.curdir)))
    return [*{_identity(place): place for place in reversed(folders)}.values()][::-1]


def _identity(place: str) -> object:
    """Return what a folder has in common with itself under another name."""
    try:
        known = os.stat(place or os.curdir)  # noqa: PTH116 - a text
    except OSError:
        return place
    return (known.st_dev, known.st_ino) if known.st_ino else real_place(place)


def _has_signs(name: str) -> bool:
    return any(sign in name for sign in _SIGNS)
