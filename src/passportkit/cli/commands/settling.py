"""What is open between a practice and its document, asked at the terminal one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from passportkit.cli.terminal.prompt import Prompt
from passportkit.cli.terminal.streams import Terminal
from passportkit.language import say
from passportkit.merge import Conflict, Decisions
from passportkit.merge.outcome import Side
from passportkit.report.changes import changes

_QUESTION = say("`1` – the document holds, `2` – the practice does, `Enter` – decide another time")

_UNKNOWN = say("that is none of the answers: `1`, `2`, or `Enter` alone")

_SIDES: Mapping[str, Side] = {"1": "theirs", "2": "ours"}


def settled(terminal: Terminal, conflicts: Sequence[Conflict], known: Decisions) -> Decisions:
    """Return the decisions with those that a person makes now; whoever breaks off makes no more."""
    prompt, fields, coloured = Prompt(terminal), dict(known.fields), terminal.out.isatty()
    for conflict in conflicts:
        shown = changes([conflict], terminal.translate, terminal.width, coloured=coloured)
        terminal.show(shown)
        try:
            answer = _answer(terminal, prompt)
        except EOFError:
            break
        if answer:
            fields[conflict.route] = _SIDES[answer]
    return replace(known, fields=fields)


def _answer(terminal: Terminal, prompt: Prompt) -> str:
    """Return one of the answers that can be given, or nothing; any other is asked for again."""
    while (answer := prompt.line(_QUESTION, "yellow").strip()) and answer not in _SIDES:
        terminal.tell(_UNKNOWN)
    return answer
