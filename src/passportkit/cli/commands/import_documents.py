"""`passport import`: practices out of documents that were filled in with Word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from passportkit.cli.commands.batch import work_through
from passportkit.cli.commands.here import (
    documents_named,
    home_of,
    kit_of,
    standard_input,
    workspace_here,
)
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.account_file import AccountFile
from passportkit.engine.importing import Choice, Imported, import_found
from passportkit.engine.review import with_comments
from passportkit.engine.schema_file import write_practice
from passportkit.engine.targets import Destination, Target, targets
from passportkit.errors import CannotGoOn
from passportkit.files.paths import is_in_the_way, quoted, shown
from passportkit.language import Message, say
from passportkit.report.exit_codes import ERRORS, FINE, NO_FILES
from passportkit.report.outcomes import Outcome, doubt, of_field

_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a call wants of its documents: their form, where to write, and whether to overwrite.

    `keeps`: comments of reviewers are written down too. `account` names the file for the account.
    """

    form: str | None = None
    output: str | None = None
    force: bool = False
    keeps: bool = False
    account: str | None = None


def import_documents(terminal: Terminal, names: Sequence[str], options: ImportOptions) -> int:
    """Write a practice for each document, say what became of it, and return the exit code."""
    workspace = workspace_here(terminal)
    kit = kit_of(workspace)
    choice = kit.choice(options.form)
    found = documents_named(terminal, names)
    if not found:
        return NO_FILES
    home = home_of(workspace)
    place = Destination(options.output, home, _ENDINGS[0], _ENDINGS, home)
    planned = targets(found, place, kit.catalogue.names())
    accounts = AccountFile(options.account, terminal.translate)
    code = work_through(
        terminal,
        planned,
        lambda target: _import(terminal, target, choice, options, accounts),
        say("what is left stands under `unplaced`: move it to its field, or delete it"),
    )
    accounts.write()
    return code


def _import(
    terminal: Terminal,
    target: Target,
    choice: Choice,
    options: ImportOptions,
    accounts: AccountFile,
) -> Outcome:
    name, path = target.found.name, target.path
    if path and is_in_the_way(path, force=options.force):
        raise CannotGoOn(
            say(
                "`{path}` exists already and stays as it is; `--into {quoted}` brings into it what "
                "the document says otherwise, `--force` writes it anew",
                path=shown(path),
                quoted=quoted(path),
            )
        )
    imported = import_found(target.found, standard_input(), choice)
    account = imported.account(keeps_comments=options.keeps)
    accounts.add(name, imported.received.form.name, account)
    text = imported.text(name, terminal.translate)
    if options.keeps:
        imported, text = with_comments(imported, text, terminal.translate)
    missing = tuple(_missing(imported))
    remarks = (*doubt(imported.received), *missing)
    is_fine = imported.is_whole and not (missing or account.missing)
    code = FINE if is_fine else ERRORS
    if path is None:
        terminal.show([text], for_programs=True)
        return Outcome(name, code, None, imported, remarks, account=account)
    write_practice(path, text, terminal.translate, force=options.force, within=target.folder)
    advice = say("see what the form still asks for: `passport validate {path}`", path=quoted(path))
    return Outcome(name, code, path, imported, remarks, advice, account)


def _missing(imported: Imported) -> Iterator[Message]:
    for finding in imported.flaws():
        yield _NO_TITLE if finding.route == ("title",) else of_field(finding)


_NO_TITLE = say("the document does not name the practice: write its name behind `title:`")
