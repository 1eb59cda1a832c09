"""What is said of a call that the parser refuses."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.language import Message, say
from passportkit.suggestion import nearest


def of_call(what: Message, command: str) -> Message:
    """Return what is wrong with a call of `command`, and where to read more."""
    return say("{what}\nsee `{command} --help`", what=what, command=command)


def not_understood() -> Message:
    """Return what can be said where nothing is known."""
    return say("the call cannot be understood")


def no_such_option(option: str, possible: Sequence[str]) -> Message:
    """Return that there is no such option, and which ones may be meant."""
    if not possible:
        return say("there is no option `{option}` here", option=option)
    return say(
        "there is no option `{option}` here; did you mean {meant}?",
        option=option,
        meant=" / ".join(f"`{name}`" for name in possible),
    )


def takes_no_value(option: str) -> Message:
    """Return that an option was given a value, and takes none."""
    return say("the option `{option}` takes no value", option=option)


def needs_a_value(option: str) -> Message:
    """Return that an option was given no value, and needs one."""
    return say("the option `{option}` needs a value", option=option)


def missing(name: str) -> Message:
    """Return that an argument or an option has to be given."""
    return say("{name} is missing in the call", name=name)


def one_word_too_many(word: str, command: str) -> Message:
    """Return that a command takes fewer words."""
    return say(
        "`{word}` is one word too many for `{command}`\nsee `{command} --help`",
        word=word,
        command=command,
    )


def no_such_command(name: str, path: str, known: Sequence[str]) -> Message:
    """Return that there is no such command, and which of the known ones may be meant."""
    if close := nearest(name, known):
        return say(
            "there is no command `{name}`; did you mean `{path} {close}`?",
            name=name,
            path=path,
            close=close,
        )
    return say("there is no command `{name}`\nsee `{path} --help`", name=name, path=path)
