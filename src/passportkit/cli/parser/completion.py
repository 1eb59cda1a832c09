"""Completion in the shell: what Typer brings, in our words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import typer

from passportkit.errors import CannotGoOn
from passportkit.language import Message, mark, say

_OPTIONS = {
    "install_completion": mark("Install completion for this shell."),
    "show_completion": mark("Show the script of completion for this shell."),
}


def form_names(incomplete: str) -> Iterator[str]:
    """Yield the names of the forms, for completion."""
    from passportkit.cli.place import catalogue_of
    from passportkit.workspace.workspace import Workspaces

    catalogue = catalogue_of(Workspaces().of(Path.cwd()))
    return (name for name in catalogue.names() if name.startswith(incomplete))


def schema_names(incomplete: str) -> Iterator[str]:
    """Yield the names of the schemas, for completion."""
    return (name for name in ("practice", "form") if name.startswith(incomplete))


def format_names(incomplete: str) -> Iterator[str]:
    """Yield the names of the formats, for completion."""
    from passportkit.report.formats import FORMATS

    return (name for name in FORMATS if name.startswith(incomplete))


def rule_names(incomplete: str) -> Iterator[str]:
    """Yield the names of the rules, for completion."""
    from passportkit.rules.registry import BY_NAME

    return (name for name in BY_NAME if name.startswith(incomplete))


def speak_ours(root: Any) -> None:
    """Replace the words of Typer's own options on the tree of commands."""
    for param in root.params:
        if param.name in _OPTIONS:
            param.help = _OPTIONS[param.name]
            param.default = False  # of None, Typer would load Pydantic to make a flag
            param.callback = _quietly(param.callback, param.name)


def _quietly(callback: Callable[..., Any], name: str) -> Callable[..., Any]:
    """Let Typer's callback work, and say in our words what came of it: its own are English."""

    def run(ctx: Any, param: Any, value: Any) -> Any:
        if not value or ctx.resilient_parsing:
            return value
        said = StringIO()
        try:
            with redirect_stdout(said), redirect_stderr(StringIO()):
                callback(ctx, param, value)
        except SystemExit:
            pass
        except (typer.Exit, OSError):
            raise CannotGoOn(_NOT_DONE) from None
        if name == "show_completion":
            ctx.obj.out.write(said.getvalue())
        else:
            ctx.obj.print(_INSTALLED)
        raise typer.Exit

    return run


_INSTALLED: Message = say("completion is installed; open the terminal anew")
_NOT_DONE: Message = say(
    "completion cannot be set up here; it is there for `bash`, `zsh`, `fish` and `powershell`"
)
