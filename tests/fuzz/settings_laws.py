"""What holds for every `passport.toml`: what is wrong is found, and what fits holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from passportkit import Toolkit
from passportkit.engine.practices import Practices
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding, Severity
from passportkit.language import LANGUAGES, Message
from passportkit.source import Source
from passportkit.workspace.workspace import FILE, Workspaces, language_at
from tests.conftest import FORM, PRACTICE
from tests.fuzz.messages import misplaced, sentences_of, torn
from tests.fuzz.seeds import Seed
from tests.fuzz.trial import Laws


class Outcome(NamedTuple):
    """What came of settings: what was found in them, and in the practices of their folder.

    `refused` says why there is no toolkit of that folder.
    """

    settings: Source
    found: Sequence[Finding]
    practices: Sequence[Finding]
    refused: Message | None
    language: str | None

    @property
    def is_accepted(self) -> bool:
        """Whether nothing is wrong with the settings."""
        return all(each.severity is not Severity.ERROR for each in self.found)


def outcome_of(given: Seed) -> Outcome:
    """Return what comes of settings in a folder with a practice and a form of its own."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in _BESIDE.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8")
        (root / FILE).write_bytes(given.content)
        return _outcome(root)


_BESIDE = {
    "practices/klub.yaml": PRACTICE,
    "forms/note/form.yaml": FORM,
}


def _outcome(root: Path) -> Outcome:
    settings = Workspaces().of(root).source
    assert settings is not None
    practices = Practices(root / "practices" / "klub.yaml")
    found = [finding for case in practices for finding in case.checked.findings]
    told = [finding for source in practices.settings() for finding in source.findings]
    return Outcome(settings, told, found, _refused(root), language_at(root))


def _refused(root: Path) -> Message | None:
    try:
        Toolkit.at(root)
    except CannotGoOn as error:
        return error.message
    return None


def whole_sentences(outcome: Outcome) -> Iterator[str]:
    """Yield what is torn of that which was said."""
    yield from torn(sentences_of((*outcome.found, *outcome.practices)))
    yield from torn([outcome.refused] if outcome.refused else [])


def placed(outcome: Outcome) -> Iterator[str]:
    """Yield the findings that stand nowhere in the settings."""
    return misplaced(outcome.settings, outcome.found)


def refused_is_found(outcome: Outcome) -> Iterator[str]:
    """Yield that the settings are refused, and no finding says so."""
    if outcome.refused and outcome.is_accepted:
        yield str(outcome.refused)[:100]


def speaks_a_language(outcome: Outcome) -> Iterator[str]:
    """Yield a language that settings without a fault name, and that nobody speaks."""
    if outcome.is_accepted and outcome.language not in (None, *LANGUAGES):
        yield str(outcome.language)[:100]


LAWS: Laws[Outcome] = {
    "whole sentences": whole_sentences,
    "placed": placed,
    "refused is found": refused_is_found,
    "speaks a language": speaks_a_language,
}
