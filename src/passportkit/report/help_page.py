"""The help page of a command, wholly in the language of the call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from passportkit.language import Translator, mark
from passportkit.report.columns import NamedWords, descriptions, filled, paragraphs

ABOUT_HELP = mark("Show this page.")


class HelpArgument(NamedTuple):
    """A word that a command takes: what stands for it, and what it means."""

    name: str
    help: str
    is_needed: bool


class HelpPage(NamedTuple):
    """What a page tells of a command; the commands within it are None where it is no group."""

    path: str
    help: str
    commands: tuple[NamedWords, ...] | None
    arguments: tuple[HelpArgument, ...]
    options: tuple[NamedWords, ...]


def page(told: HelpPage, translate: Translator, width: int) -> str:
    """Return the page in lines of at most `width` columns."""
    commands = [(name, words.partition("\n\n")[0]) for name, words in told.commands or ()]
    arguments = [(each.name, each.help) for each in told.arguments]
    blocks = [
        filled(_usage(told, translate), width, "    ", ""),
        *paragraphs(told.help, width),
        *_section(translate(mark("Commands:")), commands, width),
        *_section(translate(mark("Arguments:")), arguments, width),
        *_section(translate(mark("Options:")), told.options, width),
    ]
    return "\n\n".join(blocks)


def _usage(told: HelpPage, translate: Translator) -> str:
    options = translate(mark("OPTIONS"))
    pieces = [translate(mark("Usage:")), told.path, f"[{options}]"]
    pieces += [each.name if each.is_needed else f"[{each.name}]" for each in told.arguments]
    if told.commands is not None:
        pieces.append(translate(mark("COMMAND")))
    return " ".join(pieces)


def _section(heading: str, rows: Sequence[NamedWords], width: int) -> Iterator[str]:
    if rows:
        yield "\n".join([heading, *descriptions(rows, width)])
