"""The official forms have their official numbers, headings, notes, captions, labels and heads."""

from dataclasses import dataclass

import pytest

from passportkit.forms import Catalogue, Form
from passportkit.forms.model import Block, Group

CATALOGUE = Catalogue()


@dataclass
class Table:
    """One table of a section: its caption, its column heads or labels, its total."""

    caption: str | None = None
    heads: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    total: str | None = None


def T(*heads: str, caption: str | None = None, total: str | None = None) -> Table:  # noqa: N802
    return Table(caption, heads, total=total)


def L(*labels: str) -> Table:  # noqa: N802
    return Table(labels=labels)


TEXT = Table()

Printed = tuple[str | None, str | None, str | None, list[Table]]

ALGORITHM: list[tuple[str, str, list[str]]] = [
    ("1", "Общие положения", []),
    ("1.1", "Наименование лучшей практики", []),
    ("1.2", "Область применения", []),
    ("1.3", "Инициатор практики", []),
    ("1.4", "Проблема и актуальность практики (основание для применения практики)", []),
    ("1.5", "Цель реализации лучшей практики", []),
    ("1.6", "Решаемая задача", []),
    ("2", "Описание практики", []),
    (
        "2.1",
        "Концепция «лучшей практики» управленческих решений (инновационность, преимущества "
        "применения практики перед уже используемой, новизна и др.)",
        [],
    ),
    (
        "2.2",
        "Этапы реализации практики",
        [
            "I этап – планирование и определение приоритетов",
            "II этап – реализация лучшей практики",
            "III этап – оценка результатов",
        ],
    ),
    ("3", "Условия и ресурсы практики", []),
    ("3.1", "Бюджет практики (тыс. рублей)", []),
    (
        "3.2",
        "Ресурсы практики\n(человеческие/трудовые, материальные, технические, информационные)",
        [],
    ),
    (
        "3.3",
        "Применение механизмов социального проектирования при реализации практики (т.е. методов, "
        "позволяющих корректно создавать и реализовывать эффективные, социально направленные идеи, "
        "нацеленные на получение высокого социального эффекта)",
        [],
    ),
    ("3.4", "Наличие рисков или ограничений реализации практики", []),
    ("4", "Результаты практики", []),
    ("4.1", "Оценка реализации практики", []),
    ("4.2", "Социальный эффект", []),
    (
        "4.3",
        "Перспективы для дальнейшего масштабирования (возможность поддержки в реализации "
        "внедряемой практики в дальнейшем)",
        [],
    ),
]

PROJECT_PASSPORT: list[Printed] = [
    ("1", "Наименование практики", None, [TEXT]),
    ("2", "Наименование региона, в котором была реализована практика", None, [TEXT]),
    (
        "3",
        "Предпосылки реализации",
        "Краткое описание ситуации, обусловившей реализацию практики",
        [
            TEXT,
            T(
                "Описание проблемы",
                caption="Проблемы, которые должны были быть решены реализацией практики:",
            ),
            T(
                "Описание возможности",
                caption="Возможности, которые позволили реализовать практику:",
            ),
        ],
    ),
    (
        "4",
        "Результаты проекта (что было достигнуто) – по возможности в измеримых величинах",
        None,
        [T("Показатель, единица измерения", "Значение показателя")],
    ),
    (
        "5",
        "Участники проекта внедрения практики",
        None,
        [T("Участник", "Описание его роли в проекте внедрения практики")],
    ),
    (
        "6",
        "Краткое описание бизнес-модели реализации практики",
        None,
        [
            L(
                "Целевой потребитель:",
                "Проблема потребителя:",
                "Предложение потребителю:",
                "Ключевые ресурсы (команда, технология, оборудование, информация, партнеры, "
                "бренд):",
                "Ключевые процессы (процессы, правила и условия, нормы – взаимоотношения):",
            )
        ],
    ),
    (
        "7",
        "Действия по развертыванию практики – перечень мероприятий, которые были предприняты для "
        "того, чтобы реализовать практику",
        None,
        [T("Описание мероприятия", "Исполнитель")],
    ),
    (
        "8",
        "Нормативно-правовое обеспечение реализации практики – какие нормативные правовые акты "
        "были разработаны или утверждены для того, чтобы практика была реализована.",
        None,
        [
            T(
                "Наименование НПА",
                "Результат принятия НПА (в аспекте реализации практики)",
                caption="Принятые НПА:",
            ),
            T(
                "Наименование НПА",
                "Изменения, внесенные в НПА",
                "Результат внесения изменений",
                caption="Измененные НПА:",
            ),
        ],
    ),
    (
        "9",
        "Выгодополучатели (стейкхолдеры): регион, предприниматели, жители",
        None,
        [
            T(
                "Выгодополучатель /\nгруппа выгодополучателей",
                "Описание выгод, полученных в результате внедрения практики",
            )
        ],
    ),
    ("10", "Затраты на реализацию проекта:", None, [T("Статья затрат", "Объем затрат")]),
    (
        "11",
        "Список контактов ответственных за реализацию Проекта в регионе:",
        None,
        [T("Ответственный\n(ФИО, должность)", "Телефон, электронная почта")],
    ),
]

