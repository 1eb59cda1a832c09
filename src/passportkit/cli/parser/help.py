"""Help pages and refusals of the commands, wholly in the language of the call.

Typer's parser has English words of its own in every page and message, and only some of them
go through gettext. So the pages are written here from what the parser knows: nothing English
can come in from below, whichever version is installed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from passportkit.cli.parser.refusal import refusal
from passportkit.cli.terminal.layout import NamedWords, descriptions, filled, paragraphs
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.language import Message, Translator, mark, say


class _Ours:
    """What commands and groups of them have in common."""

    about_help = mark("Show this page.")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except typer.TyperException as error:
            raise CannotGoOn(refusal(error, ctx)) from error
        return rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(page(self, ctx))

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        option.help = self.about_help
        option.default = False  # of None, Typer would load Pydantic to make a flag
        return option


class Command(_Ours, TyperCommand):
    """A command that speaks our words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the words of a call, and refuse in our words what is left over."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise CannotGoOn(
                say(
                    "`{word}` is one word too many for `{command}`\nsee `{command} --help`",
                    word=rest[0],
                    command=ctx.command_path,
                )
            )
        return rest


class CommandGroup(_Ours, TyperGroup):
    """Commands that speak our words."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called, or refuse in our words."""
        known = self.commands.get(args[0])
        if known is not None or ctx.resilient_parsing:
            return args[0] if known else None, known, args[1:]
        raise CannotGoOn(_no_such_command(args[0], ctx.command_path, list(self.commands)))


def _no_such_command(name: str, path: str, known: list[str]) -> Message:
    if close := get_close_matches(name, known, 1):
        return say(
            "there is no command `{name}`; did you mean `{path} {close}`?",
            name=name,
            path=path,
            close=close[0],
        )
    return say("there is no command `{name}`\nsee `{path} --help`", name=name, path=path)


def page(command: Any, context: Any) -> str:
    """Return the help page of a command."""
    terminal: Terminal = context.find_root().obj
    translate, width = terminal.translate, terminal.width
    params = command.get_params(context)
    arguments = [each for each in params if each.param_type_name == "argument"]
    options = [each for each in params if each.param_type_name == "option"]
    answers = [(each.metavar, each.help or "") for each in arguments]
    blocks = [
        filled(_usage(context.command_path, command, arguments, translate), width, "    ", ""),
        *paragraphs(command.help or "", width),
        *_section(translate(mark("Commands:")), _commands(command), width),
        *_section(translate(mark("Arguments:")), answers, width),
        *_section(translate(mark("Options:")), [_option(each) for each in options], width),
    ]
    return "\n\n".join(blocks)


def _usage(path: str, command: Any, arguments: Sequence[Any], translate: Translator) -> str:
    options = translate(mark("OPTIONS"))
    pieces = [translate(mark("Usage:")), path, f"[{options}]"]
    pieces += [each.metavar if each.required else f"[{each.metavar}]" for each in arguments]
    if isinstance(command, TyperGroup):
        pieces.append(translate(mark("COMMAND")))
    return " ".join(pieces)


def _commands(command: Any) -> list[NamedWords]:
    commands = getattr(command, "commands", {})
    return [(name, (each.help or "").partition("\n\n")[0]) for name, each in commands.items()]


def _option(option: Any) -> NamedWords:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar}", option.help or ""


def _section(heading: str, rows: Sequence[NamedWords], width: int) -> Iterator[str]:
    if rows:
        yield "\n".join([heading, *descriptions(rows, width)])
