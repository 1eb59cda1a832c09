"""What may happen to a file of YAML: to what it says, and to how that is spelt."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import Any

import yaml

from passportkit.source import read
from tests.fuzz.odd_values import CHARACTERS, NUMBERS, TEXTS
from tests.fuzz.text_mutations import Change, TextDraft, change_line, mutator, stretch_of

_has_value = re.compile(r"^(?P<before>\s*(?:- )*(?:[^:#]+: +|- +))(?P<value>\S.*)$").match

_SIGNS = (
    *(
        "!x ",
        "!!str ",
        "!!binary ",
        "!<tag:example.org,2026:x> ",
        "! ",
        "&a ",
        "*a",
        "&",
        "*",
        "? ",
    ),
    *(
        "%",
        "@",
        "`",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "#",
        " #",
        "|",
        ">",
        "<<: *a",
        "~",
        "null",
    ),
)
_LINES = (
    *(
        "---",
        "...",
        "--- # ещё",
        "%YAML 1.2",
        "%TAG ! tag:example.org,2026:",
        "<<<<<<< HEAD",
        "=======",
    ),
    *(
        ">>>>>>> ветка",
        "# passport: ignore[limit]",
        "# passport: ignore",
        "# passport: ignore[x, ]",
    ),
    *(
        "? [сложный, ключ]",
        ": значение",
        "<<: {title: Клуб}",
        "\t",
        "\t- клуб",
        "- ",
        "passport: 2",
    ),
)
_BLOCKS = ("|", ">", "|-", ">+", "|2", ">-9", "|0", "| # так", "|-\n")
_DEPTHS = (5, 59, 61, 1200, 40_000)


def _indent(draft: TextDraft) -> str:
    """Move some lines to the left or to the right."""
    lines = draft.text.split("\n")
    start, end = stretch_of(lines, draft.chance)
    by = draft.chance.choice((" ", "  ", "   ", "\t", "\N{NO-BREAK SPACE}", "", ""))
    moved = [by + line if by else line[1:] for line in lines[start:end]]
    return "\n".join(lines[:start] + moved + lines[end:])


def _sign(draft: TextDraft) -> str:
    return _respell(draft, lambda value: draft.chance.choice(_SIGNS) + value)


def _quote(draft: TextDraft) -> str:
    """Put a value in quotes, and perhaps forget to close them or to double those within."""
    quote = draft.chance.choice("\"'")
    close = draft.chance.choice((quote, quote, ""))
    escape = draft.chance.choice(
        ("", "", "\\ud83d\\ude00", "\\ud800", "\\0", "\\x07", "\\N", "\\q")
    )
    return _respell(draft, lambda value: f"{quote}{value}{escape}{close}")


def _block(draft: TextDraft) -> str:
    """Put a value below its key."""
    head = draft.chance.choice(_BLOCKS)
    indent = " " * draft.chance.choice((1, 2, 4, 4, 8))
    return _respell(draft, lambda value: f"{head}\n{indent}{value}\n{indent}{value}")


def _comment(draft: TextDraft) -> str:
    remark = draft.chance.choice((" # так", "# так", " # passport: ignore[limit]", "\n  # так"))
    return change_line(draft, lambda line: line + remark)


def _put(draft: TextDraft) -> str:
    """Put another value in place of one."""
    odd = draft.chance.choice(draft.chance.choice((TEXTS, NUMBERS)))
    return _respell(draft, lambda _value: odd.replace("\n", " "))


def _flow(draft: TextDraft) -> str:
    """Put a value within brackets."""
    chance = draft.chance
    spelt = chance.choice(
        ("[{}]", "{{а: {}}}", "[{}, {}]", "[[{}]", "{{{}}}", "[{},\n{}]", "[а: {}]")
    )
    return _respell(draft, lambda value: spelt.format(value, value))


def _nest(draft: TextDraft) -> str:
    """Nest a value deep, within brackets or as lists in lists."""
    depth = draft.chance.choice(_DEPTHS)
    opened, closed = draft.chance.choice(
        (("[", "]"), ("{а: ", "}"), ("- ", ""), ("? ", ""), ("[", ""))
    )
    return _respell(draft, lambda value: opened * depth + value + closed * depth)


def _climb(draft: TextDraft) -> str:
    """Nest by lines, each deeper than the one above."""
    depth = draft.chance.choice(_DEPTHS[:3])
    lines = [f"{'  ' * level}а:" for level in range(depth)]
    return "\n".join([draft.text, *lines])


def _break(draft: TextDraft) -> str:
    """Break a line within its words, or put another one between."""
    between = draft.chance.choice(
        ("\n", "\n  ", "\n\n", "\\\n  ", f"\n{draft.chance.choice(_LINES)}\n")
    )
    at = draft.chance.randint(0, len(draft.text))
    return draft.text[:at] + between + draft.text[at:]


def _stand_on_its_own(draft: TextDraft) -> str:
    lines = draft.text.split("\n")
    lines.insert(draft.chance.randint(0, len(lines)), draft.chance.choice(_LINES))
    return "\n".join(lines)


def _respell(draft: TextDraft, respelt: Callable[[str], str]) -> str:
    """Return a text with the value on one of its lines in another spelling."""

    def change(line: str) -> str:
        found = _has_value(line)
        return found["before"] + respelt(found["value"]) if found else respelt(line)

    return change_line(draft, change)


# --- what it says ---

_Place = tuple[Any, Any]
"""A mapping or list, and the key or index of something in it."""


def _say_otherwise(draft: TextDraft) -> str:
    """Change what the text says, and write it anew; one that says nothing stays."""
    data, other = (read(text.encode(), "").data for text in (draft.text, draft.other))
    places, others = list(_places(data)), list(_places(other))
    if not places or not others:
        return draft.text
    for _ in range(draft.chance.randint(1, 4)):
        holder, step = draft.chance.choice(places)
        value, key = _value_of(draft.chance.choice(others)), draft.chance.choice(others)[1]
        draft.chance.choice(_TURNS)(holder, step, value, key, draft.chance)
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Dumper(yaml.CSafeDumper):
    """Writes a value twice that stands in two places, and refers to none."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _places(data: Any) -> Sequence[_Place]:
    found: list[_Place] = []
    waiting = [data]
    while waiting:
        holder = waiting.pop()
        inside = holder.items() if isinstance(holder, dict) else enumerate(holder or ())
        if isinstance(holder, dict | list):
            for step, value in inside:
                found.append((holder, step))
                waiting.append(value)
    return found


