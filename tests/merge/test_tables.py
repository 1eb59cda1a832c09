"""Rows are matched by likeness: changed, added, removed and moved, on either side."""

import time
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.findings import Route
from passportkit.forms.loading import load_form
from passportkit.merge import Decisions, Merge, alignment, merge
from passportkit.merge.outcome import Side
from passportkit.practice import BUILT_IN
from passportkit.source import read
from tests.conftest import examples
from tests.merge.papers import Paper, paper

FILE = """\
passport: 1
title: Клуб
participants:   # кто
  # главный
  - name: Администрация города
    role: даёт залы   # шесть
  - {name: Библиотека, role: открывает двери}

  # за кем последнее слово
  - name: Соседи
    role: |
      ведут клубы;
      пьют чай
  - Гости   # без роли
# конец
summary: Слова
"""

BEFORE, _, AFTER = FILE.partition("  # главный\n")
AFTER = "# конец\n" + AFTER.partition("# конец\n")[2]


def rows(document: Paper):
    return document.says["participants"]


def row(name: str, role: str = ""):
    return {"name": name, "role": role}


def kinds(merged: Merge):
    return [(change.kind, change.row) for change in merged.changes]


def test_a_cell_changes_its_field_alone():
    document = paper(FILE)
    rows(document)[2]["role"] = "ведут клубы;\nпьют кофе"
    merged = document.into(FILE)
    assert merged.text == FILE.replace("чай", "кофе")
    [change] = merged.changes
    assert change.label.heading.startswith("Участники")
    assert change.label.column == "Описание его роли в реализации практики"
    assert (change.kind, change.row, change.route) == ("changed", 3, ("participants", 2, "role"))


def test_a_text_alone_gets_a_second_field():
    document = paper(FILE)
    rows(document)[3]["role"] = "приходят"
    assert document.into(FILE).text == FILE.replace(
        "  - Гости   # без роли\n", "  - name: Гости   # без роли\n    role: приходят\n"
    )


def test_a_cell_is_emptied():
    document = paper(FILE)
    rows(document)[0]["role"] = ""
    merged = document.into(FILE)
    assert merged.text == FILE.replace("    role: даёт залы   # шесть\n", "")
    assert kinds(merged) == [("removed", 1)]


def test_a_row_is_added_where_it_stands():
    document = paper(FILE)
    rows(document).insert(1, row("Школа", "даёт класс"))
    merged = document.into(FILE)
    assert merged.text == FILE.replace(
        "  - {name: Б", "  - name: Школа\n    role: даёт класс\n  - {name: Б"
    )
    assert kinds(merged) == [("added", 2)]
    assert merged.changes[0].after == "Школа\nдаёт класс"


def test_a_row_goes_with_its_comments():
    document = paper(FILE)
    del rows(document)[0]
    merged = document.into(FILE)
    first = "  # главный\n  - name: Администрация города\n    role: даёт залы   # шесть\n"
    assert merged.text == FILE.replace(first, "")
    assert kinds(merged) == [("removed", 1)]


def test_a_row_moves_with_its_comments():
    document = paper(FILE)
    rows(document).append(rows(document).pop(0))
    merged = document.into(FILE)
    first = "  # главный\n  - name: Администрация города\n    role: даёт залы   # шесть\n"
    assert merged.text == FILE.replace(first, "").replace("# конец", f"{first}# конец")
    assert kinds(merged) == [("moved", 4)]


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("number", range(4))
def test_a_row_may_come_twice(place, number):
    document = paper(FILE)
    rows(document).insert(place, dict(rows(document)[number]))
    merged = document.into(FILE)
    assert rows(paper(merged.text)) == rows(document)
    assert [change.kind for change in merged.changes] == ["added"]


def test_a_row_that_came_twice_in_the_file_stays_twice():
    document, newer = paper(FILE), paper(FILE)
    rows(newer).append(dict(rows(newer)[0]))
    text = newer.into(FILE).text
    assert document.into(text).text == text


def test_all_at_once():
    document = paper(FILE)
    said = rows(document)
    said[:] = [said[3], row("Школа"), said[0], row("Библиотеки города", "открывает все двери")]
    merged = document.into(FILE)
    assert merged.text == (
        BEFORE + "  - Гости   # без роли\n  - name: Школа\n"
        "  # главный\n  - name: Администрация города\n    role: даёт залы   # шесть\n"
        "  - {name: Библиотеки города, role: открывает все двери}\n" + AFTER
    )
    assert not merged.left


