"""The workspace of a practice: the nearest folder above it that has a `passport.toml`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from passportkit.files.contents import load
from passportkit.files.paths import is_file
from passportkit.workspace.settings_text import SETTINGS, data_of

if TYPE_CHECKING:
    from passportkit.source import Source

FILE = "passport.toml"
_HERE = Path()


class Workspace(NamedTuple):
    """What holds for the practices of a folder. Without a `passport.toml`: nothing in particular.

    `facts` are the files that declare facts of its own. `rules` says what rules weigh, by their
    names: `off`, or a severity. `source` is the settings as they were read, with what is wrong with
    them.
    """

    root: Path | None = None
    forms: tuple[str, ...] = ()
    practices: Path | None = None
    own_forms: Path | None = None
    facts: tuple[Path, ...] = ()
    rules: Mapping[str, str] = {}
    source: Source | None = None


class Workspaces:
    """The workspaces of files, each read once."""

    def __init__(self) -> None:
        self._known: dict[str, Workspace] = {}

    def of(self, folder: Path) -> Workspace:
        """Return the workspace that `folder` belongs to."""
        place = _absolute(folder)
        below: list[str] = []
        while place not in self._known:
            below.append(place)
            if os.path.lexists(os.path.join(place, FILE)):  # noqa: PTH118 - if it is no file, that is told
                self._known[place] = read_workspace(Path(place))
            elif (above := os.path.dirname(place)) == place:  # noqa: PTH120 - a text
                break
            else:
                place = above
        found = self._known.get(place, Workspace())
        self._known.update(dict.fromkeys(below, found))
        return found

    def needed(self) -> Iterator[Workspace]:
        """Yield the workspaces with settings that were needed so far, each once."""
        roots = {each.root: each for each in self._known.values()}
        return (each for root, each in roots.items() if root is not None)


def _absolute(folder: Path) -> str:
    """Return the absolute name of a folder as a text: there are as deep ones as there are many."""
    here = os.getcwd()  # noqa: PTH109 - a text
    return here if folder == _HERE else os.path.join(here, folder)  # noqa: PTH118 - a text


def read_workspace(root: Path) -> Workspace:
    """Return the workspace whose settings lie in `root`; those that fit hold."""
    # Pydantic is slow to load, and most calls for help or completion have no settings
    from passportkit.workspace.facts_files import facts_files
    from passportkit.workspace.settings import folder_of_practices, read_settings

    settings, source = read_settings(root / FILE)
    return Workspace(
        root=root,
        forms=tuple(settings.forms),
        practices=folder_of_practices(root, settings.practices),
        own_forms=root / settings.own_forms,
        facts=facts_files(root, settings.facts),
        rules=settings.rules,
        source=source,
    )


def language_at(place: Path) -> str | None:
    """Return the language that the workspace of `place` names.

    Whatever is wrong with the settings is said elsewhere; the words for it are chosen here.
    """
    try:
        folder = place.absolute()
        above = (each / FILE for each in (folder, *folder.parents))
        settings = next((path for path in above if is_file(path)), None)
        content = load(settings, SETTINGS) if settings else b""
        data = data_of(content.decode("utf-8-sig")) if isinstance(content, bytes) else {}
    except (OSError, ValueError, RecursionError):
        return None
    language = data.get("language")
    return language if isinstance(language, str) else None
