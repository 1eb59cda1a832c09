"""Checks of a practice."""

from passportkit.rules.examination import FORGIVEN_IN_DRAFT, Examined, examine, wanted_forms

__all__ = ["FORGIVEN_IN_DRAFT", "Examined", "examine", "wanted_forms"]
