"""One name for one thing: what is called alike in two rooms is taken for the same."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import passportkit

PACKAGE = Path(passportkit.__file__).parent

IN_MANY_ROOMS = {"__init__", "model"}
"""Modules that a room has because it is one, or in which it says what its things are."""


def modules() -> Iterator[tuple[str, Path]]:
    """Yield each module with its room: a folder of the package, or a module beside those."""
    for path in sorted(PACKAGE.glob("**/*.py")):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def types(body: Iterable[ast.stmt]) -> Iterator[str]:
    """Yield the names of classes and of what stands for a type, public or not."""
    for node in body:
        if isinstance(node, ast.If):
            yield from types([*node.body, *node.orelse])
        elif isinstance(node, ast.ClassDef):
            yield node.name.lstrip("_")
        elif isinstance(node, ast.Assign):
            names = (each.id.lstrip("_") for each in node.targets if isinstance(each, ast.Name))
            yield from (name for name in names if is_of_a_type(name))


def is_of_a_type(name: str) -> bool:
    """Whether a name begins with a capital and is no constant; `T` is a variable of types."""
    return name[:1].isupper() and not name.isupper()


def shared(names: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the names that stand in more rooms than one, with these."""
    rooms: defaultdict[str, set[str]] = defaultdict(set)
    for room, name in names:
        rooms[name].add(room)
    return {name: found for name, found in rooms.items() if len(found) > 1}


def test_no_type_is_called_like_one_in_another_room():
    found = [
        (room, name)
        for room, path in modules()
        for name in types(ast.parse(path.read_text(encoding="utf-8")).body)
    ]
    assert len(found) > 100
    assert shared(found) == {}


def test_no_module_is_called_like_one_in_another_room():
    assert set(shared((room, path.stem) for room, path in modules())) <= IN_MANY_ROOMS


def test_all_names_of_types_are_seen():
    """Classes, aliases, and what only a type checker sees; no constants, no variables of types."""
    text = """
class Row: ...
class _Cell: ...
Rows = list[Row]
_Way = tuple[str, ...]
T = TypeVar("T")
LONGEST = 60
_pattern = pattern("a")
if TYPE_CHECKING:
    Printer = Callable[[Row], str]
"""
    names = list(types(ast.parse(text).body))
    assert names == ["Row", "Cell", "Rows", "Way", "Printer"]
    assert shared([("word", "Row"), ("word", "Row"), ("paper", "Row"), ("paper", "Cell")]) == {
        "Row": {"word", "paper"}
    }
