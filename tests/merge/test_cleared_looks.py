"""Whoever clears the formatting of a whole document has changed no word of it."""

from __future__ import annotations

import pytest

from tests.merge.papers import Paper, paper

CLUB = """\
passport: 1
title: Клуб соседей
preconditions: >-
  Негде **встречаться** и *не с кем*.
goals: |-
  Собрать соседей:
  - из трёх домов;
  - из **двух** дворов.
participants:
  - {name: "**Библиотека**", role: даёт залы}
  - {name: Школа, role: "1. даёт ключи\\n2. открывает"}
"""
PLAIN = str.maketrans("", "", "*")


def cleared(document: Paper, *, lists: bool) -> Paper:
    """Return a document without bold letters and italics, and without lists or with them."""

    def clear(text: str) -> str:
        lines = text.translate(PLAIN).split("\n")
        return "\n".join(line.lstrip("-12. ") for line in lines) if lists else "\n".join(lines)

    for key, said in document.says.items():
        document.says[key] = (
            clear(said)
            if isinstance(said, str)
            else [{at: clear(text) for at, text in row.items()} for row in said]
        )
    return document


@pytest.mark.parametrize("lists", [True, False])
def test_nothing_is_to_change(lists: bool) -> None:
    merged = cleared(paper(CLUB), lists=lists).into(CLUB)
    assert (merged.changes, merged.conflicts, merged.left) == ((), (), ())


def test_what_was_corrected_besides_is_brought_in() -> None:
    document = cleared(paper(CLUB), lists=True)
    document.says["participants"][0]["role"] = "даёт два зала"
    merged = document.into(CLUB)
    assert merged.source.text == CLUB.replace("даёт залы", "даёт два зала")


def test_one_look_that_goes_from_among_others_was_corrected() -> None:
    document = paper(CLUB)
    document.says["preconditions"] = "Негде встречаться и *не с кем*."
    merged = document.into(CLUB)
    assert merged.source.text == CLUB.replace("**встречаться**", "встречаться")


def test_without_a_stamp_nobody_knows_who_was_first() -> None:
    merged = cleared(paper(CLUB), lists=True).into(CLUB, stamped=False)
    assert merged.changes
