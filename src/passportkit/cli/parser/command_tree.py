"""The commands as a call needs them: in its language, and no more of them than it names."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.cli.parser.app import app
from passportkit.cli.parser.typer_parser import CommandTree, only
from passportkit.language import Translator


def command_tree(translate: Translator, arguments: Sequence[str] = ()) -> CommandTree:
    """Return the commands with all their words in the language of `translate`.

    Where `arguments` call one of them, it is the only one: to make all takes longer than to run
    one.
    """
    called = only(app, arguments[0]) if arguments else None
    return CommandTree(called or app, translate)
