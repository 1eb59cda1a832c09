"""What wraps words in Word, and which of it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from passportkit.integers import integer as digits
from passportkit.word.package.names import MC, w

ALTERNATIVES = f"{{{MC}}}AlternateContent"
"""One content for new programs, and the same for old ones."""

FALLBACK = f"{{{MC}}}Fallback"
"""What programs show that understand none of the contents."""

_CHOICE = f"{{{MC}}}Choice"
_is_understood = re.compile(
    r"http://schemas\.openxmlformats\.org/.*|urn:schemas-microsoft-com:.*"
    r"|http://schemas\.microsoft\.com/office/(?:"
    r"word/2010/wordprocessing(?:Shape|Group|Canvas|Drawing)|word/20\d\d/wordml(?!/symex)(?:/\w+)?"
    r"|drawing/.*/(?:main|picture|chart|chartex|diagram))"
).fullmatch
"""Namespaces whose words are read here, or that have none. What is drawn with a pen, in space or
as a character of an emoji font has words for other programs beside it.
"""

CONTENT = w("sdtContent")
"""What holds the words of a content control."""

_VAL = w("val")
_CONTROL_PROPERTIES = frozenset((w("sdtPr"), w("sdtEndPr")))
OFF = ("0", "false", "off")
"""What a switch says that is off."""

_LONGEST = 5
_CONTENTS = "Table of Contents"


children_of: Callable[[Any], Sequence[Any]] = itemgetter(slice(None))
"""Return what an element holds, at once: to begin an iteration over it takes longer."""


def integer(said: str | None, otherwise: int) -> int:
    """Return a number that a file says, if it is one; longer ones than Word writes are none."""
    number = digits(said, longest=_LONGEST)
    return otherwise if number is None else number


def is_on(switch: Any) -> bool:
    """Return whether a property that is on or off is on."""
    return switch.get(_VAL) not in OFF


def chosen(alternatives: Any) -> Any:
    """Return the one of several contents that is shown: the first that is understood here.

    It is None where there is none that is, or nothing in it.
    """
    for choice in alternatives.iterchildren(_CHOICE):
        names = choice.get("Requires", "").split()
        if len(choice) and all(_is_understood(choice.nsmap.get(name, "")) for name in names):
            return choice
    return next((each for each in alternatives.iterchildren(FALLBACK) if len(each)), None)


def asks(properties: Any) -> bool:
    """Return whether a content control with these properties only asks for words."""
    switch = properties.find(w("showingPlcHdr"))
    return switch is not None and is_on(switch)


def shown(control: Any) -> Any:
    """Return what a content control holds; nothing where it only asks for words."""
    properties = control.find(w("sdtPr"))
    if properties is not None:
        if asks(properties):
            return ()
        gallery = properties.find(f"{w('docPartObj')}/{w('docPartGallery')}")
        if gallery is not None and gallery.get(_VAL) == _CONTENTS:
            return ()
    content = control.find(CONTENT)
    return () if content is None else content


def unshown(control: Any, content: Any) -> tuple[list[Any], list[Any]]:
    """Return what a content control holds beside `content`, which is shown.

    First what it writes itself, to ask for words or to list what the document contains; then what
    stands in it by mistake.
    """
    own = next(control.iterchildren(CONTENT), None)
    others = [each for each in control if each is not own and each.tag not in _CONTROL_PROPERTIES]
    return [] if own is None or own is content else [own], others