def test_the_last_row_goes():
    document = paper(FILE)
    rows(document).clear()
    merged = document.into(FILE, participants="theirs")
    assert merged.text == FILE.partition("participants")[0] + AFTER
    assert [change.kind for change in merged.changes] == ["removed"] * 4


def test_the_first_rows_come():
    before = "passport: 1\ntitle: Клуб\n"
    document = paper(before)
    document.says["participants"] = [row("Школа", "класс"), row("Гости")]
    merged = document.into(before)
    assert merged.text == (
        before + "participants:\n  - name: Школа\n    role: класс\n  - name: Гости\n"
    )


def test_rows_fill_what_waits_in_a_scaffold():
    before = "passport: 1\ntitle: Клуб\nparticipants:\n  - name:   # кто\n    role:\n"
    document = paper(before)
    document.says["participants"] = [row("Школа", "класс")]
    assert document.into(before).text == before.replace("name:", "name: Школа").replace(
        "role:", "role: класс"
    )


def test_a_column_that_the_document_lacks_stays():
    document = paper(FILE)
    for each in rows(document):
        del each["role"]
    rows(document)[1]["name"] = "Библиотека города"
    assert document.into(FILE).text == FILE.replace("Библиотека", "Библиотека города")


# --- both sides ---------------------------------------------------------------------------


def test_each_side_changes_its_own_rows():
    document = paper(FILE)
    rows(document)[0]["role"] = "даёт деньги"
    rows(document).append(row("Школа"))
    newer = FILE.replace("двери", "окна").replace("# конец", "  - Сад\n# конец")
    merged = document.into(newer)
    assert merged.text == newer.replace("залы", "деньги").replace(
        "  - Сад", "  - name: Школа\n  - Сад"
    )
    assert not merged.conflicts


def test_a_row_that_one_side_removed_and_the_other_left_goes():
    document = paper(FILE)
    del rows(document)[1]
    newer = FILE.replace("  - Гости   # без роли\n", "")
    merged = document.into(newer)
    assert merged.text == newer.replace("  - {name: Библиотека, role: открывает двери}\n", "")
    assert not merged.conflicts


@pytest.mark.parametrize("take", [None, "ours", "theirs"])
def test_a_row_that_both_changed_is_a_conflict(take):
    document = paper(FILE)
    rows(document)[0]["role"] = "даёт деньги"
    newer = FILE.replace("залы", "ключи")
    merged = document.into(newer, take)
    [conflict] = merged.conflicts
    assert (conflict.mine, conflict.theirs, conflict.row) == ("даёт ключи", "даёт деньги", 1)
    assert conflict.taken == take
    assert merged.text == (newer.replace("ключи", "деньги") if take == "theirs" else newer)
    assert not merged.changes


RESULTS = """\
passport: 1
title: Клуб
results:
  - {indicator: Число встреч, unit: шт., value: 10}
  - {indicator: Число гостей, unit: чел., value: 40}
"""


def results(document: Paper):
    return document.says["results"]


def old(document: Paper):
    """Return a document as it was made before stamps had the hashes of cells."""
    return document._replace(stamp=document.stamp._replace(cells={}))


@pytest.mark.parametrize("age", [lambda document: document, old])
def test_a_value_changed_here_and_the_name_there_is_no_conflict(age):
    document = age(paper(RESULTS))
    results(document)[1]["indicator_and_unit"] = "Число всех гостей, чел."
    newer = RESULTS.replace("40", "45")
    merged = document.into(newer)
    assert merged.text == newer.replace("Число гостей", "Число всех гостей")
    assert not merged.conflicts
    assert [(change.row, change.route) for change in merged.changes] == [
        (2, ("results", 1, "indicator"))
    ]


@pytest.mark.parametrize("take", [None, "ours", "theirs"])
def test_of_a_row_only_the_cell_that_both_changed_is_in_conflict(take):
    document = paper(RESULTS)
    results(document)[1].update({"indicator_and_unit": "Число всех гостей, чел.", "value": "50"})
    newer = RESULTS.replace("40", "45")
    merged = document.into(newer, take)
    [conflict] = merged.conflicts
    assert (conflict.mine, conflict.theirs, conflict.route) == ("45", "50", ("results", 1, "value"))
    renamed = newer.replace("Число гостей", "Число всех гостей")
    assert merged.text == (renamed.replace("45", "50") if take == "theirs" else renamed)


