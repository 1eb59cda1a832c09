"""`passport import --into`: what was corrected in Word goes back into the practice."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.cli.commands.here import (
    documents_named,
    kit_of,
    load_practice,
    refuse,
    standard_input,
)
from passportkit.cli.commands.settling import settled
from passportkit.cli.terminal.prompt import is_possible
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.account_file import AccountFile
from passportkit.engine.correcting import correct
from passportkit.engine.correction import Correction, document, practice_path
from passportkit.engine.importing import Choice, Received, receive_found
from passportkit.engine.named_fields import decided, refuse_absent
from passportkit.engine.refusals import refuse_another, refuse_doubtful, unsound
from passportkit.engine.review import Review, review_of
from passportkit.errors import CannotGoOn
from passportkit.files.paths import shown
from passportkit.files.saving import AS_NAMED, replace
from passportkit.language import say
from passportkit.report.corrections import CorrectionTold, correction
from passportkit.report.exit_codes import ERRORS, FINE, NO_FILES
from passportkit.workspace.find import FoundFile
from passportkit.workspace.workspace import Workspaces


def bring_into(
    terminal: Terminal, names: Sequence[str], wanted: Correction, *, writes_elsewhere: bool = False
) -> int:
    """Bring a document into a practice, say what has changed, and return the exit code."""
    if writes_elsewhere:
        raise CannotGoOn(say("`--into` changes the practice itself: leave out `-o` and `--force`"))
    path = practice_path(wanted)
    workspaces = Workspaces()
    file = document(documents_named(terminal, names))
    if file is None:
        return NO_FILES
    source = load_practice(terminal, path)
    kit = kit_of(workspaces.of(path.parent))
    if errors := unsound(source, kit.catalogue.vocabulary):
        refuse(terminal, source, errors)
    decisions = decided(wanted.take, wanted.fields, kit.catalogue.vocabulary)
    accounts = AccountFile(wanted.account, terminal.translate)
    received = _received(file, kit.choice(wanted.form))
    refuse_doubtful(received)
    refuse_absent(decisions, source, received)
    if not wanted.diff:
        refuse_another(received, source, decisions)
    review = review_of(received) if wanted.keeps else Review(received, ())
    corrected = correct(source, review.received, decisions)
    if corrected.is_open and not wanted.diff and is_possible(terminal):
        decisions = settled(terminal, corrected.decidable, decisions)
        corrected = correct(source, review.received, decisions)
    after = review.write(corrected.after(file.name, terminal.translate), terminal.translate)
    is_changed, kept = after.text != source.text, len(review.comments)
    account = received.account(
        corrected.not_in_fields, corrected.declined, keeps_comments=wanted.keeps
    )
    accounts.add(file.name, received.form.name, account)
    told = CorrectionTold(corrected, account, shown(path), is_changed, wanted.diff, kept)
    if told.is_changed and not wanted.diff:
        replace(path, after.content, source.content, within=AS_NAMED)
    coloured, width = terminal.out.isatty(), terminal.width
    terminal.show(correction(told, terminal.translate, width, coloured=coloured))
    accounts.write()
    return FINE if told.is_settled else ERRORS


def _received(file: FoundFile, choice: Choice) -> Received:
    try:
        return receive_found(file, standard_input(), choice)
    except CannotGoOn as error:
        if file.path is None:
            raise
        raise CannotGoOn(say("`{path}`: {why}", path=file.name, why=error.message)) from error
