"""`passport validate`: everything that is missing or wrong, in all files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from passportkit import __version__
from passportkit.cli.exit import NO_FILES, code_of
from passportkit.cli.practices import Practices
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.report.formats import FORMATS, printer
from passportkit.report.result import About, Checked, Report
from passportkit.report.summary import summary
from passportkit.rules.registry import RULES
from passportkit.rules.rule import Rule
from passportkit.workspace.find import STDIN


class ValidateOptions(NamedTuple):
    """How a call wants findings counted and shown: the options of `validate`."""

    format: str | None = None
    only: Sequence[str] = ()
    without: Sequence[str] = ()
    strict: bool = False


def validate(
    terminal: Terminal, paths: Sequence[str], forms: Sequence[str], wishes: ValidateOptions
) -> int:
    """Check practices, show what is found, and return the exit code."""
    name = _format(terminal, wishes.format)
    practices = Practices(paths, forms, only=wishes.only, without=wishes.without)
    report = _report(practices, strict=wishes.strict)
    shown = printer(name)(report, terminal.translate, terminal.width)
    if FORMATS[name].for_programs:
        assert isinstance(shown, str)
        terminal.show_data(shown)
    else:
        terminal.show(shown)
    if report.code == NO_FILES:
        terminal.complain(say("there are no files to check: practices end in `.yaml` or `.yml`"))
    elif name != "github":  # whose log ends with it
        terminal.remark(summary(report.practices, report.severities))
    return report.code


def _format(terminal: Terminal, asked: str | None) -> str:
    if asked is None:
        if os.environ.get("GITHUB_ACTIONS") == "true":
            return "github"
        return "full" if terminal.out.isatty() else "concise"
    if asked in FORMATS:
        return asked
    message = say("there is no format “{name}”", name=asked)
    if close := get_close_matches(asked.lower(), FORMATS, 1, 0.5):
        advice = say("did you mean “{name}”?", name=close[0])
    else:
        advice = say("the formats are: {names}", names=", ".join(FORMATS))
    raise CannotGoOn(say("{what}; {advice}", what=message, advice=advice))


def _report(practices: Practices, *, strict: bool) -> Report:
    root = _root(practices)
    files = tuple(_checked(practices, root, strict=strict))
    code = max((file.code for file in files), default=NO_FILES) if practices.found else NO_FILES
    return Report(files, code, __version__, tuple(map(_about, RULES)))


def _about(rule: Rule) -> About:
    names = (each.name for each in fields(About))
    return About(**{name: getattr(rule, name) for name in names})


def _checked(practices: Practices, root: Path, *, strict: bool) -> Iterator[Checked]:
    """Yield first the settings with something wrong in them, then every practice."""
    for source in practices.settings():
        code = code_of(source, source.findings, strict=strict)
        yield Checked(source, _below(root, source.name), source.findings, code, is_practice=False)
    for case in practices:
        source, found = case.examined.source, case.examined.findings
        code = code_of(source, found, strict=strict)
        kept = source if found else replace(source, text="", data=None)  # no line of it is shown
        yield Checked(kept, _below(root, source.name), found, code)


def _root(practices: Practices) -> Path:
    """Return the folder from which machines count paths.

    A job shows findings beside the files of its checkout, whatever folder of it the workspace is.
    """
    here = Path.cwd()
    checkouts = (os.environ.get(name) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"))
    for checkout in checkouts:
        if checkout and here.is_relative_to(os.path.realpath(checkout)):
            return Path(os.path.realpath(checkout))
    return practices.workspaces.of(here).root or here


def _below(root: Path, name: str) -> str:
    if name == STDIN:
        return name
    try:
        return Path(os.path.relpath(name, root)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(name).absolute().as_posix()
