"""Other words for a text in the style in which it is spelt."""

from __future__ import annotations

import re
from collections.abc import Callable

from yaml.nodes import ScalarNode

from passportkit.edits import Splice
from passportkit.lines import line_end_of
from passportkit.source.anchor import Anchor, content_end
from passportkit.source.breaks import BLANKS, BREAK, KEPT_BREAKS
from passportkit.source.emitter import ONLY_ESCAPED, STEP, in_quotes, is_plain
from passportkit.source.paragraphs import Layout, SpeltLine, lines_in, paragraphs, relaid
from passportkit.text import canonical

_PROPERTIES = re.compile("(?:[!&][^ \t\r\n]*[ \t\r\n]+)*")
_LIKE_NUMBER = re.compile("[0-9.,:+_-]+")
_BRACKETS = re.compile("[,\\[\\]{}]")


def respelt(text: str, spot: Anchor, value: str) -> Splice | None:
    """Return what makes the text at a spot say `value`, spelt as it is now.

    None where its style has no spelling for these words. `value` is in canonical form.
    """
    node = spot.node
    assert isinstance(node, ScalarNode)
    found = _PROPERTIES.match(text, node.start_mark.index)
    assert found is not None
    start, end = found.end(), content_end(text, node)
    write = _in_block if node.style in ("|", ">") else _in_flow
    words = write(text[start:end], spot, value, line_end_of(text))
    return None if words is None else Splice(start, end, words)


# --- plain, and in quotes -------------------------------------------------------------------


_SPELLINGS: dict[str, Callable[[str], str]] = {
    "": str,
    "'": lambda words: words.replace("'", "''"),
    '"': lambda words: in_quotes(words)[1:-1],
}


def _in_flow(body: str, spot: Anchor, value: str, end: str) -> str | None:
    node = spot.node
    assert isinstance(node, ScalarNode)
    quote, new = node.style or "", value.split("\n")
    if quote != '"' and (ONLY_ESCAPED.search(value) or not (quote or _may_be_plain(value, spot))):
        return None
    lines = list(lines_in(body[len(quote) : len(body) - len(quote)]))
    layout = Layout(_SPELLINGS[quote], end, _indent(lines, spot), True, len(lines) == 1)
    if len(new) > 1 and (layout.one_line or any(line[0] in BLANKS for line in new)):
        escaped = quote == '"' and (spot.in_flow or "\\n" in body)
        return in_quotes(value) if escaped else None
    old = paragraphs(lines, canonical(node.value).split("\n"), layout)
    first, *rest = relaid(old, new, layout)
    placed = [line if line.end else line._replace(end=end, indent=layout.indent) for line in rest]
    words = "".join(map(str, [first._replace(end="", indent=""), *placed]))
    return quote + words + quote


def _may_be_plain(value: str, spot: Anchor) -> bool:
    """Whether words may go without quotes; of those like numbers their author has decided."""
    assert isinstance(spot.node, ScalarNode)
    if spot.in_flow and _BRACKETS.search(value):
        return False
    both = (value, canonical(spot.node.value))
    return is_plain(value.replace("\n", " ")) or all(map(_LIKE_NUMBER.fullmatch, both))


def _indent(lines: list[SpeltLine], spot: Anchor) -> str:
    below = (line.indent for line in lines[1:] if line.words)
    return next(below, " " * (max(spot.column, 0) + STEP))


# --- behind a sign --------------------------------------------------------------------------


def _in_block(body: str, spot: Anchor, value: str, end: str) -> str | None:
    node, new = spot.node, value.split("\n")
    assert isinstance(node, ScalarNode)
    if ONLY_ESCAPED.search(value) or any(sign in body for sign in KEPT_BREAKS):
        return None
    head, lines, foot = _taken_apart(body, node.value)
    layout = Layout(str, end, lines[0].indent, folds=node.style == ">")
    old = paragraphs(lines, canonical(node.value).split("\n"), layout)
    if layout.folds and any(line[0] in BLANKS for line in new):  # only in `|` may lines begin so
        head, old = "|" + head[1:], []
        layout = Layout(str, end, layout.indent, folds=False)
    return head + "".join(map(str, relaid(old, new, layout))) + foot


def _taken_apart(body: str, value: str) -> tuple[str, list[SpeltLine], str]:
    """Return the sign with what stands behind it, the lines, and the empty ones at the end."""
    found = BREAK.search(body)
    assert found is not None
    head = body[: found.start()]
    _, *lines = lines_in(body[found.start() :])
    first = next(line for line in lines if line.words)
    said = next(line for line in value.split("\n") if line.strip(BLANKS))
    width = len(first.indent) - (len(said) - len(said.lstrip(BLANKS)))
    lines = [_indented(line, width) for line in lines]
    while not lines[-1].words:
        lines.pop()
    return head, lines, body[len(head) + len("".join(map(str, lines))) :]


def _indented(line: SpeltLine, width: int) -> SpeltLine:
    """Return a line of a block: only so much of what stands before its words is indentation."""
    if not line.words:
        return line
    return line._replace(indent=line.indent[:width], words=line.indent[width:] + line.words)
