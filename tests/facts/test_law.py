"""What goes out comes back of facts of one's own too, whatever somebody declares."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passportkit.forms import Filled, Form, bind
from passportkit.forms.unbind import unbind
from passportkit.intake import match
from passportkit.practice import Practice, new_file
from passportkit.source import parse, read
from passportkit.source.dump import dump
from passportkit.word.read.body import read_document
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.conftest import examples, is_long
from tests.facts.vocabularies import EVERY_TYPE, LAYOUTS, declared, form_with
from tests.practices import data_of

TEMPLATES = Templates()
EVERY = {layout: form_with(EVERY_TYPE, layout) for layout in LAYOUTS}

law = settings(
    deadline=None,
    max_examples=examples(8),
    derandomize=not is_long(),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("layout", LAYOUTS)
@law
@given(data=st.data())
def test_facts_of_every_type_come_back(layout, data):
    form = EVERY[layout]
    said = data.draw(data_of(form.vocabulary.facts))
    _comes_back(form, said)


@law
@given(said=declared, layout=st.sampled_from(LAYOUTS), data=st.data())
def test_facts_come_back_whatever_is_declared(said, layout, data):
    form = form_with(said, layout)
    own = {name: data_of(form.vocabulary.facts) for name in said}
    facts = data.draw(next(iter(own.values())))
    _comes_back(form, {name: facts[name] for name in said if name in facts})


def _comes_back(form: Form, facts: dict[str, Any]) -> None:
    data = {**facts, "passport": "1", "title": "Клуб соседей"}
    practice = form.vocabulary.practice.model_validate(data)
    document = rendered(form, bind(form, practice))
    assert rendered(form, bind(form, imported(form, document))) == document


def rendered(form: Form, filled: Filled) -> bytes:
    return fill(TEMPLATES.compiled(form, None), filled)


def imported(form: Form, document: bytes) -> Practice:
    """Return the practice that a document says, by way of the YAML that an author gets."""
    reading = match(read_document(document), form)
    facts, left = unbind(form, reading.values)
    assert (reading.left, left) == ([], [])
    data = read(dump(new_file(facts)).encode(), "практика.yaml").data or {}
    parsed = parse(form.vocabulary.practice, data)
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value
