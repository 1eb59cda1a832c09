"""Values that nobody expects: for attributes, for words, for numbers, and single characters."""

from __future__ import annotations

from passportkit.forms import Catalogue

ATTRIBUTES = (
    *("", "0", "-1", "1", "2", "63", "64", "99999", "9" * 30, "1.5", "٣", "²", "½", "true", "off"),
    *("none", "абв", "a b", "rId1", "rId999", "\N{NO-BREAK SPACE}", "http://[", "#", "F0FC", "😀"),
    *("http://example.org/%", "x" * 3000),
)


def _headings() -> list[str]:
    """Return what the forms say themselves."""
    forms = map(Catalogue().form, Catalogue().names())
    blocks = [pair for form in forms for pair in form.blocks()]
    said = [section.heading for section, _ in blocks] + [block.caption for _, block in blocks]
    said += [column.heading for _, block in blocks for column in block.columns or ()]
    return [words for words in said if words]


TEXTS = (
    *("", " ", "\t", "\n", "\N{NO-BREAK SPACE}", "\u2028", "\x85", "\N{SOFT HYPHEN}", "\ufeff"),
    *("\N{RIGHT-TO-LEFT OVERRIDE}", "е" + "\N{COMBINING ACUTE ACCENT}" * 40, "😀", "\U000f0000"),
    *("\uf0fc", "\ue000", "□", "а" * 3000, "(" * 400, "[" * 400, "*" * 400, "1." * 400, "9" * 5000),
    *("\\" * 99, "[слово](http://[)", "**жирно", "](", "{{ title }}", "{% for %}", "<b>&amp;"),
    *("- ", "– ", "1)", "1.1.1.1", "№", "№ п/п", "_____", "нет", "–", "(заполнить)", "ИТОГО:"),
    *("31.02.2023", "00.00.0000", "с 2019 по 1999", "1e400", "−5 руб.", "85,0 тыс. руб.", "½ млн"),
    *("1 000 000 000 000 000 000 000", "@", "a@b", "http://", "www.", "+7", "8 (391) 200-00-00"),
    *_headings(),
)

CHARACTERS = (
    *("\0", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\u200b"),
    *(
        "\t",
        "\r",
        "\v",
        "\f",
        "\N{NO-BREAK SPACE}",
        "\N{COMBINING ACUTE ACCENT}",
        "\U0001f468\u200d",
    ),
    *(
        "\N{RIGHT-TO-LEFT OVERRIDE}",
        "\N{LEFT-TO-RIGHT ISOLATE}",
        "\ue000",
        "\U000f0000",
        "\U0010ffff",
    ),
    *('"', "'", "\\", "{", "}", "[", "]", "%", "&", "<", "#", ":", "`"),
)

NUMBERS = (
    *(
        "0",
        "-0",
        "1e9999",
        "1_000",
        "0x" + "F" * 40,
        "0o7",
        "0b1",
        ".inf",
        "NaN",
        "1" * 5000,
        "9" * 19,
    ),
    *("2147483648", "-1", "1.5.2", "1,5", "12:30:45", "2026-02-31", "0001-01-01", "99999-01-01"),
    *("٣٤", "²", "½", "Ⅳ", "一", "1 000 000,5", "+7 000 000-00-00", "true", "null", "да"),
)
