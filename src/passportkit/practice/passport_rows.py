"""What was done, by whom, with what, and for whom: the rows of the tables of a passport."""

from typing import ClassVar

from pydantic import Field

from passportkit.language import mark
from passportkit.practice.period import Period
from passportkit.practice.period_ends import PERIOD_VIEWS
from passportkit.practice.quantity import Quantity
from passportkit.practice.record import Record
from passportkit.practice.view import View, ViewValues, joined
from passportkit.practice.words import Text


def _at_dash(text: str) -> ViewValues | None:
    first, dash, second = text.partition(" – ")
    return (first, second) if dash else (text, None)


class Stage(Record):
    """A stage of the practice."""

    main: ClassVar[str] = "period"
    value_fields: ClassVar[frozenset[str]] = frozenset({"period"})
    views: ClassVar[dict[str, View]] = PERIOD_VIEWS
    line: ClassVar[View | None] = joined(
        "period",
        "description",
        by="\n",
        split=lambda text: (*text.split("\n", 1), None)[:2],
    )

    period: Period | None = Field(
        None,
        title=mark("Period of the stage"),
        description=mark("Years or days; the stages follow one another."),
        examples=["2019-2020 годы"],
    )
    description: Text | None = Field(
        None,
        title=mark("Content of the stage"),
        description=mark("What is done at this stage."),
        examples=["Опрос жителей, выбор площадок"],
    )


class Resource(Record):
    """Something that the practice needs, and what for."""

    main: ClassVar[str] = "description"
    line: ClassVar[View | None] = joined("description", "purpose", by=" – ", split=_at_dash)

    description: Text | None = Field(
        None,
        title=mark("Resource"),
        description=mark("People, rooms, equipment, knowledge; not an item of expense."),
        examples=["Команда добровольцев"],
    )
    purpose: Text | None = Field(
        None,
        title=mark("Purpose of the resource"),
        description=mark("What this resource is needed for."),
        examples=["Встреча гостей и работа площадок"],
    )


class Risk(Record):
    """A risk, and what is done about it."""

    main: ClassVar[str] = "description"
    line: ClassVar[View | None] = joined("description", "mitigation", by=" – ", split=_at_dash)

    description: Text | None = Field(
        None,
        title=mark("Risk or limitation"),
        description=mark("What can hinder the practice."),
        examples=["Спад интереса жителей после первого года"],
    )
    mitigation: Text | None = Field(
        None,
        title=mark("Answer to the risk"),
        description=mark("What is done so that it does not happen, or does little harm."),
        examples=["новые темы занятий выбирают сами участники"],
    )


class Participant(Record):
    """An organisation or a group that takes part, its role, and what it gives."""

    main: ClassVar[str] = "name"
    value_fields: ClassVar[frozenset[str]] = frozenset({"name"})

    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "name": ("Участник", "Участники", "Наименование участника"),
        "role": ("Роль", "Описание роли", "Роль в практике", "Роль в проекте"),
        "support": ("Вид поддержки", "Форма поддержки", "Вид участия"),
    }

    name: Text | None = Field(
        None,
        title=mark("Participant"),
        description=mark("An organisation or a group of people, by its full name."),
        examples=["Администрация города Светлоречье"],
    )
    role: Text | None = Field(
        None,
        title=mark("Role of the participant"),
        description=mark("What this participant does in the practice."),
        examples=["Предоставляет помещения и принимает правовые акты"],
    )
    support: Text | None = Field(
        None,
        title=mark("Kind of support"),
        description=mark("How a partner helps: with money, organisation, goods, information."),
        examples=["Информационная поддержка"],
    )


