"""What a file is that is no text in UTF-8: bytes in, what to do with it out."""

import pytest

from passportkit.source import read

TEXT = "passport: 1\ntitle: Клуб\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (TEXT.encode("cp1251"), "the file is not in UTF-8"),
        (TEXT.encode("utf-16"), "the file is not in UTF-8"),
        (TEXT.encode("utf-16-le"), "the file is not in UTF-8"),
        (TEXT.encode("utf-16-be"), "the file is not in UTF-8"),
        (
            b"PK\x03\x04\x14\0\0\0\x08\0\xff",
            "this is no text but a document, as Word and Excel have them",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "the file is no text"),
        (b"\0" * 512, "nothing but zeros is left of the file"),
        (TEXT.replace("у", "\0").encode(), "an invisible control character stands here"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(content: bytes, said: str) -> None:
    (finding,) = read(content, "клуб.yaml").findings
    assert (finding.rule, str(finding.message)) == ("yaml-syntax", said)
    assert finding.help is not None


def test_the_line_is_shown_in_which_a_letter_is_none() -> None:
    source = read(TEXT.encode("cp1251"), "клуб.yaml")
    assert source.lines[1] == "title: \ufffd\ufffd\ufffd\ufffd"
    assert source.data is None
