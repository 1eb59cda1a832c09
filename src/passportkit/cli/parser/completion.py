"""Completion in the shell: what can be offered, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from passportkit.language import Message, mark, say

OPTIONS = {
    "install_completion": mark("Install completion for this shell."),
    "show_completion": mark("Show the script of completion for this shell."),
}
"""What the options do that the parser brings, by the names that it has for them."""


def form_names(incomplete: str) -> Iterator[str]:
    """Yield the names of the forms, for completion."""
    from passportkit.engine.toolkit import Toolkit

    catalogue = Toolkit.at(Path.cwd()).catalogue
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


INSTALLED: Message = say("completion is installed; open the terminal anew")
NOT_DONE: Message = say(
    "completion cannot be set up here; it is there for `bash`, `zsh`, `fish` and `powershell`"
)