PRACTICE_PASSPORT: list[Printed] = [
    ("1", "Наименование практики", None, [TEXT]),
    ("2", "Наименование территории, на которой данная практика была реализована", None, [TEXT]),
    (
        "3",
        "Предпосылки реализации",
        "Описание проблемной ситуации или потребности в развитии, послуживших причиной внедрения "
        "практики (не более 0,5 страницы)",
        [TEXT],
    ),
    ("4", "Сроки реализации практики", None, [TEXT]),
    (
        "5",
        "Показатели социально-экономического развития города, характеризующие положение до "
        "внедрения практики (не более 0,5 страницы)",
        None,
        [TEXT],
    ),
    ("6", "Цель (цели) и задачи практики", None, [L("Цель практики –", "Задачи практики:")]),
    (
        "7",
        "Возможности, которые позволили реализовать практику",
        None,
        [T("Описание возможности")],
    ),
    (
        "8",
        "Принципиальные подходы, избранные при разработке и внедрении практики",
        None,
        [T("Описание подхода")],
    ),
    (
        "9",
        "Результаты практики (что было достигнуто)",
        None,
        [T("Показатель, единица измерения", "Значение показателя")],
    ),
    (
        "10",
        "Участники внедрения практики и их роль в процессе внедрения",
        None,
        [T("Участник", "Описание его роли в реализации практики")],
    ),
    (
        "11",
        "Заинтересованные лица, на которых рассчитана практика",
        None,
        [
            T(
                "Количество граждан, участвующих в реализации практики",
                "Количество граждан, на которых направлен эффект от реализации практики",
            )
        ],
    ),
    # there is no section 12
    ("13", "Краткое описание практики", None, [TEXT]),
    (
        "14",
        "Действия по развертыванию практики",
        "Описание перечня мероприятий, которые были предприняты для реализации практики",
        [T("Описание мероприятия", "Исполнитель")],
    ),
    (
        "15",
        "Нормативно-правовые акты, принятые для обеспечения реализации практики",
        None,
        [T("Наименование НПА", "Результат принятия НПА", caption="Принятые НПА")],
    ),
    (
        "16",
        "Ресурсы, необходимые для внедрения практики",
        None,
        [T("Описание ресурса", "Для каких целей данный ресурс необходим")],
    ),
    (
        "17",
        "Выгодополучатели",
        "(регион, предприниматели, жители т.п.)",
        [
            T(
                "Выгодополучатель/ группа выгодополучателей",
                "Описание выгод, полученных в результате внедрения практики",
            )
        ],
    ),
    (
        "18",
        "Затраты на реализацию практики",
        None,
        [T("Статья затрат", "Объем затрат", "Источник финансирования", total="ИТОГО:")],
    ),
    (
        "19",
        "Показатели социально-экономического развития города, характеризующие положение после "
        "внедрения практики (не более 0,5 страницы)",
        None,
        [TEXT],
    ),
    (
        "20",
        "Краткая информация о лидере практики/команде проекта (не более 0,5 страницы)",
        None,
        [TEXT],
    ),
    (
        "21",
        "Ссылки на интернет-ресурсы практики",
        "Ссылки на официальный сайт практики, группы в социальных сетях и т.п.",
        [T("Наименование ресурса", "Ссылка")],
    ),
    (
        "22",
        "Список контактов, ответственных за реализацию практики",
        None,
        [T("Ответственный (ФИО, должность)", "Телефон, электронная почта")],
    ),
]


