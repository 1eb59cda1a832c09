"""A document was made of a file where its stamp speaks of both."""

from __future__ import annotations

import pytest

from passportkit.merge.kinship import base_of, is_made_of, is_misread
from passportkit.merge.state import beginning
from passportkit.source import read
from passportkit.stamp import Stamp, hash_of
from tests.merge.papers import Paper, paper

CLUB = """\
passport: 1
title: Клуб соседей
territory: Каменный Берег
summary: Соседи встречаются по средам.
preconditions: Негде встречаться.
participants:
  - {name: Библиотека, role: даёт залы}
  - {name: Школа, role: даёт ключи}
"""
CHOIR = """\
passport: 1
title: Хор у реки
territory: Каменный Берег
summary: По субботам поют все.
preconditions: Никто не пел.
participants:
  - {name: Дом культуры, role: даёт сцену}
"""


def is_kin(document: Paper, text: str) -> bool:
    start = beginning(read(text.encode(), ""), document.form, document.stamp)
    return is_made_of(start, document.says)


def stamped(document: Paper, **hashes: list[str]) -> Paper:
    """Return a document with a stamp that somebody has made up."""
    return document._replace(stamp=Stamp(document.form.name, document.form.version, hashes))


def test_a_document_is_made_of_its_file_whatever_was_corrected_in_it() -> None:
    document = paper(CLUB)
    assert is_kin(document, CLUB)
    for key in document.says.keys() - {"title"}:
        document.says[key] = "Иное." if isinstance(document.says[key], str) else []
    assert is_kin(document, CLUB)


def test_its_title_may_be_corrected_too_as_long_as_half_of_it_stands() -> None:
    document = paper(CLUB)
    document.says["title"] = "Соседи у реки"
    document.says["summary"] = "Соседи встречаются каждый день."
    assert is_kin(document, CLUB)


def test_one_that_carries_the_stamp_of_another_one_is_not_made_of_its_file() -> None:
    forged = paper(CHOIR)._replace(stamp=paper(CLUB).stamp)
    assert not is_kin(forged, CLUB)
    assert not has_base(paper(CHOIR), CLUB)


def test_nor_is_one_without_any_title_that_carries_it() -> None:
    forged = paper(CHOIR)._replace(stamp=paper(CLUB).stamp)
    forged.says["title"] = ""
    assert not is_kin(forged, CLUB)
    del forged.says["title"]
    assert not is_kin(forged, CLUB)


def test_its_title_may_be_gone_as_long_as_half_of_it_stands() -> None:
    document = paper(CLUB)
    del document.says["title"]
    assert is_kin(document, CLUB)
    document.says["summary"] = "Соседи встречаются каждый день."
    assert is_kin(document, CLUB)
    for key in document.says.keys() - {"territory"}:
        document.says[key] = "Иное." if isinstance(document.says[key], str) else []
    assert not is_kin(document, CLUB)


def test_the_practice_may_have_been_written_anew_under_its_title() -> None:
    assert is_kin(paper(CLUB), CHOIR.replace("Хор у реки", "Клуб соседей"))


def test_the_practice_may_have_another_title() -> None:
    assert is_kin(paper(CLUB), CLUB.replace("Клуб соседей", "Соседи"))


def test_a_document_of_another_practice_is_not_made_of_this_one() -> None:
    document = paper(CHOIR)
    assert not is_kin(document, CLUB)
    document.says["goals"] = "Петь."
    document.says["participants"].append({"name": "Гости", "role": "слушают"})
    assert not is_kin(document, CLUB)


def test_neither_is_one_with_the_title_of_this_one_alone() -> None:
    document = paper(CHOIR)
    hashes = {key: list(each) for key, each in document.stamp.hashes.items()}
    forged = stamped(document, **{**hashes, "title": [hash_of("Клуб соседей")]})
    assert not is_kin(forged, CLUB)


@pytest.mark.parametrize(
    "hashes",
    [
        {"goals": [hash_of("")], "tasks": [hash_of("")]},  # what is empty in the file
        {"title": ["12345678"]},
        {"title": [hash_of("Хор у реки")], "goals": [hash_of("")]},
        {"territory": [hash_of("Каменный Берег")], "title": ["12345678"]},
        {"unknown": [hash_of("Клуб соседей")]},
        {"participants": [f"{number:08x}" for number in range(9)]},
    ],
    ids=range(6),
)
def test_a_stamp_that_speaks_of_neither_says_nothing(hashes: dict[str, list[str]]) -> None:
    assert not is_kin(stamped(paper(CHOIR), **hashes), CLUB)


