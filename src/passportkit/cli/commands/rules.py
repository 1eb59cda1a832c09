"""`passport rules` and `passport explain`: what can be found, why it matters, how to mend it."""

from __future__ import annotations

from passportkit.cli.exit import FINE
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.report.rule_pages import manual, page, table
from passportkit.rules.registry import BY_NAME, RULES, suggestion


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
    rule = BY_NAME.get(name)
    if rule is None:
        raise _no_such_rule(name)
    for line in page(rule, terminal.translate, terminal.width):
        terminal.print(line)
    return FINE


def _no_such_rule(name: str) -> CannotGoOn:
    if meant := suggestion(name):
        return CannotGoOn(
            say("there is no rule “{name}”; did you mean “{meant}”?", name=name, meant=meant)
        )
    return CannotGoOn(say("there is no rule “{name}”; see `passport rules`", name=name))
