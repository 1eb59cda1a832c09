"""What wraps words in Word, and which of it is shown."""

from __future__ import annotations

from typing import Any

from passportkit.word.package.names import w

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ALTERNATIVES = f"{{{_MC}}}AlternateContent"
"""One content for new programs, and the same for old ones."""

_VAL = w("val")
OFF = ("0", "false", "off")
"""What a switch says that is off."""

_LONGEST = 5
_CONTENTS = "Table of Contents"


def integer(said: str | None, otherwise: int) -> int:
    """Return a number that a file says, if it is one; longer ones than Word writes are none."""
    return int(said) if said and len(said) <= _LONGEST and said.isdecimal() else otherwise


def is_on(switch: Any) -> bool:
    """Return whether a property that is on or off is on."""
    return switch.get(_VAL) not in OFF


def chosen(alternatives: Any) -> Any:
    """Return the one of several contents that Word shows."""
    return next(iter(alternatives.iterchildren(f"{{{_MC}}}Choice", f"{{{_MC}}}Fallback")), ())


def shown(control: Any) -> Any:
    """Return what a content control holds; nothing where it only asks for words."""
    properties = control.find(w("sdtPr"))
    if properties is not None:
        asks = properties.find(w("showingPlcHdr"))
        if asks is not None and is_on(asks):
            return ()
        gallery = properties.find(f"{w('docPartObj')}/{w('docPartGallery')}")
        if gallery is not None and gallery.get(_VAL) == _CONTENTS:
            return ()
    content = control.find(w("sdtContent"))
    return () if content is None else content
