"""A document of one form becomes one of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from passportkit.engine.importing import Imported
from passportkit.engine.rendering import Renderer
from passportkit.engine.unshown import Unshown, unshown
from passportkit.findings import Finding, Route
from passportkit.forms import Catalogue, Form, bind
from passportkit.practice import Practice, Vocabulary, new_file
from passportkit.rules import examine
from passportkit.source import Data, Source, parse
from passportkit.source.dump import dump
from passportkit.source.reading import refuse_too_many


class Converted(NamedTuple):
    """The new document, what was read of the old one, and the errors of the practice in it.

    Where the new form asks for something that is not there, the document has a mark. `unshown` is
    what the old one says and the new form has no place for.
    """

    content: bytes
    imported: Imported
    errors: tuple[Finding, ...]
    unshown: Sequence[Unshown] = ()


def convert(imported: Imported, form: Form, catalogue: Catalogue, renderer: Renderer) -> Converted:
    """Return the document of another form; a practice without a title gets none."""
    facts: dict[str, Data] = new_file({"title": None, **imported.facts})
    filled = bind(form, _practice(facts, form.vocabulary), draft=True)
    content = renderer.document(form, filled)
    lost = unshown(imported.received.extraction, form, filled)
    return Converted(content, imported, _errors(facts, form, catalogue), lost)


def _practice(facts: dict[str, Data], vocabulary: Vocabulary) -> Practice:
    model = vocabulary.practice
    parsed = parse(model, facts).value or parse(model, {**facts, "title": "-"}).value
    assert parsed is not None
    return parsed if facts["title"] else parsed.model_copy(update={"title": ""})


def _errors(facts: dict[str, Data], form: Form, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return what is wrong with the practice, in the order that a file of it would have."""
    source = Source("", dump(facts), facts)
    refuse_too_many(source.text)
    errors = examine(source, [form], catalogue=catalogue).errors
    return tuple(sorted(errors, key=lambda each: _position(facts, each.route)))


def _position(data: Data, route: Route) -> tuple[int, ...]:
    """Return the place of a value among all, as far as there is one on its route."""
    position: tuple[int, ...] = ()
    for step in route:
        known: list[str | int] = list(data) if isinstance(data, dict) else [*range(len(data or ()))]
        if isinstance(data, str) or step not in known:
            break
        position, data = (*position, known.index(step)), data[step]
    return position
