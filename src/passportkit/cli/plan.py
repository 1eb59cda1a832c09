"""Which documents a call will write, and where: settled before the first of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from passportkit.cli.practices import Case
from passportkit.cli.targets import as_file_systems_see_it
from passportkit.errors import CannotGoOn
from passportkit.forms import Form
from passportkit.language import say
from passportkit.workspace.files import shown

FOLDER = "out"
SUFFIX = ".docx"


@dataclass(frozen=True, slots=True)
class Document:
    """A practice as one form, and the file that it goes to."""

    case: Case
    form: Form
    path: Path


def plan(cases: Sequence[Case], output: str | None) -> list[Document]:
    """Return the documents in order; raise `CannotGoOn` where two would be the same file."""
    if output is not None and output.lower().endswith(SUFFIX):
        return _alone(cases, Path(output))
    documents = list(_below(cases, Path(output or FOLDER)))
    taken: dict[str, Document] = {}
    for document in documents:
        earlier = taken.setdefault(as_file_systems_see_it(document.path), document)
        if earlier is not document:
            raise CannotGoOn(
                say(
                    "`{one}` and `{other}` would both become `{path}`; rename one of them, or "
                    "render them into different folders with `-o`",
                    one=earlier.case.found.name,
                    other=document.case.found.name,
                    path=shown(document.path),
                )
            )
    return documents


def _below(cases: Sequence[Case], folder: Path) -> Iterator[Document]:
    for case in cases:
        below = case.found.below
        for form in case.forms:
            name = f"{below.stem}.{form.name}{SUFFIX}"
            yield Document(case, form, folder / below.with_name(name))


def _alone(cases: Sequence[Case], path: Path) -> list[Document]:
    documents = [Document(case, form, path) for case in cases for form in case.forms]
    if len(cases) > 1 or len(documents) > 1:
        raise CannotGoOn(
            say(
                "`-o {path}` is one document, but {count} would be made; name a folder after "
                "`-o`, or one practice and one form",
                path=shown(path),
                count=len(documents),
            )
        )
    return documents
