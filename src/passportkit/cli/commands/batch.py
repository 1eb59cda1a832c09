"""Documents that are worked through one after the other; one that is refused stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from passportkit.cli.terminal.progress import counted
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.faults import fault, within_memory
from passportkit.engine.targets import Target
from passportkit.errors import CannotGoOn
from passportkit.language import Message, say
from passportkit.report.columns import filled
from passportkit.report.exit_codes import BUG, UNREADABLE
from passportkit.report.outcome_table import OutcomeRow, row_of, table, tally
from passportkit.report.outcomes import Outcome, story

Make = Callable[[Target], Outcome]


def work_through(
    terminal: Terminal, planned: Sequence[Target], make: Make, on_left: Message
) -> int:
    """Make a file of each document, say what became of them, and return the exit code.

    `on_left` is said where words of a document have found no field.
    """
    if len(planned) == 1:
        return _one(terminal, planned[0], make, on_left)
    rows: list[OutcomeRow] = []
    try:
        for target in counted(terminal, planned, len(planned), say("Documents")):
            outcome = _outcome(target, make, is_alone=False)
            rows.append(row_of(outcome, terminal.translate))
    finally:  # what was written before an interruption shall be known
        _tell(terminal, rows, on_left)
    return max(row.code for row in rows)


def _tell(terminal: Terminal, rows: Sequence[OutcomeRow], on_left: Message) -> None:
    if not rows:
        return
    for line in table(rows, terminal.translate, terminal.width):
        terminal.print(line)
    terminal.print(tally([row.code for row in rows]))
    if any(row.has_left for row in rows):
        terminal.print(filled(terminal.translate(on_left), terminal.width))


def _one(terminal: Terminal, target: Target, make: Make, on_left: Message) -> int:
    outcome = _outcome(target, make, is_alone=True)
    if outcome.imported is None:
        for why in outcome.remarks:
            named = say("`{path}`: {why}", path=outcome.name, why=why)
            terminal.complain(named if target.found.path else why)
        return outcome.code
    # what was written to the standard output shall be all that stands there
    tell = terminal.print if target.path else terminal.tell
    for line in story(outcome, on_left, terminal.translate, terminal.width):
        tell(line)
    return outcome.code


def _outcome(target: Target, make: Make, *, is_alone: bool) -> Outcome:
    name = target.found.name
    try:
        with within_memory():
            return make(target)
    except CannotGoOn as error:
        return Outcome(name, UNREADABLE, remarks=(error.message,))
    except Exception as error:  # noqa: BLE001 - a bug of ours, which is told
        return Outcome(name, BUG, remarks=(fault(error, is_alone=is_alone),))
