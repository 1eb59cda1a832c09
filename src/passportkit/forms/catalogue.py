"""The forms that there are: the official ones, and those of a workspace."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from passportkit.errors import CannotGoOn
from passportkit.facts.form_words import NAME
from passportkit.files.contents import SizeLimit, load
from passportkit.files.paths import called, is_link, is_there, leads_astray, leads_out, shown
from passportkit.findings import Finding, Severity
from passportkit.forms.loading import load_form
from passportkit.forms.model import Form
from passportkit.language import LazyMessage, Message, mark, say
from passportkit.practice import BUILT_IN, Vocabulary
from passportkit.source import Source, read
from passportkit.suggestion import suggest

_PACKAGE = Path(__file__).parents[1]

_FORM = SizeLimit(5 * 2**20, say("a form is a description of some pages"))
_TEMPLATE = SizeLimit(50 * 2**20, say("take the pictures out of the template"))
"""How many bytes these files may have; the official forms have about ten thousand."""

_NEAR = 0.5
"""How much of two names has to be the same for one to be meant by the other."""

_NAME = re.compile(NAME)


def is_name(name: str) -> bool:
    """Return whether a form can be called so; a folder may be called by anything."""
    return _NAME.fullmatch(name) is not None


def builtin_folder() -> Path:
    """Return the folder of the official forms: in a wheel, or in the checkout beside `src`."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


