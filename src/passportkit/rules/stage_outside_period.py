"""A stage begins before the practice, or ends after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_DAY = pattern(r"\d{1,2}\.\d{1,2}\.\d|(?<!\d)\d{1,2}[ \u00a0][а-я]")
_MONTH = pattern(r"[а-я]{3,}[а-я]*[ \u00a0]|\d\.\d|[–—-][ \u00a0]*[а-я]")


def check(context: Context) -> Iterator[Finding]:
    """Find the stages that stand out of the period, in each way forms see them."""
    for sight in context.sights("stages", "period"):
        period = sight.practice.period
        if not period or not period.span or period.span.start > period.span.end:
            continue
        for index, stage in enumerate(sight.practice.stages or ()):
            if stage.period and stage.period.span and _stands_out(stage.period, period):
                message = say(
                    "this stage is not within the period of the practice, {period}", period=period
                )
                advice = say("correct the stage, or extend `period`")
                yield RULE.found((*sight.route("stages"), index, "period"), message, advice)


def grain(words: str) -> int:
    """Return how exactly a period is said: by years (1), by months (2) or by days (3)."""
    text = words.lower()
    if _DAY.search(text):
        return 3
    return 2 if _MONTH.search(text.replace("год", "")) else 1


def cut(day: date, size: int) -> tuple[int, ...]:
    """Return the year, the month or the day, whichever the grain tells apart."""
    return (day.year, day.month, day.day)[:size]


def _stands_out(stage: Any, period: Any) -> bool:
    size = min(grain(stage), grain(period))
    begins, ends = stage.span
    if begins > ends:
        return False
    first, last = period.span
    return cut(begins, size) < cut(first, size) or cut(ends, size) > cut(last, size)


RULE = Rule(
    "stage-outside-period",
    Severity.WARNING,
    check,
    finds=mark("a stage begins before the practice or ends after it"),
    why=mark(
        "The stages are read beside the period of the practice, and must fit into it. Where one of "
        "both is said by years only, years are compared."
    ),
    bad="""\
period: 2021-2022 годы
stages:
  - period: 2021 год
    description: Опрос жителей, выбор площадок
  - period: 2022-2023 годы
    description: Занятия на площадках
""",
    good="""\
period: 2021-2023 годы
stages:
  - period: 2021 год
    description: Опрос жителей, выбор площадок
  - period: 2022-2023 годы
    description: Занятия на площадках
""",
)
