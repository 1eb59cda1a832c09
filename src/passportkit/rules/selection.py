"""Which findings count: by the settings, by the call, and by comments in the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from passportkit.findings import START, Finding, Severity
from passportkit.language import say
from passportkit.rules.file_rules import UNKNOWN_FIELD, WRONG_TYPE
from passportkit.rules.ignores import FoundLines, Ignore, Ignored, ignores, unused
from passportkit.rules.registry import BY_NAME, RULES, no_rule, rule_called, suggest_rule
from passportkit.source import Source

OFF = "off"

ALWAYS = frozenset(
    {
        *("format-version", "program-bug", "toml-syntax", "unreadable-file", "unusable-form"),
        "yaml-syntax",
    }
)
"""What cannot be ignored, for nothing or too little is checked where it is found."""

_OFF_BY_DEFAULT = frozenset(rule.name for rule in RULES if not rule.enabled)


class Selection(NamedTuple):
    """What counts, and how much.

    `levels` are those of the settings: `off`, or a severity. `only` and `without` are names that
    the call gives, and go before: with `only` nothing else counts.
    """

    levels: Mapping[str, str] = {}
    only: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    def wants(self, rule: str) -> bool:
        """Whether findings of `rule` count."""
        if rule in self.without:
            return False
        if self.only:
            return rule in self.only
        return self.levels.get(rule, OFF if rule in _OFF_BY_DEFAULT else "") != OFF

    def weighed(self, finding: Finding) -> Finding:
        """Return the finding with the severity that it has here."""
        level = self.levels.get(finding.rule, OFF)
        return finding if level == OFF else finding._replace(severity=Severity(level))


ALL = Selection()


def selection(
    levels: Mapping[str, str], only: Iterable[str] = (), without: Iterable[str] = ()
) -> Selection:
    """Return what counts; raise `CannotGoOn` for a name in the call that no rule has."""
    chosen = Selection(levels, frozenset(only), frozenset(without))
    for name in sorted(chosen.only | chosen.without):
        rule_called(name)
    return chosen


def wrong_settings(levels: Mapping[str, str]) -> Iterator[Finding]:
    """Find the names under `[rules]` that no rule has, and the rules that cannot be turned off."""
    for name, level in levels.items():
        route = ("rules", name)
        if name not in BY_NAME:
            yield UNKNOWN_FIELD.found(route, no_rule(name), suggest_rule(name), on_key=True)
        elif name in ALWAYS and level != Severity.ERROR:
            yield WRONG_TYPE.found(
                route,
                say("`{rule}` is always an error", rule=name),
                say("delete this line: where it is found, nothing else can be checked"),
            )


def findings_that_count(
    source: Source,
    findings: Sequence[Finding],
    chosen: Selection = ALL,
    *,
    always: Collection[str] = ALWAYS,
) -> tuple[Finding, ...]:
    """Return those of the located `findings` that count, in the order of the file.

    Comments that catch nothing are found besides. Findings of the rules in `always` count as they
    are; of a file that cannot be read, all do.
    """
    if not source.is_readable:
        return tuple(findings)
    wanted = [
        each if each.rule in always else chosen.weighed(each)
        for each in findings
        if each.rule in always or chosen.wants(each.rule)
    ]
    ignored, malformed = ignores(source)
    if not ignored and not malformed:
        return tuple(wanted)
    caught_by = Ignored(ignored)
    left = [each for each in wanted if each.rule in always or not caught_by.catches(each)]
    found = FoundLines(each for each in wanted if each.rule not in always)
    idle = [ignore for ignore in ignored if not found.has_any_for(ignore)]
    said = [*malformed, *(_idle(each, always) for each in idle if _is_judged(each, chosen))]
    left += [chosen.weighed(each) for each in said if chosen.wants(each.rule)]
    return tuple(sorted(left, key=lambda finding: finding.place or START))


def _is_judged(ignore: Ignore, chosen: Selection) -> bool:
    """Whether it can be told that a comment catches nothing: not of a rule that is not asked."""
    return ignore.rule not in BY_NAME or chosen.wants(ignore.rule)


def _idle(ignore: Ignore, always: Collection[str]) -> Finding:
    if ignore.rule in always:
        return unused(ignore, say("`{rule}` is always an error", rule=ignore.rule))
    if ignore.rule not in BY_NAME:
        return unused(ignore, suggest_rule(ignore.rule))
    return unused(ignore, say("delete the comment, or move it to the line that is meant"))
