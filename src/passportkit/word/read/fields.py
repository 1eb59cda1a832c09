"""Fields: instructions to Word, and the words that came of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from passportkit.word.package.names import w
from passportkit.word.read.equations import equation_words, symbol_words
from passportkit.word.read.wraps import integer

_KIND, _VAL = w("fldCharType"), w("val")

_number = re.compile(r"[-–—\s]*(?:\d{1,5}|[ivxlcdm]{1,12}|[a-zа-яё])[-–—.)\s]*", re.IGNORECASE)
_file = re.compile(
    r".{1,400}\.(?:do[ct][xm]?|od[tm]|ott|rtf|pdf|html?|xml)|(?:документ|document)\s?\d+",
    re.IGNORECASE,
)
_page = re.compile(r"(?<!\w)(?:\d{1,4}|[ivxlc]{1,7})\Z", re.IGNORECASE)
_TITLES = frozenset({"содержание", "оглавление", "contents", "table of contents"})
_LEADERS = ".… \t\N{NO-BREAK SPACE}"


def _is_number(line: str) -> bool:
    return _number.fullmatch(line) is not None


def _is_entry(line: str) -> bool:
    """Whether a line may be one of a table of contents: it leads to a page behind dots or a tab."""
    if not (page := _page.search(line)):
        return line.lower() in _TITLES
    before = line[: page.start()]
    leaders = before[len(before.rstrip(_LEADERS)) :]
    return not before or any(each in leaders for each in ("\t", "..", "…"))


def _is_file(line: str) -> bool:
    return _file.fullmatch(line) is not None


_DROPPED: dict[str, Callable[[str], bool]] = {
    **dict.fromkeys(("PAGE", "NUMPAGES", "SECTIONPAGES"), _is_number),
    "TOC": _is_entry,
    "FILENAME": _is_file,
}
"""What counts pages, tables of contents, and where the file lies, each with the lines that programs
write: they make them anew for every document, and for the copy that LibreOffice opens, too.
"""

_WRITTEN: dict[str, Callable[[str], str]] = {"EQ": equation_words, "SYMBOL": symbol_words}
"""What is no instruction, but words in signs; what Word makes of them is a picture."""

_DEEPEST = 30
"""More fields in fields than Word allows are a mistake."""

_word = re.compile(r"\s*(\w+)").match
_argument = re.compile(r'\s*\w+\s+(?:"([^"]*)"|([^\s\\"]\S*))').match
_place = re.compile(r'\\l\s+"([^"]*)"').search


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    is_result: bool = False
    is_dropped: bool = False
    link: str | None = None
    unsaid: str = ""


def link_of(instruction: str) -> str | None:
    """Return the address that a field of a link leads to, outside the document."""
    if name_of(instruction) != "HYPERLINK" or not (found := _argument(instruction)):
        return None
    place = _place(instruction)
    return f"{found[1] or found[2]}#{place[1]}" if place else found[1] or found[2]


def is_dropped(instruction: str) -> bool:
    """Return whether the words of a field are none of the author's, or stand in its instruction."""
    name = name_of(instruction)
    return name in _DROPPED or name in _WRITTEN


def written_in(instruction: str) -> str:
    """Return the words that an instruction itself writes, "" for most."""
    write = _WRITTEN.get(name_of(instruction))
    return write(instruction) if write else ""


def name_of(instruction: str) -> str:
    """Return the name of a field, in capitals."""
    found = _word(instruction)
    return found[1].upper() if found else ""


class Unsaid(NamedTuple):
    """Words in a field that are none of the text; whether a program makes them, or people wrote."""

    words: str
    is_made: bool


def unsaid_by(instruction: str, words: str) -> Iterator[Unsaid]:
    """Yield the words that a field keeps silent, those of a program apart from those of people.

    What stands in a field is only a program's if it can be: anybody may have typed there.
    """
    is_made = _DROPPED.get(name_of(instruction), _is_sign)
    lines = filter(None, map(str.strip, words.split("\n")))
    for made, said in groupby(lines, is_made):
        yield Unsaid("\n".join(said), made)


def _is_sign(line: str) -> bool:
    """Whether a line is no words, but what Word shows of a symbol that an instruction names."""
    return len(line) == 1


class WordFields:
    """The fields that are open. `is_silent`: words are no words; `link`: where they lead.

    `unsaid` are the words of silent fields that are not open any more.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.unsaid: list[Unsaid] = []
        self.is_open = False
        self.is_silent = False
        self.link: str | None = None

    def turn(self, mark: Any) -> str:
        """Take the beginning, the middle or the end of a field; return words that it stands for."""
        kind, words, was_silent = mark.get(_KIND), "", self.is_silent
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(_Field())
            words = "" if was_silent else _words_of_control(mark)
            self._settle()
        elif kind == "separate" and self._open:
            field = self._open[-1]
            field.is_result = True
            field.is_dropped = is_dropped(field.instruction)
            field.link = link_of(field.instruction)
            self._settle()
        elif kind == "end" and self._open:
            field = self._open.pop()
            words = written_in(field.instruction)
            self._close(field, is_ended=True)
            self._settle()
        return words if kind == "begin" or not self.is_silent else ""

    def instruct(self, words: str) -> None:
        """Take words of an instruction."""
        if self._open and not self._open[-1].is_result:
            self._open[-1].instruction += words

    def silence(self, words: str) -> None:
        """Take words that stand in a silent field."""
        next(filter(_is_silent, self._open)).unsaid += words

    def end_paragraph(self) -> None:
        """Forget instructions without an end: they would silence all that follows."""
        for each in self._open:
            if not each.is_result:
                self._close(each, is_ended=False)
            elif each.unsaid:
                each.unsaid += "\n"
        self._open = [each for each in self._open if each.is_result]
        self._settle()

    def end(self) -> None:
        """Forget all fields without an end."""
        for each in self._open:
            self._close(each, is_ended=False)
        self._open = []
        self._settle()

    def _close(self, field: _Field, *, is_ended: bool) -> None:
        if is_ended:
            self.unsaid += unsaid_by(field.instruction, field.unsaid)
        elif words := field.unsaid.strip():
            self.unsaid.append(Unsaid(words, is_made=False))

    def _settle(self) -> None:
        self.is_open = bool(self._open)
        self.is_silent = any(map(_is_silent, self._open))
        self.link = next((each.link for each in reversed(self._open) if each.link), None)


def _is_silent(field: _Field) -> bool:
    return field.is_dropped or not field.is_result


def _words_of_control(mark: Any) -> str:
    """Return what a box to tick or a list to choose from shows, which has no result."""
    for box in mark.iter(w("checkBox")):
        states = {each.tag: each.get(_VAL, "1") for each in box}
        ticked = states.get(w("checked"), states.get(w("default"), "0"))
        return "☐" if ticked in ("0", "false", "off") else "☑"
    for choice in mark.iter(w("ddList")):
        chosen = choice.find(w("result"))
        place = 0 if chosen is None else integer(chosen.get(_VAL), 0)
        entries = [each.get(_VAL, "") for each in choice.iterchildren(w("listEntry"))]
        return entries[place] if place < len(entries) else ""
    return ""
