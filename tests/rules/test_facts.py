"""Rules of several values together: time, money, results, acts, people, answers for form's sake."""

from __future__ import annotations

import pytest

from tests.rules.test_values import at

# --- time ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("period: 01.09.2019 – 31.05.2020", ""),
        ("period: 2019-2019 годы", ""),
        ("period: декабрь – февраль 2020 года", ""),
        ("period: когда-нибудь", ""),
        ("period: 01.09.2020 – 31.05.2019", "1:9"),
        ("period: 2020-2018 годы", "1:9"),
        ("period: с мая 2020 по март 2020 года", "1:9"),
        ("period: >-\n  01.09.2020 –\n  31.05.2019", "2:3"),
        ("stages: [{period: 2020-2018 годы}]", "1:19"),
        ("for: {algorithm: {period: 2020-2018 годы}}", "1:27"),
    ],
)
def test_period_reversed(found, text, place):
    assert at(found, "period-reversed", text) == place


def stages(*periods: str) -> str:
    return "stages:\n" + "".join(f"- period: {each}\n" for each in periods)


@pytest.mark.parametrize(
    ("period", "stage", "place"),
    [
        ("2019-2023 годы", "2019 год", ""),
        ("01.09.2019 – 30.06.2020", "2019-2020 годы", ""),  # years, as far as it says
        ("01.09.2019 – 30.06.2020", "сентябрь 2019 – июнь 2020 года", ""),
        ("2019 год", "01.09.2019 – 31.12.2019", ""),
        ("сентябрь 2021 – июнь 2024 года", "сентябрь 2021 – март 2022 года", ""),
        ("2019 год", "по мере готовности", ""),
        ("по мере готовности", "2019 год", ""),
        ("2020-2019 годы", "2018 год", ""),
        ("2019-2020 годы", "2018 год", "2:11"),
        ("2019-2020 годы", "2020-2021 годы", "2:11"),
        ("01.09.2019 – 30.06.2020", "01.08.2019 – 31.10.2019", "2:11"),
        ("сентябрь 2019 – июнь 2020 года", "август – октябрь 2019 года", "2:11"),
        ("01.09.2019 – 30.06.2020", "2021 год", "2:11"),
    ],
)
def test_stage_outside_period(found, period, stage, place):
    text = f"{stages(stage)}period: {period}"
    assert at(found, "stage-outside-period", text) == place


def test_a_stage_is_compared_with_the_period_that_its_form_shows(found):
    text = (
        "period: 2019 год\nstages: [{period: 2020 год}]\n"
        "for: {algorithm: {period: 2019-2020 годы}}\nforms: %s"
    )
    assert at(found, "stage-outside-period", text % "[algorithm]") == ""
    assert at(found, "stage-outside-period", text % "[practice-passport]") == "2:19"
    assert at(found, "stage-outside-period", text % "[practice-passport, algorithm]") == "2:19"
    assert at(found, "stage-outside-period", text % "[]") == "2:19"


@pytest.mark.parametrize(
    ("periods", "place"),
    [
        (("2019-2020 годы", "2021-2022 годы", "2023 год"), ""),
        (("2019-2020 годы", "2020-2021 годы"), ""),
        (("01.07.2022 – 30.09.2022", "01.10.2022 – 31.12.2022"), ""),
        (("01.07.2022 – 30.09.2022", "30.09.2022 – 31.12.2022"), ""),
        (("март – май 2020 года", "май – июль 2020 года"), ""),
        (("2020 год", "май – июль 2020 года"), ""),
        (("2021 год", "2019 год"), ""),
        (("2019-2020 годы", "когда-нибудь", "2021 год"), ""),
        (("2019-2021 годы", "2020-2022 годы"), "3:11"),
        (("01.07.2022 – 30.09.2022", "29.09.2022 – 31.12.2022"), "3:11"),
        (("март – июнь 2020 года", "май – июль 2020 года"), "3:11"),
        (("2019-2022 годы", "когда-нибудь", "2020-2021 годы"), "4:11"),
    ],
)
def test_stages_overlap(found, periods, place):
    assert at(found, "stages-overlap", stages(*periods)) == place


# --- money --------------------------------------------------------------------------------


def costs(*amounts: str, item: str = "а") -> str:
    lines = "".join(f"- {{item: {item}, amount: '{each}'}}\n" for each in amounts)
    return f"funding_source: бюджет\ncosts:\n{lines}"


