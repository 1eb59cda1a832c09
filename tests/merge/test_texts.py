"""A text that was corrected in the document changes in the file, unless it has changed there."""

import pytest

from passportkit.edits import Edit
from passportkit.errors import CannotGoOn
from passportkit.merge import Merge
from passportkit.merge.outcome import Side
from tests.merge.papers import paper

FILE = """\
passport: 1
title: Клуб   # имя
# почему
preconditions: |
  Негде встречаться.
  Некогда.
goals: встречи
tasks:   # три
  - найти зал;
  # важнее всех
  - найти людей.
for:
  algorithm:
    goals: одна цель
"""


def test_what_is_the_same_stays_the_same():
    merged = paper(FILE).into(FILE)
    assert merged.text == FILE
    assert merged == Merge(merged.source, Edit(FILE))


def test_a_correction_changes_its_lines_alone():
    document = paper(FILE)
    document.says["preconditions"] = "Негде встречаться.\nЛень."
    merged = document.into(FILE)
    assert merged.text == FILE.replace("Некогда.", "Лень.")
    [change] = merged.changes
    assert change.label[:3] == ("preconditions", "3", "Предпосылки реализации")
    assert change.route == ("preconditions",)
    assert (change.kind, change.before, change.after) == (
        "changed",
        "Негде встречаться.\nНекогда.",
        "Негде встречаться.\nЛень.",
    )


def test_a_line_that_stays_keeps_its_spelling():
    """The file says `\\*` where `*` would do; a document knows nothing of that."""
    before = "passport: 1\ntitle: Клуб\nsummary: |\n  Зал 5 \\* 7\n  тесен\n"
    document = paper(before)
    assert document.says["summary"] == "Зал 5 * 7\nтесен"
    document.says["summary"] = "Итак:\nЗал 5 * 7\nпуст"
    assert document.into(before).text == before.replace("  Зал", "  Итак:\n  Зал").replace(
        "тесен", "пуст"
    )


def test_a_list_keeps_its_items_and_their_comments():
    document = paper(FILE)
    document.says["tasks"] = "- найти зал;\n- найти чай;\n- найти людей и детей."
    assert document.into(FILE).text == FILE.replace(
        "  # важнее всех\n  - найти людей.\n",
        "  - найти чай;\n  # важнее всех\n  - найти людей и детей.\n",
    )


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("найти всех", "tasks: найти всех  # три\n"),
        ("", ""),
    ],
)
def test_a_list_may_become_a_text_or_go(words, lines):
    document = paper(FILE)
    document.says["tasks"] = words
    text = document.into(FILE, "theirs").text
    assert (
        text.partition("goals: встречи\n")[2].partition("for:")[0].replace("   #", "  #") == lines
    )


def test_a_text_may_become_a_list():
    document = paper(FILE)
    document.says["goals"] = "- встречи;\n- чай."
    assert document.into(FILE).text == FILE.replace(
        "goals: встречи\n", "goals:\n  - встречи;\n  - чай.\n"
    )


def test_what_is_new_stands_where_a_new_file_has_it():
    document = paper(FILE)
    document.says["summary"] = "Соседи\nвстречаются"
    merged = document.into(FILE)
    assert merged.text == FILE.replace("for:", "summary: |\n  Соседи\n  встречаются\nfor:")
    assert [change.kind for change in merged.changes] == ["added"]


def test_words_for_one_form_change_for_that_form():
    document = paper(FILE, "algorithm")
    document.says["goals"] = "иная цель"
    assert document.into(FILE).text == FILE.replace("одна цель", "иная цель")


def test_no_words_for_one_form_are_none_for_that_form():
    document = paper(FILE, "algorithm")
    document.says["goals"] = ""
    merged = document.into(FILE, "theirs")
    assert merged.text == FILE.replace("goals: одна цель", "goals:")
    assert not merged.left


def test_what_the_document_does_not_have_stays():
    document = paper(FILE)._replace(says={"title": "Клуб соседей"})
    assert document.into(FILE).text == FILE.replace(": Клуб", ": Клуб соседей")


def test_a_card_leaves_out_what_has_no_words():
    document = paper(FILE, "grant-card")
    del document.says["goals"]
    assert document.into(FILE, goals="theirs").text == FILE.replace("goals: встречи\n", "")
    assert document.into(FILE).text == FILE
    assert document.into(FILE, stamped=False).text == FILE


