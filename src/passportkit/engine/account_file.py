"""The account of documents as a file, for programs and for those who want to see every word."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from passportkit.engine.account import FATES, Account, AccountEntry
from passportkit.errors import CannotGoOn
from passportkit.files.contents import beginning
from passportkit.files.paths import is_there, shown
from passportkit.files.saving import AS_NAMED, encoded, replace
from passportkit.language import Translator, say
from passportkit.text import plain

_KIND = "account of passportkit"

_BEGINNING = f'{{\n  "{_KIND}"'
"""How the text of a file with accounts begins."""


class AccountFile:
    """The accounts of documents, which are written to a file if one is named."""

    def __init__(self, name: str | None, translate: Translator) -> None:
        """Raise `CannotGoOn` where the file has another kind of name, or is none of ours."""
        self.path = None if name is None else Path(name)
        self.translate = translate
        self._documents: list[dict[str, Any]] = []
        if self.path:
            _refuse_other(self.path)

    def add(self, document: str, form: str, account: Account) -> None:
        """Keep the account of a document until the file is written."""
        if self.path:
            self._documents.append(_data(document, form, account, self.translate))

    def write(self) -> None:
        """Write the accounts, if a file is named."""
        if self.path:
            _refuse_other(self.path)  # the call itself may have written one since
            replace(self.path, encoded(_text(self._documents)), within=AS_NAMED)


def _refuse_other(path: Path) -> None:
    if not _may_write(path):
        raise CannotGoOn(
            say(
                "`--account` writes to a file that ends in `.json`, and over no other than an "
                "older account: `{path}` stays as it is",
                path=shown(path),
            )
        )


def _may_write(path: Path) -> bool:
    if path.suffix.lower() != ".json":
        return False
    start = _BEGINNING.encode()
    return not is_there(path) or beginning(path, len(start)) == start


def _data(name: str, form: str, account: Account, translate: Translator) -> dict[str, Any]:
    """Return the account of a document of a form; places are in the language of `translate`."""
    sizes = {fate: account.words(fate) for fate in FATES}
    data: dict[str, Any] = {
        "document": name,
        "form": form,
        "words": {"all": account.words(), **sizes},
    }
    for fate in FATES:
        entries = (each for each in account.entries if each.fate == fate)
        data[fate] = [_entry(each, translate) for each in entries]
    if account.missing:
        data["missing"] = list(account.missing)
    return data


def _text(documents: Sequence[dict[str, Any]]) -> str:
    """Return the text of the file with the accounts of documents."""
    return json.dumps({_KIND: 1, "documents": documents}, ensure_ascii=False, indent=2) + "\n"


def _entry(entry: AccountEntry, translate: Translator) -> dict[str, Any]:
    said = {
        "kind": entry.kind,
        "fields": list(entry.fields),
        "place": translate(entry.place) if entry.place else "",
        "part": entry.part,
        "words": plain(entry.words),
    }
    return {key: value for key, value in said.items() if value}
