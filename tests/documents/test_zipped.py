"""The parts of a zip file, whatever it calls them."""

from __future__ import annotations

from passportkit.documents.zipped import Zipped
from tests.word.conftest import zipped


def test_a_part_may_have_no_name() -> None:
    named = zipped([("~", b"<a/>"), ("word/document.xml", b"<b/>")])
    found = Zipped(named.replace(b"~", b"\0"))  # where names end for Python
    assert found.names == ["", "word/document.xml"]
    assert found.unread == ["", "word/document.xml"]


def test_folders_are_no_parts() -> None:
    assert Zipped(zipped([("word/", b""), ("word\\a.xml", b"<a/>")])).names == ["word/a.xml"]
