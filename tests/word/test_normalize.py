"""What LibreOffice writes beside the schema is brought back into it."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from passportkit.word.package.archive import Archive
from passportkit.word.package.names import P_PR, local, w
from passportkit.word.package.normalize import normalize


def archive_of(template: bytes, old: str, new: str) -> Archive:
    """Return the template with one spelling changed wherever it stands in its document."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as parts, zipfile.ZipFile(file, "w") as changed:
        for name in parts.namelist():
            content = parts.read(name).decode()
            if name == "word/document.xml":
                assert old in content
                content = content.replace(old, new)
            changed.writestr(name, content)
    archive = Archive.read(file.getvalue())
    normalize(archive)
    return archive


@pytest.fixture(scope="module")
def template() -> bytes:
    from passportkit.forms import Catalogue
    from passportkit.word.template.build import build

    return build(Catalogue().form("practice-passport"))


def document(archive: Archive) -> str:
    return etree.tostring(archive.tree(archive.document_name), encoding="unicode")


def test_a_switch_that_says_true_becomes_a_bare_element(template):
    changed = archive_of(template, "<w:tblHeader/>", '<w:tblHeader w:val="true"/>')
    assert "<w:tblHeader/>" in document(changed)
    assert 'w:val="true"' not in document(changed)


def test_a_switch_that_says_false_goes(template):
    changed = archive_of(template, "<w:tblHeader/>", '<w:tblHeader w:val="false"/>')
    assert "tblHeader" not in document(changed)


def test_a_table_stands_left_not_at_the_start(template):
    old = '<w:tblLayout w:type="fixed"/>'
    changed = archive_of(template, old, f'<w:jc w:val="start"/>{old}')
    assert '<w:jc w:val="left"/>' in document(changed)
    assert '"start"' not in document(changed)


def test_properties_of_a_paragraph_stand_in_the_order_of_the_schema(template):
    old = '<w:pStyle w:val="Tablehead"/>'
    changed = archive_of(template, old, f"<w:keepLines/><w:keepNext/>{old}")
    seen = False
    for properties in changed.tree(changed.document_name).iter(w("pPr")):
        names = [local(child.tag) for child in properties]
        assert names == sorted(names, key=P_PR.index)
        seen = seen or names[:3] == ["pStyle", "keepNext", "keepLines"]
    assert seen
