"""Vocabularies with facts of one's own: models that are made of declarations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

from pydantic import Field

from passportkit.facts.declarations import Declaration, Declarations
from passportkit.facts.declared import declared_by
from passportkit.facts.fact_types import FactTypes, made_by
from passportkit.practice import BUILT_IN, Vocabulary
from passportkit.source import Source


def vocabulary_of(sources: Iterable[Source]) -> Vocabulary:
    """Return the vocabulary with what files of facts, and forms, declare.

    Where two declare one name, the first holds; the other is found where it is used.
    """
    declared: Declarations = {}
    for source in sources:
        declared = {**declared_by(source), **declared}
    return vocabulary_with(declared)


def vocabulary_with(declared: Declarations) -> Vocabulary:
    """Return the built-in vocabulary with facts that are declared behind its own."""
    if not declared:
        return BUILT_IN
    said = {name: each.model_dump(exclude_defaults=True) for name, each in declared.items()}
    return _vocabulary(json.dumps(said, ensure_ascii=False))


@lru_cache(maxsize=16)
def _vocabulary(text: str) -> Vocabulary:
    """Return the vocabulary of declarations as JSON: it is made once in each process."""
    said: Mapping[str, Any] = json.loads(text)
    declared = {name: Declaration.model_validate(each) for name, each in said.items()}
    types = FactTypes(again, text)
    fields = types.fields_of(declared)
    facts = types.model("Facts", BUILT_IN.facts, fields)
    practice = types.model("Practice", BUILT_IN.practice, {**fields, "for_": _for_forms(facts)})
    for model in (facts, practice):
        model.declared = declared
    name = f"{BUILT_IN.name}+{sha256(text.encode()).hexdigest()[:16]}"
    return Vocabulary(name, facts, practice)


def again(text: str, name: str) -> type:
    """Return the class of a name that was made with the vocabulary of declarations as JSON."""
    return made_by(_vocabulary(text).facts)[name]


def _for_forms(facts: Any) -> tuple[Any, Any]:
    """Return the field with what single forms get in other words, made of these facts."""
    above = BUILT_IN.practice.model_fields["for_"]
    own = Field(None, alias="for", title=above.title, description=above.description)
    return dict[str, facts | None] | None, own
