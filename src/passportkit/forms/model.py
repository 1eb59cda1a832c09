"""The model of `form.yaml`: a form is its title and its sections, in order, as data."""

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
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


class Grid(_Model):
    """One table for the whole form: №, item, answer. `head_after` rows stand above the head."""

    columns: tuple[Label, Label, Label]
    widths: tuple[Share, Share, Share] = (8, 37, 55)
    head_after: Annotated[int, Field(ge=0, le=1)] = 0


def _kind_of_entry(value: object) -> str:
    """Choose the model of an entry of `sections` by the key that no other kind has."""
    for key, model in (("group", Group), ("words", FixedWords)):
        if isinstance(value, model) or (isinstance(value, dict) and key in value):
            return f"({key})"
    return "(section)"


Entry = Annotated[
    Annotated[Section, Tag("(section)")]
    | Annotated[Group, Tag("(group)")]
    | Annotated[FixedWords, Tag("(words)")],
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

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Walk every block with the section that it stands in, in the order of the document."""
        for section in self.sections:
            for block in section.content:
                yield section, block

    def routed(self) -> Iterator[tuple[Block, Route]]:
        """Walk every block with the way to it in the file."""
        for index, entry in enumerate(self.entries):
            for place, block in enumerate(entry.content if isinstance(entry, Section) else ()):
                inner: Route = () if block is entry else ("blocks", place)
                yield block, ("sections", index, *inner)

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
