"""What a rule is, and what it gets to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from passportkit.findings import Finding
from passportkit.forms.catalogue import Catalogue
from passportkit.forms.model import Form
from passportkit.practice import Practice


@dataclass(frozen=True, slots=True)
class Context:
    """A practice that is checked: what it says, what it shall be handed in as, and the forms."""

    practice: Practice
    forms: tuple[Form, ...]
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with a name. `check` yields its findings with their routes."""

    name: str
    check: Callable[[Context], Iterator[Finding]]
