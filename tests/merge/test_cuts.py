"""A text that shows several fields is cut beside the words that the practice has in them."""

import pytest

from passportkit.merge.cuts import read_beside
from passportkit.practice.costs import Cost
from passportkit.practice.passport_rows import Resource, Risk, Stage, TargetGroup
from passportkit.practice.people import Contact, Member
from passportkit.practice.results import Result
from tests.merge.papers import paper

MEMBER = Member(name="Руднева Анна", position="директор Центра", contribution="Ведёт клубы.")
WITH_DEGREE = Member(name="Орлов Пётр", position="к. п. н.", contribution="Учит ведущих.")
STAGE = Stage(period="01.07.2022 – 30.09.2022", description="Порядок, первый поток\nШесть залов")
RISK = Risk(description="Ведущий устал", mitigation="есть сменщик – и не один")
PLAIN_RISK = Risk(description="Ведущий – житель – устал")
GROUP = TargetGroup(name="Родители детей", size="3 900 чел.")
ROOM = Resource(description="Зал", purpose="занятия")


@pytest.mark.parametrize(
    ("record", "text", "values"),
    [
        # the sign comes into the words of a field before its own
        (
            MEMBER,
            "Руднева Анна – зам. директора Центра. Ведёт клубы.",
            ("Руднева Анна", "зам. директора Центра", "Ведёт клубы."),
        ),
        (
            MEMBER,
            "Руднева – Светлова – и. о. директора Центра. Ведёт клубы.",
            ("Руднева", "Светлова – и. о. директора Центра", "Ведёт клубы."),
        ),
        (
            MEMBER,
            "Руднева – Светлова Анна – директор Центра. Ведёт клубы.",
            ("Руднева – Светлова Анна", "директор Центра", "Ведёт клубы."),
        ),
        (
            MEMBER,
            "Руднева Анна – директор Центра. Г. Светлоречье. Ведёт все клубы.",
            ("Руднева Анна", "директор Центра", "Г. Светлоречье. Ведёт все клубы."),
        ),
        (
            RISK,
            "Ведущий – житель – устал – есть сменщик – и не один",
            ("Ведущий – житель – устал", RISK.mitigation),
        ),
        (GROUP, "Родители – мамы и папы – 3 900 чел.", ("Родители – мамы и папы", "3 900 чел.")),
        # the sign stood there already
        (
            WITH_DEGREE,
            "Орлов Пётр – к. п. н. Учит всех.",
            ("Орлов Пётр", "к. п. н.", "Учит всех."),
        ),
        (PLAIN_RISK, "Ведущий – житель – заболел", ("Ведущий – житель – заболел", None)),
        (PLAIN_RISK, "Ведущий – житель – устал – сменим", (PLAIN_RISK.description, "сменим")),
        # the words of a field have gone, and its sign with them
        (STAGE, "Порядок, первый поток\nШесть залов", (None, STAGE.description)),
        (MEMBER, "Руднева Анна. Ведёт клубы.", ("Руднева Анна", None, "Ведёт клубы.")),
        (MEMBER, "директор Центра", (None, "директор Центра", None)),
        (RISK, "есть сменщик – и не один", (None, RISK.mitigation)),
        (ROOM, "занятия", (None, "занятия")),
        # the first sign decides where it leaves as much as any other
        (ROOM, "Зал – большой – занятия", ("Зал", "большой – занятия")),
        (ROOM, "Залы – большие – кружки", ("Залы", "большие – кружки")),
        (GROUP, "Родители – 3 900 – чел.", ("Родители", "3 900 – чел.")),
        (Stage(), "2022\nОпрос", ("2022", "Опрос")),
        # a view that knows a word of a field by what it is cuts there
        (Result(indicator="Доля", unit="%"), "Доля, из взрослых", ("Доля, из взрослых", None)),
    ],
)
def test_what_a_record_says_stays_where_it_is(record, text, values):
    view = record.line or record.views["indicator-and-unit"]
    assert tuple(read_beside(view, text, record).values()) == values


@pytest.mark.parametrize("sign", ["\ue000", "\ue001\ue000", "\ue002"])
def test_no_sign_of_the_words_stands_for_others(sign):
    record = Resource(description=f"Зал {sign}", purpose="занятия")
    assert record.line
    read = read_beside(record.line, f"Зал {sign} – большой – кружки", record)
    assert "".join(read.values()).count(sign) == 1


def test_what_says_how_words_stand_together_stays():
    contact = Contact(name="Центр", position="Светлова А. И.", separator=" – ")
    read = read_beside(Contact.views["name-and-position"], "Центр, отдел – Светлова А. И.", contact)
    assert read == {"name": "Центр, отдел", "position": "Светлова А. И.", "separator": " – "}


def test_a_list_within_a_text_stays():
    cost = Cost(item="Печать", details=["афиши", "книги"])
    read = read_beside(Cost.views["item-with-details"], "Печать\nв городе\nафиши\nкниги", cost)
    assert read == {"item": "Печать", "details": ["в городе", "афиши", "книги"]}
    read = read_beside(Cost.views["item-with-details"], "Цветная\nпечать\nафиши\nкниги", cost)
    assert read == {"item": "Цветная\nпечать", "details": ["афиши", "книги"]}


TEAM = """\
passport: 1
title: Клуб
team:
  - name: Руднева Анна
    position: директор Центра
    contribution: Ведёт клубы.
  - name: Орлов Пётр   # Школа
    position: методист
    contribution: Учит ведущих.
"""


def test_the_items_of_a_list_are_cut_each_beside_the_one_that_it_was():
    document = paper(TEAM)
    says = document.says["team"]
    document.says["team"] = says.replace("методист", "ст. методист").replace("– дир", "– и. о. дир")
    assert document.into(TEAM).text == TEAM.replace("методист", "ст. методист").replace(
        "директор", "и. о. директор"
    )


def test_a_new_item_is_cut_at_the_first_sign():
    document = paper(TEAM)
    document.says["team"] += "\n- Белова Ольга – бухгалтер. Считает. Платит."
    assert document.into(TEAM).text == TEAM + (
        "  - name: Белова Ольга\n    position: бухгалтер\n    contribution: Считает. Платит.\n"
    )
