"""The stamp of a document: it goes out with the words, and stays where office programs keep it."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from passportkit.forms import Catalogue, Filled, bind, blank
from passportkit.forms.filled import FilledValue
from passportkit.practice import Practice
from passportkit.stamp import Stamp
from passportkit.word.package.names import CUSTOM, VARIANT
from passportkit.word.package.opening import open_package
from passportkit.word.package.stamping import stamp_in
from passportkit.word.template.compile import compile_template
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.word.conftest import edited, parts_of, template, zipped

CATALOGUE = Catalogue()
PART = "docProps/custom.xml"
HASHES = {"title": ["0a1b2c3d"], "goals": ["00000000"], "costs": ["11111111", "22222222"]}
OFFICE = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def stamped(stamp: Stamp | None, template_docx: bytes | None = None) -> bytes:
    values: dict[str, FilledValue] = {"a": "слова"}
    compiled = compile_template(template_docx or template("{{ a }}"))
    return fill(compiled, Filled("Название", values, stamp))


def read_back(content: bytes) -> Stamp | None:
    return stamp_in(open_package(content))


def properties(content: bytes) -> list[Any]:
    with ZipFile(io.BytesIO(content)) as file:
        return list(etree.fromstring(file.read(PART)))


@pytest.mark.parametrize(
    "stamp",
    [
        Stamp("practice-passport", 1),
        Stamp("practice-passport", 12, HASHES),
        Stamp("паспорт & <ещё>", 1, {"a": []}),
        Stamp("x", 1, {"costs": [f"{n:08x}" for n in range(500)], "title": ["ffffffff"]}),
        Stamp("x", 1, {f"key_{n}": ["00000000"] for n in range(100)}),
    ],
    ids=range(5),
)
def test_a_stamp_comes_back_as_it_was(stamp: Stamp) -> None:
    assert read_back(stamped(stamp)) == stamp


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_a_blank_form_has_its_name_and_version_and_no_hashes(name: str) -> None:
    form = CATALOGUE.form(name)
    found = read_back(fill(Templates().compiled(form), blank(form)))
    assert found == Stamp(name, form.version)


def test_what_a_practice_fills_is_hashed_by_the_keys_of_the_form() -> None:
    form = CATALOGUE.form("practice-passport")
    filled = bind(form, Practice.model_validate({"passport": "1", "title": "Клуб"}))
    found = read_back(fill(Templates().compiled(form), filled))
    assert found == filled.stamp
    assert found is not None
    assert list(found.hashes) == list(filled.values)


def test_a_document_without_a_stamp_has_none() -> None:
    assert read_back(stamped(None)) is None
    assert read_back(template("слова")) is None


@pytest.mark.parametrize("version", ["", "один", "-1", "9" * 5000])
def test_a_version_that_is_none_makes_it_no_stamp(version: str) -> None:
    parts = parts_of(stamped(Stamp("x", 17)))
    said = [(name, xml.replace(b">17<", f">{version}<".encode())) for name, xml in parts]
    assert read_back(zipped(said)) is None


def test_properties_are_as_word_wants_them() -> None:
    stamp = Stamp("x", 1, {f"key_{n}": ["00000000"] for n in range(100)})
    found = properties(stamped(stamp))
    assert [each.get("pid") for each in found] == [str(n) for n in range(2, len(found) + 2)]
    assert {each.get("fmtid") for each in found} == {OFFICE}
    assert max(len(each[0].text) for each in found) == 255
    assert len({each.get("name") for each in found}) == len(found)


def test_the_part_is_declared_once_and_found_from_the_package() -> None:
    parts = dict(parts_of(stamped(Stamp("x", 1))))
    assert parts["[Content_Types].xml"].count(b"custom-properties+xml") == 1
    assert parts["_rels/.rels"].count(b"relationships/custom-properties") == 1


def with_properties(*names: str) -> bytes:
    """Return a template whose author has given it properties."""
    root = etree.Element(f"{{{CUSTOM}}}Properties")
    for number, name in enumerate(names):
        each = etree.SubElement(root, f"{{{CUSTOM}}}property", name=name, pid=str(7 * number + 9))
        each.set("fmtid", OFFICE)
        etree.SubElement(each, f"{{{VARIANT}}}lpwstr").text = f"{name}!"
    whole = parts_of(stamped(None))
    return edited(
        zipped((name, etree.tostring(root) if name == PART else old) for name, old in whole),
        "word/document.xml",
        ("слова", "{{ a }}"),
    )


def test_a_template_keeps_its_own_properties_and_gets_our_stamp() -> None:
    content = stamped(Stamp("x", 2, HASHES), with_properties("Отдел", "passportkit.form"))
    assert read_back(content) == Stamp("x", 2, HASHES)
    found = properties(content)
    assert [each.get("name") for each in found] == [
        "Отдел",
        "passportkit.form",
        "passportkit.version",
        "passportkit.fields.1",
    ]
    assert found[0][0].text == "Отдел!"
    assert [each.get("pid") for each in found] == ["2", "3", "4", "5"]


def test_a_filled_document_serves_as_a_template_again() -> None:
    first = edited(stamped(Stamp("x", 1)), "word/document.xml", ("слова", "{{ a }}"))
    assert read_back(stamped(Stamp("y", 2), first)) == Stamp("y", 2)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (">x<", "><", None),
        (">3<", ">третья<", None),
        (">3<", "><", None),
        ("passportkit.fields.1", "passportkit.fields.9", Stamp("x", 3)),
        ("0a1b2c3d", "0a1b2c3", Stamp("x", 3)),
        ("0a1b2c3d", "нет", Stamp("x", 3)),
    ],
    ids=range(6),
)
def test_a_stamp_that_somebody_has_changed_is_not_believed(
    before: str, after: str, found: Stamp | None
) -> None:
    content = edited(stamped(Stamp("x", 3, HASHES)), PART, (before, after))
    assert read_back(content) == found


def test_a_strict_document_has_the_relation_under_another_name() -> None:
    content = edited(
        stamped(Stamp("x", 3, HASHES)),
        "_rels/.rels",
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties",
        ),
    )
    assert read_back(content) == Stamp("x", 3, HASHES)


def test_python_docx_still_opens_it() -> None:
    document = docx.Document(io.BytesIO(stamped(Stamp("x", 3, HASHES))))
    assert document.paragraphs[0].text == "слова"
