"""`passport new`: a file with the questions of the forms, to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from passportkit.cli.place import catalogue_of, workspace_here
from passportkit.cli.terminal import Terminal
from passportkit.errors import CannotGoOn
from passportkit.forms import scaffold
from passportkit.language import say
from passportkit.register.files import create, is_folder, shown
from passportkit.register.find import STDIN
from passportkit.register.naming import name_of

DEFAULT_FORM = "practice-passport"


def new(terminal: Terminal, title: str, forms: Sequence[str], output: str | None) -> int:
    """Write the start of a practice, and say what comes next."""
    title = " ".join(title.split())
    if not title:
        raise CannotGoOn(say('give the practice a name: `passport new "…"`'))
    workspace = workspace_here(terminal)
    catalogue = catalogue_of(workspace)
    names = dict.fromkeys(forms or workspace.forms or [DEFAULT_FORM])
    text = scaffold(title, [catalogue.form(name) for name in names], terminal.translate)
    if output == STDIN:
        terminal.out.write(text)
        return 0
    path = _path(title, output)
    create(path, text.encode())
    terminal.print(say("`{path}` is written", path=shown(path)))
    terminal.print(
        say("fill it in, then see what is missing: `passport validate {path}`", path=_quoted(path))
    )
    return 0


def _path(title: str, output: str | None) -> Path:
    name = f"{name_of(title) or 'practice'}.yaml"
    if output is None:
        return Path(name)
    path = Path(output)
    return path / name if is_folder(path) else path


def _quoted(path: Path) -> str:
    name = shown(path)
    return f'"{name}"' if " " in name else name
