"""Comments that say which findings do not count: `# passport: ignore[rule]`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from passportkit.findings import START, Finding, Place, Severity
from passportkit.language import AnyMessage, mark, say
from passportkit.rules.rule import Rule
from passportkit.source import Source
from passportkit.source.comments import Comment, comments
from passportkit.text.pattern import pattern

UNUSED = Rule(
    name="unused-ignore",
    severity=Severity.WARNING,
    check=None,
    finds=mark("a comment `# passport: ignore[…]` that catches nothing"),
    why=mark(
        "What it was written for has been mended, or stands on another line by now. Left where it "
        "is, it would hide the next mistake of that kind. Delete the comment, or move it to the "
        "line that is meant."
    ),
    bad="passport: 1\ntitle: Клуб соседей  # passport: ignore[inn-checksum]\n",
    good="passport: 1\ntitle: Клуб соседей\n",
)
MALFORMED = Rule(
    name="malformed-ignore",
    severity=Severity.WARNING,
    check=None,
    finds=mark("a comment that wants to hide findings and does not say which"),
    why=mark(
        "Rules are ignored by their names, so that nothing else is hidden besides: "
        "`# passport: ignore[inn-checksum]`, or several names with commas between them. A comment "
        "that is written otherwise hides nothing."
    ),
    bad="passport: 1\ntitle: Клуб соседей  # passport: ignore\n",
    good="passport: 1\ntitle: Клуб соседей\n",
)

_COMMENT = pattern(r"#[ \t]*passport:[ \t]*ignore\b")
_LIST = pattern(r"#[ \t]*passport:[ \t]*ignore[ \t]*\[([^\]#]*)\](?![^ \t])")
_NAME = pattern(r"[^ \t,]+")


class Ignore(NamedTuple):
    """That findings of `rule` on `lines` do not count, None being the whole file.

    `place` is the name of the rule in the comment.
    """

    rule: str
    lines: range | None
    place: Place


class Ignored:
    """What all comments of a file ignore together."""

    def __init__(self, ignored: Sequence[Ignore]) -> None:
        self._everywhere = {each.rule for each in ignored if each.lines is None}
        lines: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for each in ignored:
            if each.lines is not None:
                lines[each.rule].append((each.lines.start, each.lines.stop))
        self._starts = {rule: [start for start, _ in sorted(each)] for rule, each in lines.items()}
        self._stops = {
            rule: list(accumulate((stop for _, stop in sorted(each)), max))
            for rule, each in lines.items()
        }
        """The greatest end of the stretches that begin up to each start."""

    def catches(self, finding: Finding) -> bool:
        """Whether a finding, which has its place, does not count by one of the comments."""
        if finding.rule in self._everywhere:
            return True
        line = (finding.place or START).line
        known = bisect_right(self._starts.get(finding.rule, ()), line)
        return known > 0 and line < self._stops[finding.rule][known - 1]


class FoundLines:
    """The lines on which something was found, by the rule."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        lines: dict[str, set[int]] = defaultdict(set)
        for each in findings:
            lines[each.rule].add((each.place or START).line)
        self._lines = {rule: sorted(each) for rule, each in lines.items()}

    def has_any_for(self, ignore: Ignore) -> bool:
        """Whether a comment catches something."""
        lines = self._lines.get(ignore.rule, [])
        if ignore.lines is None:
            return bool(lines)
        first = bisect_left(lines, ignore.lines.start)
        return first < len(lines) and lines[first] in ignore.lines


def ignores(source: Source) -> tuple[list[Ignore], list[Finding]]:
    """Return what the comments of a file ignore, and the comments that say it wrongly."""
    if "ignore" not in source.text:  # almost no file has any, and this costs next to nothing
        return [], []
    ignored: list[Ignore] = []
    malformed: list[Finding] = []
    for comment in comments(source, _COMMENT):
        listed = _listed(comment)
        ignored += listed
        if not listed:
            malformed.append(_malformed(comment.place))
    return ignored, malformed


def _listed(comment: Comment) -> list[Ignore]:
    found = _LIST.match(comment.words)
    names = _NAME.finditer(comment.words, *found.span(1)) if found else ()
    return [Ignore(each[0], comment.lines, comment.part(*each.span())) for each in names]


def _malformed(place: Place) -> Finding:
    return MALFORMED.found(
        (),
        say("this comment does not say which rules it ignores"),
        say("write their names in square brackets: `# passport: ignore[inn-checksum]`"),
        place=place,
    )


def unused(ignore: Ignore, advice: AnyMessage) -> Finding:
    """Return what to say of a comment that catches nothing."""
    message = say("there is nothing of `{rule}` to ignore here", rule=ignore.rule)
    return UNUSED.found((), message, advice, place=ignore.place)
