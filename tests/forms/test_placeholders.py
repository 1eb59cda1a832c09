"""What this program itself writes where an author has said nothing is known again."""

from passportkit.forms.loading import load_form
from passportkit.forms.placeholders import Placeholders
from passportkit.practice import BUILT_IN
from passportkit.source import read
from tests.conftest import FORM

TITLE_ALONE = FORM.partition("  - {number: 2")[0]
HINTED = (
    TITLE_ALONE.replace("show: title", "show: title, hint: Как  в уставе")
    + """\
  - heading: Люди
    rows: contacts
    columns: [{heading: Имя, show: name, hint: По паспорту}, {heading: Кто, show: position}]
"""
)


def test_the_mark_of_a_draft_is_known_whatever_the_form():
    assert set(Placeholders([])) == {"[не заполнено]"}


def test_hints_of_texts_and_of_cells_are_known_with_single_blanks():
    form = load_form(read(HINTED.encode(), "form.yaml"), BUILT_IN).value
    assert form is not None
    known = Placeholders([form])
    assert {"[не заполнено]", "Как в уставе", "По паспорту"} <= {*known}
    assert "Наименование" not in known
    assert len(known) == 4