FILED = ("99 000,00", "47 250,00", "55 486,4", "30 000,00", "8 000,00", "33 000,00", "32 000,00")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (costs(*FILED) + "costs_total: 304 736,40", ""),
        (costs(*FILED) + "costs_total: 304 736,4 руб.", ""),
        (costs(*FILED) + "costs_total: 304,7 тыс. руб.", ""),
        (costs(*FILED) + "costs_total: 0,3 млн руб.", ""),
        (costs("0,1", "0,2") + "costs_total: 0,3", ""),
        (costs("1,5 млн руб.", "642,5 тыс. руб.") + "costs_total: 2 142 500", ""),
        (costs("721 тыс. руб. ежегодно", "5") + "costs_total: 100", ""),
        (costs("5", "") + "costs_total: 100", ""),
        (costs("5") + "costs_total: около 100", ""),
        ("costs_total: 100", ""),
        (
            "costs: [{item: а, amount: 5}, {item: в том числе б, amount: 3}]\ncosts_total: 5",
            "",
        ),
        ("costs: [{item: а, amount: 5}, [б]]\ncosts_total: 8", ""),  # a line was left out
        (costs(*FILED) + "costs_total: 304 763,40", "10:14"),
        (costs(*FILED) + "costs_total: 304 736,41", "10:14"),
        (costs(*FILED) + "costs_total: 304,6 тыс. руб.", "10:14"),
        (costs("0,1", "0,2") + 'costs_total: "0,30000001"', "5:14"),
        (costs("5", "6") + "for: {algorithm: {costs_total: 12}}\nforms: algorithm", "5:32"),
        (
            "costs_total: 12\nfor: {algorithm: {costs: [{item: а, amount: 5}]}}\nforms: algorithm",
            "1:14",
        ),
        ("costs_total: 12\nfor: {algorithm: {costs: [{item: а, amount: 5}]}}", ""),
    ],
)
def test_costs_total(found, text, place):
    assert at(found, "costs-total", text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (costs("180 400", "96 000") + "budget: 276 400,00", ""),
        (costs("180 400", "96 000") + "budget: 276,4 тыс. руб.", ""),
        (costs("180 400", "96 000") + "budget: 276 тыс. руб.", ""),
        (costs("180 400", "много") + "budget: 276 тыс. руб.", ""),
        (costs("5", "6") + "costs_total: 12\nbudget: 12", ""),  # costs-total says it
        ("budget: 12", ""),
        (costs("180 400", "96 000") + "budget: 300 000", "5:9"),
        ("costs_total: 12\nbudget: 13", "2:9"),
        (costs("5") + "for: {algorithm: {budget: 6}}\nforms: algorithm", "4:27"),
    ],
)
def test_budget_mismatch(found, text, place):
    mine = at_only(found, "budget-mismatch", text)
    assert mine == place


def at_only(found, rule: str, text: str) -> str:
    return " ".join(each.split()[0] for each in found(text) if each.endswith(f" {rule}"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("costs: [{item: а, source: б}]", ""),
        ("costs: [{item: а}, {item: в}]\nfunding_source: б", ""),
        ("costs: [{item: а}, {item: в}]\nforms: [project-passport]", ""),  # has no such column
        ("costs: [{item: а}, {item: в}]\nforms: [algorithm]", ""),
        ("costs: []", ""),
        ("costs: [{item: , amount: }]", ""),
        ("costs: [{item: а}, {item: в, source: [б]}]\nfunding_source: [в]", ""),
        ("costs: [{item: а, source: б}, {item: в}]", "1:38"),
        ("costs: [{item: а}, {item: в}]", "1:1"),
        ("costs: [{item: а}, {item: в}]\nforms: [practice-passport]", "1:1"),
        ("costs: [{item: а}]", "1:16"),
        ("costs: [{item: а, source: б}, {amount: 5}]", "1:40"),
        (
            "costs: [{item: а}]\nforms: [practice-passport]\n"
            "for: {practice-passport: {funding_source: б}}",
            "",
        ),
    ],
)
def test_cost_without_source(found, text, place):
    assert at(found, "cost-without-source", text) == place


