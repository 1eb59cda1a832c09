"""The words that authors of forms write: what a document may hold, and how things are called."""

from string import whitespace
from typing import Annotated

from pydantic import AfterValidator, Field

from passportkit.language import say
from passportkit.source.model_shape import misfit
from passportkit.source.unseen import UNSEEN
from passportkit.text.canonical import fit_for_xml


def _fit_for_word(words: str) -> str:
    """Return words with every line end as one that a document has."""
    fit = fit_for_xml(words)
    if len(fit) < len(words):
        raise misfit(
            "form-label",
            say("an invisible control character stands here"),
            say("delete it; it often comes along when text is pasted"),
        )
    return fit


def _visible(words: str) -> str:
    if not words.strip(UNSEEN + whitespace):
        raise misfit(
            "form-label", say("there are no words here"), say("write some, or delete the key")
        )
    return words


def _short(words: str) -> str:
    if len(words) > LONGEST_LABEL:
        raise misfit(
            "form-label",
            say("these words have more than {most} characters", most=LONGEST_LABEL),
            say("shorten them; what explains how to answer is a `hint`"),
        )
    return words


LONGEST_LABEL = 2_000
"""How many characters a heading, a label or a note may have: an import compares each with many."""

FitWords = Annotated[str, AfterValidator(_fit_for_word)]
"""Words that a document may hold."""

Label = Annotated[FitWords, AfterValidator(_visible), AfterValidator(_short)]
"""Words that stand in the document to the letter; a line end in them is a line break."""

NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""How forms, and places of them, are called."""

Name = Annotated[str, Field(pattern=f"^{NAME}$")]
