"""`make generate`: makes what is made of the code and of the forms, and says what is left to do.

The catalogue comes first: the rest is in its Russian.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from generation.files import MADE, ROOT, now
from generation.messages import RUSSIAN, parsed, said, updated, waiting
from hatch_build import compile_catalogues
from passportkit.errors import CannotGoOn
from passportkit.forms import Catalogue
from passportkit.language import translator


def main() -> int:
    """Make all files anew, name those that have changed, and return the exit code.

    A form that cannot be read ends it, and it is said why.
    """
    try:
        for path in _made():
            print(f"made anew: {path}")
    except CannotGoOn as error:
        print(translator("en")(error.message), file=sys.stderr)
        return 1
    for message in waiting(parsed(RUSSIAN.read_bytes())):
        print(f"waits for its Russian: {message.id}")
    return 0


def _made() -> Iterator[str]:
    catalogue = Catalogue()
    for name in catalogue.names():
        catalogue.form(name)  # else one that is not sound would stop it halfway
    yield from _written(RUSSIAN.relative_to(ROOT).as_posix(), updated(RUSSIAN.read_bytes(), said()))
    compile_catalogues(ROOT)
    for path, make in MADE.items():
        yield from _written(path, make(now(path)).encode())


def _written(path: str, content: bytes) -> Iterator[str]:
    """Write a file, and yield its path, if it says something else now."""
    if (ROOT / path).read_bytes() != content:
        (ROOT / path).write_bytes(content)
        yield path


if __name__ == "__main__":
    sys.exit(main())
