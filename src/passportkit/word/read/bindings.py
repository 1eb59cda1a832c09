"""Content controls that show data of the file: Word shows these, whatever the control has kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from passportkit.paper.model import PassedOver
from passportkit.word.package.names import w
from passportkit.word.package.opening import Package
from passportkit.word.package.relations import file_name
from passportkit.word.read.plain_words import words_in
from passportkit.word.read.wraps import CONTENT, asks

_PROPERTIES, _BINDING = w("sdtPr"), w("dataBinding")
_WAY, _STORE, _PREFIXES = w("xpath"), w("storeItemID"), w("prefixMappings")
_ITEM, _VALUE, _DISPLAYED = w("listItem"), w("value"), w("displayText")
_DATE, _FULL_DATE = w("date"), w("fullDate")
_OF_OTHERS = re.compile(r"\}(?:checkbox|picture|richText|repeatingSection(?:Item)?)$").search

_CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_EXTENDED = "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
_KEPT_BY_PROGRAMS = {_CORE: "core-properties", _EXTENDED: "extended-properties"}
"""By which numbers controls know what programs say of the file, and the kinds of these parts."""

_step = re.compile(r"/(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)(?:\[(?P<number>\d{1,4})\])?").match
_attribute = re.compile(r"/@(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)$").match
_prefix = re.compile(r"""xmlns:([\w.-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")""").findall


class _DataPart(NamedTuple):
    """What lies in the file for controls: the name of its part, and its root."""

    part: str
    root: Any


class Bindings:
    """What controls show, as the data of the file have it."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def unsaid(self, control: Any) -> PassedOver | None:
        """Return the words that Word shows in a control, where it has kept others.

        Those that are no words in the data, such as a picture, are not looked at.
        """
        properties = next(control.iterchildren(_PROPERTIES), ())
        binding = next((each for each in properties if each.tag == _BINDING), None)
        if binding is None or any(_OF_OTHERS(each.tag) for each in properties):
            return None
        data = self._stores.get(binding.get(_STORE, "").upper())
        found = _at(data.root, binding) if data else ""
        if data is None or not found.strip() or found.lstrip().startswith("<"):
            return None
        meant, kept = _shown_as(found, properties), "" if asks(properties) else _kept_in(control)
        if _folded(meant) == _folded(kept) or _is_day(found, properties):
            return None
        return PassedOver("bound", meant.strip(), file_name(data.part))

    @cached_property
    def _stores(self) -> Mapping[str, _DataPart]:
        """The data of the file by the numbers that controls know them by."""
        named = {
            store: part
            for store, kind in _KEPT_BY_PROGRAMS.items()
            for part in self._package.related(kind, of="")
        }
        for part in self._package.related("customXml"):
            for properties in self._package.related("customXmlProps", of=part):
                root = self._package.readable(properties)
                for name, value in () if root is None else root.attrib.items():
                    if name.endswith("itemID"):
                        named[value.upper()] = part
        roots = {store: (part, self._package.readable(part)) for store, part in named.items()}
        return {store: _DataPart(*each) for store, each in roots.items() if each[1] is not None}


def _at(root: Any, binding: Any) -> str:
    """Return what stands at the place in data that a binding names; "" where there is no such.

    Only plain ways of names are gone: whatever else a stranger asks for may take long.
    """
    way, prefixes = binding.get(_WAY, ""), binding.get(_PREFIXES, "")
    uris = {name: one or other for name, one, other in _prefix(prefixes)}
    at, here = 0, None
    while step := _step(way, at):
        at = step.end()
        tag = _tag(step, uris)
        among = [root] if here is None else list(here)
        same = [each for each in among if each.tag == tag]
        number = int(step["number"] or 1)
        if not 1 <= number <= len(same):
            return ""
        here = same[number - 1]
    if here is None:
        return ""
    if found := _attribute(way, at):
        return str(here.get(_tag(found, uris), ""))
    return "".join(here.itertext()) if way[at:] in ("", "/text()") else ""


def _tag(step: re.Match[str], uris: Mapping[str, str]) -> str:
    prefix = step["prefix"]
    return f"{{{uris.get(prefix, '')}}}{step['name']}" if prefix else step["name"]


def _is_day(data: str, properties: Any) -> bool:
    """Whether a control shows a day, in a look of its own, and knows it to be that of the data."""
    day = next(properties.iterchildren(_DATE), None)
    return day is not None and day.get(_FULL_DATE, data)[:10] == data.strip()[:10]


def _shown_as(data: str, properties: Any) -> str:
    """Return how a control shows data: an item of a list has other words."""
    for each in properties.iter(_ITEM):
        if each.get(_VALUE) == data:
            return str(each.get(_DISPLAYED) or data)
    return data


def _kept_in(control: Any) -> str:
    content = next(control.iterchildren(CONTENT), None)
    return "" if content is None else words_in(content)


def _folded(words: str) -> str:
    return " ".join(words.split())
