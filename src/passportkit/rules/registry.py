"""All rules, in the order in which `passport rules` lists them."""

from __future__ import annotations

from passportkit.errors import CannotGoOn
from passportkit.language import LazyMessage, Message, mark, say
from passportkit.rules import (
    act_in_no_table,
    act_listed_twice,
    act_number_before_date,
    act_without_date,
    act_without_number,
    application_number,
    budget_mismatch,
    contact_missing,
    cost_without_source,
    costs_total,
    email_address,
    empty_section,
    file_rules,
    form_condition,
    formal_answer,
    ignores,
    indicator_without_after,
    indicator_without_before,
    indicator_without_unit,
    inn_checksum,
    link_address,
    missing_section,
    ogrn_checksum,
    people_counted_in_pieces,
    period_reversed,
    personal_contact,
    phone_number,
    region_name,
    stage_outside_period,
    stages_overlap,
    text_too_long,
    unit_differs,
    unknown_choice,
    unknown_form,
    unplaced_text,
    unreadable_value,
    workspace_rules,
)
from passportkit.rules.rule import Rule
from passportkit.suggestion import suggest

RULES: tuple[Rule, ...] = (
    *file_rules.RULES,
    # structure
    missing_section.RULE,
    empty_section.RULE,
    formal_answer.RULE,
    text_too_long.RULE,
    form_condition.RULE,
    unplaced_text.RULE,
    unknown_form.RULE,
    # values
    inn_checksum.RULE,
    ogrn_checksum.RULE,
    phone_number.RULE,
    email_address.RULE,
    link_address.RULE,
    application_number.RULE,
    region_name.RULE,
    unreadable_value.RULE,
    unknown_choice.RULE,
    unit_differs.RULE,
    # time
    period_reversed.RULE,
    stage_outside_period.RULE,
    stages_overlap.RULE,
    # money
    costs_total.RULE,
    budget_mismatch.RULE,
    cost_without_source.RULE,
    # results
    indicator_without_unit.RULE,
    indicator_without_before.RULE,
    indicator_without_after.RULE,
    people_counted_in_pieces.RULE,
    # legal acts
    act_without_date.RULE,
    act_without_number.RULE,
    act_number_before_date.RULE,
    act_listed_twice.RULE,
    act_in_no_table.RULE,
    # people
    personal_contact.RULE,
    contact_missing.RULE,
    # what surrounds a practice
    ignores.UNUSED,
    ignores.MALFORMED,
    *workspace_rules.RULES,
)

BY_NAME = {rule.name: rule for rule in RULES}

_NAMES = tuple(BY_NAME)


def rule_called(name: str) -> Rule:
    """Return the rule of a name; raise `CannotGoOn` if there is none."""
    if name in BY_NAME:
        return BY_NAME[name]
    raise CannotGoOn(say("{what}; {advice}", what=no_rule(name), advice=suggest_rule(name)))


def no_rule(name: str) -> Message:
    """Return that no rule has this name."""
    return say("there is no rule “{name}”", name=name)


def suggest_rule(name: str) -> LazyMessage:
    """Return the question whether the rule with the nearest name was meant, or where they stand."""
    spelt = name.lower().replace("_", "-")
    return suggest(spelt, _NAMES, mark("`passport rules` lists them"))
