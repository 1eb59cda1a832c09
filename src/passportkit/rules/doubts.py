"""What is odd about an answer: what rules find in it that need to see no more than one value."""

from __future__ import annotations

from passportkit.forms.answers import Answer, alone
from passportkit.forms.catalogue import Catalogue
from passportkit.forms.questions import Question
from passportkit.language import Message
from passportkit.rules.examination import examine
from passportkit.rules.registry import RULES
from passportkit.rules.selection import Selection
from passportkit.source import Source

OF_A_VALUE = Selection(only=frozenset(rule.name for rule in RULES if rule.of_a_value))
"""That only findings of such rules count."""


def doubts(question: Question, answer: Answer, *, catalogue: Catalogue) -> tuple[Message, ...]:
    """Return what is found in a practice that says no more than this: a text, or rows so far."""
    source = Source("", "", alone(question, answer))
    examined = examine(source, (question.form,), catalogue=catalogue, chosen=OF_A_VALUE)
    return tuple(dict.fromkeys(finding.message for finding in examined.findings))