# --- results ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("{indicator: Участники, unit: чел., value: 5}", ""),
        ("{indicator: Участники, value: 5 чел.}", ""),
        ("{indicator: 'Участники, чел.', value: 5}", ""),
        ("{indicator: 'Консультации (кол-во, шт.)', value: более 100}", ""),
        ("{indicator: Публикации (кол-во публикаций в СМИ), value: 20}", ""),
        ("{indicator: 'Площадь, кв. м', value: 20}", ""),
        ("{indicator: 'Привлечено, тыс. рублей', value: 20}", ""),
        ("{indicator: Доля жителей в процентах, value: 20}", ""),
        ("{indicator: Доля жителей, value: 20 %}", ""),
        ("{indicator: Доля жителей, value: с 7 до 10 %}", ""),
        ("{indicator: Создан реестр, value: да}", ""),
        ("{indicator: Создан реестр}", ""),
        ("{indicator: Участники, unit: [чел.], value: 5}", ""),
        ("{indicator: Количество инициатив, value: более 100}", "1:23"),
        ("{indicator: Семинары и круглые столы, value: более 20}", "1:23"),
        ("{indicator: Число СОНКО, value: с 17 до 19}", "1:23"),
        ("{indicator: 'Встречи, проведённые в школах', value: 3}", "1:23"),
        ("{value: 3}", "1:19"),
    ],
)
def test_indicator_without_unit(found, row, place):
    assert at(found, "indicator-without-unit", f"results: [{row}]") == place


@pytest.mark.parametrize(
    ("row", "rules"),
    [
        ("{name: а, unit: ед., before: 7, after: 10}", []),
        ("{name: а, before: 7 %, after: 10 %}", []),
        ("{name: , before: , after: }", []),
        ("{name: а, unit: ед., before: 0, after: 10}", []),
        ("{name: а, unit: ед., before: [7], after: 10}", ["1:43 wrong-type"]),
        ("{name: а, unit: ед., after: 10}", ["1:21 indicator-without-before"]),
        ("{name: а, unit: ед., before: 7}", ["1:21 indicator-without-after"]),
        ("{unit: ед., before: 7}", ["1:34 indicator-without-after"]),
        ("{name: а, before: 7, after: 10}", ["1:21 indicator-without-unit"]),
        (
            "{name: а}",
            ["1:21 indicator-without-before", "1:21 indicator-without-after"],
        ),
    ],
)
def test_indicators_before_and_after(found, row, rules):
    assert found(f"indicators: [{row}]") == rules


@pytest.mark.parametrize(
    "name",
    [
        "Количество поданных заявок на участие",
        "Проведение консультаций для СО НКО",
        "Информационная поддержка деятельности СО НКО",
        "Встречи Главы города с представителями СО НКО",
        "Создан реестр всех общественных организаций города",
        "Получение грантов СО НКО",
        "Количество проектов СО НКО",
        "Количество публикаций",
        "Детские площадки",
        "Количество детских площадок",
        "Рабочие места",
        "Число отработанных человеко-часов",
        "Организация мероприятий",
        "Мероприятия для граждан",
        "Количество встреч с жителями",
        "Гостевые дома",
        "Наряды на ярмарке",
    ],
)
def test_what_is_counted_in_pieces_rightly_stays(found, name):
    text = f"results: [{{indicator: {name}, unit: шт., value: 5}}]"
    assert at(found, "people-counted-in-pieces", text) == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("results: [{indicator: 'Количество участников, среди СОНКО', unit: шт.}]", "1:67"),
        ("results: [{indicator: 'Количество участников, среди СОНКО, шт.', value: 24}]", "1:60"),
        ("results: [{indicator: 'Число активных СО НКО (кол-во, шт.)', value: 7}]", "1:55"),
        ("results: [{indicator: Увеличение количества активных СО НКО, unit: штук}]", "1:68"),
        ("results: [{indicator: Жители города, value: 24 шт.}]", "1:48"),
        ("results: [{indicator: Обученные ведущие, unit: шт}]", "1:48"),
        ("results: [{indicator: Из них подростки, unit: шт.}]", "1:47"),
        ("results: [{indicator: Вовлечённые волонтёры, unit: шт.}]", "1:52"),
        ("indicators: [{name: Число организаций, before: 5 шт., after: 6 шт.}]", "1:50 1:64"),
        ("audience: {involved: 5 шт., affected: 6 чел.}", "1:24"),
        ("results: [{indicator: Жители города, unit: чел., value: 24}]", ""),
        ("results: [{indicator: Штаб волонтёров, unit: шт.}]", ""),
    ],
)
def test_people_counted_in_pieces(found, text, place):
    assert at(found, "people-counted-in-pieces", text) == place


