"""Filling a compiled template with plain words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from jinja2 import Environment, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from passportkit.errors import CannotGoOn
from passportkit.forms.filled import Filled
from passportkit.language import say
from passportkit.word.package.packing import PackedPart, deflate, pack
from passportkit.word.template.compiled import EACH, Compiled, Program
from passportkit.word.template.program import environment
from passportkit.word.write.identities import with_own_identities
from passportkit.word.write.writer import Writer


def fill(compiled: Compiled, filled: Filled) -> bytes:
    """Return the document; raise `CannotGoOn` if the template has a tag that nothing fills."""
    _check(compiled.keys, filled)
    writer = Writer(compiled)
    env = _environment().overlay()
    env.filters = {**env.filters, **writer.filters()}
    written = []
    for program in compiled.programs:
        writer.may_link = program.has_links
        written.append(_run(program, filled, env))
    return pack([*compiled.parts, *writer.other_parts(filled.title, filled.stamp), *written])


def _check(keys: Iterable[tuple[str, str]], filled: Filled) -> None:
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


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    return environment()


def _run(program: Program, filled: Filled, env: Environment) -> PackedPart:
    template = Template.from_code(env, program.code, {})
    xml = template.render({"form": filled.values})
    # its names hold the function that holds them, and the document would wait with it
    template.root_render_func.__globals__.clear()
    if program.unique:
        xml = with_own_identities(xml, program.unique)
    return deflate(program.name, xml.encode())
