"""Compiled templates, kept between runs: one file shall not pay for compiling."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from passportkit.forms.model import Form
from passportkit.version import __version__
from passportkit.word.template.cache import Cache
from passportkit.word.template.compiled import Compiled

if TYPE_CHECKING:  # its module loads a parser of XML
    from passportkit.word.package.admission import Objection

_PACKAGE = Path(__file__).parents[2]
_MAKERS = ("layout", "word")
"""The rooms whose code decides what a compiled template is, and what is done with it."""


LookAgain = Callable[[Compiled], "Iterable[Objection]"]
"""Says what a template has, as it goes into documents, that is not let through."""


def nothing(_compiled: Compiled) -> Iterable[Objection]:
    """Return no objections: for templates that are not sent to anybody."""
    return ()


class Templates:
    """Compiles the templates of forms, and keeps them in `folder` unless that is None.

    Of one that was not built here, `look_again` says what is not let through of what comes of it.
    """

    def __init__(self, folder: Path | None = None, look_again: LookAgain = nothing) -> None:
        self._cache = None if folder is None else Cache(folder)
        self._look_again = look_again
        self._compiled: dict[str, Compiled] = {}

    def compiled(self, form: Form, template: bytes | None = None) -> Compiled:
        """Return the compiled template of a form: the one given, or one built from the form."""
        key = _key(form, template)
        if key not in self._compiled:
            self._compiled[key] = self._kept(key) or self._made(key, form, template)
        return self._compiled[key]

    def _kept(self, key: str) -> Compiled | None:
        content = None if self._cache is None else self._cache.read(key)
        if content is None:
            return None
        try:
            return Compiled.from_bytes(content)
        except ValueError:
            return None  # whatever is wrong with it, it can be made again

    def _made(self, key: str, form: Form, template: bytes | None) -> Compiled:
        from passportkit.word.package.admission import refuse
        from passportkit.word.template.build import build
        from passportkit.word.template.compile import compile_template

        compiled = compile_template(template if template is not None else build(form))
        if template is not None:
            refuse(self._look_again(compiled))
        if self._cache is not None:
            self._cache.keep(key, compiled.to_bytes())
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
    return f"{__version__} {changed}"