def test_without_hashes_of_cells_all_that_differs_is_in_conflict_then():
    document = old(paper(RESULTS))
    results(document)[1].update({"indicator_and_unit": "Число всех гостей, чел.", "value": "50"})
    newer = RESULTS.replace("40", "45")
    merged = document.into(newer)
    assert merged.text == newer
    assert [conflict.theirs for conflict in merged.conflicts] == ["Число всех гостей, чел.", "50"]


def test_a_row_is_known_by_its_other_cells_when_its_name_is_another():
    before = FILE.replace("  - Гости   # без роли\n", "")
    document = paper(before)
    rows(document)[1]["name"] = "Читальня"
    newer = before.replace("открывает двери", "открывает двери и окна")
    merged = document.into(newer)
    assert merged.text == newer.replace("Библиотека", "Читальня")
    assert not merged.conflicts


def new_row(name: str, value: str) -> str:
    return f"{RESULTS}  - {{indicator: {name}, unit: чел., value: {value}}}\n"


PRINTING = """\
passport: 1
title: Клуб
costs:
  - item: Печать
    amount: "87 400,00"
  - item: Печать
    amount: "11 000,00"
  - item: Печать
    amount: "12 000,00"
"""
SUMS = ("87 400,00", "11 000,00", "12 000,00")


@pytest.mark.parametrize(("gone", "other"), [*permutations(range(3), 2)])
def test_of_rows_of_one_name_each_side_changes_its_own(gone, other):
    """What each side has left as it was tells which rows of the other are others."""
    document = paper(PRINTING)
    document.says["costs"][other]["amount"] = "13 000,00"
    merged = document.into(without_sum(PRINTING, gone))
    assert merged.text == without_sum(PRINTING, gone).replace(SUMS[other], "13 000,00")
    assert not merged.conflicts


@pytest.mark.parametrize(("gone", "other"), [*permutations(range(3), 2)])
def test_of_rows_of_one_name_each_side_removes_its_own(gone, other):
    document = paper(PRINTING)
    del document.says["costs"][other]
    merged = document.into(without_sum(PRINTING, gone))
    assert merged.text == without_sum(without_sum(PRINTING, gone), other)
    assert not merged.conflicts


@pytest.mark.parametrize("gone", range(3))
def test_of_rows_of_one_name_one_changed_and_removed_is_a_conflict(gone):
    document = paper(PRINTING)
    document.says["costs"][gone]["amount"] = "13 000,00"
    merged = document.into(without_sum(PRINTING, gone))
    assert merged.text == without_sum(PRINTING, gone)
    assert [conflict.theirs for conflict in merged.conflicts] == ["Печать\n13 000,00"]


def without_sum(text: str, row: int) -> str:
    return text.replace(f'  - item: Печать\n    amount: "{SUMS[row]}"\n', "")


def test_rows_that_are_called_otherwise_are_two_where_both_are_new():
    document = paper(RESULTS)
    results(document).append({"indicator_and_unit": "Гости праздника, чел.", "value": "900"})
    merged = document.into(new_row("Мастера", "7"))
    assert not merged.conflicts
    said = [row["indicator_and_unit"] for row in results(paper(merged.text))]
    assert said[2:] == ["Гости праздника, чел.", "Мастера, чел."]


def test_rows_that_are_called_alike_are_one_where_both_are_new():
    document = paper(RESULTS)
    results(document).append({"indicator_and_unit": "Гости праздников, чел.", "value": "900"})
    merged = document.into(new_row("Гости праздника", "7"))
    assert [each.theirs for each in merged.conflicts] == ["Гости праздников, чел.", "900"]


def test_conflicts_are_decided_one_by_one():
    document = paper(RESULTS)
    results(document)[0]["value"], results(document)[1]["value"] = "11", "50"
    newer = RESULTS.replace("value: 10", "value: 12").replace("40", "45")
    fields: dict[Route, Side] = {("results", 0, "value"): "theirs", ("results", 1): "ours"}
    source = read(newer.encode(), "")
    merged = merge(source, document.form, document.says, document.stamp, Decisions(fields=fields))
    assert merged.text == newer.replace("value: 12", "value: 11")
    assert {conflict.row: conflict.taken for conflict in merged.conflicts} == {
        1: "theirs",
        2: "ours",
    }


