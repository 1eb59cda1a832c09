"""Files of a case, made as its table says: a text, a document, or something that is no file."""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from passportkit.word.package.names import W

SAMPLES = Path(__file__).parents[1] / "samples"

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ANSWERS = "".join(
    f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    for heading in ("Название лучшей практики", "Инициатор лучшей практики", "Решаемые задачи")
    for words in (heading, "Слова.")
)

_TAGS = "".join(
    f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    for words in ("1. Наименование", "{{ title }}", "2. Суть практики", "{{ summary }}")
)

_DEFAULTS = (
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="bin" ContentType="application/octet-stream"/>'
)

_DECLARED = "".join(
    f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-'
    f'officedocument.wordprocessingml.{name}+xml"/>'
    for name in ("styles", "settings")
)
"""What a template says of parts that it may have."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def make(folder: Path, files: Mapping[str, Any]) -> None:
    """Make a folder with the files of a case; a name spells odd bytes in percent."""
    folder.mkdir()
    for name, made in files.items():
        path = folder / path_of(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not isinstance(made, dict):
            path.write_bytes(joined(made).encode())
            continue
        content = _MAKERS[made["as"]](path, made)
        if content is not None:
            path.write_bytes(content)
        if "mode" in made:
            path.chmod(made["mode"])


def path_of(name: str) -> str:
    """Return a name or a word of a call, in which `%0A` is a line end and `%FF` no letter."""
    return os.fsdecode(unquote_to_bytes(name))


def joined(pieces: Any) -> str:
    """Return a text, or the pieces of one, of which a table is a piece many times over.

    With `then` each has its number, and that behind it.
    """
    if isinstance(pieces, str):
        return pieces
    if isinstance(pieces, list):
        return "".join(map(joined, pieces))
    piece, times = joined(pieces["of"]), int(pieces["times"])
    if "then" in pieces:
        return "".join(f"{piece}{number}{pieces['then']}" for number in range(times))
    return piece * times


def _text(_: Path, made: Mapping[str, Any]) -> bytes:
    return joined(made["of"]).encode(made.get("in", "utf-8"), "surrogatepass")


def _hex(_: Path, made: Mapping[str, Any]) -> bytes:
    return bytes.fromhex(made["of"])


def _zeros(_: Path, made: Mapping[str, Any]) -> bytes:
    return bytes(made["of"])


def _sample(_: Path, made: Mapping[str, Any]) -> bytes:
    return _cut((SAMPLES / made["of"]).read_bytes(), made)


def _cut(content: bytes, made: Mapping[str, Any]) -> bytes:
    return content[made.get("from", 0) : made.get("to")]


def _container(_: Path, made: Mapping[str, Any]) -> bytes:
    """Return a file of the old kind with a stream of this name."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + str(made["of"]).encode("utf-16-le")


def _folder(path: Path, _: Mapping[str, Any]) -> None:
    path.mkdir()


def _pipe(path: Path, _: Mapping[str, Any]) -> None:
    os.mkfifo(path)


def _link(path: Path, made: Mapping[str, Any]) -> None:
    path.symlink_to(made["of"])


def _zip(_: Path, made: Mapping[str, Any]) -> bytes:
    return _zipped(list(made["of"].items()), made)


def _word(_: Path, made: Mapping[str, Any]) -> bytes:
    """Return a document whose body is `of`; `before` stands before its root."""
    body = f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>{joined(made["of"])}'
    document = f"{made.get('before', '')}{body}</w:body></w:document>"
    return _package("word/document.xml", document, WORD, made)


def _answers(path: Path, made: Mapping[str, Any]) -> bytes:
    """Return a document as `_word` does, with some headings of the form `algorithm` before it."""
    return _word(path, {**made, "of": [_ANSWERS, made["of"]]})


