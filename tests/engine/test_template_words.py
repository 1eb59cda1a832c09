"""What a template of one's own says besides the form is nobody's answer."""

from __future__ import annotations

from docx.document import Document

from passportkit.engine.importing import Choice, Imported, import_document
from passportkit.forms.sample import filled_sample, sample_of
from passportkit.word.template.build import build
from passportkit.word.template.compile import compile_template
from passportkit.word.write.fill import fill
from tests.engine import restylings
from tests.engine.restylings import restyled
from tests.word.conftest import SECTIONS, form_of

FORM = form_of(SECTIONS)
SAYS = dict(sample_of(FORM))
TEMPLATE = restyled(
    build(FORM),
    restylings.under_a_letterhead,
    restylings.with_hints_below_answers,
    restylings.with_a_signature,
)
COMPILED = compile_template(TEMPLATE)


def imported(template: bytes | None = TEMPLATE, **says: str) -> Imported:
    """Return a document that was made with the template, as it is read with a template."""
    document = fill(COMPILED, filled_sample(FORM, {**SAYS, **says}, made_of=SAYS))
    return import_document(document, "клуб.docx", Choice([FORM], template=lambda _name: template))


def test_no_word_of_the_template_is_an_answer_or_left() -> None:
    assert (imported().left, imported().is_whole) == ((), True)
    assert imported().received.extraction.values == SAYS


def test_they_are_strange_words_where_the_template_is_not_known() -> None:
    left = [each.text for each in imported(None).left]
    assert {"АДМИНИСТРАЦИЯ ГОРОДА", "(заполняется заявителем)", "М.П."} <= {*left}


def test_who_writes_the_same_words_as_an_answer_has_written_them() -> None:
    again = imported(title="М.П.").received.extraction.values
    assert again["title"] == "М.П."


def test_a_heading_of_which_the_form_knows_nothing_stays_to_be_told() -> None:
    template = restyled(build(FORM), restylings.with_another_heading)
    says = filled_sample(FORM, SAYS, made_of=SAYS)
    document = fill(compile_template(template), says)
    found = import_document(document, "", Choice([FORM], template=lambda _name: template))
    assert "Совсем о другом" in [each.text for each in found.left]


def test_a_template_that_cannot_be_read_says_nothing() -> None:
    assert imported(b"%PDF-1.7").left == imported(None).left


def _with_the_title_on_top(words: str) -> Imported:
    """Return a document of a template with the title at its top, where `words` stand by now."""
    template = restyled(build(FORM), restylings.with_the_title_again)
    document = fill(compile_template(template), filled_sample(FORM, SAYS, made_of=SAYS))

    def retyped(file: Document) -> None:
        file.paragraphs[0].runs[0].text = words

    corrected = restyled(document, retyped)
    return import_document(corrected, "", Choice([FORM], template=lambda _name: template))


def test_an_answer_that_is_shown_once_more_says_nothing_new() -> None:
    found = _with_the_title_on_top(str(SAYS["title"]))
    assert found.is_whole
    assert found.received.extraction.values == SAYS
    assert found.account().missing == []


def test_where_it_was_corrected_there_alone_that_is_told() -> None:
    assert [each.text for each in _with_the_title_on_top("Другое имя").left] == ["Другое имя"]
