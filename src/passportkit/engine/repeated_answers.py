"""Answers that a form's own template shows once more: the second time they say nothing new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from passportkit.engine.template_words import texts_of_template
from passportkit.forms.filled import FormValues
from passportkit.intake import Extraction
from passportkit.intake.extraction import Furniture
from passportkit.text import plain
from passportkit.word.template.tags import Tag, find_tags


def pass_over_repeated(extraction: Extraction, template: bytes) -> None:
    """Take what is left for the form's own where its template shows an answer there once more.

    The words must be those of the answer that was placed: where somebody has corrected one of the
    two, they differ, and that is told.
    """
    if not extraction.left:
        return
    repeated = {*_repeated(texts_of_template(template), extraction.values)}
    for left in [each for each in extraction.left if _compared(each.text) in repeated]:
        extraction.left.remove(left)
        extraction.furniture.append(Furniture("repetition", left.text))
        extraction.placed += 1


def _repeated(texts: Sequence[str], values: FormValues) -> Iterator[str]:
    """Yield what paragraphs say in a document that have tags which stand more than once."""
    tagged = [(text, found) for text in texts if (found := _tags(text))]
    counts = Counter(tag.name for _, found in tagged for _, _, tag in found)
    twice = {name for name, count in counts.items() if count > 1}
    for text, found in tagged:
        if all(tag.name in twice for _, _, tag in found):
            yield from _filled(text, found, values)


def _filled(text: str, found: Sequence[tuple[int, int, Tag]], values: FormValues) -> Iterator[str]:
    """Yield the paragraphs that come of one: several where it is no more than the tag of a text."""
    filled, rest = "", 0
    for start, end, tag in found:
        said = values.get(tag.name, "")
        if not isinstance(said, str):
            return
        filled, rest = filled + text[rest:start] + said, end
    yield from map(_compared, (filled + text[rest:]).split("\n"))


def _tags(text: str) -> list[tuple[int, int, Tag]]:
    """Return the tags of texts; none where a paragraph has others, or what is no tag."""
    try:
        found = [*find_tags(text)]
    except ValueError:
        return []
    return found if all(_is_of_text(tag) for _, _, tag in found) else []


def _is_of_text(tag: Tag) -> bool:
    return tag.kind == "text" and not tag.of_row


def _compared(text: str) -> str:
    return " ".join(plain(text).split())
