"""Compiled templates, kept between runs: one file shall not pay for compiling."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

from passportkit.forms.model import Form
from passportkit.version import __version__
from passportkit.word.template.compiled import Compiled

_PACKAGE = Path(__file__).parents[2]
_MAKERS = ("layout", "word")
"""The rooms whose code decides what a compiled template is, and what is done with it."""


class Templates:
    """Compiles the templates of forms, and keeps them in `folder` unless that is None."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._compiled: dict[str, Compiled] = {}

    def compiled(self, form: Form, template: bytes | None = None) -> Compiled:
        """Return the compiled template of a form: the one given, or one built from the form."""
        key = _key(form, template)
        if key not in self._compiled:
            self._compiled[key] = self._kept(key) or self._made(key, form, template)
        return self._compiled[key]

    def _kept(self, key: str) -> Compiled | None:
        if self._folder is None:
            return None
        path = self._folder / key
        try:
            if not _is_ours(path):
                return None
            return Compiled.from_bytes(path.read_bytes())
        except (OSError, ValueError):
            return None  # whatever is wrong with it, it can be made again

    def _made(self, key: str, form: Form, template: bytes | None) -> Compiled:
        from passportkit.word.template.build import build
        from passportkit.word.template.compile import compile_template

        compiled = compile_template(template if template is not None else build(form))
        if self._folder is not None:
            _keep(self._folder / key, compiled.to_bytes())
        return compiled


def _key(form: Form, template: bytes | None) -> str:
    """Name a compiled template by all that it depends on."""
    content = form.digest.encode() if template is None else template
    digest = hashlib.sha256(_programs().encode() + b"\0" + content).hexdigest()
    return f"{form.name}-{digest[:32]}.template"


@cache
def _programs() -> str:
    """Name what compiles and what runs: also a checkout that has changed since yesterday."""
    sources = (path for room in _MAKERS for path in (_PACKAGE / room).rglob("*.py"))
    changed = max((path.stat().st_mtime_ns for path in sources), default=0)
    return f"{__version__} {changed} {version('jinja2')} {sys.implementation.cache_tag}"


def _is_ours(path: Path) -> bool:
    """Whether nobody else can have written the file: it holds code that will be run."""
    if os.name != "posix":
        return True
    return path.stat().st_uid == os.getuid() == path.parent.stat().st_uid


def _keep(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = tempfile.NamedTemporaryFile(dir=path.parent, delete=False)  # noqa: SIM115 - below
    except OSError:
        return  # without a place to keep it, it is made again next time
    try:
        with file:
            file.write(content)
        os.replace(file.name, path)  # noqa: PTH105 - says atomic
    except OSError:
        Path(file.name).unlink(missing_ok=True)
