"""Whatever is corrected in a document comes into the file, and no other line of it changes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.forms import Catalogue
from passportkit.forms.slots import Slot, TableSlot, slots_of
from passportkit.merge import Unmerged
from passportkit.source import read
from passportkit.text import canonical, respell
from tests.conftest import examples
from tests.merge.papers import Paper, paper

law = settings(derandomize=True, deadline=None, max_examples=examples(40))

PRACTICES = sorted((Path(__file__).parents[2] / "examples" / "practices").glob("*.yaml"))
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in PRACTICES}
FORMS = [Catalogue().form(name) for name in Catalogue().names()]
WITH_TABLES = [
    form for form in FORMS if any(isinstance(slot, TableSlot) for slot in slots_of(form))
]

Row = dict[str, str]

texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n-#:'\"|>0аб«»,–"), max_size=40
).map(lambda text: respell(canonical(text)))


def words_like(text: str) -> st.SearchStrategy[str]:
    """Return texts that an editor may make of `text`: a word more, less or changed, or another."""
    pieces = text.split(" ")
    places = st.integers(0, len(pieces) - 1)
    changed = st.tuples(places, st.sampled_from(["иное", "", "ещё одно"])).map(
        lambda change: " ".join([*pieces[: change[0]], change[1], *pieces[change[0] + 1 :]])
    )
    return (changed | texts).map(lambda text: respell(canonical(text)))


def fields(slot: Slot) -> set[str]:
    """Return the fields of which the lines may change."""
    if isinstance(slot, TableSlot):
        return {slot.rows.field, "funding_source"}
    return {str(route[0]) for route in slot.fields}


def lines_of(text: str) -> dict[str, range]:
    """Return the lines of each key at the top of a file: from it to where the next one begins."""
    source = read(text.encode(), "")
    first = {key: source.place((key,), on_key=True).line - 1 for key in source.data or {}}
    ends = [*list(first.values())[1:], len(source.lines)]
    return {key: range(start, end) for (key, start), end in zip(first.items(), ends, strict=True)}


def changed_lines(before: str, after: str) -> set[int]:
    """Return the lines that changed or went; which of two empty lines went cannot be told."""
    old = before.split("\n")
    matcher = SequenceMatcher(None, old, after.split("\n"), autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    return {line for _, first, end, *_ in steps for line in range(first, end) if old[line].strip()}


def check(before: str, document: Paper, slot: Slot):
    merged = document.into(before, "theirs")  # else nothing goes altogether
    again = paper(merged.text, document.form).says
    was = paper(before, document.form).says
    said, now = with_words(document.says[slot.key]), with_words(again[slot.key])
    assert all(left.label.key == slot.key and is_beyond(slot, left) for left in merged.left)
    if isinstance(slot, TableSlot):
        check_rows(slot, said, now, merged.left)
    else:
        assert now == (was[slot.key] if merged.left else said)
        assert [left.words for left in merged.left] in ([], [said])
    touched = [
        key for key, at in lines_of(before).items() if changed_lines(before, merged.text) & {*at}
    ]
    assert {*touched} <= fields(slot) | {"for"}
    for other in slots_of(document.form):
        if not fields(other) & fields(slot):
            assert again[other.key] == was[other.key]
    assert not merged.conflicts
    return merged


def check_rows(slot: TableSlot, said: list[Row], now: list[Row], left: Sequence[Unmerged]):
    """Check that a table of the file is that of the document, but for what is left of it."""
    if slot.rows.field == "acts" and left:  # what the other table shows of an act holds it back
        kept = lines(text for row in now for text in row.values()) + lines(e.words for e in left)
        assert not lines(text for row in said for text in row.values()) - kept
        return
    keys = {cell.column.heading: cell.key for cell in slot.cells}
    for each in left:
        number, key = (each.row or 0) - 1, keys[each.label.column]
        assert said[number][key] == each.words
        said[number][key] = now[number][key]
    assert now == said


def lines(said: Iterable[str]) -> Counter[str]:
    return Counter(line for text in said for line in text.split("\n") if line)


def with_words(said: Any) -> Any:
    """Return a text as it is, and of rows those that have words."""
    return said if isinstance(said, str) else [dict(row) for row in said if any(row.values())]


def is_beyond(slot: Slot, left: Unmerged) -> bool:
    """Whether a file may be unable to say it: it shows there what is said elsewhere, or must be."""
    if isinstance(slot, TableSlot):
        is_shared = left.label.column == "Источник финансирования"
        return slot.rows.field == "acts" or (is_shared and not left.words)
    return bool(slot.show.view.given) or (slot.key == "title" and not left.words)


@law
@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(FORMS), st.data())
def test_a_text_changes_the_lines_of_its_field(name, form, draw):
    before = TEXTS[name]
    document = paper(before, form)
    slots = [slot for slot in slots_of(document.form) if not isinstance(slot, TableSlot)]
    slot = draw.draw(st.sampled_from(slots))
    document.says[slot.key] = draw.draw(words_like(document.says[slot.key]))
    check(before, document, slot)


@law
@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(WITH_TABLES), st.data())
def test_rows_change_the_lines_of_their_field(name, form, draw):
    before = TEXTS[name]
    document = paper(before, form)
    slots = [slot for slot in slots_of(document.form) if isinstance(slot, TableSlot)]
    slot = draw.draw(st.sampled_from(slots))
    said = document.says[slot.key]
    for _ in range(draw.draw(st.integers(1, 3))):
        if said and draw.draw(st.booleans()):
            row = draw.draw(st.sampled_from(said))
            cell = draw.draw(st.sampled_from(sorted(row)))
            row[cell] = draw.draw(words_like(row[cell]))
        elif said and draw.draw(st.booleans()):
            said.insert(draw.draw(st.integers(0, len(said))), said.pop(0))
        elif said and slot.rows.is_list and draw.draw(st.booleans()):
            del said[draw.draw(st.integers(0, len(said) - 1))]
        elif slot.rows.is_list:
            new = {cell.key: draw.draw(texts) for cell in slot.cells}
            said.insert(draw.draw(st.integers(0, len(said))), new)
    check(before, document, slot)


# --- every style of scalar ----------------------------------------------------------------

FIELDS = ["preconditions", "goals", "summary", "initiator", "assessment", "social_effect"]

STYLES = {
    "plain": "{0} {1}{comment}\n",
    "plain, folded": "{0}\n  {1}{comment}\n",
    "plain, below": "{comment}\n  {0}\n  {1}\n",
    "single": "'{0} {1}'{comment}\n",
    "single, folded": "'{0}\n\n  {1}'{comment}\n",
    "double": '"{0} {1}"{comment}\n',
    "double, folded": '"{0}\n\n\n  {1}"{comment}\n',
    "double, escaped": '"{0}\\n{1}"{comment}\n',
    "literal": "|{comment}\n  {0}\n\n  {1}\n",
    "literal, stripped": "|-{comment}\n    {0}\n    {1}\n",
    "literal, kept": "|+{comment}\n  {0}\n  {1}\n\n",
    "literal, indented": "|2{comment}\n    {0}\n  {1}\n",
    "folded": ">{comment}\n  {0}\n  {1}\n",
    "folded, stripped": ">-{comment}\n   {0}\n\n   {1}\n",
    "list": "{comment}\n  - {0}\n  # - {1}\n  - {1}\n",
    "brackets": "[{0},\n  {1}]{comment}\n",
}
LISTS = {"list", "brackets"}

some_words = st.lists(
    st.sampled_from(["клуб", "соседи", "«Двор»", "№ 5", "2021 год", "встречи"]),
    min_size=1,
    max_size=9,
).map(" ".join)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a practice with comments everywhere, each text in a style of its own."""
    text = "# начало\npassport: 1\ntitle: Клуб\n"
    for field in draw(st.permutations(FIELDS)):
        above = draw(st.sampled_from(["", "\n", "# о поле\n", "\n# о поле\n\n", "# раз\n# два\n"]))
        styles = sorted(STYLES) if field == "goals" else sorted({*STYLES} - LISTS)
        style = STYLES[draw(st.sampled_from(styles))]
        comment = draw(st.sampled_from(["", "  # слова", " #: - ["]))
        words = draw(some_words), draw(some_words)
        text += f"{above}{field}: {style.format(*words, comment=comment)}".replace(":  #", ": #")
    return text + draw(st.sampled_from(["", "\n# конец\n", "# конец"]))


@settings(law, max_examples=examples(100))
@given(files(), st.sampled_from(["\n", "\r\n"]), st.data())
def test_in_any_style_only_the_lines_of_the_field_change(before, end, draw):
    before = before.replace("\n", end)
    form = draw.draw(st.sampled_from(["practice-passport", "algorithm"]))
    document = paper(before, form)
    slots = [slot for slot in slots_of(document.form) if slot.key in FIELDS]
    slot = draw.draw(st.sampled_from(slots))
    document.says[slot.key] = draw.draw(words_like(document.says[slot.key]))
    merged = check(before, document, slot)
    assert not merged.left
    comments = [line for line in before.split(end) if line.startswith("#")]
    assert [line for line in merged.text.split(end) if line.startswith("#")] == comments
