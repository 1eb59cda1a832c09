"""The model of `form.yaml`: a form is its title and its sections, in order, as data."""

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from itertools import chain
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PrivateAttr,
    Tag,
    model_validator,
)

from passportkit.facts.form_words import FitWords, Label, Name
from passportkit.findings import Route
from passportkit.language import Message, say
from passportkit.practice import Vocabulary
from passportkit.source.model_shape import misfit

Number = Annotated[Label, AfterValidator(lambda words: words.rstrip(".") or words)]
"""An official number; the dot behind it is set where it is printed, whether it was typed or not."""

Millimetres = Annotated[float, Field(ge=0, le=200)]
Share = Annotated[float, Field(gt=0, lt=100)]
"""A width in percent."""

_WIDEST_MARGINS = 150
"""How many millimetres of a sheet, of which the shorter side has 210, may stay empty."""

RowNumber = Literal["1", "1.", "1.1.", "none"]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, alias_generator=_kebab)


class Profile(_Model):
    """How the form looks on paper, and so the measure of its limits."""

    font: Label = "Times New Roman"
    size: Annotated[float, Field(ge=6, le=36)] = 12
    line_spacing: Annotated[float, Field(ge=0.5, le=4)] = 1.0
    margins: tuple[Millimetres, Millimetres, Millimetres, Millimetres] = (20, 15, 20, 25)
    """Top, right, bottom and left, in millimetres."""
    orientation: Literal["portrait", "landscape"] = "portrait"
    page_numbers: Literal["header", "footer", "none"] = "footer"

    @model_validator(mode="after")
    def _leaves_room(self) -> "Profile":
        top, right, bottom, left = self.margins
        if max(top + bottom, left + right) > _WIDEST_MARGINS:
            raise misfit(
                "form-block",
                say("the margins leave no room on the page"),
                say("two that lie opposite have at most {most} mm together", most=_WIDEST_MARGINS),
            )
        return self


class Limit(_Model):
    """How long a text may be."""

    pages: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    characters: Annotated[int, Field(gt=0)] | None = None

    def in_words(self) -> Iterator[Message]:
        """Yield what is allowed, in words."""
        if self.pages:
            yield say("length in pages: at most {pages}", pages=f"{self.pages:g}")
        if self.characters:
            yield say("length in characters: at most {count}", count=self.characters)


class _Keyed(_Model):
    """What shows something: it has a key that names its place in the document."""

    _key: str = PrivateAttr("")

    @cached_property  # it is asked of each cell, and Pydantic finds what is private slowly
    def key(self) -> str:
        """The name of the tag, unique in the form (of a column: unique in its table)."""
        return self._key


class Column(_Keyed):
    """A column of a table. `width` is in percent of the table."""

    heading: Label
    show: str
    width: Share | None = None
    align: Literal["left", "center", "right"] = "left"
    merge: Literal["equal"] | None = None
    hint: FitWords | None = None


class Part(_Keyed):
    """A fixed label inside a cell and what follows it."""

    label: Label
    show: str
    required: bool = True
    hint: FitWords | None = None


class Total(_Keyed):
    """The last row of a table: one cell over the full width."""

    label: Label
    show: str


_KINDS = ("show", "parts", "rows", "record", "blocks")


