"""In values looks say nothing; in prose they do, and so does what the author has made so."""

from __future__ import annotations

from passportkit.forms import Catalogue
from passportkit.forms.bare_values import with_bare_values
from passportkit.stamp import hash_of_row

FORM = Catalogue().form("project-passport")


def contact(name: str, reach: str) -> dict[str, list[dict[str, str]]]:
    return {"contacts": [{"name_and_position": name, "phones_and_emails_in_a_line": reach}]}


def test_names_and_numbers_lose_their_looks_and_positions_keep_them() -> None:
    said = contact("Ветрова **Анна** Ильинична, *заведующая*", "8 (391) **200**-00-00")
    assert with_bare_values(FORM, said, {}) == contact(
        "Ветрова Анна Ильинична, *заведующая*", "8 (391) 200-00-00"
    )


def test_what_cannot_be_taken_apart_with_its_looks_loses_them_all() -> None:
    row = {"indicator_and_unit": "*Грядки*, **шт**.", "value": "**40**"}
    bared = with_bare_values(FORM, {"results": [row]}, {})["results"]
    assert bared == [{"indicator_and_unit": "Грядки, шт.", "value": "40"}]


def test_prose_keeps_its_looks() -> None:
    said = {"preconditions": "Это **важно**", "territory": "**Важно:** Светлоречье"}
    assert with_bare_values(FORM, said, {}) == said


def test_a_row_that_stood_so_when_the_document_was_made_is_the_authors() -> None:
    said = contact("Ветрова **Анна** Ильинична", "8 (391) 200-00-00")
    made_with = {"contacts": [hash_of_row(said["contacts"][0].values())]}
    assert with_bare_values(FORM, said, made_with) == said
