"""`passport import`: practices out of documents that were filled in with Word."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from passportkit.cli import unplaced
from passportkit.cli.commands.batch import work_through
from passportkit.cli.commands.new import quoted
from passportkit.cli.commands.schema import lay_schema, led_to_schema
from passportkit.cli.exit import ERRORS, FINE, NO_FILES
from passportkit.cli.papers import Brought, Choice, bring, forms_of
from passportkit.cli.place import catalogue_of, home_of, workspace_here
from passportkit.cli.targets import Destination, Target, targets
from passportkit.cli.terminal.outcome_words import Outcome, doubt, of_field
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.findings import Severity
from passportkit.language import Message, Translator, say
from passportkit.practice import Practice
from passportkit.source import parse, read
from passportkit.source.dump import dump
from passportkit.workspace.files import replace, shown
from passportkit.workspace.find import find, looks_like_document
from passportkit.workspace.workspace import Workspaces

_ENDINGS = (".yaml", ".yml")

NO_DOCUMENTS = say("there are no documents here: they end in `.docx`, `.doc`, `.odt` or `.html`")


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a call wants of its documents: their form, where to write, and whether to overwrite."""

    form: str | None = None
    output: str | None = None
    force: bool = False


def import_documents(terminal: Terminal, names: Sequence[str], wishes: ImportOptions) -> int:
    """Write a practice for each document, say what became of it, and return the exit code."""
    workspace = workspace_here(terminal)
    catalogue = catalogue_of(workspace)
    choice = forms_of(catalogue, wishes.form)
    found = find(names, Workspaces(), looks_like_document)
    if not found:
        terminal.complain(NO_DOCUMENTS)
        return NO_FILES
    place = Destination(wishes.output, home_of(workspace), _ENDINGS[0], _ENDINGS)
    planned = targets(found, place, catalogue.names())
    return work_through(
        terminal,
        planned,
        lambda target: _import(terminal, target, choice, force=wishes.force),
        say("what is left stands under `unplaced`: move it to its field, or delete it"),
    )


def _import(terminal: Terminal, target: Target, choice: Choice, *, force: bool) -> Outcome:
    name, path = target.found.name, target.path
    if path and not force and os.path.lexists(path):
        raise CannotGoOn(
            say(
                "`{path}` exists already and stays as it is; `--into {quoted}` brings into it what "
                "the document says otherwise, `--force` writes it anew",
                path=shown(path),
                quoted=quoted(path),
            )
        )
    brought = bring(target.found, choice)
    text = practice_text(brought, name, terminal.translate)
    missing = tuple(_missing(text))
    remarks = (*doubt(brought.received), *missing)
    code = ERRORS if brought.left or missing else FINE
    if path is None:
        terminal.show_data(text)
        return Outcome(name, code, None, brought, remarks)
    replace(path, led_to_schema(path, text).encode())
    lay_schema(terminal, path)
    advice = say("see what the form still asks for: `passport validate {path}`", path=quoted(path))
    return Outcome(name, code, path, brought, remarks, advice)


def practice_text(brought: Brought, name: str, translate: Translator) -> str:
    """Return the YAML of a new practice; what found no field stands under `unplaced`.

    Without a title it has an empty one, to be filled in.
    """
    facts = {**brought.facts, "forms": [brought.received.form.name]}
    if brought.left:
        facts[unplaced.KEY] = [unplaced.item(left, name, translate) for left in brought.left]
    text = dump(facts)
    return text if "title" in facts else text.replace("\n", "\ntitle:\n", 1)


def _missing(text: str) -> Iterator[Message]:
    """Yield what keeps the file from being a practice, apart from what forms ask for."""
    parsed = parse(Practice, read(text.encode(), "").data or {})
    for finding in parsed.findings:
        if finding.severity is Severity.ERROR:
            yield _NO_TITLE if finding.route == ("title",) else of_field(finding)


_NO_TITLE = say("the document does not name the practice: write its name behind `title:`")
