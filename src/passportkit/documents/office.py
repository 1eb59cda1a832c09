"""Documents of other kinds turned into DOCX by LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from passportkit.documents.kinds import DocumentKind, identify, refusal
from passportkit.errors import CannotGoOn
from passportkit.language import say

_KINDS = {DocumentKind.DOC, DocumentKind.DOCX, DocumentKind.ODT, DocumentKind.RTF}

_LIMIT = 120
"""Seconds that one document may take; a long one takes three, the first start of all ten."""

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

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="passport-", ignore_cleanup_errors=True)
        user = self._profile / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._folder.cleanup()

    def to_docx(self, content: bytes, suffix: str) -> bytes:
        """Return a document as DOCX; `suffix` is the ending of its name, such as `.doc`.

        Raises `CannotGoOn` if the bytes are no such document, or if LibreOffice is not installed
        or cannot make anything of them.
        """
        found = identify(content)
        if found.kind not in _KINDS:  # LibreOffice makes a document of anything
            raise CannotGoOn(refusal(found, f"document{suffix}"))
        program = find_program()
        if program is None:
            raise CannotGoOn(
                say(
                    "a {suffix} file is read through LibreOffice, which is not found; install it, "
                    "or open the file in Word and save it as a Word document (.docx)",
                    suffix=suffix,
                )
            )
        with tempfile.TemporaryDirectory(dir=self._folder.name, ignore_cleanup_errors=True) as work:
            source = Path(work, f"document{suffix}")
            result = Path(work, "made", "document.docx")
            source.write_bytes(content)
            self._run([program, *self._options, "--outdir", str(result.parent), str(source)])
            if not result.is_file():
                raise CannotGoOn(
                    say(
                        "LibreOffice cannot open the file: it is damaged or protected with a "
                        "password; open it in Word and save it as a Word document (.docx)"
                    )
                )
            return result.read_bytes()

    @property
    def _profile(self) -> Path:
        return Path(self._folder.name, "profile")

    @property
    def _options(self) -> list[str]:
        return [
            f"-env:UserInstallation={self._profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck"),
            *("--convert-to", "docx:MS Word 2007 XML"),
        ]

    def _run(self, command: list[str]) -> None:
        nowhere = subprocess.DEVNULL
        process = subprocess.Popen(  # noqa: S603 - the program that is installed, no shell
            command,
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,  # what it starts itself shall end with it
        )
        try:
            process.wait(_LIMIT)
        except subprocess.TimeoutExpired:
            raise CannotGoOn(
                say(
                    "LibreOffice has not opened the file in {n} seconds; open it in Word and save "
                    "it as a Word document (.docx)",
                    n=_LIMIT,
                )
            ) from None
        finally:
            _end(process)


def to_docx(content: bytes, suffix: str) -> bytes:
    """Return one document as DOCX, as `Office.to_docx` does."""
    with Office() as office:
        return office.to_docx(content, suffix)


def find_program() -> str | None:
    """Return the path of LibreOffice, or None where it is not installed."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    places = (os.path.expandvars(place) for place in _PLACES)
    return next((place for place in places if Path(place).is_file()), None)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, and what it has started."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
