"""Names of files that are no text, and users that have no home: nothing stops for them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from passportkit.cli.commands.here import CACHE, cache_folder
from tests.conftest import FORM, Passport, Write

ALGORITHM = Path(__file__).parents[1] / "samples" / "algorithm.docx"
ODD = os.fsdecode(b"\xff\xfea")

some_bytes_are_no_text = pytest.mark.skipif(sys.platform != "linux", reason="names are text here")


@some_bytes_are_no_text
def test_an_account_names_a_document_whose_name_is_no_text(passport: Passport) -> None:
    shutil.copy(ALGORITHM, f"{ODD}.docx")
    ended = passport("import", f"{ODD}.docx", "--account", "account.json", "-o", "a.yaml")
    assert ended.code in (0, 1)
    (told,) = json.loads(Path("account.json").read_text(encoding="utf-8"))["documents"]
    assert told["document"] == "??a.docx"


@some_bytes_are_no_text
@pytest.mark.parametrize("call", ["new Клуб", "schema practice", "schema practice -o s.json"])
def test_a_folder_of_a_form_whose_name_is_no_text_stops_nothing(
    passport: Passport, write: Write, call: str
) -> None:
    write("passport.toml", "")
    write(f"forms/{ODD}/form.yaml", FORM)
    assert passport(*call.split()).code == 0


@pytest.mark.parametrize("folder", ["Форма", pytest.param(ODD, marks=some_bytes_are_no_text)])
def test_a_folder_that_no_form_can_be_called_by_is_told(
    passport: Passport, write: Write, folder: str
) -> None:
    write("passport.toml", "")
    write(f"forms/{folder}/form.yaml", FORM)
    checked = passport("form", "check")
    assert checked.code == 2
    assert "unusable-form" in checked.out
    listed = passport("form", "list")
    assert listed.code == 2
    assert "algorithm" in listed.out
    assert len(listed.err.splitlines()) == 1


def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a user whom the system does not know, as in many containers."""
    import pwd

    def unknown(uid: int) -> None:
        raise KeyError(uid)

    for name in ("HOME", "XDG_CACHE_HOME", CACHE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)


@pytest.mark.skipif(os.name != "posix", reason="users are known in another way")
def test_who_has_no_home_has_no_folder_for_caches(
    passport: Passport, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody(monkeypatch)
    write("a.yaml", "passport: 1\ntitle: Клуб\nforms: [algorithm]\n")
    assert cache_folder() is None
    assert passport("render", "a.yaml", "--draft").code == 0
    assert sorted(each.name for each in Path().iterdir()) == ["a.yaml", "out"]


@pytest.mark.skipif(os.name != "posix", reason="users are known in another way")
@pytest.mark.parametrize("name", ["XDG_CACHE_HOME", CACHE])
def test_a_folder_for_caches_is_none_of_the_checkout(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody(monkeypatch)
    monkeypatch.setenv(name, "cache")
    assert cache_folder() is None


def test_templates_that_came_with_a_checkout_are_not_used(
    passport: Passport, workspace: Write
) -> None:
    workspace("a.yaml", "passport: 1\ntitle: Клуб\nsummary: Слова\n")
    Path("cache").mkdir(mode=0o700)
    assert passport("render", "a.yaml", PASSPORT_CACHE="cache").code == 0
    assert list(Path("cache").iterdir()) == []
