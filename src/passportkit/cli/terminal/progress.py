"""How far a long piece of work has come, for a person who looks on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from passportkit.cli.terminal.streams import Terminal
from passportkit.language import Message

FEW = 5
"""Up to how many things are done before anyone would wonder."""

T = TypeVar("T")


def counted(terminal: Terminal, things: Iterable[T], count: int, title: Message) -> Iterator[T]:
    """Yield `count` things, with a bar on the terminal while there are many."""
    if count <= FEW or not terminal.err.isatty():
        yield from things
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from passportkit.cli.terminal.console import StreamConsole

    console = StreamConsole(terminal.err, terminal.width)
    if console.is_dumb_terminal:
        yield from things
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        terminal.bar = bar
        work = bar.add_task(terminal.translate(title), total=count)
        try:
            for thing in things:  # `bar.track` ends for good when it meets the bar out of the way
                yield thing
                bar.advance(work)
        finally:
            terminal.bar = None
