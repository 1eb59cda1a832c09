"""`passport rules` and `passport explain`: what can be found, why it matters, how to mend it."""

from __future__ import annotations

from passportkit.cli.terminal.streams import Terminal
from passportkit.report.exit_codes import FINE
from passportkit.report.rule_pages import manual, page, table
from passportkit.rules.registry import RULES, rule_called


def list_rules(terminal: Terminal, *, markdown: bool = False) -> int:
    """Print the rules with their severities, or all that there is to say about them."""
    if markdown:
        terminal.print(manual(RULES, terminal.translate))
        return FINE
    for line in table(RULES, terminal.translate, terminal.width):
        terminal.print(line)
    return FINE


def explain(terminal: Terminal, name: str) -> int:
    """Print what there is to say about a rule; raise `CannotGoOn` if there is none of that name."""
    for line in page(rule_called(name), terminal.translate, terminal.width):
        terminal.print(line)
    return FINE
