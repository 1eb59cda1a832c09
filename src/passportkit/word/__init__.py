"""DOCX: from a form to its template, and from plain words to a document."""

from passportkit.word.fill import fill
from passportkit.word.templates import Templates

__all__ = ["Templates", "fill"]
