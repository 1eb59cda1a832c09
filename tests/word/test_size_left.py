"""A document is never larger than one that is read: what would be is refused, by its tag."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import ModuleType

import pytest

from passportkit.documents import zipped
from passportkit.errors import CannotGoOn
from passportkit.forms.filled import Filled, FilledValue
from passportkit.word.read.body import read_document
from passportkit.word.template.compile import compile_template
from passportkit.word.template.program import Loop, ProgramStep, Put, Ref
from passportkit.word.write import size_left
from passportkit.word.write.execution import Scope, written
from passportkit.word.write.fill import fill
from passportkit.word.write.size_left import OversizeError, SizeLeft
from passportkit.word.write.writer import Writer
from tests.word.conftest import parts_of, template

ROWS = [{"a": "б"}, {"a": "в"}]


TEMPLATE = compile_template(template("{{ text }}"))


def made(places: int, **values: FilledValue) -> bytes:
    """Return a document in which a template has each of its tags in so many places."""
    (program,) = TEMPLATE.programs
    (before, put, after) = program.steps
    repeated = program._replace(steps=(before, *[put] * places, after))
    return fill(TEMPLATE._replace(programs=(repeated,)), Filled("", values))


def small(monkeypatch: pytest.MonkeyPatch, limit: str, size: int, *where: ModuleType) -> None:
    for each in (size_left, *where):
        monkeypatch.setattr(each, limit, size)


def words_and_addresses(xml: str) -> str:
    return re.sub("<[^>]*>", "", xml) + "".join(re.findall(' Target="([^"]*)', xml))


WEIGHTS: dict[str, Callable[[list[bytes]], int]] = {
    "WORDS": lambda parts: sum(len(words_and_addresses(part.decode())) for part in parts),
    "SIGNS": lambda parts: sum(part.count(b"<") + part.count(b"=") for part in parts),
    "PART_LIMIT": lambda parts: max(map(len, parts)),
    "TOTAL_LIMIT": lambda parts: sum(map(len, parts)),
}


@pytest.mark.parametrize("limit", WEIGHTS)
@pytest.mark.parametrize(
    "words", ["один, два, три, пять", "- а\n- б", "3. а\n5. б", "**б** *а* <в>\tг"]
)
def test_what_is_made_is_read_up_to_the_very_limit(
    monkeypatch: pytest.MonkeyPatch, limit: str, words: str
) -> None:
    document = made(5_000, text=words)
    weight = WEIGHTS[limit]([part for _name, part in parts_of(document) if part[:1] == b"<"])
    small(monkeypatch, limit, weight, zipped)
    assert read_document(made(5_000, text=words)).blocks
    with pytest.raises(CannotGoOn):
        made(5_001, text=words)


def test_a_tag_in_many_places_is_named() -> None:
    with pytest.raises(CannotGoOn) as refused:
        made(50, text="Соседи " * 20_000, short="а")
    assert "the tag “text” in word/document.xml of the template, which puts words there 50" in str(
        refused.value
    )


def written_until_refused(
    monkeypatch: pytest.MonkeyPatch, *steps: ProgramStep, **values: FilledValue
) -> int:
    """Return how many characters were written until there was no room for more."""
    small(monkeypatch, "TOTAL_LIMIT", 1_000)
    small(monkeypatch, "PART_LIMIT", 1_000)
    small(monkeypatch, "SIGNS", 500)
    taken: list[int] = []
    take = SizeLeft.take

    def counted(self: SizeLeft, characters: int) -> None:
        taken.append(characters)
        take(self, characters)

    monkeypatch.setattr(SizeLeft, "take", counted)
    writer = Writer(compile_template(template("{{ text }} {{ text }}", "{{ text }}")))
    with pytest.raises(OversizeError):
        written(steps, Scope(values, writer.manners(), writer.size_left))
    return sum(taken)


TEXT, CELL = Put("words", Ref("text", of_row=False), 0), Put("inline", Ref("a", of_row=True), 0)


@pytest.mark.parametrize(
    ("steps", "values"),
    [
        ([TEXT] * 10_000, {"text": "соседи " * 40}),
        ([TEXT], {"text": "соседи\n" * 10_000}),
        ([TEXT], {"text": "**а** *б* " * 10_000}),
        ([TEXT], {"text": f"[а](https://example.org/{'а' * 5_000})"}),
        ([TEXT], {"text": "\n".join(f"{n}. а" for n in range(1, 9_000, 2))}),
        ([Put("inline", Ref("text", of_row=False), 0)], {"text": "а\n" * 10_000}),
        ([Loop("rows", ("x" * 100,))], {"rows": ROWS * 10_000}),
        ([Loop("rows", (CELL,) * 50)], {"rows": [{"a": ""}] * 10_000}),
    ],
    ids="places lines emphasis links lists inline constants nothing".split(),
)
def test_what_would_be_too_large_is_not_written_first(
    monkeypatch: pytest.MonkeyPatch, steps: list[ProgramStep], values: dict[str, FilledValue]
) -> None:
    assert written_until_refused(monkeypatch, *steps, **values) < 8_000
