"""A command of which two options may name a field, and stand alone for all fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from passportkit.cli.parser.typer_parser import Command


class FieldCommand(Command):
    """A command whose `--ours` and `--theirs` take the next word where it names a field."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the words of a call; an option alone is one with an empty value."""
        both = zip(args, [*args[1:], ""], strict=False)
        return super().parse_args(ctx, [f"{a}=" if _is_alone(a, b) else a for a, b in both])


def _is_alone(word: str, following: str) -> bool:
    if word not in ("--ours", "--theirs"):
        return False
    from passportkit.engine.correcting import is_field
    from passportkit.forms import Catalogue

    return not is_field(following, Catalogue().vocabulary) or Path(following).exists()
