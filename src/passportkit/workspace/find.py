"""Finding files: those that are named, and those of a kind in the folders that are named."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import repeat
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from passportkit.files.contents import PRACTICE, SizeLimit, load, read_bounded
from passportkit.files.paths import called, is_file, is_folder, leads_out, real_place
from passportkit.findings import Finding
from passportkit.language import say
from passportkit.workspace.naming import FORM
from passportkit.workspace.patterns import found_by, is_pattern, named_part
from passportkit.workspace.workspace import Workspaces

STDIN = "-"
_SUFFIXES = frozenset({".yaml", ".yml"})
_PAGES = frozenset({".html", ".htm"})
_DOCUMENTS = _PAGES | frozenset(
    {".docx", ".docm", ".doc", ".odt", ".rtf", ".mht", ".mhtml", ".txt", ".xlsx", ".xlsm"}
)
NO_DOCUMENTS = say(
    "there are no documents here: they end in `.docx`, `.doc`, `.odt`, `.xlsx` or `.html`"
)

_NO_PRACTICES = frozenset({"node_modules", "__pycache__"})
_PARTS_OF_A_PAGE = ("_files", ".files")

Sought = Callable[[Path], bool]
"""Whether a file in a folder is one of those that are looked for."""


LEADS_OUT = say(
    "the link leads out of the folder that is searched, and is passed over; what is behind it is "
    "read when it is named itself"
)


class FoundFile(NamedTuple):
    """A file to read; `name` is how messages call it.

    There may be very many, so that texts have to do: `location`, and how many characters of it lead
    to the folder that was searched.
    """

    location: str | None
    name: str
    above: int = 0

    @property
    def path(self) -> Path | None:
        """Where the file is; None for the standard input."""
        return None if self.location is None else Path(self.location)

    @property
    def below(self) -> PurePath:
        """Its place below the folder that was searched, or its bare name."""
        return PurePath("practice" if self.location is None else self.location[self.above :])


class FoundFiles(NamedTuple):
    """The files that are meant, and the links below folders that lead out of these."""

    files: list[FoundFile]
    passed_over: list[FoundFile]


def content_of(
    file: FoundFile, stdin: BinaryIO | None = None, limit: SizeLimit = PRACTICE
) -> bytes | Finding:
    """Return what stands in a file, or in the stream for the standard input; else why not."""
    if file.path:
        return load(file.path, limit)
    return read_bounded(stdin or BytesIO(), limit)


def looks_like_practice(path: Path) -> bool:
    """Whether a file in a folder may be a practice."""
    return path.suffix.lower() in _SUFFIXES


def looks_like_document(path: Path) -> bool:
    """Whether a file in a folder may be a filled-in form.

    What is hidden is none, nor is what Word lays beside a document that is open there (`~$`), nor
    what a browser lays beside a page that it saves.
    """
    if path.name.startswith((".", "~$")):
        return False
    suffix = path.suffix.lower()
    is_part = suffix in _PAGES and path.parent.name.endswith(_PARTS_OF_A_PAGE)
    return suffix in _DOCUMENTS and not is_part


def find(
    named: Sequence[str], workspaces: Workspaces, sought: Sought = looks_like_practice
) -> FoundFiles:
    """Return the files that `named` means, in order of their paths, each once.

    Folders are searched for what is `sought`. What is named and does not exist is returned too:
    the reader of it will say so. A link in a folder that leads out of it is passed over: whoever
    sends a folder could show the lines of any file by it.
    """
    found: dict[str, FoundFile] = {}
    passed_over: dict[str, FoundFile] = {}
    for name in _expanded(named):
        for each, real, is_outside in _meant(*name, workspaces, sought):
            (passed_over if is_outside else found).setdefault(real, each)
    return FoundFiles(_in_order(found.values()), _in_order(passed_over.values()))


def _in_order(found: Iterable[FoundFile]) -> list[FoundFile]:
    return sorted(found, key=lambda each: each.name.replace("/", "\0"))


def _expanded(named: Iterable[str]) -> Iterator[tuple[str, Path | None]]:
    """Expand `*` where the shell has not (that of Windows never does).

    What a pattern finds nobody has named, but the folder before it: this stands beside it.
    """
    for name in named:
        found = found_by(name) if is_pattern(name) else []
        if found:
            yield from zip(found, repeat(named_part(name)))
        else:
            yield name, None


def _meant(
    name: str, searched: Path | None, workspaces: Workspaces, sought: Sought
) -> Iterator[tuple[FoundFile, str, bool]]:
    """Yield the files that a name means, where links lead them, and whether that is out of it.

    One that was found in a folder that was `searched` shall not lead out of that.
    """
    if name == STDIN:
        yield FoundFile(None, STDIN), STDIN, False
        return
    path = Path(name)
    is_outside = searched is not None and leads_out(path, searched)
    if is_outside or not is_folder(path):
        yield _found(path, path.name), real_place(path), is_outside
        return
    search = _Search(path, workspaces, sought)
    for file in search.files():
        yield _found(file.path, str(file.path.relative_to(path))), file.real, search.leads_out(file)


def _found(path: Path, below: str) -> FoundFile:
    location, name = str(path), called(path)
    return FoundFile(location, location if name == location else name, len(location) - len(below))


class _Met(NamedTuple):
    """What was met in a folder, and where links lead it.

    That follows from where they lead the folder: to ask the system for each takes a time with the
    cube of the depth.
    """

    path: Path
    real: str

    def below(self, entry: Path) -> _Met:
        """Return what was met in this folder."""
        is_plain = sys.platform != "win32" and not entry.is_symlink()  # Windows has other links
        return _Met(entry, os.path.join(self.real, entry.name) if is_plain else real_place(entry))  # noqa: PTH118 - texts

    def is_within(self, real: str) -> bool:
        """Whether it is a folder, or lies in it."""
        return self.real == real or self.real.startswith(os.path.join(real, ""))  # noqa: PTH118 - texts


class _Search:
    """A walk through a folder. Links are followed, but never in a circle, and never out of it."""

    def __init__(self, root: Path, workspaces: Workspaces, sought: Sought) -> None:
        self._root = _Met(root, real_place(root))
        self._workspaces = workspaces
        self._sought = sought
        self._waiting = deque([self._root])
        self._real = cache(real_place)

    def files(self) -> Iterator[_Met]:
        """Yield the files in the folder and below it, and the links that lead out."""
        seen: set[str] = set()
        while self._waiting:
            folder = self._waiting.popleft()
            if folder.real not in seen:
                seen.add(folder.real)
                yield from self._in(folder)

    def _in(self, folder: _Met) -> Iterator[_Met]:
        workspace = self._workspaces.of(folder.path)
        forms = self._real(workspace.own_forms) if workspace.own_forms else None
        facts = set(map(self._real, workspace.facts))
        try:
            entries = sorted(folder.path.iterdir())
        except OSError:
            yield folder  # whoever reads it will say why it cannot be read
            return
        for entry in entries:
            if not is_folder(entry):
                is_form = entry.name == FORM and forms is not None and folder.is_within(forms)
                if self._sought(entry) and _can_be_read(entry) and not is_form:
                    met = folder.below(entry)
                    yield from () if met.real in facts else (met,)
            elif not _is_passed_over(met := folder.below(entry), forms):
                if self.leads_out(met):
                    yield met
                else:
                    self._waiting.append(met)

    def leads_out(self, met: _Met) -> bool:
        """Whether what was met is a link out of the folder."""
        return not met.is_within(self._root.real)


def _can_be_read(path: Path) -> bool:
    # to read from a pipe would wait for ever; a link to nothing is worth a word
    return is_file(path) or (path.is_symlink() and not os.path.exists(path))  # noqa: PTH110 - as above


def _is_passed_over(folder: _Met, forms: str | None) -> bool:
    name = folder.path.name
    return name.startswith(".") or name in _NO_PRACTICES or folder.real == forms
