"""Documents that come in: read, taken for a form, and made into practices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import Any, BinaryIO, NamedTuple

from passportkit.documents.kinds import DocumentKind, Identified, identify, refusal
from passportkit.engine import unplaced
from passportkit.engine.account import Account, LeftWords, account_of
from passportkit.engine.given import content_for
from passportkit.engine.limits import LIMITS, Limits
from passportkit.engine.margins import is_beside, margin_words
from passportkit.engine.repeated_answers import pass_over_repeated
from passportkit.engine.template_words import without_template_words
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding, Severity
from passportkit.forms import Catalogue, Form
from passportkit.forms.bare_values import with_bare_values
from passportkit.forms.fact_tables import NAME as TABLES
from passportkit.forms.place_words import label_of
from passportkit.forms.placeholders import Placeholders
from passportkit.forms.slots import Slot, TextSlot, slots_of
from passportkit.forms.unbind import unbind
from passportkit.intake import Extraction, Left, Recognised, match, recognise
from passportkit.intake.landmarks import landmarks_of
from passportkit.intake.sheet_tables import is_of_sheets, match_tables, without_sheet_names
from passportkit.language import Message, Translator, say
from passportkit.paper.model import Paper, PassedOver, texts_of
from passportkit.practice import new_file
from passportkit.source import parse
from passportkit.source.dump import dump
from passportkit.source.reading import refuse_too_many
from passportkit.stamp import Stamp, hashes_of
from passportkit.workspace.find import FoundFile


def _no_template(_form: str) -> bytes | None:
    return None


class Choice(NamedTuple):
    """The forms that a document may be filled in on; of them, the one that was asked for.

    `template` gives the Word template that a form has of its own, by its name, `limits` how much a
    document may take.
    """

    forms: Sequence[Form]
    asked: Form | None = None
    template: Callable[[str], bytes | None] = _no_template
    limits: Limits = LIMITS

    @property
    def open(self) -> Sequence[Form]:
        """The forms between which the document decides."""
        return self.forms if self.asked is None else [self.asked]


class Received(NamedTuple):
    """A document that was read as a form: its words by the keys of that form.

    `likelier` is another form that it has far more headings of than of the one asked for.
    `is_part`: it is no form but has some of its tables, and what it lacks is not meant to go.
    """

    paper: Paper
    recognised: Recognised
    extraction: Extraction
    likelier: Recognised | None = None
    is_part: bool = False

    @property
    def form(self) -> Form:
        """The form that the document is filled in on, with the places that were added to it."""
        return self.extraction.widened

    @property
    def passed_over(self) -> Sequence[PassedOver]:
        """What of the document was neither placed nor left, but for furniture."""
        return [each for each in self.paper.passed_over if is_beside(each)]

    @property
    def is_whole(self) -> bool:
        """Whether every word of the document but the form's own has been placed or left."""
        return not any(each.is_loss for each in self.passed_over)

    def account(
        self, left: Sequence[Left], declined: Sequence[Left] = (), *, keeps_comments: bool = False
    ) -> Account:
        """Return what has become of every word; `left` is all that has found no field.

        Of what is `declined` somebody has decided that it is not taken.
        """
        fates = LeftWords(left, declined)
        return account_of(self.paper, self.extraction, fates, keeps_comments=keeps_comments)

    @property
    def base(self) -> Stamp | None:
        """What stood in the document when it was made, if it says so in the terms of its form."""
        stamp = self.paper.stamp
        return stamp if stamp and stamp.hashes and stamp.form == self.form.name else None


class Imported(NamedTuple):
    """A document as a practice: plain data by field, and the words that found no field."""

    received: Received
    facts: dict[str, Any]
    left: tuple[Left, ...]

    def account(self, *, keeps_comments: bool = False) -> Account:
        """Return what has become of every word; comments may have been kept with the practice."""
        return self.received.account(self.left, keeps_comments=keeps_comments)

    @property
    def is_whole(self) -> bool:
        """Whether every word of the document but the form's own has found its field."""
        return self.received.is_whole and not self.left

    def data(self, name: str, translate: Translator) -> dict[str, Any]:
        """Return the data of a new practice; what found no field stands under `unplaced`.

        There it is said in the language of `translate` where the words stood in the document, which
        messages call `name`.
        """
        form = self.received.form.name
        facts = {**self.facts, **({} if form == TABLES else {"forms": [form]})}
        if self.left:
            facts[unplaced.KEY] = [unplaced.item(left, name, translate) for left in self.left]
        return facts

    def text(self, name: str, translate: Translator) -> str:
        """Return the YAML of a new practice; without a title it has an empty one.

        Raises `CannotGoOn` where it would be too long to be read again.
        """
        text = dump(new_file(self.data(name, translate)))
        refuse_too_many(text)
        return text if "title" in self.facts else text.replace("\n", "\ntitle:\n", 1)

    def flaws(self) -> Iterator[Finding]:
        """Yield what keeps the document from being a practice, apart from what forms ask for."""
        data = new_file(self.facts)
        for finding in parse(self.received.form.vocabulary.practice, data).findings:
            if finding.severity is Severity.ERROR:
                yield finding


