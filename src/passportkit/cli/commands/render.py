"""`passport render`: the Word documents of practices."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.cli.exit import FINE, NO_FILES, UNREADABLE, code_of
from passportkit.cli.plan import Document, plan
from passportkit.cli.practices import Case, Practices
from passportkit.cli.press import Press
from passportkit.cli.terminal.progress import counted
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding, Severity
from passportkit.forms import bind
from passportkit.language import say, say_n
from passportkit.rules import FORGIVEN_IN_DRAFT
from passportkit.source import Source
from passportkit.workspace.files import replace, shown

MOST = 20
"""How many findings are shown; `passport validate` shows them all."""


def render(
    terminal: Terminal,
    paths: Sequence[str],
    forms: Sequence[str],
    output: str | None,
    *,
    draft: bool,
) -> int:
    """Make the documents of practices, print where they are, and return the exit code."""
    practices = Practices(paths, forms)
    cases = list(practices)
    if not cases:
        terminal.complain(say("there are no files to render: practices end in `.yaml` or `.yml`"))
        return NO_FILES
    documents = plan(cases, output)
    settings = [(source, source.findings) for source in practices.settings()]
    _show(terminal, settings + [(each.examined.source, each.examined.findings) for each in cases])
    codes = [code_of(source, findings) for source, findings in settings]
    codes += [_judge(terminal, case, draft=draft) for case in cases]
    if not draft and any(_is_unfinished(case) for case in cases):
        terminal.tell(say("with `--draft` it is made, and what is missing is marked in it"))
    sound = [each for each in documents if not _stopping(each.case, draft=draft)]
    return max([_write(terminal, sound, draft=draft), *codes])


def _show(terminal: Terminal, found: Sequence[tuple[Source, Sequence[Finding]]]) -> None:
    """Show the first findings, and how many more there are."""
    room = MOST
    for source, findings in found:
        terminal.report(source, findings[:room], terminal.err)
        room -= len(findings[:room])
    hidden = sum(len(findings) for _source, findings in found) - MOST
    if hidden > 0:
        more = say_n("and {n} more", "and {n} more", hidden)
        terminal.tell(say("{more}; `passport validate` shows them all", more=more))


def _stopping(case: Case, *, draft: bool) -> list[Finding]:
    """Return the findings for which no document is made."""
    forgiven = FORGIVEN_IN_DRAFT if draft else frozenset()
    errors = (each for each in case.examined.findings if each.severity is Severity.ERROR)
    return [each for each in errors if each.rule not in forgiven]


def _is_unfinished(case: Case) -> bool:
    """Whether a draft could be made of a practice, but no document."""
    return bool(_stopping(case, draft=False)) and not _stopping(case, draft=True)


def _judge(terminal: Terminal, case: Case, *, draft: bool) -> int:
    """Say why a practice gets no document, where it gets none; return its exit code."""
    source, name = case.examined.source, case.found.name
    if _stopping(case, draft=draft):
        terminal.complain(say("no document is made of `{path}`: it has errors", path=name))
        return code_of(source, case.examined.findings)
    if not case.forms:
        terminal.complain(
            say(
                "`{path}` does not say which form it is meant for; name one: `--form {names}`",
                path=name,
                names="|".join(case.catalogue.names()),
            )
        )
        return UNREADABLE
    return FINE


def _write(terminal: Terminal, documents: Sequence[Document], *, draft: bool) -> int:
    """Write the documents; one that cannot be written does not keep the others from it."""
    press = Press()
    written: list[str] = []
    refused: list[CannotGoOn] = []
    for document in counted(terminal, documents, say("Documents")):
        try:
            replace(document.path, _made(press, document, draft=draft))
            written.append(shown(document.path))
        except CannotGoOn as error:
            refused.append(error)
    for path in written:
        terminal.print(path)
    for each in refused:
        terminal.complain(each.message)
    return UNREADABLE if refused else FINE


def _made(press: Press, document: Document, *, draft: bool) -> bytes:
    practice = document.case.examined.practice
    assert practice is not None  # else there would be an error
    filled = bind(document.form, practice, draft=draft)
    return press.document(document.case.catalogue, document.form, filled)
