"""What holds where a command is called: its workspace, its forms, its streams and its cache."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, NoReturn

from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.given import own_source_of
from passportkit.engine.limits import limits_in
from passportkit.engine.toolkit import Toolkit
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding
from passportkit.language import Message, say
from passportkit.source import Source
from passportkit.workspace.find import (
    LEADS_OUT,
    NO_DOCUMENTS,
    FoundFile,
    Sought,
    find,
    looks_like_document,
)
from passportkit.workspace.workspace import Workspace, Workspaces

CACHE = "PASSPORT_CACHE"
"""The variable that names the folder of templates that are ready; empty or relative: keep none."""


def workspace_here(terminal: Terminal) -> Workspace:
    """Return the workspace of the current folder; show what is wrong with its settings.

    Raises `CannotGoOn` if they cannot be read.
    """
    workspace = Workspaces().of(Path.cwd())
    if source := workspace.source:
        if not source.is_readable:
            refuse(terminal, source, source.findings)
        terminal.report(source, source.findings, terminal.err)
    return workspace


def toolkit_here(terminal: Terminal, cache: Path | None = None) -> Toolkit:
    """Return the toolkit of the workspace of the current folder, as `workspace_here` does."""
    return kit_of(workspace_here(terminal), cache)


def kit_of(workspace: Workspace, cache: Path | None = None) -> Toolkit:
    """Return the toolkit of a workspace, with the limits that the environment names."""
    return Toolkit.of(workspace, cache=cache, limits=limits_in(os.environ))


def home_of(workspace: Workspace) -> Path:
    """Return where a new practice goes: the folder of practices, unless the call is made in it."""
    here, practices = Path.cwd(), workspace.practices
    if practices is None or here.resolve().is_relative_to(practices.resolve()):
        return Path()
    return practices


def cache_folder() -> Path | None:
    """Return the folder in which templates that are ready wait; who has no home has none."""
    from platformdirs import user_cache_path

    named = os.environ.get(CACHE)
    try:
        folder = user_cache_path("passportkit", appauthor=False) if named is None else Path(named)
    except RuntimeError:
        return None
    # what is named from the current folder may have come with that
    return folder if folder.is_absolute() else None


def load_practice(terminal: Terminal, path: Path) -> Source:
    """Read a file; show what is wrong with it, and raise `CannotGoOn`, if it cannot be read."""
    source = own_source_of(path)
    if not source.is_readable:
        refuse(terminal, source, source.findings)
    return source


def files_named(
    terminal: Terminal, names: Sequence[str], sought: Sought, nothing: Message
) -> list[FoundFile]:
    """Return the files that are named; say which links are passed over, and that there are none."""
    found = find(names, Workspaces(), sought)
    for each in found.passed_over:
        terminal.complain(say("`{path}`: {why}", path=each.name, why=LEADS_OUT))
    if not found.files:
        terminal.complain(nothing)
    return found.files


def documents_named(terminal: Terminal, names: Sequence[str]) -> list[FoundFile]:
    """Return the documents that are named, as `files_named` does."""
    return files_named(terminal, names, looks_like_document, NO_DOCUMENTS)


def refuse(terminal: Terminal, source: Source, findings: Iterable[Finding]) -> NoReturn:
    """Show why nothing can be done with a file, and raise `CannotGoOn`."""
    terminal.report(source, findings, terminal.err)
    raise CannotGoOn(say("mend `{path}` first", path=source.name))


def usual_place(workspaces: Workspaces) -> str:
    """Return where practices are looked for when a call names none."""
    return str(workspaces.of(Path.cwd()).practices or ".")


def standard_input() -> BinaryIO:
    """Return the bytes of the standard input as they come."""
    return sys.stdin.buffer