class Block(_Keyed):
    """One table of a section: a text, labelled parts, rows, or a record (one row without №)."""

    caption: Label | None = None
    show: str | None = None
    parts: tuple[Part, ...] | None = None
    rows: str | None = None
    record: str | None = None
    columns: tuple[Column, ...] | None = None
    row_number: RowNumber | None = None
    number_heading: Label = "№"
    number_width: Share | None = None
    total: Total | None = None
    limit: Limit | None = None
    required: bool = True
    hint: FitWords | None = None

    @property
    def is_table(self) -> bool:
        """Whether the block has columns."""
        return self.rows is not None or self.record is not None

    def shown_texts(self) -> Iterator[tuple[str, Route]]:
        """Yield what stands as a text in the block, with the way from the block to its name."""
        if self.show:
            yield self.show, ("show",)
        for index, part in enumerate(self.parts or ()):
            yield part.show, ("parts", index, "show")
        if self.total:
            yield self.total.show, ("total", "show")

    @model_validator(mode="after")
    def _one_kind(self) -> "Block":
        kinds = [kind for kind in _KINDS if getattr(self, kind, None)]
        if len(kinds) != 1:
            raise misfit(
                "form-block",
                say("a block has exactly one of `show`, `parts`, `rows` and `record`"),
                say("give each of them a block of its own under `blocks`"),
            )
        if self.is_table and not self.columns:
            raise misfit("form-block", say("the table of `{name}` has no `columns`", name=kinds[0]))
        if (self.columns or self.total) and not self.is_table:
            raise misfit("form-block", say("`columns` and `total` belong to `rows` or `record`"))
        return self


class Section(Block):
    """A section: its number, heading and notes, and one block inlined or a list of `blocks`.

    In a card a section may go without a heading, and what has no words is left out.
    """

    number: Number | None = None
    heading: Label | None = None
    note: Label | None = None
    note_below: Label | None = None
    landscape: bool = False
    blocks: tuple[Block, ...] | None = None

    @property
    def name(self) -> str:
        """What to call the section: its heading, or else what it shows."""
        return self.heading or self.show or ""

    @property
    def content(self) -> tuple[Block, ...]:
        """The blocks of the section, in order."""
        return self.blocks or (self,)

    def limit_of(self, block: Block) -> Limit | None:
        """How long each text of a block may be: what the block says goes before the section."""
        return block.limit or self.limit


class Group(_Model):
    """A heading over several sections: in a grid a row over its full width."""

    group: Label
    number: Number | None = None


class FixedWords(_Model):
    """Words of the form that no answer follows: a consent, a line of thanks, a footnote."""

    words: Label
    align: Literal["left", "center", "right"] = "left"
    bold: bool = False


class ShownDate(_Model):
    """The day on which somebody signs, as a fact."""

    show: str


SignedPlace = Literal["position", "date", "name"]
"""The places of a signature that facts may fill, in the order in which they are read."""


def _kind_of_date(value: object) -> str:
    return "(fact)" if isinstance(value, dict | ShownDate) else "(line)"


class Signature(_Model):
    """A line to sign on: who signs, in words of the form or as a fact, the line, and the name.

    Without a fact for the name there is a line for it, too. `under` are small words below the
    line, the name and, if there are three, first of all the position.
    """

    label: Label | None = None
    position: str | None = None
    show: str | None = None
    under: Annotated[tuple[Label, ...], Field(max_length=3)] = ()
    date: Annotated[
        Annotated[bool, Tag("(line)")] | Annotated[ShownDate, Tag("(fact)")],
        Discriminator(_kind_of_date),
    ] = False
    seal: Label | None = None
    required: bool = True
    hint: FitWords | None = None

    @property
    def name(self) -> str:
        """What to call the signature: the position of who signs, if the form says it."""
        return self.label or SIGNATURE

    @property
    def notes(self) -> tuple[str, ...]:
        """The words below the position, the line and the name, as many as there are columns."""
        first = () if len(self.under) == 3 else ("",)
        return (*first, *self.under, "")[:3] if self.under else ()

    @cached_property
    def section(self) -> "SignedSection":
        """The signature as a section, whose parts are its places that facts fill."""
        return SignedSection.model_construct(
            heading=self.name,
            parts=tuple(self.places.values()),
            ways=tuple(_WAYS[place] for place in self.places),
            required=self.required,
        )

    @cached_property
    def places(self) -> dict[SignedPlace, Part]:
        """The places that facts fill."""
        day = self.date.show if isinstance(self.date, ShownDate) else None
        said: tuple[tuple[SignedPlace, str, str | None], ...] = (
            ("position", "Должность", self.position),
            ("date", "Дата", day),
            ("name", "Ф. И. О.", self.show),
        )
        hints = {"name": self.hint}
        return {
            place: Part.model_construct(label=label, show=shown, hint=hints.get(place))
            for place, label, shown in said
            if shown
        }

    @model_validator(mode="after")
    def _says_who(self) -> "Signature":
        if (self.label is None) == (self.position is None):
            raise misfit(
                "form-block",
                say("a signature has exactly one of `label` and `position`"),
                say("`label` is the position in words of the form, `position` a fact"),
            )
        return self


