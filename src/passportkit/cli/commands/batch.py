"""Documents that are worked through one after the other; one that is refused stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from passportkit.cli.exit import UNREADABLE
from passportkit.cli.targets import Target
from passportkit.cli.terminal.layout import filled
from passportkit.cli.terminal.outcome_table import table, tally
from passportkit.cli.terminal.outcome_words import Outcome, story
from passportkit.cli.terminal.progress import counted
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.language import Message, say

Make = Callable[[Target], Outcome]


def work_through(
    terminal: Terminal, planned: Sequence[Target], make: Make, on_left: Message
) -> int:
    """Make a file of each document, say what became of them, and return the exit code.

    `on_left` is said where words of a document have found no field.
    """
    if len(planned) == 1:
        return _one(terminal, planned[0], make, on_left)
    outcomes: list[Outcome] = []
    try:
        for target in counted(terminal, planned, say("Documents")):
            outcomes.append(_outcome(target, make))  # noqa: PERF401 - each counts at once
    finally:  # what was written before an interruption shall be known
        _tell(terminal, outcomes, on_left)
    return max(outcome.code for outcome in outcomes)


def _tell(terminal: Terminal, outcomes: Sequence[Outcome], on_left: Message) -> None:
    for line in table(outcomes, terminal.translate, terminal.width):
        terminal.print(line)
    if outcomes:
        terminal.print(tally(outcomes))
    if any(outcome.brought and outcome.brought.left for outcome in outcomes):
        terminal.print(filled(terminal.translate(on_left), terminal.width))


def _one(terminal: Terminal, target: Target, make: Make, on_left: Message) -> int:
    outcome = _outcome(target, make)
    if outcome.brought is None:
        for why in outcome.remarks:
            named = say("`{path}`: {why}", path=outcome.name, why=why)
            terminal.complain(named if target.found.path else why)
        return outcome.code
    # what was written to the standard output shall be all that stands there
    tell = terminal.print if target.path else terminal.tell
    for line in story(outcome, on_left, terminal.translate, terminal.width):
        tell(line)
    return outcome.code


def _outcome(target: Target, make: Make) -> Outcome:
    try:
        return make(target)
    except CannotGoOn as error:
        return Outcome(target.found.name, UNREADABLE, remarks=(error.message,))
