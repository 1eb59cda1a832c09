"""`passport convert`: a document of one form becomes one of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from passportkit.cli.commands.batch import work_through
from passportkit.cli.commands.here import (
    cache_folder,
    documents_named,
    standard_input,
    toolkit_here,
)
from passportkit.cli.commands.import_documents import ImportOptions
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.converting import Converted, convert
from passportkit.engine.given import content_for
from passportkit.engine.importing import Choice, import_document
from passportkit.engine.outputs import FOLDER, SUFFIX
from passportkit.engine.targets import Destination, Target, targets
from passportkit.engine.toolkit import Toolkit
from passportkit.files.paths import keep_existing
from passportkit.files.saving import save
from passportkit.forms import Form
from passportkit.language import Message, say
from passportkit.report.exit_codes import ERRORS, FINE, NO_FILES
from passportkit.report.outcomes import Outcome, of_field, of_unshown
from passportkit.rules import FORGIVEN_IN_DRAFT


def convert_documents(terminal: Terminal, names: Sequence[str], options: ImportOptions) -> int:
    """Write the documents, say what became of each and what it lacks; return the exit code."""
    assert options.form is not None  # the call cannot do without
    kit = toolkit_here(terminal, cache_folder())
    form = kit.catalogue.form(options.form)
    found = documents_named(terminal, names)
    if not found:
        return NO_FILES
    place = Destination(options.output, Path(FOLDER), f".{form.name}{SUFFIX}", (SUFFIX,))
    planned = targets(found, place, kit.catalogue.names())
    converter = _Converter(terminal, kit, form, kit.choice(), force=options.force)
    on_left = say("what is left is not in the new document; `passport import` keeps it")
    return work_through(terminal, planned, converter.outcome, on_left)


@dataclass(frozen=True, slots=True)
class _Converter:
    """Makes documents of `form` of documents of any form that is to choose from."""

    terminal: Terminal
    kit: Toolkit
    form: Form
    choice: Choice
    force: bool

    def outcome(self, target: Target) -> Outcome:
        """Write the new document, with marks where the form asks for what is not there."""
        path = target.path
        if path:
            keep_existing(path, force=self.force)
        imported = import_document(*content_for(target.found, standard_input()), self.choice)
        converted = convert(imported, self.form, self.kit.catalogue, self.kit.renderer)
        if path:
            save(path, converted.content, force=self.force, within=target.folder)
        else:
            self.terminal.hand_over(converted.content)
        lacking = (*map(of_unshown, converted.unshown), *_lacking(converted))
        account = imported.account()
        is_fine = imported.is_whole and not (lacking or account.missing)
        code = FINE if is_fine else ERRORS
        return Outcome(target.found.name, code, path, imported, lacking, account=account)


def _lacking(converted: Converted) -> Iterator[Message]:
    for finding in converted.errors:
        if finding.rule in FORGIVEN_IN_DRAFT:
            yield finding.message
        else:
            yield _NO_TITLE if finding.route == ("title",) else of_field(finding)


_NO_TITLE = say("the document does not name the practice")
