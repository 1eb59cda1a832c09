"""A stage begins before the one above it has ended."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.practice.period import Period
from passportkit.rules.rule import Context, Rule
from passportkit.rules.stage_outside_period import at_precision, precision


def check(context: Context) -> Iterator[Finding]:
    """Find the stages that share more time with the one above than the moment of change."""
    for stages, route in context.said("stages"):
        above: Period | None = None
        for index, stage in enumerate(stages):
            period = stage.period
            if not period or not period.dates or period.dates.is_reversed:
                continue
            if above and _overlap(above, period):
                message = say(
                    "this stage begins before the one above it ends, {period}", period=above
                )
                advice = say("let the stages follow one another, or make one of both")
                yield RULE.found((*route, index, "period"), message, advice)
            above = period


def _overlap(above: Period, period: Period) -> bool:
    """Whether two stages have more in common than the year, month or day in which they meet."""
    assert above.dates is not None
    assert period.dates is not None
    size = min(precision(above), precision(period))
    above_begins, above_ends = at_precision(above.dates, size)
    begins, ends = at_precision(period.dates, size)
    return begins < above_ends and ends > above_begins


RULE = Rule(
    "stages-overlap",
    Severity.WARNING,
    check,
    finds=mark("a stage begins before the one above it has ended"),
    why=mark(
        "The forms describe stages that follow one another: planning, carrying out, evaluation. "
        "Two stages may meet in the same year, month or day, but not share more."
    ),
    bad="""\
stages:
  - period: 01.07.2022 – 31.10.2022
    description: Порядок, соглашение, обучение ведущих
  - period: 01.10.2022 – 31.10.2023
    description: Открытие клубов
""",
    good="""\
stages:
  - period: 01.07.2022 – 30.09.2022
    description: Порядок, соглашение, обучение ведущих
  - period: 01.10.2022 – 31.10.2023
    description: Открытие клубов
""",
)
