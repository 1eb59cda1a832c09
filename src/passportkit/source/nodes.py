"""Walking the nodes that libyaml makes of a file."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


def scalars(node: Node | None) -> Iterator[ScalarNode]:
    """Yield the keys and texts of a file, in its order."""
    ahead = [node]
    while ahead:
        next_one = ahead.pop()
        if isinstance(next_one, ScalarNode):
            yield next_one
        elif isinstance(next_one, MappingNode):
            ahead += [each for pair in reversed(next_one.value) for each in reversed(pair)]
        elif isinstance(next_one, SequenceNode):
            ahead += reversed(next_one.value)
