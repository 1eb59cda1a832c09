"""Whether a package is one that any program can open."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from lxml import etree

_XML = (".xml", ".rels")


def broken_parts(content: bytes) -> Iterator[str]:
    """Yield the parts of a package that are no XML although they are called so, or stand twice."""
    try:
        with ZipFile(io.BytesIO(content)) as file:
            names = file.namelist()
            yield from (f"{name} twice" for name in sorted({*names}) if names.count(name) > 1)
            for name in names:
                if name.endswith(_XML):
                    yield from _broken(name, file.read(name))
    except BadZipFile as error:
        yield str(error)


def _broken(name: str, xml: bytes) -> Iterator[str]:
    try:
        etree.fromstring(xml)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield f"{name}: {error}"
