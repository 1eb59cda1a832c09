"""The Russian catalogue, kept in step with the sentences of the code.

Whoever edits an English sentence does not lose its Russian: it stays beside the new sentence,
marked as `fuzzy`, with the old one above it, until somebody has looked at it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import redirect_stderr
from difflib import get_close_matches

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, unescape, write_po

from passportkit.language import CATALOGUES, DOMAIN

SOURCE = CATALOGUES.parent
RUSSIAN = CATALOGUES / "ru" / "LC_MESSAGES" / f"{DOMAIN}.po"

Sentence = str | tuple[str, ...]
"""What the code says: a sentence in English, or one for each number, as in `say_n`."""

_KEYWORDS = {"say": None, "say_n": (1, 2), "mark": None}
_WIDTH = 100
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_GENERATOR = re.compile(rb'^"Generated-By: .*\n', re.MULTILINE)


def said() -> set[Sentence]:
    """Return what the code marks as words for people."""
    with redirect_stderr(io.StringIO()):  # where Babel complains of values that are f-strings
        found = list(extract_from_dir(SOURCE, keywords=_KEYWORDS))
    return {sentence for _file, _line, sentence, _comments, _context in found}


def updated(written: bytes, sentences: Collection[Sentence]) -> bytes:
    """Return a catalogue with these sentences, each with the words that it had.

    A new sentence that is much like one that is gone gets the words of that one, as `fuzzy`.
    """
    catalogue = parsed(written)
    gone = _taken_out(catalogue, sentences)
    kept = {message.id for message in catalogue}
    for sentence in sorted(set(sentences) - kept, key=_several):
        _add(catalogue, sentence, gone)
    return _text(catalogue)


def parsed(written: bytes) -> Catalog:
    """Return a catalogue; what is `fuzzy` in it still knows the sentence of which its words are."""
    catalogue = read_po(io.BytesIO(written))
    for message in catalogue:
        # Babel writes `#| msgid`, and reads it as a comment of the translator
        before = [each[1:].strip() for each in message.user_comments if each.startswith("|")]
        message.user_comments = [each for each in message.user_comments if each[:1] != "|"]
        message.previous_id = list(_sentences(before)) if message.fuzzy else []
    return catalogue


def waiting(catalogue: Catalog) -> list[Message]:
    """Return the messages without Russian, and those whose Russian is that of another sentence."""
    return [each for each in catalogue if each.id and (each.fuzzy or not all(words(each)))]


def words(message: Message) -> tuple[str, ...]:
    """Return the translation of a message: the words for each plural form, or those alone."""
    return _several(message.string or "")


def _taken_out(catalogue: Catalog, sentences: Collection[Sentence]) -> list[Message]:
    gone = [each for each in catalogue if each.id and each.id not in sentences]
    for message in gone:
        catalogue.delete(message.id)
    return gone


def _add(catalogue: Catalog, sentence: Sentence, gone: Iterable[Message]) -> None:
    """Add a sentence, with the words of one that is gone: no other can have been edited into it."""
    alike = {_several(each.id)[0]: each for each in gone if _fits(each, sentence)}
    nearest = get_close_matches(_several(sentence)[0], alike, 1)
    if not nearest:
        catalogue.add(sentence)
        return
    old = alike[nearest[0]]
    before = old.previous_id or _several(old.id)
    catalogue.add(sentence, old.string, flags={"fuzzy"}, previous_id=before)


def _fits(old: Message, sentence: Sentence) -> bool:
    return any(words(old)) and len(_several(old.id)) == len(_several(sentence))


def _several(sentence: Sentence | list[str]) -> tuple[str, ...]:
    return (sentence,) if isinstance(sentence, str) else tuple(sentence)


def _sentences(comments: Iterable[str]) -> Iterator[str]:
    """Yield what stands behind each `msgid` and `msgid_plural`, wherever Babel cut the lines."""
    for spelt in re.split(r'\bmsgid(?:_plural)? (?=")', " ".join(comments))[1:]:
        yield "".join(map(unescape, _QUOTED.findall(spelt)))


def _text(catalogue: Catalog) -> bytes:
    """Return a catalogue in order; which version of Babel wrote it is nobody's business."""
    stream = io.BytesIO()
    write_po(
        stream,
        catalogue,
        width=_WIDTH,
        no_location=True,
        sort_output=True,
        ignore_obsolete=True,
        include_previous=True,
    )
    return _GENERATOR.sub(b"", stream.getvalue())
