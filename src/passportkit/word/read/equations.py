r"""Fields written in signs: `EQ \f(3;4)` is a fraction, `SYMBOL 252 \f Wingdings` a tick."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from passportkit.paper.notation import fraction, listed, lowered, raised, root, scripted
from passportkit.paper.symbols import UNKNOWN, symbol

_sign = re.compile(r"\\[a-zA-Z]+|\\.|[(),;]|[^\\(),;]+", re.DOTALL).findall
_symbol = re.compile(r"\s*SYMBOL\s+(?:0x([0-9a-f]{1,6})|(\d{1,7})|(\S))", re.IGNORECASE).match
_font = re.compile(r'\\f\s*(?:"([^"]*)"|(\S+))', re.IGNORECASE).search
_is_unicode = re.compile(r"\\[uh]\b", re.IGNORECASE).search
_last_code = 0x10FFFF

_DEEPEST = 30
"""More brackets in brackets are a mistake."""

_SIGNS = {"su": "∑", "pr": "∏", "in": "∫"}
_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}


def symbol_words(instruction: str) -> str:
    """Return the sign that a field `SYMBOL` stands for, "" where it says none."""
    found = _symbol(instruction)
    if not found:
        return ""
    if found[3]:
        return found[3]
    code = int(found[1], 16) if found[1] else int(found[2])
    font = _font(instruction)
    if font and not _is_unicode(instruction):
        return symbol(code, font[1] or font[2])
    if code <= 0xFF and not _is_unicode(instruction):
        return bytes([code]).decode("cp1252", "ignore")
    return chr(code) if code <= _last_code and not 0xD800 <= code < 0xE000 else UNKNOWN


def equation_words(instruction: str) -> str:
    """Return the formula of a field `EQ` as one line says it."""
    return _Equation(instruction.strip()[len("EQ") :]).part(is_whole=True).strip()


class _Equation:
    """Reads the signs of an equation, one after the other.

    Where a comma parts decimals, as in Russian, a semicolon parts what stands in brackets.
    """

    def __init__(self, signs: str) -> None:
        self._signs: list[str] = _sign(signs)[::-1]
        self._separator = ";" if ";" in signs else ","
        self._depth = 0

    def part(self, *, is_whole: bool = False) -> str:
        """Return the words up to a separator or a closing bracket; there are none in the whole."""
        words = ""
        while self._signs and (is_whole or not self._is_at_end()):
            words += self._said(self._signs.pop(), words)
        return words

    def _is_at_end(self) -> bool:
        return self._signs[-1] in (self._separator, ")")

    def _said(self, sign: str, before: str) -> str:
        if sign == "(" and self._depth < _DEEPEST:
            self._signs.append(sign)
            return f"({self._separator.join(self._arguments())})"
        if sign[0] != "\\":
            return sign
        name = sign[1:].lower()
        return self._command(name, before) if name.isalpha() else name

    def _command(self, name: str, before: str) -> str:
        options = dict(self._options())
        arguments = self._arguments()
        take = _COMMANDS.get(name, _joined)
        return take(options, arguments, before)

    def _options(self) -> Iterator[tuple[str, str]]:
        r"""Yield the switches before the brackets, with the sign that one such as `\bc\{` names."""
        while self._signs and self._signs[-1] != "(":
            sign = self._signs.pop()
            if sign[0] != "\\" and sign.strip(" 0123456789-"):
                self._signs.append(sign)
                return
            name = sign[1:].lower() if sign[0] == "\\" else ""
            takes_sign = name in ("bc", "lc", "rc") and self._signs
            yield name, self._signs.pop()[-1:] if takes_sign else ""

    def _arguments(self) -> list[str]:
        if self._depth >= _DEEPEST or not self._signs or self._signs[-1] != "(":
            return []
        self._signs.pop()
        self._depth += 1
        arguments = [self.part()]
        while self._signs and self._signs.pop() == self._separator:
            arguments.append(self.part())
        self._depth -= 1
        return [each.strip() for each in arguments]


_Options = dict[str, str]


def _joined(_options: _Options, arguments: list[str], _before: str) -> str:
    return "".join(arguments)


def _listed(_options: _Options, arguments: list[str], _before: str) -> str:
    return ", ".join(arguments)


def _fraction(_options: _Options, arguments: list[str], _before: str) -> str:
    above, below = _padded(arguments, 2)
    return fraction(above, below)


def _root(_options: _Options, arguments: list[str], _before: str) -> str:
    degree, content = _padded(arguments, 2) if len(arguments) > 1 else ("", *_padded(arguments, 1))
    return root(content, degree)


def _set_off(options: _Options, arguments: list[str], before: str) -> str:
    words = "".join(arguments)
    return lowered(words, before) if "do" in options else raised(words, before)


def _bracketed(options: _Options, arguments: list[str], _before: str) -> str:
    both = options.get("bc", "(")
    first = options.get("lc", "" if "rc" in options else both)
    last = options.get("rc", "" if "lc" in options else _CLOSING.get(both, both))
    return f"{first}{''.join(arguments)}{last}"


def _repeated(options: _Options, arguments: list[str], _before: str) -> str:
    first, last, content = _padded(arguments, 3)
    sign = next((sign for name, sign in _SIGNS.items() if name in options), _SIGNS["in"])
    return f"{scripted(sign, first, last)} {content}"


def _matrix(_options: _Options, arguments: list[str], _before: str) -> str:
    return listed([[each] for each in arguments])


def _padded(arguments: list[str], count: int) -> list[str]:
    return [*arguments, *[""] * count][:count]


_COMMANDS: dict[str, Callable[[_Options, list[str], str], str]] = {
    "f": _fraction,
    "r": _root,
    "s": _set_off,
    "b": _bracketed,
    "i": _repeated,
    "l": _listed,
    "a": _matrix,
}
r"""What `\f`, `\r` and so on mean; `\o`, `\x` and `\d` only set their words in another place."""
