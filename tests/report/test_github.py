from passportkit.language import translator
from passportkit.report import full
from passportkit.report.github import show
from tests.report.conftest import EMPTY_ITEM, Check, checked, text_of

ENGLISH = translator("en")


def commands(report: Check) -> list[str]:
    return text_of(show, report, ENGLISH).splitlines()[
        -sum(len(file.findings) for file in report.files) :
    ]


def test_each_finding_is_an_annotation(report: Check) -> None:
    assert commands(report) == [
        "::error file=дворы/Клуб № 1.yaml,line=4,endLine=4,col=3,endColumn=4,"
        "title=empty-section::an item of the list is empty%0Ahelp: write it, or delete the dash",
        "::warning file=дворы/Клуб № 1.yaml,line=5,endLine=5,col=1,endColumn=7,"
        "title=unknown-field::there is no field “50%25,\\n: <b>&\\x00\\u202e” here",
        "::notice file=дворы/Клуб № 1.yaml,line=1,endLine=1,title=unknown-form::it is a folder",
        "::error file=c.yaml,line=1,endLine=1,title=unreadable-file::it is a folder",
    ]


def test_the_signs_of_a_command_are_escaped_in_a_path() -> None:
    odd = Check((checked(EMPTY_ITEM, path="a:b,50%.yaml"),))
    assert commands(odd)[0].startswith("::error file=a%3Ab%2C50%25.yaml,line=4,")


def test_the_log_beside_it_says_everything_for_a_person(report: Check) -> None:
    log = text_of(full.show, report, ENGLISH)
    log += "3 files checked: 2 errors, 1 warning, 1 note\n"
    assert f"\n{log}::" in text_of(show, report, ENGLISH)


def test_what_an_author_wrote_is_no_command() -> None:
    text = "::warning::x\n::set-output name=a::b\n##[error]y\n- \n"
    check = Check((checked(EMPTY_ITEM, text=text),))
    first, *_log, resumed, command = text_of(show, check, ENGLISH).splitlines()
    assert first.startswith("::stop-commands::")
    assert resumed == f"::{first.removeprefix('::stop-commands::')}::"
    assert command.startswith("::error ")


def test_the_token_cannot_be_foreseen_from_another_check(report: Check, clean: Check) -> None:
    tokens = {text_of(show, each, ENGLISH).partition("\n")[0] for each in (report, clean)}
    assert len(tokens) == 2


def test_nothing_found_is_said_too(clean: Check) -> None:
    assert "\n1 file checked, nothing found\n" in text_of(show, clean, ENGLISH)
