"""Compiled templates are kept between runs, and never trusted more than they deserve."""

import errno
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from passportkit.forms import Form
from passportkit.word.template import cache
from passportkit.word.template.build import build
from passportkit.word.template.compile import compile_template
from passportkit.word.template.compiled import Compiled
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.word.conftest import SECTIONS, filled_of, form_of, template
from tests.word.document import Document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "templates"


def kept(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_compiled_template_survives_being_bytes(sections: Form) -> None:
    compiled = compile_template(build(sections))
    again = Compiled.from_bytes(compiled.to_bytes())
    assert again == compiled
    assert fill(again, filled_of(sections)) == fill(compiled, filled_of(sections))


def test_a_template_is_compiled_once(sections: Form, folder: Path) -> None:
    templates = Templates(folder)
    assert templates.compiled(sections) is templates.compiled(sections)
    written = kept(folder).stat().st_mtime_ns
    assert Templates(folder).compiled(sections) == templates.compiled(sections)
    assert kept(folder).stat().st_mtime_ns == written


def test_another_form_or_template_is_another_entry(
    sections: Form, grid: Form, folder: Path
) -> None:
    templates = Templates(folder)
    for form, docx in ((sections, None), (grid, None), (sections, template("{{ title }}"))):
        templates.compiled(form, docx)
    assert len(list(folder.iterdir())) == 3


def test_without_a_folder_nothing_is_kept(
    sections: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Templates(None).compiled(sections)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"", b"broken", b"\x00" * 100, "half"], ids=["empty", "words", "zeros", "half"]
)
def test_a_broken_entry_is_made_again(sections: Form, folder: Path, content: bytes | str) -> None:
    compiled = Templates(folder).compiled(sections)
    path = kept(folder)
    good = path.read_bytes()
    path.write_bytes(good[: len(good) // 2] if isinstance(content, str) else content)
    assert Templates(folder).compiled(sections) == compiled
    assert path.read_bytes() == good


def test_an_entry_of_which_a_bit_has_changed_is_made_again(sections: Form, folder: Path) -> None:
    compiled = Templates(folder).compiled(sections)
    path = kept(folder)
    good = path.read_bytes()
    chance = random.Random(1)
    for _ in range(8):
        changed = bytearray(good)
        changed[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        assert Templates(folder).compiled(sections) == compiled
        assert path.read_bytes() == good


def test_something_else_in_its_place_does_no_harm(sections: Form, folder: Path) -> None:
    compiled = Templates(folder).compiled(sections)
    path = kept(folder)
    path.unlink()
    path.mkdir()
    assert Templates(folder).compiled(sections) == compiled
    assert [each.name for each in folder.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_is_no_trouble(sections: Form, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    templates = Templates(tmp_path / "file" / "templates")
    assert templates.compiled(sections) == Templates().compiled(sections)


@pytest.mark.parametrize("step", ["replace", "write"])
def test_nothing_half_done_is_left_behind(
    sections: Form, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    if step == "replace":
        monkeypatch.setattr(os, "replace", full)
    else:
        real = tempfile.NamedTemporaryFile
        monkeypatch.setattr(
            tempfile, "NamedTemporaryFile", lambda **options: _without_room(real(**options), full)
        )
    assert Templates(folder).compiled(sections) == Templates().compiled(sections)
    assert list(folder.iterdir()) == []


def _without_room(file: Any, full: Callable[..., None]) -> Any:
    file.write = full
    return file


def test_a_given_template_is_used_in_place_of_the_form_s_own(sections: Form, folder: Path) -> None:
    given = template("Только {{ title }}")
    for _run in ("cold", "warm"):
        compiled = Templates(folder).compiled(sections, given)
        assert Document(fill(compiled, filled_of(sections))).words == "Только Слова title"


@pytest.mark.parametrize("change", ["title: Другой", "source: иначе"])
def test_a_form_that_has_changed_is_another_entry(folder: Path, change: str) -> None:
    key = change.partition(":")[0]
    changed = re.sub(rf"(?m)^{key}: .*$", change, SECTIONS, count=1)
    for text in (SECTIONS, changed):
        Templates(folder).compiled(form_of(text))
    assert len(list(folder.iterdir())) == 2


posix = pytest.mark.skipif(os.name != "posix", reason="ownership and modes are those of POSIX")


def is_believed(folder: Path, form: Form) -> bool:
    """Return whether what is kept in a folder is used: a title is forged there."""
    compiled = Templates().compiled(form)
    forged = compiled._replace(core=("<forged>", ""))
    for path in folder.iterdir():
        path.write_bytes(forged.to_bytes())
    found = Templates(folder).compiled(form)
    assert found in (forged, compiled)
    return found == forged


def test_what_is_kept_in_a_folder_of_the_user_s_own_is_used(sections: Form, folder: Path) -> None:
    Templates(folder).compiled(sections)
    assert is_believed(folder, sections)


@posix
def test_only_its_owner_sees_what_is_kept(sections: Form, folder: Path) -> None:
    Templates(folder).compiled(sections)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert kept(folder).stat().st_mode & 0o077 == 0


@posix
@pytest.mark.parametrize("mode", [0o770, 0o720, 0o702, 0o777, 0o1777])
def test_a_folder_into_which_others_can_write_is_not_used(
    sections: Form, folder: Path, mode: int
) -> None:
    Templates(folder).compiled(sections)
    folder.chmod(mode)
    assert not is_believed(folder, sections)
    kept(folder).unlink()
    Templates(folder).compiled(sections)
    assert list(folder.iterdir()) == []


@posix
@pytest.mark.parametrize("mode", [0o660, 0o602])
def test_a_file_into_which_others_can_write_is_not_used(
    sections: Form, folder: Path, mode: int
) -> None:
    Templates(folder).compiled(sections)
    kept(folder).chmod(mode)
    assert not is_believed(folder, sections)


@posix
@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_link_is_not_followed(sections: Form, folder: Path, tmp_path: Path, what: str) -> None:
    Templates(folder).compiled(sections)
    target = tmp_path / "elsewhere"
    path = folder if what == "folder" else kept(folder)
    path.rename(target)
    path.symlink_to(target, target_is_directory=what == "folder")
    assert not is_believed(folder, sections)


@posix
def test_what_is_another_user_s_is_not_used(
    sections: Form, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Templates(folder).compiled(sections)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert not is_believed(folder, sections)


@posix
def test_a_pipe_in_place_of_an_entry_keeps_nobody_waiting(sections: Form, folder: Path) -> None:
    compiled = Templates(folder).compiled(sections)
    path = kept(folder)
    path.unlink()
    os.mkfifo(path)
    assert Templates(folder).compiled(sections) == compiled


def test_the_oldest_entries_go_where_there_are_too_many(
    sections: Form, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(mode=0o700, parents=True)
    for age in range(1, 5):
        old = folder / f"note-{age:032x}.template"
        old.write_bytes(b"of an earlier version")
        os.utime(old, (1e9 - age, 1e9 - age))
    own = folder / "form.template.docx"
    own.write_bytes(b"of somebody's own")
    monkeypatch.setattr(cache, "MOST", 3)
    Templates(folder).compiled(sections)
    left = [path.name for path in folder.iterdir() if path.name.startswith("note-")]
    assert sorted(left) == [f"note-{age:032x}.template" for age in (1, 2)]
    assert own.exists()


def test_entries_go_where_they_are_too_much_together(
    sections: Form, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(mode=0o700, parents=True)
    old = folder / f"note-{0:032x}.template.broken"
    old.write_bytes(b"begun by a run that was killed")
    os.utime(old, (1e9, 1e9))
    size = len(Templates().compiled(sections).to_bytes())
    monkeypatch.setattr(cache, "TOGETHER", size + 1)
    Templates(folder).compiled(sections)
    assert kept(folder).stat().st_size == size


def test_an_entry_that_is_too_large_is_not_kept(
    sections: Form, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LARGEST", 1000)
    Templates(folder).compiled(sections)
    assert not folder.exists()


WARM = """
import sys
from pathlib import Path
from passportkit.forms import Catalogue, blank
from passportkit.word.write.fill import fill
from passportkit.word.template.templates import Templates

form = Catalogue().form("algorithm")
fill(Templates(Path(sys.argv[1])).compiled(form), blank(form))
print(sorted({"docx", "lxml"} & set(sys.modules)))
"""


def test_a_warm_start_needs_neither_python_docx_nor_lxml(folder: Path) -> None:
    def run() -> str:
        command = [sys.executable, "-c", WARM, str(folder)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert run() == "['docx', 'lxml']\n"
    assert run() == "[]\n"