class Catalogue:
    """Forms by name. A folder has a form in each of its folders that has a `form.yaml`.

    A form of a folder given earlier stands before one of the same name given later; the
    official ones come last. What they show are names of `vocabulary`; without one, of the built-in
    one with what the files of `facts` and the forms declare. Where a `root` is given, folders and
    files were not named by the caller: of one outside of it no word is shown that is not part of a
    sound one.
    """

    def __init__(
        self,
        folders: Iterable[Path] = (),
        vocabulary: Vocabulary | None = None,
        *,
        facts: Iterable[Path] = (),
        root: Path | None = None,
    ) -> None:
        self._vocabulary = vocabulary
        self._root = root
        self._folders = tuple(folders)
        self._facts_files = tuple(facts)
        self._forms: dict[str, Form] = {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What practices may say, and forms may show."""
        if self._vocabulary is not None:
            return self._vocabulary
        sources = [*self._facts, *self._declaring()]
        if not sources:
            return BUILT_IN
        from passportkit.facts.vocabularies import vocabulary_of  # few declare anything

        return vocabulary_of(sources)

    @cached_property
    def _facts(self) -> Sequence[Source]:
        """The files of facts as they were read."""
        return [self._facts_of(path) for path in self._facts_files]

    def _facts_of(self, path: Path) -> Source:
        content = load(path, _FORM)
        if isinstance(content, Finding):
            return Source(called(path), "", None, (content,))
        source = read(content, called(path))
        return source if self._may_show(path) else replace(source, is_shown=False)

    def facts_sources(self) -> list[Source]:
        """Return the files of facts, each with what is wrong with it."""
        from passportkit.facts.declared import checked

        return [checked(source, self.vocabulary) for source in self._facts]

    def _declaring(self) -> Iterator[Source]:
        """Yield the own forms that declare facts; one that cannot be read is told where it is used.

        Most forms declare none, and are not even parsed.
        """
        for name in self.own_names():
            with suppress(CannotGoOn):
                if b"facts" in self.content(name):
                    yield self.source(name)

    @cached_property
    def _paths(self) -> dict[str, Path]:
        paths: dict[str, Path] = {}
        for folder in (*self._folders, builtin_folder()):
            for path in _forms_in(folder):
                paths.setdefault(path.parent.name, path)
        return paths

    def names(self) -> list[str]:
        """Return the names of all forms, in order."""
        return [name for name in self.folders() if is_name(name)]

    def own_names(self) -> list[str]:
        """Return the names of the forms that are not official ones, in order."""
        ours = builtin_folder()
        return [name for name in self.names() if self._paths[name].parents[1] != ours]

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple(self.names())

    def folders(self) -> list[str]:
        """Return the names of all folders with a form, in order, also those no form can have."""
        return sorted(self._paths)

    def form(self, name: str) -> Form:
        """Return the form `name`; raise `CannotGoOn` if there is none, or it is not sound."""
        if name not in self._forms:
            self._forms[name] = self._load(name)
        return self._forms[name]

    def template(self, name: str) -> bytes | None:
        """Return the Word template that lies beside the form, or None."""
        path = self.path(name).with_name("template.docx")
        return _content(name, path, _TEMPLATE) if is_there(path) else None

    def suggest(self, name: str) -> LazyMessage:
        """Return the question whether the form with the nearest name was meant, or all names."""
        return suggest(name, self._known, mark("the forms are: {names}"), likeness=_NEAR)

    def path(self, name: str) -> Path:
        """Return the `form.yaml` of the form `name`; raise `CannotGoOn` if there is none."""
        if name in self._paths:
            return self._paths[name]
        raise CannotGoOn(say("{what}; {advice}", what=no_form(name), advice=self.suggest(name)))

    def content(self, name: str) -> bytes:
        """Return what stands in the `form.yaml` of the form; raise as `form` does."""
        return _content(name, self.path(name), _FORM)

    def source(self, name: str) -> Source:
        """Return the `form.yaml` of the form as it was read; raise as `form` does."""
        path = self.path(name)
        source = read(self.content(name), called(path))
        return source if self._may_show(path) else replace(source, is_shown=False)

    def _may_show(self, path: Path) -> bool:
        if self._root is None or builtin_folder() in path.parents:
            return True
        return not (leads_out(path, self._root) or leads_astray(path))

    def _load(self, name: str) -> Form:
        path, source = self.path(name), self.source(name)
        loaded = load_form(source, self.vocabulary)
        if loaded.value is not None:
            return _named(name, loaded.value)
        first = next(f for f in loaded.findings if f.severity is Severity.ERROR)
        first = first if source.is_shown else first.without_words()
        raise CannotGoOn(
            say(
                "the form “{name}” cannot be used: {path}:{line}:{column}: {message}",
                name=name,
                path=shown(path),
                line=first.place.line if first.place else 1,
                column=first.place.column if first.place else 1,
                message=first.message,
            )
        )


def no_form(name: str) -> Message:
    """Return that no form has this name."""
    return say("there is no form “{name}”", name=name)


def _content(name: str, path: Path, limit: SizeLimit) -> bytes:
    """Return what a file of a form holds; raise `CannotGoOn` where it is not to be read."""
    _refuse_link(name, path)
    content = load(path, limit)
    if isinstance(content, Finding):
        raise _unusable(name, say("`{path}`: {why}", path=shown(path), why=content.message))
    return content


def _refuse_link(name: str, path: Path) -> None:
    """Raise where links stand in the way to a file of a form: they could show any other file."""
    folder = path.parents[1]
    if folder == builtin_folder():  # installers may lay links to ours
        return
    if is_link(path):
        why = say("`{path}` is a link; lay the file itself there", path=shown(path))
        raise _unusable(name, why)
    if leads_out(path, folder):
        why = say("`{path}` is a link that leads out of its folder", path=shown(path))
        raise _unusable(name, why)


def _forms_in(folder: Path) -> list[Path]:
    """Return the forms in a folder; of one that no system knows there are none."""
    try:
        return sorted(folder.glob("*/form.yaml"))
    except (OSError, ValueError):
        return []


def _unusable(name: str, why: Message) -> CannotGoOn:
    return CannotGoOn(say("the form “{name}” cannot be used: {why}", name=name, why=why))


def _named(name: str, form: Form) -> Form:
    if form.name != name:
        raise CannotGoOn(misnaming(name, form))
    return form


def misnaming(name: str, form: Form) -> Message:
    """Return that the form in the folder `name` is called otherwise."""
    return say("the form in the folder “{name}” calls itself “{form}”", name=name, form=form.name)
