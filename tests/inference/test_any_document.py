"""Laws: whatever document comes, a form that is made of it can be used."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.facts.declared import declared_by
from passportkit.facts.vocabularies import vocabulary_with
from passportkit.findings import Severity
from passportkit.forms import Catalogue
from passportkit.forms.loading import load_form
from passportkit.inference.assembly import blank_form_of
from passportkit.inference.form_text import form_text
from passportkit.inference.inferred_form import infer
from passportkit.inference.known_places import KnownPlaces
from passportkit.language import translator
from passportkit.paper.model import texts_of
from passportkit.source import read
from tests.conftest import examples
from tests.inference.papers import Rows, paper_of

law = settings(derandomize=True, deadline=None, max_examples=examples(40))


@cache
def known() -> KnownPlaces:
    """Return what is known by the words of two forms."""
    catalogue = Catalogue()
    forms = [catalogue.form(name) for name in ("practice-passport", "algorithm")]
    return KnownPlaces(catalogue.vocabulary, forms)


LINES = st.sampled_from(
    [
        *("1. Название проекта", "1.1. Цель:", "2. Смета", "IV. Итоги", "Раздел 3. Люди", "12."),
        *("ЗАЯВКА", "Приложение № 1", "**О проекте**", "Телефон:", "Дата: «__» ________ 20__ г."),
        *("(не более 0,5 страницы)", "*Коротко*", "(1) двор; (2) сквер; (3) иное", "* сноска"),
        *("Сумма ____ рублей", "Глава ______ (подпись)", "${name}", "________", "таблица 1", "№"),
        *("Есть ли устав (да/нет, дата)", "import", "Main", "ИТОГО", "- один\n- два", "  ", "%"),
    ]
)
CELLS = st.one_of(st.just(""), LINES, st.sampled_from(["1", "1.", "2", "№ п/п", "Что", "Сколько"]))
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5)
)
DOCUMENTS = st.lists(st.one_of(LINES, TABLES), max_size=9)


@law
@given(DOCUMENTS)
def test_a_form_that_is_made_of_a_document_can_be_used(blocks: list[str | Rows]) -> None:
    form = infer(blank_form_of(paper_of(*blocks)), known(), name="any", source="Бланк")
    if not form.places:
        return
    text = form_text(form, translator("ru"))
    source = read(text.encode(), "form.yaml")
    loaded = load_form(source, vocabulary_with(declared_by(source)))
    assert [each for each in loaded.findings if each.severity is Severity.ERROR] == []
    assert loaded.value is not None


@law
@given(DOCUMENTS)
def test_no_word_of_a_document_is_lost(blocks: list[str | Rows]) -> None:
    paper = paper_of(*blocks)
    said = blank_form_of(paper)
    assert _words("\n".join(texts_of(paper.blocks))) <= _words(repr(said))


def _words(text: str) -> set[str]:
    """Return the words in a text; marks of programs are none."""
    return set(re.findall(r"[а-яё]{2,}", text.lower()))