def test_what_was_done_is_told_in_the_order_of_the_form():
    before = FILE + "funding_source: Край\ncosts: [Чай, Мёд]\n"
    document = paper(before)
    document.says["title"] = "Дом"
    document.says["costs"][0]["item_with_details"] = "Чай чёрный"
    merged = document.into(before)
    assert [change.label.key for change in merged.changes] == ["title", "costs"]
    newer = before.replace(": Клуб", ": Сад").replace("Чай", "Чай зелёный")
    both = document.into(newer).conflicts
    assert [conflict.label.key for conflict in both] == ["title", "costs"]
    document.says["title"] = ""
    document.says["costs"][0]["source"] = ""
    left = document.into(before, title="theirs").left
    assert [each.label.key for each in left] == ["title", "costs"]


# --- both sides ---------------------------------------------------------------------------


def test_what_has_changed_in_the_file_alone_stays():
    document = paper(FILE)
    newer = FILE.replace("встречи", "чай")
    merged = document.into(newer)
    assert merged.text == newer
    assert not merged.changes
    assert not merged.conflicts


def test_what_has_changed_alike_is_no_conflict():
    document = paper(FILE)
    document.says["goals"] = "чай"
    newer = FILE.replace("встречи", "чай")
    assert document.into(newer).text == newer
    assert not document.into(newer).conflicts


@pytest.mark.parametrize(("take", "goal"), [(None, "чай"), ("ours", "чай"), ("theirs", "кофе")])
def test_what_has_changed_differently_is_a_conflict(take, goal):
    document = paper(FILE)
    document.says["goals"] = "кофе"
    document.says["title"] = "Дом"
    merged = document.into(FILE.replace("встречи", "чай"), take)
    assert merged.text == FILE.replace("встречи", goal).replace(": Клуб", ": Дом")
    [conflict] = merged.conflicts
    assert conflict.label.part == "Цель практики –"
    assert (conflict.mine, conflict.theirs, conflict.taken) == ("чай", "кофе", take)
    assert [change.label.key for change in merged.changes] == ["title"]


def test_without_a_stamp_the_document_is_believed():
    document = paper(FILE)
    document.says["goals"] = "кофе"
    merged = document.into(FILE.replace("встречи", "чай"), stamped=False)
    assert merged.is_blind
    assert merged.text == FILE.replace("встречи", "кофе")
    assert not merged.conflicts


def test_a_blank_form_tells_as_little():
    document = paper(FILE)
    blank = document._replace(stamp=type(document.stamp)(document.form.name, 1))
    assert blank.into(FILE).is_blind


# --- cells of several fields --------------------------------------------------------------

SUMS = """\
passport: 1
title: Клуб
situation_before: По опросу   # весной
indicators:
  - {name: Гости, before: 5, after: 9}
costs:
  - {item: Чай, amount: 100}
  - {item: Стол, amount: "200"}
"""


def test_words_are_told_from_what_stands_with_them():
    document = paper(SUMS)
    document.says["situation_before"] = document.says["situation_before"].replace(
        "По опросу", "По опросу соседей"
    )
    merged = document.into(SUMS)
    assert merged.text == SUMS.replace("По опросу", "По опросу соседей")


def test_a_value_of_an_indicator_is_corrected_where_it_is_shown():
    document = paper(SUMS)
    before, after = document.says["situation_before"], document.says["situation_after"]
    document.says["situation_before"] = before.replace("5", "6").replace("опросу", "опросам")
    document.says["situation_after"] = after.replace("9", "8")
    merged = document.into(SUMS)
    assert merged.text == SUMS.replace("опросу", "опросам").replace("5, after: 9", "6, after: 8")
    assert not merged.left


def test_a_name_of_an_indicator_is_not():
    document = paper(SUMS)
    document.says["situation_before"] = document.says["situation_before"].replace("Гости", "Дети")
    merged = document.into(SUMS)
    assert merged.text == SUMS
    assert [left.label.key for left in merged.left] == ["situation_before"]


def test_a_value_of_an_indicator_that_is_not_there_is_left():
    document = paper(SUMS)
    document.says["situation_before"] = document.says["situation_before"].replace("5", "")
    merged = document.into(SUMS)
    assert merged.text == SUMS
    assert not merged.changes
    assert [left.label.key for left in merged.left] == ["situation_before"]


GUESTS = "  - {name: Гости, before: 5, after: 9}\n"


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (GUESTS, ("Гости –\xa05", "Гости –\xa06")),  # an indicator that the practice has dropped
        ("", ("Гости", "Дети")),  # one that the document calls otherwise
    ],
)
def test_what_no_field_would_show_is_not_decided_by_naming_one(here, there):
    text = SUMS.replace(GUESTS, f"  - {{name: Клубы, before: 1}}\n{GUESTS}")
    document = paper(text)
    document.says["situation_before"] = document.says["situation_before"].replace(*there)
    other = text.replace(here, "").replace("По опросу", "По опросам")
    outcomes: dict[Side | None, Side | None] = {None: None, "theirs": None, "ours": "ours"}
    for take, taken in outcomes.items():
        merged = document.into(other, take)
        assert merged.text == other
        [conflict] = merged.conflicts
        assert (conflict.cause, conflict.taken) == ("unsayable", taken)
        assert not merged.left


