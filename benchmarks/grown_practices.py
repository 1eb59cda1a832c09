"""Practices that grow: by texts, keys, items, comments, and by all that rules look for."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from typing import Any

from growing import Kind, Work
from inputs import FORM, HEAD, KIT, many

from passportkit import translator
from passportkit.forms import Form, bind
from passportkit.forms.loading import load_form
from passportkit.practice import BUILT_IN
from passportkit.rules.examination import examine
from passportkit.rules.selection import wrong_settings
from passportkit.source import read
from passportkit.workspace.toml import located

FORMS = KIT.catalogue.names()


def check(text: str) -> Work:
    """Return what checks a practice for all forms."""
    content = text.encode()
    return lambda: KIT.check(content, forms=FORMS)


def reading(name: str, unit: str, begin: str, each: str, **more: Any) -> Kind:
    """Return a kind in which something comes again and again; `{n}` in it is its number."""

    def made(size: int) -> Work:
        return check(HEAD + begin + many(each, size))

    return Kind(name, unit, made, **more)


def _settings(each: str) -> Callable[[int], Work]:
    """Return what reads settings with something in them again and again."""

    def made(size: int) -> Work:
        text = "[rules]\n" + many(each, size)
        findings = [*wrong_settings({f"n{n}": "off" for n in range(size)})]
        return lambda: located(text, findings)

    return made


def _findings_in_one_text(size: int) -> Work:
    return check(f"{HEAD}contacts:\n  - emails: {json.dumps(['a@b.c ' * size])}\n")


YAML = (
    # of files with more lines and signs, it is counted first whether there are too many values
    reading("one long text", "line", "summary: |\n", "  Соседи собрались во дворе.\n", most=16_000),
    reading("one text on a line", "word", "summary: ", "соседи "),
    reading(
        "one folded text", "line", "summary: >-\n", "  Соседи собрались во дворе.\n", most=16_000
    ),
    reading("items of a list", "item", "goals:\n", "  - Цель {n}\n", most=8_000),
    reading(
        "rows",
        "row",
        "activities:\n",
        "  - description: Встреча {n}\n    executor: Вместе {n}\n",
        most=2_000,
    ),
    reading(
        "rows in braces",
        "row",
        "activities:\n",
        "  - {description: Встреча, executor: Вместе}\n",
        most=2_000,
    ),
    reading("acts", "row", "acts:\n", "  - act: Указ от 12.03.2021 № {n}\n    adopted:\n"),
    reading("costs", "row", "costs:\n", "  - {item: Краска {n}, amount: 1 000, source: Дар}\n"),
    reading(
        "contacts", "row", "contacts:\n", "  - {name: Иванова {n}, emails: a{n}@example.org}\n"
    ),
    reading("nested lists", "list", "goals:\n", f"  - {'[' * 50}а{']' * 50}\n", size=200, most=200),
    reading("comments", "line", "", "# Соседи\n"),
    reading("unknown keys", "key", "", "klyuch{n}: а\n"),
    reading("unknown keys in rows", "row", "activities:\n", "  - description: а\n    klyuch: а\n"),
    reading("the same key again", "key", "", "summary: а\n"),
    reading("rows that do not fit", "row", "activities:\n", "  - [а]\n"),
    reading("rows without words", "row", "activities:\n", "  -\n"),
    reading("values of a wrong type", "row", "contacts:\n", "  - {name: а, consent: ага}\n"),
    reading(
        "comments that ignore", "row", "goals:\n", "  - а  # passport: ignore[text-too-long]\n"
    ),
    reading("comments that ignore in one line", "comment", "summary: а  ", "# passport: ignore "),
    reading("items that are cut off", "item", "goals:\n", "  - а #б\n"),
    reading("answers for forms", "form", "for:\n", "  form-{n}: {summary: Соседи}\n"),
    reading("names of forms", "form", "forms:\n", "  - form-{n}\n"),
    reading("what is unplaced", "item", "unplaced:\n", "  - {from: а, text: б {n}}\n"),
    Kind("rules of settings", "rule", _settings('n{n} = "off"\n'), most=4_000),
    Kind("findings in one text", "finding", _findings_in_one_text, size=200),
)
"""What is read, and checked for all forms."""

_OF_TEXTS = {
    "addresses": "https://a.b/",
    "schemes of addresses": "http://",
    "addresses of mail": "a@b.c ",
    "dates and numbers of acts": "от 12.12.2012 № 5 ",
    "numbers and dates of acts": "№ 5 от 12.12.2012 ",
    "telephone numbers": "+7 (391) 200-00-00, ",
    "numbers": "16-1-000001, ",
    "sums": "1 000,50 тыс. руб. ",
    "periods": "январь 2019 – май 2020, ",
    "digits": "1",
    "letters": "я",
    "capitals": "Я",
    "blanks between": "а  ",
    "names of people": "Иванов Иван Иванович, ",
    "brackets": "(а",
    "quotes": "«а»",
    "opening quotes": "«",
    "emphasis": "**а** ",
    "stars": "*а",
    "links": "[а](https://a.b) ",
    "opening links": "[а](",
    "backslashes": "\\",
    "items of a list": "- а\n",
    "numbered lines": "1. а\n",
    "tabs": "а\t",
    "pieces": "5 шт. ",
    "dots": ". ",
}


def _said(words: str) -> Callable[[int], Work]:
    """Return what checks a practice that says the words again and again in each of its texts."""

    def made(size: int) -> Work:
        text = words * size
        return check(json.dumps(_practice(text), ensure_ascii=False))

    return made


def _practice(text: str) -> dict[str, Any]:
    """Return a practice that says the same in each of the fields that rules look at."""
    return {
        "passport": "1",
        "title": text,
        **dict.fromkeys(("summary", "territory", "period", "budget", "goals"), text),
        "acts": [{"act": text, "adopted": text}],
        "stages": [{"period": text, "description": text}],
        "contacts": [
            {"name": text, "phones": [text], "emails": [text], "fax": [text], "layout": text}
        ],
        "costs": [{"item": text, "amount": text, "source": text}],
        "results": [{"indicator": text, "value": text, "unit": text}],
        "links": [{"name": text, "url": text}],
        "organization": {"inn": text, "ogrn": text, "website": text},
        "applications": [{"number": text}],
        "indicators": [{"name": text, "unit": text, "before": text}],
    }


RULES = tuple(Kind(name, "piece", _said(words), size=50) for name, words in _OF_TEXTS.items())
"""All rules, over texts made of what they look for."""


def _form_of(size: int, section: str = "heading: Раздел, show: summary") -> Form:
    sections = "".join(f"  - {{number: {n}, {section}}}\n" for n in range(1, size + 1))
    text = f"form: own\nversion: 1\nsource: а\ntitle: Записка\nsections:\n{sections}"
    loaded = load_form(read(text.encode(), "form.yaml"), BUILT_IN)
    assert loaded.value is not None, loaded.findings
    return loaded.value


def _loading(size: int) -> Work:
    return lambda: _form_of(size)


def _checking(section: str, each: str) -> Callable[[int], Work]:
    """Return what checks a practice for a form, both of which say something again and again."""

    def made(size: int) -> Work:
        form = _form_of(size, section)
        source = read(f"{HEAD}goals:\n{each * size}".encode(), "a.yaml")
        return lambda: examine(source, [form], catalogue=KIT.catalogue)

    return made


def _lacking_parts(size: int) -> Work:
    parts = ", ".join(f"{{label: а {n}, show: summary}}" for n in range(size))
    words = "соседи " * size
    form = _form_of(1, f"heading: {words}, parts: [{{label: а, show: title}}, {parts}]")
    source = read(HEAD.encode(), "a.yaml")
    return lambda: examine(source, [form], catalogue=KIT.catalogue)


def _rendering(words: str) -> Callable[[int], Work]:
    def made(size: int) -> Work:
        text = json.dumps({"passport": "1", "title": "К", "summary": words * size})
        checked = KIT.check(text.encode(), forms=FORM)
        return lambda: KIT.render(checked, FORM, draft=True)

    return made


def _rows(size: int) -> str:
    return f"{HEAD}activities:\n" + many("  - {description: Встреча {n}, executor: Вместе}\n", size)


def _rendering_rows(size: int) -> Work:
    text = _rows(size)
    checked = KIT.check(text.encode(), forms=FORM)
    return lambda: KIT.render(checked, FORM, draft=True)


def _binding(size: int) -> Work:
    text = _rows(size)
    practice = KIT.check(text.encode()).practice
    assert practice is not None
    return lambda: bind(KIT.catalogue.form(FORM), practice)


_NUMBERS = count()
"""What was read once is known, so no two practices that are copied may be the same."""


def _copying(size: int) -> Work:
    text = _rows(size)

    def work() -> object:
        number = next(_NUMBERS)
        return KIT.copy(f"{text}  - {{executor: {number}}}\n", f"Сад {number}", [FORM])

    return work


def _beginning(size: int) -> Work:
    from passportkit.forms.scaffold import scaffold

    form = _form_of(size)
    return lambda: scaffold("Сад", [form], translator("ru"))


MAKING = (
    # a form has 150 places at most
    Kind("sections of a form", "section", _loading, size=35, most=35),
    Kind(
        "sections without words",
        "section",
        _checking("heading: а, show: summary", ""),
        size=35,
        most=35,
    ),
    Kind(
        "sections that show the same items",
        "section",
        _checking("heading: а, show: goals, limit: {characters: 2}", "  - а\n"),
        size=35,
        most=35,
    ),
    Kind("parts without words", "part", _lacking_parts, size=35, most=35),
    Kind("a new practice for sections", "section", _beginning, size=35, most=35),
    Kind("a copy of rows", "row", _copying),
    Kind("rows bound", "row", _binding, most=4_000),
    # what is in a larger document is counted once it is written
    Kind("rows rendered", "row", _rendering_rows, most=4_000),
    Kind("a long text rendered", "word", _rendering("соседи "), most=32_000),
    Kind("lines rendered", "line", _rendering("соседи\n"), most=4_000),
    Kind("items rendered", "item", _rendering("- соседи\n"), most=2_000),
    Kind("links rendered", "link", _rendering("[а](https://a.example.org/б) "), most=2_000),
    Kind("emphasis rendered", "word", _rendering("**а** *б* ")),
)
