"""What stands in documents of this program where an author has said nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from passportkit.forms.bind import MISSING, blank
from passportkit.forms.filled import Hint
from passportkit.forms.model import Form


class Placeholders(Collection[str]):
    """The draft mark and the hints of some forms, with single blanks: a set of texts.

    They are only looked up when somebody asks, for most documents have none.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = tuple(forms)

    def __contains__(self, text: object) -> bool:
        return text in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    @cached_property
    def _texts(self) -> frozenset[str]:
        hints = (hint for form in self._forms for hint in _hints(form))
        return frozenset(" ".join(text.split()) for text in (MISSING, *hints))


def _hints(form: Form) -> Iterator[str]:
    for value in blank(form).values.values():
        for row in [{"": value}] if isinstance(value, str) else value:
            yield from (text for text in row.values() if isinstance(text, Hint))
