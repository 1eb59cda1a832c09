"""From data to a model: what does not fit becomes a finding, and the rest survives."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from passportkit.language import say
from passportkit.source import Parsed, parse, read
from passportkit.source.model_shape import misfit


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Tree(Strict):
    kind: str
    height: Annotated[float, Field(gt=0, le=120)] | None = None
    fruit: list[str] | None = None


class Bed(Strict):
    flowers: str | None = None


class Garden(Strict):
    """A model with a field of every sort."""

    name: Annotated[str, Field(pattern="^[a-z-]+$")] = "garden"
    owner: Annotated[str, Field(min_length=1)] | None = None
    beds: Annotated[int, Field(ge=0, lt=100)] | None = None
    public: bool | None = None
    season: Literal["весна", "лето", "осень"] | None = None
    rules: dict[str, list[Literal["off", "on"]]] | None = None
    sign: Literal[", ", "\xa0– ", "\n"] | None = None
    trees: list[Tree] | None = None
    by_corner: dict[str, Bed] | None = Field(None, alias="by-corner")
    best: Bed | None = None
    size: tuple[float, float] | None = None
    notes: (
        Annotated[
            Annotated[list[str], Tag("(list)")] | Annotated[str, Tag("(text)")],
            Discriminator(lambda value: "(text)" if isinstance(value, str) else "(list)"),
        ]
        | None
    ) = None
    paths: Annotated[list[str], Field(min_length=1, max_length=2)] | None = None

    @model_validator(mode="after")
    def _owned_if_public(self) -> "Garden":
        if self.public and not self.owner:
            raise misfit("ownerless", say("a public garden has an owner"), say("name one"))
        return self


def parsed(text: str) -> Parsed[Garden]:
    return parse(Garden, read(text.encode(), "сад.yaml").data or {})


def found(text: str) -> list[str]:
    source = read(text.encode(), "сад.yaml")
    located = [source.locate(finding) for finding in parsed(text).findings]
    return [f"{f.place.line}:{f.place.column} {f.rule}: {f.message}" for f in located if f.place]


def advice(text: str) -> list[str]:
    return [str(finding.help) for finding in parsed(text).findings]


def kept(text: str) -> dict[str, Any]:
    value = parsed(text).value
    assert value is not None
    return value.model_dump(exclude_unset=True, by_alias=True)


def test_what_fits_has_no_findings():
    text = """\
