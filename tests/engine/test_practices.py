"""Practices are found at once, read one after the other, and kept by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.engine.outputs import outputs_of
from passportkit.engine.practices import Practices, Wanted
from passportkit.errors import CannotGoOn
from tests.conftest import PRACTICE, Write
from tests.garbage import left_behind

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_file_is_read_when_its_turn_comes(workspace: Write, tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        workspace(name, PRACTICE)
    cases = iter(Practices([str(tmp_path)]))
    assert next(cases).checked.findings == ()
    workspace("b.yaml", "title: [")
    assert [found.rule for found in next(cases).checked.findings] == ["yaml-syntax"]


def test_files_and_folders_are_named_by_texts_or_paths(workspace: Write, tmp_path: Path) -> None:
    file = workspace("a.yaml", PRACTICE)
    workspace("more/b.yaml", PRACTICE)
    cases = Practices([file, tmp_path / "more", str(file)])
    assert [case.file.path for case in cases] == [file, tmp_path / "more" / "b.yaml"]


def test_a_form_that_cannot_be_read_is_a_finding(workspace: Write, tmp_path: Path) -> None:
    workspace("a.yaml", PRACTICE)
    (tmp_path / "forms" / "note" / "form.yaml").unlink()
    (tmp_path / "forms" / "note" / "form.yaml").mkdir()
    (case,) = Practices([tmp_path / "a.yaml"])
    assert [found.rule for found in case.checked.findings] == ["unusable-form"]


def test_each_is_checked_as_its_own_workspace_says(write: Write, tmp_path: Path) -> None:
    for folder, level in (("one", "warning"), ("two", "off")):
        write(f"{folder}/passport.toml", f'[rules]\nunplaced-text = "{level}"\n')
        write(f"{folder}/a.yaml", PRACTICE + "unplaced:\n  - text: слова\n")
    found = [[each.rule for each in case.checked.findings] for case in Practices([str(tmp_path)])]
    assert found == [["unplaced-text"], []]


def test_the_call_says_which_form_before_the_file_does(workspace: Write, tmp_path: Path) -> None:
    workspace("a.yaml", PRACTICE + "forms: [algorithm]\n")
    (case,) = Practices([str(tmp_path)], Wanted(forms=["note"]))
    assert [form.name for form in case.checked.forms] == ["note"]


def test_a_rule_alone_is_a_name_and_not_its_letters(workspace: Write, tmp_path: Path) -> None:
    workspace("a.yaml", "passport: 1\ntitle: Клуб\nsumary: x\n")
    for wanted, rules in (
        (Wanted(only="unknown-field"), {"unknown-field"}),
        (Wanted("note", without="unknown-field"), {"missing-section"}),
    ):
        [case] = Practices(tmp_path, wanted)
        assert {found.rule for found in case.checked.findings} == rules


@pytest.mark.parametrize("wanted", [Wanted(forms=["nope"]), Wanted(only=["nope"])])
def test_what_does_not_exist_cannot_be_asked_for(
    workspace: Write, tmp_path: Path, wanted: Wanted
) -> None:
    workspace("a.yaml", PRACTICE)
    with pytest.raises(CannotGoOn, match="there is no"):
        Practices([str(tmp_path)], wanted)


@pytest.mark.parametrize("renders", [False, True])
def test_nothing_of_a_practice_waits_for_the_garbage_collector(renders: bool) -> None:
    """It runs seldom: what holds itself would be there for thousands of files."""
    practices = Practices([str(EXAMPLES)])

    def work_through() -> None:
        for case in practices:
            for form, *_ in outputs_of(case, None) if renders else ():
                if not case.checked.hindrances(draft=True):
                    case.kit.render(case.checked, form, draft=True)

    work_through()
    assert left_behind(work_through) == 0
