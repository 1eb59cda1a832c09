"""The practice: every fact that any form asks for, written once. No field belongs to a form."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from passportkit.language import mark
from passportkit.practice.acts import Act, acts_where, take_acts
from passportkit.practice.attachment import Attachments
from passportkit.practice.choice import Agreed
from passportkit.practice.costs import COST_VIEWS, Cost, paid_by, take_costs
from passportkit.practice.funding import Funding, Upkeep
from passportkit.practice.grants import Application, Organization, PastProject
from passportkit.practice.money import Money
from passportkit.practice.passport_rows import (
    Activity,
    Audience,
    Beneficiary,
    BusinessModel,
    Link,
    Participant,
    Resource,
    Risk,
    Stage,
    TargetGroup,
)
from passportkit.practice.people import Contact, Member, Person
from passportkit.practice.period import Day, Period
from passportkit.practice.period_ends import PERIOD_VIEWS
from passportkit.practice.quantity import Quantity
from passportkit.practice.record import Record, RecordData
from passportkit.practice.results import SITUATION_VIEWS, Indicator, Result
from passportkit.practice.territory import Territory
from passportkit.practice.view import View
from passportkit.practice.words import Text, Texts

VERSION = 1
"""The version of the format that this model describes."""


def _list_or_prose(value: object) -> str:
    return "(text)" if isinstance(value, str) else "(list)"


T = TypeVar("T")

ListOrProse = Annotated[
    Annotated[list[T], Tag("(list)")] | Annotated[Text, Tag("(text)")],
    Discriminator(_list_or_prose),
]
"""A list, or one text: rows are never invented from prose."""


class RowsView(NamedTuple):
    """Rows of a table that are not simply a list: their field, and a pair of functions.

    `rows` gets the rows from a practice. `take` gets the plain data of rows and of what is known
    of the practice, and returns what the rows say of it, by field.
    """

    field: str
    rows: Callable[[Any], Sequence[Record] | str]
    take: Callable[[Sequence[RecordData], Mapping[str, Any]], dict[str, Any]]


class Facts(BaseModel):
    """The facts of a practice. All may be absent: what a form demands, the form says."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    views: ClassVar[dict[str, View]] = {**SITUATION_VIEWS, **COST_VIEWS, **PERIOD_VIEWS}
    """The cells that combine fields of the practice, by the names that forms use."""

    value_fields: ClassVar[frozenset[str]] = frozenset(
        "title period costs_total budget population meeting_participants identifier status "
        "consent filled_on".split()
    )
    """The fields that say a value, as those of a record do."""

    declared: ClassVar[Mapping[str, Any]] = {}
    """What a vocabulary with facts of one's own declares, by name."""

    rows: ClassVar[dict[str, RowsView]] = {
        "acts.adopted": RowsView("acts", acts_where("adopted"), take_acts("adopted")),
        "acts.amended": RowsView("acts", acts_where("amended"), take_acts("amended")),
        "costs": RowsView("costs", lambda p: paid_by(p.costs, p.funding_source), take_costs),
    }

    title: Text | None = Field(
        None,
        title=mark("Title"),
        description=mark("The name of the practice, as it shall stand in every document."),
        examples=["Соседские клубы «Свой двор»"],
    )
    territory: Territory | None = Field(
        None,
        title=mark("Territory"),
        description=mark("Subject of the Federation and municipality."),
        examples=["Красноярский край, город Светлоречье"],
    )
    settlement: Text | None = Field(
        None,
        title=mark("Settlement"),
        description=mark("The place itself, and where in it: street, yard, building."),
        examples=["посёлок Заречный, улица Речная, сквер у дома 3"],
    )
    population: Quantity | None = Field(
        None,
        title=mark("Population"),
        description=mark("How many people live there."),
        examples=["12 400 чел."],
    )
    period: Period | None = Field(
        None,
        title=mark("Period"),
        description=mark("When the practice was carried out: years, months or days."),
        examples=["2018 год", "2019-2020 годы", "01.09.2019 – 30.09.2020"],
    )
    initiator: Text | None = Field(
        None,
        title=mark("Initiator"),
        description=mark("Who proposed the practice: an organisation or a person, by full name."),
        examples=["Ресурсный центр поддержки НКО города Светлоречье"],
    )
    theme: Text | None = Field(
        None,
        title=mark("Theme"),
        description=mark(
            "The direction, priority or kind of project, in the words of the contest."
        ),
        examples=["объекты благоустройства"],
    )
    nomination: Text | None = Field(
        None,
        title=mark("Nomination"),
        description=mark("In which nomination of the contest the practice takes part."),
        examples=["Благоустройство и экология"],
    )
    category: Text | None = Field(
        None,
        title=mark("Category"),
        description=mark("In which category of participants, where a contest tells them apart."),
        examples=["Городские округа"],
    )
    status: Text | None = Field(
        None,
        title=mark("Status of the practice"),
        description=mark("How far it has come: an idea, under way, completed."),
        examples=["реализуется"],
    )
    identifier: Text | None = Field(
        None,
        title=mark("Identifier"),
        description=mark("The number by which a register or a portal knows the practice."),
        examples=["СП-2024-017"],
    )
    tags: Texts | None = Field(
        None,
        title=mark("Tags"),
        description=mark("Words by which a register finds the practice, one in each item."),
        examples=[["соседство", "добровольчество"]],
    )
    scope_of_application: Text | None = Field(
        None,
        title=mark("Scope of application"),
        description=mark("In which field, and where, the practice can be applied."),
        examples=["Культура и досуг в городах с населением до 100 тысяч человек"],
    )
    preconditions: Text | None = Field(
        None,
        title=mark("Preconditions"),
        description=mark("What situation or need the practice grew from."),
        examples=["В городе закрылись три дома культуры из пяти, и вечерами жителям некуда пойти."],
    )
    problem_statement: Text | None = Field(
        None,
        title=mark("Problem and why it is pressing"),
        description=mark("Which problem is solved, whose it is, and what shows it, in figures."),
        examples=["Каждый пятый житель старше 60 лет говорит, что неделями ни с кем не общается."],
    )
    relevance: Text | None = Field(
        None,
        title=mark("Social significance"),
        description=mark("Why it matters to the people who live there, in figures if possible."),
        examples=["В опросе 2021 года жители назвали клубы первыми из десяти предложений."],
    )
    problems: ListOrProse[Text] | None = Field(
        None,
        title=mark("Problems"),
        description=mark("The problems that the practice was to solve, one in each item."),
        examples=[["Мало мест для встреч", "Мало ведущих"]],
    )
    opportunities: ListOrProse[Text] | None = Field(
        None,
        title=mark("Opportunities"),
        description=mark("What made the practice possible: laws, programmes, people, premises."),
        examples=[["В городе работает центр добровольчества"]],
    )
    approaches: ListOrProse[Text] | None = Field(
        None,
        title=mark("Approaches"),
        description=mark("The principles chosen when the practice was designed and introduced."),
        examples=[["Темы занятий выбирают сами жители"]],
    )
    goals: ListOrProse[Text] | None = Field(
        None,
        title=mark("Goal or goals"),
        description=mark("What is to change, for whom; one goal as a text, several as a list."),
        examples=["развитие соседского общения в каждом дворе города"],
    )
    tasks: ListOrProse[Text] | None = Field(
        None,
        title=mark("Tasks"),
        description=mark("The steps to the goal, one in each item."),
        examples=[["обучить ведущих;", "открыть двенадцать клубов."]],
    )
    concept: Text | None = Field(
        None,
        title=mark("Concept"),
        description=mark("What is new, and what is better than what was done before."),
        examples=["Клуб ведёт не приглашённый работник, а сосед, которого обучил центр."],
    )
    summary: Text | None = Field(
        None,
        title=mark("Summary"),
        description=mark("The practice in a few paragraphs: who does what, for whom, and how."),
        examples=["В каждом дворе сосед ведёт клуб по интересам; центр обучает ведущих."],
    )
    situation_before: Text | None = Field(
        None,
        title=mark("Situation before"),
        description=mark("Indicators of the territory before the practice, in words."),
        examples=["Доля жителей, участвующих в делах двора, – 7 %."],
    )
    situation_after: Text | None = Field(
        None,
        title=mark("Situation after"),
        description=mark("The same indicators after the practice, in words."),
        examples=["Доля жителей, участвующих в делах двора, выросла до 10 %."],
    )
    indicators: list[Indicator] | None = Field(
        None,
        title=mark("Indicators before and after"),
        description=mark("Indicators of the territory, each with both values."),
    )
    stages: list[Stage] | None = Field(
        None,
        title=mark("Stages"),
        description=mark("Planning, carrying out, evaluation: the period of each."),
    )
    business_model: BusinessModel | None = Field(
        None,
        title=mark("Business model"),
        description=mark("How the practice works, in five parts."),
    )
    results: list[Result] | None = Field(
        None,
        title=mark("Results"),
        description=mark("What was achieved, each with its unit and value."),
    )
    expected_results: ListOrProse[Text] | None = Field(
        None,
        title=mark("Expected results"),
        description=mark(
            "What will have changed, in words and figures, where nothing is achieved yet."
        ),
        examples=[["Двенадцать дворов с клубом"]],
    )
    qualitative_results: ListOrProse[Text] | None = Field(
        None,
        title=mark("Qualitative results"),
        description=mark("What changes for the better and cannot be counted."),
        examples=[["Соседи решают споры во дворе сами"]],
    )
    participants: list[Participant] | None = Field(
        None,
        title=mark("Participants"),
        description=mark("Organisations and groups that take part, each with its role."),
    )
    audience: Audience | None = Field(
        None,
        title=mark("Audience"),
        description=mark("How many people take part, and how many the effect reaches."),
    )
    target_groups: list[TargetGroup] | None = Field(
        None,
        title=mark("Target groups"),
        description=mark("Who the practice is meant for, and how many they are."),
    )
    activities: list[Activity] | None = Field(
        None,
        title=mark("Activities"),
        description=mark("What was done to set the practice going, in the order of time."),
    )
    preliminary_work: Text | None = Field(
        None,
        title=mark("Preliminary work"),
        description=mark(
            "How the practice was chosen and discussed: meetings, polls, rounds of the houses."
        ),
        examples=["Собрание жителей, опрос в 214 семьях, обход 12 домов"],
    )
    meeting_participants: Quantity | None = Field(
        None,
        title=mark("People at the meeting"),
        description=mark("How many people took part in the meeting that chose it, by its record."),
        examples=["86 чел."],
    )
    citizen_participation: ListOrProse[Text] | None = Field(
        None,
        title=mark("Participation of inhabitants"),
        description=mark(
            "What inhabitants do or give themselves: work, materials, money, one in each item."
        ),
        examples=[["уборка площадки", "посадка деревьев"]],
    )
    publicity: Text | None = Field(
        None,
        title=mark("Publicity"),
        description=mark(
            "How people are told of the practice: press, social networks, notices, meetings."
        ),
        examples=["Страница клубов в социальной сети, заметки в городской газете"],
    )
    acts: list[Act] | None = Field(
        None,
        title=mark("Legal acts"),
        description=mark("Acts that were adopted or amended for the practice."),
    )
    documentation: ListOrProse[Text] | None = Field(
        None,
        title=mark("Technical documents and estimates"),
        description=mark(
            "Which technical documents, designs and estimates there are, one in each item."
        ),
        examples=[["Локальный сметный расчёт № 4"]],
    )
    resources: ListOrProse[Resource] | None = Field(
        None,
        title=mark("Resources"),
        description=mark("What the practice needs, and what for."),
    )
    mechanisms: ListOrProse[Text] | None = Field(
        None,
        title=mark("Mechanisms of social design"),
        description=mark("Methods that turn an idea into a project with a social effect."),
        examples=[["опрос жителей;", "мастерская проектов."]],
    )
    risks: ListOrProse[Risk] | None = Field(
        None,
        title=mark("Risks and limitations"),
        description=mark("What can hinder the practice, and what is done about it."),
    )
    beneficiaries: list[Beneficiary] | None = Field(
        None,
        title=mark("Beneficiaries"),
        description=mark("Who gains from the practice, and what."),
    )
    costs: list[Cost] | None = Field(
        None,
        title=mark("Costs"),
        description=mark("What the practice costs, line by line."),
    )
    costs_total: Money | None = Field(
        None,
        title=mark("Total of the costs"),
        description=mark("May be left out: it is computed where all amounts are exact."),
        examples=["304 736,40"],
    )
    budget: Money | None = Field(
        None,
        title=mark("Budget"),
        description=mark("The budget of the practice; without it the total of the costs holds."),
        examples=["304 736,40", "1,5 млн руб."],
    )
    funding: list[Funding] | None = Field(
        None,
        title=mark("Funding by source"),
        description=mark("Who pays how much: a line for each source."),
    )
    funding_source: Text | None = Field(
        None,
        title=mark("Source of funding of the practice"),
        description=mark("Who pays for every line of the costs that names no source of its own."),
        examples=["Субсидия из бюджета Красноярского края"],
    )
    upkeep: list[Upkeep] | None = Field(
        None,
        title=mark("Upkeep"),
        description=mark("What it costs in a year to keep what has been made, and who pays."),
    )
    citizen_upkeep: ListOrProse[Text] | None = Field(
        None,
        title=mark("Participation of inhabitants in the upkeep"),
        description=mark("What inhabitants do afterwards to keep it in order, one in each item."),
        examples=[["субботник два раза в год"]],
    )
    team: ListOrProse[Member] | None = Field(
        None,
        title=mark("Team"),
        description=mark("The leader and the team: who they are and what they did."),
    )
    leader: Person | None = Field(
        None,
        title=mark("Leader"),
        description=mark("Who leads the practice or the project."),
    )
    administrator: Person | None = Field(
        None,
        title=mark("Administrator"),
        description=mark("Who runs the project from day to day."),
    )
    curator: Person | None = Field(
        None,
        title=mark("Curator"),
        description=mark("Who watches over the project in the administration."),
    )
    head: Person | None = Field(
        None,
        title=mark("Head"),
        description=mark("Who signs: the head of the municipality or of its administration."),
    )
    accountant: Person | None = Field(
        None,
        title=mark("Chief accountant"),
        description=mark("Who signs estimates and reports besides the head."),
    )
    links: list[Link] | None = Field(
        None,
        title=mark("Links"),
        description=mark("Pages of the practice on the internet."),
    )
    contacts: list[Contact] | None = Field(
        None,
        title=mark("Contacts"),
        description=mark("Who answers for the practice, and how to reach them."),
    )
    assessment: Text | None = Field(
        None,
        title=mark("Assessment"),
        description=mark("How the practice was assessed, by whom, by which measure."),
        examples=["По опросу 214 участников, 93 % довольны занятиями."],
    )
    social_effect: Text | None = Field(
        None,
        title=mark("Social effect"),
        description=mark("What has changed in people's lives, as far as possible in figures."),
        examples=["В клубы ходят 430 жителей; за два года создано шесть соседских объединений."],
    )
    scaling_prospects: Text | None = Field(
        None,
        title=mark("Prospects of scaling"),
        description=mark("How the practice can grow or be taken over elsewhere, and who helps."),
        examples=["Методичка и обучение ведущих открыты для других городов края."],
    )
    further_development: Text | None = Field(
        None,
        title=mark("Further development"),
        description=mark("How the practice goes on once the money has been spent."),
        examples=["С 2021 года клубы ведут сами жители, центр обучает ведущих."],
    )
    resources_later: Text | None = Field(
        None,
        title=mark("Resources afterwards"),
        description=mark("What it is carried on with afterwards, and where that comes from."),
        examples=["Помещения библиотек, взносы участников"],
    )
    geography: Text | None = Field(
        None,
        title=mark("Geography"),
        description=mark("All places where the practice is carried out."),
        examples=["Светлоречье и четыре села Заречного района"],
    )
    organization: Organization | None = Field(
        None,
        title=mark("Organisation"),
        description=mark("The organisation that carries the practice."),
    )
    past_projects: list[PastProject] | None = Field(
        None,
        title=mark("Projects carried out before"),
        description=mark("The most important projects of the organisation, the newest first."),
    )
    applications: list[Application] | None = Field(
        None,
        title=mark("Applications to contests"),
        description=mark("The newest stands last."),
    )
    attachments: Attachments | None = Field(
        None,
        title=mark("Attachments"),
        description=mark("Papers and files that are handed in with the application."),
    )
    consent: Agreed | None = Field(
        None,
        title=mark("Consent to processing of personal data"),
        description=mark("Whether everybody who is named here has agreed"),
        examples=["да"],
    )
    filled_on: Day | None = Field(
        None,
        title=mark("Day of completion"),
        description=mark("When the application was filled in: day, month and year."),
        examples=["14.03.2020"],
    )
    further_information: Text | None = Field(
        None,
        title=mark("Further information"),
        description=mark("What else is to be said, and has no other place."),
        examples=["Практика вошла в сборник лучших практик края."],
    )


