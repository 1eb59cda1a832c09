"""The practices that a call is about: found, read, and examined for their forms."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from passportkit.cli.place import catalogue_of
from passportkit.errors import CannotGoOn
from passportkit.findings import START, Finding, Severity
from passportkit.forms import Catalogue, Form
from passportkit.rules import Examined, examine, wanted_forms
from passportkit.rules.select import Selection, selection, wrong_settings
from passportkit.source import Source, read
from passportkit.workspace.files import load, read_bounded
from passportkit.workspace.find import FoundFile, find
from passportkit.workspace.toml import located
from passportkit.workspace.workspace import Workspace, Workspaces


class Case(NamedTuple):
    """A file that was examined, and the forms that it is meant for, which may be none."""

    found: FoundFile
    examined: Examined
    catalogue: Catalogue
    forms: tuple[Form, ...]


class Practices:
    """The practices of one call.

    `asked` are the forms that the call itself names; `only` and `without`, the rules.
    """

    def __init__(
        self,
        named: Sequence[str],
        asked: Sequence[str],
        *,
        only: Sequence[str] = (),
        without: Sequence[str] = (),
    ) -> None:
        self.workspaces = Workspaces()
        self._rules = selection({}, only, without)
        self._asked = tuple(dict.fromkeys(asked))
        self._catalogues: dict[Path | None, Catalogue] = {}
        self.found = find(named or [_usual_place(self.workspaces)], self.workspaces)
        for each in self.found:
            self._check_asked(self._workspace(each))

    def __iter__(self) -> Iterator[Case]:
        for each in self.found:
            yield self._examine(each)

    def settings(self) -> list[Source]:
        """Return the settings of the workspaces that were needed, where they have findings."""
        sources = (_settings(workspace) for workspace in self.workspaces.needed())
        return [source for source in sources if source and source.findings]

    def _examine(self, found: FoundFile) -> Case:
        workspace = self._workspace(found)
        catalogue = self._catalogue(workspace)
        source = _source(found)
        # the forms that the call asks for, else the file itself, else the workspace
        names = self._asked or wanted_forms(source) or workspace.forms
        forms, unusable = _forms(names, catalogue)
        examined = examine(source, forms, catalogue=catalogue, chosen=self._chosen(workspace))
        examined = replace(
            examined,
            source=replace(source, root=None),  # places are known by now, and a tree is large
            findings=(*unusable, *examined.findings),
        )
        return Case(found, examined, catalogue, tuple(forms))

    def _chosen(self, workspace: Workspace) -> Selection:
        return replace(self._rules, levels=workspace.rules)

    def _check_asked(self, workspace: Workspace) -> None:
        for name in self._asked:
            self._catalogue(workspace).form(name)

    def _catalogue(self, workspace: Workspace) -> Catalogue:
        if workspace.root not in self._catalogues:
            self._catalogues[workspace.root] = catalogue_of(workspace)
        return self._catalogues[workspace.root]

    def _workspace(self, found: FoundFile) -> Workspace:
        return self.workspaces.of(found.path.parent if found.path else Path.cwd())


def _settings(workspace: Workspace) -> Source | None:
    source = workspace.source
    if source is None:
        return None
    # the settings know nothing of rules, and the rules nothing of a file of settings
    wrong = (located(source.text, each) for each in wrong_settings(workspace.rules))
    found = sorted([*source.findings, *wrong], key=lambda finding: finding.place or START)
    return replace(source, findings=tuple(found))


def _forms(names: Iterable[str], catalogue: Catalogue) -> tuple[list[Form], list[Finding]]:
    known = catalogue.names()  # of what a file names wrongly, a rule speaks
    forms: list[Form] = []
    unusable: list[Finding] = []
    for name in dict.fromkeys(names):
        if name in known:
            try:
                forms.append(catalogue.form(name))
            except CannotGoOn as error:
                found = Finding("unusable-form", Severity.ERROR, error.message, place=START)
                unusable.append(found)
    return forms, unusable


def _usual_place(workspaces: Workspaces) -> str:
    return str(workspaces.of(Path.cwd()).practices or ".")


def _source(found: FoundFile) -> Source:
    content = load(found.path) if found.path else read_bounded(sys.stdin.buffer)
    if isinstance(content, Finding):
        return Source(found.name, "", None, (content,))
    return read(content, found.name)
