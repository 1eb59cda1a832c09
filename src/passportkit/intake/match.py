"""Matching: the words of a document in the places of a form."""

from __future__ import annotations

from passportkit.forms import Form
from passportkit.intake.card import CardWalk
from passportkit.intake.extraction import Extraction
from passportkit.intake.form_remains import parted
from passportkit.intake.gathered import Gathered
from passportkit.intake.landmarks import landmarks_of
from passportkit.intake.own import OwnWalk, is_ours
from passportkit.intake.position import Surroundings
from passportkit.intake.walk import Walk
from passportkit.language import say
from passportkit.paper import Paper


def match(paper: Paper, form: Form) -> Extraction:
    """Return what `paper` says in the places of `form`; what has no place is left, never lost."""
    gathered, marks = Gathered(form), landmarks_of(form)
    if paper.stamp and is_ours(paper, marks):
        keeps_blank = bool(paper.stamp.hashes)
        OwnWalk(marks, gathered, keeps_blank=keeps_blank).go(paper.blocks, Surroundings.FREE)
    else:
        walk = CardWalk(marks, gathered) if form.layout == "card" else Walk(marks, gathered)
        blocks, signatures = parted(paper.blocks)
        walk.go(blocks, Surroundings.FREE)
        walk.end()
        gathered.drop_typed_numbers()
        for each in signatures:
            gathered.begin_unit()
            gathered.leave(say("after the last section"), each.text)
    return gathered.extraction()