def _value_of(place: _Place) -> Any:
    holder, step = place
    return holder[step]


def _put_value(holder: Any, step: Any, value: Any, _key: Any, _chance: random.Random) -> None:
    if _is_there(holder, step):
        holder[step] = value


def _put_odd(holder: Any, step: Any, _value: Any, _key: Any, chance: random.Random) -> None:
    if _is_there(holder, step):
        holder[step] = chance.choice(
            chance.choice((TEXTS, CHARACTERS, NUMBERS, (None, [], {}, True)))
        )


def _list(holder: Any, step: Any, value: Any, _key: Any, chance: random.Random) -> None:
    if _is_there(holder, step):
        holder[step] = [holder[step], *[value] * chance.choice((0, 1, 30))]


def _take_out(holder: Any, step: Any, _value: Any, _key: Any, _chance: random.Random) -> None:
    if _is_there(holder, step):
        del holder[step]


def _put_beside(holder: Any, step: Any, value: Any, key: Any, chance: random.Random) -> None:
    if isinstance(holder, dict):
        holder[key] = value
    elif _is_there(holder, step):
        holder.insert(step, chance.choice((value, holder[step])))


def _call_otherwise(holder: Any, step: Any, _value: Any, key: Any, _chance: random.Random) -> None:
    if isinstance(holder, dict) and step in holder:
        holder[key] = holder.pop(step)


def _is_there(holder: Any, step: Any) -> bool:
    return step in holder if isinstance(holder, dict) else step < len(holder)


_TURNS = (_put_value, _put_odd, _list, _take_out, _put_beside, _put_beside, _call_otherwise)


_SPELLING: Sequence[Change] = (
    *(_indent, _sign, _quote, _block, _comment, _put, _put, _flow, _nest, _climb, _break),
    _stand_on_its_own,
)
IN_YAML = mutator((*_SPELLING, *[_say_otherwise] * 5))
