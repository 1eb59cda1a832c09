"""What inputs that grow are made of: words again and again, packages of parts, practices."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile

from passportkit import Toolkit

KIT = Toolkit()
FORM = "practice-passport"

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

HEAD = "passport: 1\ntitle: Клуб соседей\n"
ROWS = "activities", "  - {description: Встреча {n}, executor: Вместе {n}}\n"
ACTS = "acts", "  - act: Указ от 12.03.2021 № {n}\n    adopted: Дано {n}\n"
COSTS = "costs", "  - {item: Краска {n}, amount: 1 000, source: Дар {n}}\n"
GOALS = "goals", "  - Цель {n}\n"

_SIGNS = re.compile(
    rb"<w:[pr]Style [^>]*>|<(?:Override|Relationship) [^>]*docProps/custom.xml[^>]*>"
)


def many(words: str, size: int) -> str:
    """Return words again and again, each time with a number in the place of `{n}`."""
    return "".join(words.replace("{n}", str(n)) for n in range(size))


def package(main: str, kind: str, parts: Mapping[str, str]) -> bytes:
    """Return the package of an office program, with its main part of that kind, and others."""
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" '
            f'ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>',
            "_rels/.rels": relations(relation("r", "officeDocument", main)),
            **parts,
        }
    )


def relations(*each: str) -> str:
    """Return the part that says to what another one is related."""
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'


def relation(key: str, kind: str, target: str, more: str = "") -> str:
    """Return how a part is related to another one."""
    named = f'Id="{key}" Type="{OFFICE}/relationships/{kind}" Target="{target}"'
    return f"<Relationship {named}{more}/>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of parts by their names."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """Return the parts of an archive by their names."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def practice(key: str, items: str, size: int) -> str:
    """Return a practice with so many items at a key; `{n}` is the number of each."""
    return (
        f"passport: 1\ntitle: Клуб\nforms: [{FORM}]\nsummary: Соседи\n{key}:\n{many(items, size)}"
    )


def ours(text: str) -> bytes:
    """Return the document of a practice."""
    return KIT.render(KIT.check(text.encode(), forms=FORM), FORM, draft=True)


def stranger(content: bytes) -> bytes:
    """Return a document without stamp and styles."""
    parts = unzipped(content)
    del parts["docProps/custom.xml"]
    return zipped({name: _SIGNS.sub(b"", part) for name, part in parts.items()})


def changed(content: bytes, old: str, new: str | Callable[[re.Match[str]], str]) -> bytes:
    """Return a document in which words were put in the place of others, wherever they stand."""
    parts = unzipped(content)
    words = parts["word/document.xml"].decode()
    return zipped({**parts, "word/document.xml": re.sub(old, new, words)})
