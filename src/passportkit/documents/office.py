"""Documents of other kinds turned into DOCX by LibreOffice, where it is installed."""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from passportkit.documents.confinement import run
from passportkit.documents.kinds import DocumentKind, identify, refusal
from passportkit.documents.scratch import scratch_folder
from passportkit.errors import CannotGoOn
from passportkit.language import Message, say
from passportkit.programs import find_program

_KINDS = {DocumentKind.DOC, DocumentKind.DOCX, DocumentKind.ODT, DocumentKind.RTF}

_LARGEST = 64 * 2**20
"""How many bytes what comes of a document may have, which is read whole."""

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"%ProgramFiles%\LibreOffice\program\soffice.com",
    r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
)
"""Where the installers of macOS and Windows put it, which the search path does not know."""

_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""A document from a stranger runs nothing, and fetches nothing from anywhere."""


class Office:
    """LibreOffice with a profile of its own, made once for many documents and gone at the end.

    Converts one document at a time; several of these can work side by side.
    """

    def __init__(self, seconds: float) -> None:
        """Take how many seconds each document may take."""
        self._seconds = seconds
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Raise `CannotGoOn` if there is no place for temporary files."""
        try:
            self._folder = self._open.enter_context(scratch_folder())
            user = self._profile / "user"
            user.mkdir(parents=True)
            (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        except OSError:
            self._open.close()
            raise CannotGoOn(_NO_PLACE) from None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def to_docx(self, content: bytes, suffix: str) -> bytes:
        """Return a document as DOCX; `suffix` is the ending of its name, such as `.doc`.

        Raises `CannotGoOn` if the bytes are no such document, or if LibreOffice is not installed
        or cannot make anything of them.
        """
        found = identify(content)
        if found.kind not in _KINDS:  # LibreOffice makes a document of anything
            raise CannotGoOn(refusal(found, f"document{suffix}"))
        program = find_office()
        if program is None:
            raise CannotGoOn(
                say(
                    "a {suffix} file is read through LibreOffice, which is not found; install it, "
                    "or open the file in Word and save it as a Word document (.docx)",
                    suffix=suffix,
                )
            )
        try:
            return self._converted(program, content, suffix)
        except OSError:
            raise CannotGoOn(_NO_PLACE) from None

    def _converted(self, program: str, content: bytes, suffix: str) -> bytes:
        with tempfile.TemporaryDirectory(dir=self._folder, ignore_cleanup_errors=True) as work:
            source = Path(work, f"document{suffix}")
            result = Path(work, "made", "document.docx")
            source.write_bytes(content)
            command = [program, *self._options, "--outdir", str(result.parent), str(source)]
            if not run(command, self._folder, self._seconds):
                raise CannotGoOn(_too_slow(self._seconds))
            if not result.is_file() or result.stat().st_size > _LARGEST:
                raise CannotGoOn(_NOT_OPENED)
            return result.read_bytes()

    @property
    def _profile(self) -> Path:
        return self._folder / "profile"

    @property
    def _options(self) -> list[str]:
        return [
            f"-env:UserInstallation={self._profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck"),
            *("--convert-to", "docx:MS Word 2007 XML"),
        ]


_NOT_OPENED = say(
    "LibreOffice cannot open the file: it is damaged, too large or protected with a password; "
    "open it in Word and save it as a Word document (.docx)"
)
_NO_PLACE = say(
    "a copy for LibreOffice cannot be written: there is no room for temporary files, or no "
    "permission; make room, or name another folder in the environment variable {name}",
    name="TMPDIR" if os.name == "posix" else "TEMP",
)


def _too_slow(seconds: float) -> Message:
    return say(
        "LibreOffice has not opened the file in {n} seconds; open it in Word and save it as a Word "
        "document (.docx)",
        n=seconds,
    )


def to_docx(content: bytes, suffix: str, seconds: float) -> bytes:
    """Return one document as DOCX, as `Office.to_docx` does."""
    with Office(seconds) as office:
        return office.to_docx(content, suffix)


def find_office() -> str | None:
    """Return the path of LibreOffice, or None where it is not installed."""
    for name in _NAMES:
        if found := find_program(name):
            return found
    places = (os.path.expandvars(place) for place in _PLACES)
    # what the system does not expand would be a name in the current folder
    return next((str(each) for each in map(Path, places) if _is_installed(each)), None)


def _is_installed(place: Path) -> bool:
    return place.is_absolute() and place.is_file()
