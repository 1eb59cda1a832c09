"""The JSON Schema as a file: for an editor, it lies beside the practices that it is of."""

from __future__ import annotations

import json
from pathlib import Path

from passportkit.engine.toolkit import Toolkit
from passportkit.errors import CannotGoOn
from passportkit.files.contents import beginning
from passportkit.files.paths import is_in_the_way, is_there, shown
from passportkit.files.saving import (
    AS_NAMED,
    encoded,
    keep_within,
    refuse_existing,
    replace,
    save,
)
from passportkit.forms import Catalogue
from passportkit.forms.schemas import MADE_BY, SCHEMAS
from passportkit.language import Translator, say

PRACTICE = "practice"

_LINE = "# yaml-language-server: $schema="


def schema_text(name: str, translate: Translator, catalogue: Catalogue) -> str:
    """Return the schema `name` as a file, for the forms of `catalogue`.

    Raises `CannotGoOn` if there is no schema of that name.
    """
    if name not in SCHEMAS:
        known = ", ".join(SCHEMAS)
        raise CannotGoOn(
            say("there is no schema “{name}”; there are: {known}", name=name, known=known)
        )
    return json.dumps(SCHEMAS[name](translate, catalogue), ensure_ascii=False, indent=1) + "\n"


def write_schema(path: Path, text: str) -> None:
    """Write a schema; raise `CannotGoOn` where another file is in the way, or as `replace` does."""
    if not may_write(path):
        raise CannotGoOn(
            say(
                "`{path}` is not a schema and stays as it is; give another name with `-o`",
                path=shown(path),
            )
        )
    replace(path, encoded(text), within=AS_NAMED)


def file_name(name: str) -> str:
    """Return what a file with the schema `name` is called."""
    return f"{name}.schema.json"


def _led_to_schema(practice: Path, text: str) -> str:
    """Return the text of a practice with a first line that leads editors to its schema.

    The schema lies beside it. An address on the net would not hold without one, nor that of an
    installed schema on another machine; and editors that have several folders open drop `..`.
    """
    first, _, rest = text.partition("\n")
    schema = practice.with_name(file_name(PRACTICE))
    line = f"{_LINE}{schema.name}\n" if may_write(schema) else ""
    return line + (rest if first.startswith(_LINE) else text)


def write_practice(
    path: Path,
    text: str,
    translate: Translator,
    *,
    force: bool = False,
    within: Path | None,
) -> None:
    """Write a practice with its schema beside it, whose words are in the language of `translate`.

    The schema comes first: what a run that is killed has not written, the next one does. Raises
    `CannotGoOn` as `save` does.
    """
    if is_in_the_way(path, force=force):
        refuse_existing(path)
    keep_within(path, within)
    lacking = _why_no_schema(path, translate)
    save(path, encoded(_led_to_schema(path, text)), force=force, within=within)
    if lacking:  # only now: of the practice itself there may have been more to say
        raise lacking


def _why_no_schema(practice: Path, translate: Translator) -> CannotGoOn | None:
    try:
        _lay_schema(practice, translate)
    except CannotGoOn as refused:
        return refused
    return None


def _lay_schema(practice: Path, translate: Translator) -> None:
    """Write the schema beside a practice, or make it new there; leave what is not ours."""
    schema = practice.with_name(file_name(PRACTICE))
    if may_write(schema):
        catalogue = Toolkit.at(practice.parent).catalogue
        text = schema_text(PRACTICE, translate, catalogue)
        replace(schema, encoded(text), within=practice.parent)


def may_write(path: Path) -> bool:
    """Whether there is no such file, or an older schema of ours."""
    return not is_there(path) or MADE_BY.encode() in beginning(path, 600)