SIGNATURE, DATE_LINE = "Подпись", "«___» __________ 20__ г."
"""A signature without words of its own, and where a date is written: forms are Russian."""

_WAYS: dict[SignedPlace, Route] = {
    "position": ("position",),
    "date": ("date", "show"),
    "name": ("show",),
}


class SignedSection(Section):
    """A signature as a section, whose parts are its places that facts fill.

    `ways` lead from the signature to the names of these facts.
    """

    ways: tuple[Route, ...]

    def shown_texts(self) -> Iterator[tuple[str, Route]]:
        """Yield what facts stand there, with the way from the signature to the name of each."""
        for part, way in zip(self.parts or (), self.ways, strict=True):
            yield part.show, way


class Approval(Signature):
    """A signature above the title, on the right, under a heading: «УТВЕРЖДАЮ»."""

    heading: Label

    @property
    def name(self) -> str:
        """What to call it: its heading."""
        return self.heading


class Signatures(_Model):
    """Lines to sign on, one below the other."""

    signatures: Annotated[tuple[Signature, ...], Field(min_length=1)]


class Grid(_Model):
    """One table for the whole form: №, item, answer. `head_after` rows stand above the head."""

    columns: tuple[Label, Label, Label]
    widths: tuple[Share, Share, Share] = (8, 37, 55)
    head_after: Annotated[int, Field(ge=0, le=1)] = 0


_KINDS_OF_ENTRIES: dict[str, type[_Model]] = {
    "group": Group,
    "words": FixedWords,
    "signatures": Signatures,
}


def _kind_of_entry(value: object) -> str:
    """Choose the model of an entry of `sections` by the key that no other kind has."""
    for key, model in _KINDS_OF_ENTRIES.items():
        if isinstance(value, model) or (isinstance(value, dict) and key in value):
            return f"({key})"
    return "(section)"


Entry = Annotated[
    Annotated[Section, Tag("(section)")]
    | Annotated[Group, Tag("(group)")]
    | Annotated[FixedWords, Tag("(words)")]
    | Annotated[Signatures, Tag("(signatures)")],
    Discriminator(_kind_of_entry),
]


class _DeclaredFacts:
    """A note on what authors may write there; its model is loaded where somebody asks for it."""

    @property
    def taken(self) -> Any:
        """The type of the facts of a file that declares some."""
        from passportkit.facts.declarations import FactsFile

        return FactsFile.model_fields["facts"].annotation


