"""`passport import --comments list`: what reviewers have written beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.cli.commands.here import documents_named, standard_input, workspace_here
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.given import content_for
from passportkit.engine.importing import receive
from passportkit.engine.toolkit import Toolkit
from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.report.beside import comments
from passportkit.report.exit_codes import FINE, NO_FILES, UNREADABLE


def list_comments(
    terminal: Terminal, names: Sequence[str], form: str | None, asked: str = "list"
) -> int:
    """Show the comments in documents, each with its field, and return the exit code."""
    if asked != "list":
        raise CannotGoOn(say("`--comments` takes `list` or `keep`, not `{what}`", what=asked))
    choice = Toolkit.of(workspace_here(terminal)).choice(form)
    code = FINE if (found := documents_named(terminal, names)) else NO_FILES
    for file in found:
        try:
            received = receive(*content_for(file, standard_input()), choice)
        except CannotGoOn as error:
            terminal.complain(say("`{path}`: {why}", path=file.name, why=error.message))
            code = UNREADABLE
        else:
            for line in comments(file.name, received, terminal.translate, terminal.width):
                terminal.print(line)
    return code
