"""What holds where a command is called: the workspace of the current folder, and its forms."""

from __future__ import annotations

from pathlib import Path

from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.forms import Catalogue
from passportkit.language import say
from passportkit.workspace.workspace import Workspace, Workspaces


def workspace_here(terminal: Terminal) -> Workspace:
    """Return the workspace of the current folder; show what is wrong with its settings.

    Raises `CannotGoOn` if they cannot be read.
    """
    workspace = Workspaces().of(Path.cwd())
    if workspace.source is not None:
        terminal.report(workspace.source, workspace.source.findings, terminal.err)
        if not workspace.source.is_readable:
            raise CannotGoOn(say("mend `{path}` first", path=workspace.source.name))
    return workspace


def catalogue_of(workspace: Workspace) -> Catalogue:
    """Return the forms that there are in a workspace."""
    own = workspace.own_forms
    return Catalogue([own] if own else [])


def home_of(workspace: Workspace) -> Path:
    """Return where a new practice goes: the folder of practices, unless the call is made in it."""
    here, practices = Path.cwd(), workspace.practices
    if practices is None or here.resolve().is_relative_to(practices.resolve()):
        return Path()
    return practices
