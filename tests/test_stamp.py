"""Short hashes: what stood in a place, without its words."""

import pytest

from passportkit.stamp import hash_of, hash_of_row, hashes_of


def test_a_text_has_one_hash_of_eight_digits() -> None:
    assert hashes_of("Клуб") == [hash_of("Клуб")] == ["1d6b980d"]
    assert hashes_of("") == ["00000000"]


def test_each_row_has_one_hash_of_all_its_cells() -> None:
    rows = [{"item": "Кружки", "amount": "1"}, {"item": "Кружки", "amount": "2"}]
    first, second = hashes_of(rows)
    assert first == hash_of_row(["Кружки", "1"])
    assert first != second


@pytest.mark.parametrize("cells", [["аб", ""], ["а", "б"], ["", "аб"]])
def test_words_in_another_cell_are_another_row(cells: list[str]) -> None:
    others = [["аб", ""], ["а", "б"], ["", "аб"]]
    others.remove(cells)
    assert hash_of_row(cells) not in map(hash_of_row, others)


def test_rows_without_words_have_none() -> None:
    assert hashes_of([]) == []
    assert hashes_of([{"item": "", "amount": ""}]) == []
