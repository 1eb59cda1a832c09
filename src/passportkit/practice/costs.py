"""Costs: the lines of a budget, what they add up to, and who pays."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pydantic import Field

from passportkit.language import mark
from passportkit.practice.money import Money, from_thousands, in_thousands, roubles, total
from passportkit.practice.quantity import Quantity
from passportkit.practice.record import Record, RecordData
from passportkit.practice.view import View, ViewValues
from passportkit.practice.words import Text, Texts


def _item_with_details(item: str | None, details: Sequence[str] | None) -> str:
    return "\n".join([words for words in (item, *(details or ())) if words])


def _read_item(text: str) -> ViewValues | None:
    item, *details = text.split("\n")
    return item, details or None


class Cost(Record):
    """One line of the costs."""

    main: ClassVar[str] = "item"
    value_fields: ClassVar[frozenset[str]] = frozenset(
        {"amount", "unit", "quantity", "unit_price", "requested", "own"}
    )
    views: ClassVar[dict[str, View]] = {
        "item-with-details": View(
            ("item", "details"),
            _item_with_details,
            _read_item,
            mark("What the money is spent on; under it what the item consists of, a line each."),
            by_first_sign=True,
        ),
    }

    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "item": (
            *("Статья затрат", "Статья расходов", "Статья", "Наименование статьи"),
            *("Наименование", "Наименование расходов", "Наименование затрат", "Вид расходов"),
            *("Наименование статьи расходов", "Наименование статьи затрат", "Направление расходов"),
            *("Вид затрат", "Виды работ", "Наименование товара", "Наименование работ"),
        ),
        "details": (
            *("Количество", "Кол-во", "Количество единиц", "Ед. изм.", "Единица измерения", "Ед."),
            *("Цена", "Цена за единицу", "Цена за ед.", "Цена единицы", "Стоимость единицы"),
            *("Стоимость за единицу", "Стоимость за ед.", "Расчет", "Обоснование"),
            *("Кол-во месяцев", "Количество месяцев", "Примечание", "Примечания", "Комментарий"),
        ),
        "amount": (
            *("Сумма", "Общая сумма", "Сумма затрат", "Сумма расходов", "Общая сумма расходов"),
            *("Стоимость", "Общая стоимость", "Объем средств", "Объем финансирования"),
            *("Объем расходов", "Объем затрат", "Размер затрат", "Затраты", "Расходы"),
            *("Всего", "Итого", "Объем, руб.", "Размер, руб."),
        ),
        "source": ("Источник", "Источники", "Источники финансирования", "Источник средств"),
        "unit": ("Ед. изм.", "Единица измерения", "Ед.", "Ед. измерения"),
        "quantity": ("Количество", "Кол-во", "Количество единиц", "Кол-во единиц"),
        "unit_price": (
            *("Цена", "Цена за единицу", "Цена за ед.", "Цена единицы", "Стоимость единицы"),
            *("Стоимость за единицу", "Стоимость за ед."),
        ),
        "requested": (
            *("Запрашиваемая сумма", "Запрашиваемые средства", "За счет средств гранта"),
            *("За счет средств субсидии", "Средства гранта", "Средства субсидии"),
            *("Запрашиваемый размер субсидии", "Запрашиваемый размер гранта"),
        ),
        "own": (
            *("Софинансирование", "Собственные средства", "За счет собственных средств"),
            *("Собственный вклад", "Сумма софинансирования"),
        ),
        "comment": ("Комментарий", "Комментарии", "Примечание", "Примечания"),
    }
    keep_their_head: ClassVar[tuple[str, ...]] = ("details",)

    item: Text | None = Field(
        None,
        title=mark("Item of expense"),
        description=mark("What the money is spent on, in one line."),
        examples=["Сувенирная продукция"],
    )
    details: Texts | None = Field(
        None,
        title=mark("Details of the item"),
        description=mark("What the item consists of, a line each."),
        examples=[["Кружки, 50 шт.", "Открытки, 200 шт."]],
    )
    amount: Money | None = Field(
        None,
        title=mark("Amount"),
        description=mark("The sum in roubles; words may stand beside it."),
        examples=["47 250,00", "1,5 млн руб."],
    )
    source: Text | None = Field(
        None,
        title=mark("Source of funding"),
        description=mark("Who pays for this line; without it the practice's own source holds."),
        examples=["Бюджет города"],
    )
    unit: Text | None = Field(
        None,
        title=mark("Unit of the item"),
        description=mark("What is counted, as it is usually abbreviated."),
        examples=["шт.", "мес.", "чел."],
    )
    quantity: Quantity | None = Field(
        None,
        title=mark("Quantity of the item"),
        description=mark("How many units are needed."),
        examples=["50"],
    )
    unit_price: Money | None = Field(
        None,
        title=mark("Price of a unit"),
        description=mark("The price of one unit, in roubles."),
        examples=["945,00"],
    )
    requested: Money | None = Field(
        None,
        title=mark("Requested share of the amount"),
        description=mark("What is asked of the grant or the subsidy, in roubles."),
        examples=["40 000,00"],
    )
    own: Money | None = Field(
        None,
        title=mark("Own share of the amount"),
        description=mark("What is paid by oneself and by partners, in roubles."),
        examples=["7 250,00"],
    )
    group: Text | None = Field(
        None,
        title=mark("Group of items"),
        description=mark("The part of the estimate that the line stands in."),
        examples=["Расходы на проведение мероприятий"],
    )
    kind: Text | None = Field(
        None,
        title=mark("Kind of expense"),
        description=mark("Which kind it is where an estimate tells kinds apart within a group."),
        examples=["Оплата услуг"],
    )
    comment: Text | None = Field(
        None,
        title=mark("Comment on the item"),
        description=mark("Why the money is needed, and how it was calculated."),
        examples=["По договору с типографией, цены на март 2020 года"],
    )


def paid_by(costs: Sequence[Cost] | None, source: str | None) -> Sequence[Cost]:
    """Return the lines, each with the source of the practice where it names none of its own."""
    if not costs or not source:
        return costs or ()
    return [cost if cost.source else cost.model_copy(update={"source": source}) for cost in costs]


def take_costs(rows: Sequence[RecordData], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the costs whose lines, each with its source, are `rows`; undoes `paid_by`.

    Where several lines all have the same source, it is that of the practice, unless that is known.
    """
    sources = {row.get("source") for row in rows}
    common = sources.pop() if len(sources) == 1 < len(rows) else None
    common = known.get("funding_source", common)
    if not common:
        return {"costs": list(rows)}
    return {"costs": [_without(row, common) for row in rows], "funding_source": common}


def _without(row: RecordData, source: str) -> RecordData:
    return {key: words for key, words in row.items() if (key, words) != ("source", source)}


def _costs_total(declared: str | None, costs: Sequence[Cost] | None) -> str:
    if declared:
        return declared
    amount = total([cost.amount for cost in costs or ()])
    return "" if amount is None else roubles(amount)


def _budget(budget: str | None, declared: str | None, costs: Sequence[Cost] | None) -> str:
    """Show the budget, or else the total of the costs, in thousands of roubles."""
    return in_thousands(budget or _costs_total(declared, costs))


COST_VIEWS = {
    "costs-total": View(
        ("costs_total",), _costs_total, lambda text, _costs: (text,), given=("costs",)
    ),
    "budget-in-thousands": View(
        ("budget",),
        _budget,
        lambda text, _total, _costs: from_thousands(text),
        given=("costs_total", "costs"),
    ),
}
"""Cells that show money of the whole practice."""
