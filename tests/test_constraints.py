"""What is installed is what was tested: `constraints.txt` knows all that `pyproject.toml` names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINNED = dict(line.split("==") for line in LINES)


def requirements() -> Iterator[Requirement]:
    """Yield what runs, tests, measures and builds the project."""
    with (ROOT / "pyproject.toml").open("rb") as stream:
        settings = tomllib.load(stream)
    project = settings["project"]
    named = [project["dependencies"], *project["optional-dependencies"].values()]
    for group in [*named, settings["build-system"]["requires"]]:
        yield from map(Requirement, group)


def test_a_line_is_a_name_and_a_version_and_nothing_else():
    assert [line for line in LINES if not re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+", line)] == []


def test_a_name_stands_once_in_order():
    assert sorted(PINNED) == [line.partition("==")[0] for line in LINES]


@pytest.mark.parametrize("requirement", [*requirements()], ids=str)
def test_what_is_required_is_pinned_within_its_bounds(requirement):
    pinned = PINNED[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(Version(pinned))


def test_what_resolves_versions_is_pinned_too():
    assert "uv" in PINNED
