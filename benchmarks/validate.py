"""Practices read and checked by all rules, side by side with libyaml composing the same bytes.

The files differ: each begins as one of the examples, is written in another style of YAML, and
every third has mistakes in it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from figures import Comparison, Pair, seconds, show

from passportkit.forms import Catalogue
from passportkit.rules import examine, wanted_forms
from passportkit.source import read

EXAMPLES = sorted((Path(__file__).parents[1] / "examples" / "practices").glob("*.yaml"))
FILES = 500
SIZE = 24_000
ROUNDS = 5

_SPOILERS: tuple[Callable[[Any], None], ...] = (
    lambda data: data.update(period="31.12.2023 – 01.07.2022"),
    lambda data: data.update(costs_total="1 000,00"),
    lambda data: data.update(assessment="Отлично", risks="Риски отсутствуют"),
    lambda data: data.update(territory="Краснаярский край, город Светлоречье"),
    lambda data: data.update(organization={"inn": "2499042172", "ogrn": "1162499042178"}),
    lambda data: data.setdefault("acts", []).append({"act": "Положение", "adopted": "Принято"}),
    lambda data: data.setdefault("results", []).append({"indicator": "Участники", "value": "9"}),
    lambda data: data["contacts"][0].pop("consent", None),
    lambda data: data["contacts"][0].update(phones=["89130000017"], consent="нет"),
    lambda data: data.update(sumary="Клуб"),
)


def compare() -> list[Comparison]:
    """Compare over all files."""
    catalogue = Catalogue()
    chance = random.Random(SIZE)
    files = [varied(chance, index) for index in range(FILES)]

    found = sum(len(checked(content, catalogue)) for content in files)
    # in turn for each file, so that both meet the same moments of a busy machine
    rounds = [[_pair(content, catalogue) for content in files] for _ in range(ROUNDS)]
    means = [tuple(sum(times) / FILES for times in zip(*pairs, strict=True)) for pairs in rounds]
    size = sum(map(len, files)) / FILES / 1000
    return [
        Comparison(
            f"check {FILES} files of {size:.0f} KB with {found} findings, one of them",
            "validate, all of it",
            "libyaml composing the same bytes",
            tuple((ours, theirs) for ours, theirs in means),
            at_most=4,
        )
    ]


def _pair(content: bytes, catalogue: Catalogue) -> Pair:
    ours = seconds(lambda: checked(content, catalogue))
    return ours, seconds(lambda: yaml.compose(content, Loader=yaml.CSafeLoader))


def checked(content: bytes, catalogue: Catalogue) -> tuple[object, ...]:
    """Return what is found in a file, for the forms that it is meant for."""
    source = read(content, "practice.yaml")
    forms = [catalogue.form(name) for name in wanted_forms(source) or ()]
    return examine(source, forms, catalogue=catalogue).findings


def varied(chance: random.Random, index: int) -> bytes:
    """Return a practice of about `SIZE` bytes."""
    data = yaml.load(EXAMPLES[index % len(EXAMPLES)].read_bytes(), yaml.CBaseLoader)
    if index % 3 == 0:
        for spoil in chance.sample(_SPOILERS, chance.randint(1, 4)):
            spoil(data)
    width, indent = chance.choice([60, 100, 10_000]), chance.choice([2, 4])
    lists = [
        key for key in ("acts", "activities", "results", "links", "tasks") if _is_list(data, key)
    ]
    lists = lists or ["mechanisms"]
    while len(content := _dump(data, width, indent)) < SIZE:
        for key in lists:
            data[key].append(_altered(chance.choice(data[key]), chance))
    return content


def _is_list(data: Any, key: str) -> bool:
    return isinstance(data.get(key), list) and bool(data[key])


def _altered(value: Any, chance: random.Random) -> Any:
    """Return a copy of a row with other figures in it."""
    if isinstance(value, dict):
        return {key: _altered(inner, chance) for key, inner in value.items()}
    if isinstance(value, list):
        return [_altered(inner, chance) for inner in value]
    return value.replace("1", str(chance.randint(2, 9)))


def _dump(data: Any, width: int, indent: int) -> bytes:
    text: str = yaml.dump(
        data, Dumper=yaml.CDumper, allow_unicode=True, sort_keys=False, width=width, indent=indent
    )
    return text.encode()


if __name__ == "__main__":
    show(compare())
