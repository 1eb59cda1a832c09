"""What tests of the whole program share: a call in the same process, in an empty folder."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings

from passportkit.cli import main
from tests.offline import TRIED, forbid_network

settings.register_profile("long", max_examples=1_000, deadline=None)


forbid_network()


@pytest.fixture(autouse=True)
def nothing_leads_outward() -> Iterator[None]:
    """Fail a test that has reached for another machine, whoever has caught what stopped it."""
    yield
    tried, TRIED[:] = TRIED[:], []
    assert tried == []


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Call a file by what it is there for: its bytes may tell the time, and an id may not."""
    return argname if isinstance(val, bytes) else None


def examples(few: int) -> int:
    """Return how many examples a law is tried on: `few`, or a thousand in the long profile."""
    return 1_000 if is_long() else few


def is_long() -> bool:
    """Return whether laws are tried at length, and so each time on other examples."""
    return settings.get_current_profile_name() == "long"


@dataclass(frozen=True)
class Ended:
    """How a call has ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class Stream(io.TextIOWrapper):
    """A stream in memory that may pass for a terminal."""

    def __init__(self, content: bytes = b"", *, terminal: bool = False, encoding: str = "utf-8"):
        super().__init__(io.BytesIO(content), encoding=encoding, newline="\n")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        content: bytes = self.buffer.getvalue()  # type: ignore[attr-defined]
        return content.decode(self.encoding)


Passport = Callable[..., Ended]


@pytest.fixture
def passport(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Passport:
    """Return `passport(*arguments, stdin=, terminal=, encoding=, **environment)`.

    It is called in an empty folder, in Russian, without colours and without a cache.
    """
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):  # the tests' own job
        monkeypatch.delenv(name, raising=False)
    usual = {"PASSPORT_LANG": "ru", "PASSPORT_CACHE": "", "COLUMNS": "80", "NO_COLOR": "1"}
    for name, value in {**usual, "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)

    def call(
        *arguments: str,
        stdin: bytes = b"",
        terminal: bool = False,
        encoding: str = "utf-8",
        **environment: str | None,
    ) -> Ended:
        out, err = (Stream(terminal=terminal, encoding=encoding) for _ in range(2))
        with monkeypatch.context() as during:
            for name, value in environment.items():
                if value is None:
                    during.delenv(name, raising=False)
                else:
                    during.setenv(name, value)
            during.setattr("sys.stdin", Stream(stdin))
            during.setattr("sys.stdout", out)
            during.setattr("sys.stderr", err)
            code = main(arguments)
        return Ended(code, out.text(), err.text())

    return call


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return `write(path, text)`: a file below the folder of the test."""

    def put(path: str, text: str | bytes) -> Path:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
        return file

    return put


FORM = dedent("""\
    form: note
    version: 1
    source: придумана для проверки
    title: Записка
    sections:
      - {number: 1, heading: Наименование, show: title}
      - {number: 2, heading: Суть практики, note: Коротко, show: summary}
    """)

PRACTICE = dedent("""\
    passport: 1
    title: Клуб соседей
    summary: Соседи встречаются по средам.
    """)


@pytest.fixture
def workspace(write: Write) -> Write:
    """Make the folder a workspace with a small form, `note`, that its practices are meant for."""
    write("passport.toml", 'forms = ["note"]\n')
    write("forms/note/form.yaml", FORM)
    return write
