"""Matching: the words of a document in the places of a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter

from passportkit.forms import Form
from passportkit.intake.card import CardProgress, CardSigns
from passportkit.intake.draft_marks import drop_draft_marks
from passportkit.intake.empty_places import empty_by_signs
from passportkit.intake.extraction import Extraction
from passportkit.intake.folding import fold
from passportkit.intake.form_progress import FormProgress
from passportkit.intake.form_remains import is_signature, parted
from passportkit.intake.gathered import Gathered
from passportkit.intake.labelled_rows import take_labelled
from passportkit.intake.landmarks import Landmarks, landmarks_of
from passportkit.intake.own_signs import OwnSigns, is_ours
from passportkit.intake.own_table_signs import OwnTableSigns
from passportkit.intake.position import Surroundings
from passportkit.intake.signs import Signs
from passportkit.intake.table_signs import TableSigns
from passportkit.intake.unstyled_signs import HalfStyledSigns, PatientSigns, UnstyledSigns
from passportkit.intake.walk import Walk
from passportkit.intake.witness import can_tell, testimony
from passportkit.language import say
from passportkit.paper import Paper, Paragraph
from passportkit.stamp import Stamp

_MOST = 0.5
"""How much must come back of what a document was made of to take it for one that is like it."""


def match(paper: Paper, form: Form) -> Extraction:
    """Return what `paper` says in the places of `form`; what has no place is left, never lost.

    A document of this program is read by its styles. Where these do not bring back all that it was
    made of, its words may: looks are not meaning. The reading is taken to which the stamp agrees
    most, the first of equals.
    """
    marks = landmarks_of(form)
    read = _of_ours(paper, paper.stamp, marks) if paper.stamp else _by_words(paper, marks)
    empty_by_signs(read, paper.stamp)
    return read


def _of_ours(paper: Paper, stamp: Stamp, marks: Landmarks) -> Extraction:
    """Read a document of this program in several ways, and return that which its stamp holds."""

    def found(way: Callable[[Paper, Landmarks], Extraction]) -> Extraction:
        read = way(paper, marks)
        drop_draft_marks(read, stamp)
        return read

    if not can_tell(stamp):
        return found(_by_styles if is_ours(paper, marks) else _by_words)
    read = found(_by_styles)
    says = testimony(read, stamp)
    for otherwise in (_by_own_words, _by_whole_answers, _by_remaining_styles, _by_very_words):
        if not says.is_full:
            other = found(otherwise)
            read, says = max((read, says), (other, testimony(other, stamp)), key=itemgetter(1))
    if not says.is_full:
        # a stranger's words may be taken for the form's: only what proves more is better
        other = found(_by_words)
        proves = testimony(other, stamp)
        is_whole = proves.is_full and _takes_no_words_for_its_own(other, marks)
        if is_whole or (says.agreed < _MOST and proves.agreed > says.agreed):
            return other
    return read


def _takes_no_words_for_its_own(read: Extraction, marks: Landmarks) -> bool:
    """Whether all that is furniture are the very words of the form, or numbers."""
    known = marks.own_words | {""}
    return all(kind == "number" or fold(text) in known for kind, text in read.furniture)


def _by_styles(paper: Paper, marks: Landmarks) -> Extraction:
    """Read a document of this program as its styles say."""
    gathered = Gathered(marks.form)
    return _own(paper, OwnSigns(marks, gathered, paper.stamp), gathered)


def _by_own_words(paper: Paper, marks: Landmarks) -> Extraction:
    """Read a document of this program by its words and boxes, whatever it looks like."""
    gathered = Gathered(marks.form)
    return _own(paper, UnstyledSigns(marks, gathered, paper.stamp), gathered)


def _by_whole_answers(paper: Paper, marks: Landmarks) -> Extraction:
    """Read it so also where answers begin with words of the form: each comes whole."""
    gathered = Gathered(marks.form)
    return _own(paper, PatientSigns(marks, gathered, paper.stamp), gathered)


def _by_remaining_styles(paper: Paper, marks: Landmarks) -> Extraction:
    """Read it by the styles that it still has, and where it has none by its words."""
    gathered = Gathered(marks.form)
    return _own(paper, HalfStyledSigns(marks, gathered, paper.stamp), gathered)


def _by_very_words(paper: Paper, marks: Landmarks) -> Extraction:
    """Read it so also where somebody has changed answers: what is like a heading is one."""
    gathered = Gathered(marks.form)
    return _own(paper, UnstyledSigns(marks, gathered), gathered)


def _go_on_signing(
    paragraphs: Sequence[Paragraph], signs: Signs, walk: Walk
) -> Sequence[Paragraph]:
    """Go through the end of a document that has signatures; return those that no form has.

    What stands below such a one is no answer, up to the next heading.
    """
    strange = []
    for each in paragraphs:
        at = walk.progress.at
        known = signs.signatures.of_text(each.text, at, stands_alone=True)
        if known or not is_signature(each.text):
            walk.go([each], Surroundings.FREE)
        else:
            strange.append(each)
            walk.progress.lose_way(each.text)
    return strange


def _own(paper: Paper, signs: OwnSigns, gathered: Gathered) -> Extraction:
    keeps_blank = bool(paper.stamp and paper.stamp.hashes)
    rows = OwnTableSigns(signs, keeps_blank=keeps_blank)
    Walk(signs, rows, FormProgress(gathered)).go(paper.blocks, Surroundings.FREE)
    return gathered.extraction(paper.stamp)


def _by_words(paper: Paper, marks: Landmarks) -> Extraction:
    """Read a document as people make them."""
    gathered = Gathered(marks.form)
    is_card = marks.form.layout == "card"
    progress = CardProgress(marks, gathered) if is_card else FormProgress(gathered)
    signs = (CardSigns if is_card else Signs)(marks, gathered)
    blocks, signatures, page_number = parted(paper.blocks)
    walk = Walk(signs, TableSigns(signs), progress)
    walk.go(blocks, Surroundings.FREE)
    if marks.signatures:
        signatures = _go_on_signing(signatures, signs, walk)
    progress.end()
    take_labelled(gathered, marks)
    gathered.drop_typed_numbers()
    gathered.drop_lone_dashes()
    for each in signatures:
        gathered.begin_unit()
        gathered.leave(say("after the last section"), each.text)
    gathered.pass_over(page_number, "page number")
    return gathered.extraction(paper.stamp)
