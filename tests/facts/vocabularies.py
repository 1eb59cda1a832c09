"""Vocabularies of facts of one's own, as Hypothesis makes them, and forms that show them."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from passportkit.facts.declarations import Declarations, FactsFile
from passportkit.facts.vocabularies import vocabulary_with
from passportkit.forms import Form
from passportkit.forms.loading import load_form
from passportkit.practice import Vocabulary
from passportkit.source import parse, read

CHOICES = ("Благоустройство", "Культура (дома, клубы)", "Иное: что именно", "да")
LAYOUTS = ("sections", "grid", "card")

_SIMPLE: tuple[dict[str, Any], ...] = (
    {"type": "text"},
    {"type": "list"},
    {"type": "choice", "choices": CHOICES},
    {"type": "choice", "choices": CHOICES, "other": True, "several": True},
    {"type": "yes-no"},
    {"type": "yes-no", "details": "дата регистрации"},
    {"type": "number", "unit": "чел."},
    {"type": "money"},
    {"type": "period"},
    {"type": "date"},
    {"type": "person"},
    {"type": "organization"},
    {"type": "attachment"},
)
"""A declaration of each type, but that of a table."""

EVERY_TYPE: dict[str, dict[str, Any]] = {
    **{f"fact_{n}": {"title": f"Сведение {n}", **each} for n, each in enumerate(_SIMPLE)},
    "whole_table": {
        "title": "Таблица",
        "type": "table",
        "columns": {
            f"column_{n}": {"title": f"Графа {n}", **each} for n, each in enumerate(_SIMPLE)
        },
    },
}
"""A fact of every type, and a table with a column of each."""

_columns = st.lists(st.sampled_from(_SIMPLE), min_size=1, max_size=4).map(
    lambda kinds: {f"column_{n}": {"title": f"Графа {n}", **each} for n, each in enumerate(kinds)}
)
_kinds = st.sampled_from(_SIMPLE) | st.builds(
    lambda columns: {"type": "table", "columns": columns}, _columns
)
declared = st.lists(_kinds, min_size=1, max_size=5).map(
    lambda kinds: {f"fact_{n}": {"title": f"Сведение {n}", **each} for n, each in enumerate(kinds)}
)
"""What somebody declares, as plain data."""


def declarations(said: dict[str, Any]) -> Declarations:
    """Return what is declared in a file of facts that says so."""
    text = json.dumps({"facts": said}, ensure_ascii=False)
    parsed = parse(FactsFile, read(text.encode(), "facts.yaml").data or {})
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value.facts


def vocabulary_of(said: dict[str, Any]) -> Vocabulary:
    """Return the vocabulary with what a file of facts declares."""
    return vocabulary_with(declarations(said))


def form_with(said: dict[str, Any], layout: str = "sections") -> Form:
    """Return a form that shows the title and all facts that a file declares, in its vocabulary."""
    sections = [
        {"number": str(n), "heading": f"Раздел о {name.replace('_', ' ')}", **_shown(name, each)}
        for n, (name, each) in enumerate(said.items(), 2)
    ]
    form = {
        "form": "own",
        "version": 1,
        "source": "придумана",
        "title": "Своя форма",
        "layout": layout,
        "grid": {"columns": ["№", "Что", "Ответ"]},
        "sections": [{"number": "1", "heading": "Название", "show": "title"}, *sections],
    }
    source = read(json.dumps(form, ensure_ascii=False).encode(), "form.yaml")
    loaded = load_form(source, vocabulary_of(said))
    assert loaded.value is not None, loaded.findings
    return loaded.value


def _shown(name: str, each: dict[str, Any]) -> dict[str, Any]:
    if each["type"] != "table":
        return {"show": name}
    columns = [{"heading": words["title"], "show": key} for key, words in each["columns"].items()]
    return {"rows": name, "columns": columns}
