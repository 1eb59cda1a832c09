"""Filling a compiled template with plain words."""

from __future__ import annotations

from collections.abc import Iterable

from passportkit.errors import CannotGoOn
from passportkit.forms.filled import Filled
from passportkit.language import say
from passportkit.word.package.packing import PackedPart, deflate, pack
from passportkit.word.template.compiled import Compiled
from passportkit.word.template.program import EACH, Key, Program
from passportkit.word.write.execution import Scope, written
from passportkit.word.write.heaviest import too_large
from passportkit.word.write.identities import with_own_identities
from passportkit.word.write.size_left import OversizeError, refuse_oversize
from passportkit.word.write.writer import Writer


def fill(compiled: Compiled, filled: Filled) -> bytes:
    """Return the document.

    Raises `CannotGoOn` if the template has a tag that nothing fills, or the document would be
    larger than one may be that is read.
    """
    _check(compiled.keys, filled)
    try:
        parts = _parts(compiled, filled)
        refuse_oversize(parts)
    except OversizeError:
        raise CannotGoOn(too_large(compiled.programs, filled.values)) from None
    return pack(parts)


def _parts(compiled: Compiled, filled: Filled) -> list[PackedPart]:
    writer = Writer(compiled)
    scope = Scope(filled.values, writer.manners(), writer.size_left)
    programs = []
    for program in compiled.programs:
        writer.may_link = program.has_links
        programs.append(_part(program, scope))
    return [*compiled.parts, *writer.other_parts(filled.title, filled.stamp), *programs]


def _check(keys: Iterable[Key], filled: Filled) -> None:
    """See that each tag has words: those of a row are asked of the first one."""
    for name, column in keys:
        value = filled.values.get(name)
        if not column:
            known = isinstance(value, str)
        else:
            known = isinstance(value, list) and (column == EACH or not value or column in value[0])
        if not known:
            tag = f"row.{column}" if column not in ("", EACH) else name
            raise CannotGoOn(
                say("the template has the tag “{name}”, which its form does not fill", name=tag)
            )


def _part(program: Program, scope: Scope) -> PackedPart:
    xml = written(program.steps, scope)
    if program.unique:
        xml = with_own_identities(xml, program.unique)
    return deflate(program.name, xml.encode())
