"""A call as a whole: how it ends, what it loads, and that no words make it fail."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from passportkit.cli import main
from passportkit.report.formats import FORMATS
from tests.calls import CALLS, prepare
from tests.conftest import FORM, PRACTICE, Passport, Stream, Write

HEAVY = {"docx", "lxml", "pydantic", "rich"}

Process = subprocess.Popen[bytes]

LOADED = """
import sys
from passportkit.cli import main
main(sys.argv[1:])
print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


def process(
    *arguments: str,
    code: str = "",
    cwd: Path,
    stdout: Any = subprocess.PIPE,
    stderr: Any = subprocess.PIPE,
    **environment: Any,
) -> Process:
    program = ["-c", code] if code else ["-m", "passportkit"]
    own = {name: str(value) for name, value in environment.items()}
    return subprocess.Popen(
        [sys.executable, *program, *arguments],
        cwd=cwd,
        env={**os.environ, "PASSPORT_CACHE": "", "PASSPORT_LANG": "ru", **own},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
    )


@pytest.mark.parametrize(
    ("call", "allowed"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["form", "show", "--help"], set()),
        (["validate", "--lang", "ru", "--help"], set()),
        (["validate", "a.yaml"], {"pydantic"}),
        (["form", "list"], {"pydantic"}),
        (["new", "Клуб"], {"pydantic"}),
    ],
)
def test_a_command_loads_no_more_than_it_needs(
    write: Write, tmp_path: Path, call: list[str], allowed: set[str]
) -> None:
    write("a.yaml", PRACTICE)
    _out, err = process(*call, code=LOADED, cwd=tmp_path).communicate()
    assert HEAVY & set(err.decode().split()) <= allowed


