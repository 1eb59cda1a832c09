"""Everything that can be done with practices and documents, for the forms of one workspace.

What a task needs is imported when it is done: to check a text takes nothing of Word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from passportkit.engine.checking import Checked, check
from passportkit.engine.given import Given, document_of, readable_source_of, several, source_of
from passportkit.engine.limits import LIMITS, Limits
from passportkit.errors import CannotGoOn
from passportkit.forms import Catalogue, Form, bind, blank
from passportkit.language import say, translator
from passportkit.rules import wanted_forms
from passportkit.rules.selection import ALL, Selection
from passportkit.source import Source
from passportkit.workspace.workspace import Workspace, Workspaces

if TYPE_CHECKING:
    from passportkit.engine.converting import Converted
    from passportkit.engine.correcting import Corrected
    from passportkit.engine.importing import Choice, Imported
    from passportkit.engine.rendering import Renderer
    from passportkit.merge.outcome import Side


class Toolkit:
    """The forms that there are, the rules that count, and what can be done with them.

    `forms` are those that practices are meant for, unless they say it themselves. In the folder
    `cache`, templates that are ready wait for the next process. A document may take what `limits`
    allow. Raises `CannotGoOn` for a form that does not exist.
    """

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        *,
        forms: str | Sequence[str] = (),
        rules: Selection = ALL,
        cache: str | Path | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        self.catalogue = catalogue or Catalogue()
        self.forms = several(forms)
        for name in self.forms:
            self.catalogue.path(name)
        self.rules = rules
        self.cache = None if cache is None else Path(cache)
        self.limits = limits

    def __getstate__(self) -> dict[str, Any]:
        """Return what goes to another process: templates are made ready there."""
        return {name: each for name, each in vars(self).items() if name != "renderer"}

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        *,
        rules: Selection = ALL,
        cache: Path | None = None,
        limits: Limits = LIMITS,
    ) -> Toolkit:
        """Return the toolkit with the forms of a workspace.

        One that its settings name and that does not exist has a finding there.
        """
        own = workspace.own_forms
        catalogue = Catalogue([own] if own else [], facts=workspace.facts, root=workspace.root)
        forms = [name for name in workspace.forms if name in catalogue.names()]
        return cls(catalogue, forms=forms, rules=rules, cache=cache, limits=limits)

    @classmethod
    def at(cls, folder: str | Path) -> Toolkit:
        """Return the toolkit of the workspace that a folder belongs to, with its settings.

        Raises `CannotGoOn` where these cannot be read.
        """
        workspace = Workspaces().of(Path(folder))
        if (settings := workspace.source) and not settings.is_readable:
            first = settings.findings[0]
            why = first if settings.is_shown else first.without_words()
            raise CannotGoOn(say("{place}: {what}", place=settings.name, what=why.message))
        return cls.of(workspace, rules=Selection(workspace.rules))

    def known(self, names: str | Sequence[str]) -> list[Form]:
        """Return the forms of these names; raise `CannotGoOn` where there is none, or it is bad."""
        return [self.catalogue.form(name) for name in dict.fromkeys(several(names))]

    # --- practices ---

    def check(
        self, practice: Given | Source, *, name: str = "", forms: str | Sequence[str] = ()
    ) -> Checked:
        """Return what is wrong with a practice.

        It is checked for `forms`, else for those that it names, else for those of the toolkit.
        `name` is what messages call it. Raises `CannotGoOn` for a form that does not exist.
        """
        asked = several(forms)
        self.known(asked)
        source = source_of(practice, name)
        names = asked or wanted_forms(source) or self.forms
        return check(source, names, self.catalogue, self.rules)

    def new(self, title: str, forms: str | Sequence[str], *, language: str = "ru") -> str:
        """Return the YAML of a new practice with the questions of forms, hints in a language."""
        from passportkit.forms.scaffold import scaffold

        return scaffold(title, self.known(forms), translator(language))

    def copy(
        self, practice: Given, title: str, forms: str | Sequence[str] = (), *, language: str = "ru"
    ) -> str:
        """Return the YAML of a new practice with the facts and comments of another one.

        Raises `CannotGoOn` where that cannot be read.
        """
        from passportkit.forms.copying import offshoot
        from passportkit.source.proof import applied

        source = readable_source_of(practice)
        names = several(forms) or wanted_forms(source) or self.forms
        edit = offshoot(source, title, self.known(names), translator(language))
        return applied(source, edit).text

    # --- documents ---

    def render(self, checked: Checked, form: str | Form, *, draft: bool = False) -> bytes:
        """Return the DOCX of a practice in a form; in a draft, what is missing is marked.

        A practice that was not checked for this form is now. Raises `CannotGoOn` where it has
        errors, for a draft others than missing sections.
        """
        form = form if isinstance(form, Form) else self.catalogue.form(form)
        checked = self._checked_for(form, checked)
        if checked.practice is None or checked.hindrances(draft=draft):
            raise CannotGoOn(
                say("no document is made of `{path}`: it has errors", path=checked.source.name)
                if checked.source.name
                else say("no document is made: the practice has errors")
            )
        filled = bind(form, checked.practice, draft=draft)
        return self.renderer.document(form, filled, of=checked.source.name)

    def _checked_for(self, form: Form, checked: Checked) -> Checked:
        source = checked.source
        if form in checked.forms or not source.is_readable:
            return checked
        return self.check(source.content, name=source.name, forms=[form.name])

    def blank(self, form: str) -> bytes:
        """Return the DOCX of an empty form with hints."""
        wanted = self.catalogue.form(form)
        return self.renderer.document(wanted, blank(wanted))

    @cached_property
    def renderer(self) -> Renderer:
        """What makes documents of filled forms."""
        from passportkit.engine.rendering import Renderer

        return Renderer(self.catalogue, self.cache)

    # --- and back ---

    def choice(self, form: str | None = None) -> Choice:
        """Return the forms that a document may be filled in on, and the one that is asked for."""
        from passportkit.engine.importing import forms_of

        return forms_of(self.catalogue, form)._replace(limits=self.limits)

    def import_document(
        self, document: Given, *, name: str = "", form: str | None = None
    ) -> Imported:
        """Return a document as a practice, with the words that have found no field.

        Which form it is, the document says, unless `form` does. Raises `CannotGoOn` where it cannot
        be read, or is of no form.
        """
        from passportkit.engine.importing import import_document

        content, called = document_of(document, name)
        return import_document(content, called, self.choice(form))

    def correct(
        self,
        practice: Given,
        document: Given,
        *,
        form: str | None = None,
        take: Side | None = None,
        fields: Mapping[str, Side] = {},
    ) -> Corrected:
        """Return a practice with what a document that was made of it says otherwise.

        What has changed on both sides stays, and so does a field of which the document has nothing
        left, unless `take` says whose words hold: "ours", those of the practice, or "theirs", those
        of the document. `fields` says so of single ones: `{"results[2].value": "theirs"}`. Raises
        `CannotGoOn` where either cannot be read, where there is no such field, where the practice
        has something that could be lost, and, unless `take` or the title is "theirs", where the
        document is of another practice; `ValueError` for any other side.
        """
        from passportkit.engine.correcting import correct
        from passportkit.engine.importing import receive
        from passportkit.engine.named_fields import decided, refuse_absent
        from passportkit.engine.refusals import refuse_another, refuse_doubtful, unsound

        for side in (take, *fields.values()):
            if side not in (None, "ours", "theirs"):
                raise ValueError(f"the side is {side!r}, neither 'ours' nor 'theirs'")
        decisions = decided(take, fields, self.catalogue.vocabulary)
        source = readable_source_of(practice)
        if errors := unsound(source, self.catalogue.vocabulary):
            raise CannotGoOn(errors[0].message)
        content, called = document_of(document, "")
        received = receive(content, called, self.choice(form))
        refuse_doubtful(received)
        refuse_absent(decisions, source, received)
        refuse_another(received, source, decisions)
        return correct(source, received, decisions)

    def convert(self, document: Given, form: str, *, name: str = "") -> Converted:
        """Return a document of another form, made of a document of any of the forms."""
        from passportkit.engine.converting import convert

        content, called = document_of(document, name)
        imported = self.import_document(content, name=called)
        return convert(imported, self.catalogue.form(form), self.catalogue, self.renderer)
