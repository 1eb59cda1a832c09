"""`passport schema`: the JSON Schemas of practices and forms, for editors and other checkers."""

from __future__ import annotations

from pathlib import Path

from passportkit.cli.commands.here import toolkit_here
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.schema_file import file_name, schema_text, write_schema
from passportkit.files.paths import is_folder, shown
from passportkit.language import say
from passportkit.workspace.find import STDIN


def schema(terminal: Terminal, name: str, output: str | None) -> int:
    """Print the schema `name`, or write it to a file."""
    text = schema_text(name, terminal.translate, toolkit_here(terminal).catalogue)
    if output in (None, STDIN):
        terminal.show([text], for_programs=True)
        return 0
    path = Path(output or "")
    path = path / file_name(name) if is_folder(path) else path
    write_schema(path, text)
    terminal.print(say("`{path}` is written", path=shown(path)))
    return 0
