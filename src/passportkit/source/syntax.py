"""What libyaml says where a text is not YAML, and what that means to its author.

Its sentences are its own, in English, and the only sign of what is wrong. Known are those of
libyaml 0.2.5 and 0.2.6, and those with which PyYAML adds to them; of any other, what was being
read and what stands there is told.
"""

from __future__ import annotations

import re

import yaml

from passportkit.language import Message, mark, say, shortened
from passportkit.lines import LineNumbers, lines_of

TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml 0.2.6 says at a thousand levels; older ones go on."""

SECOND_DOCUMENT = "expected a single document in the stream"
"""What PyYAML was looking for when it found another document."""

_NO_DIRECTIVE = (
    mark("the line with `%` tells YAML what nobody knows here"),
    mark("delete the line; a text that begins with `%` goes in quotes"),
)

SENTENCES = {
    "mapping values are not allowed in this context": (
        mark("a colon with a blank after it begins a value, and none can begin here"),
        mark("put the whole text in quotes, or on the next lines after `|`"),
    ),
    "could not find expected ':'": (
        mark("this line is neither a key with a colon nor a part of the text above"),
        mark("give a text of several lines after `|`, and indent all its lines alike"),
    ),
    "did not find expected key": (
        mark("a key is expected here"),
        mark("check the indentation; a text that begins with a quoted word goes in quotes whole"),
    ),
    "did not find expected '-' indicator": (
        mark("an item of the list is expected here"),
        mark("begin each item with `- `, all of them indented alike"),
    ),
    "did not find expected ',' or ']'": (
        mark("the list in square brackets is not closed"),
        mark("put a text that begins with a bracket in quotes"),
    ),
    "did not find expected ',' or '}'": (
        mark("the mapping in braces is not closed"),
        mark("put a text that begins with a brace in quotes"),
    ),
    "did not find expected <document start>": (
        mark("something stands here that belongs to nothing above"),
        mark("check the indentation of this line and of the lines above"),
    ),
    "found character that cannot start any token": (
        mark("no text can begin with “{sign}”"),
        mark("put the text in quotes; indent with blanks, not with tabs"),
    ),
    "found a tab character that violates indentation": (
        mark("the line is indented with a tab"),
        mark("indent with blanks"),
    ),
    "found a tab character where an indentation space is expected": (
        mark("the line is indented with a tab"),
        mark("indent with blanks"),
    ),
    "found unexpected end of stream": (
        mark("the file ends inside a text in quotes"),
        mark("close the quotation mark"),
    ),
    "found unexpected document indicator": (
        mark("a new document begins inside a text in quotes"),
        mark("close the quotation mark"),
    ),
    "found unknown escape character": (
        mark("`\\` and this character mean nothing in a text in double quotes"),
        mark("use single quotes, or write `\\\\` for one `\\`"),
    ),
    "block sequence entries are not allowed in this context": (
        mark("an item of a list cannot begin here"),
        mark("begin the list on a new line; put a text that begins with a dash in quotes"),
    ),
    "found undefined alias": (
        mark("a text cannot begin with `*`: it would refer to another place in the file"),
        mark("put the text in quotes"),
    ),
    "did not find expected alphabetic or numeric character": (
        mark("a text cannot begin with `*` or `&`"),
        mark("put the text in quotes, or on the next lines after `|`"),
    ),
    "did not find expected whitespace or line break": (
        mark("a text cannot begin with `!`"),
        mark("put the text in quotes, or on the next lines after `|`"),
    ),
    "found undefined tag handle": (
        mark("a text cannot begin with `!`"),
        mark("put the text in quotes, or on the next lines after `|`"),
    ),
    "did not find expected comment or line break": (
        mark("nothing may stand behind `|` or `>` in the same line"),
        mark("begin the text on the next line, indented; put a text that begins so in quotes"),
    ),
    "did not find expected node content": (
        mark("a value is expected here"),
        mark("put a text that begins with a bracket or a comma in quotes"),
    ),
    "did not find expected hexdecimal number": (
        mark("`\\x`, `\\u` and `\\U` in double quotes want the number of a character"),
        mark("use single quotes, or write `\\\\` for one `\\`"),
    ),
    "found invalid Unicode character escape code": (
        mark("`\\u` with this number is no character, or half of one"),
        mark("write the character itself"),
    ),
    "mapping keys are not allowed in this context": (
        mark("a text cannot begin with `?` and a blank"),
        mark("put the text in quotes, or on the next lines after `|`"),
    ),
    "could not find expected directive name": (
        mark("a line cannot begin with `%`"),
        mark("put the text in quotes, or on the next lines after `|`, indented"),
    ),
    "found incompatible YAML document": _NO_DIRECTIVE,
    "found unknown directive name": _NO_DIRECTIVE,
    "found duplicate %YAML directive": _NO_DIRECTIVE,
    "found duplicate %TAG directive": _NO_DIRECTIVE,
}
"""What is wrong, in the words of libyaml and in ours, and what to do about it."""

FROM_THE_BEGINNING = {
    "found unknown directive name",
    "could not find expected ':'",
    "could not find expected directive name",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "did not find expected alphabetic or numeric character",
    "did not find expected comment or line break",
    "did not find expected whitespace or line break",
    "found unexpected document indicator",
    "found unexpected end of stream",
}
"""Where what began and went wrong helps more than the place at which libyaml gave up."""

CONSTRUCTS = {
    "alias": mark("the text that begins with `*`"),
    "anchor": mark("the text that begins with `&`"),
    "block collection": mark("the list"),
    "block mapping": mark("the mapping with keys"),
    "block scalar": mark("the text behind `|` or `>`"),
    "directive": mark("the line with `%`"),
    "%YAML directive": mark("the line with `%`"),
    "tag directive": mark("the line with `%`"),
    "flow mapping": mark("the mapping in braces"),
    "flow sequence": mark("the list in square brackets"),
    "plain scalar": mark("the text"),
    "quoted scalar": mark("the text in quotes"),
    "simple key": mark("the key"),
    "tag": mark("the text that begins with `!`"),
}
"""What libyaml can be at when something goes wrong, in its words and in ours."""

_CONTEXT = re.compile(r"while (?:parsing|scanning) an? (.+)")
_COLON_IN_BRACES = re.compile(
    r"""[{,]\s*[\w-]{1,40}:[ ](?P<words>[^\s"'{}\[\],:#&*!|>%@`][^"'{}\[\],:]{0,300}"""
    r"""(?::(?=\s*[,}])|:\s[^"'{}\[\],:]{1,300}))\s*[,}]"""
)
"""A value between braces that ends in a colon, or has one with a blank behind it."""

_LONGEST = 60
"""How many characters of a line are shown."""

_CAREFULLY = mark(
    "check the indentation, the quotation marks and the brackets here and in the line above; "
    "a text with such signs goes in quotes, or on the next lines after `|`"
)


def explained(error: yaml.MarkedYAMLError, text: str, line: int) -> tuple[Message, Message]:
    """Return what is wrong in a line of `text`, counted from 1, and what to do about it."""
    if error.context == SECOND_DOCUMENT:
        second = say("a second document begins here, after `---`")
        return second, say("keep one practice in one file")
    if colon := _COLON_IN_BRACES.search(lines_of(text)[line - 1]):
        words = shortened(colon["words"], _LONGEST)
        message = say("between braces, a text with a colon goes in quotes: “{words}”", words=words)
        return message, say('write `"{words}"`', words=words)
    if known := SENTENCES.get(error.problem or ""):
        words, advice = known
        at = error.problem_mark.index if error.problem_mark else 0
        return say(words, sign=text[at : at + 1]), say(advice)
    return _unknown(error, text, line), say(_CAREFULLY)


def place_of(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Return where the author looks first: at what went wrong, or where that begins."""
    begun = error.context_mark if error.problem in FROM_THE_BEGINNING else None
    return begun or error.problem_mark


def _unknown(error: yaml.MarkedYAMLError, text: str, line: int) -> Message:
    """Return what can be said although nobody knows what libyaml means."""
    words = shortened(lines_of(text)[line - 1], _LONGEST)
    found = _CONTEXT.fullmatch(error.context or "")
    construct = CONSTRUCTS.get(found[1]) if found else None
    if construct is None or error.context_mark is None:
        return say("from here on the file cannot be read: “{words}”", words=words)
    return say(
        "{what} that begins in line {line} cannot be read on here: “{words}”",
        what=say(construct),
        line=LineNumbers(text).position(error.context_mark.index)[0],
        words=words,
    )
