"""Options and arguments as commands declare them, each with what stands for it and its help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import typer

Completion = Callable[[str], Iterable[str]] | None


def argument(metavar: str, completion: Completion, words: str) -> Any:
    """Return an argument, shown as `metavar`, of which `words` say what it is."""
    return typer.Argument(metavar=metavar, autocompletion=completion, help=words)


def value(name: str, metavar: str, completion: Completion, words: str) -> Any:
    """Return an option that has a value."""
    return typer.Option(name, metavar=metavar, autocompletion=completion, help=words)


def flag(name: str, words: str) -> Any:
    """Return an option that is given or not."""
    return typer.Option(name, help=words)


def output_to(metavar: str, words: str) -> Any:
    """Return the option that names where to write."""
    return typer.Option("-o", "--output", metavar=metavar, help=words)
