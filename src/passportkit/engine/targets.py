"""Which files come of the documents of a call: settled before the first of them is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path, PurePath
from typing import NamedTuple

from passportkit.errors import CannotGoOn
from passportkit.files.paths import is_folder, real_place, shown
from passportkit.language import say
from passportkit.workspace.find import STDIN, FoundFile
from passportkit.workspace.naming import portable


class Target(NamedTuple):
    """A document, and the file that shall come of it; None: the standard output.

    `folder` is that in which it has to be, whatever links there are; None: the call names the file.
    """

    found: FoundFile
    path: Path | None
    folder: Path | None = None


class Destination(NamedTuple):
    """Where files go, and what they are called behind the name of their document.

    `endings` are those of a file that is named itself with `-o`. Unless the call names a folder,
    all stays within `root`: the current one may come from a stranger, with links in it.
    """

    output: str | None
    folder: Path
    suffix: str
    endings: tuple[str, ...]
    root: Path = Path()

    @property
    def is_one_file(self) -> bool:
        """Whether the call names one file, and no folder."""
        if self.output is None or is_folder(Path(self.output)):
            return False
        return self.output == STDIN or self.output.lower().endswith(self.endings)


def targets(found: Sequence[FoundFile], place: Destination, forms: Iterable[str]) -> list[Target]:
    """Return the files in the order of their documents.

    A document that this program has made is called after its form (`club.algorithm.docx`); the
    file is not, unless another one has that name. If that does not help, it gets a number. Raises
    `CannotGoOn` where one file is named for several documents, and where one would be written over
    a document of the call, which may not have been read by then.
    """
    planned = [_alone(found, place)] if place.is_one_file else _in_folder(found, place, forms)
    inputs = real_places(found)
    for each in planned:
        if each.path:
            refuse_input(each.path, inputs)
    return planned


def _in_folder(
    found: Sequence[FoundFile], place: Destination, forms: Iterable[str]
) -> list[Target]:
    folder = place.folder if place.output is None else Path(place.output)
    root = place.root if place.output is None else folder
    known, taken, planned = tuple(forms), set[str](), list[Target]()
    for each in found:
        names = _names(each.below.stem, known)
        paths = (folder / each.below.with_name(portable(f"{name}{place.suffix}")) for name in names)
        path = next(path for path in paths if as_file_systems_see_it(path) not in taken)
        taken.add(as_file_systems_see_it(path))
        planned.append(Target(each, path, root))
    return planned


def real_places(found: Iterable[FoundFile]) -> frozenset[str]:
    """Return where files really are, as file systems see it."""
    return frozenset(_seen(each.location) for each in found if each.location)


def refuse_input(path: Path, inputs: frozenset[str]) -> None:
    """Raise `CannotGoOn` where a file that is to be written is one of those that are read."""
    if _seen(path) in inputs:
        raise CannotGoOn(
            say(
                "`{path}` is one of those that are read, and would be written over; name another "
                "file or folder after `-o`",
                path=shown(path),
            )
        )


def _seen(path: str | Path) -> str:
    return as_file_systems_see_it(PurePath(real_place(path)))


def _alone(found: Sequence[FoundFile], place: Destination) -> Target:
    assert place.output is not None
    if len(found) > 1:
        raise CannotGoOn(
            say(
                "`-o {path}` is one file, but {count} would be written; name a folder after `-o`",
                path=place.output,
                count=len(found),
            )
        )
    return Target(found[0], None if place.output == STDIN else Path(place.output))


def _names(stem: str, forms: Sequence[str]) -> Iterator[str]:
    before, _, form = stem.rpartition(".")
    if before and form in forms:
        yield before
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def as_file_systems_see_it(path: PurePath) -> str:
    """Return the same for names that some system takes for one: capitals, composed letters."""
    return unicodedata.normalize("NFC", path.as_posix()).casefold()