def test_a_title_that_both_have_changed_is_not_enough() -> None:
    document = paper(CLUB)
    document.says["title"] = "Клуб у реки"
    assert is_kin(document, CLUB)
    assert not is_kin(document, CLUB.replace("Клуб соседей", "Соседи"))


def has_base(document: Paper, text: str) -> bool:
    start = beginning(read(text.encode(), ""), document.form, document.stamp)
    return base_of(start, document.says) is not None


def test_the_stamp_of_a_document_of_another_practice_tells_nothing_of_this_one() -> None:
    assert not has_base(paper(CHOIR), CLUB)
    assert has_base(paper(CHOIR), CHOIR)


def test_a_title_that_both_have_changed_leaves_the_rest_of_the_stamp() -> None:
    document = paper(CLUB)
    document.says["title"] = "Клуб у реки"
    assert has_base(document, CLUB.replace("Клуб соседей", "Соседи"))


def is_amiss(document: Paper, text: str, words: str) -> bool:
    start = beginning(read(text.encode(), ""), document.form, document.stamp)
    return is_misread(start, document.says, words)


WORDS = """\
Клуб соседей
Каменный Берег
Соседи встречаются по средам.
Негде встречаться.
Библиотека
даёт залы
Школа
даёт ключи
"""


def written(document: Paper) -> str:
    """Return all words of a document, in lines."""
    texts = [[each] if isinstance(each, str) else each for each in document.says.values()]
    rows = [row for each in texts for row in each]
    return "\n".join(w for row in rows for w in ([row] if isinstance(row, str) else row.values()))


def emptied(document: Paper, *keys: str) -> Paper:
    for key in keys:
        document.says[key] = "" if isinstance(document.says[key], str) else []
    return document


def test_what_stands_in_a_document_but_in_no_place_was_misread() -> None:
    document = emptied(paper(CLUB), "territory", "preconditions", "participants")
    document.says["title"] = WORDS
    assert is_amiss(document, CLUB, WORDS)


def test_what_is_gone_from_a_document_was_not() -> None:
    document = emptied(paper(CLUB), "territory", "preconditions", "participants")
    assert not is_amiss(document, CLUB, "Клуб соседей")


def test_neither_was_what_comes_back_for_the_most_part() -> None:
    assert not is_amiss(paper(CLUB), CLUB, WORDS)
    assert not is_amiss(emptied(paper(CLUB), "territory", "preconditions"), CLUB, WORDS)


def test_neither_were_words_to_which_others_were_added() -> None:
    document = paper(CLUB)
    for key in "title", "territory", "summary", "preconditions":
        document.says[key] = f"Так: {document.says[key]} И ещё слово."
    for row in document.says["participants"]:
        row["role"] = f"{row['role']} и стулья"
    assert not is_amiss(document, CLUB, written(document))


def test_words_that_are_parts_of_others_stand_nowhere() -> None:
    numbers = "passport: 1\ntitle: Клуб\nresults:\n  - {indicator: Встречи, value: '14'}\n"
    document = paper(numbers)
    document.says["title"], document.says["results"] = "Школа", []
    assert not is_amiss(document, numbers, "Клубы\nВстречи\n2014")


def test_words_in_another_column_were_misread() -> None:
    document = paper(CLUB)
    for row in document.says["participants"]:
        row["name"], row["role"] = row["role"], row["name"]
    emptied(document, "territory", "preconditions")
    assert is_amiss(document, CLUB, WORDS)


def test_of_what_the_file_says_no_more_nothing_is_known() -> None:
    document = emptied(paper(CLUB), "territory", "preconditions", "participants")
    assert not is_amiss(document, CHOIR.replace("Хор у реки", "Клуб соседей"), WORDS)


def test_cleared_letters_are_where_they_belong() -> None:
    bold = "passport: 1\ntitle: Клуб **соседей**\n"
    document = paper(bold)
    document.says["title"] = "Клуб соседей"
    assert not is_amiss(document, bold, "Клуб соседей")
