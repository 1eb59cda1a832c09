"""Typer's parser, as far as the interface that it documents does not reach.

Its pages and refusals have English words of their own, only some of which go through gettext, and
it loads Pydantic to make texts of texts. So what it knows of a call is taken out here as plain
values, and nothing English can come in from below. All that is relied on is named in
`tests/cli/test_typer_parser.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from copy import copy
from io import StringIO
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from passportkit.cli.parser.completion import INSTALLED, NOT_DONE, OPTIONS, format_names
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.language import Message, Translator
from passportkit.report import call_refusals
from passportkit.report.help_page import ABOUT_HELP, HelpArgument, HelpPage, page


class _Ours:
    """What commands and groups of them have in common."""

    about_help = ABOUT_HELP

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]  # a base beside it
        except typer.TyperException as error:
            raise CannotGoOn(call_refusals.of_call(_fault(error, ctx), ctx.command_path)) from error
        return rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        terminal: Terminal = ctx.find_root().obj
        formatter.write(page(_page(self, ctx), terminal.translate, terminal.width))

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]  # a base beside it
        option.help = self.about_help
        _take_as_flag(option)
        return option


class Command(_Ours, TyperCommand):
    """A command that speaks our words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the words of a call, and refuse in our words what is left over."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise CannotGoOn(call_refusals.one_word_too_many(rest[0], ctx.command_path))
        return rest


class CommandGroup(_Ours, TyperGroup):
    """Commands that speak our words."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called, or refuse in our words."""
        known = self.commands.get(args[0])
        if known is not None or ctx.resilient_parsing:
            return args[0] if known else None, known, args[1:]
        raise CannotGoOn(call_refusals.no_such_command(args[0], ctx.command_path, [*self.commands]))


class CommandTree:
    """All commands of an application, with their words in one language."""

    def __init__(self, app: typer.Typer, translate: Translator) -> None:
        self.root: Any = get_command(app)
        _speak_ours_of_completion(self.root)
        language = next(param for param in self.root.params if param.name == "lang")
        for command in _below(self.root):
            command.params.append(language)
        for command in (self.root, *_below(self.root)):
            _translate(command, translate)
            for param in command.params:
                _take_texts(param)

    def complete(self, name: str, arguments: Sequence[str]) -> None:
        """Write what completes the call that the shell's variables tell of, and exit."""
        self.root.main(list(arguments), prog_name=name)

    def run(self, name: str, arguments: Sequence[str], terminal: Terminal) -> int:
        """Run the command that is called `name` and `arguments`, and return its exit code."""
        # not `main()`, which would print the parser's own English words
        with self.root.make_context(name, list(arguments), obj=terminal) as context:
            return self.root.invoke(context) or 0


def only(app: typer.Typer, name: str) -> typer.Typer | None:
    """Return an application with this command alone, or None if it has none of this name."""
    alone = copy(app)
    alone.registered_commands = [each for each in app.registered_commands if each.name == name]
    alone.registered_groups = []
    return alone if alone.registered_commands else None


def _below(command: Any) -> Iterator[Any]:
    for inner in getattr(command, "commands", {}).values():
        yield inner
        yield from _below(inner)


def _translate(command: Any, translate: Translator) -> None:
    command.help = translate(command.help or "")
    command.about_help = translate(ABOUT_HELP)
    for param in command.params:
        param.help = translate(param.help or "")
        if "{formats}" in param.help:  # they are listed in one place
            names = ", ".join(f"`{name}`" for name in format_names(""))
            param.help = param.help.format(formats=names)
        param.metavar = translate(param.metavar or "") or None


def _page(command: Any, context: Any) -> HelpPage:
    params = command.get_params(context)
    inner = getattr(command, "commands", None)
    return HelpPage(
        context.command_path,
        command.help or "",
        None if inner is None else tuple((name, each.help or "") for name, each in inner.items()),
        tuple(
            HelpArgument(each.metavar, each.help or "", is_needed=each.required)
            for each in params
            if not _is_option(each)
        ),
        tuple((_usage(each), each.help or "") for each in params if _is_option(each)),
    )


def _is_option(param: Any) -> bool:
    return all(name.startswith("-") for name in param.opts)


def _is_flag(param: Any) -> bool:
    return bool(getattr(param, "is_flag", False))


def _usage(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if _is_flag(option) else f"{names} {option.metavar}"


# What makes texts of texts, and flags of nothing


def _take_as_flag(option: Any) -> None:
    """Let what is not given be no: of None, Typer would load Pydantic to make a flag."""
    option.default = False


def _take_texts(param: Any) -> None:
    """Take what is typed as it is: whatever is no flag is a text here, or several.

    Typer would load Pydantic and make a validator, to make texts of texts and even of what is not
    given: half of the time of `--help`.
    """
    if _is_flag(param) or param.callback is not None:
        return
    usual = param.process_value

    def process(context: Any, value: Any) -> Any:
        if param.required and not value:
            return usual(context, value)
        return list(value or ()) if param.multiple or param.nargs == -1 else value

    param.process_value = process


# What the parser refuses


def _fault(error: Any, context: Any) -> Message:
    """Return what is wrong with a call, in our words.

    The errors have structure, but Typer keeps their classes to itself. Their names are enough, and
    an error whose name is not known here still gets a sentence.
    """
    known = _FAULTS.get(type(error).__name__)
    return known(error, context) if known else call_refusals.not_understood()


def _no_such_option(error: Any, _context: Any) -> Message:
    return call_refusals.no_such_option(error.option_name, sorted(error.possibilities or ()))


def _bad_option(error: Any, context: Any) -> Message:
    flags = [param for param in context.command.params if _is_flag(param)]
    is_flag = any(error.option_name in flag.opts for flag in flags)
    return (
        call_refusals.takes_no_value(error.option_name)
        if is_flag
        else call_refusals.needs_a_value(error.option_name)
    )


def _missing(error: Any, _context: Any) -> Message:
    return call_refusals.missing(error.param.metavar)


_FAULTS: Mapping[str, Callable[[Any, Any], Message]] = {
    "BadOptionUsage": _bad_option,
    "MissingParameter": _missing,
    "NoSuchOption": _no_such_option,
}
"""By the name of the error's class."""


# Completion in the shell: what Typer brings


def _speak_ours_of_completion(root: Any) -> None:
    """Replace the words of Typer's own options on the tree of commands."""
    for param in root.params:
        if param.name in OPTIONS:
            param.help = OPTIONS[param.name]
            _take_as_flag(param)
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
            raise CannotGoOn(NOT_DONE) from None
        if name == "show_completion":
            ctx.obj.out.write(said.getvalue())
        else:
            ctx.obj.print(INSTALLED)
        raise typer.Exit

    return run
