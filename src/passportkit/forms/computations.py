"""What a formula comes to: a figure of a practice, exact or none, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from passportkit.forms.fact_ways import FactWay, FigureKind, way_to
from passportkit.forms.figure_formulas import OF_A_LIST, Formula, formula_of, names_of
from passportkit.forms.shows import Show
from passportkit.practice import Record
from passportkit.practice.money import NO_BREAK, Money, roubles
from passportkit.practice.view import View
from passportkit.practice.words import BLANKS, LONGEST
from passportkit.text.bare import bare

_EXACT = Context(prec=1_000)
"""Of the sums and products of values that a person can read no digit is lost."""

_MOST_DIGITS = 28
"""How many digits a value has that `Decimal` reads and multiplies without losing one."""

_HUNDREDTH = Decimal("0.01")
_MINUS = "\N{MINUS SIGN}"


class Figure(NamedTuple):
    """An exact number; `unit` is what it counts, None where it goes with any."""

    amount: Decimal
    unit: str | None = None


# --- what a record says -------------------------------------------------------------------


def figure_of(formula: Formula, record: Any) -> Figure | None:
    """Return what a sound formula comes to, or None where a value is missing or not exact."""
    with localcontext(_EXACT):
        return _figure(formula, record)


def _figure(formula: Formula, record: Any) -> Figure | None:
    if isinstance(formula, str) or formula.name in OF_A_LIST:
        name = formula if isinstance(formula, str) else next(names_of(formula))
        owner: type[BaseModel] = type(record)
        way = way_to(owner, name)
        assert way is not None
        count = not isinstance(formula, str) and formula.name == "count"
        return _count(way, record) if count else _sum(way, record)
    both = [_figure(each, record) for each in formula.arguments]
    one, other = both
    if one is None or other is None or not _go_together(one, other):
        return None
    return _OF_TWO[formula.name](one, other)


def _share(one: Figure, other: Figure) -> Figure | None:
    return Figure(one.amount * 100 / other.amount) if other.amount > 0 else None


def _difference(one: Figure, other: Figure) -> Figure:
    return Figure(one.amount - other.amount, one.unit or other.unit)


_OF_TWO: Mapping[str, Callable[[Figure, Figure], Figure | None]] = {
    "share": _share,
    "difference": _difference,
}


def _go_together(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit or None in (one.unit, other.unit)


def _sum(way: FactWay, record: Any) -> Figure | None:
    """Return the sum of all values at a way, each of which has to be there and exact."""
    found = [_exact(value, way.unit) for value, _ in way.values(record)]
    known = [each for each in found if each is not None]
    units = {each.unit for each in known}
    if not known or len(known) < len(found) or len(units) > 1:
        return None
    return Figure(sum((each.amount for each in known), Decimal(0)), units.pop())


def _count(way: FactWay, record: Any) -> Figure | None:
    """Return how many items of a list say something; of prose in its place nobody knows it."""
    count = sum(is_item and _is_said(value) for value, is_item in way.values(record))
    return Figure(Decimal(count)) if count else None


def _is_said(value: Any) -> bool:
    return not value.is_blank if isinstance(value, Record) else bool(value)


def _exact(value: Any, unit: str) -> Figure | None:
    """Return the number that words say, if it is one and exact; `unit` is that of one without."""
    if value is None or len(value) > LONGEST or sum(map(str.isdigit, value)) > _MOST_DIGITS:
        return None
    if isinstance(value, Money):
        return None if value.amount is None else Figure(value.amount, "")
    measure = value.measure
    if measure is None or measure.qualifier or measure.first != measure.last:
        return None
    return Figure(measure.first, _plain_unit(measure.unit or unit))


def _plain_unit(unit: str) -> str:
    return "".join(unit.lower().rstrip(".").split())


# --- how it is shown ----------------------------------------------------------------------


@cache
def computed_show(owner: type[BaseModel], text: str) -> Show:
    """Return what a place shows for which a sound formula is computed: no field is its own."""
    formula = formula_of(text)
    kind = kind_of(formula, owner)
    assert kind is not None

    def words(record: Any) -> str:
        figure = figure_of(formula, record)
        return "" if figure is None else printed(figure, kind)

    given = dict.fromkeys(name.partition(".")[0] for name in names_of(formula))
    return Show((), View((), words, lambda _text: None, given=tuple(given)), owner)


def kind_of(formula: Formula, owner: type[BaseModel]) -> FigureKind | None:
    """Return of which kind the figure is that a formula comes to; None where it cannot be told."""
    if isinstance(formula, str):
        way = way_to(owner, formula)
        return way.kind if way else None
    fixed = {"count": FigureKind.NUMBER, "share": FigureKind.PERCENT}.get(formula.name)
    return fixed or kind_of(formula.arguments[0], owner)


def printed(figure: Figure, kind: FigureKind) -> str:
    """Return a figure as official papers have it; "" for a sum that has parts of kopecks."""
    return _PRINTED[kind](figure.amount)


def beside(figure: Figure, limit: Decimal) -> Figure:
    """Return a figure in hundredths, on its own side of a limit that it is not."""
    rounding = ROUND_FLOOR if figure.amount < limit else ROUND_CEILING
    return figure._replace(amount=figure.amount.quantize(_HUNDREDTH, rounding, _EXACT))


def agrees(words: str, shown: str) -> bool:
    """Whether words of a document are the figure that is shown, be they spelt otherwise."""
    return _figure_words(words) == _figure_words(shown)


def _figure_words(words: str) -> Decimal | str:
    plain = "".join(sign for sign in bare(words) if sign not in BLANKS).replace(_MINUS, "-")
    amount = Money(plain.removeprefix("-").rstrip("%")).amount
    return plain if amount is None else -amount if plain.startswith("-") else amount


def _money(amount: Decimal) -> str:
    """Write a sum to the kopeck; one that has parts of kopecks is none."""
    return _in_hundredths(amount) if amount == _rounded(amount) else ""


def _in_hundredths(amount: Decimal) -> str:
    rounded = _rounded(amount)
    return f"{_MINUS if rounded < 0 else ''}{roubles(abs(rounded))}"


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_HUNDREDTH, ROUND_HALF_UP, _EXACT)


def _number(amount: Decimal) -> str:
    digits = f"{abs(amount.normalize(_EXACT)):,f}".replace(",", NO_BREAK).replace(".", ",")
    return f"{_MINUS if amount < 0 else ''}{digits}"


_PRINTED: Mapping[FigureKind, Callable[[Decimal], str]] = {
    FigureKind.MONEY: _money,
    FigureKind.NUMBER: _number,
    FigureKind.PERCENT: _in_hundredths,
}
