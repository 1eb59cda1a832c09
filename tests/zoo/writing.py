"""What programs make of the words of one run: pieces, changes, controls, fields."""

from __future__ import annotations

from collections.abc import Callable

from passportkit.text import Span
from tests.zoo.sheet import Sheet, words

_TRACK = 'w:id="7" w:author="Рецензент" w:date="2024-01-01T00:00:00Z"'


def _look(span: Span) -> str:
    return "<w:b/>" * span.bold + "<w:i/>" * span.italic


def _plain(_: Sheet, span: Span) -> str:
    return words(span.text, _look(span))


def _split(_: Sheet, span: Span) -> str:
    look, text = _look(span), span.text
    spell = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="_GoBack"/>'
    pieces = [text[at : at + 3] for at in range(0, len(text), 3)]
    return spell.join(words(piece, f'{look}<w:lang w:val="ru-RU"/>') for piece in pieces)


def _tracked(_: Sheet, span: Span) -> str:
    old = '<w:r><w:delText xml:space="preserve">вычеркнуто </w:delText></w:r>'
    return f"<w:del {_TRACK}>{old}</w:del><w:ins {_TRACK}>{words(span.text, _look(span))}</w:ins>"


def _controlled(_: Sheet, span: Span) -> str:
    inner = words(span.text, _look(span))
    properties = '<w:sdtPr><w:alias w:val="Поле"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _commented(sheet: Sheet, span: Span) -> str:
    number = sheet.comment("Проверить!")
    mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return (
        f'<w:commentRangeStart w:id="{number}"/>{words(span.text, _look(span))}'
        f'<w:commentRangeEnd w:id="{number}"/>{mark}'
    )


def _linked(sheet: Sheet, span: Span) -> str:
    if span.link is None:
        return _plain(sheet, span)
    return f'<w:hyperlink r:id="{sheet.address(span.link)}">{_plain(sheet, span)}</w:hyperlink>'


def _field(sheet: Sheet, span: Span) -> str:
    if span.link is None:
        return _plain(sheet, span)
    code = f'<w:instrText xml:space="preserve"> HYPERLINK "{span.link}" </w:instrText>'
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r>{code}</w:r>{middle}{_plain(sheet, span)}{end}"


def _moved(_: Sheet, span: Span) -> str:
    old = f"<w:moveFrom {_TRACK}>{words('перенесено')}</w:moveFrom>"
    return f"{old}<w:moveTo {_TRACK}>{words(span.text, _look(span))}</w:moveTo>"


def _tagged(_: Sheet, span: Span) -> str:
    return f'<w:smartTag w:element="place">{words(span.text, _look(span))}</w:smartTag>'


def _noted(sheet: Sheet, span: Span) -> str:
    number = sheet.note("По данным администрации.")
    mark = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
    return words(span.text, _look(span)) + mark


def _hidden(_: Sheet, span: Span) -> str:
    return words("служебное", "<w:vanish/>") + words(span.text, _look(span))


def _boxed(_: Sheet, span: Span) -> str:
    """Words with a drawing among them that has none."""
    picture = '<w:drawing><wp:inline><wp:docPr id="1" name="Рисунок 1"/></wp:inline></w:drawing>'
    return f"{words(span.text, _look(span))}<w:r>{picture}</w:r>"


WORDS: dict[str, Callable[[Sheet, Span], str]] = {
    "plain": _plain,
    "split": _split,
    "tracked": _tracked,
    "controlled": _controlled,
    "commented": _commented,
    "linked": _linked,
    "field": _field,
    "boxed": _boxed,
    "moved": _moved,
    "tagged": _tagged,
    "hidden": _hidden,
    "noted": _noted,
}
