"""A short profile of the faults; `python -m tests.faults` tries them at length."""

from __future__ import annotations

import os
import signal

import pytest

if os.name == "nt":
    pytest.skip("what is killed here is killed as POSIX has it", allow_module_level=True)

from tests.faults import interrupted, refusing, together

SOME = ("import --into", "new")
needs_a_disk = pytest.mark.skipif(
    not refusing.can_mount(), reason="no small disk can be mounted here"
)
needs_others = pytest.mark.skipif(
    not refusing.can_do_without_rights(), reason="root cannot lay down its rights here"
)
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")


def test_a_call_that_is_killed_tears_no_file() -> None:
    assert interrupted.trials(len(interrupted.CALLS), signal.SIGKILL, seed=1)[1] == []


def test_a_call_that_is_interrupted_says_so_and_tears_no_file() -> None:
    assert interrupted.trials(len(interrupted.CALLS) // 2, signal.SIGINT, seed=1)[1] == []


@pytest.mark.parametrize("name", interrupted.CALLS)
def test_a_disk_that_takes_only_a_part_leaves_everything_as_it_was(name: str) -> None:
    assert refusing.on_a_small_disk(name, 100) == []


@needs_a_disk
@pytest.mark.parametrize("name", SOME)
def test_a_full_disk_leaves_everything_as_it_was(name: str) -> None:
    assert refusing.on_a_full_disk(name, 2**20) == []


@needs_others
@pytest.mark.parametrize("name", SOME)
def test_a_folder_for_reading_takes_nothing(name: str) -> None:
    assert refusing.in_a_folder_for_reading(name) == []


@needs_root
@needs_others
@pytest.mark.parametrize("name", SOME)
def test_a_folder_of_another_user_takes_nothing(name: str) -> None:
    assert refusing.in_a_folder_of_another(name) == []


def test_of_many_corrections_at_once_none_is_lost_without_a_word() -> None:
    assert together.into_one_practice(4)[1] == []


def test_many_calls_at_once_make_what_one_would() -> None:
    assert together.into_one_folder(4) == []
    assert together.as_one_new_file(4) == []


def test_a_reader_that_goes_away_ends_the_call_without_a_word() -> None:
    assert together.into_a_closed_pipe(["form", "show", "algorithm"]) == []
