"""Forms of the whole language of `form.yaml`, as Hypothesis makes them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from passportkit.forms import Form
from passportkit.forms.loading import load_form
from passportkit.forms.shows import columns_of, names_in, rows_of, tables_in
from passportkit.practice import Vocabulary
from passportkit.source import read

LAYOUTS = ("sections", "grid", "card")
_NOUNS = """
Название Цель Территория Население Команда Смета Итоги Сроки Партнёры Риски Сведения Основание
Опыт Жители Помещения Занятия Праздник Дорога Парк Вода Школа Музей Огород Причал Мост Сад Двор
""".split()

Said = dict[str, Any]


def forms_of(vocabulary: Vocabulary, layouts: Sequence[str] = LAYOUTS) -> st.SearchStrategy[Form]:
    """Return forms that show facts of a vocabulary, each in one place."""
    return st.builds(lambda said: form_of(said, vocabulary), described(vocabulary, layouts))


def form_of(said: Said, vocabulary: Vocabulary) -> Form:
    """Return the form that is described so."""
    source = read(json.dumps(said, ensure_ascii=False).encode(), "form.yaml")
    loaded = load_form(source, vocabulary)
    assert loaded.value is not None, loaded.findings
    return loaded.value


@st.composite
def described(draw: st.DrawFn, vocabulary: Vocabulary, layouts: Sequence[str] = LAYOUTS) -> Said:
    """Return a form as plain data."""
    labels = _Labels(draw)
    layout = draw(st.sampled_from(layouts))
    places = _Places(draw, vocabulary, labels)
    first = {"number": "1", "heading": labels.next(), "show": "title"}
    count = draw(st.integers(1, 6))
    entries = [first]
    for number in range(2, count + 2):
        entries += _between(draw, labels, places)
        entries.append({"number": str(number), "heading": labels.next(), **places.section(layout)})
    entries += _between(draw, labels, places)
    approved = draw(st.sampled_from([False, False, True]))
    above = {"heading": "УТВЕРЖДАЮ", **places.signature()} if approved else None
    return {
        **({"approval": above} if above else {}),
        "form": "own",
        "version": 1,
        "source": "придумана",
        "title": "Заявка, которой нет",
        "layout": layout,
        "grid": {"columns": ["№ п/п", "О чём", "Ответ"]},
        "row-number": draw(st.sampled_from(["1", "1.", "1.1.", "none"])),
        "sections": entries,
    }


def _between(draw: st.DrawFn, labels: _Labels, places: _Places) -> list[Said]:
    """Return what stands between two sections: nothing, a group, words of the form, signatures."""
    kind = draw(st.sampled_from(["", "", "group", "words", "signatures"]))
    if not kind:
        return []
    if kind == "signatures":
        return [{kind: [places.signature() for _ in range(draw(st.integers(1, 2)))]}]
    words = {"group": f"Часть: {labels.next()}", "words": f"Подтверждаем: {labels.next()}."}[kind]
    return [{kind: words}]


class _Labels:
    """Words for headings and labels, none of them twice."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._count = 0

    def next(self) -> str:
        noun = self._draw(st.sampled_from(_NOUNS))
        self._count += 1
        return f"{noun} {_COUNTED[self._count % 10]} {_TENS[self._count // 10]}".strip()


_COUNTED = "нуля первого второго третьего пятого шестого седьмого восьмого девятого всех".split()
_TENS = ["", *"десятка дюжины тысячи сотни полка края села века дома года дня".split()]


_UNDER = ["(должность)", "(подпись)", "(расшифровка подписи)"]


class _Places:
    """What a form shows, each field once."""

    def __init__(self, draw: st.DrawFn, vocabulary: Vocabulary, labels: _Labels) -> None:
        self._draw = draw
        self._vocabulary = vocabulary
        self._labels = labels
        self._taken = {"title"}

    def section(self, layout: str) -> Said:
        kinds = ["show", "show", "parts", "rows"] if layout != "card" else ["show", "parts"]
        said = self._block(self._draw(st.sampled_from(kinds)))
        if layout != "card" and self._draw(st.booleans()):
            said["note"] = f"(указать: {self._labels.next()})"
        if layout == "sections" and self._draw(st.sampled_from([False, False, True])):
            said["landscape"] = True
        if layout != "card" and self._draw(st.booleans()):
            said["note-below"] = f"* {self._labels.next()}"
        return said

    def signature(self) -> Said:
        """Return a line to sign on, of a position in words of the form or as a fact."""
        draw = self._draw
        who = {"position": self._name()} if draw(st.booleans()) else {"label": self._labels.next()}
        name = {"show": self._name()} if draw(st.booleans()) else {}
        under = draw(st.lists(st.sampled_from(_UNDER), max_size=3, unique=True))
        date = {"show": self._name()} if draw(st.booleans()) else draw(st.booleans())
        seal = {"seal": "М.П."} if draw(st.booleans()) else {}
        return {**who, **name, "under": under, "date": date, **seal}

    def _block(self, kind: str) -> Said:
        if kind == "rows":
            return self._rows()
        if kind == "parts":
            count = self._draw(st.integers(1, 3))
            return {
                "parts": [
                    {"label": f"{self._labels.next()}:", "show": self._name()} for _ in range(count)
                ]
            }
        return {"show": self._name()}

    def _name(self) -> str:
        names = names_in(self._vocabulary)
        free = [name for name in names if _field(name) not in self._taken and "last" not in name]
        name = self._draw(st.sampled_from(free))
        self._take(name)
        return name

    def _rows(self) -> Said:
        names = [each for each in tables_in(self._vocabulary) if _field(each) not in self._taken]
        name = self._draw(st.sampled_from(names))
        self._taken.add(_field(name))
        rows = rows_of(self._vocabulary, name)
        assert rows is not None
        plain = [each for each in columns_of(rows) if "." not in each and "-" not in each]
        shown = self._draw(st.lists(st.sampled_from(plain), min_size=1, max_size=4, unique=True))
        columns = [{"heading": self._labels.next(), "show": each} for each in shown]
        kind = "rows" if rows.is_list else "record"
        return {kind: name, "columns": columns}

    def _take(self, name: str) -> None:
        self._taken.add(_field(name))
        # a view shows several fields, some of which it is only given
        self._taken |= {"situation-before": {"situation_before", "indicators"}}.get(name, set())


def _field(name: str) -> str:
    return name.partition(".")[0]
