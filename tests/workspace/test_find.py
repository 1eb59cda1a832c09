from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from passportkit.workspace.find import find, looks_like_document
from passportkit.workspace.workspace import Workspaces
from tests.conftest import Write


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(*named: str) -> list[str]:
    return [found.name for found in find(named, Workspaces()).files]


def test_a_folder_is_searched_with_all_that_is_below_it(write: Write) -> None:
    for path in ("b.yaml", "a.yml", "дворы/Клуб соседей.yaml", "дворы/deep/c.YAML", "note.txt"):
        write(path, "")
    assert names(".") == ["a.yml", "b.yaml", "дворы/deep/c.YAML", "дворы/Клуб соседей.yaml"]


def test_what_is_no_practice_is_passed_over(write: Write) -> None:
    for path in (".github/ci.yml", ".git/x.yaml", "node_modules/p/x.yaml"):
        write(path, "")
    assert names(".") == []


def test_a_form_is_passed_over_only_among_own_forms(write: Write) -> None:
    write("city/passport.toml", 'own-forms = "our"\n')
    for path in ("city/our/note/form.yaml", "city/our/a.yaml", "city/practices/form.yaml"):
        write(path, "")
    assert names("city") == ["city/practices/form.yaml"]
    assert names("city/our") == ["city/our/a.yaml"]


