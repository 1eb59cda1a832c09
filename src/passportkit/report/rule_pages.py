"""What there is to say about rules: a line for each, a page, and all pages as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from passportkit.language import Translator, mark
from passportkit.report.columns import filled
from passportkit.report.severities import SEVERITIES
from passportkit.rules.rule import Rule

_BAD, _GOOD = mark("Wrong:"), mark("Right:")
_OFF = mark("off by default")


def table(rules: Sequence[Rule], translate: Translator, width: int) -> Iterator[str]:
    """Yield a line for each rule: its name, its severity, what it finds."""
    names = max(len(rule.name) for rule in rules) + 2
    weights = max(len(_weight(rule, translate)) for rule in rules) + 2
    column = names + weights
    for rule in rules:
        head = rule.name.ljust(names) + _weight(rule, translate).ljust(weights)
        if width >= column + 30:
            yield filled(translate(rule.finds), width, " " * column, head)
        else:
            yield head.rstrip()
            yield filled(translate(rule.finds), width, "    ")


def page(rule: Rule, translate: Translator, width: int) -> Iterator[str]:
    """Yield the lines of the page of a rule."""
    yield f"{rule.name} ({_weight(rule, translate)})"
    yield ""
    yield filled(_sentence(translate(rule.finds)), width)
    yield ""
    yield filled(translate(rule.why), width)
    for title, example in ((_BAD, rule.bad), (_GOOD, rule.good)):
        if example:
            yield ""
            yield translate(title)
            yield ""
            yield from (f"    {line}" for line in example.splitlines())


def manual(rules: Sequence[Rule], translate: Translator) -> str:
    """Return all pages as one, in Markdown."""
    title, rule = translate(mark("Rules")), translate(mark("Rule"))
    weight, finds = translate(mark("Severity")), translate(mark("What it finds"))
    lines = [f"# {title}", ""]
    lines += [translate(_ABOUT), ""]
    lines += [f"| {rule} | {weight} | {finds} |", "| --- | --- | --- |"]
    for each in rules:
        link, words = f"[`{each.name}`](#{each.name})", translate(each.finds)
        lines.append(f"| {link} | {_weight(each, translate)} | {words} |")
    for each in rules:
        lines += ["", *_chapter(each, translate)]
    return "\n".join(lines)


_ABOUT = mark(
    "What `passport validate` can find. An error keeps a document from being made, a warning does "
    "not. `passport explain` prints any of these pages. This file is made from the rules "
    "themselves by `passport rules --markdown`."
)


def _chapter(rule: Rule, translate: Translator) -> Iterator[str]:
    yield f"## {rule.name}"
    yield ""
    yield f"*{_weight(rule, translate)}* – {translate(rule.finds)}."
    yield ""
    yield translate(rule.why)
    for title, example in ((_BAD, rule.bad), (_GOOD, rule.good)):
        if example:
            yield from ("", translate(title), "", "```yaml", *example.splitlines(), "```")


def _weight(rule: Rule, translate: Translator) -> str:
    severity = translate(SEVERITIES[rule.severity])
    return severity if rule.enabled else f"{severity}, {translate(_OFF)}"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words[0].islower() else f"{words}."