def forms_of(catalogue: Catalogue, asked: str | None) -> Choice:
    """Return the forms that a document may be filled in on, and the one asked for.

    A broken form of the workspace's own does not keep the others from being recognised.
    """
    wanted = None if asked is None else catalogue.form(asked)
    forms = [form for name in catalogue.names() if (form := _sound(catalogue, name))]
    return Choice(forms, wanted, catalogue.template)


def _sound(catalogue: Catalogue, name: str) -> Form | None:
    try:
        return catalogue.form(name)
    except CannotGoOn:
        return None


def import_found(file: FoundFile, stdin: BinaryIO, choice: Choice) -> Imported:
    """Return a document that was found as a practice; raise as `import_document` does."""
    return import_document(*content_for(file, stdin, choice.limits.document), choice)


def receive_found(file: FoundFile, stdin: BinaryIO, choice: Choice) -> Received:
    """Read a document that was found as one of its forms; raise as `receive` does."""
    return receive(*content_for(file, stdin, choice.limits.document), choice)


def receive(content: bytes, name: str, choice: Choice) -> Received:
    """Read a document as one of its forms; raise `CannotGoOn` where that cannot be done."""
    paper = read_paper(content, name, choice)
    received = _of_sheets(paper, choice) if is_of_sheets(paper) else _of_form(paper, choice)
    extraction = received.extraction
    # a workbook is made of no template
    template = _no_template if received.is_part else choice.template
    _leave_margins(paper, extraction, template)
    made_with = paper.stamp.hashes if paper.stamp else {}
    extraction.values = with_bare_values(received.form, extraction.values, made_with)
    return received


def _of_form(paper: Paper, choice: Choice) -> Received:
    recognised = _recognised(paper, choice)
    template = choice.template(recognised.form.name)
    if template:
        paper = without_template_words(paper, recognised.form, template)
    extraction = match(paper, recognised.form)
    if template:
        pass_over_repeated(extraction, template)
    if not (extraction.placed_words or extraction.left):
        raise CannotGoOn(_NOT_FILLED_IN)
    return Received(paper, recognised, extraction, _likelier(paper, recognised, choice))


def _leave_margins(
    paper: Paper, extraction: Extraction, template: Callable[[str], bytes | None]
) -> None:
    """Leave what stands above and below the pages, and nowhere else."""
    form = extraction.form
    margins = list(margin_words(paper, form, partial(template, form.name)))
    extraction.left += margins
    extraction.read += len(margins)


def import_document(content: bytes, name: str, choice: Choice) -> Imported:
    """Return a document as a practice; raise `CannotGoOn` where that cannot be done."""
    received = receive(content, name, choice)
    form, extraction = received.form, received.extraction
    unbound = unbind(form, extraction.values)
    places = {slot.key: slot for slot in slots_of(form)}
    left = [
        Left(label_of(places[key]).section, text)
        for key, text in unbound.left
        if not _was_computed(places[key], text, received.base)
    ]
    return Imported(received, unbound.facts, (*extraction.left, *left))


def _was_computed(slot: Slot, text: str, base: Stamp | None) -> bool:
    """Whether a figure stands as it was computed, be it of facts that the form does not show."""
    is_computed = isinstance(slot, TextSlot) and slot.is_computed
    return is_computed and base is not None and hashes_of(text) == [*base.hashes.get(slot.key, ())]


# --- tables of a workbook ------------------------------------------------------------------


def _of_sheets(paper: Paper, choice: Choice) -> Received:
    """Return what the tables of a workbook say, or the form that somebody has typed into it."""
    plain = without_sheet_names(paper)
    found = match_tables(paper, choice.open, choice.asked.name if choice.asked else TABLES)
    if found and not _is_mostly_left(found[1]):
        return Received(paper, *found, is_part=True)
    if _best(plain, choice):
        return _of_form(plain, choice)._replace(is_part=True)
    if found is None:
        raise CannotGoOn(_NO_TABLES)
    return Received(paper, *found, is_part=True)


def _is_mostly_left(extraction: Extraction) -> bool:
    return 2 * extraction.placed < extraction.read