class Form(_Model):
    """An official form. What its sections show is said in names of fields and views."""

    form: Name
    version: Annotated[int, Field(ge=1)]
    title: Label
    source: FitWords
    annex: Label | None = None
    approval: Approval | None = None
    layout: Literal["sections", "grid", "card"] = "sections"
    grid: Grid | None = None
    row_number: RowNumber = "1"
    profile: Profile = Field(default_factory=Profile)
    facts: Annotated[dict[str, Any], _DeclaredFacts()] | None = None
    """What the form declares, as it was read; `facts.declared` knows what it means."""
    entries: Annotated[tuple[Entry, ...], Field(alias="sections", min_length=1)]

    _vocabulary: Vocabulary = PrivateAttr()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the names that the form shows: that in which it was read."""
        return self._vocabulary

    @cached_property
    def digest(self) -> str:
        """What the form says, and in which vocabulary, as a short text: the same in any process."""
        said = f"{self.vocabulary.name}\n{self.model_dump_json(by_alias=True)}"
        return sha256(said.encode()).hexdigest()[:32]

    def __eq__(self, other: object) -> bool:
        """Whether the other is a form that says the same, wherever it was loaded."""
        return self is other or (isinstance(other, Form) and self.digest == other.digest)

    def __hash__(self) -> int:
        """Return the hash of a form: it is the key of what is made of it."""
        return hash(self.digest)

    @property
    def name(self) -> str:
        """The name by which the form is asked for."""
        return self.form

    @property
    def sections(self) -> tuple[Section, ...]:
        """The entries that are sections, without what stands between them."""
        return tuple(entry for entry in self.entries if isinstance(entry, Section))

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """The lines to sign on, in the order of the document; that above the title is the first."""
        below = (each.signatures for each in self.entries if isinstance(each, Signatures))
        return (*((self.approval,) if self.approval else ()), *chain.from_iterable(below))

    def placed(self) -> Iterator[tuple[Section, Route]]:
        """Walk the sections, and what stands for one, with the way to each in the file."""
        if self.approval:
            yield self.approval.section, ("approval",)
        for index, entry in enumerate(self.entries):
            if isinstance(entry, Section):
                yield entry, ("sections", index)
            elif isinstance(entry, Signatures):
                for number, each in enumerate(entry.signatures):
                    yield each.section, ("sections", index, "signatures", number)

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Walk every block with the section that it stands in, in the order of the document."""
        for section, _ in self.placed():
            for block in section.content:
                yield section, block

    def routed(self) -> Iterator[tuple[Block, Route]]:
        """Walk every block with the way to it in the file."""
        for section, route in self.placed():
            for place, block in enumerate(section.content):
                inner: Route = () if block is section else ("blocks", place)
                yield block, (*route, *inner)

    def row_style(self, block: Block) -> RowNumber:
        """How the rows of `block` are numbered."""
        return block.row_number or self.row_number

    @model_validator(mode="after")
    def _sections_headed(self) -> "Form":
        if not self.sections:
            raise misfit("form-block", say("a form has at least one section"))
        if self.layout != "card" and any(each.heading is None for each in self.sections):
            raise misfit(
                "form-block",
                say("a section has no `heading`"),
                say("give each section its heading; only the layout `card` goes without"),
            )
        return self

    @model_validator(mode="after")
    def _lying_apart(self) -> "Form":
        if self.layout != "sections" and any(each.landscape for each in self.sections):
            raise misfit(
                "form-block",
                say("`landscape` belongs to the layout `sections`"),
                say("for a form that lies as a whole write `profile: {orientation: landscape}`"),
            )
        return self

    @model_validator(mode="after")
    def _grid_described(self) -> "Form":
        if self.layout == "grid" and self.grid is None:
            raise misfit("form-block", say("the layout `grid` needs `grid:` with its columns"))
        return self

    def model_post_init(self, context: Any, /) -> None:
        """Keep the vocabulary, and give every shown thing a key: what it shows, made unique."""
        self._vocabulary = context
        taken: dict[str, int] = {}
        for _section, block in self.blocks():
            for shown in (block, *(block.parts or ()), block.total):
                if shown is not None:
                    shown._key = _unique(_shown_by(shown), taken)
            within = {"number": 1}
            for column in block.columns or ():
                column._key = _unique(column.show, within)


def _shown_by(shown: Block | Part | Total) -> str:
    if isinstance(shown, Block):
        return shown.show or shown.rows or shown.record or ""
    return shown.show


def _unique(name: str, taken: dict[str, int]) -> str:
    """Return `name` as a tag can say it, with a number behind it where it is taken.

    With each name that is taken stands the last number that was given behind it.
    """
    if not name:
        return ""
    key = first = name.replace(".", "_").replace("-", "_")
    while key in taken:
        taken[first] += 1
        key = f"{first}_{taken[first]}"
    taken[key] = 1
    return key
