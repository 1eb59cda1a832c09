"""Rules of single values: what each finds, and what it leaves alone."""

from __future__ import annotations

import pytest

from passportkit.rules.phone_number import _CERTAIN
from passportkit.rules.region_name import SUBJECTS
from tests.rules.conftest import Found


def at(found: Found, rule: str, text: str) -> str:
    """Return the places of a rule's findings, `1:6 2:3`."""
    return " ".join(each.split()[0] for each in found(text, rule))


# --- numbers of the state registers -------------------------------------------------------


@pytest.mark.parametrize(
    ("inn", "place"),
    [
        ("2499042171", ""),
        ("'2499042171'", ""),
        ("2422004134", ""),
        ("500100732259", ""),  # 12 digits, of a person
        ("2499042172", "1:21"),
        ("0499042171", "1:21"),
        ("500100732258", "1:21"),
        ("249904217", "1:21"),
        ("24990421711", "1:21"),
        ("24990О2171", "1:21"),
        ("нет", "1:21"),
        ("", ""),
    ],
)
def test_inn_checksum(found, inn, place):
    assert at(found, "inn-checksum", f"organization: {{inn: {inn}}}") == place


@pytest.mark.parametrize(
    ("ogrn", "place"),
    [
        ("1162499042177", ""),
        ("1075900006600", ""),
        ("1152468021661", ""),
        ("304500116000157", ""),  # an entrepreneur
        ("316246800000009", ""),  # remainder 10: the last digit is 0 only with a final mod 10
        ("316246800000018", "1:22"),
        ("1162499042178", "1:22"),
        ("116249904217", "1:22"),
        ("904500116000157", "1:22"),
        ("116249904217Х", "1:22"),
    ],
)
def test_ogrn_checksum(found, ogrn, place):
    assert at(found, "ogrn-checksum", f"organization: {{ogrn: {ogrn}}}") == place


def test_the_final_mod_10_of_an_entrepreneur(found):
    body = next(n for n in range(31624680000000, 31624680000099) if n % 13 == 10)
    assert at(found, "ogrn-checksum", f"organization: {{ogrn: {body}0}}") == ""
    assert at(found, "ogrn-checksum", f"organization: {{ogrn: {body}1}}") == "1:22"


# --- telephones ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "phone",
    [
        "8(391)20-00-017",
        "8(391)20 0-00-17",
        "(3919)70-00-17",
        "(3919) 70-00-17",
        "89130000017",
        "+7 (391) 200-00-17",
        "+7 391 200 00 17",
        "8-391-200-00-17",
        "8 (39169) 3-00-17",
        "(39169)3-00-17",
        "тел. 8 (391) 200-00-17",
        "Телефон (3919) 70-00-17",
        "8 (391) 200-00-17 доб. 3",
        "8 (391) 200-00-17, доб. 101",
        "8 (391) 200-00-17 (доб. 101)",
        "8 (391) 200-00-17 (приёмная)",
        "8 (391) 200-00-17 с 9 до 18",
        "8 (391) 200-00-17; 8 (391) 200-00-18",
        "8 800 200-00-17",
        "+375 17 200-00-17",
        "8\u00a0(391)\u00a0200‑00‑17",
        "8.391.200.00.17",
        "8 (3919) 70-00-17 / факс",
        "приёмная главы",
        "kluby@example.org",
    ],
)
def test_a_number_that_can_be_dialled_stays(found, phone):
    text = f'contacts:\n- name: А\n  phones:\n  - "{phone}"\n  consent: true'
    assert at(found, "phone-number", text) == ""


@pytest.mark.parametrize(
    ("phone", "place"),
    [
        ("+7 (391) 200-00-1", "4:5"),
        ("+7 (391) 200-00-171", "4:5"),
        ("200-00-17", "4:5"),
        ("3-00-17", "4:5"),
        ("8 (000) 000-00-00", "4:5"),
        ("80000000000", "4:5"),
        ("8 (391) 2OO-00-17", "4:5"),
        ("тел. 8 (391) 200-00-1", "4:10"),
        ("8 (391) 200-00-17, 8 (391) 200-00-1", "4:24"),
        ("+7 (777) 200-00-17", ""),  # Kazakhstan
        ("8 (291) 200-00-17", "4:5"),
    ],
)
def test_phone_number(found, phone, place):
    text = f"contacts:\n- name: А\n  phones:\n  - {phone}\n  consent: true"
    assert at(found, "phone-number", text) == place


