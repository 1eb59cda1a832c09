"""Recognising the form of a document, and finding its fields."""

from passportkit.intake.match import match
from passportkit.intake.reading import Left, Reading
from passportkit.intake.recognise import Recognised, recognise

__all__ = ["Left", "Reading", "Recognised", "match", "recognise"]
