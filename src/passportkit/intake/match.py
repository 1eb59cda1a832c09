"""Matching: the words of a document in the places of a form."""

from __future__ import annotations

from passportkit.forms import Form
from passportkit.intake.card import CardProgress, CardSigns
from passportkit.intake.extraction import Extraction
from passportkit.intake.form_progress import FormProgress
from passportkit.intake.form_remains import parted
from passportkit.intake.gathered import Gathered
from passportkit.intake.landmarks import Landmarks, landmarks_of
from passportkit.intake.own_signs import OwnSigns, is_ours
from passportkit.intake.own_walk import OwnWalk
from passportkit.intake.position import Surroundings
from passportkit.intake.signs import Signs
from passportkit.intake.walk import Walk
from passportkit.language import say
from passportkit.paper import Paper


def match(paper: Paper, form: Form) -> Extraction:
    """Return what `paper` says in the places of `form`; what has no place is left, never lost."""
    gathered, marks = Gathered(form), landmarks_of(form)
    if paper.stamp and is_ours(paper, marks):
        keeps_blank = bool(paper.stamp.hashes)
        signs, progress = OwnSigns(marks, gathered), FormProgress(gathered)
        OwnWalk(signs, progress, keeps_blank=keeps_blank).go(paper.blocks, Surroundings.FREE)
    else:
        _go_by_words(paper, marks, gathered)
    return gathered.extraction()


def _go_by_words(paper: Paper, marks: Landmarks, gathered: Gathered) -> None:
    is_card = marks.form.layout == "card"
    progress = CardProgress(marks, gathered) if is_card else FormProgress(gathered)
    signs = (CardSigns if is_card else Signs)(marks, gathered)
    blocks, signatures = parted(paper.blocks)
    Walk(signs, progress).go(blocks, Surroundings.FREE)
    progress.end()
    gathered.drop_typed_numbers()
    for each in signatures:
        gathered.begin_unit()
        gathered.leave(say("after the last section"), each.text)
