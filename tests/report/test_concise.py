from passportkit.findings import Finding, Place, Severity
from passportkit.language import say, translator
from passportkit.report.concise import line


def finding(severity: Severity = Severity.ERROR, **values: object) -> Finding:
    message = say("“{value}” is not known here", value=values.get("value", "x"))
    return Finding("wrong-type", severity, message, place=Place(3, 7, 3, 9))


def test_a_line_says_where_how_bad_and_what() -> None:
    assert line("a/b.yaml", finding(), translator("en")) == (
        "a/b.yaml:3:7: error wrong-type: “x” is not known here"
    )


def test_all_but_the_name_of_the_rule_is_in_the_language_of_the_reader() -> None:
    assert line("a.yaml", finding(Severity.WARNING), translator("ru")) == (
        "a.yaml:3:7: предупреждение wrong-type: значение «x» здесь неизвестно"
    )


def test_a_line_stays_one_line_whatever_is_in_it() -> None:
    said = line("a\nb.yaml", finding(value="1\r\n\t2\u2028\x1b[31m\u202e"), translator("en"))
    assert said == (
        "a\\nb.yaml:3:7: error wrong-type: “1\\r\\n\\t2\\u2028\\x1b[31m\\u202e” is not known here"
    )


def test_no_more_of_what_is_quoted_is_shown_than_a_reader_needs() -> None:
    said = line("a.yaml", finding(value="9" * 5_000), translator("en"))
    assert said == f"a.yaml:3:7: error wrong-type: “{'9' * 299}…” is not known here"
