"""`passport convert`: a document of one form becomes one of another."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from passportkit.cli.commands.batch import work_through
from passportkit.cli.commands.importing import NO_DOCUMENTS, ImportOptions, practice_text
from passportkit.cli.exit import ERRORS, FINE, NO_FILES
from passportkit.cli.papers import Choice, bring, forms_of
from passportkit.cli.place import catalogue_of, workspace_here
from passportkit.cli.plan import FOLDER, SUFFIX
from passportkit.cli.press import Press
from passportkit.cli.targets import Destination, Target, targets
from passportkit.cli.terminal.outcome_words import Outcome, of_field
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.forms import Catalogue, Form, bind
from passportkit.language import Message, say
from passportkit.practice import Practice
from passportkit.rules import FORGIVEN_IN_DRAFT, examine
from passportkit.source import Source, parse, read
from passportkit.workspace.files import replace, shown
from passportkit.workspace.find import find, looks_like_document
from passportkit.workspace.workspace import Workspaces


def convert(terminal: Terminal, names: Sequence[str], wishes: ImportOptions) -> int:
    """Write the documents, say what became of each and what it lacks; return the exit code."""
    assert wishes.form is not None  # the call cannot do without
    catalogue = catalogue_of(workspace_here(terminal))
    form = catalogue.form(wishes.form)
    found = find(names, Workspaces(), looks_like_document)
    if not found:
        terminal.complain(NO_DOCUMENTS)
        return NO_FILES
    place = Destination(wishes.output, Path(FOLDER), f".{form.name}{SUFFIX}", (SUFFIX,))
    planned = targets(found, place, catalogue.names())
    known = forms_of(catalogue, None)
    converter = _Converter(catalogue, known, form, Press(), terminal, force=wishes.force)
    on_left = say("what is left is not in the new document; `passport import` keeps it")
    return work_through(terminal, planned, converter.convert, on_left)


@dataclass(frozen=True, slots=True)
class _Converter:
    """Makes documents of `form` of documents of any of the `known` forms."""

    catalogue: Catalogue
    known: Choice
    form: Form
    press: Press
    terminal: Terminal
    force: bool

    def convert(self, target: Target) -> Outcome:
        """Write the new document, with marks where the form asks for what is not there."""
        name, path = target.found.name, target.path
        if path and not self.force and os.path.lexists(path):
            raise CannotGoOn(
                say(
                    "`{path}` exists already and stays as it is; `--force` writes it anew",
                    path=shown(path),
                )
            )
        brought = bring(target.found, self.known)
        source = read(practice_text(brought, name, self.terminal.translate).encode(), name)
        filled = bind(self.form, _practice(source), draft=True)
        content = self.press.document(self.catalogue, self.form, filled)
        if path:
            replace(path, content)
        else:
            self.terminal.hand_over(content)
        lacking = tuple(self._lacking(source))
        code = ERRORS if brought.left or lacking else FINE
        return Outcome(name, code, path, brought, lacking)

    def _lacking(self, source: Source) -> Iterator[Message]:
        for finding in examine(source, [self.form], catalogue=self.catalogue).errors:
            if finding.rule in FORGIVEN_IN_DRAFT:
                yield finding.message
            else:
                yield _NO_TITLE if finding.route == ("title",) else of_field(finding)


_NO_TITLE = say("the document does not name the practice")


def _practice(source: Source) -> Practice:
    """Return the practice in a file; one without a title gets none, and its place stays empty."""
    data = source.data or {}
    parsed = parse(Practice, data).value or parse(Practice, {**data, "title": "-"}).value
    assert parsed is not None
    return parsed if data.get("title") else parsed.model_copy(update={"title": ""})