def _template(path: Path, made: Mapping[str, Any]) -> bytes:
    """Return a document as `_word` does, with the styles that a template has."""
    styles = '<Relationship Id="s" Type="office:styles" Target="styles.xml"/>'
    parts = {"word/styles.xml": f'<w:styles xmlns:w="{W}"/>', **made.get("parts", {})}
    added = {"parts": parts, "relations": styles + made.get("relations", "")}
    return _word(path, {**made, **added, "declared": _DECLARED})


def _sound(path: Path, made: Mapping[str, Any]) -> bytes:
    """Return a template of the form `note` in which all is well, but for what is behind it."""
    return _template(path, {**made, "of": [_TAGS, made["of"]]})


def _sheet(_: Path, made: Mapping[str, Any]) -> bytes:
    """Return a workbook with one sheet, the words in its `sheetData` being `of`."""
    rows = f"<sheetData>{joined(made['of'])}</sheetData>{made.get('behind', '')}"
    parts = {
        "xl/_rels/workbook.xml.rels": _relations(
            f'<Relationship Id="s" Type="{OFFICE}/worksheet" Target="worksheets/a.xml"/>'
            f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="strings.xml"/>'
            f'<Relationship Id="u" Type="{OFFICE}/styles" Target="styles.xml"/>'
        ),
        "xl/worksheets/a.xml": f'<worksheet xmlns="{SHEETS}">{made.get("above", "")}{rows}</worksheet>',  # noqa: E501
        "xl/strings.xml": f'<sst xmlns="{SHEETS}"><si><t>слово</t></si></sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{SHEETS}">{made.get("styles", "")}</styleSheet>',
    }
    sheet = '<sheets><sheet name="Смета" sheetId="1" r:id="s"/></sheets>'
    sheets = joined(made.get("book", sheet))
    book = f'<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}">{sheets}</workbook>'
    return _package(
        "xl/workbook.xml", book, EXCEL, {**made, "parts": parts | made.get("parts", {})}
    )


def _package(main: str, content: str, kind: str, made: Mapping[str, Any]) -> bytes:
    """Return a package: its main part, what `made` adds to it, changes in it, and leaves out."""
    kind = made.get("type", kind)
    relation = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="{main}"/>'
    relation += made.get("related", "")
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{_DEFAULTS}'
        f'<Override PartName="/{main}" ContentType="{kind}"/>{made.get("declared", "")}</Types>',
        "_rels/.rels": _relations(relation),
        main: content,
        **{name: joined(part) for name, part in made.get("parts", {}).items()},
    }
    if "relations" in made:
        folder, name = os.path.split(main)
        parts[f"{folder}/_rels/{name}.rels"] = _relations(made["relations"])
    kept = [(name, part) for name, part in parts.items() if name not in made.get("without", ())]
    return _zipped([*kept, *made.get("more", ())], made)


def _relations(inner: str) -> str:
    inner = inner.replace("office:", f"{OFFICE}/")
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _zipped(parts: list[tuple[str, Any]], made: Mapping[str, Any]) -> bytes:
    file = io.BytesIO()
    entries = [*parts, *((f"{number}.xml", "") for number in range(made.get("numbered", 0)))]
    method = ZIP_STORED if made.get("stored") else ZIP_DEFLATED
    with ZipFile(file, "w", method) as archive:
        for name, content in entries:
            part = joined(content).encode(made.get("in", "utf-8"))
            with warnings.catch_warnings():  # of a name that is there twice
                warnings.simplefilter("ignore")
                archive.writestr(name, part)
    content = joined(made.get("ahead", "")).encode() + file.getvalue()
    for old, new in made.get("replaced", ()):
        content = content.replace(bytes.fromhex(old), bytes.fromhex(new))
    return _cut(content, made)


_MAKERS: dict[str, Callable[[Path, Mapping[str, Any]], bytes | None]] = {
    "text": _text,
    "hex": _hex,
    "zeros": _zeros,
    "sample": _sample,
    "container": _container,
    "folder": _folder,
    "pipe": _pipe,
    "link": _link,
    "zip": _zip,
    "word": _word,
    "answers": _answers,
    "template": _template,
    "sound template": _sound,
    "sheet": _sheet,
}
