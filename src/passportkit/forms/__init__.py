"""What a form is, and which cells of it a practice fills."""

from passportkit.forms.bind import bind, blank, missing
from passportkit.forms.catalogue import Catalogue
from passportkit.forms.filled import DraftMark, Filled, Hint
from passportkit.forms.model import Form

__all__ = [
    "Catalogue",
    "DraftMark",
    "Filled",
    "Form",
    "Hint",
    "bind",
    "blank",
    "missing",
]
