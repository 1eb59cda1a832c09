"""Rows: loops, merged neighbours, totals."""

import pytest

from passportkit.forms import Form
from passportkit.forms.filled import FilledRow
from passportkit.word.package.names import w
from tests.word.conftest import fill_in, rendered, table, template
from tests.word.document import Document


def costs(*sources: str) -> list[FilledRow]:
    """Rows with a source each; a star before it continues the cell above, a plus begins one."""
    merges = {"*": "continue", "+": "restart"}
    return [
        {
            "number": f"{number}",
            "item": "статья",
            "amount": "1",
            "source": source.lstrip("*+"),
            "source|merge": merges.get(source[:1], ""),
        }
        for number, source in enumerate(sources, 1)
    ]


def merges(document: Document) -> list[str | None]:
    """What the last cell of each row of the table of costs says of the one above."""
    tables = list(document.body.iter(w("tbl")))
    rows = list(tables[5].iter(w("tr")))[1:-1]
    found = []
    for row in rows:
        merge = list(row.iter(w("tc")))[-1].find(f"{w('tcPr')}/{w('vMerge')}")
        found.append(None if merge is None else merge.get(w("val"), "continue"))
    return found


def test_equal_neighbours_share_a_cell(sections: Form) -> None:
    document = rendered(sections, costs=costs("+бюджет", "*", "*", "грант", "", "+край", "*"))
    assert merges(document) == [
        "restart",
        "continue",
        "continue",
        None,
        None,
        "restart",
        "continue",
    ]
    assert [row[-1] for row in document.tables[5][1:-1]] == [
        "бюджет",
        "",
        "",
        "грант",
        "",
        "край",
        "",
    ]
    assert document.faults() == []


def test_a_table_of_five_hundred_rows(sections: Form) -> None:
    document = rendered(sections, costs=costs(*["грант"] * 500))
    assert [row[0] for row in document.tables[5][1:-1]] == [str(n) for n in range(1, 501)]


def test_a_table_without_rows_keeps_its_head(sections: Form) -> None:
    document = rendered(sections, costs=[], problems=[])
    assert document.tables[2] == [["№", "Описание"]]
    assert document.tables[5][1:] == [["ИТОГО: Слова costs_total"]]
    assert document.faults() == []


@pytest.mark.parametrize("name", ["items", "keys", "values", "copy", "get", "pop"])
def test_a_column_may_be_called_like_a_method(name: str) -> None:
    cells = table(["{% for row in rows %}{{ row." + name + " }}", "{% endfor %}"])
    document = fill_in(template(change=cells), {"rows": [{name: "слово"}]})
    assert document.tables == [[["слово", ""]]]


def test_a_loop_may_span_rows() -> None:
    cells = table(["{% for row in rows %}{{ row.a }}"], ["{{ row.b }}{% endfor %}"])
    rows: list[FilledRow] = [{"a": f"a{n}", "b": f"b{n}"} for n in (1, 2)]
    document = fill_in(template(change=cells), {"rows": rows})
    assert document.tables == [[["a1"], ["b1"], ["a2"], ["b2"]]]


def kept(document: Document, table: int) -> list[bool]:
    """Whether no page ends behind the first words of each row of a table."""
    rows = list(list(document.body.iter(w("tbl")))[table].iter(w("tr")))
    firsts = [next(row.iter(w("p"))) for row in rows]
    return [each.find(f"{w('pPr')}/{w('keepNext')}") is not None for each in firsts]


def test_a_total_never_stands_alone_on_a_page(sections: Form) -> None:
    document = rendered(sections, costs=costs("грант", "", "бюджет"))
    assert kept(document, 5) == [False, False, False, True, False]
    assert document.faults() == []


def test_a_table_without_a_total_may_be_cut_anywhere(sections: Form) -> None:
    assert True not in kept(rendered(sections), 2)
