"""Recognising the form of a document, and finding its fields."""

from passportkit.intake.extraction import Extraction, Left
from passportkit.intake.match import match
from passportkit.intake.recognise import Recognised, recognise

__all__ = ["Extraction", "Left", "Recognised", "match", "recognise"]
