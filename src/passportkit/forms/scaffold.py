"""The start of a practice: the questions of its forms, in order, as a file to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from passportkit.findings import Route
from passportkit.forms.model import Form, Section
from passportkit.forms.place_words import label_words, numbered
from passportkit.forms.slots import Slot, TableSlot, TextSlot, sections_of, slots_of
from passportkit.language import Translator, mark, shortened
from passportkit.source import Data
from passportkit.source.emitter import STEP, Lines, in_quotes
from passportkit.source.plain_data import AlteredData, find
from passportkit.text import canonical

_WIDTH = 96

_LINES = Lines()


def scaffold(title: str, forms: Sequence[Form], translate: Translator) -> str:
    """Return the YAML of a new practice: the first form's sections, then what the others add.

    Headings and notes stand as the forms have them; the hints are in the language of
    `translate`.
    """
    lines = ["passport: 1", f"title: {in_quotes(canonical(title))}"]
    lines += _LINES.of_key("forms", [form.name for form in forms], 0)
    lines += _comment(translate(_HOW_TO))
    return "\n".join(lines) + "\n" + further(forms, {"title"}, translate)


def further(forms: Iterable[Form], known: Iterable[str], translate: Translator) -> str:
    """Return the sections of `forms` that ask for keys other than the `known` ones."""
    asked = set(known)
    return "".join(f"{line}\n" for form in forms for line in _questions(form, asked, translate))


_HOW_TO = mark(
    "Write behind the colons. A text of several lines goes on the next lines after `|`, indented; "
    "a text with a colon in it goes in quotes. For one more row repeat the lines from the dash on."
)


_ITEM = mark("one item on each line, with a dash before it")


def _questions(form: Form, asked: set[str], translate: Translator) -> Iterator[str]:
    banner = True
    for section, slots in sections_of(form):
        wanted = list(dict.fromkeys(name for slot in slots for name in _keys(slot)))
        if not any(name not in asked for name in wanted):
            continue
        if banner:
            yield from ("", f"# {form.name} · {shortened(form.title)}"[:_WIDTH])
            banner = False
        yield from _section(form, section, slots, asked, translate)
        asked.update(wanted)


def _section(
    form: Form, section: Section, slots: Sequence[Slot], asked: set[str], translate: Translator
) -> Iterator[str]:
    yield ""
    yield from _comment(numbered(section.number, section.heading or ""))
    yield from _comment(section.note or "", "   ")
    for name in dict.fromkeys(key for slot in slots for key in _keys(slot)):
        if name not in asked:
            # what other sections show of the same field is written there at once
            yield from _field(name, [s for s in slots_of(form) if name in _keys(s)], translate)


def _field(name: str, slots: Sequence[Slot], translate: Translator) -> Iterator[str]:
    first, *others = slots
    if isinstance(first, TableSlot):
        yield from _table(name, first, translate)
        for other in others:
            yield from _comment(other.block.caption or "")
            if isinstance(other, TableSlot) and other.rows.record is not None:
                yield from ("# " + line for line in _rows(other))
    elif len(first.fields[0]) == 1:
        yield from _hint(first, translate)
        yield from _LINES.of_key(name, None, 0)
    else:
        yield from _LINES.of_key(name, None, 0)
        yield from _below(slots, translate)


def _below(slots: Iterable[Slot], translate: Translator) -> Iterator[str]:
    """Write the keys below a field that slots show in parts, each key once."""
    below: dict[Route, list[Route]] = {}
    hints: dict[Route, list[str]] = {}
    for slot in slots:
        shown = () if isinstance(slot, TableSlot) else slot.fields
        routes = [route for each in shown for route in _with_items_before(each)]
        new = [way for route in routes for way in _ways_to(route) if way not in below]
        for way in dict.fromkeys(new):
            below[way] = []
            below.setdefault(way[:-1], []).append(way)
        if new:
            hints[new[0]] = [*_hint(slot, translate, "  ")]
    for way in list(below)[:1]:
        yield from _written(below, hints, way[:1], STEP)


def _with_items_before(route: Route) -> Iterator[Route]:
    """Yield a route that leads into a list behind those into the items before."""
    number = next((n for n, step in enumerate(route) if isinstance(step, int)), len(route))
    last = route[number] if number < len(route) else 0
    for item in range(int(last)):
        yield (*route[:number], item, *route[number + 1 :])
    yield route


def _ways_to(route: Route) -> list[Route]:
    """Return the ways to the keys below the top of the file on a route, the last one being it."""
    return [route[:end] for end in range(2, len(route) + 1)]


def _written(
    below: Mapping[Route, Sequence[Route]], hints: Mapping[Route, list[str]], at: Route, column: int
) -> Iterator[str]:
    for way in below[at]:
        yield from hints.get(way, ())
        if isinstance(way[-1], int):
            lines = [*_written(below, hints, way, column + STEP)]
            first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
            lines[first] = f"{' ' * column}-{lines[first][column + 1 :]}"
            yield from lines
        else:
            yield from _LINES.of_key(str(way[-1]), None, column)
            yield from _written(below, hints, way, column + STEP)


def _hint(slot: Slot, translate: Translator, indent: str = "") -> Iterator[str]:
    label = label_words(slot.part.label) if isinstance(slot, TextSlot) and slot.part else ""
    if not label and indent:
        label = slot.section.heading or ""
    hint = ": ".join(words for words in (label, translate(slot.hint)) if words)
    yield from (indent + line for line in _comment(hint, "   "))


def _table(name: str, slot: TableSlot, translate: Translator) -> Iterator[str]:
    yield from _comment(slot.block.caption or "", "   ")
    if slot.rows.record is None:
        yield from _comment(translate(slot.hint), "   ")
        yield from _LINES.of_key(name, None, 0)
        yield from _comment(f"- {translate(_ITEM)}", " ")
        return
    for cell in slot.cells:
        for route in cell.show.routes:
            hint = translate(cell.show.describe(route))
            yield from _comment(f"{'.'.join(map(str, route))} – {hint}", "   ")
    yield from _LINES.of_key(name, None, 0)
    yield from _rows(slot)


def _rows(slot: TableSlot) -> Iterator[str]:
    """Write one row to be filled in; a record that is none of a list has no dash."""
    tree = _tree(route for cell in slot.cells for route in cell.show.routes)
    yield from _LINES.with_dash(tree, STEP) if slot.rows.is_list else _keys_of(tree)


def _keys(slot: Slot) -> list[str]:
    """Return the keys at the top of the file that an author fills in for a slot."""
    if isinstance(slot, TextSlot) and slot.block.total is not None and slot.part is None:
        return []  # a total is computed
    return [str(slot.fields[0][0])]


def _tree(routes: Iterable[Sequence[str | int]]) -> dict[str, Data]:
    """Return keys within keys; one without any is for the author to fill in."""
    draft = AlteredData({})
    for route in routes:
        keys = tuple(step for step in route if isinstance(step, str))
        draft.put(keys, find(draft.data, keys))
    tree: dict[str, Data] = draft.data
    return tree


def _keys_of(tree: dict[str, Data]) -> Iterator[str]:
    """Write the keys below one at the top of the file."""
    for key, inner in tree.items():
        yield from _LINES.of_key(key, inner, STEP)


def _comment(text: str, indent: str = "") -> list[str]:
    import textwrap

    lines = [line for part in text.split("\n") for line in textwrap.wrap(part, _WIDTH - 8)]
    return [f"# {indent}{line}" for line in lines]
