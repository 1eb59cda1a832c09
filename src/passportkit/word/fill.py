"""Filling a compiled template with plain words."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, Template, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from passportkit.errors import CannotGoOn
from passportkit.forms.filled import Filled
from passportkit.language import say
from passportkit.word.compiled import Compiled, Part, Program
from passportkit.word.package import deflate, pack
from passportkit.word.program import environment
from passportkit.word.writer import Writer


def fill(compiled: Compiled, filled: Filled) -> bytes:
    """Return the document; raise `CannotGoOn` if the template has a tag that nothing fills."""
    for key in compiled.keys:
        if key not in filled.values:
            raise CannotGoOn(
                say("the template has the tag “{name}”, which its form does not fill", name=key)
            )
    writer = Writer(compiled)
    env = _environment().overlay()
    env.filters = {**env.filters, "words": writer.paragraphs, "inline": writer.inline}
    document, *others = compiled.programs
    changed = [_run(document, filled, env)]
    changed += writer.other_parts(filled.title)
    writer.may_link = False  # the links of headers would need relations of their own
    changed += [_run(each, filled, env) for each in others]
    return pack([*compiled.parts, *changed])


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    return environment()


def _run(program: Program, filled: Filled, env: Environment) -> Part:
    template = Template.from_code(env, program.code, {})
    try:
        xml = template.render({"form": filled.values})
    except UndefinedError as error:
        raise CannotGoOn(
            say(
                "a tag of the template is not filled by its form ({detail})",
                detail=str(error.message),
            )
        ) from None
    return deflate(program.name, xml.encode())