GRANT_CARD: list[Printed] = [
    (None, None, None, [L("Статус проекта:")]),
    (None, None, None, [TEXT]),
    (
        None,
        None,
        None,
        [
            L(
                "Конкурс",
                "Грантовое направление",
                "Рейтинг заявки",
                "Номер заявки",
                "Дата подачи",
                "Запрашиваемая сумма",
                "Размер гранта",
                "\N{LATIN CAPITAL LETTER C}офинансирование",  # as the site itself has it
                "Перечислено Фондом на реализацию проекта",
                "Общая сумма расходов на реализацию проекта",
                "Сроки реализации",
                "Организация",
                "ИНН",
                "ОГРН",
            )
        ],
    ),
    (None, "Краткое описание", None, [TEXT]),
    (None, "Цель", None, [TEXT]),
    (None, "Задачи", None, [TEXT]),
    (None, "Обоснование социальной значимости", None, [TEXT]),
    (None, "География проекта", None, [TEXT]),
    (None, "Целевые группы", None, [TEXT]),
    (None, "Контактная информация", None, [TEXT]),
    (None, "Веб-сайт", None, [TEXT]),
]


def printed(block: Block) -> Table:
    return Table(
        block.caption,
        tuple(column.heading for column in block.columns or ()),
        tuple(part.label for part in block.parts or ()),
        block.total.label if block.total else None,
    )


def sections(form: Form) -> list[Printed]:
    return [(s.number, s.heading, s.note, list(map(printed, s.content))) for s in form.sections]


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("project-passport", PROJECT_PASSPORT),
        ("practice-passport", PRACTICE_PASSPORT),
        ("grant-card", GRANT_CARD),
    ],
)
def test_a_form_prints_its_official_words_to_the_letter(name, official):
    assert sections(CATALOGUE.form(name)) == official


def test_the_algorithm_prints_its_official_words_to_the_letter():
    entries = [
        (entry.number, entry.group, [])
        if isinstance(entry, Group)
        else (entry.number, entry.heading, [part.label for part in entry.parts or ()])
        for entry in CATALOGUE.form("algorithm").entries
    ]
    assert entries == ALGORITHM


def test_the_algorithm_is_one_table_whose_first_group_stands_above_its_head():
    form = CATALOGUE.form("algorithm")
    assert form.layout == "grid"
    assert form.grid is not None
    assert form.grid.columns == ("№ п/п", "Пункты алгоритма", "Описательная часть")
    assert form.grid.head_after == 1


@pytest.mark.parametrize(
    ("name", "title", "annex"),
    [
        (
            "algorithm",
            "Алгоритм формирования «лучших практик» управленческих решений по поддержке доступа "
            "негосударственных организаций к предоставлению услуг в социальной сфере, в том числе "
            "с использованием механизма социального проектирования",
            None,
        ),
        ("project-passport", "Паспорт Проекта", None),
        ("practice-passport", "Паспорт практики", "Приложение №2"),
        ("grant-card", "Карточка проекта", None),
    ],
)
def test_a_form_has_its_official_title(name, title, annex):
    form = CATALOGUE.form(name)
    assert (form.title, form.annex) == (title, annex)


@pytest.mark.parametrize(
    ("name", "style"),
    [("algorithm", "none"), ("project-passport", "1."), ("practice-passport", "1")],
)
def test_rows_are_numbered_as_on_paper(name, style):
    form = CATALOGUE.form(name)
    assert {form.row_style(block) for _section, block in form.blocks()} == {style}


def test_only_the_half_pages_are_limits():
    limited = {
        (form.name, section.number): block.limit.pages
        for form in map(CATALOGUE.form, CATALOGUE.names())
        for section, block in form.blocks()
        if block.limit
    }
    assert limited == {("practice-passport", number): 0.5 for number in ("3", "5", "19", "20")}


def test_only_the_passport_of_a_practice_merges_and_totals():
    merged = [
        (form.name, section.number, column.heading)
        for form in map(CATALOGUE.form, CATALOGUE.names())
        for section, block in form.blocks()
        for column in block.columns or ()
        if column.merge
    ]
    assert merged == [("practice-passport", "18", "Источник финансирования")]


def test_one_section_is_a_record_without_a_number():
    form = CATALOGUE.form("practice-passport")
    assert [s.number for s in form.sections if s.record] == ["11"]


@pytest.mark.parametrize(
    ("name", "optional"),
    [
        ("algorithm", []),
        ("practice-passport", []),
        ("project-passport", ["Измененные НПА:"]),
    ],
)
def test_all_is_required_but_amended_acts(name, optional):
    blocks = CATALOGUE.form(name).blocks()
    assert [b.caption for section, b in blocks if not (section.required and b.required)] == optional


def test_a_card_shows_what_there_is_and_requires_only_the_title():
    required = [
        section.show for section in CATALOGUE.form("grant-card").sections if section.required
    ]
    assert required == ["title"]


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_a_form_says_where_it_comes_from(name):
    form = CATALOGUE.form(name)
    assert form.version == 1
    assert form.source