class Unplaced(BaseModel):
    """Words that came in with a document and have found no field."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    origin: Text | None = Field(
        None,
        alias="from",
        title=mark("Where from"),
        description=mark("The document and the place in it."),
    )
    text: Text = Field(title=mark("Text"), description=mark("The words as they stood there."))


class Practice(Facts):
    """One practice: its facts, the forms it is meant for, and what single forms want otherwise."""

    passport: Literal["1"] = Field(
        title=mark("Format version"),
        description=mark("The version of this format; it is 1."),
        examples=[1],
    )
    title: Text = Field(
        min_length=1,
        title=mark("Title"),
        description=mark("The name of the practice, as it shall stand in every document."),
        examples=["Соседские клубы «Свой двор»"],
    )
    forms: Texts | None = Field(
        None,
        title=mark("Forms"),
        description=mark("The forms that this practice is meant for."),
        examples=[["practice-passport"]],
    )
    for_: dict[str, Facts | None] | None = Field(
        None,
        alias="for",
        title=mark("For one form"),
        description=mark("Facts that one form gets in other words, under the name of the form."),
    )
    unplaced: list[Unplaced] | None = Field(
        None,
        title=mark("Unplaced"),
        description=mark("What an import could not place; it is never printed."),
    )

    def seen_by(self, form: str) -> "Practice":
        """Return the practice as `form` shows it: with its own words where `for` has some."""
        own = (self.for_ or {}).get(form)
        if own is None:
            return self
        return self.model_copy(update={name: getattr(own, name) for name in own.model_fields_set})

    def route_of(self, form: str | None, field: str) -> tuple[str, ...]:
        """Return where the file says what `form` shows of `field`."""
        own = (self.for_ or {}).get(form) if form else None
        return ("for", form, field) if form and own and field in own.model_fields_set else (field,)
