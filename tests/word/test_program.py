"""No program gets out of its sandbox: it reads words by their keys, and nothing else."""

from __future__ import annotations

import copy
import gc
import weakref
from typing import Any

import pytest
from jinja2 import Template
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from markupsafe import Markup

from passportkit.forms.filled import Filled
from passportkit.word.template.compile import compile_template
from passportkit.word.template.program import environment
from passportkit.word.write.fill import fill
from passportkit.word.write.writer import Writer
from tests.word.conftest import template

FORM: dict[str, Any] = {"text": "{0.__class__} <слова>", "rows": [{"a": "б"}]}


def rendered(source: str, **filters: Any) -> str:
    """Return what a program makes of `FORM`; its tags are written as usual ones."""
    env = environment()
    env.filters = {**env.filters, **filters}
    signs = {"{%": "\x01", "%}": "\x02", "{{": "\x03", "}}": "\x04"}
    for usual, sign in signs.items():
        source = source.replace(usual, sign)
    compiled: Any = env.compile(source)
    return Template.from_code(env, compiled, {}).render({"form": FORM})


def test_words_are_read_by_their_keys():
    assert rendered('{% for row in form["rows"] %}{{ row["a"] }}{% endfor %}') == "б"


ATTRIBUTES = [
    "form.__class__",
    "form.__class__.__mro__[1].__subclasses__()",
    "form.text.__class__",
    "form.rows[0].__class__",
    "''.__class__.__base__",
    "().__class__.__bases__[0]",
    "(1).__class__",
    "form.text.__add__",
    "form.items.__self__",
    "form.keys.__func__",
    "(form.text ~ '').__class__",
    "form.text.encode().__class__",
    "loop._iterable",
    "loop.__init__.__globals__",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "m.__globals__",
    "m._func",
    "m.__init__.__globals__['__builtins__']",
]
BRACKETS = [
    "form['__class__']",
    "form['keys']",
    "form['text']['__class__']",
    "form['text']['format']",
    "form['rows']['append']",
    "form['rows'][0]['__init__']",
    "''['__class__']",
    "()['__class__']",
    "loop['__init__']",
    "loop['_iterable']",
    "self['__init__']",
    "m['__globals__']",
    "form['ke' ~ 'ys']",
]
FORMATS = [
    "form.text.format(form)",
    "'{0.__class__}'.format(form)",
    "'{a.__init__.__globals__}'.format(a=m)",
    "'{a.__class__}'.format_map({'a': form})",
    "'{0[text].__class__}'.format(form)",
    "(form.text ~ '').format(form)",
    "form['text'].format(form)",
]
FILTERS = [
    "form|attr('__class__')",
    "form['text']|attr('format')",
    "form['text']|format(form)",
    "form|map(attribute='__class__')|list",
    "[form]|map('attr', '__class__')|first",
    "[form]|sum(attribute='__class__')",
    "form|xmlattr",
    "form['text']|safe",
    "form|tojson",
]
NAMES = [
    "lipsum.__globals__['os']",
    "lipsum()",
    "cycler.__init__.__globals__",
    "joiner()",
    "namespace()",
    "range(9)",
    "dict()",
    "environment",
    "context",
    "__builtins__",
    "open('form.yaml')",
    "escape",
]
CHANGES = [
    "form.clear()",
    "form.update({'text': ''})",
    "form.pop('text')",
    "form['rows'].append(1)",
    "form['rows'].clear()",
    "form['rows'][0].setdefault('c', '')",
]


@pytest.mark.parametrize("attempt", [*ATTRIBUTES, *BRACKETS, *FORMATS, *FILTERS, *NAMES, *CHANGES])
def test_nothing_but_words_can_be_reached(attempt):
    """In a loop and beside a macro, so that their objects can be tried too."""
    before = copy.deepcopy(FORM)
    with pytest.raises((TemplateError, LookupError, TypeError)):
        rendered(
            "{% macro m() %}{% endmacro %}{% for row in form['rows'] %}"
            f"{{{{ {attempt} }}}}"
            "{% endfor %}"
        )
    assert before == FORM


@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        ("form.__class__", SecurityError),
        ("'{0.__class__}'.format(form)", SecurityError),
        ("form.clear()", SecurityError),
        ("form['keys']", KeyError),
        ("lipsum", UndefinedError),
    ],
)
def test_it_is_the_sandbox_that_says_no(attempt, error):
    with pytest.raises(error):
        rendered(f"{{{{ {attempt} }}}}")


@pytest.mark.parametrize(
    "statement",
    [
        "{% include 'form.yaml' %}",
        "{% extends 'form.yaml' %}",
        "{% import 'os' as os %}{{ os }}",
        "{% from 'os' import system %}{{ system }}",
        "{% set x = form.__class__ %}{{ x }}",
        "{% for x in form.__class__.__mro__ %}{{ x }}{% endfor %}",
        "{% if form.__class__ %}a{% endif %}",
        "{% filter attr('__class__') %}a{% endfilter %}",
        "{% call form.__class__() %}{% endcall %}",
        "{% set form.text = 'a' %}",
        "{% do form.clear() %}",
        "{% debug %}",
    ],
)
def test_no_statement_gets_out_either(statement):
    with pytest.raises((TemplateError, TypeError)):
        rendered(statement)


# --- what stands in for Jinja's own checks ------------------------------------------------


def test_programs_ask_the_environment_for_what_stands_in_brackets():
    """So its `getitem` is what decides, as `program.py` takes for granted."""
    env: Any = environment()
    env.getitem = lambda _holder, key: f"asked for {key}"
    code: Any = env.compile('\x03form["text"]\x04')
    assert Template.from_code(env, code, {}).render({"form": FORM}) == "asked for text"


def test_what_no_filter_has_written_is_escaped():
    assert rendered("{{ form['text'] }}") == "{0.__class__} &lt;слова&gt;"
    assert rendered("{{ '<' }}{{ form['text'] ~ '>' }}").startswith("&lt;{0.__class__} &lt;")
    assert rendered("{{ form['rows'] }}") == "[{&#39;a&#39;: &#39;б&#39;}]"


def test_what_a_filter_has_written_is_not_escaped_again():
    assert rendered("{{ form['text']|words(1) }}", words=lambda *_given: Markup("<w:p/>")) == (
        "<w:p/>"
    )


def test_words_that_look_like_a_program_are_words():
    code: Any = environment().compile("{{ form }}{% for %}{# a #}")
    assert Template.from_code(environment(), code, {}).render({}) == "{{ form }}{% for %}{# a #}"


def test_what_has_written_a_document_does_not_wait_for_the_garbage(monkeypatch):
    """The names of a program are let go: they hold the function that holds them."""
    followed = []

    def follow(*given: Any) -> Writer:
        writer = Writer(*given)
        followed.append(weakref.ref(writer))
        return writer

    monkeypatch.setattr("passportkit.word.write.fill.Writer", follow)
    compiled = compile_template(template("{{ a }}"))
    gc.disable()
    try:
        fill(compiled, Filled("", {"a": "слова"}))
        assert [each() for each in followed] == [None]
    finally:
        gc.enable()