def test_a_fax_is_a_telephone_too(found):
    text = "contacts:\n- name: А\n  emails: a@example.org\n  fax: 8 (391) 200-00-1"
    assert at(found, "phone-number", text) == "4:8"


def test_in_several_lines_the_number_itself_is_marked(found):
    text = "contacts:\n- name: А\n  phones: |\n    Телефон (3919) 70-00-17\n    факс (3919) 70-00-1"
    assert at(found, "phone-number", text) == "5:10"


def test_what_is_certain_is_what_phonenumbers_says():
    import random

    import phonenumbers

    chance = random.Random(4)
    for _ in range(4000):
        number = "".join(chance.choice("0123456789") for _ in range(10))
        if _CERTAIN.fullmatch(number):
            assert phonenumbers.is_valid_number(phonenumbers.parse(number, "RU")), number


# --- addresses ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("email", "place"),
    [
        ("centr@example.org", ""),
        ("centr-1.a+b@mail.example.org", ""),
        ("почта@пример.рф", ""),
        ("centr@пример.рф", ""),
        ("<centr@example.org>", ""),
        ("e-mail: centr@example.org", ""),
        ("a@example.org, b@example.org", ""),
        ("a@example.org; b@example.org", ""),
        ("a@example.org,b@example.org", ""),
        ("centr@example,org", "3:12"),
        ("centr example.org", "3:11"),
        ("centr@example", "3:12"),
        ("centr@@example.org", "3:12"),
        ("centr@example..org", "3:12"),
        ("centr@ example.org", "3:12"),
        ("сentr@example.org", "3:12"),  # the first letter is Russian
        ("centr@exаmple.org", "3:12"),
        ("e-mail: centr@example", "3:20"),
        ("нет", "3:11"),
        ("https://example.org", "3:11"),
    ],
)
def test_email_address(found, email, place):
    text = f"contacts:\n- phones: +7 (391) 200-00-17\n  emails: '{email}'"
    assert at(found, "email-address", text) == place


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://kluby.example.org", ""),
        ("http://kluby.example.org/o-praktike?id=1#a", ""),
        ("https://vk.com/resursny_centr_26?w=wall-166973479_487 ", ""),
        ("https://президентскиегранты.рф/public/application/item?id=75bb2a2c", ""),
        ("https://ru.wikipedia.org/wiki/Клуб_(объединение)", ""),
        ("https://example.org:8080/a", ""),
        ("https://example.org/документ.Положение", ""),
        ("vk.com/kluby", "2:8"),
        ("www.example.org", "2:8"),
        ("https://kluby example.org", "2:8"),
        ("htps://example.org", "2:8"),
        ("https://example", "2:8"),
        ("группа «ВКонтакте»", "2:8"),
        ("https://example.org/,", "2:28"),
        ("https://example.org/a.В", "2:8"),
        ("http://www.w3.org/1999/xlink", "2:8"),
    ],
)
def test_link_address(found, url, place):
    assert at(found, "link-address", f"links:\n- url: {url}") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("organization:\n  website: example.org", "2:12"),
        ("organization:\n  website: нет", ""),
        ("organization:\n  website: https://example.org", ""),
        ("summary: См. https://example.org/a/71325132/.В крае есть орган", "1:14"),
        ("summary: См. https://example.org/a, а также https://example.org/b.", ""),
        ("summary: См. https://пример.рф/а.Б и https://example.org/doc.html", ""),
        ("summary: См. (https://example.org/a).", ""),
        ("summary: Сайт https://example.org.В крае", ""),
        ("acts:\n- act: Закон от 1.02.2020 № 5\n  adopted: https://example.org/a/.В крае", "3:12"),
        ("summary: http://www.w3.org/1999/xlink Клуб", "1:10"),
        ("# http://www.w3.org/1999/xlink\nsummary: Клуб", ""),
        ("for:\n  algorithm: {summary: http://www.w3.org/1999/xlink}", "2:24"),
    ],
)
def test_addresses_elsewhere(found, text, place):
    assert at(found, "link-address", text) == place


