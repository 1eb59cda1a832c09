"""What opens documents of strangers has what it needs, and ends with all that it has started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from passportkit.documents import confinement
from passportkit.documents.confinement import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what runs where")


@pytest.fixture(params=["walls", "no walls"])
def walls(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Return whether there are walls; without them all else holds too."""
    if request.param == "no walls":
        monkeypatch.setattr(confinement, "_walls", lambda: ())
    elif not confinement._walls():
        pytest.skip("this system lets a user have no namespaces")
    return str(request.param) == "walls"


def said(script: str, folder: Path) -> str:
    """Return what a script writes into `said`."""
    assert run(["sh", "-c", f"({script}) > said"], folder, 20)
    return (folder / "said").read_text(encoding="utf-8")


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return holds()


def is_running(sign: str) -> bool:
    """Return whether a process has these words in its command."""
    found = False
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found |= sign.encode() in path.read_bytes()
        except OSError:
            continue
    return found


@pytest.mark.usefixtures("walls")
def test_secrets_of_the_environment_are_not_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY", "PASSPORT_CACHE", "LD_PRELOAD_OF_OURS"):
        monkeypatch.setenv(name, "secret-1")
    seen = said("env", tmp_path)
    assert "secret-1" not in seen
    assert f"HOME={tmp_path}\n" in seen
    assert f"TMPDIR={tmp_path}\n" in seen
    assert f"PATH={os.environ['PATH']}\n" in seen


@linux
def test_there_is_no_network(tmp_path: Path, walls: bool) -> None:
    interfaces = said("cat /proc/net/dev", tmp_path)
    up = said("cat /proc/net/route", tmp_path).count("\n") > 1
    if walls:
        assert [line.split(":")[0].strip() for line in interfaces.splitlines()[2:]] == ["lo"]
        assert not up


@pytest.mark.usefixtures("walls")
def test_memory_time_and_files_are_bounded(tmp_path: Path) -> None:
    bounds = said("ulimit -c; ulimit -t; ulimit -f; ulimit -d", tmp_path).split()
    blocks, memory = confinement.WRITTEN // 512, confinement.MEMORY // 1024
    assert bounds == ["0", "21", str(blocks), str(memory)]


@linux
@pytest.mark.usefixtures("walls")
@pytest.mark.parametrize("leaving", ["", "setsid ", "setsid nohup "])
@pytest.mark.parametrize("ending", ["wait", "exit 0"])
def test_all_that_was_started_is_ended(tmp_path: Path, leaving: str, ending: str) -> None:
    number = f"{os.getpid()}.{time.monotonic_ns() % 10**9}"
    script = f"{leaving}sleep 98{number} & sleep 0.2; touch begun; {ending}"
    assert run(["sh", "-c", script], tmp_path, 1) == (ending == "exit 0")
    assert (tmp_path / "begun").exists()
    assert within(5, lambda: not is_running(f"98{number}"))


KILLED = """
import sys
from pathlib import Path
from passportkit.documents import confinement
folder, script, walls = sys.argv[1:]
if walls == "False":
    confinement._walls = lambda: ()
confinement.run(["sh", "-c", script], Path(folder), 60)
"""


@linux
def test_it_ends_with_us_when_we_are_killed_or_with_the_next_run(
    tmp_path: Path, walls: bool
) -> None:
    sign = f"97{os.getpid()}"
    script = f"setsid sleep {sign} & touch begun; wait"
    ours = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path), script, str(walls)])
    assert within(20, (tmp_path / "begun").exists)
    ours.send_signal(signal.SIGKILL)
    ours.wait()
    if not walls:
        assert is_running(sign)
        confinement.end_users(tmp_path)
    assert within(5, lambda: not is_running(sign))


def test_what_the_system_does_not_allow_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for program, script in {"setpriv": "exit 1", "unshare": "exit 1"}.items():
        path = tmp_path / program
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(confinement, "_walls", confinement._walls.__wrapped__)
    assert confinement._walls() == ()
    assert said("echo done", tmp_path) == "done\n"


def test_what_hangs_when_it_is_tried_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "setpriv"
    path.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(confinement, "_PATIENCE", 0.1)
    assert confinement._walls.__wrapped__() == ()
