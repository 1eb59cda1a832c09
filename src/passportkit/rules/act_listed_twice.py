"""The same legal act stands twice in one table."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.practice.acts import Act, ActWords
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_WORD = pattern(r"\w+")


def check(context: Context) -> Iterator[Finding]:
    """Find acts that are listed again among the adopted ones, or among the amended ones."""
    for acts, route in context.said("acts"):
        repeated = {again for block in _blocks(acts) for again in _again(acts, block)}
        for index, first in sorted(repeated):
            yield RULE.found(
                (*route, index, "act"),
                say("this act stands in the list already, as item {number}", number=first + 1),
                say("keep one entry, and put all that it brought there"),
            )


def _blocks(acts: Sequence[Act]) -> Iterator[list[int]]:
    """Yield the indices of the acts that stand in one table: adopted, amended, neither."""
    yield [index for index, act in enumerate(acts) if act.adopted]
    yield [index for index, act in enumerate(acts) if act.amended]
    yield [index for index, act in enumerate(acts) if not (act.adopted or act.amended)]


def _again(acts: Sequence[Act], block: Sequence[int]) -> Iterator[tuple[int, int]]:
    seen: dict[Hashable, int] = {}
    for index in block:
        if words := acts[index].act:
            first = seen.setdefault(_key(words), index)
            if first != index:
                yield index, first


def _key(act: ActWords) -> Hashable:
    """Return what makes an act the same: kind, authority, date and number, or all its words."""
    words = [word.casefold() for word in _WORD.findall(act)]
    if act.date and act.number:
        return (*[word[:7] for word in words[:2]], act.date, act.number.casefold())
    return tuple(words)


RULE = Rule(
    "act-listed-twice",
    Severity.WARNING,
    check,
    finds=mark("a legal act stands twice in the same table"),
    why=mark(
        "The second row makes the practice look better founded than it is, and experts notice. An "
        "act that was first adopted and later amended is one entry with `adopted` and `amended`: "
        "it stands once in each table."
    ),
    bad="""\
acts:
  - act: Постановление администрации города Светлоречье от 12.03.2021 № 214 «О соседских клубах»
    adopted: Клубам предоставлены помещения
  - act: Постановление Администрации г. Светлоречье от 12.03.2021 №214
    adopted: Ведущие получили ключи
""",
    good="""\
acts:
  - act: Постановление администрации города Светлоречье от 12.03.2021 № 214 «О соседских клубах»
    adopted: Клубам предоставлены помещения, ведущие получили ключи
""",
)