# --- applications -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("contest", "number", "place"),
    [
        ("Первый конкурс 2019", "19-1-029373", ""),
        ("Второй конкурс 2022 года", "22-2-009131", ""),
        ("Специальный конкурс 2020", "20-3-001234", ""),
        ("", "26-2-007316", ""),
        ("Президентский фонд культурных инициатив, первый конкурс 2021", "ПФКИ-21-1-000123", ""),
        ("Муниципальный конкурс 2019", "12", ""),
        ("Муниципальный конкурс 2019", "К-12/2019", ""),
        ("Краевой конкурс", "01-05-2020", ""),
        ("Первый конкурс 2019", "18-1-029373", "3:11"),
        ("Первый конкурс 2019", "19-2-029373", "3:11"),
        ("Первый конкурс 2019", "19-1-29373", "3:11"),
        ("Первый конкурс 2019", "19–1–029373", "3:11"),
        ("", "2019-1-029373", "3:11"),
    ],
)
def test_application_number(found, contest, number, place):
    text = f'applications:\n- contest: "{contest}"\n  number: {number}'
    assert at(found, "application-number", text) == place


# --- regions ------------------------------------------------------------------------------


def test_there_are_89_subjects():
    assert len(set(SUBJECTS)) == 89


@pytest.mark.parametrize("name", SUBJECTS)
def test_every_subject_is_known(found, name):
    assert at(found, "region-name", f"territory: {name}, город Светлоречье") == ""


@pytest.mark.parametrize(
    "territory",
    [
        "ЗАТО Светлоречье, Красноярский край",
        "красноярский край, ЗАТО Светлоречье",
        "Архангельская обл., г. Светлоречье",
        "Архангельская обл, г. Светлоречье",
        "Ханты-Мансийский АО - Югра, город Светлоречье",
        "Ханты-Мансийский автономный округ – Югра",
        "ХМАО-Югра, г. Светлоречье",
        "Республика Саха (Якутия), Светлый улус",
        "Респ. Татарстан",
        "Татарстан, Светлоречье",
        "Чувашская Республика – Чувашия",
        "Республика Северная Осетия-Алания",
        "Кемеровская область – Кузбасс",
        "г. Москва",
        "город Санкт-Петербург",
        "Ямало‑Ненецкий автономный округ".replace("‑", "-"),
        "Красноярский\u00a0край, г.\u00a0Светлоречье",
        "город Светлоречье",
        "Светлореченский район Красноярского края",
        "Пермский муниципальный округ",
        "Ивановский район",
        "Московский район города Светлоречье",
        "Краснодарский край",
        "ЗАТО Светлоречье",
        "14 субъектов Российской Федерации",
    ],
)
def test_a_territory_that_is_told_aright_stays(found, territory):
    assert at(found, "region-name", f'territory: "{territory}"') == ""


@pytest.mark.parametrize(
    ("territory", "place"),
    [
        ("Краснаярский край, город Светлоречье", "1:12"),
        ("город Светлоречье, Красноярский крой", "1:31"),
        ("Нижнегородская область", "1:12"),
        ("Ленинградская облась", "1:12"),
        ("Сибирская область, Светлоречье", "1:12"),
        ("Читинская область", "1:12"),
        ("Ханты-Мансийскй автономный округ", "1:12"),
        ("Республика Татарстант", "1:12"),
        ("Экономический комитет, Ростовская облась", "1:35"),
    ],
)
def test_region_name(found, territory, place):
    assert at(found, "region-name", f"territory: {territory}") == place


