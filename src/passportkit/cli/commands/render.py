"""`passport render`: the Word documents of practices."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.cli.commands.here import cache_folder, standard_input, usual_place
from passportkit.cli.terminal.progress import counted
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.faults import fault, within_memory
from passportkit.engine.outputs import Output, outputs_of, refuse_clashes
from passportkit.engine.practices import Case, Practices, Wanted
from passportkit.errors import CannotGoOn
from passportkit.files.paths import shown
from passportkit.findings import Finding
from passportkit.language import say, say_n
from passportkit.report.exit_codes import BUG, FINE, NO_FILES, UNREADABLE, code_of
from passportkit.source import Source
from passportkit.workspace.workspace import Workspaces

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
    workspaces = Workspaces()
    wanted = Wanted(forms, stdin=standard_input(), cache=cache_folder())
    practices = Practices(paths or [usual_place(workspaces)], wanted, workspaces)
    if not practices.files:
        terminal.complain(say("there are no files to render: practices end in `.yaml` or `.yml`"))
        return NO_FILES
    refuse_clashes(practices, output)
    return _Rendering(terminal, output, practices.inputs, draft=draft).run(practices)


class _Rendering:
    """Documents that are made one after the other; what stops one does not stop the others."""

    def __init__(
        self, terminal: Terminal, output: str | None, inputs: frozenset[str], *, draft: bool
    ) -> None:
        self._terminal = terminal
        self._output, self._inputs = output, inputs
        self._draft = draft
        self._found = 0
        self._is_unfinished = self._is_alone = False

    def run(self, practices: Practices) -> int:
        """Make the documents of all practices, and return the exit code."""
        codes, self._is_alone = [FINE], len(practices.files) == 1
        try:
            for source in (*practices.settings(), *practices.passed_over()):
                self._show(source, source.findings)
                codes.append(code_of(source, source.findings))
            count, title = len(practices.files), say("Documents")
            codes += [self._make(each) for each in counted(self._terminal, practices, count, title)]
        finally:  # what was shown before an interruption was not all
            self._tell_more()
        return max(codes)

    def _make(self, case: Case) -> int:
        """Make the documents of a practice, or say why it gets none; return its exit code."""
        checked = case.checked
        self._show(checked.source, checked.findings)
        self._is_unfinished |= checked.is_unfinished
        if checked.hindrances(draft=self._draft):
            self._terminal.complain(
                say("no document is made of `{path}`: it has errors", path=case.file.name)
            )
            return code_of(checked.source, checked.findings)
        if not checked.forms:
            self._terminal.complain(
                say(
                    "`{path}` does not say which form it is meant for; name one: `--form {names}`",
                    path=case.file.name,
                    names="|".join(case.kit.catalogue.names()),
                )
            )
            return UNREADABLE
        return max([self._write(case, each) for each in outputs_of(case, self._output)])

    def _write(self, case: Case, output: Output) -> int:
        try:
            with within_memory():
                content = case.kit.render(case.checked, output.form, draft=self._draft)
                output.write(content, self._inputs)
        except CannotGoOn as error:
            self._terminal.complain(error.message)
            return UNREADABLE
        except Exception as error:  # noqa: BLE001 - a bug of ours, which is told
            why = fault(error, is_alone=self._is_alone)
            self._terminal.complain(say("`{path}`: {why}", path=case.file.name, why=why))
            return BUG
        self._terminal.print(shown(output.path))
        return FINE

    def _show(self, source: Source, findings: Sequence[Finding]) -> None:
        """Show findings as long as there are not too many."""
        room = max(0, MOST - self._found)
        self._found += len(findings)
        self._terminal.report(source, findings[:room], self._terminal.err)

    def _tell_more(self) -> None:
        """Say how many findings there are besides, and what can be done about what is missing."""
        if self._found > MOST:
            more = say_n("and {n} more", "and {n} more", self._found - MOST)
            self._terminal.tell(say("{more}; `passport validate` shows them all", more=more))
        if self._is_unfinished and not self._draft:
            self._terminal.tell(
                say("with `--draft` it is made, and what is missing is marked in it")
            )
