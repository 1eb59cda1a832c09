"""A template that LibreOffice has saved again: other identifiers, other spellings, same words."""

import shutil
from pathlib import Path

import pytest

from passportkit.forms import Catalogue, DraftMark, Form
from passportkit.word.template.build import build
from passportkit.word.template.inspect import inspect
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.word.conftest import GRID, SECTIONS, filled_of, form_of, saved_again
from tests.word.document import Document

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")

CATALOGUE = Catalogue()
FORMS = [form_of(SECTIONS), form_of(GRID), *map(CATALOGUE.form, CATALOGUE.names())]
TEMPLATES = Templates()

Saved = dict[str, bytes]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, profile: Path) -> Saved:
    """Return the templates of all forms by name, each opened and saved again."""
    folder = tmp_path_factory.mktemp("libreoffice")
    return saved_again(folder, profile, {form.name: build(form) for form in FORMS})


def both(saved: Saved, form: Form) -> tuple[Document, Document]:
    """Return what the template gives that was saved again, and what its original gives."""
    first, *others = filled_of(form).values
    text = "слова\n1. раз\n2. **два**\n  - [три](https://example.org/?a=1&b=2)\n7) *семь*"
    marked = next((key for key in others if isinstance(filled_of(form).values[key], str)), first)
    filled = filled_of(form, **{marked: DraftMark("[нет]"), first: text})
    templates = (saved[form.name], None)
    again, original = (fill(TEMPLATES.compiled(form, each), filled) for each in templates)
    return Document(again), Document(original)


def printed(document: Document) -> list[str]:
    """Return what is printed without empty paragraphs: LibreOffice adds some behind tables."""
    return [each.rstrip() for each in document.printed if each.strip()]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_template_saved_again_gives_the_same_document(saved: Saved, form: Form) -> None:
    again, original = both(saved, form)
    assert printed(again) == printed(original)
    assert again.links == original.links == [("три", "https://example.org/?a=1&b=2")]
    assert again.said_in("Draft mark") == original.said_in("Draft mark") == ["[нет]"]
    assert again.title == original.title
    assert again.faults() == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_template_saved_again_has_nothing_wrong_in_it(saved: Saved, form: Form) -> None:
    assert inspect(saved[form.name], form) == []
