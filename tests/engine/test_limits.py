"""How much a document may take, by the environment of a call."""

from __future__ import annotations

import pytest

from passportkit.engine.limits import DOCUMENT_MB, LIMITS, OFFICE_SECONDS, limits_in
from passportkit.errors import CannotGoOn


def test_without_a_word_the_usual_limits_hold() -> None:
    assert limits_in({}) == limits_in({DOCUMENT_MB: "", OFFICE_SECONDS: ""}) == LIMITS


def test_who_calls_may_allow_more_or_less() -> None:
    limits = limits_in({DOCUMENT_MB: "500", OFFICE_SECONDS: "3600"})
    assert (limits.document.largest, limits.seconds) == (500 * 2**20, 3600)
    limits = limits_in({DOCUMENT_MB: "1", OFFICE_SECONDS: "1"})
    assert (limits.document.largest, limits.seconds) == (2**20, 1)


@pytest.mark.parametrize("given", ["0", "501", "-1", "1.5", "ten", "9" * 5000, " 5", "²"])
def test_what_is_no_limit_is_refused_by_its_name(given: str) -> None:
    with pytest.raises(CannotGoOn, match=r"`PASSPORT_DOCUMENT_MB` says .*from 1 to 500"):
        limits_in({DOCUMENT_MB: given})
