"""The files of facts that a workspace names: in folders of its own, or of installed packages."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from passportkit.files.paths import is_file, is_folder

USUAL = "facts.yaml"
"""How a file of facts is called, in a folder or in a package."""

PACKAGE = "package:"
"""What stands before the name of an installed package."""


def facts_files(root: Path, named: list[str] | None) -> tuple[Path, ...]:
    """Return the files of facts that settings in `root` name, or the usual one if it is there.

    Nothing of a package is imported: only where it lies is asked.
    """
    if named is None:
        return (root / USUAL,) if is_file(root / USUAL) else ()
    return tuple(path for name in named if (path := facts_file(root, name)))


def facts_file(root: Path, name: str) -> Path | None:
    """Return the file of facts of a name in the settings; None if there is no such package."""
    if name.startswith(PACKAGE):
        return _in_package(name.removeprefix(PACKAGE))
    path = root / name
    return path / USUAL if is_folder(path) else path


def _in_package(name: str) -> Path | None:
    """Return the file of facts of a package that is installed."""
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        return None
    folders = (spec and spec.submodule_search_locations) or ()
    return next((Path(each) / USUAL for each in folders if is_file(Path(each) / USUAL)), None)
