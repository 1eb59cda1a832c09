"""All rules, in the order in which `passport rules` lists them."""

from __future__ import annotations

from passportkit.rules import missing_section, unknown_form, unplaced_text
from passportkit.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    missing_section.RULE,
    unknown_form.RULE,
    unplaced_text.RULE,
)
