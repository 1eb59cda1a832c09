"""Texts of which YAML makes something else than they look like, without a word.

It ends a text before ` #`, puts lines together that were typed below one another, and takes for
letters what looks like a blank. All of that is right, and hardly ever meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from yaml.nodes import Node, ScalarNode

from passportkit.findings import Finding, Place, Severity
from passportkit.language import Message, say, shortened
from passportkit.lines import LineNumbers
from passportkit.source.breaks import BREAK, line_end
from passportkit.source.nodes import scalars
from passportkit.source.unseen import LINE_ENDS, NO_BREAK, TURNS, UNSEEN, name_of
from passportkit.text.pattern import pattern

_LONGEST = 40
"""How many characters of a text are shown."""

_BLANKS = " \t" + UNSEEN
_BULLETS = "–—−•·▪●◦■►➢‣∙⁃✓✔○□◆♦☐☑→+"
_KEY = r"[a-z][a-z_-]*:"
_LETTERS = f"А-ЯЁа-яё«„{NO_BREAK}"

_cut = pattern(r"[ \t]+(#)(?=\w)(?!passport:)")
_cut_below = pattern(r"[ \t]*(?:\r\n|[\n\r])[ \t]+(#)(?=\w)(?![A-Za-z_-]+:)")
_glued = pattern(rf"({_KEY})(?=[{_LETTERS}])")
_odd_end = pattern(f"[{LINE_ENDS}]")
_turn = pattern(f"[{TURNS}]")
_may_list = pattern(rf"[\n\r][{_BLANKS}]*(?:[{_BULLETS}-]|\w\w?[.)])")
_marker = pattern(
    rf"[{_BLANKS}]*(?:[{_BULLETS}-](?!\d)|(?P<number>\d{{1,2}}|[а-яa-z])[.)][{_BLANKS}])"
)


Found = tuple[tuple[int, int], Message, Message]
"""From where to where it stands, what is wrong, and what to do about it."""

Probe = Callable[[str, ScalarNode], Found | None]


def misread(text: str, root: Node, values: Sequence[ScalarNode]) -> Iterator[Finding]:
    """Yield where a text of the file says something else than it looks like.

    `values` are the nodes of its values.
    """
    numbers = LineNumbers(text)
    for node in values:
        if node.style != "|" and node.start_mark.line != node.end_mark.line:
            yield from _found(text, numbers, node, _joined)
    looks = [look for is_suspicious, look in _LOOKS if is_suspicious(text)]
    for node in scalars(root) if looks else ():
        for look in looks:
            yield from _found(text, numbers, node, look)


def _found(text: str, numbers: LineNumbers, node: ScalarNode, look: Probe) -> Iterator[Finding]:
    if found := look(text, node):
        (start, end), message, advice = found
        place = Place(*numbers.position(start), *numbers.position(end))
        yield Finding("misread-text", Severity.WARNING, message, help=advice, place=place)


def _cut_off(text: str, node: ScalarNode) -> Found | None:
    """Find a comment that begins in the middle of a text, as a hashtag does."""
    end = node.end_mark.index
    found = None if node.style else _cut.match(text, end) or _ended_above(text, node)
    if not found:
        return None
    start = found.start(1)
    stop = line_end(text, start)
    words = shortened(text[start:stop], _LONGEST)
    return (
        (start, stop),
        say("from ` #` on this is a comment, and stands in no document: “{words}”", words=words),
        say("put the whole text in quotes; a comment begins with `# `, with a blank behind it"),
    )


def _ended_above(text: str, node: ScalarNode) -> re.Match[str] | None:
    return _cut_below.match(text, node.end_mark.index) if node.value else None


def _joined(text: str, node: ScalarNode) -> Found | None:
    """Find lines that begin as those of a list do, and were put together."""
    start, end = node.start_mark.index, node.end_mark.index
    if not _may_list.search(text, start, end):
        return None
    lines = [line for line in BREAK.split(text[start:end].strip("'\"")) if line.strip(_BLANKS)]
    lines = lines[1:] if node.style == ">" else lines
    kinds = [_kind(line) for line in lines]
    if not _is_list(kinds) or sum(map(bool, kinds)) <= _kept(node.value):
        return None
    return (
        (start, start + len(text[start:end].rstrip())),
        say("YAML puts the lines of this list together into one"),
        say("begin the text on the next line after `|`, or each item with `- ` on its own line"),
    )


def _kind(line: str) -> str:
    """Return with what a line begins as an item of a list does, if it does."""
    found = _marker.match(line)
    if not found:
        return ""
    number = found["number"]
    return "bullet" if not number else "number" if number.isdecimal() else "letter"


def _is_list(kinds: list[str]) -> bool:
    """Whether lines look like a list, perhaps with one line before it that says of what."""
    first, *others = kinds or [""]
    return (first in others and bool(first)) or (
        len(others) > 1 and bool(others[0]) and {*others} == {others[0]}
    )


def _kept(value: str) -> int:
    return sum(bool(_kind(line)) for line in value.split("\n"))


def _glued_to_key(_: str, node: ScalarNode) -> Found | None:
    """Find what looks like a key and is none, because no blank stands behind its colon."""
    found = None if node.style else _glued.match(node.value)
    if not found:
        return None
    start, sign = node.start_mark.index, node.value[found.end()]
    message = (
        say("behind the colon stands {sign}", sign=name_of(sign))
        if sign in UNSEEN
        else say("`{key}` belongs to the text: no blank stands behind the colon", key=found[1])
    )
    advice = say("put a usual blank behind the colon; a text that is meant so goes in quotes")
    return (start, start + found.end()), message, advice


def _odd_line_end(text: str, node: ScalarNode) -> Found | None:
    """Find a sign that ends a line for YAML and for Word, and for no editor."""
    found = _odd_end.search(text, node.start_mark.index, node.end_mark.index)
    if not found:
        return None
    return (
        found.span(),
        say("in the text stands {sign}", sign=name_of(found[0])),
        say("put a blank in its place; it comes along when text is pasted"),
    )


def _turned(text: str, node: ScalarNode) -> Found | None:
    """Find a sign behind which the letters show in another order than they have."""
    found = _turn.search(text, node.start_mark.index, node.end_mark.index)
    if not found:
        return None
    return (
        found.span(),
        say("in the text stands {sign}", sign=name_of(found[0])),
        say("delete it: it shows words in another order than the document will have them"),
    )


_HASHTAG = pattern(r"#\w")
_GLUED_SOMEWHERE = pattern(f":[{_LETTERS}]")

_LOOKS: tuple[tuple[Callable[[str], object], Probe], ...] = (
    (lambda text: "#" in text and _HASHTAG.search(text), _cut_off),
    (lambda text: ":" in text and _GLUED_SOMEWHERE.search(text), _glued_to_key),
    (lambda text: any(sign in text for sign in LINE_ENDS), _odd_line_end),
    (lambda text: any(sign in text for sign in TURNS), _turned),
)
"""What is looked for in each text, if a cheap question to the whole file says that it may be."""
