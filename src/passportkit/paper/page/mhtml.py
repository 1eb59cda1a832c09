"""A web page saved in one file (`.mht`, `.mhtml`): a message with the page in it."""

from __future__ import annotations

import binascii
import re

_is_message = re.compile(rb"(?:\A|\n)MIME-Version:", re.IGNORECASE).search
_parts = re.compile(
    rb"^(?P<boundary>--[^\r\n]{1,200})\r?\n(?P<head>(?:[^\r\n]{1,2000}\r?\n){1,40})\r?\n",
    re.MULTILINE,
).finditer
_is_page = re.compile(rb"^Content-Type:\s*text/html\b", re.IGNORECASE | re.MULTILINE).search
_transfer = re.compile(rb"^Content-Transfer-Encoding:\s*([\w-]+)", re.IGNORECASE | re.MULTILINE)
_charset = re.compile(rb"charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE).search


def page_in(content: bytes) -> tuple[bytes, str]:
    """Return the page in such a file and the encoding it is declared in; a page is its own."""
    if not _is_message(content[:4096]):
        return content, ""
    for part in _parts(content):
        head = part["head"]
        if _is_page(head):
            end = content.find(b"\n" + part["boundary"], part.end())
            body = content[part.end() : end if end >= 0 else None]
            charset = _charset(head)
            return _plain(body, head), charset[1].decode("ascii") if charset else ""
    return content, ""


def _plain(body: bytes, head: bytes) -> bytes:
    """Return the body as it was before it was made fit for the mail."""
    found = _transfer.search(head)
    match found[1].lower() if found else b"":
        case b"quoted-printable":
            return binascii.a2b_qp(body)
        case b"base64":
            try:
                return binascii.a2b_base64(body)
            except binascii.Error:
                return body
        case _:
            return body
