"""Mutants of a text of Python: what can be changed in it that some test should notice.

A place is something that can be got wrong: an operator, a constant, a condition, a statement. It
has the texts that may stand there instead.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from nodes import UNHEARD, called, children, is_type

SIGNS: dict[type[ast.AST], tuple[str, tuple[str, ...]]] = {
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.Lt: ("<", ("<=", ">")),
    ast.LtE: ("<=", ("<", ">=")),
    ast.Gt: (">", (">=", "<")),
    ast.GtE: (">=", (">", "<=")),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: (r"is\s+not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: (r"not\s+in", ("in",)),
    ast.And: ("and", ("or",)),
    ast.Or: ("or", ("and",)),
    ast.Add: (r"\+", ("-",)),
    ast.Sub: ("-", ("+",)),
    ast.Mult: (r"\*", ("//", "+")),
    ast.Div: ("/", ("*",)),
    ast.FloorDiv: ("//", ("*", "%")),
    ast.Mod: ("%", ("//",)),
    ast.Pow: (r"\*\*", ("*",)),
    ast.BitOr: (r"\|", ("&",)),
    ast.BitAnd: ("&", ("|",)),
    ast.BitXor: (r"\^", ("|",)),
}
"""How an operator is spelt, and what may stand in its place."""

_TWINS = (
    ("all", "any"),
    ("endswith", "startswith"),
    ("lower", "upper"),
    ("lstrip", "rstrip"),
    ("max", "min"),
    ("partition", "rpartition"),
    ("removeprefix", "removesuffix"),
)
TWINS = dict([*_TWINS, *((two, one) for one, two in _TWINS)])
"""Functions that are taken for one another."""

Span = tuple[int, int]
"""Where something begins and ends, in bytes."""


class Place(NamedTuple):
    """What can be changed, of which kind it is, and what may stand there instead.

    `around` are the words by which it is known again when other lines have changed; `copy` counts
    the places before it that are of the same kind and in the same words.
    """

    kind: str
    span: Span
    others: tuple[str, ...]
    around: str
    copy: int = 0


class Mutant(NamedTuple):
    """A text with one change in it; the number of its line, and the line before and after."""

    text: str
    line: int
    before: str
    after: str


def places(text: str) -> list[Place]:
    """Return the places of a text in order."""
    found = sorted(_Finder(text).below(ast.parse(text)), key=lambda place: place.span)
    copies: Counter[tuple[str, str]] = Counter()
    counted = []
    for place in found:
        counted.append(place._replace(copy=copies[place.kind, place.around]))
        copies[place.kind, place.around] += 1
    return counted


def mutant(text: str, place: Place, other: str) -> Mutant | None:
    """Return the text with `other` in a place; None where that is no Python or says the same."""
    content = text.encode()
    first, end = place.span
    changed = (content[:first] + other.encode() + content[end:]).decode()
    try:
        if ast.dump(ast.parse(changed)) == ast.dump(ast.parse(text)):
            return None
    except SyntaxError:
        return None
    line = content[:first].count(b"\n")
    before, after = text.split("\n"), changed.split("\n")
    while before[line] == after[line]:
        line += 1
    return Mutant(changed, line + 1, before[line].strip(), after[line].strip())


Found = Iterator[Place]


class _Finder:
    """Finds the places of a text; positions of `ast` become bytes of the whole text."""

    def __init__(self, text: str) -> None:
        self._content = text.encode()
        lines = self._content.split(b"\n")
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def below(self, node: ast.AST) -> Found:
        """Yield the places of a node and of all below it."""
        for kinds, find in _FINDERS:
            if isinstance(node, kinds):
                yield from find(self, node)
        for child in children(node):
            yield from self.below(child)

    def _span(self, node: Any) -> Span:
        first = self._starts[node.lineno - 1] + node.col_offset
        return first, self._starts[node.end_lineno - 1] + node.end_col_offset

    def _words(self, span: Span) -> str:
        return self._content[slice(*span)].decode()

    def _of(self, node: ast.AST) -> str:
        return self._words(self._span(node))

    def _place(self, kind: str, node: ast.AST, *others: str) -> Place:
        return Place(kind, self._span(node), others, self._of(node))

    def _sign(
        self, kind: str, node: ast.AST, sign: ast.AST, left: ast.AST, right: ast.AST
    ) -> Found:
        """Yield the operator of a node that stands between two operands."""
        spelt, others = SIGNS[type(sign)]
        first, end = self._span(left)[1], self._span(right)[0]
        found = re.search(spelt.encode(), self._content[first:end])
        assert found is not None
        yield Place(kind, (first + found.start(), first + found.end()), others, self._of(node))

    # --- expressions ---

    def comparison(self, node: ast.Compare) -> Found:
        """Yield the operators of a comparison, and the tuples that something is looked up in."""
        operands = pairwise([node.left, *node.comparators])
        for sign, (left, right) in zip(node.ops, operands, strict=True):
            yield from self._sign("comparison", node, sign, left, right)
            if isinstance(right, ast.Tuple):
                yield self._place("entry", right, *self._lacking(right, "({},)", "()"))

    def both(self, node: ast.BoolOp) -> Found:
        """Yield each `and` or `or`, and each operand, which may be as if it were not there."""
        for left, right in pairwise(node.values):
            yield from self._sign("and or", node, node.op, left, right)
        sign = " and " if isinstance(node.op, ast.And) else " or "
        operands = [f"({self._of(value)})" for value in node.values]
        for index in range(len(operands)):
            rest = sign.join(operands[:index] + operands[index + 1 :])
            yield self._place("operand", node, rest if len(operands) == 2 else f"({rest})")

    def arithmetic(self, node: ast.BinOp) -> Found:
        """Yield an operator between two values."""
        if not is_type(node):
            yield from self._sign("arithmetic", node, node.op, node.left, node.right)

    def negation(self, node: ast.UnaryOp) -> Found:
        """Yield a `not`."""
        if isinstance(node.op, ast.Not):
            yield self._place("negation", node, f"bool({self._of(node.operand)})")

    def condition(self, node: ast.If | ast.IfExp | ast.While) -> Found:
        """Yield what is asked; it may be the other way round, or always one way."""
        if self._of(node.test) != "TYPE_CHECKING":
            yield self._place("condition", node.test, *self._otherwise(node.test))

    def conditions(self, node: ast.comprehension) -> Found:
        """Yield what is asked of the items of a comprehension."""
        for test in node.ifs:
            yield self._place("condition", test, *self._otherwise(test))

    def _otherwise(self, test: ast.expr) -> tuple[str, ...]:
        return f"not ({self._of(test)})", "True", "False"

    def constant(self, node: ast.Constant | ast.JoinedStr) -> Found:
        """Yield a number, a text, a yes or no, or a None."""
        value = node.value if isinstance(node, ast.Constant) else ""
        yield self._place("constant", node, *_other_constants(value, self._of(node)))

    def entries(self, node: ast.List | ast.Set) -> Found:
        """Yield a list or a set, which may lack one of its entries."""
        shapes = ("[{}]", "[]") if isinstance(node, ast.List) else ("{{{}}}", "set()")
        yield self._place("entry", node, *self._lacking(node, *shapes))

    def pairs(self, node: ast.Dict) -> Found:
        """Yield a table, which may lack one of its entries."""
        entries = [
            f"{self._of(key)}: {self._of(value)}" if key else f"**{self._of(value)}"
            for key, value in zip(node.keys, node.values, strict=True)
        ]
        yield self._place("entry", node, *_lacking(entries, "{{{}}}", "{}"))

    def _lacking(self, node: ast.List | ast.Set | ast.Tuple, *shapes: str) -> Iterator[str]:
        return _lacking([self._of(entry) for entry in node.elts], *shapes)

    def arguments(self, node: ast.Call) -> Found:
        """Yield the named arguments of a call, which may be left out."""
        given: Sequence[ast.AST] = sorted([*node.args, *node.keywords], key=self._span)
        for before, each, after in zip([None, *given], given, [*given[1:], None], strict=False):
            if isinstance(each, ast.keyword) and each.arg and each.arg not in UNHEARD:
                first, end = self._span(each)
                first = self._span(before)[1] if before else first
                end = self._span(after)[0] if after and not before else end
                yield Place("argument", (first, end), ("",), self._of(node))

    def bounds(self, node: ast.Slice) -> Found:
        """Yield the bounds of a slice; those that are numbers are constants already."""
        for bound in filter(None, (node.lower, node.upper)):
            if not isinstance(bound, ast.Constant):
                words = self._of(bound)
                yield self._place("bound", bound, f"{words} + 1", f"{words} - 1", "")

    def name(self, node: ast.Call) -> Found:
        """Yield the name of a function that has a twin."""
        name = called(node)
        if name in TWINS:
            end = self._span(node.func)[1]
            yield Place("name", (end - len(name), end), (TWINS[name],), self._of(node))

    def kinds(self, node: ast.Call) -> Found:
        """Yield the types that something may be of, which may be fewer."""
        if called(node) in ("isinstance", "issubclass") and isinstance(node.args[1], ast.BinOp):
            union = node.args[1]
            yield self._place("kinds", union, self._of(union.left), self._of(union.right))

    # --- statements ---

    def statement(self, node: ast.stmt) -> Found:
        """Yield what can go without a name getting lost."""
        if _is_dispensable(node):
            yield self._place("statement", node, "pass")

    def answer(self, node: ast.Return) -> Found:
        """Yield what is returned."""
        if node.value is not None:
            yield self._place("return", node.value, "None")

    def jump(self, node: ast.Break | ast.Continue) -> Found:
        """Yield a jump in a loop."""
        yield self._place("jump", node, "break" if isinstance(node, ast.Continue) else "continue")

    def addition(self, node: ast.AugAssign) -> Found:
        """Yield the operator of an assignment."""
        yield from self._sign("arithmetic", node, node.op, node.target, node.value)


_FINDERS: tuple[tuple[Any, Callable[[_Finder, Any], Found]], ...] = (
    (ast.Compare, _Finder.comparison),
    (ast.BoolOp, _Finder.both),
    (ast.BinOp, _Finder.arithmetic),
    (ast.UnaryOp, _Finder.negation),
    (ast.If | ast.IfExp | ast.While, _Finder.condition),
    (ast.comprehension, _Finder.conditions),
    (ast.Constant | ast.JoinedStr, _Finder.constant),
    (ast.List | ast.Set, _Finder.entries),
    (ast.Dict, _Finder.pairs),
    (ast.Call, _Finder.arguments),
    (ast.Call, _Finder.name),
    (ast.Call, _Finder.kinds),
    (ast.Slice, _Finder.bounds),
    (ast.stmt, _Finder.statement),
    (ast.Return, _Finder.answer),
    (ast.Break | ast.Continue, _Finder.jump),
    (ast.AugAssign, _Finder.addition),
)


def _lacking(entries: Sequence[str], some: str, none: str) -> Iterator[str]:
    """Yield entries without one of them, in the shape for some or that for none."""
    for index in range(len(entries)):
        rest = ", ".join([*entries[:index], *entries[index + 1 :]])
        yield some.format(rest) if rest else none


def _other_constants(value: object, words: str) -> tuple[str, ...]:
    if value is None:
        return ('"XX"',)
    if isinstance(value, bool):
        return (str(not value),)
    if isinstance(value, int):
        return str(value + 1), str(value - 1)
    if isinstance(value, float):
        return str(value * 2), str(value / 2)
    if isinstance(value, str):  # two texts beside one another are one
        return ('""', f'"XX" {words}')
    return ()


def _is_dispensable(node: ast.stmt) -> bool:
    if isinstance(node, ast.Expr):
        return not isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        return not isinstance(node.targets[0], ast.Name | ast.Tuple)
    if isinstance(node, ast.Return):
        return node.value is None
    return isinstance(node, ast.AugAssign | ast.Delete | ast.Raise)
