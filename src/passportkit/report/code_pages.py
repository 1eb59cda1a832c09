"""Signs that the code page of a console lacks, by others that it has."""

from __future__ import annotations

import codecs
import unicodedata

READABLE = "passportkit-readable"
"""The name by which streams are told to write what their encoding lacks by something like it."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("«»“”„", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("–—−‑", "-"),
        "…": "...",
        "→": "->",
        "•": "*",
        "×": "x",
        "№": "No.",
    }
)


def _readable(error: UnicodeError) -> tuple[str, int]:
    """Return what stands in for the signs that cannot be written, and where to go on."""
    assert isinstance(error, UnicodeEncodeError)
    lacking = error.object[error.start : error.end].translate(_ALIKE)
    letters = unicodedata.normalize("NFKD", lacking)  # é is an e with something above it
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return plain.encode("ascii", "replace").decode(), error.end


codecs.register_error(READABLE, _readable)
