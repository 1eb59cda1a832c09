"""What may happen to the stamp of a document: what it says, and how it is spelt."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from passportkit.stamp import NO_WORDS
from passportkit.word.package.stamping import PREFIX
from tests.fuzz.odd_values import ATTRIBUTES, NUMBERS
from tests.fuzz.package_mutations import Draft, Happening, in_tree_of

_VERSIONS = (*NUMBERS, "1", "2", "999999999", "", "1.0", " 1", "1\n")
_FORMS = (
    "practice-passport",
    "project-passport",
    "algorithm",
    "grant-card",
    "нет",
    "",
    "../algorithm",
)
_PART = "custom.xml"
_hashes = re.compile(r"[0-9a-f]{8}")


def _of_one(change: Callable[[Any, random.Random], None]) -> Happening:
    """Return what changes one property of ours."""

    def happen(draft: Draft, tree: Any) -> None:
        ours = [each for each in tree if each.get("name", "").startswith(PREFIX)]
        if ours:
            change(draft.chance.choice(ours), draft.chance)

    return in_tree_of(_PART, share=1)(happen)


def _drop(told: Any, _chance: random.Random) -> None:
    told.getparent().remove(told)


def _double(told: Any, chance: random.Random) -> None:
    other = deepcopy(told)
    chance.choice((told.addnext, told.addprevious))(other)
    _say(chance.choice((told, other)), chance)


def _move(told: Any, chance: random.Random) -> None:
    chance.choice(list(told.getparent())).addnext(told)


def _call_otherwise(told: Any, chance: random.Random) -> None:
    name = told.get("name", "")
    numbered = f"{name.rpartition('.')[0]}.{chance.choice(NUMBERS)}"
    others = [each.get("name", "") for each in told.getparent()]
    told.set("name", chance.choice((name.upper(), numbered, *others, f"{name} ", *ATTRIBUTES[:8])))


def _say(told: Any, chance: random.Random) -> None:
    """Say another form, another version, other words, or words of another type."""
    said = "".join(told.itertext())
    name = told.get("name", "")
    odd = _FORMS if name.endswith("form") else _VERSIONS
    texts = (chance.choice(odd), chance.choice(_forged)(said, chance), chance.choice(ATTRIBUTES))
    for value in told:
        value.text = chance.choices(texts, (2, 5, 1))[0]
        value.tag = chance.choices((value.tag, re.sub("}.*", "}i4", value.tag)), (9, 1))[0]


def _another_hash(said: str, chance: random.Random) -> str:
    known = [*_hashes.findall(said), NO_WORDS, "00000000", "ffffffff", "zzzzzzzz", "0000000", ""]
    return _hashes.sub(lambda _found: chance.choice(known), said, count=chance.choice((1, 1, 3, 0)))


def _more_hashes(said: str, chance: random.Random) -> str:
    count = chance.choice((1, 2, 50, 5000))
    return _hashes.sub(lambda found: found[0] * count, said, count=1)


def _another_key(said: str, chance: random.Random) -> str:
    keys = re.findall(r"(?:^|;)([^:;]*):", said)
    return said.replace(f"{chance.choice(keys)}:", f"{chance.choice(keys)}:", 1) if keys else said


def _cut(said: str, chance: random.Random) -> str:
    at = chance.randint(0, len(said))
    return chance.choice((said[:at], said[at:], said + said[at:], said.replace(";", ":", 1)))


_forged = (_another_hash, _another_hash, _more_hashes, _another_key, _cut)


IN_STAMPS: Sequence[Happening] = tuple(
    map(_of_one, (_drop, _double, _move, _call_otherwise, _say, _say, _say, _say))
)
