"""The workspace of a practice: the nearest folder above it that has a `passport.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from passportkit.register.files import is_file

if TYPE_CHECKING:
    from passportkit.source import Source

FILE = "passport.toml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """What holds for the practices of a folder. Without a `passport.toml`: nothing in particular.

    `source` is the settings as they were read, with what is wrong with them.
    """

    root: Path | None = None
    forms: tuple[str, ...] = ()
    practices: Path | None = None
    own_forms: Path | None = None
    source: Source | None = None


class Workspaces:
    """The workspaces of files, each read once."""

    def __init__(self) -> None:
        self._known: dict[Path, Workspace] = {}

    def of(self, folder: Path) -> Workspace:
        """Return the workspace that `folder` belongs to."""
        folder = folder.absolute()
        if folder not in self._known:
            if is_file(folder / FILE):
                from passportkit.register.settings import read_workspace

                self._known[folder] = read_workspace(folder)
            elif folder.parent == folder:
                self._known[folder] = Workspace()
            else:
                self._known[folder] = self.of(folder.parent)
        return self._known[folder]

    def faulty(self) -> list[Source]:
        """Return the settings, of those that were needed so far, with something wrong in them."""
        sources = {each.root: each.source for each in self._known.values()}
        return [source for source in sources.values() if source and source.findings]


def language_at(place: Path) -> str | None:
    """Return the language that the workspace of `place` names.

    Whatever is wrong with the settings is said elsewhere; the words for it are chosen here.
    """
    try:
        folder = place.absolute()
        above = (each / FILE for each in (folder, *folder.parents))
        settings = next((path for path in above if is_file(path)), None)
        data = tomllib.loads(settings.read_text("utf-8-sig")) if settings else {}
    except (OSError, ValueError, RecursionError):
        return None
    language = data.get("language")
    return language if isinstance(language, str) else None
