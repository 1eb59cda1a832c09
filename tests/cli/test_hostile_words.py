"""Words of strangers in every place that a command prints: they stay words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import FORM, PRACTICE, Passport, Write
from tests.report.test_hostile_words import obeyed, steers

HOSTILE = {
    "terminal": "\x1b[31m\x1b]8;;http://example.org\x07\x9b1m",
    "line": "a\n::error::x\n##[error]x\nb",
    "direction": "\u202eabc\u2066\u200f",
    "workflow": "::error::x",
    "legacy": "##[add-mask]x",
    "markup": "[bold][link=http://example.org]x[/]",
}
HIDDEN = {"terminal", "line"}
"""Kinds that no name in YAML and no label of a form can hold."""

CALLS = (
    "validate {name}.yaml",
    "validate {name}.yaml --format full",
    "validate {name}.yaml --form {name}",
    "validate {name}.yaml --select {name}",
    "render {name}.yaml",
    "render {name}.yaml -o {name}",
    "render {name}.yaml --form {name}",
    "import {name}.docx -o {name}-2.yaml",
    "import {name}.docx {name}-3.docx -o many",
    "import {name}.docx --into {name}.yaml",
    "import {name}.docx --into {name}.yaml --diff",
    "import {name}-3.docx",
    "convert {name}.docx --form algorithm",
    "export {name}.yaml --to xlsx",
    "new {name}",
    "new {name} --form {name}",
    "new --from {name}.yaml {name}",
    "form list",
    "form show note",
    "form show {name}",
    "form check",
    "form new {name} --like note",
    "form new ours --from {name}.docx",
    "form blank note -o {name}.docx",
    "schema -o {name}.json",
    "explain {name}",
    "{name}",
    "--{name}",
)


@pytest.fixture(params=HOSTILE)
def name(request: pytest.FixtureRequest, passport: Passport, write: Write) -> str:
    """Make files whose names, and a practice and a form whose words are hostile."""
    kind: str = request.param
    name = HOSTILE[kind].replace("/", "_")
    words = "x" if kind in HIDDEN else HOSTILE[kind]
    write("passport.toml", f"forms = ['note']\n{words.translate({58: 45, 32: 45})!r} = 1\n")
    form = FORM.replace("Записка", f'"{words}"').replace("Коротко", f'"{words}"')
    write("forms/note/form.yaml", form)
    write(f"{name}.yaml", PRACTICE)
    passport("render", f"{name}.yaml", "-o", f"{name}.docx")
    assert Path(f"{name}.docx").exists()
    write(f"{name}.yaml", f'{PRACTICE.replace("Клуб соседей", repr(words))}"{words}": "{words}"\n')
    write(f"{name}-3.docx", "x")
    return name


@pytest.mark.parametrize("terminal", [False, True])
def test_what_strangers_say_steers_nobody(name: str, passport: Passport, terminal: bool) -> None:
    for call in CALLS:
        words = [word.format(name=name) for word in call.split()]
        ended = passport(*words, terminal=terminal)
        assert ended.code in (0, 1, 2), call
        for text in (ended.out, ended.err):
            assert (call, steers(text), obeyed(text)) == (call, [], [])
