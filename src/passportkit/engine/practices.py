"""The practices that are named: found, read and checked, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from passportkit.engine.checking import Checked
from passportkit.engine.faults import failed, too_large
from passportkit.engine.given import several, source_of
from passportkit.engine.targets import real_places
from passportkit.engine.toolkit import Toolkit
from passportkit.errors import CannotGoOn
from passportkit.files.contents import read_bounded
from passportkit.findings import START, Finding, Severity
from passportkit.rules.file_rules import LINK_OUTSIDE
from passportkit.rules.selection import selection, wrong_settings
from passportkit.source import Source, read
from passportkit.workspace.find import LEADS_OUT, FoundFile, find
from passportkit.workspace.toml import located
from passportkit.workspace.workspace import Workspace, Workspaces


class Wanted(NamedTuple):
    """How practices are checked: the forms that are asked for, and the rules, by name.

    Without forms a file says itself what it is meant for, or its workspace does. `stdin` is what
    stands for the file `-`, `cache` the folder of compiled templates.
    """

    forms: str | Sequence[str] = ()
    only: str | Sequence[str] = ()
    without: str | Sequence[str] = ()
    stdin: BinaryIO | None = None
    cache: Path | None = None


_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""The variables by which a job says where its checkout is."""

_AS_THEY_SAY = Wanted()


class Case(NamedTuple):
    """A file that was checked, and the toolkit of its workspace."""

    file: FoundFile
    checked: Checked
    kit: Toolkit


class Practices:
    """The practices in files and folders, each checked when its turn comes; none is kept.

    Raises `CannotGoOn` where a form or a rule that is asked for does not exist.
    """

    def __init__(
        self,
        named: str | Path | Sequence[str | Path],
        wanted: Wanted = _AS_THEY_SAY,
        workspaces: Workspaces | None = None,
    ) -> None:
        self.workspaces = workspaces or Workspaces()
        self._wanted = wanted
        self._rules = selection({}, several(wanted.only), several(wanted.without))
        self._kits: dict[Path | None, Toolkit] = {}
        self.files, self._passed_over = find([*map(str, several(named))], self.workspaces)
        for each in self.files:
            self._kit(each).known(wanted.forms)

    def __iter__(self) -> Iterator[Case]:
        return map(self.case, self.files)

    def settings(self) -> list[Source]:
        """Return the settings of the workspaces that were needed, where they have findings.

        Behind those of each stand its files of facts.
        """
        sources: list[Source | None] = []
        for workspace in self.workspaces.needed():
            sources += (_settings(workspace), *self._facts(workspace))
        return [source for source in sources if source and source.findings]

    def _facts(self, workspace: Workspace) -> list[Source]:
        return self._kit_at(workspace).catalogue.facts_sources() if workspace.facts else []

    def passed_over(self) -> list[Source]:
        """Return the links that lead out of the folders that were searched, with a word on each."""
        said = Finding(LINK_OUTSIDE.name, Severity.WARNING, LEADS_OUT, place=START)
        return [Source(each.name, "", {}, (said,)) for each in self._passed_over]

    def root(self, environment: Mapping[str, str]) -> Path:
        """Return the folder from which machines count paths.

        A job shows findings beside the files of its checkout, whatever folder of it the workspace
        is.
        """
        here = Path.cwd()
        for checkout in map(environment.get, _CHECKOUTS):
            if checkout and here.is_relative_to(os.path.realpath(checkout)):
                return Path(os.path.realpath(checkout))
        return self.workspaces.of(here).root or here

    @cached_property
    def inputs(self) -> frozenset[str]:
        """Where the files really are: nothing is to be written there."""
        return real_places(self.files)

    def case(self, file: FoundFile) -> Case:
        """Read and check one of the files; one that the program fails over stops no other."""
        kit = self._kit(file)
        # what was begun has to be gone before there is memory to say anything
        return Case(file, self._checked(file, kit) or too_large(file.name), kit)

    def _checked(self, file: FoundFile, kit: Toolkit) -> Checked | None:
        """Check one of the files; there is nothing where it takes more memory than there is."""
        try:
            return kit.check(self._source(file), forms=self._wanted.forms)
        except CannotGoOn:
            raise
        except MemoryError:
            return None
        except Exception as error:  # noqa: BLE001 - a bug of ours, which is told
            return failed(file.name, error, is_alone=len(self.files) == 1)

    def _source(self, file: FoundFile) -> Source:
        if file.path:
            return source_of(file.path, file.name)
        if isinstance(self._typed, Finding):
            return Source(file.name, "", None, (self._typed,))
        return read(self._typed, file.name)

    @cached_property
    def _typed(self) -> bytes | Finding:
        """What comes from the standard input: it can be read once, and is asked for again."""
        return read_bounded(self._wanted.stdin or BytesIO())

    def _kit(self, file: FoundFile) -> Toolkit:
        return self._kit_at(self.workspaces.of(file.path.parent if file.path else Path.cwd()))

    def _kit_at(self, workspace: Workspace) -> Toolkit:
        if workspace.root not in self._kits:
            self._kits[workspace.root] = self._kit_of(workspace)
        return self._kits[workspace.root]

    def _kit_of(self, workspace: Workspace) -> Toolkit:
        rules = self._rules._replace(levels=workspace.rules)
        return Toolkit.of(workspace, rules=rules, cache=self._wanted.cache)


def _settings(workspace: Workspace) -> Source | None:
    source = workspace.source
    if source is None:
        return None
    # the settings know nothing of rules, and the rules nothing of a file of settings
    wrong = located(source.text, wrong_settings(workspace.rules))
    found = sorted([*source.findings, *wrong], key=lambda finding: finding.place or START)
    return replace(source, findings=tuple(found))
