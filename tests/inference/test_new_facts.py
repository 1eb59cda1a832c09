from passportkit.inference.blank_form import BlankSection, BlankTable, BlankText
from passportkit.inference.new_facts import NewFacts, name_of_fact, title_of


def nothing_taken(_name: str) -> bool:
    return False


def test_a_name_is_made_of_the_words_that_tell_something() -> None:
    assert name_of_fact("Дата учреждения ТОС") == "data_uchrezhdeniya_tos"
    assert name_of_fact("Участие населения в обеспечении содержания") == (
        "uchastie_naseleniya_obespechenii"
    )
    assert name_of_fact("2 этажа и подвал") == "etazha_podval"
    assert name_of_fact("№ !?") == "otvet"


def test_of_a_heading_above_a_label_a_few_words_are_enough() -> None:
    name = name_of_fact("Глава муниципального образования", "Телефон")
    assert name == "glava_munitsipalnogo_telefon"


def test_a_title_has_no_notes_and_no_colon() -> None:
    assert title_of("Место (село, улица), где это будет:") == "Место, где это будет"


def test_a_fact_is_declared_with_its_note_and_type() -> None:
    facts = NewFacts(nothing_taken)
    section = BlankSection("1", "Число жителей:", note_below="(на 1 января)")
    assert facts.of(section, BlankText()) == "chislo_zhiteley"
    assert facts.declared == {
        "chislo_zhiteley": {
            "title": "Число жителей",
            "description": "на 1 января",
            "type": "number",
        }
    }


def test_names_that_are_taken_get_a_number() -> None:
    facts = NewFacts(lambda name: name == "telefon")
    section = BlankSection("", "Телефон")
    assert facts.of(section, BlankText()) == "telefon_2"
    assert facts.of(section, BlankText()) == "telefon_3"


def test_names_that_practices_or_the_program_have_are_taken() -> None:
    facts = NewFacts(nothing_taken)
    assert facts.of(BlankSection("", "Title"), BlankText()) == "title_2"
    table = BlankTable(("Main", "Main"))
    name = facts.of(BlankSection("", "Import"), table)
    assert facts.columns(name) == ["main_2", "main_3"]
