"""What a document says and one of another form has no place for."""

from __future__ import annotations

from typing import Any

import pytest

from passportkit.engine.unshown import unshown
from passportkit.forms import bind
from passportkit.intake import match
from passportkit.layout import lay_out
from passportkit.practice import Practice, new_file
from passportkit.source import parse
from tests.word.conftest import form_of

HEAD = "form: FORM\nversion: 1\nsource: придумана\ntitle: Форма\nsections:\n"
TITLE = "  - {number: 1, heading: Название, show: title}\n"
OLD = (
    HEAD.replace("FORM", "old")
    + TITLE
    + """\
  - {number: 2, heading: Цель, show: goals}
  - number: 3
    heading: Итоги
    parts:
      - {label: "Эффект:", show: social_effect}
      - {label: "Оценка:", show: assessment}
  - number: 4
    heading: Смета
    rows: costs
    columns:
      - {heading: Статья, show: item}
      - {heading: Сумма, show: amount}
      - {heading: Источник, show: source}
    total: {label: "Итого:", show: costs-total}
"""
)
FACTS: dict[str, Any] = {
    "title": "Клуб соседей",
    "goals": "Снова встречаться.",
    "social_effect": "Стало тише во дворе.",
    "assessment": "Жители довольны.",
    "costs": [
        {"item": "Чай и сахар", "amount": "20 000", "source": "город"},
        {"item": "Мебель", "amount": "100 000", "source": "грант"},
    ],
}
GOALS = "  - {number: 2, heading: Зачем, show: goals}\n"
RESULTS = (
    "  - {number: 3, heading: Эффект, show: social_effect}\n"
    "  - {number: 4, heading: Оценка, show: assessment}\n"
)
COSTS = """\
  - number: 5
    heading: Расходы
    rows: costs
    columns:
      - {heading: На что, show: item}
      - {heading: Сколько, show: amount}
"""
SOURCE = "      - {heading: Кто платит, show: source}\n"


def lost(sections: str) -> list[tuple[str, int, list[str]]]:
    """Return what of a document of the old form has no place in one of a form with `sections`."""
    practice = parse(Practice, new_file(FACTS)).value
    assert practice
    old, new = form_of(OLD), form_of(HEAD.replace("FORM", "new") + TITLE + sections)
    extraction = match(lay_out(old, bind(old, practice)), old)
    found = unshown(extraction, new, bind(new, practice, draft=True))
    return [(str(each.place), each.size, [*each.fields]) for each in found]


@pytest.mark.parametrize(
    ("sections", "told"),
    [
        (GOALS + RESULTS + COSTS + SOURCE, []),
        (GOALS + RESULTS + COSTS, [("4. Смета", 2, ["costs.source"])]),
        (GOALS + RESULTS, [("4. Смета", 13, ["costs"])]),
        (RESULTS + COSTS + SOURCE, [("2. Цель", 2, ["goals"])]),
        (
            GOALS + COSTS + SOURCE,
            [("3. Итоги", 6, ["social_effect", "assessment"])],
        ),
    ],
)
def test_what_has_no_place_is_told_by_sections(
    sections: str, told: list[tuple[str, int, list[str]]]
) -> None:
    assert lost(sections) == told
