"""What may happen to a file of TOML: to its keys, its values and its tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tests.fuzz.odd_values import NUMBERS, TEXTS
from tests.fuzz.text_mutations import Change, TextDraft, change_line, mutator

_has_value = re.compile(r"^(?P<key>[^=]*)= *(?P<value>.*)$").match

_KEYS = (
    *(
        "forms",
        "language",
        "practices",
        "own-forms",
        "own_forms",
        "rules",
        "rules.limit",
        "'rules'.x",
    ),
    *('"rules"."yaml-syntax"', "rules.toml-syntax", "a.b.c.d", '""', "''", '"\\u0000"', "1", "ё"),
)
_VALUES = (
    *(
        '"ru"',
        '"en"',
        '"de"',
        '"off"',
        '"error"',
        '"fatal"',
        "true",
        "[]",
        "{}",
        '""',
        '["note", "note"]',
    ),
    *('["нет"]', "[1, 2]", "[[[]]]", '{a = {b = "c"}}', '"""\n"""', "'''\nтак\n'''", '"\\ud800"'),
    *('".."', '"/"', '"practices/klub.yaml"', '"."', '"C:\\\\"', "'con'", '"\\u0000"', '"a\\nb"'),
    *("2026-02-31", "2026-02-28T25:00:00Z", "07:32:00", "inf", "nan", "0xdead_beef", "1e5", '["ё"'),
)
_TABLES = (
    "[rules]",
    "[[rules]]",
    "[rules.rules]",
    "[forms]",
    "[own-forms]",
    "[]",
    "['']",
    "[a.b",
    "[a]",
)
_DEPTHS = (5, 90, 1200, 20_000)


def _put(draft: TextDraft) -> str:
    """Put another value in place of one."""
    spelt = draft.chance.choice((_VALUES, NUMBERS, [f'"{words}"' for words in TEXTS]))
    return _respell(draft, lambda _value: draft.chance.choice(spelt))


def _call_otherwise(draft: TextDraft) -> str:
    key = draft.chance.choice(_KEYS)
    return change_line(draft, lambda line: f"{key} ={line.partition('=')[2]}")


def _add(draft: TextDraft) -> str:
    """Put another line anywhere."""
    chance = draft.chance
    line = chance.choice(
        (f"{chance.choice(_KEYS)} = {chance.choice(_VALUES)}", chance.choice(_TABLES))
    )
    lines = draft.text.split("\n")
    lines.insert(chance.randint(0, len(lines)), line)
    return "\n".join(lines)


def _nest(draft: TextDraft) -> str:
    depth = draft.chance.choice(_DEPTHS)
    opened, closed = draft.chance.choice((("[", "]"), ("{a = ", "}"), ("[", "")))
    return _respell(draft, lambda value: opened * depth + value + closed * depth)


def _dot(draft: TextDraft) -> str:
    """Make the name of a key, or of a table, one of many parts."""
    dots = ".".join(["a"] * draft.chance.choice(_DEPTHS[:3]))
    spelt = draft.chance.choice((f"{dots} = 1", f"[{dots}]", f"rules.{dots} = 'off'"))
    return "\n".join([draft.text, spelt])


def _quote(draft: TextDraft) -> str:
    quote = draft.chance.choice(('"', "'", '"""', "'''"))
    return _respell(draft, lambda value: quote + value + draft.chance.choice((quote, "")))


def _comment(draft: TextDraft) -> str:
    remark = draft.chance.choice((" # так", "# \x07", "#" * 9))
    return change_line(draft, lambda line: line + remark)


def _respell(draft: TextDraft, respelt: Callable[[str], str]) -> str:
    def change(line: str) -> str:
        found = _has_value(line)
        return f"{found['key']}= {respelt(found['value'])}" if found else line

    return change_line(draft, change)


_CHANGES: Sequence[Change] = (
    *(
        _put,
        _put,
        _put,
        _call_otherwise,
        _call_otherwise,
        _add,
        _add,
        _nest,
        _dot,
        _quote,
        _comment,
    ),
)
IN_TOML = mutator(_CHANGES)
