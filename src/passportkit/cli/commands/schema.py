"""`passport schema`: the JSON Schemas of practices and forms, for editors and other checkers."""

from __future__ import annotations

import json
from pathlib import Path

from passportkit.cli.place import catalogue_of, workspace_here
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.forms.schemas import MADE_BY, SCHEMAS
from passportkit.language import Translator, say
from passportkit.workspace.files import is_folder, replace, shown
from passportkit.workspace.find import STDIN
from passportkit.workspace.workspace import Workspaces

PRACTICE = "practice"

_LINE = "# yaml-language-server: $schema="


def schema(terminal: Terminal, name: str, output: str | None) -> int:
    """Print the schema `name`, or write it to a file."""
    if name not in SCHEMAS:
        known = ", ".join(SCHEMAS)
        raise CannotGoOn(
            say("there is no schema “{name}”; there are: {known}", name=name, known=known)
        )
    names = catalogue_of(workspace_here(terminal)).names()
    text = schema_text(name, terminal.translate, names)
    if output in (None, STDIN):
        terminal.out.write(text)
        return 0
    path = Path(output or "")
    path = path / file_name(name) if is_folder(path) else path
    if not _may_write(path):
        raise CannotGoOn(
            say(
                "`{path}` is not a schema and stays as it is; give another name with `-o`",
                path=shown(path),
            )
        )
    replace(path, text.encode())
    terminal.print(say("`{path}` is written", path=shown(path)))
    return 0


def schema_text(name: str, translate: Translator, forms: list[str]) -> str:
    """Return the schema `name` as a file; `forms` are the names of forms that it suggests."""
    return json.dumps(SCHEMAS[name](translate, forms), ensure_ascii=False, indent=1) + "\n"


def file_name(name: str) -> str:
    """Return what a file with the schema `name` is called."""
    return f"{name}.schema.json"


def led_to_schema(practice: Path, text: str) -> str:
    """Return the text of a practice with a first line that leads editors to its schema.

    The schema lies beside it. An address on the net would not hold without one, nor that of an
    installed schema on another machine; and editors that have several folders open drop `..`.
    """
    first, _, rest = text.partition("\n")
    schema = practice.with_name(file_name(PRACTICE))
    line = f"{_LINE}{schema.name}\n" if _may_write(schema) else ""
    return line + (rest if first.startswith(_LINE) else text)


def lay_schema(terminal: Terminal, practice: Path) -> None:
    """Write the schema beside a practice, or make it new there; leave what is not ours."""
    schema = practice.with_name(file_name(PRACTICE))
    if _may_write(schema):
        names = catalogue_of(Workspaces().of(practice.parent)).names()
        replace(schema, schema_text(PRACTICE, terminal.translate, names).encode())


def _may_write(path: Path) -> bool:
    """Whether there is no such file, or an older schema of ours."""
    try:
        return MADE_BY in path.read_text("utf-8")[:300]
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
