"""The territory names a subject of the Federation that there is none of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.rule import Context, Rule
from passportkit.suggestion import did_you_mean, nearest
from passportkit.text.pattern import pattern

_REPUBLICS = (
    "Адыгея, Алтай, Башкортостан, Бурятия, Дагестан, Ингушетия, Калмыкия, Карелия, Коми, Крым, "
    "Марий Эл, Мордовия, Саха (Якутия), Северная Осетия – Алания, Татарстан, Тыва, Хакасия"
)
_NAMED_BEFORE = (
    "Донецкая Народная, Кабардино-Балкарская, Карачаево-Черкесская, Луганская Народная, "
    "Удмуртская, Чеченская, Чувашская"
)
_KRAIS = (
    "Алтайский, Забайкальский, Камчатский, Краснодарский, Красноярский, Пермский, Приморский, "
    "Ставропольский, Хабаровский"
)
_OBLASTS = (
    "Амурская, Архангельская, Астраханская, Белгородская, Брянская, Владимирская, Волгоградская, "
    "Вологодская, Воронежская, Запорожская, Ивановская, Иркутская, Калининградская, Калужская, "
    "Кемеровская, Кировская, Костромская, Курганская, Курская, Ленинградская, Липецкая, "
    "Магаданская, Московская, Мурманская, Нижегородская, Новгородская, Новосибирская, Омская, "
    "Оренбургская, Орловская, Пензенская, Псковская, Ростовская, Рязанская, Самарская, "
    "Саратовская, Сахалинская, Свердловская, Смоленская, Тамбовская, Тверская, Томская, Тульская, "
    "Тюменская, Ульяновская, Херсонская, Челябинская, Ярославская"
)
_OTHERS = (
    "Москва, Санкт-Петербург, Севастополь, Еврейская автономная область, "
    "Ненецкий автономный округ, Ханты-Мансийский автономный округ – Югра, "
    "Чукотский автономный округ, Ямало-Ненецкий автономный округ"
)
_SHORT = (
    "Ханты-Мансийский автономный округ, ХМАО, Югра, ЯНАО, Чувашия, Удмуртия, Якутия, Чечня, "
    "Северная Осетия, Кабардино-Балкария, Карачаево-Черкесия, Башкирия, Кузбасс, Татария, ЛНР, "
    "ДНР, КБР, КЧР, ЕАО, Петербург, СПб, Горный Алтай, Республика Саха, Тува, Колыма, Чукотка"
)
"""What subjects are usually called besides."""

SUBJECTS = (
    *(f"Республика {name}" for name in _REPUBLICS.split(", ")),
    *(f"{name} Республика" for name in _NAMED_BEFORE.split(", ")),
    *(f"{name} край" for name in _KRAIS.split(", ")),
    *(f"{name} область" for name in _OBLASTS.split(", ")),
    *_OTHERS.split(", "),
)
"""The subjects of the Federation, article 65 of its Constitution."""

_KIND = pattern(
    r"\b(?:край|област[ьи]|республика|автономный округ|автономная область)(?!\w)", re.IGNORECASE
)
_PART = pattern(r"[^,;\n]+")
_ABBREVIATED = (
    (pattern(r"\bобл(?:\.|\b)"), "область"),
    (pattern(r"\bресп(?:\.|\b)"), "республика"),
    (pattern(r"\bао\b"), "автономный округ"),
    (pattern("[–—]| - "), "-"),
    (pattern(r"[\s\u00a0]+"), " "),
    (pattern(" ?- ?"), "-"),
)


def check(context: Context) -> Iterator[Finding]:
    """Find the part of a territory that should name a subject and does not."""
    for territory, route in context.said("territory"):
        plain = _plain(territory)
        if any(name in plain and _is_word(name, plain) for name in _known()):
            continue
        for part in _PART.finditer(territory):
            words = part[0].strip(" \u00a0.")
            meant = _meant(words)
            if meant or _KIND.search(_plain(words)):
                start = part.start() + part[0].index(words)
                yield RULE.found(
                    route,
                    say("there is no subject of the Federation “{name}”", name=words),
                    did_you_mean(meant)
                    if meant
                    else say("write its name as the Constitution has it"),
                    span=(start, start + len(words)),
                )
                break


@cache
def _known() -> tuple[str, ...]:
    """Return the names of subjects as `_plain` writes them; a republic goes without the word."""
    short = {name.removeprefix("Республика ") for name in SUBJECTS}
    return tuple(sorted({_plain(name) for name in (*short, *_SHORT.split(", "))}))


@cache
def _by_plain() -> dict[str, str]:
    return {_plain(name): name for name in SUBJECTS}


def _is_word(name: str, plain: str) -> bool:
    """Whether `name` stands in the text and is not a part of another word."""
    start = plain.find(name)
    around = plain[start - 1 : start] + plain[start + len(name) : start + len(name) + 1]
    return not any(map(str.isalnum, around))


def _plain(words: str) -> str:
    text = words.casefold().replace("ё", "е")
    for short, plain in _ABBREVIATED:
        text = short.sub(plain, text)
    return text.strip()


def _meant(words: str) -> str | None:
    """Return the subject whose name is almost `words`; without its kind only if very alike."""
    plain = _plain(words)
    name = nearest(plain, _by_plain(), likeness=0.8 if _KIND.search(plain) else 0.88)
    return _by_plain()[name] if name else None


RULE = Rule(
    "region-name",
    Severity.WARNING,
    check,
    finds=mark("the territory names a subject of the Federation that there is none of"),
    why=mark(
        "Practices are sorted and compared by region, and a misspelt one is on no list. The "
        "official name and the usual short ones will do, before the municipality or behind it."
    ),
    bad="""\
territory: Краснаярский край, город Светлоречье
""",
    good="""\
territory: Красноярский край, город Светлоречье
""",
    of_a_value=True,
)
