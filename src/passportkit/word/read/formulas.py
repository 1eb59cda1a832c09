"""Formulas of Word, as one line says them: their structure is words, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from unicodedata import normalize

from passportkit.paper.model import PassedOver
from passportkit.paper.notation import fraction, grouped, listed, root, scripted
from passportkit.word.package.names import M, local, w
from passportkit.word.read.plain_words import TEXTS, words_in
from passportkit.word.read.wraps import OFF


def m(name: str) -> str:
    """Return a name of the namespace of formulas as lxml wants it."""
    return f"{{{M}}}{name}"


FORMULAS = frozenset((m("oMath"), m("oMathPara")))
"""What holds a formula, in a paragraph or beside it."""

DRAWN_FORMULA = "{http://schemas.microsoft.com/office/drawing/2010/main}m"
"""What newer programs wrap a formula in, beside a picture of it for older ones."""

_VAL = m("val")
_GONE = frozenset((w("del"), w("moveFrom")))
_OVERLINE, _UNDERLINE = "\u0305", "\u0332"
_HAT, _INTEGRAL = "\u0302", "∫"
_DELIMITERS = (("begChr", "("), ("sepChr", "|"), ("endChr", ")"))


def formula_words(element: Any) -> str:
    """Return the words of a formula, or of a part of one."""
    if take := _PARTS.get(element.tag):
        return take(element)
    return "" if element.tag in _GONE else _inside(element)


def unsaid_in(element: Any, said: str) -> Iterator[PassedOver]:
    """Yield the words of a formula that are not in what is said of it: deleted, or not shown."""
    gone = [each for tag in _GONE for each in element.iter(tag)]
    deleted = "".join(map(words_in, gone))
    if deleted.strip():
        yield PassedOver("deleted", deleted)
    if _letters(words_in(element)) - _letters(said) - _letters(deleted):
        texts = [words for each in element.iter(*TEXTS) if (words := words_in(each))]
        unsaid = [words for words in texts if not _is_in(words, f"{said}\n{deleted}")]
        yield PassedOver("hidden", " ".join(unsaid or texts))


def _letters(words: str) -> Counter[str]:
    """Return how often each letter is there, wherever it stands on its line."""
    return Counter(filter(str.isalnum, normalize("NFKC", words)))


def _is_in(words: str, said: str) -> bool:
    return normalize("NFKC", words).strip() in normalize("NFKC", said)


def _inside(element: Any) -> str:
    return "".join([formula_words(child) for child in element])


def _text(element: Any) -> str:
    return str(element.text or "")


def _part(element: Any, name: str) -> str:
    """Return the words of a part that is there once; it may be empty."""
    found = element.find(m(name))
    return "" if found is None else _inside(found).strip()


def _parts(element: Any, name: str) -> list[str]:
    return [_inside(each).strip() for each in element.iterchildren(m(name))]


def _property(element: Any, name: str, otherwise: str) -> str:
    """Return what the properties of a part say; a sign that is there and empty is none."""
    found = element.find(f"{m(local(element.tag) + 'Pr')}/{m(name)}")
    return otherwise if found is None else str(found.get(_VAL, ""))


def _lines(element: Any) -> str:
    return "; ".join(filter(None, [formula_words(each).strip() for each in element]))


def _fraction(element: Any) -> str:
    above, below = _part(element, "num"), _part(element, "den")
    if _property(element, "type", "bar") == "noBar":
        return listed([[above], [below]])
    return fraction(above, below)


def _scripted(element: Any) -> str:
    return scripted(_part(element, "e"), _part(element, "sub"), _part(element, "sup"))


def _prescripted(element: Any) -> str:
    index = scripted("", _part(element, "sub"), _part(element, "sup"))
    return f"{index}{grouped(_part(element, 'e'))}"


def _root(element: Any) -> str:
    return root(_part(element, "e"), _part(element, "deg"))


def _delimited(element: Any) -> str:
    first, between, last = [_property(element, *usual) for usual in _DELIMITERS]
    return f"{first}{between.join(_parts(element, 'e'))}{last}"


def _repeated(element: Any) -> str:
    sign = _property(element, "chr", _INTEGRAL)
    bounds = scripted(sign, _part(element, "sub"), _part(element, "sup"))
    return f"{bounds} {_part(element, 'e')}"


def _function(element: Any) -> str:
    name, argument = _part(element, "fName"), _part(element, "e")
    return f"{name}{argument}" if argument.startswith(("(", "[")) else f"{name} {argument}"


def _limit(element: Any) -> str:
    return scripted(_part(element, "e"), _part(element, "lim"))


def _upper_limit(element: Any) -> str:
    return scripted(_part(element, "e"), "", _part(element, "lim"))


def _accented(element: Any) -> str:
    return grouped(_part(element, "e")) + _property(element, "chr", _HAT)


def _barred(element: Any) -> str:
    is_above = _property(element, "pos", "bot") == "top"
    return grouped(_part(element, "e")) + (_OVERLINE if is_above else _UNDERLINE)


def _array(element: Any) -> str:
    return "; ".join(_parts(element, "e"))


def _matrix(element: Any) -> str:
    return listed([_parts(row, "e") for row in element.iterchildren(m("mr"))])


def _phantom(element: Any) -> str:
    """Return what takes room, unless it does only that."""
    return "" if _property(element, "show", "1") in OFF else _part(element, "e")


_PARTS: dict[Any, Callable[[Any], str]] = {
    m("oMathPara"): _lines,
    m("t"): _text,
    w("t"): _text,
    m("f"): _fraction,
    **dict.fromkeys(map(m, ("sSup", "sSub", "sSubSup")), _scripted),
    m("sPre"): _prescripted,
    m("rad"): _root,
    m("d"): _delimited,
    m("nary"): _repeated,
    m("func"): _function,
    m("limLow"): _limit,
    m("limUpp"): _upper_limit,
    m("acc"): _accented,
    m("bar"): _barred,
    m("eqArr"): _array,
    m("m"): _matrix,
    m("phant"): _phantom,
}
