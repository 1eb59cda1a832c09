"""Content controls that show data of the file: Word shows these, whatever the control has kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from passportkit.paper.model import PassedOver
from passportkit.word.package.names import w
from passportkit.word.package.opening import Package
from passportkit.word.package.relations import file_name
from passportkit.word.read.plain_words import words_in
from passportkit.word.read.wraps import CONTENT, asks

_CONTROL, _PROPERTIES, _BINDING = w("sdt"), w("sdtPr"), w("dataBinding")
_WAY, _STORE, _PREFIXES = w("xpath"), w("storeItemID"), w("prefixMappings")
_ITEM, _VALUE, _DISPLAYED = w("listItem"), w("value"), w("displayText")
_DATE, _FULL_DATE = w("date"), w("fullDate")
_OF_OTHERS = re.compile(r"\}(?:checkbox|picture|richText|repeatingSection(?:Item)?)$").search

_CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_EXTENDED = "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
_KEPT_BY_PROGRAMS = {_CORE: "core-properties", _EXTENDED: "extended-properties"}
"""By which numbers controls know what programs say of the file, and the kinds of these parts."""

MOST_STORES = 16
"""In how many parts data are looked for that are said to be in none; programs keep a few."""

_step = re.compile(
    r"/(?:(?:(?P<prefix>[\w.-]+):)?(?P<name>[^\W\d][\w.-]*)(?![\w.:(-])"
    r"|\*\[\s*local-name\(\)\s*=\s*(?P<quote>['\"])(?P<local>[\w.-]+)(?P=quote)\s*\])"
    r"(?:\[(?P<number>\d{1,9})\])?"
).match
_text = re.compile(r"(?:/text\(\)(?:\[1\])?)?\Z").match
_attribute = re.compile(r"/@(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)$").match
_number = re.compile(r"\d{1,9}").findall
_MONTHS = "янв фев мар апр ма[йя] июн июл авг сен окт ноя дек".split()
_months = [re.compile(rf"\b{stem}", re.IGNORECASE).search for stem in _MONTHS]
_prefix = re.compile(r"""xmlns:([\w.-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")""").findall


class _Children(NamedTuple):
    """The children of an element by their names, with and without their namespaces."""

    by_tag: Mapping[str, Sequence[Any]]
    by_local_name: Mapping[str, Sequence[Any]]


class _DataPart:
    """What lies in the file for controls: the name of its part, and what it says where.

    Any number of controls may show one place of it: each is looked up once.
    """

    def __init__(self, part: str, root: Any) -> None:
        self.part = part
        self._top = _children([root])
        self._below: dict[Any, _Children] = {}
        self._texts: dict[Any, str] = {}

    def at(self, binding: Any) -> str | None:
        """Return what stands at the place that a binding names; "" where there is no such.

        Only plain ways of names are gone: whatever else a stranger asks for may take long, and is
        None.
        """
        way, prefixes = binding.get(_WAY, ""), binding.get(_PREFIXES, "")
        uris = {name: one or other for name, one, other in _prefix(prefixes)}
        at, here = 0, None
        while step := _step(way, at):
            at = step.end()
            same = _named(step, self._top if here is None else self._children_of(here), uris)
            number = int(step["number"] or 1)
            if not 1 <= number <= len(same):
                return ""
            here = same[number - 1]
        if here is not None and (found := _attribute(way, at)):
            return str(here.get(_tag(found, uris), ""))
        if here is not None and _text(way, at):
            return self._text_of(here)
        return None if way else ""

    def _children_of(self, element: Any) -> _Children:
        if element not in self._below:
            self._below[element] = _children(element)
        return self._below[element]

    def _text_of(self, element: Any) -> str:
        if element not in self._texts:
            self._texts[element] = "".join(element.itertext())
        return self._texts[element]


class Bindings:
    """What controls show, as the data of the file have it."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def unsaid(self, control: Any) -> PassedOver | None:
        """Return the words that Word shows in a control, where it has kept others.

        Those that are no words in the data, such as a picture, are not looked at. Without words it
        is unread data: where they stand is said in a way that is not understood.
        """
        properties = next(control.iterchildren(_PROPERTIES), ())
        binding = next((each for each in properties if each.tag == _BINDING), None)
        if binding is None or any(_OF_OTHERS(each.tag) for each in properties):
            return None
        part, found = self._bound(binding)
        self._package.spent.add_words(len(found or ""))  # many may show the same
        if found is None:
            return PassedOver("unread", part=file_name(part))
        if not found.strip() or found.lstrip().startswith("<"):
            return None
        meant, kept = _shown_as(found, properties), "" if asks(properties) else _kept_in(control)
        if _folded(meant) == _folded(kept) or _is_day(found, kept, properties):
            return None
        return PassedOver("bound", meant.strip(), file_name(part))

    def unsaid_in(self, element: Any) -> list[PassedOver]:
        """Return the same of all controls in an element that is passed over as a whole."""
        return list(filter(None, map(self.unsaid, element.iter(_CONTROL))))

    def _bound(self, binding: Any) -> tuple[str, str | None]:
        """Return what stands where a binding says, and its part; None if that is not understood.

        A binding that names no data is of the first that have such a place.
        """
        store = binding.get(_STORE)
        named = self._of_authors if store is None else self._store(store.upper())
        found = ((data.part, data.at(binding)) for data in named[:MOST_STORES])
        unread = named[MOST_STORES].part if named[MOST_STORES:] else not named and self._damaged
        return next(
            (each for each in found if each[1] != ""), (unread, None) if unread else ("", "")
        )

    def _store(self, number: str) -> Sequence[_DataPart]:
        return [self._stores[number]] if number in self._stores else []

    @cached_property
    def _of_authors(self) -> Sequence[_DataPart]:
        """The data of the file but for what programs say of it."""
        return [data for store, data in self._stores.items() if store not in _KEPT_BY_PROGRAMS]

    @cached_property
    def _damaged(self) -> str:
        """The part with data that cannot be read, or whose number cannot; "" if there is none."""
        for part in self._package.related("customXml"):
            needed = (part, *self._package.related("customXmlProps", of=part))
            if any(self._package.readable(each) is None for each in needed):
                return part
        return ""

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


def _children(elements: Iterable[Any]) -> _Children:
    by_tag: dict[str, list[Any]] = {}
    by_local_name: dict[str, list[Any]] = {}
    for each in elements:
        by_tag.setdefault(each.tag, []).append(each)
        by_local_name.setdefault(each.tag.rpartition("}")[2], []).append(each)
    return _Children(by_tag, by_local_name)


def _named(step: re.Match[str], among: _Children, uris: Mapping[str, str]) -> Sequence[Any]:
    """Return the elements that a step names; by its local name alone in whatever namespace."""
    if local := step["local"]:
        return among.by_local_name.get(local, ())
    return among.by_tag.get(_tag(step, uris), ())


def _tag(step: re.Match[str], uris: Mapping[str, str]) -> str:
    prefix = step["prefix"]
    return f"{{{uris.get(prefix, '')}}}{step['name']}" if prefix else step["name"]


def _is_day(data: str, kept: str, properties: Any) -> bool:
    """Whether a control shows a day, in a look of its own, and knows it to be that of the data."""
    date = next(properties.iterchildren(_DATE), None)
    day = "" if date is None else date.get(_FULL_DATE, data)
    is_known = bool(day) and day[:10] == data.strip()[:10]
    return is_known and bool(kept.strip()) and not _contradicts(kept, day)


def _contradicts(words: str, day: str) -> bool:
    """Whether words have a number, or the name of a month, that a day, as 2024-05-12, has not."""
    year, *others = map(int, _number(day) or ["0"])
    months = {number for number, names in enumerate(_months, 1) if names(words)}
    said = {int(each) for each in _number(words)}
    known = {year, year % 100, *others, *(each % 12 for each in others)}
    return not said <= known or not months <= set(others[:1])


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
