"""Loading declarations: of a file of facts, or of the part of a form that declares some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from passportkit.facts.declarations import Declaration, Declarations, FactsFile
from passportkit.findings import Finding, Route, Severity
from passportkit.language import say
from passportkit.practice import Vocabulary
from passportkit.source import Data, Parsed, Source, parse
from passportkit.source.reading import PRACTICE_BEGINS

KEY = "facts"
"""The key below which facts are declared."""


def checked(source: Source, vocabulary: Vocabulary) -> Source:
    """Return a file of facts with what is wrong with it; `vocabulary` has those of all files."""
    if source.data is None:
        return replace(source, findings=tuple(map(_of_facts, source.findings)))
    parsed = parse(FactsFile, source.data)
    found = [*parsed.findings, *contradicted(declared_by(source), vocabulary)]
    return replace(source, findings=(*source.findings, *map(source.locate, found)))


def declared_by(source: Source) -> Declarations:
    """Return the sound declarations in a file that may have any, such as that of a form."""
    said = (source.data or {}).get(KEY)
    made = parsed_facts(said).value if isinstance(said, dict) else None
    return made.facts if made else {}


def parsed_facts(said: Mapping[str, Data]) -> Parsed[FactsFile]:
    """Make declarations of what stands below the key; what is wrong is found at its place."""
    return parse(FactsFile, {KEY: said})


def contradicted(declared: Declarations, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield the declarations that a vocabulary has of another type."""
    for name, each in declared.items():
        known: Mapping[str, Declaration] = vocabulary.facts.declared
        if name in known and not each.agrees_with(known[name]):
            yield _contradiction(name, (KEY, name))


def _contradiction(name: str, route: Route) -> Finding:
    return Finding(
        "declared-fact",
        Severity.ERROR,
        say("the fact “{name}” is declared otherwise elsewhere", name=name),
        route,
        say("give both the same type, or call one of them something else"),
        on_key=True,
    )


def _of_facts(finding: Finding) -> Finding:
    """Return what is wrong with any file of YAML, with what to do about one of facts."""
    if finding.help != PRACTICE_BEGINS:
        return finding
    return finding._replace(help=say("a file of facts begins with `facts:`"))
