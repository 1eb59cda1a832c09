import pytest

from passportkit.report.code_pages import READABLE


@pytest.mark.parametrize(
    ("encoding", "words", "shown"),
    [
        ("cp866", "«Клуб» – № 5…", '"Клуб" - № 5...'),
        ("cp1251", "«Клуб» – № 5…", "«Клуб» – № 5…"),
        ("cp866", "кафе «Café» → 10 м²", 'кафе "Cafe" -> 10 м2'),
        ("cp1251", "10 м² −5", "10 м2 -5"),
        ("latin-1", "№ 5", "No. 5"),
        ("cp866", "и\u0306 и ы\u0301", "и и ы"),
        ("cp866", "\u0301а :\u0301: ⑴ ½", "?а :?: (1) 1?2"),
        ("cp866", "ａ：＃［％，＞ａ", "a??????a"),
        ("cp866", "漢 👍 \udcff", "? ? ?"),
    ],
)
def test_what_a_code_page_lacks_is_shown_by_what_is_like_it(encoding, words, shown):
    assert words.encode(encoding, READABLE).decode(encoding) == shown
