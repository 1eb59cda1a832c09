"""Whatever a call finds of its streams, it does its work, and a code or a word says what failed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.calls import CALLS, prepare

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only Linux has a disk that is full"
)


class EndedCall(NamedTuple):
    """How a call has ended: its code, what it said of itself, and the files that there are then."""

    code: int
    output: str
    complaints: str
    files: list[str]


Results = Mapping[tuple[str, str], EndedCall]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Return what came of each call in each way."""
    folder = tmp_path_factory.mktemp("streams")
    prepare(folder)
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.streams", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PASSPORT_LANG": "en", "PASSPORT_CACHE": ""},
        capture_output=True,
        check=True,
    )
    return {(call, way): EndedCall(*rest) for call, way, *rest in json.loads(done.stdout)}


# few tests, each of all ways: those that run elsewhere would make all the calls once more


def test_it_is_never_a_bug_and_the_files_are_written(results: Results) -> None:
    for (call, way), ended in results.items():
        assert ended.code in (0, 1, 2, 141), (call, way)
        assert "Traceback" not in ended.complaints, (call, way)
        assert ended.files == results[call, "open"].files, (call, way)


def test_without_a_stream_the_code_is_that_of_the_work(results: Results) -> None:
    for (call, way), ended in results.items():
        if way.endswith("closed"):
            usual = results[call, "open"]
            assert ended.code == usual.code, (call, way)
            assert ended.output in ("", usual.output), (call, way)
            assert ended.complaints in ("", usual.complaints), (call, way)


FULL = "passport: the output cannot be written: there is no space left on the disk\n"

FAILS = {"output full": (2, FULL), "both full": (2, ""), "output broken": (141, "")}
"""The code of a call that has words for its output, and how its complaints end."""


def test_an_output_that_fails_is_told(results: Results) -> None:
    for (call, way), ended in results.items():
        if way in FAILS:
            code, why = FAILS[way]
            usual = results[call, "open"]
            assert ended.code == (code if usual.output else usual.code), (call, way)
            assert ended.complaints.endswith(why if usual.output else ""), (call, way)


def test_most_calls_write_to_their_output(results: Results) -> None:
    silent = {call for call in CALLS if not results[call, "open"].output}
    silent.discard("--show-completion")  # which has words for a shell alone
    assert silent == {"validate klub.yaml", "render -", "import -", "new --ask Клуб", "form check"}
