"""The language of a call: by the option, else the environment, the workspace, or the locale."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from passportkit.errors import CannotGoOn
from passportkit.language import LANGUAGES, say
from passportkit.workspace.workspace import language_at

OPTION = "--lang"
VARIABLE = "PASSPORT_LANG"


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that holds before any argument has been parsed.

    An unknown one after `--lang` is left for `check` to complain of, in the language that holds
    without it.
    """
    asked = _asked(arguments)
    if asked in LANGUAGES:
        return asked
    return (
        _known(environment.get(VARIABLE))
        or _known(language_at(_place(arguments)))
        or (_known(_locale(environment)) or "en")
    )


def check(arguments: Sequence[str]) -> None:
    """Raise `CannotGoOn` if `--lang` names a language that there are no words in."""
    asked = _asked(arguments)
    if asked is not None and asked not in LANGUAGES:
        known = ", ".join(f"`{language}`" for language in LANGUAGES)
        raise CannotGoOn(
            say("there is no language “{name}”; there are: {known}", name=asked, known=known)
        )


def _asked(arguments: Sequence[str]) -> str | None:
    """Return what stands after the last `--lang`, before or after the command."""
    asked = None
    for argument, following in zip_longest(arguments, arguments[1:]):
        if argument == "--":
            break
        if argument == OPTION:
            asked = following
        elif argument.startswith(OPTION + "="):
            asked = argument.removeprefix(OPTION + "=")
    return asked


def _place(arguments: Sequence[str]) -> Path:
    """Return where to look for the workspace: at the first file that is named, else here."""
    named = (Path(argument) for argument in arguments if not argument.startswith("-"))
    return next((path for path in named if os.path.lexists(path)), Path())


def _known(name: str | None) -> str | None:
    """Return the language of `ru_RU.UTF-8`, `Russian_Russia` or `en`, where it is one of ours."""
    return next((known for known in LANGUAGES if name and name.lower().startswith(known)), None)


def _locale(environment: Mapping[str, str]) -> str | None:
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    found = next((environment[name] for name in variables if environment.get(name)), None)
    if found is None and sys.platform == "win32":
        import locale

        found = locale.getlocale()[0]
    return found
