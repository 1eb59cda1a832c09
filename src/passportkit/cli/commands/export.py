"""`passport export`: the tables of practices, for those who calculate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from passportkit.cli.commands.here import files_named, refuse, standard_input, toolkit_here
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.exporting import export, known_kind
from passportkit.engine.faults import within_memory
from passportkit.engine.given import source_for
from passportkit.engine.outputs import FOLDER
from passportkit.engine.refusals import unsound
from passportkit.engine.targets import Destination, Target, targets
from passportkit.errors import CannotGoOn
from passportkit.files.paths import keep_existing, shown
from passportkit.files.saving import save
from passportkit.language import say
from passportkit.practice import Vocabulary
from passportkit.report.exit_codes import FINE, NO_FILES, UNREADABLE
from passportkit.workspace.find import looks_like_practice


def export_tables(
    terminal: Terminal, names: Sequence[str], kind: str, output: str | None, *, force: bool
) -> int:
    """Write a workbook for each practice, print where it is, and return the exit code."""
    suffix = f".{known_kind(kind)}"
    vocabulary = toolkit_here(terminal).catalogue.vocabulary
    found = files_named(terminal, names, looks_like_practice, _NOTHING)
    if not found:
        return NO_FILES
    planned = targets(found, Destination(output, Path(FOLDER), suffix, (suffix,)), ())
    return max([_export(terminal, target, vocabulary, force=force) for target in planned])


_NOTHING = say("there are no files to export: practices end in `.yaml` or `.yml`")


def _export(terminal: Terminal, target: Target, vocabulary: Vocabulary, *, force: bool) -> int:
    """Write the tables of one practice, or say why it gets none; return its exit code."""
    try:
        source = source_for(target.found, standard_input())
        errors = unsound(source, vocabulary) if source.is_readable else source.findings
        if errors:
            refuse(terminal, source, errors)
        with within_memory():
            content = export(source, vocabulary)
        if target.path is None:
            terminal.hand_over(content)
            return FINE
        keep_existing(target.path, force=force)
        save(target.path, content, force=force, within=target.folder)
    except CannotGoOn as error:
        terminal.complain(error.message)
        return UNREADABLE
    terminal.print(shown(target.path))
    return FINE