CONTACTS = """\
passport: 1
title: Клуб
contacts:
  - {name: Иванова А. П., position: директор, phones: [8 (391) 111-22-33], emails: [a@example.org]}
"""


@pytest.mark.parametrize("phones", [None, "ours", "theirs"])
@pytest.mark.parametrize("emails", [None, "ours", "theirs"])
def test_fields_in_one_cell_are_decided_one_by_one(phones: Side | None, emails: Side | None):
    document = paper(CONTACTS)
    document.says["contacts"][0]["phones_and_emails"] = "8 (391) 111-22-44\nb@example.org"
    newer = CONTACTS.replace("22-33", "22-55").replace("a@", "c@")
    sides = {"phones": phones, "emails": emails}
    fields: dict[Route, Side] = {
        ("contacts", 0, name): side for name, side in sides.items() if side
    }
    merged = decided(document, newer, fields)
    assert {each.route[-1]: each.taken for each in merged.conflicts} == sides
    said = newer.replace("22-55", "22-44") if phones == "theirs" else newer
    assert merged.text == (said.replace("c@", "b@") if emails == "theirs" else said)


def test_of_fields_in_one_cell_each_conflict_tells_its_own():
    document = paper(CONTACTS)
    document.says["contacts"][0]["phones_and_emails"] = "8 (391) 111-22-44\nb@example.org"
    merged = document.into(CONTACTS.replace("22-33", "22-55").replace("a@", "c@"))
    assert [(each.mine, each.theirs) for each in merged.conflicts] == [
        ("8 (391) 111-22-55\nc@example.org", "8 (391) 111-22-44\nc@example.org"),
        ("8 (391) 111-22-55\nc@example.org", "8 (391) 111-22-55\nb@example.org"),
    ]


@pytest.mark.parametrize(
    ("fields", "cause", "taken"),
    [
        ({}, "both", None),
        ({("results", 1): "theirs"}, "both", "theirs"),
        ({("results", 1, "unit"): "theirs"}, "together", None),
    ],
)
def test_fields_that_cannot_be_told_apart_are_decided_together(fields, cause, taken):
    """`Число семей.` is no indicator with a unit: all of it would be the indicator."""
    document = paper(RESULTS)
    results(document)[1]["indicator_and_unit"] = "Число семей."
    newer = RESULTS.replace("Число гостей", "Число соседей")
    merged = decided(document, newer, fields)
    [conflict] = merged.conflicts
    assert (conflict.cause, conflict.taken) == (cause, taken)
    assert conflict.route == ("results", 1)
    assert ("Число семей" in merged.text) == (taken == "theirs")


def decided(document: Paper, text: str, fields: dict[Route, Side]) -> Merge:
    source = read(text.encode(), "")
    return merge(source, document.form, document.says, document.stamp, Decisions(fields=fields))


def test_a_row_that_only_the_document_has_is_decided_by_its_number_there():
    document = paper(FILE)
    rows(document)[1]["role"] = "открывает окна"
    newer = FILE.replace("  - {name: Библиотека, role: открывает двери}\n", "")
    [conflict] = document.into(newer).conflicts
    assert conflict.route == ("participants", "+2")
    decisions = Decisions(fields={conflict.route: "theirs"})
    source = read(newer.encode(), "")
    merged = merge(source, document.form, document.says, document.stamp, decisions)
    assert rows(paper(merged.text)) == rows(document)


SURVEY = """\
form: survey
version: 1
source: придумана для проверки
title: Опрос
sections:
  - number: 1
    heading: Итоги
    rows: results
    columns:
      - {heading: Показатель, show: indicator}
      - {heading: Единица, show: unit}
      - {heading: Значение, show: value}
"""

columns = st.tuples(*[st.sampled_from(["", "один", "два", "три"])] * 2)
tables = st.lists(columns, min_size=1, max_size=4)


