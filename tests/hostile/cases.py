"""The cases, as the files beside this one tell them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.conftest import FORM, PRACTICE

WORKSPACE = {
    "passport.toml": 'forms = ["note"]\n',
    "forms/note/form.yaml": FORM,
    "klub.yaml": PRACTICE,
}
"""The files of a workspace in which all is well."""


@dataclass(frozen=True, slots=True)
class Case:
    """A bad input, the call that gets it, and what must come of it; README.md tells each part."""

    subject: str
    name: str
    what: str
    call: Sequence[str]
    code: int
    says: str
    workspace: bool = False
    files: Mapping[str, Any] = field(default_factory=dict)
    stdin: Any = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    makes: Sequence[str] = ()
    is_long: bool = False
    not_yet: str = ""

    @property
    def all_files(self) -> dict[str, Any]:
        """The files that are there before the call."""
        return {**(WORKSPACE if self.workspace else {}), **self.files}


def cases() -> list[Case]:
    """Return all cases, in the order of their files."""
    return [
        Case(path.stem, name, **table)
        for path in sorted(Path(__file__).parent.glob("*.toml"))
        for name, table in tomllib.loads(path.read_text("utf-8")).items()
    ]