# --- values that cannot be read -----------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"period: {words}"
            for words in (
                "2018 год",
                "2019-2020 годы",
                "01.09.2019 – 30.09.2020",
                "с 2018 года по настоящее время",
                "с 1 сентября 2019 г.",
                "1 сентября – 31 мая 2020 года",
                "2018/2019 учебный год",
                "лето 2019 года",
                "июнь 2019",
                "IV квартал 2020 года",
                "2018 год (первый этап), 2019 год (второй этап)",
            )
        ),
        *(
            f"costs: [{{amount: '{words}', source: б}}]"
            for words in (
                "99 000,00",
                "55 486,4",
                "1,5 млн руб.",
                "642,5 тыс. рублей",
                "145000",
                "145 000 ₽",
                "безвозмездно",
                "Не требуется",
                "–",
                "",
            )
        ),
        *(
            f"results: [{{indicator: а, unit: ед., value: '{words}'}}]"
            for words in (
                "125",
                "более 100",
                "с 17 до 19",
                "40,0 %",
                "около 9 200",
                "30–40",
                "от 30 до 50",
                "в 2 раза",
                "100 % (25 из 25)",
                "двадцать",
                "вдвое больше",
                "ни одного",
                "все школы",
                "3D-принтер",
                "2 зала",
                "5 очных и 3 заочных",
                "-",
            )
        ),
        "audience: {involved: 5 чел., affected: более 350}",
        'costs_total: "\\u00a0 9 484 487,00"',
        "target_groups: [{name: а, size: -4500 чел}]",
        "applications: [{contest: к, submitted_on: 14.03.2019, amount: '9 484 487,00'}]",
    ],
)
def test_a_value_that_can_be_read_stays(found, text):
    assert at(found, "unreadable-value", text) == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("period: с начала учебного года", "1:9"),
        ("period: 01.09.19 – 30.09.20", "1:9"),
        ("period: 20018 год", "1:9"),
        ("period: 31.02.2020 – 30.09.2020", "1:9"),
        ("period: 01.02.2020 – 31.09.2020", "1:22"),
        ("period: постоянно", "1:9"),
        ("stages:\n- period: первый этап", "2:11"),
        ("costs: [{amount: 721 тыс. руб. ежегодно}]", "1:18"),
        ("costs: [{amount: В среднем 300 тыс.рублей}]", "1:18"),
        ("costs: [{amount: около 300 000}]", "1:18"),
        ("costs: [{amount: по смете}]", "1:18"),
        ("costs_total: 304 736.40.00", "1:14"),
        ("budget: по смете", "1:9"),
        ("applications: [{contest: к, submitted_on: март 2019 г.}]", "1:43"),
        ("applications: [{contest: к, amount: по итогам}]", "1:37"),
        ("results: [{unit: ед., value: много}]", "1:30"),
        ("results: [{unit: ед., value: 1OO}]", "1:30"),
        ("results: [{unit: ед., value: более 1О0 тысяч}]", "1:36"),
        ("indicators: [{name: а, unit: ед., before: мало, after: 5}]", "1:43"),
        ("audience: {involved: большинство, affected: 5}", "1:22"),
        ("target_groups: [{name: а, size: многие}]", "1:33"),
    ],
)
def test_unreadable_value(found, text, place):
    assert at(found, "unreadable-value", text) == place


# --- an organisation, and people in it ----------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "text", "place"),
    [
        ("phone-number", "organization: {phones: [200-00-17]}", "1:25"),
        ("phone-number", "organization: {head: {phones: [200-00-17]}}", "1:32"),
        ("phone-number", "leader: {name: Анна, phones: [+7 (391) 200-00-17]}", ""),
        ("email-address", "organization: {emails: [centr.example.org]}", "1:25"),
        ("email-address", "accountant: {name: Анна, emails: [anna@]}", "1:35"),
        ("unreadable-value", "activities: [{description: а, period: скоро}]", "1:39"),
        ("unreadable-value", "funding: [{name: Бюджет города, amount: немало}]", "1:41"),
        ("unreadable-value", "organization: {registered_on: весной}", "1:31"),
        ("unknown-choice", "funding: [{kind: областной бюджет}]", "1:18"),
        ("unknown-choice", "funding: [{kind: Региональный бюджет}]", ""),
        ("unknown-choice", "consent: согласны", "1:10"),
    ],
)
def test_further_values_have_the_same_judges(found, rule, text, place):
    assert at(found, rule, text) == place
