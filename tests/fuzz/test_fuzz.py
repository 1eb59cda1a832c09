"""A short run of what `make fuzz` does at length: whatever happens to an input, the laws hold."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from passportkit.findings import Place
from passportkit.language import say
from passportkit.source import read
from tests.fuzz.__main__ import alike
from tests.fuzz.cost import Cost, metered
from tests.fuzz.kinds import KINDS
from tests.fuzz.messages import misplaced, torn
from tests.fuzz.minimising import minimised
from tests.fuzz.running import run
from tests.fuzz.seeds import Seed
from tests.fuzz.trial import Kind, made, too_dear, tried

SEED = 1
COUNTS = {
    "yaml": 120,
    "settings": 80,
    "page": 50,
    "docx": 40,
    "xlsx": 15,
    "form": 15,
    "sound form": 12,
    "template": 4,
    "stamp": 12,
}
"""How many inputs of each kind are tried: so many as take a second or two."""

KEPT = sorted((Path(__file__).parent / "kept").glob("*/*"))


@pytest.mark.parametrize("name", KINDS)
def test_mutated_inputs_break_no_law(name: str) -> None:
    kind = KINDS[name]
    broken = [
        (number, told)
        for number in range(COUNTS[name])
        for told in tried(made(kind, SEED, number)[1], kind).broken
    ]
    assert broken == []


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}, {path.stem}")
def test_what_has_broken_a_law_breaks_none_any_more(path: Path) -> None:
    kind = KINDS[path.parent.name]
    beside = next(iter(kind.seeds().values())).beside
    assert tried(Seed(path.read_bytes(), beside), kind).broken == []


@pytest.mark.parametrize("name", KINDS)
def test_the_same_seed_and_number_make_the_same_input(name: str) -> None:
    kind = KINDS[name]
    assert made(kind, SEED, 7) == made(kind, SEED, 7)
    assert made(kind, SEED, 7) != made(kind, SEED, 8) != made(kind, SEED + 1, 8)


# --- what would tell that a law is broken ---


class Said(str):
    """What has come of an input: words."""

    @property
    def is_accepted(self) -> bool:
        return bool(self)


def kind_of_which(outcome: Callable[[Seed], Said]) -> Kind[Said]:
    """Return a kind of which something comes that is not to be empty."""
    return Kind(
        ending="txt",
        seeds=lambda: {"nothing": Seed(b"")},
        mutated=lambda _content, _other, chance: chance.randbytes(8),
        outcome=outcome,
        laws={"never empty": lambda said: iter(() if said else ("there is nothing",))},
    )


def broken_by(outcome: Callable[[Seed], Said]) -> list[str]:
    return tried(Seed(b""), kind_of_which(outcome)).broken


def test_a_broken_law_is_told_by_its_name() -> None:
    assert broken_by(lambda _given: Said("слово")) == []
    assert broken_by(lambda _given: Said("")) == ["never empty: there is nothing"]


def test_an_exception_is_told_with_its_place() -> None:
    def stumble(_given: Seed) -> Said:
        raise IndexError("слово")

    (told,) = broken_by(stumble)
    assert told.startswith("no exception: IndexError at")
    assert told.endswith(": слово")
    assert alike(told).startswith("no exception: IndexError at")


def test_an_input_that_is_too_dear_is_told() -> None:
    assert list(too_dear(Cost(1.9, 299))) == []
    assert list(too_dear(Cost(2.1, 301))) == ["soon: 2.1 seconds", "small: 301 MB"]


def test_a_large_input_may_take_longer() -> None:
    assert list(too_dear(Cost(3.9), 100_000)) == []
    assert list(too_dear(Cost(4.1), 100_000)) == ["soon: 4.1 seconds"]


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the system tells nothing")
def test_memory_is_counted_that_was_given_back() -> None:
    with metered() as cost:
        assert len(b"0" * 50_000_000) == 50_000_000
    assert 40 < cost.megabytes < 100


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked there")
def test_what_kills_the_process_is_told_of_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def die_of_the_third(given: Seed) -> Said:
        if given == made(kind, SEED, 3)[1]:
            os.kill(os.getpid(), signal.SIGKILL)
        return Said("слово")

    kind = kind_of_which(die_of_the_third)
    monkeypatch.setitem(KINDS, "deadly", kind)
    with closing(run("deadly", SEED, first=2)) as trials:
        found = [next(trials) for _ in range(3)]
    assert [each.number for each in found] == [2, 3, 4]
    assert [each.trial.broken for each in found] == [[], ["no crash: SIGKILL"], []]


def test_lines_and_characters_that_are_not_needed_go() -> None:
    content = "раз\nдва\nтри, четыре\nпять".encode()
    assert minimised(content, lambda text: "три".encode() in text) == "три".encode()


def test_a_finding_outside_of_the_text_is_told() -> None:
    source = read("а: [".encode(), "practice.yaml")
    (finding,) = source.findings
    assert list(misplaced(source, [finding])) == []
    outside = finding._replace(place=Place(1, 6, 1, 6))
    assert list(misplaced(source, [outside])) == ["yaml-syntax at (1, 6, 1, 6)"]
    nowhere = finding._replace(place=None)
    assert list(misplaced(source, [nowhere])) == ["yaml-syntax has no place"]


def test_words_of_a_library_and_open_places_are_told() -> None:
    assert "a place is open: there is no {name}" in torn([say("there is no {name}")])
    assert "a library speaks: Input should be a list" in torn([say("Input should be a list")])
    assert list(torn([say("there is no form “{name}”", name="{x}")])) == []