def survey(rows: list[tuple[str, ...]]) -> str:
    keys = ("indicator", "unit", "value")
    entries = (dict(zip(keys, row, strict=True)) for row in rows)
    lines = (", ".join(f'{k}: "{v}"' for k, v in entry.items() if v) for entry in entries)
    return "passport: 1\ntitle: Клуб\nresults:\n" + "".join(f"  - {{{each}}}\n" for each in lines)


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(tables, st.data())
def test_cells_are_merged_each_by_itself(table, draw):
    """Each row has a name of its own that stays, so that it is known on both sides."""
    form = load_form(read(SURVEY.encode(), ""), BUILT_IN).value
    assert form is not None
    names = [f"Запись {letter * 4}" for letter in "абвг"[: len(table)]]
    sides = draw.draw(st.tuples(*[st.tuples(*[columns] * len(table))] * 2))
    base, mine, theirs = (
        [(name, *cells) for name, cells in zip(names, side, strict=True)]
        for side in (table, *sides)
    )
    document = paper(survey(base), form)
    document.says["results"] = results(paper(survey(theirs), form))
    cells = [[*zip(*rows, strict=True)] for rows in zip(base, mine, theirs, strict=True)]
    wanted = [tuple(there if here == was else here for was, here, there in row) for row in cells]
    merged = document.into(survey(mine))
    assert results(paper(merged.text, form)) == results(paper(survey(wanted), form))
    assert len(merged.conflicts) == sum(len({*cell}) == 3 for row in cells for cell in row)


@pytest.mark.parametrize("added_to", ["file", "document"])
def test_a_row_that_is_new_beside_one_that_both_changed_is_no_conflict(added_to):
    document = paper(FILE)
    rows(document)[1]["role"] = "открывает окна"
    newer = FILE.replace("двери}", "ворота}")
    if added_to == "file":
        newer = newer.replace("ворота}", "ворота}\n  - Школа")
    else:
        rows(document).insert(2, row("Школа"))
    merged = document.into(newer)
    assert [conflict.row for conflict in merged.conflicts] == [2]
    assert [each["name"] for each in rows(paper(merged.text))][1:3] == ["Библиотека", "Школа"]


def test_the_words_of_the_document_hold_only_where_both_have_changed_them():
    document = paper(FILE)
    rows(document)[0]["role"] = "даёт деньги"
    newer = FILE.replace("залы", "ключи").replace("двери", "окна")
    newer = newer.replace("# конец", "  - Сад\n# конец")
    merged = document.into(newer, "theirs")
    assert merged.text == newer.replace("ключи", "деньги")


@pytest.mark.parametrize("take", [None, "ours", "theirs"])
def test_a_row_changed_here_and_removed_there_is_a_conflict(take):
    document = paper(FILE)
    del rows(document)[1]
    newer = FILE.replace("двери", "окна")
    merged = document.into(newer, take)
    [conflict] = merged.conflicts
    assert (conflict.mine, conflict.theirs) == ("Библиотека\nоткрывает окна", "")
    gone = newer.replace("  - {name: Библиотека, role: открывает окна}\n", "")
    assert merged.text == (gone if take == "theirs" else newer)


@pytest.mark.parametrize("take", [None, "ours", "theirs"])
def test_a_row_removed_here_and_changed_there_is_a_conflict(take):
    document = paper(FILE)
    rows(document)[1]["role"] = "открывает окна"
    newer = FILE.replace("  - {name: Библиотека, role: открывает двери}\n", "")
    merged = document.into(newer, take)
    [conflict] = merged.conflicts
    assert (conflict.mine, conflict.theirs) == ("", "Библиотека\nоткрывает окна")
    back = newer.replace("# шесть\n", "# шесть\n  - name: Библиотека\n    role: открывает окна\n")
    assert merged.text == (back if take == "theirs" else newer)


def test_the_order_of_the_side_that_changed_it_holds():
    document = paper(FILE)
    moved = paper(FILE)
    rows(moved).append(rows(moved).pop(0))
    newer = moved.into(FILE).text
    assert document.into(newer).text == newer
    rows(document)[1]["role"] = "открывает окна"
    assert document.into(newer).text == newer.replace("двери", "окна")


@pytest.mark.parametrize("take", [None, "ours", "theirs"])
def test_two_orders_are_a_conflict(take):
    document, moved = paper(FILE), paper(FILE)
    rows(document).reverse()
    rows(moved).append(rows(moved).pop(0))
    newer = moved.into(FILE).text
    merged = document.into(newer, take)
    [conflict] = merged.conflicts
    assert conflict.mine == "Библиотека; Соседи; Гости; Администрация города"
    assert conflict.theirs == "Гости; Соседи; Библиотека; Администрация города"
    assert conflict.cause == "order"
    if take != "theirs":
        assert merged.text == newer
    else:
        assert rows(paper(merged.text)) == rows(document)


def test_without_a_stamp_the_rows_of_the_document_are_believed():
    document = paper(FILE)
    newer = FILE.replace("двери", "окна").replace("# конец", "  - Сад\n# конец")
    merged = document.into(newer, stamped=False)
    assert merged.is_blind
    assert rows(paper(merged.text)) == rows(document)


