"""What a document says, whatever program wrote it: paragraphs and tables, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from passportkit.paper.model import (
        Cell,
        Paper,
        PaperBlock,
        Paragraph,
        PassedOver,
        Row,
        Spot,
        Table,
    )

__all__ = [
    "Cell", "Paper", "PaperBlock", "Paragraph", "PassedOver", "Row", "Spot", "Table",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load the model when it is asked for: rendering needs only the names of styles."""
    if name not in __all__:
        raise AttributeError(name)
    from passportkit.paper import model

    return getattr(model, name)
