"""Comments of a template: they are said to whoever makes it, and belong to no document."""

from __future__ import annotations

from typing import Any

from passportkit.word.package.archive import Archive
from passportkit.word.package.names import w

_RANGES = (w("commentRangeStart"), w("commentRangeEnd"))
_IDLE = (w("rPr"), w("annotationRef"))


def drop_comments(archive: Archive) -> None:
    """Remove all that refers to the comments of a template: their parts are left out already."""
    for name in archive.story_names():
        tree = archive.tree(name)
        for mark in list(tree.iter(*_RANGES)):
            mark.getparent().remove(mark)
        for reference in list(tree.iter(w("commentReference"))):
            _drop(reference)


def _drop(reference: Any) -> None:
    """Remove a reference, and its run if that has nothing else."""
    run = reference.getparent()
    run.remove(reference)
    if run.getparent() is not None and all(child.tag in _IDLE for child in run):
        run.getparent().remove(run)