@pytest.mark.parametrize("fields", [{}, {"participants": "ours"}])
def test_without_a_stamp_those_of_the_practice_stay_where_that_is_said(fields):
    document = paper(FILE)
    rows(document)[0]["role"] = "даёт деньги"
    rows(document).insert(0, rows(document).pop())
    rows(document).append({"name": "Школа", "role": "даёт стулья"})
    newer = FILE.replace("# конец", "  - Сад\n# конец")
    merged = document.into(newer, None if fields else "ours", stamped=False, **fields)
    assert merged.text == newer
    assert not merged.changes
    assert {(each.cause, each.taken) for each in merged.conflicts} == {("unknown", "ours")}
    texts = " ".join(f"{each.mine} {each.theirs}" for each in merged.conflicts)
    assert [each for each in ("деньги", "Школа", "Сад") if each not in texts] == []


# --- prose, and one record ----------------------------------------------------------------

PROSE = "passport: 1\ntitle: Клуб\nopportunities: >\n  Залы\n  пусты.\nsummary: Слова\n"


def test_prose_in_a_table_stays_prose():
    document = paper(PROSE)
    document.says["opportunities"][0]["text"] = "Залы полны."
    merged = document.into(PROSE)
    assert merged.text == PROSE.replace("пусты", "полны")
    [change] = merged.changes
    assert (change.kind, change.before, change.after, change.route) == (
        "changed",
        "Залы пусты.",
        "Залы полны.",
        ("opportunities",),
    )


def test_prose_goes_with_the_last_row():
    document = paper(PROSE)
    document.says["opportunities"] = []
    merged = document.into(PROSE, opportunities="theirs")
    assert merged.text == "passport: 1\ntitle: Клуб\nsummary: Слова\n"
    assert kinds(merged) == [("removed", None)]


def test_prose_becomes_a_list_where_there_are_rows():
    document = paper(PROSE)
    document.says["opportunities"].append({"text": "Люди есть."})
    merged = document.into(PROSE)
    assert merged.text == PROSE.replace(
        "opportunities: >\n  Залы\n  пусты.\n", "opportunities:\n  - Залы пусты.\n  - Люди есть.\n"
    )


@pytest.mark.parametrize(("take", "words"), [(None, "душны"), ("theirs", "полны")])
def test_prose_may_be_in_conflict(take, words):
    document = paper(PROSE)
    document.says["opportunities"][0]["text"] = "Залы полны."
    merged = document.into(PROSE.replace("пусты", "душны"), take)
    assert merged.text == PROSE.replace("пусты", words)
    assert [conflict.mine for conflict in merged.conflicts] == ["Залы душны."]


def test_a_record_is_one_row():
    before = "passport: 1\ntitle: Клуб\naudience: 5 чел.   # все\n"
    document = paper(before)
    document.says["audience"][0]["involved"] = "6 чел."
    assert document.into(before).text == before.replace("5", "6")
    document.says["audience"][0]["affected"] = "9 чел."
    assert document.into(before).text == (
        "passport: 1\ntitle: Клуб\naudience:   # все\n  involved: 6 чел.\n  affected: 9 чел.\n"
    )


def test_a_record_comes_and_goes():
    before = "passport: 1\ntitle: Клуб\n"
    document = paper(before)
    document.says["audience"] = [{"involved": "", "affected": "9 чел."}]
    after = document.into(before).text
    assert after == before + "audience:\n  affected: 9 чел.\n"
    document = paper(after)
    document.says["audience"] = []
    assert paper(document.into(after, audience="theirs").text).says["audience"] == []


# --- acts and costs -----------------------------------------------------------------------

ACTS = """\
passport: 1
title: Клуб
acts:
  # порядок
  - act: Закон № 1
    adopted: право
    amended:
      changes: правка
      result: ключ
  - act: Устав
    amended: {changes: глава}
  - act: Закон № 2
    adopted:
"""


def acts(document: Paper, table: str = "adopted"):
    return document.says[f"acts_{table}"]


def test_an_act_of_both_tables_leaves_one():
    document = paper(ACTS, "project-passport")
    del acts(document)[0]
    assert document.into(ACTS).text == ACTS.replace("    adopted: право\n", "")
    del acts(document, "amended")[0]
    lines = ACTS.split("\n")
    assert document.into(ACTS).text == "\n".join(lines[:3] + lines[9:])


