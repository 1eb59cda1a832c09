import pytest

from passportkit.inference.guessed_types import guessed, guessed_of_column


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Дата учреждения", "date"),
        ("Ожидаемый срок работ", "period"),
        ("Количество жителей", "number"),
        ("Общая сумма взносов", "money"),
        ("Взносы жителей (тыс. рублей)", "money"),
        ("Список членов совета", "list"),
        ("Председатель совета", "person"),
        ("Сведения о старосте (фамилия, имя, отчество)", "person"),
        ("Копия протокола", "attachment"),
    ],
)
def test_words_tell_of_which_type_an_answer_is(words: str, kind: str) -> None:
    assert guessed(words)["type"] == kind


def test_other_words_ask_for_text() -> None:
    assert guessed("Описание участка") == {}
    assert guessed("Даты и сроки бывают разные") == {}


def test_a_list_in_a_note_is_a_choice() -> None:
    assert guessed("Направление", "(1) двор; (2) сквер; (3) иное") == {
        "type": "choice",
        "choices": ["двор", "сквер"],
        "other": True,
    }


def test_boxes_to_be_ticked_are_a_choice() -> None:
    assert guessed("Направление", "☐ двор\n☐ сквер") == {
        "type": "choice",
        "choices": ["двор", "сквер"],
    }


def test_yes_or_no_may_ask_for_more() -> None:
    assert guessed("Есть ли устав (да/нет)") == {"type": "yes-no"}
    assert guessed("Есть ли устав (нет/да, дата его регистрации)") == {
        "type": "yes-no",
        "details": "Дата его регистрации",
    }


def test_a_column_is_guessed_where_its_cells_say_a_value() -> None:
    assert guessed_of_column("Доля в общей сумме (%)") == {"type": "number", "unit": "%"}
    assert guessed_of_column("Стоимость, руб.") == {"type": "money"}
    assert guessed_of_column("Исполнитель") == {}