def test_a_total_follows_the_rows():
    document = paper(SUMS)
    document.says["costs"][0]["amount"] = "150"
    document.says["costs_total"] = "350,00"
    merged = document.into(SUMS)
    assert merged.text == SUMS.replace("100", "150")
    assert not merged.left


def test_a_total_that_nobody_has_touched_is_added_up_anew():
    document = paper(SUMS)
    document.says["costs"][0]["amount"] = "150"
    assert document.into(SUMS).text == SUMS.replace("100", "150")
    assert document.into(SUMS, stamped=False).text == SUMS.replace("100", "150")


def test_a_total_of_its_own_is_declared():
    document = paper(SUMS)
    document.says["costs_total"] = "400,00"
    assert document.into(SUMS).text == SUMS + 'costs_total: "400,00"\n'


def test_a_text_may_become_a_record():
    before = "passport: 1\ntitle: Клуб\nstages:\n  - 2019 год   # первый\n"
    document = paper(before, "algorithm")
    document.says["stages_1"] = "2019 год\nопрос"
    assert document.into(before).text == (
        "passport: 1\ntitle: Клуб\nstages:\n"
        "  - period: 2019 год   # первый\n    description: опрос\n"
    )


def test_each_stage_has_its_place():
    before = "passport: 1\ntitle: Клуб\nstages:\n  - 2019 год\n  - 2020 год\n"
    document = paper(before, "algorithm")
    document.says["stages_1"] = "2018 год"
    document.says["stages_3"] = "2021 год"
    merged = document.into(before)
    assert merged.text == before.replace("2019", "2018") + "  - period: 2021 год\n"
    assert not merged.left


def test_where_there_is_no_application_the_one_on_the_card_is_the_first():
    before = "passport: 1\ntitle: Клуб\n"
    document = paper(before, "grant-card")
    document.says["applications_last_status"] = "победа"
    merged = document.into(before)
    assert merged.text == before + "applications:\n  - status: победа\n"
    assert not merged.left


def test_the_last_application_is_the_one_on_the_card():
    before = (
        "passport: 1\ntitle: Клуб\napplications:\n"
        "  - {contest: Первый, status: подана}\n  - {contest: Второй, status: подана}\n"
    )
    document = paper(before, "grant-card")
    document.says["applications_last_status"] = "победа"
    expected = before.replace("Второй, status: подана", "Второй, status: победа")
    assert document.into(before).text == expected


# --- files --------------------------------------------------------------------------------


def test_line_ends_and_the_mark_at_the_beginning_stay():
    before = "\ufeff" + FILE.replace("\n", "\r\n")
    document = paper(FILE)
    document.says["goals"] = "чай\nкофе"
    after = document.into(before).source.content.decode()
    assert after == before.replace("goals: встречи", "goals: |\r\n  чай\r\n  кофе")


def test_what_does_not_fit_is_left():
    before = FILE + "costs:\n  - {item: Чай, prize: 5}\n"
    document = paper(FILE)
    document.says["costs"] = [{"item_with_details": "Стол", "amount": "5", "source": ""}]
    document.says["goals"] = "чай"
    merged = document.into(before)
    assert merged.text == before.replace("встречи", "чай")
    assert [each.words for each in merged.left] == ["Стол\n5", "Чай"]


def test_what_does_not_fit_and_is_the_same_is_no_matter():
    before = FILE + "costs:\n  - {item: Чай, prize: 5}\n"
    merged = paper(before).into(before)
    assert merged == Merge(merged.source, Edit(before))


def test_what_is_no_practice_cannot_be_merged():
    with pytest.raises(CannotGoOn):
        paper(FILE).into("title: [\n")
    with pytest.raises(CannotGoOn):
        paper(FILE).into("a: b\n")


@pytest.mark.parametrize("take", ["ours", None, "theirs"])
def test_without_a_stamp_a_text_stays_where_the_practice_is_to_hold(take):
    document = paper(FILE)
    document.says["goals"] = "танцы"
    merged = document.into(FILE, take, stamped=False)
    assert merged.text == (FILE if take == "ours" else FILE.replace("встречи", "танцы"))
    told = [(each.theirs, each.cause, each.taken) for each in merged.conflicts]
    assert told == ([("танцы", "unknown", "ours")] if take == "ours" else [])
