import json
from collections.abc import Iterator

import pytest

from passportkit.language import translator
from passportkit.report.gitlab import show
from passportkit.report.result import CheckedFile
from tests.report.conftest import Check, text_of


def test_each_finding_is_an_entry_of_code_quality(report: Check) -> None:
    first, *others = json.loads(text_of(show, report, translator("ru")))
    assert first == {
        "description": "пункт списка пуст",
        "check_name": "empty-section",
        "fingerprint": first["fingerprint"],
        "severity": "major",
        "location": {"path": "дворы/Клуб № 1.yaml", "lines": {"begin": 4, "end": 4}},
    }
    assert [each["severity"] for each in others] == ["minor", "info", "major"]
    assert len({each["fingerprint"] for each in [first, *others]}) == 4


def test_nothing_found_is_an_empty_list(clean: Check) -> None:
    assert text_of(show, clean, translator("ru")) == "[]\n"


def test_a_run_that_is_interrupted_leaves_no_half_of_a_list(report: Check) -> None:
    def interrupted() -> Iterator[CheckedFile]:
        yield from report.files
        raise KeyboardInterrupt

    shown = show(interrupted(), report.run, translator("ru"), 80)
    with pytest.raises(KeyboardInterrupt):
        next(shown)
