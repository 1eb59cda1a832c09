"""The texts of a workbook, as they stand in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from passportkit.text.canonical import fit_for_xml
from passportkit.workbook.package import Book

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_SHIFTED = {"superscript": _RAISED, "subscript": _LOWERED}
_OFF = ("0", "false")


class CellText(NamedTuple):
    """The words of a text, and those of it that are struck out."""

    words: str
    struck: str = ""


def shared_strings(package: Book) -> list[CellText]:
    """Return the texts that cells refer to by their number."""
    part = package.one(package.main, "sharedStrings")
    return [] if part is None else [text_in(each) for each in package.tree(part).iter("{*}si")]


def text_in(element: Any) -> CellText:
    """Return the text of an element that may be in several runs."""
    struck = (
        run.findtext("{*}t") or ""
        for run in element.iterfind("{*}r")
        if is_on(run.find("{*}rPr/{*}strike"))
    )
    return CellText(words_of("".join(_runs(element))), words_of("".join(struck)).strip())


def words_of(text: str) -> str:
    """Return a text without what stands in it for characters that XML cannot hold."""
    return fit_for_xml(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


def is_on(switch: Any) -> bool:
    """Return whether a property that may be switched off is there, and on."""
    return switch is not None and switch.get("val") not in _OFF


def _runs(element: Any) -> Iterator[str]:
    for each in element:
        if each.tag.endswith("}t"):
            yield each.text or ""
        elif each.tag.endswith("}r") and not is_on(each.find("{*}rPr/{*}strike")):
            words = each.findtext("{*}t") or ""
            shift = each.find("{*}rPr/{*}vertAlign")
            yield _shifted(words, "" if shift is None else shift.get("val", ""))


def _shifted(words: str, shift: str) -> str:
    """Return a power or an index in letters that mean it, if there are such."""
    letters = _SHIFTED.get(shift, {})
    return words.translate(letters) if all(ord(each) in letters for each in words) else words
