"""Matching: the words of a document in the places of a form."""

from __future__ import annotations

from passportkit.forms import Form
from passportkit.intake.card import CardWalk
from passportkit.intake.furniture import parted
from passportkit.intake.harvest import Harvest
from passportkit.intake.landmarks import landmarks_of
from passportkit.intake.own import OwnWalk, is_ours
from passportkit.intake.position import Spot
from passportkit.intake.reading import Reading
from passportkit.intake.walk import Walk
from passportkit.language import say
from passportkit.paper import Paper


def match(paper: Paper, form: Form) -> Reading:
    """Return what `paper` says in the places of `form`; what has no place is left, never lost."""
    harvest, marks = Harvest(form), landmarks_of(form)
    if paper.stamp and is_ours(paper, marks):
        keeps_blank = bool(paper.stamp.hashes)
        OwnWalk(marks, harvest, keeps_blank=keeps_blank).go(paper.blocks, Spot.FREE)
    else:
        walk = CardWalk(marks, harvest) if form.layout == "card" else Walk(marks, harvest)
        blocks, signatures = parted(paper.blocks)
        walk.go(blocks, Spot.FREE)
        walk.end()
        harvest.drop_typed_numbers()
        for each in signatures:
            harvest.begin_unit()
            harvest.leave(say("after the last section"), each.text)
    return harvest.reading()
