"""The words of a text: their canonical form, and the little markup they may carry."""

from passportkit.text.canonical import canonical
from passportkit.text.markup import Delimiter, Kind, Line, Span, is_plain, parse, plain
from passportkit.text.normal import normal
from passportkit.text.spelling import escape, write

__all__ = [
    "Delimiter",
    "Kind",
    "Line",
    "Span",
    "canonical",
    "escape",
    "is_plain",
    "normal",
    "parse",
    "plain",
    "write",
]
