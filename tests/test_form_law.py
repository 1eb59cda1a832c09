"""What goes out comes back of any form that `passport form check` finds nothing wrong with."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from passportkit.engine.round_trip import RoundTrip
from passportkit.facts.vocabularies import vocabulary_with
from passportkit.findings import Severity
from passportkit.forms import Form, bind, blank
from passportkit.forms.unbind import unbind
from passportkit.intake import match
from passportkit.layout import lay_out
from passportkit.practice import Practice, new_file
from passportkit.source import parse, read
from passportkit.source.dump import dump
from passportkit.word.read.body import read_document
from passportkit.word.template.build import build
from passportkit.word.template.compile import compile_template
from passportkit.word.write.fill import fill
from tests.any_forms import forms_of
from tests.conftest import examples, is_long
from tests.facts.vocabularies import EVERY_TYPE, declarations
from tests.practices import data_of, on_paper

VOCABULARY = vocabulary_with(declarations(EVERY_TYPE))

law = settings(
    deadline=None,
    max_examples=examples(15),
    derandomize=not is_long(),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)


@law
@given(form=forms_of(VOCABULARY), data=st.data())
def test_a_document_of_any_form_becomes_a_practice_that_becomes_it_again(form, data):
    assume(_is_sound(form))
    facts = data.draw(data_of(VOCABULARY.facts))
    practice = VOCABULARY.practice.model_validate({**facts, "passport": "1", "title": "Клуб"})
    compiled = compile_template(build(form))
    filled = bind(form, practice)
    document = fill(compiled, filled)
    assert lay_out(form, filled) == read_document(document, placeholders=())
    again = bind(form, _imported(form, document))
    assert on_paper(form, again.values) == on_paper(form, filled.values)
    assert fill(compiled, again) == document
    fill(compiled, blank(form))


def _is_sound(form: Form) -> bool:
    return all(each.severity is not Severity.ERROR for each in RoundTrip(form, None).findings())


def _imported(form: Form, document: bytes) -> Practice:
    reading = match(read_document(document), form)
    facts, left = unbind(form, reading.values)
    assert (reading.left, left) == ([], [])
    data = read(dump(new_file(facts)).encode(), "практика.yaml").data or {}
    parsed = parse(VOCABULARY.practice, {"title": "Клуб", **data})
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value
