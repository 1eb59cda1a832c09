"""What a document says, whatever program wrote it: paragraphs and tables, in order."""

from passportkit.paper.model import Block, Cell, Paper, Paragraph, Row, Table

__all__ = ["Block", "Cell", "Paper", "Paragraph", "Row", "Table"]