@pytest.mark.parametrize("pattern", ["*", "*/a.yaml", "**/*.yaml", "[wb]/*", "../here/*", "?"])
def test_what_a_pattern_finds_leads_nowhere_else(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    write("secret/a.yaml", "")
    write("here/w/b.yaml", "")
    monkeypatch.chdir(tmp_path / "here")
    Path("w/a.yaml").symlink_to(tmp_path / "secret/a.yaml")
    Path("b").symlink_to(tmp_path / "secret")
    found = find([pattern], Workspaces())
    assert not [each for each in found.files if not each.name.endswith("w/b.yaml")]
    assert found.passed_over


def test_a_link_before_the_signs_of_a_pattern_is_named(write: Write, tmp_path: Path) -> None:
    write("elsewhere/a.yaml", "")
    Path("link").symlink_to(tmp_path / "elsewhere")
    assert names("link/*") == ["link/a.yaml"]


def test_the_own_forms_of_a_workspace_are_passed_over_wherever_they_are(write: Write) -> None:
    write("city/passport.toml", 'own-forms = "our forms"\n')
    write("city/our forms/note/sample.yaml", "")
    write("city/practices/a.yaml", "")
    assert names(".") == ["city/practices/a.yaml"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(write: Write) -> None:
    write(".hidden/form.yaml", "")
    write("practice.txt", "")
    assert names(".hidden/form.yaml", "practice.txt") == [".hidden/form.yaml", "practice.txt"]


def test_a_file_that_does_not_exist_is_left_to_its_reader() -> None:
    assert names("нет.yaml") == ["нет.yaml"]


def test_a_file_is_taken_once_however_often_it_is_named(write: Write, tmp_path: Path) -> None:
    write("a.yaml", "")
    assert names("a.yaml", "./a.yaml", ".", str(tmp_path / "a.yaml")) == ["a.yaml"]


def test_the_standard_input_is_a_file(write: Write) -> None:
    assert names("-", "-") == ["-"]


def test_a_folder_called_like_a_file_is_a_folder(write: Write) -> None:
    write("x.yaml/y.yaml", "")
    assert names(".") == ["x.yaml/y.yaml"]


def test_links_in_a_circle_come_to_an_end(write: Write, tmp_path: Path) -> None:
    write("a/b/c.yaml", "")
    (tmp_path / "a/b/again").symlink_to(tmp_path / "a", target_is_directory=True)
    assert names(".") == ["a/b/c.yaml"]


@pytest.mark.parametrize("name", ["practices", "practices/**/*.yaml"])
def test_a_deep_folder_is_asked_for_no_oftener_than_one_that_is_not(
    write: Write, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write("passport.toml", "")

    def asked(depth: int) -> int:
        write("/".join(["practices", *"a" * depth, "a.yaml"]), "")
        calls: list[object] = []
        with monkeypatch.context() as during:
            for call in ("stat", "lstat"):
                ask = getattr(os, call)

                def counted(path: object, ask: Any = ask, **more: Any) -> Any:
                    calls.append(path)
                    return ask(path, **more)

                during.setattr(os, call, counted)
            assert len(names(name)) >= 1
        return len(calls)

    few = asked(25)
    assert asked(100) < 6 * few


def test_a_link_to_a_folder_is_followed(write: Write, tmp_path: Path) -> None:
    write("here/.kept/a.yaml", "")
    (tmp_path / "here/link").symlink_to(tmp_path / "here/.kept", target_is_directory=True)
    assert names("here") == ["here/link/a.yaml"]


def test_a_link_out_of_the_folder_is_passed_over_unless_it_is_named(
    write: Write, tmp_path: Path
) -> None:
    write("elsewhere/a.yaml", "")
    write("here/b.yaml", "")
    (tmp_path / "here/link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "here/c.yaml").symlink_to("../elsewhere/a.yaml")
    (tmp_path / "here/note.txt").symlink_to("../elsewhere/a.yaml")
    found = find(["here"], Workspaces())
    assert [each.name for each in found.files] == ["here/b.yaml"]
    assert [each.name for each in found.passed_over] == ["here/c.yaml", "here/link"]
    assert names("here/c.yaml") == ["here/c.yaml"]
    assert names("here/link") == ["here/link/a.yaml"]


def test_a_folder_that_is_a_link_itself_is_searched(write: Write, tmp_path: Path) -> None:
    write("elsewhere/a.yaml", "")
    (tmp_path / "here").symlink_to("elsewhere")
    assert names("here") == ["here/a.yaml"]


def test_a_link_to_nothing_is_left_to_its_reader(tmp_path: Path) -> None:
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    assert names(".") == ["gone.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_in_a_folder_does_not_keep_anyone_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "link.yaml").symlink_to("pipe.yaml")
    (tmp_path / "far.yaml").symlink_to("link.yaml")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    assert names(".") == []


def test_a_star_is_expanded_where_the_shell_has_not(write: Write) -> None:
    write("a.yaml", "")
    write("b[1].yaml", "")
    assert names("*.yaml") == ["a.yaml", "b[1].yaml"]
    assert names("b[1].yaml") == ["b[1].yaml"]
    assert names("x*.yaml") == ["x*.yaml"]


def test_the_place_below_the_searched_folder_is_kept(write: Write) -> None:
    write("city/дворы/a.yaml", "")
    found = [
        *find(["city"], Workspaces()).files,
        *find(["city/дворы/a.yaml"], Workspaces()).files,
    ]
    assert [each.below.as_posix() for each in found] == ["дворы/a.yaml", "a.yaml"]


def test_a_file_outside_the_current_folder_is_named_as_it_was(write: Write, tmp_path: Path) -> None:
    write("a.yaml", "")
    (tmp_path / "sub").mkdir()
    os.chdir(tmp_path / "sub")
    assert names("../a.yaml") == ["../a.yaml"]


def test_documents_are_found_as_practices_are(write: Write) -> None:
    for path in ("b.DOCX", "a.odt", "дворы/Клуб соседей.doc", "x.yaml", "x.pdf", "forms/a.html"):
        write(path, "")
    for path in ("~$b.docx", ".b.docx", "page_files/ad.html", ".git/x.txt"):
        write(path, "")
    found = find(["."], Workspaces(), looks_like_document).files
    assert [each.name for each in found] == [
        "a.odt",
        "b.DOCX",
        "forms/a.html",
        "дворы/Клуб соседей.doc",
    ]
