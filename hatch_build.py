"""Compiles the catalogues of messages, wherever the package is built or installed.

They are made of what is written and change with it, so they are built, not committed.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogues(BuildHookInterface[Any]):
    """Compiles what is written before a wheel is packed, or installed so that it can be edited."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as hatchling calls it
        """Compile all catalogues below the root of the project."""
        compile_catalogues(Path(self.root))


def compile_catalogues(root: Path) -> None:
    """Write beside each catalogue below `root/src` what gettext reads, if it is not there yet."""
    for written in sorted(root.glob("src/*/locale/*/LC_MESSAGES/*.po")):
        made, kept = compiled(written.read_bytes()), written.with_suffix(".mo")
        if not kept.is_file() or kept.read_bytes() != made:
            kept.write_bytes(made)


def compiled(written: bytes) -> bytes:
    """Return a catalogue as gettext reads it: without words that nobody has looked at."""
    made = io.BytesIO()
    write_mo(made, read_po(io.BytesIO(written)))
    return made.getvalue()
