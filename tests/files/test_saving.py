from __future__ import annotations

import errno
import os
import stat
import struct
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from passportkit.errors import CannotGoOn
from passportkit.files import leftovers, saving
from passportkit.files.saving import AS_NAMED, save

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away"
)

create = partial(saving.create, within=AS_NAMED)
replace = partial(saving.replace, within=AS_NAMED)

Write = Callable[[Path, bytes], None]
WAYS = [pytest.param(create, id="create"), pytest.param(replace, id="replace")]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def mode(path: str) -> int:
    return stat.S_IMODE(Path(path).stat().st_mode)


def failing(number: int) -> Callable[..., Any]:
    def fail(*_given: object, **_named: object) -> Any:
        raise OSError(number, "in another language")

    return fail


# --- new files ---


def test_creating_never_overwrites() -> None:
    create(Path("deep/a.yaml"), b"new")
    with pytest.raises(CannotGoOn, match=r"`deep/a.yaml` exists already and stays as it is"):
        create(Path("deep/a.yaml"), b"newer")
    assert Path("deep/a.yaml").read_bytes() == b"new"
    assert names("deep") == ["a.yaml"]


def test_a_link_to_nothing_has_its_name_already() -> None:
    Path("a.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(CannotGoOn, match="exists already"):
        create(Path("a.yaml"), b"new")
    assert names() == ["a.yaml"]


def test_a_disk_without_second_names_takes_new_files_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    create(Path("a.yaml"), b"new")
    with pytest.raises(CannotGoOn, match="exists already"):
        create(Path("a.yaml"), b"newer")
    assert (names(), Path("a.yaml").read_bytes()) == (["a.yaml"], b"new")


@needs_modes
def test_a_new_file_has_the_mode_of_every_new_file(monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.umask(0o027)
    try:
        create(Path("a.yaml"), b"new")
        replace(Path("b.yaml"), b"new")
    finally:
        os.umask(before)
    assert (mode("a.yaml"), mode("b.yaml")) == (0o640, 0o640)


# --- whole or nothing ---


@pytest.mark.parametrize("write", WAYS)
def test_a_full_disk_leaves_nothing(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", failing(errno.ENOSPC))
    with pytest.raises(CannotGoOn, match=r"`a.yaml` cannot be written: there is no space left"):
        write(Path("a.yaml"), b"new")
    assert names() == []


@pytest.mark.parametrize("write", WAYS)
def test_what_cannot_be_flushed_is_not_there(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(CannotGoOn, match="the disk reports an error"):
        write(Path("a.yaml"), b"new")
    assert names() == []


@pytest.mark.parametrize("write", WAYS)
def test_an_interruption_leaves_nothing(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(Path("a.yaml"), b"new")
    assert names() == []


@pytest.mark.parametrize("write", WAYS)
def test_a_disk_that_takes_little_at_a_time_gets_all(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda file, content: whole(file, content[:2]))
    write(Path("a.yaml"), b"seven b")
    assert Path("a.yaml").read_bytes() == b"seven b"


@pytest.mark.parametrize("write", WAYS)
@pytest.mark.parametrize("name", ["а/б/в/" + "x" * 300, "а/" + "x" * 300 + "/б.yaml"])
def test_no_folder_is_left_of_a_file_that_could_not_be_written(write: Write, name: str) -> None:
    with pytest.raises(CannotGoOn, match="the name is too long"):
        write(Path(name), b"new")
    assert names() == []


@pytest.mark.parametrize("write", WAYS)
def test_folders_that_were_there_stay_whatever_goes_wrong(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a/b").mkdir(parents=True)
    monkeypatch.setattr(os, "write", failing(errno.ENOSPC))
    with pytest.raises(CannotGoOn, match="no space left"):
        write(Path("a/b/c/d/e.yaml"), b"new")
    assert (names(), names("a"), names("a/b")) == (["a"], ["b"], [])


# --- what is replaced ---


def test_replacing_leaves_nothing_else_behind() -> None:
    replace(Path("out/a.docx"), b"old")
    replace(Path("out/a.docx"), b"new")
    assert Path("out/a.docx").read_bytes() == b"new"
    assert names("out") == ["a.docx"]


def test_a_name_of_the_greatest_length_can_be_replaced() -> None:
    path = Path("я" * 125 + ".docx")
    replace(path, b"new")
    replace(path, b"newer")
    assert path.read_bytes() == b"newer"


def test_a_link_stays_and_what_it_leads_to_is_written() -> None:
    Path("deep").mkdir()
    Path("deep/real.yaml").write_bytes(b"old")
    Path("link.yaml").symlink_to("deep/real.yaml")
    replace(Path("link.yaml"), b"new")
    assert Path("link.yaml").is_symlink()
    assert Path("deep/real.yaml").read_bytes() == b"new"
    assert (names(), names("deep")) == (["deep", "link.yaml"], ["real.yaml"])


@needs_modes
def test_a_mode_is_kept() -> None:
    for wanted in (0o600, 0o664, 0o440 | stat.S_IWUSR):
        replace(Path("a.yaml"), b"old")
        Path("a.yaml").chmod(wanted)
        replace(Path("a.yaml"), b"new")
        assert mode("a.yaml") == wanted


@as_root
def test_an_owner_is_kept() -> None:
    Path("a.yaml").write_bytes(b"old")
    os.chown("a.yaml", 4321, 8765)
    replace(Path("a.yaml"), b"new")
    found = Path("a.yaml").stat()
    assert (found.st_uid, found.st_gid) == (4321, 8765)


@as_root
def test_a_group_that_cannot_be_kept_gives_ours_no_more_than_everybody_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("a.yaml").write_bytes(b"old")
    os.chown("a.yaml", 0, 8765)
    Path("a.yaml").chmod(0o664)
    monkeypatch.setattr(os, "fchown", failing(errno.EPERM))
    replace(Path("a.yaml"), b"new")
    assert mode("a.yaml") == 0o644


def acl(*entries: tuple[int, int, int]) -> bytes:
    """Return rights as Linux keeps them: a version, and of each entry its kind, rights and user."""
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


OWNER, USER, GROUP, MASK, OTHERS = 0x01, 0x02, 0x04, 0x10, 0x20
NOBODY = 0xFFFFFFFF
FOR_ONE = acl(
    *((OWNER, 6, NOBODY), (USER, 6, 54321), (GROUP, 0, NOBODY)),
    *((MASK, 6, NOBODY), (OTHERS, 0, NOBODY)),
)
ACL = "system.posix_acl_access"


def has_rights_of_single_people(folder: Path) -> bool:
    try:
        os.setxattr(folder, "system.posix_acl_default", FOR_ONE)
    except (AttributeError, OSError):
        return False
    return True


def test_rights_of_single_people_are_kept_and_no_others_come_in(tmp_path: Path) -> None:
    Path("a.yaml").write_bytes(b"old")
    Path("b.yaml").write_bytes(b"old")
    Path("b.yaml").chmod(0o640)
    if not has_rights_of_single_people(tmp_path):
        pytest.skip("this disk has no rights of single people")
    os.setxattr("a.yaml", ACL, FOR_ONE)
    for name in ("a.yaml", "b.yaml"):
        replace(Path(name), b"new")
    assert os.getxattr("a.yaml", ACL) == FOR_ONE
    assert ACL not in os.listxattr("b.yaml")
    assert mode("b.yaml") == 0o640


@as_root
def test_where_the_group_is_not_had_single_people_keep_no_rights_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.yaml").write_bytes(b"old")
    os.chown("a.yaml", 0, 8765)
    if not has_rights_of_single_people(tmp_path):
        pytest.skip("this disk has no rights of single people")
    os.setxattr("a.yaml", ACL, FOR_ONE)
    monkeypatch.setattr(os, "fchown", failing(errno.EPERM))
    replace(Path("a.yaml"), b"new")
    assert ACL not in os.listxattr("a.yaml")
    assert mode("a.yaml") == 0o600


def test_a_folder_in_the_way_is_named() -> None:
    Path("a.docx").mkdir()
    with pytest.raises(CannotGoOn, match=r"`a.docx` cannot be written: it is a folder"):
        replace(Path("a.docx"), b"new")
    assert names() == ["a.docx"]


def test_a_file_in_the_way_of_a_folder_is_named() -> None:
    Path("out").write_bytes(b"")
    with pytest.raises(CannotGoOn, match=r"`out/a.docx` cannot be written"):
        replace(Path("out/a.docx"), b"new")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file_is_not_replaced() -> None:
    os.mkfifo("pipe.docx")
    with pytest.raises(CannotGoOn, match=r"`pipe.docx` cannot be written: it is no file"):
        replace(Path("pipe.docx"), b"new")
    assert stat.S_ISFIFO(Path("pipe.docx").stat().st_mode)


def test_what_is_open_in_word_keeps_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.docx").write_bytes(b"old")

    def locked(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(CannotGoOn, match=r"`a.docx` cannot be written: it is protected, or open"):
        replace(Path("a.docx"), b"new")
    assert (names(), Path("a.docx").read_bytes()) == (["a.docx"], b"old")


def test_what_is_protected_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.docx").write_bytes(b"old")
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(CannotGoOn, match="it is protected"):
        replace(Path("a.docx"), b"new")
    assert Path("a.docx").read_bytes() == b"old"


def test_a_folder_that_takes_no_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.docx").write_bytes(b"old")
    monkeypatch.setattr(saving, "new_beside", failing(errno.EACCES))
    with pytest.raises(CannotGoOn, match="no permission to write in its folder"):
        replace(Path("a.docx"), b"new")


def test_a_name_that_no_system_takes_is_a_message() -> None:
    for write in (create, replace):
        with pytest.raises(CannotGoOn, match="the name cannot be used"):
            write(Path("a\0.yaml"), b"new")


# --- what somebody else has written meanwhile ---


def test_a_file_is_replaced_only_as_it_was() -> None:
    Path("a.yaml").write_bytes(b"theirs")
    with pytest.raises(CannotGoOn, match="the file has changed meanwhile; call again"):
        replace(Path("a.yaml"), b"ours", was=b"old")
    assert Path("a.yaml").read_bytes() == b"theirs"
    replace(Path("a.yaml"), b"ours", was=b"theirs")
    assert Path("a.yaml").read_bytes() == b"ours"


def test_a_file_that_is_gone_has_changed() -> None:
    with pytest.raises(CannotGoOn, match="the file has changed meanwhile"):
        replace(Path("a.yaml"), b"ours", was=b"old")
    assert names() == []


def test_of_many_who_change_the_same_text_one_does() -> None:
    Path("a.yaml").write_bytes(b"old")
    done: list[bytes] = []

    def change(content: bytes) -> None:
        try:
            replace(Path("a.yaml"), content, was=b"old")
        except CannotGoOn:
            return
        done.append(content)

    threads = [Thread(target=change, args=[b"%d" % number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1
    assert Path("a.yaml").read_bytes() == done[0]


# --- links that lead out, and what is left ---


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize(
    ("link", "to"), [("out/deep", "elsewhere"), ("out/deep/a.docx", "elsewhere/a.docx")]
)
def test_a_link_leads_no_file_out_of_its_folder(force: bool, link: str, to: str) -> None:
    Path("elsewhere").mkdir()
    Path("elsewhere/a.docx").write_bytes(b"theirs")
    Path(link).parent.mkdir(parents=True)
    Path(link).symlink_to(
        Path("elsewhere" if link == "out/deep" else "elsewhere/a.docx").absolute()
    )
    with pytest.raises(CannotGoOn, match="leads it out of the folder `out`"):
        save(Path("out/deep/a.docx"), b"new", force=force, within=Path("out"))
    assert (names("elsewhere"), Path("elsewhere/a.docx").read_bytes()) == (["a.docx"], b"theirs")


@pytest.mark.parametrize("write", WAYS)
@pytest.mark.parametrize("to", ["bashrc", "nothing"])
def test_a_link_leads_no_file_that_is_named_out_of_the_current_folder(
    write: Write, to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("home").mkdir()
    Path("home/bashrc").write_bytes(b"theirs")
    Path("checkout/sub").mkdir(parents=True)
    monkeypatch.chdir("checkout")
    Path("klub.docx").symlink_to(f"../home/{to}")
    Path("out").symlink_to("../home")
    advice = "out of the current folder; name the file or folder to which the link leads"
    for named in ("klub.docx", "sub/../klub.docx", "out/bashrc", "out/new"):
        with pytest.raises(CannotGoOn, match=advice):
            write(Path(named), b"new")
    with pytest.raises(CannotGoOn, match=advice):
        saving.replace(Path("out/new"), b"new", within=Path("out"))
    assert (names("../home"), Path("../home/bashrc").read_bytes()) == (["bashrc"], b"theirs")


def test_whoever_names_a_place_elsewhere_writes_through_his_own_links(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for folder in ("own", "elsewhere", "checkout"):
        Path(folder).mkdir()
    Path("own/klub.docx").symlink_to("../elsewhere/klub.docx")
    monkeypatch.chdir("checkout")
    replace(Path("../own/klub.docx"), b"new")
    replace(Path("../own/klub.docx").absolute(), b"newer")
    assert Path("../own/klub.docx").is_symlink()
    assert Path("../elsewhere/klub.docx").read_bytes() == b"newer"


def test_what_a_killed_run_has_left_is_cleared_by_the_next() -> None:
    Path(".passport-0123456789ab.tmp").write_bytes(b"half")
    Path(".passport-mine.tmp").write_bytes(b"of somebody")
    replace(Path("a.docx"), b"new")
    assert names() == [".passport-mine.tmp", "a.docx"]


def test_what_somebody_is_still_writing_is_left_alone() -> None:
    new, descriptor = leftovers.new_beside(Path("b.docx"), 0o600)
    replace(Path("a.docx"), b"new")
    assert names() == [new.name, "a.docx"]
    os.close(descriptor)
