"""What may happen to a page, saved alone or in one file: to its tags, its words, and its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tests.fuzz.odd_values import ATTRIBUTES, CHARACTERS, TEXTS
from tests.fuzz.text_mutations import Change, TextDraft, mutator

_tags = re.compile(r"<[^<>]{0,500}>")
_words = re.compile(r">([^<>]+)<")
_heads = re.compile(r"^[\w-]{1,40}:[^\n]*$", re.MULTILINE)

_NAMES = (
    *(
        "table",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "li",
        "p",
        "div",
        "span",
        "b",
        "del",
        "sup",
        "a",
        "dl",
        "dt",
    ),
    *(
        "math",
        "mfrac",
        "svg",
        "script",
        "style",
        "template",
        "select",
        "option",
        "textarea",
        "input",
    ),
    *(
        "title",
        "head",
        "body",
        "html",
        "ruby",
        "rt",
        "details",
        "summary",
        "pre",
        "br",
        "wbr",
        "caption",
    ),
    *(
        "o:p",
        "font",
        "center",
        "noscript",
        "iframe",
        "object",
        "form",
        "label",
        "button",
        "x-y",
        "img",
    ),
)
_LOOKS = (
    *("display:none", "visibility:hidden", "text-decoration:line-through", "font-weight:bold", "x"),
    *(
        "mso-hide:all",
        "list-style-type:upper-roman",
        "vertical-align:super",
        "font-family:Wingdings",
    ),
    *("white-space:pre", "mso-list:l0 level9 lfo1", ";;;", "display:none;" * 200),
)
_GIVEN = (
    "style",
    "class",
    "colspan",
    "rowspan",
    "start",
    "value",
    "type",
    "href",
    "alt",
    "hidden",
    "dir",
)
_ENTITIES = (
    *(
        "&nbsp;",
        "&amp;lt;",
        "&#0;",
        "&#x110000;",
        "&#55296;",
        "&#xD83D;&#xDE00;",
        "&none;",
        "&",
        "&#;",
    ),
    *("&#150;", "&#9999999999999999999999;", "&lt;b&gt;", "&shy;", "&#8232;", "&NotEqualTilde;"),
)
_ODD = (
    *(
        "<!--",
        "-->",
        "<![CDATA[так]]>",
        "<!--[if mso]>",
        "<![endif]-->",
        "<!DOCTYPE html>",
        "<?xml?>",
        "</",
    ),
    *("<", ">", "<a", '<!DOCTYPE a [<!ENTITY b "в">]>', "<base href='http://example.org'>", "\0"),
    *('<meta charset="cp1251">', '<meta charset="utf-7">', '<meta charset="нет">', "<plaintext>"),
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-16">',
)
_MAIL = (
    *(
        "Content-Type: text/html; charset=нет",
        "Content-Type: text/html; charset=utf-7",
        "MIME-Version: 1",
    ),
    *("Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable"),
    *(
        "Content-Transfer-Encoding: x-uuencode",
        "Content-Type: multipart/related; boundary=",
        "--",
        "----",
    ),
    *("Content-Type: text/html; charset=cp1251", "X: " + "а" * 3000, "Content-Type: image/png", ""),
)
_DEPTHS = (5, 80, 1000, 20_000)


def _drop_tag(draft: TextDraft) -> str:
    return _at(draft, _tags, lambda _tag: "")


def _double_tag(draft: TextDraft) -> str:
    return _at(draft, _tags, lambda tag: tag * draft.chance.choice((2, 2, 30)))


def _replace_tag(draft: TextDraft) -> str:
    name = draft.chance.choice(_NAMES)
    return _at(draft, _tags, lambda tag: re.sub(r"[\w:-]+", name, tag, count=1))


def _open_tag(draft: TextDraft) -> str:
    """Open a tag before another one, and close it sometimes."""
    name = draft.chance.choice(_NAMES)
    opened = draft.chance.choice((f"<{name}>", f"</{name}>", f"<{name}/>", f"<{name}></{name}>"))
    return _at(draft, _tags, lambda tag: opened + tag)


def _wrap(draft: TextDraft) -> str:
    """Put words within a tag, once or deep."""
    name = draft.chance.choice(_NAMES)
    depth = draft.chance.choice((1, 1, 1, *_DEPTHS))
    return _at(
        draft, _words, lambda words: f">{f'<{name}>' * depth}{words[1:-1]}{f'</{name}>' * depth}<"
    )


def _move(draft: TextDraft) -> str:
    """Bring a stretch between two tags elsewhere."""
    found = list(_tags.finditer(draft.text))
    if len(found) < 3:
        return draft.text
    start, end, at = sorted(draft.chance.sample([each.start() for each in found], 3))
    moved = draft.text[start:end]
    return draft.text[:start] + draft.text[end:at] + moved + draft.text[at:]


def _give(draft: TextDraft) -> str:
    """Give a tag an attribute."""
    name = draft.chance.choice(_GIVEN)
    value = draft.chance.choice(_LOOKS if name == "style" else ATTRIBUTES)
    quote = draft.chance.choice("\"'")
    return _at(draft, _tags, lambda tag: f"{tag[:-1].rstrip('/')} {name}={quote}{value}{quote}>")


def _say_otherwise(draft: TextDraft) -> str:
    odd = draft.chance.choice(draft.chance.choice((TEXTS, CHARACTERS, _ENTITIES)))
    return _at(draft, _words, lambda words: draft.chance.choice((f">{odd}<", f">{odd}{words[1:]}")))


def _insert(draft: TextDraft) -> str:
    at = draft.chance.randint(0, len(draft.text))
    return draft.text[:at] + draft.chance.choice((*_ODD, *_ENTITIES)) + draft.text[at:]


def _head_otherwise(draft: TextDraft) -> str:
    """Change a head of a page that was saved in one file; a page alone becomes one."""
    head = draft.chance.choice(_MAIL)
    if "MIME-Version" not in draft.text:
        return f"MIME-Version: 1.0\n{head}\n\n{draft.text}"
    return _at(draft, _heads, lambda given: draft.chance.choice((head, f"{given}\n{head}", "")))


def _part(draft: TextDraft) -> str:
    """Begin another part in a page that was saved in one file."""
    boundary = re.search(r'boundary="([^"\n]+)"', draft.text)
    line = f"\n--{boundary[1] if boundary else 'часть'}{draft.chance.choice(('', '--', ' '))}\n"
    at = draft.chance.randint(0, len(draft.text))
    return draft.text[:at] + line + draft.chance.choice(_MAIL) + "\n\n" + draft.text[at:]


def _at(draft: TextDraft, wanted: re.Pattern[str], change: Callable[[str], str]) -> str:
    """Return a text with one stretch of a kind changed."""
    found = list(wanted.finditer(draft.text))
    if not found:
        return draft.text
    start, end = draft.chance.choice(found).span()
    return draft.text[:start] + change(draft.text[start:end]) + draft.text[end:]


_CHANGES: Sequence[Change] = (
    *(
        _drop_tag,
        _double_tag,
        _replace_tag,
        _open_tag,
        _open_tag,
        _wrap,
        _move,
        _move,
        _give,
        _give,
    ),
    *(_say_otherwise, _say_otherwise, _insert, _insert, _head_otherwise, _part),
)
IN_PAGES = mutator(_CHANGES)