# --- acts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "rules"),
    [
        ("Постановление администрации города от 06.11.2013 № 1754 «Об утверждении»", ""),
        ("Федеральный закон «О некоммерческих организациях» от 12.01.1996 N 7-ФЗ", ""),
        ("Постановление «Об утверждении программы «Содействие» от 30.09.2013 №509-п", ""),
        ("Распоряжение от 14.05.2019 №971-ра «О доступе» (с изм. от 24.08.2020 №1511-ра)", ""),
        ("Постановление от 6 ноября 2013 г. № 1754", ""),
        ("Постановление от 06.11.13 № 1754", ""),
        ("Постановление от 6.11.2013 г. № МР-5", ""),
        ("Приказ директора от 01.09.2022 № 47-од", ""),
        ("Приказ директора от 01.09.2022 б/н", ""),
        ("Указ Губернатора края от 12.09.2018 85-у", ""),
        ("Решение Совета от 21.12.2023 № 41-277", ""),
        ("Соглашение о сотрудничестве от 12.03.2021", ""),
        ("Протокол собрания жителей от 12.03.2021", ""),
        ("Бюджетный кодекс Российской Федерации", ""),
        ("Конституция Российской Федерации", ""),
        ("Устав города Светлоречье", ""),
        ("Постановление № 1754 «О клубах»", "act-without-date"),
        ("Постановление от 06.11.2013 «О клубах»", "act-without-number"),
        ("Положение о муниципальном ресурсном центре", "act-without-date act-without-number"),
        ("Закон края «О поддержке»", "act-without-date act-without-number"),
        ("Соглашение о сотрудничестве", "act-without-date"),
        ("Федеральный закон 7-ФЗ", "act-without-date"),
        ("Постановление от № 285-п от 12.11.2015 «О клубах»", "act-number-before-date"),
        ("Постановление № 285-п от 12.11.2015 «О клубах»", "act-number-before-date"),
        ("Постановление N 285 от 12 ноября 2015 г.", "act-number-before-date"),
        ("Постановление от 12.11.2015 № 285-п от 12.11.2015", ""),
        ("Закон от 12.01.1996 № 7-ФЗ (ред. от 01.02.2020)", ""),
    ],
)
def test_requisites_of_an_act(found, act, rules):
    names = [each.split()[1] for each in found(f"acts: [{{act: '{act}', adopted: да}}]")]
    assert " ".join(names) == rules


def test_the_number_and_the_date_are_marked(found):
    act = "acts:\n- act: >-\n    Приказ Администрации от № 285-п\n    от 12.11.2015 «О клубах»\n"
    text = f"{act}  adopted:\n"
    assert found(text) == ["3:26 act-number-before-date"]


A = "Постановление администрации города от 12.03.2021 № 214 «О клубах»"
B = "Постановление Администрации г. Светлоречье от 12.03.2021 №214"
OTHER = "Постановление администрации города от 12.03.2021 № 215 «О клубах»"
PROVISION = "Устав города"


@pytest.mark.parametrize(
    ("acts", "place"),
    [
        (((A, "adopted: а"), (OTHER, "adopted: а")), ""),
        (((A, "adopted: а"), (B, "amended: а")), ""),  # once in each block
        (((A, "adopted: а, amended: б"),), ""),
        (((A, "adopted: а"), (A.replace("Постановление", "Распоряжение"), "adopted: а")), ""),
        (((A, "adopted: а"), (A.replace("администрации", "Правительства"), "adopted: а")), ""),
        (((A, "adopted: а"), (B, "adopted: б")), "3:9"),
        (((A, "amended: а"), (B, "amended: б")), "3:9"),
        (((A, "adopted: а, amended: а"), (B, "adopted: б, amended: б")), "3:9"),
        (((PROVISION, "adopted: а"), (PROVISION.upper(), "adopted: б")), "3:9"),
        (((A, "adopted: "), (OTHER, "adopted: "), (A, "adopted: ")), "4:9"),
    ],
)
def test_act_listed_twice(found, acts, place):
    text = "acts:\n" + "".join(f"- {{act: {act}, {done}}}\n" for act, done in acts)
    assert at(found, "act-listed-twice", text) == place


