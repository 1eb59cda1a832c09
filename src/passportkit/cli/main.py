"""A call of `passport` from outside: its streams, its language, and how it ends."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from passportkit.cli.parser.language_choice import check, choose
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.files.reasons import is_of_a_stream, reason
from passportkit.language import say, translator
from passportkit.report.code_pages import READABLE
from passportkit.report.exit_codes import BUG, UNREADABLE

NAME = "passport"
_COMPLETION = f"_{NAME.upper()}_COMPLETE"

INTERRUPTED = 130  # as a shell has it: 128 and the number of the signal
PIPE_CLOSED = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one call and return its exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    for stream in (sys.stdout, sys.stderr):
        _accept_any_words(stream)
    terminal = Terminal(translator(choose(arguments, os.environ)), sys.stdout, sys.stderr)
    try:
        code = _run(terminal, arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _close(sys.stdout, sys.stderr)
        return PIPE_CLOSED
    except OSError as error:
        _close(sys.stdout)
        try:
            terminal.complain(say("the output cannot be written: {why}", why=reason(error)))
        except OSError:  # nobody is left to say it to
            _close(sys.stderr)
        return UNREADABLE
    return code


def _run(terminal: Terminal, arguments: Sequence[str]) -> int:
    try:
        check(arguments)
        _check_folder()
        return _obey(terminal, arguments)
    except CannotGoOn as error:
        terminal.complain(error.message)
    except MemoryError as error:
        error.__traceback__ = None  # what was begun has to be gone before anything can be said
        terminal.complain(say("there is not enough memory; close other programs, or ask for less"))
    except (Exception, KeyboardInterrupt) as error:
        if is_of_a_stream(error):
            raise
        from traceback import format_exc

        if KeyboardInterrupt.__name__ in (trace := format_exc()):  # in the middle of an import
            terminal.complain(say("interrupted"))
            return INTERRUPTED
        terminal.tell(trace)
        terminal.complain(say("this is a bug of the program; please report the lines above"))
        return BUG
    return UNREADABLE


def _obey(terminal: Terminal, arguments: Sequence[str]) -> int:
    if _names_only_files(arguments):
        from passportkit.cli.commands.validate import ValidateOptions, validate

        return validate(terminal, arguments[1:], [], ValidateOptions())
    import typer

    from passportkit.cli.parser.command_tree import command_tree

    commands = command_tree(terminal.translate, arguments)
    if _COMPLETION in os.environ:
        commands.complete(NAME, arguments)
    try:
        return commands.run(NAME, arguments, terminal)
    except typer.Exit as ended:
        return ended.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None


def _names_only_files(arguments: Sequence[str]) -> bool:
    """Whether this is `passport validate FILE…` without any option.

    It is what editors and hooks call all day, and the parser would be a fifth of its time.
    """
    command, *others = arguments or ("",)
    options = any(each.startswith("-") for each in others)
    return command == "validate" and not options and _COMPLETION not in os.environ


def _check_folder() -> None:
    try:
        Path.cwd()
    except OSError:
        raise CannotGoOn(say("the current folder is not there any more")) from None


def _accept_any_words(stream: TextIO) -> None:
    """Let a stream of a narrow encoding (cp866) show something alike rather than fail.

    ASCII is what Python takes where no locale is set; what stands behind it reads UTF-8 today.
    """
    if not isinstance(stream, TextIOWrapper):
        return
    if codecs.lookup(stream.encoding).name == "ascii" and "PYTHONIOENCODING" not in os.environ:
        stream.reconfigure(encoding="utf-8", errors="replace")
    else:
        stream.reconfigure(errors=READABLE)


def _close(*streams: TextIO) -> None:
    """Keep the interpreter from flushing into streams once more when it ends."""
    for stream in streams:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
