from collections import Counter

import pytest

from passportkit.findings import Severity
from passportkit.language import translator
from passportkit.report.summary import summary

ERROR, WARNING, INFO = Severity


@pytest.mark.parametrize(
    ("files", "severities", "russian", "english"),
    [
        (4, [], "проверено 4 файла, замечаний нет", "4 files checked, nothing found"),
        (1, [ERROR], "проверен 1 файл: 1 ошибка", "1 file checked: 1 error"),
        (
            21,
            [INFO, ERROR, WARNING, ERROR],
            "проверен 21 файл: 2 ошибки, 1 предупреждение, 1 замечание",
            "21 files checked: 2 errors, 1 warning, 1 note",
        ),
        (
            5,
            [ERROR] * 11 + [WARNING] * 5,
            "проверено 5 файлов: 11 ошибок, 5 предупреждений",
            "5 files checked: 11 errors, 5 warnings",
        ),
    ],
)
def test_it_counts_files_and_findings(
    files: int, severities: list[Severity], russian: str, english: str
) -> None:
    message = summary(files, Counter(severities))
    assert (translator("ru")(message), translator("en")(message)) == (russian, english)