def test_an_act_is_added_to_its_table():
    document = paper(ACTS, "project-passport")
    acts(document).insert(1, {"act": "Закон № 3", "adopted_result": ""})
    acts(document).append({"act": "Закон № 4", "adopted_result": "залы"})
    merged = document.into(ACTS)
    assert merged.text == (
        ACTS.replace("  - act: Устав", "  - act: Закон № 3\n    adopted:\n  - act: Устав")
        + "  - act: Закон № 4\n    adopted:\n      result: залы\n"
    )
    assert not merged.left


def test_an_act_of_the_other_table_is_not_written_twice():
    document = paper(ACTS, "project-passport")
    acts(document).insert(1, {"act": "Устав", "adopted_result": "имя"})
    merged = document.into(ACTS)
    assert paper(merged.text, "project-passport").says == document.says
    assert merged.text.count("Устав") == 1


def test_an_act_renamed_in_both_tables_is_renamed_once():
    document = paper(ACTS, "project-passport")
    for table in ("adopted", "amended"):
        acts(document, table)[0]["act"] = "Закон № 7"
    merged = document.into(ACTS)
    assert merged.text == ACTS.replace("№ 1", "№ 7")
    assert not merged.left
    assert not merged.conflicts


def test_an_act_renamed_in_one_table_alone_is_left():
    """The other table has been brought in already, and would show another name."""
    document = paper(ACTS, "project-passport")
    acts(document, "amended")[0]["act"] = "Закон № 7"
    merged = document.into(ACTS)
    assert merged.text == ACTS
    assert not merged.changes
    assert [(left.label.key, left.words, left.row) for left in merged.left] == [
        ("acts_amended", "Закон № 7", 1)
    ]


def test_acts_in_another_order_in_one_table_alone_are_left():
    before = (
        "passport: 1\ntitle: Клуб\nacts:\n"
        "  - {act: Закон, adopted: право, amended: правка}\n"
        "  - {act: Устав, adopted: имя, amended: глава}\n"
    )
    document = paper(before, "project-passport")
    acts(document, "amended").reverse()
    merged = document.into(before)
    assert merged.text == before
    [left] = merged.left
    assert (left.label.key, left.words) == ("acts_amended", "Устав\nЗакон")
    assert str(left.reason) == "the file cannot have its rows in this order"


def test_a_result_of_an_act_comes_and_goes():
    document = paper(ACTS, "project-passport")
    acts(document)[0]["adopted_result"] = ""
    acts(document)[1]["adopted_result"] = "залы"
    merged = document.into(ACTS)
    assert merged.text == ACTS.replace("adopted: право", "adopted:") + "      result: залы\n"


COSTS = """\
passport: 1
title: Клуб
funding_source: Бюджет города   # пока
costs:
  - {item: Чай, amount: 100}
  - item: Стол
    details: дуб
    amount: "200"
  - {item: Стул, amount: 50, source: Соседи}
"""


def test_a_source_that_holds_for_all_lines_is_not_written_into_each():
    document = paper(COSTS)
    document.says["costs"][1]["amount"] = "250"
    document.says["costs"].append(
        {"item_with_details": "Мёд\nлипа", "amount": "5", "source": "Бюджет города"}
    )
    assert document.into(COSTS).text == (
        COSTS.replace("200", "250") + "  - item: Мёд\n    details:\n      - липа\n    amount: 5\n"
    )


def test_a_source_that_changes_for_all_lines_changes_once():
    document = paper(COSTS)
    for line in document.says["costs"][:2]:
        line["source"] = "Бюджет края"
    assert document.into(COSTS).text == COSTS.replace("города", "края")


def test_a_source_that_changes_for_one_line_is_written_there():
    document = paper(COSTS)
    document.says["costs"][0]["source"] = "Бюджет края"
    assert document.into(COSTS).text == COSTS.replace("100}", '100, source: "Бюджет края"}')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # one that holds for all lines holds for the only one
        ("funding_source: Край\ncosts:\n  - Чай\n", "funding_source: Город\ncosts:\n  - Чай\n"),
        (
            "funding_source: Край\ncosts:\n  - {item: Чай, source: Сад}\n",
            "funding_source: Край\ncosts:\n  - {item: Чай, source: Город}\n",
        ),
        # where none held, none does
        ("costs:\n  - item: Чай\n", "costs:\n  - item: Чай\n    source: Город\n"),
    ],
)
def test_the_source_of_a_single_line_changes_where_it_is_said(before, after):
    head = "passport: 1\ntitle: Клуб\n"
    document = paper(head + before)
    document.says["costs"][0]["source"] = "Город"
    assert document.into(head + before).text == head + after


