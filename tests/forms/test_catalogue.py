"""The forms that there are: the official ones, and those of a workspace."""

import os
from pathlib import Path

import pytest

from passportkit.errors import CannotGoOn
from passportkit.files.paths import called
from passportkit.forms import Catalogue
from passportkit.forms.catalogue import builtin_folder

OFFICIAL = sorted(path.parent.name for path in builtin_folder().glob("*/form.yaml"))

OWN = """\
form: {name}
version: 2
title: Заявка на премию
source: придумана
sections:
- {{heading: Название, show: title}}
"""


def put(folder: Path, name: str, text: str = OWN) -> Path:
    path = folder / name / "form.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text.format(name=name), encoding="utf-8")
    return path


def refused(catalogue: Catalogue, name: str) -> str:
    with pytest.raises(CannotGoOn) as refusal:
        catalogue.form(name)
    return str(refusal.value)


def test_the_official_forms_are_always_there():
    assert OFFICIAL
    assert Catalogue().names() == OFFICIAL
    assert [Catalogue().form(name).name for name in OFFICIAL] == OFFICIAL


def test_a_form_is_loaded_once():
    catalogue = Catalogue()
    assert catalogue.form("algorithm") is catalogue.form("algorithm")


def test_a_folder_with_a_form_yaml_is_a_form(tmp_path):
    put(tmp_path, "prize")
    (tmp_path / "notes").mkdir()
    (tmp_path / "form.yaml").write_text("не форма", encoding="utf-8")
    catalogue = Catalogue([tmp_path])
    assert catalogue.names() == sorted([*OFFICIAL, "prize"])
    assert catalogue.form("prize").title == "Заявка на премию"


@pytest.mark.parametrize("folder", ["Форма", "a b", "-x", "$(x)", "..."])
def test_a_folder_that_is_called_as_no_form_can_be_is_a_form_of_no_name(tmp_path, folder):
    put(tmp_path, folder)
    catalogue = Catalogue([tmp_path])
    assert catalogue.names() == OFFICIAL
    assert catalogue.folders() == sorted([*OFFICIAL, folder])


def test_a_folder_need_not_exist(tmp_path):
    assert Catalogue([tmp_path / "forms"]).names() == OFFICIAL


def test_own_forms_stand_before_official_ones_and_earlier_before_later(tmp_path):
    put(tmp_path / "first", "prize", OWN.replace("премию", "первую премию"))
    put(tmp_path / "second", "prize")
    put(tmp_path / "second", "algorithm")
    catalogue = Catalogue([tmp_path / "first", tmp_path / "second"])
    assert catalogue.names() == sorted([*OFFICIAL, "prize"])
    assert catalogue.form("prize").title == "Заявка на первую премию"
    assert catalogue.form("algorithm").version == 2


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("practice-pasport", "practice-passport"),
        ("algoritm", "algorithm"),
        ("project_passport", "project-passport"),
        ("grantcard", "grant-card"),
    ],
)
def test_a_name_that_is_nearly_known_is_suggested(name, meant):
    assert str(Catalogue().suggest(name)) == f"did you mean “{meant}”?"


@pytest.mark.parametrize("name", ["smeta", ""])
def test_for_another_name_all_forms_are_named(name):
    assert str(Catalogue().suggest(name)) == f"the forms are: {', '.join(OFFICIAL)}"


def test_an_unknown_form_is_refused_with_what_was_meant():
    assert refused(Catalogue(), "algoritm") == (
        "there is no form “algoritm”; did you mean “algorithm”?"
    )
    assert refused(Catalogue(), "smeta") == (
        f"there is no form “smeta”; the forms are: {', '.join(OFFICIAL)}"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (OWN.replace("show: title", "show: titel"), "6:29: “titel” is neither a field nor a view"),
        (OWN.replace("version: 2\n", ""), "1:1: the field “version” is missing"),
        (OWN + "- [а", "7:3: the list in square brackets is not closed"),
        ("", "1:1: the file is empty"),
    ],
)
def test_a_form_that_is_not_sound_is_refused_with_the_place(tmp_path, text, place):
    path = put(tmp_path, "prize", text)
    assert refused(Catalogue([tmp_path]), "prize") == (
        f"the form “prize” cannot be used: {called(path)}:{place}"
    )


def test_a_form_is_called_like_its_folder(tmp_path):
    put(tmp_path, "prize", OWN.replace("{name}", "award"))
    assert refused(Catalogue([tmp_path]), "prize") == (
        "the form in the folder “prize” calls itself “award”"
    )


def test_a_form_that_is_not_sound_does_not_spoil_the_others(tmp_path):
    put(tmp_path, "prize", "form: [")
    catalogue = Catalogue([tmp_path])
    assert "prize" in catalogue.names()
    assert catalogue.form("algorithm").name == "algorithm"


def test_a_word_template_may_lie_beside_a_form(tmp_path):
    put(tmp_path, "prize").with_name("template.docx").write_bytes(b"PK")
    put(tmp_path, "plain")
    catalogue = Catalogue([tmp_path])
    assert catalogue.template("prize") == b"PK"
    assert catalogue.template("plain") is None


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _bulk(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(60 * 2**20)


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices are files there")
@pytest.mark.parametrize("lay", [_folder, _pipe, _device, _bulk])
def test_what_is_no_file_of_a_sane_size_is_not_read(tmp_path, lay):
    path = put(tmp_path, "prize")
    lay(path.with_name("template.docx"))
    with pytest.raises(CannotGoOn, match=r"cannot be used: `.*template\.docx`"):
        Catalogue([tmp_path]).template("prize")
    path.unlink()
    lay(path)
    assert refused(Catalogue([tmp_path]), "prize").startswith("the form “prize” cannot be used: `")
    assert Catalogue([tmp_path]).form("algorithm")


@pytest.mark.parametrize("name", ["form.yaml", "template.docx"])
@pytest.mark.parametrize("to", ["../../secret.txt", "../../own/prize/kept.yaml"])
def test_no_file_of_a_form_is_a_link_wherever_it_leads(tmp_path, name, to):
    (tmp_path / "secret.txt").write_text("zhuravl: в небе\n", encoding="utf-8")
    path = put(tmp_path / "own", "prize").with_name(name)
    path.with_name("kept.yaml").write_text("zhuravl: в небе\n", encoding="utf-8")
    path.unlink(missing_ok=True)
    path.symlink_to(to)
    catalogue = Catalogue([tmp_path / "own"])
    read = catalogue.form if name == "form.yaml" else catalogue.template
    with pytest.raises(CannotGoOn, match=f"{name}` is a link; lay the file itself there"):
        read("prize")


def test_of_a_form_outside_of_the_workspace_no_word_is_shown(tmp_path):
    put(tmp_path / "elsewhere", "prize", OWN + "zhuravl: в небе\n")
    (tmp_path / "city").mkdir()
    folders = [tmp_path / "city/../elsewhere"]
    assert "zhuravl" in refused(Catalogue(folders), "prize")
    catalogue = Catalogue(folders, root=tmp_path / "city")
    assert "zhuravl" not in refused(catalogue, "prize")
    assert not catalogue.source("prize").is_shown
    assert Catalogue(folders, root=tmp_path).source("prize").is_shown


def test_a_sound_form_outside_of_the_workspace_can_be_used(tmp_path):
    put(tmp_path / "elsewhere", "prize")
    catalogue = Catalogue([tmp_path / "elsewhere"], root=tmp_path / "city")
    assert catalogue.form("prize").title == "Заявка на премию"
