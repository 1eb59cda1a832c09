"""What may happen to a package of any program: to its parts and to their relations."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from passportkit.word.package.names import R
from tests.fuzz.havoc import havoc
from tests.fuzz.package_words import parts_of, zipped

_MOST = 4
"""How many things happen to one package, at most."""

_HAVOC = 0.03
"""How often its bytes as a whole are damaged, of which mostly a refusal comes."""


@dataclass
class Draft:
    """A package in the making: its parts in their order, names as often as they are there.

    `other` is another package, of which something may be brought in.
    """

    parts: list[tuple[str, bytes]]
    other: bytes
    chance: random.Random

    def place(self, *endings: str) -> int | None:
        """Return the place of a part whose name ends so, if there is one."""
        places = [n for n, (name, _) in enumerate(self.parts) if name.endswith(endings)]
        return self.chance.choice(places) if places else None


Happening = Callable[[Draft], None]
_InTree = Callable[[Draft, Any], None]


def mutator(
    in_trees: Sequence[Happening], *, elsewhere: bool = True
) -> Callable[[bytes, bytes, random.Random], bytes]:
    """Return what lets some things happen to a package, most of them in trees.

    Only there, unless something may happen `elsewhere`.
    """
    kinds = (in_trees, OF_PARTS, OF_RELATIONS) if elsewhere else (in_trees,)

    def mutated(content: bytes, other: bytes, chance: random.Random) -> bytes:
        draft = Draft(list(parts_of(content).items()), other, chance)
        for _ in range(chance.randint(1, _MOST)):
            happenings = chance.choices(kinds, (8, 1, 1)[: len(kinds)])[0]
            if draft.parts:
                chance.choice(happenings)(draft)
        made = zipped(draft.parts)
        return havoc(made, other, chance) if elsewhere and chance.random() < _HAVOC else made

    return mutated


def in_tree_of(main: str, *, share: float = 0.8) -> Callable[[_InTree], Happening]:
    """Return what makes a happening of what is done to a tree, mostly to that of a part."""

    def happening(change: _InTree) -> Happening:
        def happen(draft: Draft) -> None:
            is_main = draft.chance.random() < share
            place = draft.place(main if is_main else ".xml")
            if place is not None and (tree := _tree(draft, place)) is not None:
                change(draft, tree)
                _keep(draft, place, tree)

        return happen

    return happening


# --- elements ---


def pick(draft: Draft, tree: Any, *names: str) -> Any:
    """Return an element of one of these local names, each name as likely as any other."""
    for name in draft.chance.sample(names, len(names)):
        if found := list(tree.iter(f"{{*}}{name}")):
            return draft.chance.choice(found)
    return None


def dropping(*names: str) -> _InTree:
    """Return what takes an element of one of these names away."""

    def change(draft: Draft, tree: Any) -> None:
        element = pick(draft, tree, *names)
        if element is not None and (parent := element.getparent()) is not None:
            parent.remove(element)

    return change


def doubling(*names: str) -> _InTree:
    """Return what puts copies of an element of one of these names behind it."""

    def change(draft: Draft, tree: Any) -> None:
        element = pick(draft, tree, *names)
        if element is not None and element.getparent() is not None:
            for _ in range(draft.chance.choice((1, 1, 1, 12))):
                element.addnext(deepcopy(element))

    return change


def _tree(draft: Draft, place: int) -> Any:
    try:
        return etree.fromstring(draft.parts[place][1])
    except (etree.XMLSyntaxError, ValueError):
        return None


def _keep(draft: Draft, place: int, tree: Any) -> None:
    xml = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
    draft.parts[place] = (draft.parts[place][0], xml)


def _drop(draft: Draft) -> None:
    draft.parts.pop(draft.chance.randrange(len(draft.parts)))


def _double(draft: Draft) -> None:
    name, content = draft.chance.choice(draft.parts)
    draft.parts.append((draft.chance.choice((name, f"word/more/{name}", name.upper())), content))


def _rename(draft: Draft) -> None:
    place = draft.chance.randrange(len(draft.parts))
    name, content = draft.parts[place]
    others = (name.upper(), name.replace("/", "\\"), f"word/слово {place}.xml", f"{name}.bak", "0")
    draft.parts[place] = (draft.chance.choice(others), content)


def _change(draft: Draft) -> None:
    """Empty a part, damage its bytes, or put those of another one in their place."""
    place = draft.chance.randrange(len(draft.parts))
    name, content = draft.parts[place]
    other = draft.chance.choice(draft.parts)[1]
    changed = draft.chance.choice((b"", havoc(content, other, draft.chance), other))
    draft.parts[place] = (name, changed)


def _bring(draft: Draft) -> None:
    """Bring a part of another package in, beside or in place of the one of its name."""
    brought = draft.chance.choice(list(parts_of(draft.other).items()))
    if draft.chance.random() < 0.5:
        draft.parts = [each for each in draft.parts if each[0] != brought[0]]
    draft.parts.append(brought)


def _spell_as_utf16(draft: Draft) -> None:
    if (place := draft.place(".xml")) is not None:
        name, content = draft.parts[place]
        text = content.decode("utf-8", "ignore").replace("UTF-8", "UTF-16")
        draft.parts[place] = (name, text.encode("utf-16"))


# --- relations ---


def _change_relation(draft: Draft) -> None:
    if (place := draft.place(".rels")) is not None and (tree := _tree(draft, place)) is not None:
        relations = list(tree)
        if relations:
            _CHANGES[draft.chance.randrange(len(_CHANGES))](draft, draft.chance.choice(relations))
            _keep(draft, place, tree)


def _drop_relation(_draft: Draft, relation: Any) -> None:
    relation.getparent().remove(relation)


def _double_relation(draft: Draft, relation: Any) -> None:
    other = deepcopy(relation)
    other.set("Id", draft.chance.choice(("rId1", "rId99", relation.get("Id", ""))))
    relation.addnext(other)


def _retarget(draft: Draft, relation: Any) -> None:
    name = draft.chance.choice(draft.parts)[0]
    target = draft.chance.choice((name, f"/{name}", f"..\\{name}", "", "../../..", "NULL"))
    relation.set("Target", target)


def _retype(draft: Draft, relation: Any) -> None:
    kinds = ("header", "footer", "footnotes", "comments", "styles", "numbering", "aFChunk", "")
    relation.set("Type", f"{R}/{draft.chance.choice(kinds)}")


def _externalize(_draft: Draft, relation: Any) -> None:
    relation.set("TargetMode", "External")


_CHANGES = (_drop_relation, _double_relation, _retarget, _retype, _externalize)


OF_PARTS: Sequence[Happening] = (_drop, _double, _rename, _change, _bring, _spell_as_utf16)
OF_RELATIONS: Sequence[Happening] = (_change_relation,)