def test_completion_is_quick_and_knows_the_forms(write: Write, tmp_path: Path) -> None:
    code = LOADED.replace("main(sys.argv[1:])", "\ntry: main([])\nexcept SystemExit: pass")
    asked: dict[str, Any] = {
        "_PASSPORT_COMPLETE": "complete_bash",
        "COMP_WORDS": "passport va",
        "COMP_CWORD": 1,
    }
    out, err = process(code=code, cwd=tmp_path, **asked).communicate()
    assert out.decode().split() == ["validate"]
    assert not HEAVY & set(err.decode().split())
    write("forms/algebra/form.yaml", FORM)
    write("passport.toml", "")
    asked |= {"COMP_WORDS": "passport render --form alg", "COMP_CWORD": 3}
    out, _err = process(cwd=tmp_path, **asked).communicate()
    assert out.decode().split() == ["algebra", "algorithm"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_reader_who_goes_away_is_no_bug(workspace: Write, tmp_path: Path, name: str) -> None:
    workspace("a.yaml", "passport: 1\n" + "".join(f"x{i}: y\n" for i in range(2000)))
    with process("validate", "--format", name, cwd=tmp_path) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("call", [["validate", "нет.yaml"], ["schema"], ["--help"]])
def test_a_full_disk_is_no_bug(tmp_path: Path, call: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = process(*call, cwd=tmp_path, stdout=full)
    assert ended.communicate()[1].decode() == (
        "passport: вывод не удалось записать: на диске нет места\n"
    )
    assert ended.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("call", [["validate", "нет.yaml"], ["schema"], ["render", "--ofrm"]])
def test_where_nothing_can_be_written_at_all_the_code_says_so(
    tmp_path: Path, call: list[str]
) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = process(*call, cwd=tmp_path, stdout=full, stderr=full)
        assert ended.wait() == 2


def test_a_reader_of_complaints_who_goes_away_is_no_bug(tmp_path: Path) -> None:
    with process("render", "--ofrm", cwd=tmp_path, stdout=subprocess.DEVNULL) as running:
        assert running.stderr is not None
        running.stderr.close()
    assert running.returncode == 141


def test_a_disk_that_fails_at_the_very_end_is_no_bug(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Failing(Stream):
        has_words = False

        def write(self, words: str) -> int:
            self.has_words = True
            return super().write(words)

        def flush(self) -> None:
            if self.has_words:
                self.has_words = False
                raise OSError(errno.EIO, "Input/output error")

        def fileno(self) -> int:
            return 2**20

    monkeypatch.setattr("os.dup2", lambda _new, _old: None)
    monkeypatch.setattr("sys.stdout", Failing())
    monkeypatch.setattr("sys.stderr", complaints := Stream())
    assert main(["rules", "--lang", "ru"]) == 2
    assert complaints.text() == "passport: вывод не удалось записать: диск сообщает об ошибке\n"


def test_where_nobody_can_be_told_the_exit_code_still_says_it(tmp_path: Path) -> None:
    for call in ("nosuch >&2", "--help > /dev/full", "schema > /dev/full"):
        command = f"'{sys.executable}' -m passportkit {call} 2> /dev/full"
        assert subprocess.run(["sh", "-c", command], cwd=tmp_path, check=False).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="a shell of Windows cannot open an input so")
def test_an_input_that_cannot_be_read_is_not_called_output(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m passportkit --lang en validate - 0> x"
    ended = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert ended.returncode == 2
    assert b"error unreadable-file" in ended.stdout


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "ascii", "latin-1"])
def test_no_words_are_too_much_for_a_narrow_encoding(
    passport: Passport, workspace: Write, encoding: str
) -> None:
    workspace("Клуб 👍 «№ 5».yaml", "passport: 1\ntitle: 漢字\nпривет: 1\n")
    for terminal in (False, True):
        ended = passport("validate", encoding=encoding, terminal=terminal)
        assert ended.code == 1
        assert "unknown-field" in ended.out


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
def test_what_is_a_file_is_in_utf_8_whatever_the_encoding_of_the_console(
    passport: Passport, encoding: str
) -> None:
    for call in (["schema"], ["new", "«Клуб» – 漢字", "-o", "-"]):
        assert passport(*call, encoding=encoding).out == passport(*call).out


@pytest.mark.parametrize("encoding", ["cp866", "cp1251"])
def test_every_command_prints_on_a_console_of_russian_windows(
    passport: Passport, tmp_path: Path, encoding: str
) -> None:
    prepare(tmp_path)
    for call in CALLS:
        if not call.endswith(" -"):  # which is no text
            ended = passport(*call.split(), encoding=encoding)
            assert ended.code in (0, 1, 2), call
            assert "Traceback" not in ended.err, call
    page = passport("form", "show", "algorithm", encoding="cp866").out
    assert '"' in page
    assert "«" not in page


def test_where_no_locale_is_set_words_are_written_in_utf_8(tmp_path: Path) -> None:
    bare: dict[str, Any] = {"LC_ALL": "C", "PYTHONUTF8": 0, "PYTHONCOERCECLOCALE": 0}
    out, _err = process("validate", "нет.yaml", cwd=tmp_path, **bare).communicate()
    assert "ошибка unreadable-file: такого файла или папки нет" in out.decode()


def test_a_name_that_is_no_text_is_a_message(passport: Passport) -> None:
    ended = passport("validate", os.fsdecode(b"\xd0\xff.yaml"))
    assert ended.code == 2
    assert "такого файла или папки нет" in ended.out


def test_names_do_not_steer_the_terminal(passport: Passport) -> None:
    ended = passport("validate", "--form", "\x1b[31mx\n", "\x1b]0;x\x07.yaml", terminal=True)
    assert "\x1b" not in ended.out + ended.err


def test_a_folder_that_is_gone_is_a_message(passport: Passport, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    os.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    ended = passport("validate")
    assert (ended.code, ended.err) == (2, "passport: текущей папки больше нет\n")


@pytest.mark.skipif(os.name == "nt", reason="a shell of Windows cannot close a stream")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_bug(write: Write, tmp_path: Path, closed: str) -> None:
    write("a.yaml", PRACTICE)
    call = f"'{sys.executable}' -m passportkit validate - a.yaml {closed}"
    ended = subprocess.run(
        ["sh", "-c", call], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (2, b"")  # nothing came in


def test_an_interruption_is_told_in_a_word(
    passport: Passport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("passportkit.engine.practices.find", _raise(KeyboardInterrupt))
    ended = passport("validate")
    assert (ended.code, ended.err) == (130, "passport: работа прервана\n")


def test_so_is_one_that_something_else_was_made_of(
    passport: Passport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Python does where a class is in the middle of being made."""

    def made_of_it(*_given: object) -> None:
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    monkeypatch.setattr("passportkit.engine.practices.find", made_of_it)
    ended = passport("validate")
    assert (ended.code, ended.err) == (130, "passport: работа прервана\n")


TOLD_TO_END = """
import os, signal, sys
from passportkit import __main__, cli

signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background ignores it

def call():
    try:
        os.kill(os.getpid(), getattr(signal, sys.argv[1]))
    finally:
        print("cleared away", flush=True)

cli.main = call
sys.exit(__main__.main())
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without telling it")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_call_that_is_told_to_end_clears_away(tmp_path: Path, name: str) -> None:
    with process(name, code=TOLD_TO_END, cwd=tmp_path) as running:
        assert running.communicate() == (b"cleared away\n", b"")
    assert running.returncode == 130


def test_a_bug_is_seen_and_asks_to_be_reported(
    passport: Passport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("passportkit.engine.practices.find", _raise(RuntimeError("внутри")))
    ended = passport("validate")
    assert ended.code == 70
    assert "RuntimeError: внутри\n" in ended.err
    assert ended.err.splitlines()[-1].startswith("passport: это ошибка самой программы")


def _raise(error: BaseException | type[BaseException]) -> object:
    def call(*_arguments: object) -> None:
        raise error

    return call


def test_completion_is_set_up_in_the_language_of_the_call(
    passport: Passport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    ended = passport("--install-completion")
    assert (ended.code, ended.out) == (0, "автодополнение установлено; откройте терминал заново\n")
    assert "complete -o default" in passport("--show-completion").out
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("nonesuch", "/bin/nonesuch"))
    for option in ("--install-completion", "--show-completion"):
        ended = passport(option)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.startswith("passport: здесь автодополнение настроить не удалось")
