"""People or organisations are counted in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from passportkit.findings import Finding, Route, Severity
from passportkit.language import mark, say
from passportkit.rules.indicator_rows import indicator_rows
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_PIECES = pattern(r"(?<!\w)(?:шт(?:\.|ук[аи]?)?)(?!\w)", re.IGNORECASE)
_WORD = pattern(r"[\w-]+")

_COUNT = frozenset(
    "количество количества число числа кол-во численность численности охват общее общая всего "
    "итого увеличение рост прирост снижение сокращение из них в том числе том числе".split()
)
_PEOPLE = frozenset(
    "активисты активистов благополучатели благополучателей ведущие ведущих ветераны ветеранов "
    "волонтеры волонтеров воспитанники воспитанников выпускники выпускников гости гостей граждане "
    "граждан девочки девочек девушки девушек дети детей добровольцы добровольцев жители жителей "
    "женщины женщин зрители зрителей инвалиды инвалидов инструкторы инструкторов лидеры лидеров "
    "люди людей мальчики мальчиков молодежь молодежи мужчины мужчин наставники наставников "
    "обучающиеся обучающихся общественники педагоги педагогов пенсионеры пенсионеров подростки "
    "подростков получатели получателей посетители посетителей "
    "предприниматели предпринимателей "
    "представители представителей работники работников родители родителей руководители "
    "руководителей слушатели слушателей соседи соседей сотрудники сотрудников специалисты "
    "специалистов спортсмены спортсменов старшеклассники студенты студентов тренеры тренеров "
    "участники участников учащиеся учащихся учителя учителей чел человек школьники школьников "
    "эксперты экспертов юноши юношей"
    " нко сонко анo ано объединений организаций партнеры партнеров предприятий учреждений".split()
)
_ADJECTIVE = pattern(
    r"\w+(?:[ыи]х|[ыи]е|[ыои]й|ого|его|ей|ая|ое|[ыи]ми)|со|социально|активно|вновь", re.IGNORECASE
)


def check(context: Context) -> Iterator[Finding]:
    """Find «шт.» beside what counts people or organisations."""
    if context.text and not any(pieces in context.text for pieces in ("шт", "Шт", "ШТ")):
        return
    for row in indicator_rows(context):
        if counts_people(row.name):
            yield from _pieces(row.record.unit, (*row.route, "unit"))
            yield from _pieces(_unit_of(row.name), (*row.route, row.name_field), row.name)
            for field, value in row.values.items():
                yield from _pieces(value, (*row.route, field))
    for audience, route in context.said("audience"):
        yield from _pieces(audience.involved, (*route, "involved"))
        yield from _pieces(audience.affected, (*route, "affected"))


def counts_people(name: str) -> bool:
    """Whether the first noun of an indicator, behind «количество» and the like, means people."""
    for found in _WORD.finditer(name):
        word = found[0].lower().replace("ё", "е")
        if word in _COUNT:
            continue
        if word in _PEOPLE:
            return True
        if not _ADJECTIVE.fullmatch(word):
            return False
    return False


def _unit_of(name: str) -> str:
    """Return what stands behind the last comma, or in brackets at the end."""
    start = max(name.rfind(","), name.rfind("("))
    return name[start:] if start >= 0 else ""


def _pieces(words: str | None, route: Route, whole: str | None = None) -> Iterator[Finding]:
    if words and (found := _PIECES.search(words)):
        offset = len(whole or words) - len(words)
        yield RULE.found(
            route,
            say("people and organisations are not counted in pieces"),
            say("write чел. for people and ед. for organisations"),
            span=(found.start() + offset, found.end() + offset),
        )


RULE = Rule(
    "people-counted-in-pieces",
    Severity.WARNING,
    check,
    finds=mark("people or organisations are counted in pieces («шт.»)"),
    why=mark(
        "«Участники, шт.» reads as a slight, and experts remark on it. People are counted in чел., "
        "organisations in ед.; applications, events and publications may stay in шт."
    ),
    bad="""\
results:
  - indicator: Количество участников среди жителей города
    unit: шт.
    value: 101
""",
    good="""\
results:
  - indicator: Количество участников среди жителей города
    unit: чел.
    value: 101
  - indicator: Количество поданных заявок на участие
    unit: шт.
    value: 125
""",
    of_a_value=True,
)