_NO_TABLES = say(
    "no table in it has heads that are known: name its columns as the form does, such as “Статья "
    "затрат”, “Сумма”; `passport export` makes workbooks with such heads"
)


# --- which form it is -----------------------------------------------------------------------

_NOT_FILLED_IN = say("nobody has filled it in: it has no words but those of the form")

_FAR_MORE = 1.5
"""How much greater its share of headings must be to speak of another form."""


def _recognised(paper: Paper, choice: Choice) -> Recognised:
    if choice.asked is None:
        return recognise(paper, choice.forms)
    try:
        return recognise(paper, choice.open)
    except CannotGoOn:  # which would advise to name a form, and one was named
        why = say("it has next to no heading of the form `{name}`", name=choice.asked.name)
        best = _best(paper, choice)
        if best is None and (found := _headings_in(paper, choice.asked)):
            return found
        advice = rather(best) if best else say("look whether it is the right document")
        advised = say("{why}; {advice}", why=why, advice=advice)
        raise CannotGoOn(advised) from None


def _headings_in(paper: Paper, form: Form) -> Recognised | None:
    """Return a form that was asked for, if a heading of it is there: a part of one may be all."""
    marks = landmarks_of(form)
    lines = (text.partition("\n")[0] for text in texts_of(paper.blocks))
    whole = (marks.headings.whole(line) for line in lines)
    found = {each.item.fold for each in whole if each and each.item.place >= 0}
    return Recognised(form, len(found), len(marks.expected), is_stamped=False) if found else None


def _best(paper: Paper, choice: Choice) -> Recognised | None:
    """Return the form that a document looks like, whatever it says and whoever has asked."""
    try:
        return recognise(replace(paper, stamp=None), choice.forms)
    except CannotGoOn:
        return None


def rather(other: Recognised) -> Message:
    """Return that a document looks like another form than the one asked for."""
    return say(
        "it rather looks like `{form}`, of which {found} of {expected} headings are there: try it "
        "without `--form`",
        form=other.form.name,
        found=other.found,
        expected=other.expected,
    )


def _likelier(paper: Paper, recognised: Recognised, choice: Choice) -> Recognised | None:
    """Return the form of which far more headings are there than of the one asked for."""
    if choice.asked is None or recognised.is_stamped:
        return None
    best = _best(paper, choice)
    return best if best and _share(best) >= _FAR_MORE * _share(recognised) else None


def _share(recognised: Recognised) -> float:
    return recognised.found / recognised.expected


# --- reading ------------------------------------------------------------------------------


def read_paper(content: bytes, name: str, choice: Choice) -> Paper:
    """Return what stands in a document of any kind; raise `CannotGoOn` where it has no words.

    What it is, its bytes say: many a `.doc` is a page that was saved from a browser. The hints of
    the forms are no words of an author's.
    """
    found = identify(content)
    named = _NAMED.get(PurePath(name).suffix.lower(), found.kind)
    if found.kind not in _READERS or found.kind is not named:
        raise CannotGoOn(refusal(found, name))
    return _READERS[found.kind](found, choice)


def _word(found: Identified, choice: Choice) -> Paper:
    from passportkit.word.read.body import read_document

    return read_document(found, Placeholders(choice.open))


def _workbook(found: Identified, _choice: Choice) -> Paper:
    from passportkit.workbook.read import read_workbook

    return read_workbook(found)


def _through_office(found: Identified, choice: Choice) -> Paper:
    from passportkit.documents.office import to_docx

    made = to_docx(found.content, f".{found.kind.value}", choice.limits.seconds)
    return _word(identify(made), choice)


def _page(found: Identified, _choice: Choice) -> Paper:
    from passportkit.paper.page.page import read_page

    return read_page(found.content)


def _pasted(found: Identified, _choice: Choice) -> Paper:
    from passportkit.paper.page.encoding import decoded
    from passportkit.paper.pasted.pasted import read_pasted

    return read_pasted(decoded(found.content))


_NAMED = {
    **dict.fromkeys((".docx", ".docm"), DocumentKind.DOCX),
    **dict.fromkeys((".xlsx", ".xlsm"), DocumentKind.WORKBOOK),
}
"""Whoever has such a file believes that it is one of these, and should be told that it is not."""

_READERS: dict[DocumentKind, Callable[[Identified, Choice], Paper]] = {
    DocumentKind.DOCX: _word,
    DocumentKind.WORKBOOK: _workbook,
    **dict.fromkeys((DocumentKind.DOC, DocumentKind.ODT, DocumentKind.RTF), _through_office),
    DocumentKind.HTML: _page,
    DocumentKind.MHTML: _page,
    DocumentKind.TEXT: _pasted,
}