def test_a_source_cannot_be_empty_where_one_holds_for_all():
    document = paper(COSTS)
    document.says["costs"][0]["source"] = ""
    document.says["costs"][1]["amount"] = "250"
    document.says["costs"].append({"item_with_details": "Мёд", "amount": "5", "source": ""})
    merged = document.into(COSTS)
    assert merged.text == COSTS.replace("200", "250") + "  - item: Мёд\n    amount: 5\n"
    assert [(left.label.column, left.row) for left in merged.left] == [
        ("Источник финансирования", 1),
        ("Источник финансирования", 4),
    ]
    assert kinds(merged) == [("changed", 2), ("added", 4)]


def test_a_source_that_holds_for_all_is_not_emptied_by_all():
    document = paper(COSTS)
    for line in document.says["costs"][:2]:
        line["source"] = ""
    merged = document.into(COSTS)
    assert merged.text == COSTS
    assert [left.row for left in merged.left] == [1, 2]


def test_details_of_an_item_change_alone():
    document = paper(COSTS)
    document.says["costs"][1]["item_with_details"] = "Стол\nдуб\nлак"
    assert document.into(COSTS).text == COSTS.replace(
        "    details: дуб\n", "    details:\n      - дуб\n      - лак\n"
    )


def test_what_says_nothing_beside_a_corrected_value_is_no_change():
    before = (
        "passport: 1\ntitle: Клуб\ncontacts:\n"
        "  - phones: []   # узнать\n    emails: klub@example.org\n"
    )
    document = paper(before)
    document.says["contacts"][0]["phones_and_emails"] = "sad@example.org"
    merged = document.into(before)
    assert merged.text == before.replace("klub", "sad")
    assert [change.route for change in merged.changes] == [("contacts", 0, "emails")]


def test_rows_for_one_form_change_for_that_form():
    before = (
        COSTS + "for:\n  practice-passport:\n    costs:\n      - {item: Чай, amount: 90}   # да\n"
    )
    document = paper(before)
    document.says["costs"][0]["amount"] = "80"
    assert document.into(before).text == before.replace("90", "80")
    document.says["costs"].clear()
    assert (
        document.into(before, "theirs").text
        == before.partition("      - {item: Чай, amount: 90}")[0]
    )


# --- many rows ----------------------------------------------------------------------------


def test_five_hundred_rows_are_matched_in_a_second():
    items = [f"  - {{item: Статья расходов {n}, amount: {n * 7}}}\n" for n in range(500)]
    before = "passport: 1\ntitle: Клуб\ncosts:\n" + "".join(items)
    document = paper(before)
    said = document.says["costs"]
    for each in said[::2]:
        each["amount"] += ",50"
        each["item_with_details"] += " с доставкой"
    said.append(said.pop(7))
    del said[100]
    began = time.process_time()
    merged = document.into(before)
    assert time.process_time() - began < 2
    assert paper(merged.text).says["costs"] == said
    assert not merged.left


@pytest.mark.parametrize("is_forged", [False, True])
def test_two_thousand_rows_that_have_all_changed_are_matched(monkeypatch, is_forged):
    """No row is compared with every other; nor with every hash of a stamp that says nothing."""
    items = [f"  - {{item: Статья расходов {n}, amount: {n * 7}}}\n" for n in range(2000)]
    before = "passport: 1\ntitle: Клуб\ncosts:\n" + "".join(items)
    document = paper(before)
    for each in document.says["costs"]:
        each["amount"] += "1"
    if is_forged:
        hashes = {**document.stamp.hashes, "costs": [f"{n:08x}" for n in range(2000)]}
        document = document._replace(stamp=document.stamp._replace(hashes=hashes, cells={}))
    compared = Counter[str]()
    likely = alignment._candidates

    def counted(*sides):
        for pair in likely(*sides):
            compared["pairs"] += 1
            yield pair

    monkeypatch.setattr(alignment, "_candidates", counted)
    merged = document.into(before)
    assert compared["pairs"] <= 20_000
    assert len(merged.conflicts if is_forged else merged.changes) == 2000
