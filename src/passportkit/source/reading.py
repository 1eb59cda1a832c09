"""Reading YAML with the place of every value; whatever is wrong becomes a finding.

Nodes are composed with libyaml and every scalar stays text, so that nothing is lost to the
types of YAML 1.1: a number that begins with 0, `12:30`, `нет`, `on`, `01.09.2019`.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from passportkit.errors import CannotGoOn
from passportkit.findings import START, Finding, Place, Severity
from passportkit.language import Message, say
from passportkit.lines import LineNumbers
from passportkit.source.document import Data, Source
from passportkit.source.misreading import misread
from passportkit.source.surrogates import unveil, veiled
from passportkit.source.syntax import TOO_DEEP, explained, place_of

if TYPE_CHECKING:
    from passportkit.source.stumbling import Stumbled

DEEPEST = 60
"""How deep a file may nest; far above what a practice needs, far below what libyaml bears."""

MOST_VALUES = 150_000
"""How many keys and values a file may have: each takes a thousand bytes of memory. A practice with
five thousand results and as many costs has two thirds of it."""

_SAFE = 1000
"""A depth that libyaml bears on any machine: it recurses, and crashes at about 30,000 levels."""

_NULLS = frozenset({"", "~", "null"})
_BEFORE_SIGN = "-:?[{,\r\n\x85\u2028\u2029\ufeff"
_SIGN = re.compile(rf"(?:^|[{re.escape(_BEFORE_SIGN)}])[ \t]*[!&]")
"""Where a tag or an anchor can stand: first in a line, or behind a sign of YAML, blank or none."""
_STEEP_LINE = re.compile(rf"^[ \t?:-]{{{DEEPEST // 2},}}", re.MULTILINE)


def read(content: bytes, name: str) -> Source:
    """Read a file whose bytes are `content` and that messages call `name`."""
    source = _read(content, name)
    return replace(source, mark="\ufeff") if content.startswith(codecs.BOM_UTF8) else source


class TooManyValues(CannotGoOn):
    """A practice that is to be written would have more keys and values than one may have."""


def refuse_too_many(text: str) -> None:
    """Raise `TooManyValues` where a text that is to be written could not be read again."""
    if _too_many_at(text) is not None:
        raise TooManyValues(
            say(
                "the practice would have more than {n} keys and values; keep long tables elsewhere",
                n=MOST_VALUES,
            )
        )


def _read(content: bytes, name: str) -> Source:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        shown = content.decode("utf-8-sig", "replace")
        return _refuse(name, shown, _not_utf8(content, error))
    try:
        if (mark := _too_deep_at(text)) is not None:
            return _refuse(name, text, _too_deep(_at(LineNumbers(text), mark)))
        if (mark := _too_many_at(text)) is not None:
            return _refuse(name, text, _too_many(_at(LineNumbers(text), mark)))
        return _compose(text, name)
    except yaml.MarkedYAMLError as error:
        return _refuse(name, text, _broken(text, error))
    except yaml.reader.ReaderError:
        return _refuse(name, text, _unprintable(text))


_no_tag: Any = "".format
"""Takes anything and returns nothing, in C: it is asked three times of every node."""


class _Composer(yaml.CBaseLoader):
    """libyaml's composer without PyYAML's resolvers: no node needs a tag, for all is text."""

    resolve = descend_resolver = ascend_resolver = _no_tag


def _compose(text: str, name: str) -> Source:
    root = _root_of(text)
    if wrong := _conflict(text) or _signs(text):
        return Source(name, text, None, wrong)
    if root is None or (isinstance(root, ScalarNode) and root.value in _NULLS):
        return _refuse(name, text, _error(say("the file is empty"), START, PRACTICE_BEGINS))
    if not isinstance(root, MappingNode):
        return _refuse(name, text, _keyless(text, root.start_mark))
    reader = _Plain(text)
    data = reader.mapping(root)
    if any(finding.rule == "yaml-syntax" for finding in reader.findings):
        return Source(name, text, None, tuple(reader.findings))
    return Source(name, text, data, (*reader.findings, *misread(text, root, reader.values)), root)


def _root_of(text: str) -> Node | None:
    veil = veiled(text)
    root = _Composer(veil).get_single_node()
    if veil is not text:
        unveil(root)
    return root


_KEY = say("a key must be a word, not a list or a mapping")
_IN_QUOTES = say("put a key that begins with a bracket or a brace in quotes")
PRACTICE_BEGINS = say(
    "a practice begins with `passport: 1` and `title:`; `passport new` writes one"
)


class _Plain:
    """Makes plain data of nodes, and keeps those of values in their order."""

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        self.values: list[ScalarNode] = []
        self._text = text

    @cached_property
    def _numbers(self) -> LineNumbers:
        return LineNumbers(self._text)

    def value(self, node: Node, depth: int) -> Data:
        if isinstance(node, ScalarNode):
            self.values.append(node)
            # libyaml's style of a plain scalar is empty
            return None if not node.style and node.value in _NULLS else node.value
        if depth == DEEPEST:
            self.findings.append(_too_deep(_at(self._numbers, node.start_mark)))
            return None
        if isinstance(node, SequenceNode):
            return [self.value(item, depth + 1) for item in node.value]
        return self.mapping(node, depth)

    def mapping(self, node: Node, depth: int = 0) -> dict[str, Data]:
        data: dict[str, Data] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.findings.append(_error(_KEY, _at(self._numbers, key.start_mark), _IN_QUOTES))
                continue
            if not key.value.isascii() and (odd := _unseen_at(key)):
                self.findings.append(_in_the_way(self._numbers, odd))
            if key.value in data:
                self.findings.append(_duplicate(key, self._numbers))
            data[key.value] = self.value(value, depth + 1)
        return data


def _refuse(name: str, text: str, finding: Finding) -> Source:
    return Source(name, text, None, (finding,))


def _error(message: Message, place: Place, advice: Message) -> Finding:
    return Finding("yaml-syntax", Severity.ERROR, message, help=advice, place=place)


def _at(numbers: LineNumbers, found: Any) -> Place:
    """Return the place of a mark of libyaml, which counts other lines than an editor."""
    position = numbers.position(found.index)
    return Place(*position, *position)


def _broken(text: str, error: yaml.MarkedYAMLError) -> Finding:
    found = place_of(error)
    if found and (known := _stumbled(text, found.index)):
        return known
    place = _within(text, found) if found else START
    message, advice = explained(error, text, place.line)
    return Finding("yaml-syntax", Severity.ERROR, message, help=advice, place=place)


def _keyless(text: str, found: Any) -> Finding:
    place = _at(LineNumbers(text), found)
    known = _stumbled(text, found.index)
    return known or _error(say("the file does not begin with a key"), place, PRACTICE_BEGINS)


def _stumbled(text: str, index: int) -> Finding | None:
    """Return what is in the way in the line that libyaml names, if anything is known to be."""
    from passportkit.source.stumbling import stumbling_block  # most files are YAML

    block = stumbling_block(text, index)
    return _in_the_way(LineNumbers(text), block) if block else None


def _within(text: str, found: Any) -> Place:
    """Return the place, or where the words end: libyaml sees the end of a file behind it."""
    return min(_at(LineNumbers(text), found), _behind(text.rstrip()))


def _behind(text: str) -> Place:
    """Return the place behind the last character of `text`, with which the file begins."""
    position = LineNumbers(text).position(len(text))
    return Place(*position, *position)


def _duplicate(key: ScalarNode, numbers: LineNumbers) -> Finding:
    start, end = (numbers.position(mark.index) for mark in (key.start_mark, key.end_mark))
    return Finding(
        "duplicate-key",
        Severity.ERROR,
        say("the key “{key}” stands twice", key=key.value),
        help=say("keep one of them, or put both texts together"),
        place=Place(*start, *end),
    )


def _conflict(text: str) -> tuple[Finding, ...]:
    """Find the marks that git leaves where two have changed the same lines."""
    if "\n=======" not in text:
        return ()
    from passportkit.source.stumbling import conflict_in

    found = conflict_in(text)
    return (_in_the_way(LineNumbers(text), found),) if found else ()


def _unseen_at(key: ScalarNode) -> Stumbled | None:
    from passportkit.source.stumbling import unseen_in_key

    is_quoted = bool(key.style)
    return unseen_in_key(key.value, key.start_mark.index + is_quoted)


def _in_the_way(numbers: LineNumbers, block: Stumbled) -> Finding:
    place = Place(*numbers.position(block.start), *numbers.position(block.end))
    return _error(block.message, place, block.advice)


def _may_have_signs(text: str) -> bool:
    """Ask cheaply: most texts have such a sign only behind a word."""
    before = f"{_BEFORE_SIGN} \t"
    for sign in "!&":
        at = text.find(sign)
        while at >= 0:
            if text[at - 1 : at] in before:
                return True
            at = text.find(sign, at + 1)
    return False


def _signs(text: str) -> tuple[Finding, ...]:
    """Find what YAML takes for signs of its own, and drops together with the word behind them.

    Of those that repeat another place nothing else is told: they would make a tree large, or even
    endless.
    """
    if not _may_have_signs(text) or not _SIGN.search(text):
        return ()
    numbers = LineNumbers(text)
    events = list(_events(text))
    aliases = [event for event in events if isinstance(event, yaml.AliasEvent)]
    if aliases:
        return tuple(_alias(event, _at(numbers, event.start_mark)) for event in aliases)
    signed = (event for event in events if _is_signed(event))
    return tuple(_sign(text, event.start_mark.index, numbers) for event in signed)


def _is_signed(event: yaml.Event) -> bool:
    return isinstance(event, yaml.NodeEvent) and (
        event.anchor is not None or getattr(event, "tag", None) is not None
    )


def _sign(text: str, index: int, numbers: LineNumbers) -> Finding:
    return _error(
        say("a text cannot begin with `{sign}`", sign=text[index]),
        Place(*numbers.position(index), *numbers.position(index)),
        say("put the text in quotes, or on the next lines after `|`"),
    )


def _alias(event: yaml.AliasEvent, place: Place) -> Finding:
    return Finding(
        "yaml-syntax",
        Severity.ERROR,
        say("`*{name}` repeats another place of the file", name=event.anchor),
        help=say("write the text out here; put a text that begins with `*` in quotes"),
        place=place,
    )


def _too_deep_at(text: str) -> Any:
    """Return the mark where the nesting of a text that could be dangerous becomes absurd.

    Questions in the order of their cost: a level costs a bracket or a dash, or a column in each of
    the lines below; then, a bracket, or a column at the head of a line.
    """
    openings = text.count("[") + text.count("{")
    if openings + text.count("- ") + text.count("? ") < _SAFE and len(text) < _SAFE**2 // 4:
        return None
    if openings < DEEPEST // 2 and not _STEEP_LINE.search(text):
        return None
    try:
        return _deepest(text)
    except yaml.MarkedYAMLError as error:
        if error.problem != TOO_DEEP or error.problem_mark is None:
            raise
        # libyaml reads ahead of what it shows: what it has read so far, it shows without the rest
        return _deepest(text[: error.problem_mark.index])


def _too_many_at(text: str) -> Any:
    """Return the mark of the first value above what a file may have.

    The signs between values are counted first; long texts have many of them, too.
    """
    signs = sum(map(text.count, ("\n", "- ", "? ", ",", ":", "[", "{")))
    if 2 * signs < MOST_VALUES:
        return None
    nodes = (event for event in _events(text) if isinstance(event, yaml.NodeEvent))
    beyond = next(islice(nodes, MOST_VALUES, None), None)
    return beyond and beyond.start_mark


def _deepest(text: str) -> Any:
    """Return the mark where the nesting becomes too deep; libyaml's parser never recurses."""
    depth = 0
    for event in _events(text):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event.start_mark
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _events(text: str) -> Any:
    return yaml.parse(veiled(text), Loader=yaml.CBaseLoader)


def _too_deep(place: Place) -> Finding:
    return Finding(
        "yaml-syntax",
        Severity.ERROR,
        say("the file nests more than {levels} levels deep", levels=DEEPEST),
        help=say("put a text that begins with brackets or dashes in quotes"),
        place=place,
    )


def _too_many(place: Place) -> Finding:
    what = say("the file has more than {n} keys and values", n=MOST_VALUES)
    return _error(what, place, say("keep one practice in one file, and long tables elsewhere"))


def _not_utf8(content: bytes, error: UnicodeDecodeError) -> Finding:
    from passportkit.source.no_text import SAVE_AGAIN, no_text

    if known := no_text(content):
        return _error(known.what, START, known.advice)
    place = _behind(error.object[: error.start].decode())  # without the byte order mark
    return _error(SAVE_AGAIN.what, place, SAVE_AGAIN.advice)


def _unprintable(text: str) -> Finding:
    from passportkit.source.no_text import no_text

    if known := no_text(text.encode()):
        return _error(known.what, START, known.advice)
    found = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return _error(
        say("an invisible control character stands here"),
        _behind(text[: found.start()] if found else ""),
        say("delete it; it often comes along when text is pasted"),
    )
