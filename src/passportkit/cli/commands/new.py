"""`passport new`: a file with the questions of the forms, to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from passportkit.cli.commands.here import home_of, load_practice, toolkit_here
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.schema_file import write_practice
from passportkit.engine.toolkit import Toolkit
from passportkit.errors import CannotGoOn
from passportkit.files.paths import is_file, is_folder, quoted, shown
from passportkit.files.saving import AS_NAMED
from passportkit.forms import Form
from passportkit.forms.scaffold import scaffold
from passportkit.language import mark, say
from passportkit.workspace.find import STDIN
from passportkit.workspace.naming import name_of
from passportkit.workspace.workspace import Workspaces

if TYPE_CHECKING:
    from passportkit.cli.terminal.prompt import Prompt

DEFAULT_FORM = "practice-passport"

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a practice begins with: its title, forms, file, and the practice it begins as."""

    title: str | None
    forms: Sequence[str] = ()
    output: str | None = None
    other: str | None = None


def new(terminal: Terminal, wanted: Beginning, *, asks: bool = False) -> int:
    """Write the start of a practice, and say what comes next, or ask it."""
    if asks:
        return _ask(terminal, wanted)
    if wanted.output == STDIN:
        terminal.show([_text(terminal, wanted)], for_programs=True)
        return 0
    path = _write(terminal, wanted)
    terminal.print(
        say("fill it in, then see what is missing: `passport validate {path}`", path=quoted(path))
    )
    return 0


def _write(terminal: Terminal, wanted: Beginning) -> Path:
    text = _text(terminal, wanted)
    path = _path(_title(terminal, wanted), wanted.output)
    within = AS_NAMED if wanted.output else path.parent
    write_practice(path, text, terminal.translate, within=within)
    terminal.print(say("`{path}` is written", path=shown(path)))
    return path


def _title(terminal: Terminal, wanted: Beginning) -> str:
    if wanted.title is None:
        name = terminal.translate(mark("TITLE"))
        what = say("{name} is missing in the call", name=name)
        raise CannotGoOn(say("{what}\nsee `{command} --help`", what=what, command="passport new"))
    title = " ".join(wanted.title.split())
    if not title:
        raise CannotGoOn(say('give the practice a name: `passport new "…"`'))
    return title


def _text(terminal: Terminal, wanted: Beginning) -> str:
    title = _title(terminal, wanted)
    kit = toolkit_here(terminal)
    if wanted.other is None:
        return scaffold(title, _forms(kit, wanted.forms), terminal.translate)
    from passportkit.forms.copying import offshoot
    from passportkit.rules import wanted_forms
    from passportkit.source.proof import applied

    source = load_practice(terminal, Path(wanted.other))
    forms = _forms(kit, wanted.forms or wanted_forms(source) or ())
    return applied(source, offshoot(source, title, forms, terminal.translate)).text


def _forms(kit: Toolkit, names: Sequence[str]) -> list[Form]:
    return kit.known(names or kit.forms or [DEFAULT_FORM])


def _path(title: str, output: str | None) -> Path:
    name = f"{name_of(title) or 'practice'}.yaml"
    if output is None:
        return home_of(Workspaces().of(Path.cwd())) / name
    path = Path(output)
    return path / name if is_folder(path) else path


# --- asking -------------------------------------------------------------------------------


def _ask(terminal: Terminal, wanted: Beginning) -> int:
    """Ask at the terminal, into a new file or into one that was begun."""
    from passportkit.cli.commands.ask import ask
    from passportkit.cli.terminal.prompt import Prompt, is_possible
    from passportkit.rules import wanted_forms

    if not is_possible(terminal):
        raise CannotGoOn(
            say("`--ask` needs a terminal to ask at; without it a file is written to be filled in")
        )
    if wanted.output == STDIN:
        raise CannotGoOn(say("`--ask` writes to a file; name one with `-o`"))
    path = _begun(wanted)
    if path is None and wanted.title is None:
        wanted = replace(wanted, title=_asked_title(Prompt(terminal)))
        path = _begun(wanted)
    path = path or _write(terminal, wanted)
    source = load_practice(terminal, path)
    _refuse_other_title(wanted, path, (source.data or {}).get("title"))
    kit = toolkit_here(terminal)
    forms = _forms(kit, wanted.forms or wanted_forms(source) or ())
    return ask(terminal, path, forms, kit.catalogue)


def _asked_title(prompt: Prompt) -> str:
    try:
        return prompt.line(say("What is the practice called?"))
    except EOFError:
        return ""


def _begun(wanted: Beginning) -> Path | None:
    """Return the file that is to be gone on with, if there is one."""
    if wanted.other is not None:
        return None
    if wanted.title is not None and _is_path(wanted.title):
        path = Path(wanted.title)
        if not is_file(path):
            raise CannotGoOn(say("there is no file `{path}`", path=shown(path)))
        return path
    path = _path(wanted.title or "", wanted.output)
    return path if (wanted.title or wanted.output) and is_file(path) else None


def _is_path(title: str) -> bool:
    return title.lower().endswith(_SUFFIXES)


def _refuse_other_title(wanted: Beginning, path: Path, title: object) -> None:
    if wanted.title is None or _is_path(wanted.title) or not isinstance(title, str):
        return
    if title.split() != wanted.title.split():
        raise CannotGoOn(
            say(
                "`{path}` is another practice, “{title}”; give another name with `-o`, or go on "
                "with that one: `passport new --ask {quoted}`",
                path=shown(path),
                title=" ".join(title.split()),
                quoted=quoted(path),
            )
        )
