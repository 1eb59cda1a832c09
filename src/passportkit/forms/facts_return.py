"""Whether the facts that a form shows are found again in what it says: without any document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from passportkit.findings import Route
from passportkit.forms.bind import said_by
from passportkit.forms.model import Form
from passportkit.forms.sample import others, sample_of
from passportkit.forms.slots import Slot, TableSlot, slots_of
from passportkit.forms.unbind import unbind
from passportkit.practice import NAMELESS, Practice, Record
from passportkit.source.model_shape import fields, models_at

_ROWS = 3


def unreturned(form: Form) -> list[Slot]:
    """Return the places whose words do not come back once a practice is made of them.

    They show facts that others show as well, each in another way, so that an import cannot put them
    together.
    """
    says = said_by(form, _practice_of(form, _shown_facts(form)))
    facts, left = unbind(form, says)
    again = said_by(form, _practice_of(form, facts))
    lost = {key for key, _ in left}
    lost.update(key for key, said in says.items() if said != again[key] or _has_empty_row(said))
    return [
        each
        for each in slots_of(form)
        if each.key in lost
        or any(asks(each, form) for asks in (_is_double, _is_again, _is_seen_so))
    ]


def _has_empty_row(said: str | Sequence[Mapping[str, str]]) -> bool:
    """Whether a table shows nothing of a record: who reads the document finds none there."""
    return not isinstance(said, str) and not all(any(row.values()) for row in said)


def _is_seen_so(slot: Slot, form: Form) -> bool:
    """Whether a place shows a text that another one shows otherwise, as a sum in thousands.

    What says nothing may be worked out in one of them, and would stand in both afterwards. A part
    is put into what the others say.
    """
    if isinstance(slot, TableSlot) or not slot.is_written:
        return False
    if slot.show.way or slot.show.view.is_partial:
        return False
    texts = (each for each in slots_of(form) if not isinstance(each, TableSlot))
    return any(
        each.show.view.fields == slot.show.view.fields and each.show.view != slot.show.view
        for each in texts
        if each.is_written and not (each.show.way or each.show.view.is_partial)
    )


def _is_double(slot: Slot, _form: Form) -> bool:
    """Whether two columns of a table show the same: prose in place of rows is in the first."""
    shown = [cell.column.show for cell in slot.cells] if isinstance(slot, TableSlot) else []
    return len(set(shown)) < len(shown)


def _is_again(slot: Slot, form: Form) -> bool:
    """Whether a place shows once more, as lines or its last item, a list with its own place."""
    if isinstance(slot, TableSlot):
        return False
    way = slot.show.way
    if way[1:2] == (-1,):
        others = filter(None, map(_way, slots_of(form)))
        return any(other[0] == way[0] and other[1:2] != (-1,) for other in others)
    tables = [each.rows.field for each in slots_of(form) if isinstance(each, TableSlot)]
    return not way and slot.show.lists_records and slot.show.view.fields[0] in tables


def _way(slot: Slot) -> Route:
    """Return the way to the record that has what a place shows, or to the list of a table."""
    return (slot.rows.field,) if isinstance(slot, TableSlot) else slot.show.way


def _shown_facts(form: Form) -> Any:
    """Return facts that have words in every place of a form, and more rows than it may show.

    Rows have words also where the form does not ask for any: texts may show them.
    """
    facts: Any = {}
    for key, said in sample_of(form).items():
        facts = _together(facts, unbind(form, {key: said}).facts)
    practice = form.vocabulary.practice
    return {key: _whole(practice, key, each) for key, each in _longer(facts).items()}


def _together(one: Any, other: Any) -> Any:
    """Return what two data say, the first where both say something; lists row by row."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        both = {**other, **one}
        return {key: _together(each, other.get(key, each)) for key, each in both.items()}
    if isinstance(one, list) and isinstance(other, list):
        rest = max(one, other, key=len)[min(len(one), len(other)) :]
        return [*map(_together, one, other), *rest]
    return one


def _longer(facts: Any) -> Any:
    """Return facts whose lists of records have a few rows, no two of which are equal."""
    if isinstance(facts, Mapping):
        return {key: _longer(each) for key, each in facts.items()}
    if not isinstance(facts, list) or not any(isinstance(each, Mapping) for each in facts):
        return facts
    return [*facts, *(others(facts[-1], number) for number in range(_ROWS - len(facts)))]


def _whole(practice: type[BaseModel], key: str, said: Any) -> Any:
    """Return the rows at a key with an example in each field that says nothing; else what is.

    The last of them says what it is about, and nothing more.
    """
    models = models_at(practice, (key,))
    if not isinstance(said, list) or not all(isinstance(each, Mapping) for each in said):
        return said
    examples = {
        name: field.examples[0]
        for model in models
        for name, field in fields(model).items()
        if field.examples and isinstance(field.examples[0], str)
    }
    mains = {model.main for model in models if issubclass(model, Record)}
    bare = {name: words for name, words in examples.items() if name in mains}
    return [*({**examples, **each} for each in said), *([bare] if bare else [])]


def _practice_of(form: Form, facts: Any) -> Practice:
    return form.vocabulary.practice.model_validate({**NAMELESS, **facts})