@pytest.mark.parametrize(
    ("act", "place"),
    [
        ("act: Приказ от 12.03.2021 № 5", "2:8"),
        ("act: Приказ от 12.03.2021 № 5\n  adopted:", ""),
        ("act: Приказ от 12.03.2021 № 5\n  amended: добавлен раздел", ""),
        ("act:", ""),
    ],
)
def test_act_in_no_table(found, act, place):
    assert at(found, "act-in-no-table", f"acts:\n- {act}\n") == place


# --- people -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("contact", "place"),
    [
        ("phones: 8 (391) 200-00-17", ""),
        ("phones: 89130000017\n  consent: true", ""),
        ("phones: 89130000017\n  consent: да", ""),
        ("phones: 89130000017\n  consent: [да]", ""),
        ("phones: 8 900 000-00", ""),
        ("emails: centr@example.org", ""),
        ("emails: kluby@mail.ru\n  consent: да", ""),
        ("emails: kluby@mail.ru.example.org", ""),
        ("phones: 89130000017", "3:11"),
        ("phones: 89130000017\n  consent: нет", "3:11"),
        ("phones: 8 (391) 200-00-17, +7 913 000-00-17", "3:30"),
        ("phones:\n  - 8 (391) 200-00-17\n  - моб. 8(913)000-00-17", "5:10"),
        ("emails: [centr@example.org, svetlova@yandex.ru]", "3:31"),
        ("emails: centr@example.org; Svetlova@Gmail.com", "3:30"),
    ],
)
def test_personal_contact(found, contact, place):
    assert at(found, "personal-contact", f"contacts:\n- name: А\n  {contact}") == place


@pytest.mark.parametrize(
    ("contact", "place"),
    [
        ("{name: А, phones: 8 (391) 200-00-17}", ""),
        ("{name: А, emails: centr@example.org}", ""),
        ("{name: А, fax: 8 (391) 200-00-17}", ""),
        ("{name: А, phones: {а: б}}", ""),
        ("{name: , position: }", ""),
        ("{name: А}", "1:19"),
        ("{name: А, phones: [], emails: ['']}", "1:19"),
        ("{position: директор}", "1:23"),
        ("Светлова Анна Ильинична", "1:12"),
    ],
)
def test_contact_missing(found, contact, place):
    assert at(found, "contact-missing", f"contacts: [{contact}]") == place


# --- answers for form's sake --------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("assessment: Отлично", "1:13"),
        ("assessment: Отлично.", "1:13"),
        ("assessment: |\n  Положительная оценка\n", "2:3"),
        ("assessment: На хорошо", "1:13"),
        ("risks: Риски отсутствуют", "1:8"),
        ("risks: [Риски отсутствуют.]", "1:9"),
        ("risks: [{description: Рисков нет}]", "1:23"),
        ("risks: Рисков и ограничений не выявлено", "1:8"),
        ("risks: нет", "1:8"),
        ("risks: '-'", "1:8"),
        ("social_effect: Высокий социальный эффект", ""),
        ("social_effect: Высокий", "1:16"),
        ("scaling_prospects: Имеются", "1:20"),
        ("resources: [Не требуется]", "1:13"),
        ("participants: [{name: Школа, role: '-'}]", "1:36"),
        ("beneficiaries: [{group: Жители, benefit: то же}]", "1:42"),
        ("for:\n  algorithm: {assessment: Отлично}", "2:27"),
        ("assessment: Отлично, по мнению 93 % из 214 участников", ""),
        ("assessment: По опросу 214 участников, 93 % довольны", ""),
        ("risks: Рисков нет, кроме спада интереса после первого года", ""),
        ("risks: [{description: Спад интереса, mitigation: Темы выбирают участники}]", ""),
        ("risks: [Нет денег, Нет людей]", ""),
        ("goals: Чистый двор", ""),
        ("opportunities: [Есть зал]", ""),
        ("title: Отлично", ""),
        ("funding_source: нет", ""),
    ],
)
def test_formal_answer(found, text, place):
    if text.startswith("title"):
        text = f"# {text}"
    assert at(found, "formal-answer", text) == place
