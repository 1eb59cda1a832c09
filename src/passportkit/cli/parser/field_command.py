"""A command of which two options may name a field, and stand alone for all fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from passportkit.cli.parser.typer_parser import Command
from passportkit.workspace.find import looks_like_document


class FieldCommand(Command):
    """A command whose `--ours` and `--theirs` take the next word, unless that is a document."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the words of a call; an option alone is one with an empty value."""
        both = zip(args, [*args[1:], ""], strict=False)
        return super().parse_args(ctx, [f"{a}=" if _is_alone(a, b) else a for a, b in both])


def _is_alone(word: str, following: str) -> bool:
    if word not in ("--ours", "--theirs"):
        return False
    path = Path(following)
    if not following or following.startswith("-") or path.exists():
        return True
    # what is no document is meant for a field, and refused by its name if there is none
    return looks_like_document(path) or path.name != following
