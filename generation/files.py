"""All files that are made, or of which a part is, by their paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from generation.fields import facts, records
from generation.formats import formats
from generation.forms import forms, forms_with_sources
from generation.regions import with_regions
from passportkit import __version__
from passportkit.engine.schema_file import file_name, schema_text
from passportkit.forms import Catalogue
from passportkit.forms.schemas import SCHEMAS
from passportkit.language import LANGUAGES, translator
from passportkit.report.rule_pages import manual
from passportkit.rules.registry import RULES

ROOT = Path(__file__).parents[1]

_SCHEMA_LANGUAGE = "ru"
_VERSION = re.compile(r"\bv\d+\.\d+\.\d+\b")

Make = Callable[[str], str]
"""Makes a file of what it says now: of its regions, and of the words around them."""


def _schema(name: str, _now: str) -> str:
    return schema_text(name, translator(_SCHEMA_LANGUAGE), Catalogue())


def _rules(language: str, _now: str) -> str:
    return manual(RULES, translator(language)) + "\n"


def _readme(language: str, now: str) -> str:
    return with_regions(now, "forms", partial(forms, language))


def _forms(language: str, now: str) -> str:
    return with_regions(now, "forms", partial(forms_with_sources, language))


def _practice(language: str, now: str) -> str:
    tables = facts(now, language)
    page = with_regions(now, "facts", lambda: next(tables))
    return with_regions(page, "records", partial(records, language))


def _commands(language: str, now: str) -> str:
    return with_regions(now, "formats", partial(formats, language))


def _ci(language: str, now: str) -> str:
    return _VERSION.sub(f"v{__version__}", _commands(language, now))


_PAGES: Mapping[str, Callable[[str, str], str]] = {
    "README.md": _readme,
    "docs/ci.md": _ci,
    "docs/commands.md": _commands,
    "docs/forms.md": _forms,
    "docs/practice.md": _practice,
    "docs/rules.md": _rules,
}
"""How each page is made in a language, by the path of the English one."""


def in_language(page: str, language: str) -> str:
    """Return the path of a page in a language, by that of the English one."""
    if language == "en":
        return page
    return page.replace("docs/", f"docs/{language}/").replace("README", f"README.{language}")


MADE: Mapping[str, Make] = {
    **{f"schemas/{file_name(name)}": partial(_schema, name) for name in SCHEMAS},
    **{
        in_language(page, language): partial(make, language)
        for page, make in _PAGES.items()
        for language in LANGUAGES
    },
}
"""How each file is made, by its path below the root; the Russian catalogue comes before them."""


def now(path: str) -> str:
    """Return what a file says now."""
    return (ROOT / path).read_bytes().decode()
