"""Words above and below the text of every page: which of them are an author's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from passportkit.errors import CannotGoOn
from passportkit.forms import Form
from passportkit.gapped import filled_in
from passportkit.intake import Left
from passportkit.intake.folding import words
from passportkit.intake.landmarks import landmarks_of
from passportkit.language import say
from passportkit.paper.model import Paper, PassedOver, texts_of

_ORIGINS = {
    "header": say("in the header of the pages"),
    "footer": say("in the footer of the pages"),
}

_COUNTING = r"(?:страниц\w*|стр|листа?|с|из|page|of|[\W_])*"
_is_page_number = re.compile(
    rf"{_COUNTING}(?:\b\d{{1,3}}\b{_COUNTING}){{0,2}}", re.IGNORECASE
).fullmatch
"""At most two short numbers, of the page and of all: three are a date, a long one is a letter's."""

_tag = re.compile(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}")


def is_margin(what: PassedOver) -> bool:
    """Return whether words above or below the pages could be read."""
    return what.kind in _ORIGINS and bool(what.words)


def is_of_margin(left: Left) -> bool:
    """Return whether words that were left stood above or below the pages."""
    return left.origin in _ORIGINS.values()


def is_beside(what: PassedOver) -> bool:
    """Return whether something stands beside the text and the margins, and is no furniture."""
    return not is_margin(what) and not what.is_furniture


def margin_words(paper: Paper, form: Form, template: Callable[[], bytes | None]) -> Iterator[Left]:
    """Yield the words above and below the pages that stand nowhere else, and are no furniture.

    That are numbers of pages, the words of the form, and those of its `template`, if it has one.
    """
    lines = [
        (each.kind, line)
        for each in paper.passed_over
        if is_margin(each)
        for line in each.words.split("\n")
        if not _is_furniture(line, form)
    ]
    if lines:
        said = "\n".join(map(_plain, texts_of(paper.blocks)))
        own = [] if (docx := template()) is None else list(_lines_of(docx))
        for kind, line in dict.fromkeys(lines):
            if _plain(line) not in said and all(
                filled_in(each, line, least=0) is None for each in own
            ):
                yield Left(_ORIGINS[kind], line)


def _plain(line: str) -> str:
    """Return the words of a line for comparison, between blanks."""
    return f" {' '.join(words(line))} "


def _is_furniture(line: str, form: Form) -> bool:
    marks = landmarks_of(form)
    return bool(_is_page_number(line) or marks.headings.whole(line) or marks.form_words.whole(line))


def _lines_of(template: bytes) -> Iterator[list[str]]:
    """Yield the words around the tags in the lines above and below the pages of a template."""
    from passportkit.word.read.body import read_document

    try:
        found = read_document(template).passed_over
    except CannotGoOn:
        return
    for each in found:
        for line in each.words.split("\n") if is_margin(each) else ():
            yield _tag.split(line)
