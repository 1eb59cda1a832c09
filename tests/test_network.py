"""Nothing reaches for a network, and the tests themselves have none."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.calls import CALLS, prepare
from tests.offline import TRIED, OutwardError

ROOT = Path(__file__).parents[1]
NOWHERE = ("192.0.2.1", 80)  # an address that is kept for examples

ALL_CALLS = """\
import json, sys
sys.addaudithook(lambda event, _: event.startswith(("socket.", "urllib.")) and seen.append(event))
seen = []
from passportkit.__main__ import main
for call in json.loads(sys.argv[1]):
    sys.argv[1:] = call.split()
    main()
print(json.dumps(seen), file=sys.stderr)
"""


def test_no_command_has_anything_to_do_with_a_network(tmp_path: Path) -> None:
    prepare(tmp_path)
    ended = subprocess.run(
        [sys.executable, "-c", ALL_CALLS, json.dumps(CALLS)],
        cwd=tmp_path,
        env={**os.environ, "PASSPORT_CACHE": ""},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert json.loads(ended.stderr.splitlines()[-1]) == []


def test_a_test_that_reaches_for_another_machine_fails() -> None:
    with pytest.raises(OutwardError):
        socket.create_connection(NOWHERE, 1)
    with pytest.raises(OutwardError):
        socket.getaddrinfo("example.org", 80)
    with pytest.raises((OutwardError, URLError)):
        urlopen("http://example.org", timeout=1)
    with (
        pytest.raises(OutwardError),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket,
    ):
        any_socket.sendto(b"", NOWHERE)
    assert len(TRIED) == 4  # by which the test would fail, had it kept silent
    TRIED.clear()


def test_the_loopback_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), 5).close()


TRY = """\
import socket, sys
with socket.create_server(("127.0.0.1", 0)) as server:
    socket.create_connection(server.getsockname(), 5).close()
try:
    socket.create_connection(("192.0.2.1", 80), 1)
except OSError as error:
    print(error.strerror)
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux takes a network away from a process"
)
def test_what_tests_start_has_nothing_but_the_loopback() -> None:
    call = [sys.executable, "-m", "tests.without_network", "-c", TRY]
    ended = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if "the tests have a network" in ended.stderr:
        pytest.skip("the system does not let a process leave the network")
    assert (ended.returncode, ended.stdout) == (0, "Network is unreachable\n")
