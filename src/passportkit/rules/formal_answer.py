"""An answer for form's sake stands in place of content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from passportkit.findings import Finding, Route, Severity
from passportkit.language import mark, say
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

LONGEST = 60
"""What has more characters says something."""

_TEXTS = (
    "preconditions",
    "problem_statement",
    "problems",
    "opportunities",
    "approaches",
    "goals",
    "tasks",
    "concept",
    "summary",
    "situation_before",
    "situation_after",
    "resources",
    "mechanisms",
    "risks",
    "assessment",
    "social_effect",
    "scaling_prospects",
)
_CELLS = (
    ("participants", "role"),
    ("beneficiaries", "benefit"),
    ("resources", "purpose"),
    ("risks", "mitigation"),
)

_FORMAL = r"""
    [-–—.…]+ | нет | да | есть | имее?тся | имеются | отсутствуют? | н/д | нет\ данных
    | (?:на\ )?(?:отличн|хорош|удовлетворительн|положительн|высок|эффективн|успешн)\w{0,3}
      (?:\ (?:оценка|результат\w*|эффект|уровень))?
    | оценка\ (?:-\ )?(?:отличн|хорош|удовлетворительн|положительн|высок)\w{0,3}
    | (?:риск\w*|ограничени\w*|проблем\w*|перспектив\w*)(?:\ (?:и|или|и/или)\ ограничени\w*)?
      \ (?:нет|отсутствуют?|не\ выявлен\w*|не\ имее?тся|не\ имеются|минимальн\w*|есть|имеются)
    | (?:нет|отсутствуют?|не\ выявлен\w*)\ (?:риск\w*|ограничени\w*|проблем\w*|данных)
      (?:\ (?:и|или|и/или)\ ограничени\w*)?
    | не\ (?:требуется|требуются|предусмотрен\w*|выявлен\w*|имеется|имеются|определен\w*)
    | (?:то\ же|см\.?\ выше|смотри\ выше|аналогично|по\ плану|без\ изменений|на\ высоком\ уровне)
    | (?:полностью\ )?соответствует
    """


@cache
def _formal() -> re.Pattern[str]:
    # most practices have no text so short, and compiling takes longer than checking
    return pattern(_FORMAL, re.VERBOSE)


def check(context: Context) -> Iterator[Finding]:
    """Find fields and cells whose whole content is such an answer."""
    for field in _TEXTS:
        for value, route in context.said(field):
            if isinstance(value, str):
                yield from _in_text(value, route)
            elif len(value) == 1:
                words, way = _main(value[0])
                yield from _in_text(words, (*route, 0, *way))
    for records, field in _CELLS:
        for record, route in context.records(records):
            yield from _in_text(getattr(record, field), (*route, field))


def _main(item: Any) -> tuple[str | None, Route]:
    """Return an item that is a text, or what a record says that has no more than its main field."""
    if isinstance(item, str):
        return item, ()
    said = [name for name in type(item).model_fields if getattr(item, name)]
    return (getattr(item, item.main), (item.main,)) if said == [item.main] else (None, ())


def _in_text(text: str | None, route: Route) -> Iterator[Finding]:
    if not text or len(text) > LONGEST:
        return
    plain = " ".join(text.lower().replace("ё", "е").replace("–", "-").split())
    if _formal().fullmatch(plain.rstrip(" .!") or plain):
        yield RULE.found(
            route,
            say("“{words}” says nothing that could be judged", words=text),
            say("write what was done or found, by whom, by which measure, in figures"),
        )


RULE = Rule(
    "formal-answer",
    Severity.WARNING,
    check,
    finds=mark("«Отлично», «Риски отсутствуют» and the like stand in place of an answer"),
    why=mark(
        "An expert gives no points for such a cell, and believes the others less. Every practice "
        "has risks, and an assessment has somebody who made it and a measure."
    ),
    bad="""\
assessment: Отлично
risks: Риски отсутствуют
""",
    good="""\
assessment: По опросу 214 участников, 93 % довольны занятиями.
risks:
  - description: Спад интереса после первого года
    mitigation: Новые темы занятий выбирают сами участники
""",
    of_a_value=True,
)
