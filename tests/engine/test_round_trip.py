"""A form is checked by a sample that goes into Word and back: what would be lost is told."""

from __future__ import annotations

import pytest

from passportkit.engine.round_trip import RoundTrip
from passportkit.findings import START, Finding
from passportkit.forms import Form
from passportkit.word.template.build import build
from tests.engine import restylings
from tests.engine.restylings import HARMLESS, Restyle, restyled
from tests.test_law import every_layout, form_called
from tests.word.conftest import SECTIONS, form_of


def said(form: Form, template: bytes | None = None) -> list[str]:
    return [f"{found.severity} {found.message}" for found in _findings(form, template)]


def _findings(form: Form, template: bytes | None) -> list[Finding]:
    return list(RoundTrip(form, template).findings())


@every_layout
def test_a_form_with_the_look_that_it_is_given_comes_back(name: str) -> None:
    assert said(form_called(name)) == []


@every_layout
def test_whatever_the_look_nothing_is_lost(name: str) -> None:
    form = form_called(name)
    template = build(form)
    for look, ways in HARMLESS.items():
        found = said(form, restyled(template, *ways))
        assert [each for each in found if each.startswith("error")] == [], look


def _without_styles(name: str) -> list[str]:
    return said(form_called(name), restyled(build(form_called(name)), restylings.cleared))


def test_where_only_styles_know_what_was_corrected_they_should_stay() -> None:
    """A card has its answers among its headings."""
    assert _without_styles("practice-passport") == []
    warned = _without_styles("grant-card")
    assert warned
    assert all(
        each.startswith("warning")
        and each.endswith("what somebody corrects there may not come back")
        for each in warned
    )


LOST = "what stands there does not come back when a document is imported"


@pytest.mark.parametrize(
    ("restyle", "first"),
    [
        (restylings.without_headings, f"error 1. Наименование: {LOST}"),
        (restylings.with_another_heading, f"error 2. Предпосылки: {LOST}"),
        (
            restylings.with_bold_answers,
            "error 3. Затраты, “Источник”: what stands there comes back in bold or italics",
        ),
        (
            restylings.with_words_before_answers,
            "error 1. Наименование: what stands there comes back with other words, “Ответ:”",
        ),
    ],
)
def test_what_does_not_come_back_is_told(restyle: Restyle, first: str) -> None:
    form = form_of(SECTIONS)
    assert first in said(form, restyled(build(form), restyle))


def test_a_template_is_meant_as_a_whole_and_a_form_at_its_section() -> None:
    form = form_of(SECTIONS)
    template = restyled(build(form), restylings.without_headings)
    assert {found.place for found in _findings(form, template)} == {START}
    doubled = form_of(SECTIONS.replace("heading: Итоги", "heading: Наименование"))
    assert {found.route[0] for found in _findings(doubled, None)} <= {"sections"}


def test_what_a_template_lacks_is_not_lost() -> None:
    form = form_of(SECTIONS)

    def without_the_first_box(document) -> None:
        table = document.tables[0]._tbl
        table.getparent().remove(table)

    assert said(form, restyled(build(form), without_the_first_box)) == []


@pytest.mark.parametrize(
    "way", [restylings.with_the_title_again, restylings.with_the_title_in_words]
)
def test_an_answer_that_is_shown_twice_comes_back(way: Restyle) -> None:
    form = form_of(SECTIONS)
    assert said(form, restyled(build(form), way)) == []


def test_words_that_differ_in_figures_alone_are_told_once() -> None:
    form = form_of(SECTIONS)
    assert said(form, restyled(build(form), restylings.with_words_before_numbers)) == [
        "error the words “п. 1.” and the like are taken for those of an author in 6 places"
    ]


def test_an_answer_that_is_shown_twice_among_others_does_not() -> None:
    form = form_of(SECTIONS)
    found = said(form, restyled(build(form), restylings.with_a_section_again))
    assert [each for each in found if each.startswith("error")] != []
