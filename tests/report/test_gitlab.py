import json

from passportkit.language import translator
from passportkit.report.gitlab import show
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