name: my-garden
beds: 12
public: да
owner: Сад
season: лето
trees: [{kind: яблоня, height: 3.5}]
by-corner: {север: {flowers: мак}}
notes: просто сад
size: [10, 20]
"""
    assert found(text.replace("да", "yes")) == []
    assert parsed("beds: 0").value == Garden(beds=0)


FAULTS = [
    # not a text
    ("owner: [Ева]", "1:8 wrong-type: a list stands here instead of a text"),
    ("owner: {a: b}", "1:8 wrong-type: a mapping with keys stands here instead of a text"),
    ("trees:\n- kind: [x]", "2:9 wrong-type: a list stands here instead of a text"),
    ("notes: [a, [b]]", "1:12 wrong-type: a list stands here instead of a text"),
    # not a list, not a mapping
    ("trees: много", "1:8 wrong-type: a text stands here instead of a list"),
    ("trees: {kind: x}", "1:8 wrong-type: a mapping with keys stands here instead of a list"),
    ("notes: {a: b}", "1:8 wrong-type: a mapping with keys stands here instead of a list"),
    ("size: 5", "1:7 wrong-type: a text stands here instead of a list"),
    ("trees: [x]", "1:9 wrong-type: a text stands here instead of a mapping with keys"),
    ("trees:\n- [x]", "2:3 wrong-type: a list stands here instead of a mapping with keys"),
    ("best: мак", "1:7 wrong-type: a text stands here instead of a mapping with keys"),
    ("by-corner: мак", "1:12 wrong-type: a text stands here instead of a mapping with keys"),
    (
        "by-corner: {север: мак}",
        "1:20 wrong-type: a text stands here instead of a mapping with keys",
    ),
    # not a number
    ("beds: много", "1:7 wrong-type: “много” is not a number that fits here"),
    ("beds: 1.5", "1:7 wrong-type: “1.5” is not a number that fits here"),
    ("beds: -1", "1:7 wrong-type: “-1” is not a number that fits here"),
    ("beds: 100", "1:7 wrong-type: “100” is not a number that fits here"),
    ("beds: [1]", "1:7 wrong-type: a list stands here instead of a number"),
    ("size: [1, x]", "1:11 wrong-type: “x” is not a number that fits here"),
    ("size: [1, {a: b}]", "1:11 wrong-type: a mapping with keys stands here instead of a number"),
    ("trees: [{kind: x, height: 0}]", "1:27 wrong-type: “0” is not a number that fits here"),
    ("trees: [{kind: x, height: 121}]", "1:27 wrong-type: “121” is not a number that fits here"),
    # not one of the words that may stand here
    ("public: может", "1:9 wrong-type: “может” is neither yes nor no"),
    ("public: [yes]", "1:9 wrong-type: a list stands here instead of yes or no"),
    ("season: зима", "1:9 wrong-type: “зима” is not known here"),
    ("season: [лето]", "1:9 wrong-type: a list stands here instead of a text"),
    ("name: My Garden", "1:7 wrong-type: “My Garden” cannot be a name here"),
    # too few, too many
    ("size: [1, 2, 3]", "1:7 wrong-type: this list has too many items, or too few"),
    ("size: [1]", "1:7 wrong-type: this list has too many items, or too few"),
    ("paths: []", "1:8 wrong-type: this list has too many items, or too few"),
    ("paths: [a, b, c]", "1:8 wrong-type: this list has too many items, or too few"),
    # nothing
    ("owner: ''", "1:8 missing-field: the field “owner” is missing"),
    ("trees:\n- height: 3", "2:3 missing-field: the field “kind” is missing"),
    ("trees:\n- kind:", "2:3 missing-field: the field “kind” is missing"),
    ("notes:\n- a\n-\n- b", "3:2 empty-section: an item of the list is empty"),
    ("trees:\n-\n- kind: x", "2:2 empty-section: an item of the list is empty"),
    # unknown
    ("onwer: Ева", "1:1 unknown-field: there is no field “onwer” here"),
    ("trees:\n- kind: x\n  hight: 3", "3:3 unknown-field: there is no field “hight” here"),
    ("by-corner:\n  север:\n    rose: 1", "3:5 unknown-field: there is no field “rose” here"),
    # in brackets stand the branches of a union, and a key may too
    ("(owner: Ева", "1:1 unknown-field: there is no field “(owner” here"),
    ("(text): Ева", "1:1 unknown-field: there is no field “(text)” here"),
    ("best:\n  (text): Ева", "2:3 unknown-field: there is no field “(text)” here"),
    ("notes:\n  (list): а", "2:11 wrong-type: a mapping with keys stands here instead of a list"),
    # what a validator of ours says
    ("public: yes", "1:1 ownerless: a public garden has an owner"),
]


@pytest.mark.parametrize(("text", "finding"), FAULTS)
def test_what_does_not_fit_is_one_finding_at_its_place(text, finding):
    assert found(text) == [finding]


@pytest.mark.parametrize(("text", "finding"), FAULTS)
def test_no_word_of_pydantic_is_passed_on(text, finding):
    for each in parsed(text).findings:
        words = f"{each.message} {each.help or ''}"
        for foreign in (
            "Input",
            "valid",
            "Field required",
            "permitted",
            "None",
            "['",
            "{'",
            "(list)",
        ):
            assert foreign not in words


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("onwer: Ева", "did you mean “owner”?"),
        ("Owner: Ева", "did you mean “owner”?"),
        ("by_corner: {}", "did you mean “by-corner”?"),
        ("best:\n  flower: мак", "did you mean “flowers”?"),
        ("trees: [{kind: x, frut: [y]}]", "did you mean “fruit”?"),
        ("best:\n  xyz: 1", "the fields here are: flowers"),
        ("trees:\n- kind: x\n  xyz: 1", "the fields here are: kind, height, fruit"),
        ("by-corner:\n  север:\n    xyz: 1", "the fields here are: flowers"),
        ("best: {flowers: мак, герань, роза}", "between braces, put a text with a comma in quotes"),
        ("season: зима", "write one of these: весна, лето, осень"),
        ("rules: {dig: [off, maybe]}", "write one of these: off, on"),
        ("sign: и", r'write one of these: ", ", "\xa0– ", "\n"'),
        ("beds: 100", "the number must be < 100"),
        ("beds: -1", "the number must be ≥ 0"),
        ("trees: [{kind: x}, {height: 1}]", "write `kind:` and what belongs there"),
        ("public: может", "write `true` or `false`"),
        ("owner: [Ева]", "put the text in quotes; several lines go after `|`"),
        ("trees: дуб", "begin each item on a line of its own with `- `"),
        ("best: мак", "write `key: value` lines here"),
        ("notes: [a, ~]", "write it, or delete the dash"),
        ("public: yes", "name one"),
    ],
)
def test_a_finding_says_what_to_do(text, help_):
    assert advice(text)[0] == help_


def test_all_faults_are_found_at_once():
    assert found("beds: x\ntrees:\n- kind: дуб\n  hight: 3\n-\n- 7\nseason: зима\nzzz: 1\n") == [
        "1:7 wrong-type: “x” is not a number that fits here",
        "7:9 wrong-type: “зима” is not known here",
        "4:3 unknown-field: there is no field “hight” here",
        "5:2 empty-section: an item of the list is empty",
        "6:3 wrong-type: a text stands here instead of a mapping with keys",
        "8:1 unknown-field: there is no field “zzz” here",
    ]


@pytest.mark.parametrize(
    ("text", "remains"),
    [
        ("owner: Ева\nbeds: x", {"owner": "Ева"}),
        ("owner: Ева\nзабор: 1", {"owner": "Ева"}),
        ("notes: [a, [b], ~, c]", {"notes": ["a", "c"]}),
        ("trees: [{kind: дуб, hight: 3}]", {"trees": [{"kind": "дуб"}]}),
        ("trees: [{kind: дуб, fruit: [a, [b]]}]", {"trees": [{"kind": "дуб", "fruit": ["a"]}]}),
        ("trees: [x, {kind: дуб}, y]", {"trees": [{"kind": "дуб"}]}),
        ("by-corner: {с: {flowers: a, b: c}, ю: x}", {"by-corner": {"с": {"flowers": "a"}}}),
        # of a record that lacks what it must have nothing can be made
        ("trees: [{height: 3}, {kind: дуб}]", {"trees": [{"kind": "дуб"}]}),
        ("trees: [{height: 3, x: 1, y: 2}, {kind: дуб}]", {"trees": [{"kind": "дуб"}]}),
        ("trees: [{kind: }, {kind: [x]}, {kind: дуб}]", {"trees": [{"kind": "дуб"}]}),
        ("owner: Ева\nsize: [1, 2, 3]", {"owner": "Ева"}),
    ],
)
def test_the_rest_of_the_data_survives(text, remains):
    assert kept(text) == remains


def test_data_are_not_changed_by_what_is_left_out_of_them():
    data = {"notes": ["a", ["b"]], "zzz": "1"}
    parse(Garden, data)
    assert data == {"notes": ["a", ["b"]], "zzz": "1"}


def test_data_may_lie_deeper_than_calls_can():
    deep: Any = "1"
    for _ in range(10_000):
        deep = {"a": deep}
    garden = parse(Garden, {"owner": "Ева", "beds": "x", "rules": {"тень": ["off"], "a": deep}})
    assert {f.route for f in garden.findings} == {("beds",), ("rules", "a")}
    assert garden.value == Garden(owner="Ева", rules={"тень": ["off"]})


def test_where_what_must_be_there_is_missing_nothing_can_be_made():
    assert parse(Tree, {"height": "3"}).value is None
    assert parse(Tree, {}).findings[0].rule == "missing-field"


def test_what_was_left_out_is_spoilt_and_so_is_what_holds_it():
    spoilt = parsed("trees:\n- {kind: дуб, hight: 3}\nbeds: x\n")
    assert spoilt.is_spoilt(("trees",))
    assert spoilt.is_spoilt(("trees", 0, "hight"))
    assert spoilt.is_spoilt(("beds",))
    assert not spoilt.is_spoilt(("trees", 1))
    assert not spoilt.is_spoilt(("owner",))


@pytest.mark.parametrize(
    ("text", "route", "in_file"),
    [
        ("notes: [a, b]", ("notes", 1), ("notes", 1)),
        ("notes: [a, [x], b]", ("notes", 0), ("notes", 0)),
        ("notes: [a, [x], b]", ("notes", 1), ("notes", 2)),
        ("notes: [~, [x], a, ~, b]", ("notes", 0), ("notes", 2)),
        ("notes: [~, [x], a, ~, b]", ("notes", 1), ("notes", 4)),
        (
            "trees: [x, {kind: a, fruit: [~, b]}]",
            ("trees", 0, "fruit", 0),
            ("trees", 1, "fruit", 1),
        ),
        ("trees: [{height: 1}, {kind: a}]", ("trees", 0, "kind"), ("trees", 1, "kind")),
    ],
)
def test_what_moved_up_behind_an_item_left_out_is_known_by_its_place_in_the_file(
    text, route, in_file
):
    assert parsed(text).route_of(route) == in_file