class Activity(Record):
    """Something that was done to set the practice going: by whom, when and where."""

    main: ClassVar[str] = "description"
    value_fields: ClassVar[frozenset[str]] = frozenset({"period"})
    views: ClassVar[dict[str, View]] = PERIOD_VIEWS

    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "description": (
            *("Мероприятие", "Мероприятия", "Наименование мероприятия", "Название мероприятия"),
            *("Содержание мероприятия", "Действие", "Действия"),
        ),
        "executor": (
            *("Исполнитель", "Исполнители", "Ответственный исполнитель", "Ответственный"),
            *("Ответственные", "Ответственное лицо", "Ответственный за исполнение"),
        ),
        "period": (
            *("Срок", "Сроки", "Срок реализации", "Сроки реализации", "Срок исполнения"),
            *("Сроки исполнения", "Срок выполнения", "Срок проведения", "Сроки проведения"),
            *("Дата проведения", "Период", "Период проведения"),
        ),
        "started": ("Дата начала", "Начало", "Срок начала"),
        "finished": ("Дата окончания", "Дата завершения", "Окончание", "Завершение"),
        "place": ("Место", "Место проведения"),
        "task": ("Задача", "Решаемая задача", "Задача проекта"),
        "expected_result": (
            *("Ожидаемый результат", "Ожидаемые результаты", "Ожидаемые итоги"),
            *("Результат", "Результаты"),
        ),
    }

    description: Text | None = Field(
        None,
        title=mark("Activity"),
        description=mark("What was done, in the order of time; steps may stand as a list in it."),
        examples=["Отбор и обучение ведущих клубов"],
    )
    executor: Text | None = Field(
        None,
        title=mark("Executor"),
        description=mark("Who did it."),
        examples=["Центр городских инициатив"],
    )
    period: Period | None = Field(
        None,
        title=mark("Time of the activity"),
        description=mark("A day, or the first and the last one: years and months will do, too."),
        examples=["01.02.2020 – 15.03.2020", "март 2020 года"],
    )
    place: Text | None = Field(
        None,
        title=mark("Place of the activity"),
        description=mark("Where it is done."),
        examples=["Городская библиотека № 2"],
    )
    task: Text | None = Field(
        None,
        title=mark("Task of the activity"),
        description=mark("Which of the tasks it serves, in the words of that task."),
        examples=["обучить ведущих"],
    )
    expected_result: Text | None = Field(
        None,
        title=mark("Expected result of the activity"),
        description=mark("What is there once it is done, as far as possible in figures."),
        examples=["Обучены 16 ведущих"],
    )


class Beneficiary(Record):
    """Somebody who gains from the practice, and what."""

    main: ClassVar[str] = "group"

    group: Text | None = Field(
        None,
        title=mark("Beneficiary or group"),
        description=mark("Who gains: the region, enterprises, inhabitants."),
        examples=["Жители старше 60 лет"],
    )
    benefit: Text | None = Field(
        None,
        title=mark("Benefit"),
        description=mark("What they have gained, as far as possible in figures."),
        examples=["Занятия рядом с домом, бесплатно, два раза в неделю"],
    )


class TargetGroup(Record):
    """A group that the practice is meant for, and how many they are."""

    main: ClassVar[str] = "name"
    value_fields: ClassVar[frozenset[str]] = frozenset({"size"})
    line: ClassVar[View | None] = joined("name", "size", by=" – ", split=_at_dash)

    name: Text | None = Field(
        None,
        title=mark("Target group"),
        description=mark("Who the practice is meant for."),
        examples=["Сотрудники муниципальных учреждений"],
    )
    size: Quantity | None = Field(
        None,
        title=mark("Size of the group"),
        description=mark("How many people."),
        examples=["370 чел."],
    )


class Link(Record):
    """A page of the practice on the internet."""

    main: ClassVar[str] = "url"
    value_fields: ClassVar[frozenset[str]] = frozenset({"url"})

    name: Text | None = Field(
        None,
        title=mark("Name of the page"),
        description=mark("What the page is: the official site, a group in a social network."),
        examples=["Сообщество клубов в социальной сети «ВКонтакте»"],
    )
    url: Text | None = Field(
        None,
        title=mark("Address of the page"),
        description=mark("The full address, from https:// on."),
        examples=["https://kluby.example.org"],
    )


class Audience(Record):
    """How many people take part, and how many the effect reaches."""

    main: ClassVar[str] = "involved"
    value_fields: ClassVar[frozenset[str]] = frozenset({"involved", "affected"})

    involved: Quantity | None = Field(
        None,
        title=mark("People who take part"),
        description=mark("How many people take part in carrying the practice out."),
        examples=["5 чел."],
    )
    affected: Quantity | None = Field(
        None,
        title=mark("People whom the effect reaches"),
        description=mark("How many people the effect of the practice reaches."),
        examples=["130 чел."],
    )


class BusinessModel(Record):
    """How the practice works, in five parts."""

    main: ClassVar[str] = "value_proposition"

    target_consumer: Text | None = Field(
        None,
        title=mark("Target consumer"),
        description=mark("Who the practice serves."),
        examples=["Жители старше 60 лет, живущие одни"],
    )
    consumer_problem: Text | None = Field(
        None,
        title=mark("Problem of the consumer"),
        description=mark("What they lack."),
        examples=["Негде встречаться рядом с домом"],
    )
    value_proposition: Text | None = Field(
        None,
        title=mark("Offer to the consumer"),
        description=mark("What the practice offers them."),
        examples=["Клуб по интересам в каждом дворе"],
    )
    key_resources: Text | None = Field(
        None,
        title=mark("Key resources"),
        description=mark("Team, technology, equipment, information, partners, brand."),
        examples=["Двенадцать ведущих, помещения библиотек"],
    )
    key_processes: Text | None = Field(
        None,
        title=mark("Key processes"),
        description=mark("Processes, rules and conditions, norms of working together."),
        examples=["Отбор ведущих, расписание на квартал, обратная связь"],
    )
