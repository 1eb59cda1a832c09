"""The nodes of a text of Python below which something can be got wrong that a test should notice.

Left out are what only people read (docstrings, words of messages, titles, descriptions and examples
of fields), types, and what only guards against mistakes of our own or saves time (`assert`,
`strict=`, `slots=`).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any

SPOKEN = frozenset({"mark", "say", "say_n"})
"""Functions whose texts are messages."""

UNHEARD = frozenset(
    {
        *("title", "description", "examples"),  # words for people
        *("frozen", "slots", "strict"),  # guards
        *("defer_build", "maxsize"),  # savings
    }
)
"""Named arguments that change nothing that a test should see."""


def children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes right below a node, without those that are left out."""
    for kinds, choose in _CHOICES:
        if isinstance(node, kinds):
            yield from choose(node)
            return
    if not (isinstance(node, ast.expr) and is_type(node)):
        yield from ast.iter_child_nodes(node)


def _none(_: ast.AST) -> Iterator[ast.AST]:
    yield from ()


def _of_function(node: ast.FunctionDef) -> Iterator[ast.AST]:
    yield from (*node.decorator_list, node.args, *node.body)


def _of_parameters(node: ast.arguments) -> Iterator[ast.AST]:
    yield from (*node.defaults, *filter(None, node.kw_defaults))


def _of_class(node: ast.ClassDef) -> Iterator[ast.AST]:
    yield from (*node.decorator_list, *node.body)


def _of_declaration(node: ast.AnnAssign) -> Iterator[ast.AST]:
    for inner in ast.walk(node.annotation):
        if _is_annotated(inner):
            yield inner
    if node.value:
        yield node.value


def _of_assignment(node: ast.Assign) -> Iterator[ast.AST]:
    if not any(isinstance(each, ast.Name) and each.id == "__all__" for each in node.targets):
        yield from (*node.targets, node.value)


def _of_statement(node: ast.Expr) -> Iterator[ast.AST]:
    if not isinstance(node.value, ast.Constant):  # a docstring
        yield node.value


def _of_call(node: ast.Call) -> Iterator[ast.AST]:
    name = called(node)
    for each in node.args:
        is_spoken = name in SPOKEN and isinstance(each, ast.Constant)
        is_default = name == "Field" and _is_nothing(each)  # a fact may always be absent
        if not (is_spoken or is_default or name == "TypeVar"):
            yield each
    yield node.func
    yield from (each for each in node.keywords if each.arg not in UNHEARD)


def _of_comparison(node: ast.Compare) -> Iterator[ast.AST]:
    yield node.left
    for sign, each in zip(node.ops, node.comparators, strict=True):
        if not isinstance(sign, ast.Is | ast.IsNot):
            yield each


def _of_subscript(node: ast.Subscript) -> Iterator[ast.AST]:
    if _is_annotated(node):
        assert isinstance(node.slice, ast.Tuple)
        yield from node.slice.elts[1:]
    elif not is_type(node):
        yield from (node.value, node.slice)


_CHOICES: tuple[tuple[Any, Callable[[Any], Iterator[ast.AST]]], ...] = (
    (ast.Import | ast.ImportFrom | ast.Assert | ast.JoinedStr, _none),
    (ast.FunctionDef, _of_function),
    (ast.arguments, _of_parameters),
    (ast.ClassDef, _of_class),
    (ast.AnnAssign, _of_declaration),
    (ast.Assign, _of_assignment),
    (ast.Expr, _of_statement),
    (ast.Call, _of_call),
    (ast.Compare, _of_comparison),
    (ast.Subscript, _of_subscript),
)
"""The kinds of nodes that have something below them that is left out."""


def called(node: ast.Call) -> str:
    """Return the name of the function that is called, without what it belongs to."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_nothing(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_annotated(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Annotated"
    )


def is_type(node: ast.AST) -> bool:
    """Tell a type by its name: those of ours begin with a capital."""
    if isinstance(node, ast.Name):
        return (node.id.lstrip("_")[:1].isupper() and not node.id.isupper()) or node.id in _BUILTIN
    if isinstance(node, ast.BinOp):
        sides = [node.left, node.right]
        return isinstance(node.op, ast.BitOr) and all(is_type(s) or _is_nothing(s) for s in sides)
    return isinstance(node, ast.Subscript) and is_type(node.value)


_BUILTIN = frozenset({"bool", "dict", "frozenset", "int", "list", "set", "str", "tuple", "type"})
