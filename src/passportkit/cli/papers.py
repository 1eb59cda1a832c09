"""Documents that come in: found, read, and taken for a form."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from passportkit.errors import CannotGoOn
from passportkit.findings import Finding
from passportkit.forms import Catalogue, Form
from passportkit.forms.debris import Debris
from passportkit.forms.slots import Slot, slots_of
from passportkit.forms.unbind import unbind
from passportkit.intake import Left, Reading, Recognised, match, recognise
from passportkit.language import Message, say
from passportkit.paper.model import Paper
from passportkit.register.files import DOCUMENT, load, read_bounded
from passportkit.register.find import Found
from passportkit.stamp import Stamp
from passportkit.word.kinds import Kind, kind_of, refusal


class Received(NamedTuple):
    """A document that was read as a form: its words by the keys of that form."""

    paper: Paper
    recognised: Recognised
    reading: Reading

    @property
    def form(self) -> Form:
        """The form that the document is filled in on."""
        return self.recognised.form

    @property
    def base(self) -> Stamp | None:
        """What stood in the document when it was made, if it says so in the terms of its form."""
        stamp = self.paper.stamp
        return stamp if stamp and stamp.hashes and stamp.form == self.form.name else None


class Brought(NamedTuple):
    """A document as a practice: plain data by field, and the words that found no field.

    `placed` is how many of the cells that were read have found their fields wholly.
    """

    received: Received
    facts: dict[str, Any]
    left: tuple[Left, ...]
    placed: int

    @property
    def read(self) -> int:
        """How many cells have words of an author."""
        return self.received.reading.read


def receive(found: Found, forms: Sequence[Form]) -> Received:
    """Read a document as one of `forms`; raise `CannotGoOn` where that cannot be done."""
    content = load(found.path, DOCUMENT) if found.path else read_bounded(sys.stdin.buffer, DOCUMENT)
    if isinstance(content, Finding):
        raise CannotGoOn(_with_advice(content))
    paper = read_paper(content, found.name if found.path else "", forms)
    recognised = _recognised(paper, forms)
    reading = match(paper, recognised.form)
    if not reading.read:
        raise CannotGoOn(_NOT_FILLED_IN)
    return Received(paper, recognised, reading)


_NOT_FILLED_IN = say("nobody has filled it in: it has no words but those of the form")


def _recognised(paper: Paper, forms: Sequence[Form]) -> Recognised:
    if len(forms) > 1:
        return recognise(paper, forms)
    try:
        return recognise(paper, forms)
    except CannotGoOn:  # which would advise to name a form, and one was named
        name = forms[0].name
        raise CannotGoOn(say("it has next to no heading of the form `{name}`", name=name)) from None


def bring(found: Found, forms: Sequence[Form]) -> Brought:
    """Return a document as a practice; raise `CannotGoOn` where that cannot be done."""
    received = receive(found, forms)
    form, reading = received.form, received.reading
    unbound = unbind(form, reading.values)
    places = {slot.key: slot for slot in slots_of(form)}
    left = [Left(_place(places[key]), text) for key, text in unbound.left]
    placed = max(0, reading.placed - len(left))
    return Brought(received, unbound.facts, (*reading.left, *left), placed)


def forms_of(catalogue: Catalogue, asked: str | None) -> list[Form]:
    """Return the forms that a document may be filled in on: the one asked for, or all.

    A broken form of the workspace's own does not keep the others from being recognised.
    """
    if asked is not None:
        return [catalogue.form(asked)]
    return [form for name in catalogue.names() if (form := _sound(catalogue, name))]


def _sound(catalogue: Catalogue, name: str) -> Form | None:
    try:
        return catalogue.form(name)
    except CannotGoOn:
        return None


def _with_advice(finding: Finding) -> Message:
    if finding.help is None:
        return finding.message
    return say("{what}; {advice}", what=finding.message, advice=finding.help)


def _place(slot: Slot) -> Message:
    heading = slot.section.name.replace("\n", " ").rstrip(" :.")
    if slot.section.number is None:
        return say("“{heading}”", heading=heading)
    return say("section {number} “{heading}”", number=slot.section.number, heading=heading)


# --- reading ------------------------------------------------------------------------------


def read_paper(content: bytes, name: str, forms: Sequence[Form]) -> Paper:
    """Return what stands in a document of any kind; raise `CannotGoOn` where it has no words.

    What it is, its bytes say: many a `.doc` is a page that was saved from a browser. The hints of
    `forms` are no words of an author's.
    """
    kind = kind_of(content)
    if kind not in _READERS:
        raise CannotGoOn(refusal(content, name))
    return _READERS[kind](content, kind, forms)


def _word(content: bytes, _kind: Kind, forms: Sequence[Form]) -> Paper:
    from passportkit.word.reading import read_document

    return read_document(content, Debris(forms))


def _through_office(content: bytes, kind: Kind, forms: Sequence[Form]) -> Paper:
    from passportkit.word.office import to_docx

    return _word(to_docx(content, f".{kind.value}"), kind, forms)


def _page(content: bytes, _kind: Kind, _forms: Sequence[Form]) -> Paper:
    from passportkit.paper.page import read_page

    return read_page(content)


def _pasted(content: bytes, _kind: Kind, _forms: Sequence[Form]) -> Paper:
    from passportkit.paper.encoding import decoded
    from passportkit.paper.pasted import read_pasted

    return read_pasted(decoded(content))


_READERS: dict[Kind, Callable[[bytes, Kind, Sequence[Form]], Paper]] = {
    Kind.DOCX: _word,
    Kind.DOC: _through_office,
    Kind.ODT: _through_office,
    Kind.RTF: _through_office,
    Kind.HTML: _page,
    Kind.MHTML: _page,
    Kind.TEXT: _pasted,
}
