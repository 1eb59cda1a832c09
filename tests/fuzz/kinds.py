"""All kinds of input. To add one, name it here."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.fuzz import document_laws, form_laws, forms, practice_laws, seeds, settings_laws
from tests.fuzz.document_mutations import IN_DOCUMENTS
from tests.fuzz.form_mutations import mutated_form
from tests.fuzz.package_mutations import mutator
from tests.fuzz.page_mutations import IN_PAGES
from tests.fuzz.sheet_mutations import IN_SHEETS
from tests.fuzz.stamp_mutations import IN_STAMPS
from tests.fuzz.template_mutations import IN_TEMPLATES
from tests.fuzz.toml_mutations import IN_TOML
from tests.fuzz.trial import Kind
from tests.fuzz.yaml_mutations import IN_YAML

_document = partial(document_laws.outcome_of, name="document.docx")
_workbook = partial(document_laws.outcome_of, name="document.xlsx")
_page = partial(document_laws.outcome_of, name="page")

KINDS: dict[str, Kind[Any]] = {
    "yaml": Kind("yaml", seeds.practices, IN_YAML, practice_laws.outcome_of, practice_laws.LAWS),
    "docx": Kind(
        "docx",
        seeds.documents,
        mutator(IN_DOCUMENTS),
        _document,
        document_laws.OF_PACKAGES,
    ),
    "page": Kind("html", seeds.pages, IN_PAGES, _page, document_laws.OF_DOCUMENTS),
    "xlsx": Kind(
        "xlsx",
        seeds.workbooks,
        mutator(IN_SHEETS),
        _workbook,
        document_laws.OF_DOCUMENTS,
    ),
    "form": Kind("yaml", seeds.forms, IN_YAML, form_laws.outcome_of_form, form_laws.LAWS),
    "sound form": Kind("yaml", seeds.forms, mutated_form, forms.outcome_of, forms.LAWS),
    "settings": Kind("toml", seeds.settings, IN_TOML, settings_laws.outcome_of, settings_laws.LAWS),
    "template": Kind(
        "docx",
        seeds.templates,
        mutator(IN_TEMPLATES),
        form_laws.outcome_of_template,
        form_laws.LAWS,
    ),
    "stamp": Kind(
        "docx",
        seeds.stamped,
        mutator(IN_STAMPS, elsewhere=False),
        _document,
        document_laws.OF_STAMPS,
    ),
}
"""By their names: what a contest is told, what is sent back, and what somebody has set up."""
