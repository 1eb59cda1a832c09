"""Of which form a document is."""

import pytest

from passportkit.errors import CannotGoOn
from passportkit.forms import Catalogue, Form
from passportkit.forms.loading import load_form
from passportkit.intake import recognise
from passportkit.paper import Paper
from passportkit.practice import BUILT_IN
from passportkit.source import read
from passportkit.stamp import Stamp
from tests.intake.conftest import ALGORITHM, CARD, PRACTICE, PROJECT, Words, paper

FORMS = [PRACTICE, PROJECT, ALGORITHM, CARD]
SHARED = ["Наименование практики", "Предпосылки реализации"]


def form_of(*blocks: Words) -> str:
    return recognise(paper(*blocks), FORMS).form.name


def test_a_few_headings_of_its_own_are_enough():
    own = ["Принципиальные подходы", "Сроки реализации", "Цель и задачи практики"]
    assert form_of(*own, *SHARED) == PRACTICE.name
    own = ["6. Краткое описание бизнес-модели", "Целевой потребитель: все"]
    assert form_of(*own, *SHARED) == PROJECT.name
    assert form_of("Решаемая задача", "Инициатор практики", "III этап: 2023") == ALGORITHM.name
    assert form_of("Номер заявки 17-1-010190", "Рейтинг заявки 77,00", "Цель", "ИНН 1") == CARD.name


def test_it_says_how_much_was_found():
    recognised = recognise(paper(*(each.heading or "" for each in PRACTICE.sections)), FORMS)
    assert recognised.form is PRACTICE
    # «Принятые НПА», две метки раздела 6 и название формы не встретились
    assert (recognised.found, recognised.expected) == (21, 25)
    assert not recognised.is_stamped


def test_a_stamp_decides():
    document = Paper(paper("1. Решаемая задача").blocks, Stamp(PROJECT.name, 1))
    recognised = recognise(document, FORMS)
    assert (recognised.form, recognised.is_stamped) == (PROJECT, True)


def test_a_stamp_of_an_unknown_form_does_not():
    words = ["Решаемая задача", "Инициатор практики", "Область применения"]
    document = Paper(paper(*words).blocks, Stamp("other", 1))
    assert recognise(document, FORMS).form is ALGORITHM


@pytest.mark.parametrize("words", [[], ["Отчёт за 2018 год", "Всё хорошо"], ["Цель", "Всё"]])
def test_a_document_of_no_form_is_refused(words):
    with pytest.raises(CannotGoOn, match="no known form"):
        recognise(paper(*words), FORMS)


def test_a_document_of_two_forms_is_refused():
    text = Catalogue().path(PRACTICE.name).read_text(encoding="utf-8")
    twin = own_form(text.replace("form: practice-passport", "form: twin"))
    headings = [each.heading or "" for each in PRACTICE.sections]
    with pytest.raises(CannotGoOn, match="`practice-passport`, `twin`"):
        recognise(paper(*headings), [PRACTICE, twin])


def test_an_own_form_wins_by_one_heading_of_its_own():
    text = Catalogue().path(PRACTICE.name).read_text(encoding="utf-8")
    own = text.replace("form: practice-passport", "form: own").replace(
        "Сроки реализации практики", "Когда это было и сколько длилось"
    )
    headings = [each.heading or "" for each in own_form(own).sections]
    assert recognise(paper(*headings), [PRACTICE, own_form(own)]).form.name == "own"


def own_form(text: str) -> Form:
    loaded = load_form(read(text.encode(), "form.yaml"), BUILT_IN)
    assert loaded.value
    return loaded.value
