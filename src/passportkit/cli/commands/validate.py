"""`passport validate`: everything that is missing or wrong, in all files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from passportkit.cli.commands.here import standard_input, usual_place
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.practices import Practices, Wanted
from passportkit.files.paths import place_below
from passportkit.language import say
from passportkit.report.exit_codes import NO_FILES, code_of
from passportkit.report.formats import FORMATS, known_format, printer
from passportkit.report.result import CheckedFile, CheckRun, Tally, told
from passportkit.report.summary import summary
from passportkit.rules.registry import RULES
from passportkit.version import __version__
from passportkit.workspace.find import STDIN
from passportkit.workspace.workspace import Workspaces


class ValidateOptions(NamedTuple):
    """How a call wants findings counted and shown: the options of `validate`."""

    format: str | None = None
    only: Sequence[str] = ()
    without: Sequence[str] = ()
    strict: bool = False


def validate(
    terminal: Terminal, paths: Sequence[str], forms: Sequence[str], options: ValidateOptions
) -> int:
    """Check practices, show what is found as it comes, and return the exit code."""
    name = _format(terminal, options.format)
    workspaces = Workspaces()
    wanted = Wanted(forms, options.only, options.without, standard_input())
    practices = Practices(paths or [usual_place(workspaces)], wanted, workspaces)
    tally, run = Tally(), CheckRun(__version__, RULES, NO_FILES)
    files = tally.passing(_checked(practices, practices.root(os.environ), strict=options.strict))
    pieces = printer(name)(files, run, terminal.translate, terminal.width)
    terminal.show(pieces, for_programs=FORMATS[name].for_programs)
    code = tally.code(run)
    if code == NO_FILES:
        terminal.complain(say("there are no files to check: practices end in `.yaml` or `.yml`"))
    elif name != "github":  # whose log ends with it
        terminal.remark(summary(tally.practices, tally.severities))
    return code


def _format(terminal: Terminal, asked: str | None) -> str:
    if asked is None:
        if os.environ.get("GITHUB_ACTIONS") == "true":
            return "github"
        return "full" if terminal.out.isatty() else "concise"
    return known_format(asked)


def _checked(practices: Practices, root: Path, *, strict: bool) -> Iterator[CheckedFile]:
    """Yield first what is wrong around the practices, then every one of these."""
    for source in (*practices.settings(), *practices.passed_over()):
        code = code_of(source, source.findings, strict=strict)
        yield told(source, place_below(root, source.name), source.findings, code, is_practice=False)
    for case in practices:
        source, found = case.checked.source, case.checked.findings
        code = code_of(source, found, strict=strict)
        kept = source if found else replace(source, text="", data=None)  # no line of it is shown
        path = source.name if source.name == STDIN else place_below(root, source.name)
        yield told(kept, path, found, code)
