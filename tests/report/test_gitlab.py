import json

from passportkit.language import translator
from passportkit.report.gitlab import show
from passportkit.report.result import Report


def test_each_finding_is_an_entry_of_code_quality(report: Report) -> None:
    first, *others = json.loads(show(report, translator("ru"), 80))
    assert first == {
        "description": "пункт списка пуст",
        "check_name": "empty-section",
        "fingerprint": first["fingerprint"],
        "severity": "major",
        "location": {"path": "дворы/Клуб № 1.yaml", "lines": {"begin": 4, "end": 4}},
    }
    assert [each["severity"] for each in others] == ["minor", "info", "major"]
    assert len({each["fingerprint"] for each in [first, *others]}) == 4


def test_nothing_found_is_an_empty_list(clean: Report) -> None:
    assert show(clean, translator("ru"), 80) == "[]\n"
