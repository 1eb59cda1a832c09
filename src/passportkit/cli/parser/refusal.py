"""What the parser of the command line refuses, in our words: its own are English.

Its errors have structure, but Typer keeps their classes to itself. Their names are enough, and an
error whose name is not known here still gets a sentence.
"""

from __future__ import annotations

from typing import Any

from passportkit.language import Message, say


def refusal(error: Any, context: Any) -> Message:
    """Return what is wrong with the call of the command of `context`, and where to read more."""
    kinds = {
        "BadOptionUsage": _bad_option,
        "MissingParameter": _missing,
        "NoSuchOption": _no_such_option,
    }
    kind = kinds.get(type(error).__name__)
    what = kind(error, context) if kind else say("the call cannot be understood")
    return say("{what}\nsee `{command} --help`", what=what, command=context.command_path)


def _no_such_option(error: Any, _context: Any) -> Message:
    close = " / ".join(f"`{name}`" for name in sorted(error.possibilities or ()))
    if not close:
        return say("there is no option `{option}` here", option=error.option_name)
    return say(
        "there is no option `{option}` here; did you mean {meant}?",
        option=error.option_name,
        meant=close,
    )


def _bad_option(error: Any, context: Any) -> Message:
    option = error.option_name
    flags = [param for param in context.command.params if getattr(param, "is_flag", False)]
    if any(option in flag.opts for flag in flags):
        return say("the option `{option}` takes no value", option=option)
    return say("the option `{option}` needs a value", option=option)


def _missing(error: Any, _context: Any) -> Message:
    return say("{name} is missing in the call", name=error.param.metavar)
