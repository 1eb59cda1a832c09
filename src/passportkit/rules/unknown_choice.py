"""An answer is none of those that a fact lets choose from."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.practice.choice import ChoiceWords
from passportkit.rules.rule import Context, Rule
from passportkit.suggestion import suggest


def check(context: Context) -> Iterator[Finding]:
    """Find the answers that nobody can tick."""
    for answer, route in context.values(ChoiceWords):
        if answer and not answer.is_read and not answer.is_open:
            message = say("“{words}” is none of the answers there are", words=answer)
            advice = suggest(str(answer), tuple(answer.choices), mark("choose one of: {names}"))
            yield RULE.found(route, message, advice)


RULE = Rule(
    "unknown-choice",
    Severity.ERROR,
    check,
    finds=mark("an answer is none of those that can be chosen"),
    why=mark(
        "Where a form gives the answers, a nomination or «да» and «нет», an answer in other words "
        "counts as none. Letters may be large or small; where a form allows other answers, its "
        "facts say `other: true`."
    ),
    bad="""\
contest_nomination: Благоустройства дворов
""",
    good="""\
contest_nomination: Благоустройство
""",
    of_a_value=True,
)
