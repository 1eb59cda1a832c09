"""The account of a document: every word is in one entry, and the entries add up."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.engine.account import FATES, Account, LeftWords, account_of
from passportkit.forms.unbind import unbind
from passportkit.intake import Left, match
from passportkit.language import say
from passportkit.paper.model import PassedOver
from passportkit.paper.page.page import read_page
from tests.intake.conftest import CARD, PRACTICE, Words, paper, table

TITLE = ["1. Наименование практики", "Лыжня"]
PARTICIPANTS = "10. Участники внедрения практики и их роль в процессе внедрения"
COSTS = "18. Затраты на реализацию практики"
HEAD = ["№", "Статья затрат", "Объем затрат, тыс. руб.", "Источник финансирования", "Срок"]


def account(
    *blocks: Words, beside: Sequence[PassedOver] = (), left: Sequence[Left] = ()
) -> Account:
    """Return the account of a document filled in on the passport of a practice."""
    read = paper(*blocks)
    read.passed_over = beside
    found = match(read, PRACTICE)
    assert unbind(PRACTICE, found.values).left == []
    return account_of(read, found, LeftWords([*found.left, *left]))


def told(account: Account) -> list[tuple[str, str, str, int]]:
    """Return what has become of words: of which kind or in which field they are, and how many."""
    return [
        (each.fate, each.kind or ", ".join(each.fields), each.words, each.size)
        for each in account.entries
    ]


def test_words_are_in_a_field_without_one_or_of_the_form():
    assert told(account("УТВЕРЖДАЮ", *TITLE)) == [
        ("left", "", "УТВЕРЖДАЮ", 1),
        ("placed", "title", "Лыжня", 1),
        ("furniture", "heading", "1. Наименование практики", 3),
    ]


def test_a_cell_is_accounted_for_as_it_stands_in_the_document():
    costs = account(COSTS, table(HEAD, ["1", "лыжи", "85,0", "нет", "май"]))
    assert [each for each in told(costs) if each[0] != "furniture"] == [
        ("left", "", "май", 1),
        ("placed", "costs.item, costs.details", "лыжи", 1),
        ("placed", "costs.amount", "85,0", 2),
        ("placed", "costs.source", "нет", 1),
    ]
    heads = [words for _fate, kind, words, _size in told(costs) if kind == "head"]
    assert heads == HEAD


def test_a_cell_is_in_a_field_of_its_own_table():
    partners = account(PARTICIPANTS, table(["Участник", "Описание его роли"], ["Школа", "зал"]))
    assert ("placed", "participants.name", "Школа", 1) in told(partners)


def test_the_heading_of_what_is_left_is_left_with_it():
    rows = table(["Наименование практики", "Лыжня"], ["Куратор района", "Лесной"])
    assert [each for each in told(account(rows)) if each[0] == "left"] == [
        ("left", "", "Лесной", 1),
        ("left", "unknown heading", "Куратор района", 2),
    ]


def test_what_is_taken_back_from_a_field_is_there_no_more():
    taken_back = Left(say("“{words}”", words="Название"), "снегу")
    assert told(account(TITLE[0], "Лыжня по снегу", left=[taken_back]))[:2] == [
        ("left", "", "снегу", 1),
        ("placed", "title", "Лыжня по", 2),
    ]


def test_words_that_are_left_twice_count_twice():
    taken_back = Left(say("“{words}”", words="Название"), "снегу")
    whole = account("снегу", TITLE[0], "Лыжня по снегу", left=[taken_back])
    assert [whole.words(fate) for fate in FATES] == [2, 2, 3, 0]


def test_what_stands_beside_the_text_is_not_taken_in_but_for_furniture():
    beside = [
        PassedOver("comment", "Сверить с отчётом", author="Отдел"),
        PassedOver("picture"),
        PassedOver("footer", "Страница 1 из 9"),
    ]
    assert told(account(*TITLE, beside=beside))[2:] == [
        ("furniture", "footer", "Страница 1 из 9", 4),
        ("beside", "comment", "Сверить с отчётом", 3),
        ("furniture", "picture", "", 0),
    ]


def test_it_adds_up():
    whole = account("УТВЕРЖДАЮ", *TITLE, beside=[PassedOver("deleted", "или каток")])
    assert [whole.words(fate) for fate in FATES] == [1, 1, 3, 2]
    assert whole.words() == 7
    assert whole.missing == []


def test_a_heading_at_the_end_of_other_words_is_one_word_with_the_last_of_them():
    read = paper("Лыжня", "Цель", "Найти лесЗадачи", "Расчистить")
    found = match(read, CARD)
    account = account_of(read, found, LeftWords(found.left))
    assert ("furniture", "heading", "Задачи", 0) in told(account)
    assert (account.missing, account.words()) == ([], 5)


def test_words_with_a_heading_at_their_end_may_be_left():
    unknown = "<h1>Памятка</h1><p>для всехЦель</p><p>Расчистить</p>"
    read = read_page(f"<h2>Краткое описание</h2><p>Лес</p>{unknown}".encode())
    found = match(read, CARD)
    assert [each.text for each in found.left] == ["Памятка", "для всех"]
    account = account_of(read, found, LeftWords(found.left))
    assert (account.missing, account.words()) == ([], 7)


def test_a_word_that_is_nowhere_is_missing():
    read = paper(*TITLE, "4. Сроки реализации практики", "2024")
    found = match(read, PRACTICE)
    found.placed_words.pop()
    assert account_of(read, found, LeftWords(found.left)).missing == ["2024"]
