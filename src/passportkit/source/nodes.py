"""Walking the nodes that libyaml makes of a file."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


def scalars(node: Node | None) -> Iterator[ScalarNode]:
    """Yield the keys and texts of a file, in its order."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from scalars(item)
    elif isinstance(node, MappingNode):
        for pair in node.value:
            for each in pair:
                yield from scalars(each)
