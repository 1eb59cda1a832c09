"""What is made of the code and of the forms says what they say now."""

from __future__ import annotations

import pytest

from generation.files import MADE, now


@pytest.mark.parametrize("path", MADE)
def test_what_is_made_is_not_stale(path: str) -> None:
    said = now(path)
    assert MADE[path](said) == said, f"{path} is stale: run `make generate`"
