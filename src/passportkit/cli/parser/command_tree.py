"""The commands as a call needs them: in its language, and no more of them than it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any

import typer
from typer.main import get_command

from passportkit.cli.parser.app import app
from passportkit.cli.parser.completion import speak_ours
from passportkit.cli.parser.help import Command
from passportkit.language import Translator


def command_tree(translate: Translator, arguments: Sequence[str] = ()) -> Any:
    """Return the commands with all their words in the language of `translate`.

    Where `arguments` call one of them, it is the only one: to make all takes longer than to run
    one.
    """
    root: Any = get_command(_called(arguments))
    speak_ours(root)
    language: Any = next(param for param in root.params if param.name == "lang")
    for command in _below(root):
        command.params.append(language)
    for command in (root, *_below(root)):
        _translate(command, translate)
        for param in command.params:
            _take_texts(param)
    return root


def _called(arguments: Sequence[str]) -> typer.Typer:
    """Return the commands that these arguments may call, where that is certain: else, all."""
    name = arguments[0] if arguments else None
    only = copy(app)
    only.registered_commands = [each for each in app.registered_commands if each.name == name]
    only.registered_groups = []
    return only if only.registered_commands else app


def _take_texts(param: Any) -> None:
    """Take what is typed as it is where a text is wanted, or several.

    Typer would load Pydantic and make a validator, to make texts of texts and even of what is not
    given: half of the time of `--help`.
    """
    wanted = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    if wanted not in _TEXTS or param.callback is not None:
        return
    usual = param.process_value

    def process(context: Any, value: Any) -> Any:
        if param.required and not value:
            return usual(context, value)
        return list(value or ()) if param.multiple or param.nargs == -1 else value

    param.process_value = process


_TEXTS: tuple[Any, ...] = (str, list[str])


def _below(command: Any) -> Iterator[Any]:
    for inner in getattr(command, "commands", {}).values():
        yield inner
        yield from _below(inner)


def _translate(command: Any, translate: Translator) -> None:
    command.help = translate(command.help or "")
    command.about_help = translate(Command.about_help)
    for param in command.params:
        param.help = translate(param.help or "")
        param.metavar = translate(param.metavar or "") or None
