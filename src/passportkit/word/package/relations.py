"""How the parts of a package refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

from passportkit.word.package.names import RELATIONSHIPS


class Relation(NamedTuple):
    """What one part refers to. `kind` is the end of its type, which alone all programs agree on."""

    identifier: str
    kind: str
    target: str
    is_external: bool


def relations_name(owner: str) -> str:
    """Return the name of the part that has the relations of `owner`; those of the package: ""."""
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_in(tree: Any) -> Iterator[Relation]:
    """Yield the relations that a part has, in their order."""
    for each in tree.iterfind(f"{{{RELATIONSHIPS}}}Relationship"):
        yield Relation(
            each.get("Id", ""),
            each.get("Type", "").rpartition("/")[2],
            each.get("Target", ""),
            each.get("TargetMode") == "External",
        )


def related(relations: Iterable[Relation], kind: str, owner: str) -> list[str]:
    """Return the names of the parts that `owner` refers to as `kind`."""
    return [
        part_name(relation.target, owner)
        for relation in relations
        if relation.kind == kind and not relation.is_external
    ]


def part_name(target: str, owner: str) -> str:
    """Return the name of the part that is the target of a relation of `owner`.

    Programs for Windows write backslashes there; blanks around an address say nothing.
    """
    target = target.strip().replace("\\", "/")
    path = posixpath.join("/", posixpath.dirname(owner), target)
    return posixpath.normpath(path).lstrip("/")


def file_name(part: str) -> str:
    """Return the name of a part without its folders, as people read it: without percent signs."""
    return unquote(part.replace("\\", "/").rpartition("/")[2])
