"""A stage begins before the practice, or ends after it."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.practice.period import DateRange, Period
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_DAY = pattern(r"\d{1,2}\.\d{1,2}\.\d|(?<!\d)\d{1,2}[ \u00a0][а-я]")
_MONTH = pattern(r"(?<![а-я])[а-я]{3,}+[ \u00a0]|\d\.\d|[–—-][ \u00a0]*[а-я]")


def check(context: Context) -> Iterator[Finding]:
    """Find the stages that stand out of the period, in each way forms see them."""
    for sight in context.sights("stages", "period"):
        period = sight.practice.period
        if not period or not period.dates or period.dates.is_reversed:
            continue
        for index, stage in enumerate(sight.practice.stages or ()):
            if stage.period and stage.period.dates and _stands_out(stage.period, period):
                message = say(
                    "this stage is not within the period of the practice, {period}", period=period
                )
                advice = say("correct the stage, or extend `period`")
                yield RULE.found((*sight.route("stages"), index, "period"), message, advice)


def precision(words: str) -> int:
    """Return how exactly a period is said: by years (1), by months (2) or by days (3)."""
    text = words.lower()
    if _DAY.search(text):
        return 3
    return 2 if _MONTH.search(text.replace("год", "")) else 1


def at_precision(dates: DateRange, size: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first and the last year, month or day, whichever the precision tells apart."""
    start, end = ((day.year, day.month, day.day)[:size] for day in dates)
    return start, end


def _stands_out(stage: Period, period: Period) -> bool:
    assert stage.dates is not None
    assert period.dates is not None
    if stage.dates.is_reversed:
        return False
    size = min(precision(stage), precision(period))
    begins, ends = at_precision(stage.dates, size)
    first, last = at_precision(period.dates, size)
    return begins < first or ends > last


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
