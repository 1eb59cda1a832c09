"""The JSON Schemas of what people author: a practice, and a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pydantic import BaseModel

from passportkit.facts.declarations import BELONGS_TO, NEEDS, Declaration, FactsFile
from passportkit.forms.catalogue import Catalogue
from passportkit.forms.model import (
    Approval,
    Block,
    Column,
    FixedWords,
    Form,
    Grid,
    Group,
    Limit,
    Part,
    Profile,
    Section,
    ShownDate,
    Signature,
    Signatures,
    Total,
)
from passportkit.forms.shows import TEXT, columns_of, names_in, rows_of, tables_in
from passportkit.language import Translator, mark
from passportkit.practice import Vocabulary
from passportkit.practice.grants import Application
from passportkit.practice.results import UNITS, Indicator, Result
from passportkit.source.json_schema import Additions, Schema, SchemaField, json_schema

MADE_BY = "passport schema"
"""What a schema says of its origin, so that a newer one may take its place."""

_STATUSES = ("победитель конкурса", "проект не получил поддержку")


def practice_schema(translate: Translator, catalogue: Catalogue) -> Schema:
    """Return the schema of a practice that may be meant for the forms of `catalogue`."""
    practice, forms = catalogue.vocabulary.practice, catalogue.names()
    known: dict[SchemaField, Sequence[str]] = {
        (practice, "forms"): forms,
        (practice, "for"): forms,
        (Result, "unit"): sorted(UNITS),
        (Indicator, "unit"): sorted(UNITS),
        (Application, "status"): _STATUSES,
    }
    head = _head(
        translate,
        mark("Practice"),
        mark("A practice, written once, for all the forms that ask for it."),
    )
    return json_schema(practice, head, translate, Additions(known=known))


def form_schema(translate: Translator, catalogue: Catalogue) -> Schema:
    """Return the schema of a `form.yaml` in the vocabulary of `catalogue`."""
    vocabulary = catalogue.vocabulary
    shown, tables = names_in(vocabulary), tables_in(vocabulary)
    known: dict[SchemaField, Sequence[str]] = {
        (Block, "show"): shown,
        (Part, "show"): shown,
        (Total, "show"): shown,
        (Signature, "show"): shown,
        (Signature, "position"): shown,
        (ShownDate, "show"): shown,
        (Block, "rows"): tables,
        (Block, "record"): tables,
        (Column, "show"): _columns(vocabulary, tables),
    }
    head = _head(
        translate, mark("Form"), mark("A form: its title and its sections, in order, as data.")
    )
    additions = Additions(known, _DESCRIPTIONS, _RULES)
    return json_schema(Form, head, translate, additions)


def facts_schema(translate: Translator, catalogue: Catalogue) -> Schema:
    """Return the schema of a file of facts; the names of others are no concern of it."""
    del catalogue
    head = _head(
        translate,
        mark("Facts"),
        mark("Facts of one's own: what is asked for, and practices do not have by themselves."),
    )
    additions = Additions(descriptions=_DESCRIPTIONS, rules=_RULES)
    return json_schema(FactsFile, head, translate, additions)


SCHEMAS: dict[str, Callable[[Translator, Catalogue], Schema]] = {
    "practice": practice_schema,
    "form": form_schema,
    "facts": facts_schema,
}
"""How each schema is made, by its name."""


def _head(translate: Translator, title: str, description: str) -> Schema:
    return {
        "$comment": MADE_BY,
        "title": translate(title),
        "description": translate(description),
    }


def _columns(vocabulary: Vocabulary, tables: Iterable[str]) -> list[str]:
    """Return what a column of any of these tables may show."""
    rows = filter(None, (rows_of(vocabulary, table) for table in tables))
    found = dict.fromkeys(name for each in rows for name in columns_of(each))
    return [*(name for name in found if name != TEXT), TEXT]


_DESCRIPTIONS: dict[SchemaField, str] = {
    (Form, "form"): mark("The name of the form, and of the folder that it lies in."),
    (Form, "version"): mark("A whole number, greater by one with each change of the form."),
    (Form, "title"): mark("What stands above the form, to the letter."),
    (Form, "source"): mark("Where the form comes from: the order, the contest and its year."),
    (Form, "annex"): mark("What stands at the right above the title: the number of the annex."),
    (Form, "approval"): mark("A line to sign on above the title, on the right: «УТВЕРЖДАЮ»."),
    (Form, "layout"): mark(
        "How it is laid out: sections one below the other, one grid for all, or a card."
    ),
    (Form, "grid"): mark("The head and the widths of the grid, for the layout `grid`."),
    (Form, "row-number"): mark("How the rows of tables are numbered, unless a table says it."),
    (Form, "profile"): mark("The look on paper; limits in pages are measured by it."),
    (Form, "facts"): mark("Facts that the form asks for and practices do not have, by name."),
    (FactsFile, "facts"): mark("The facts, by name."),
    (Declaration, "title"): mark("What the fact is called, in a few words."),
    (Declaration, "description"): mark("What belongs there: the hint of forms and questions."),
    (Declaration, "example"): mark("An answer, or a list of answers."),
    (Declaration, "type"): mark("What may stand there; a text if nothing is said."),
    (Declaration, "choices"): mark("Of a choice: the answers, as the form has them."),
    (Declaration, "several"): mark("Of a choice: whether several answers may be given."),
    (Declaration, "other"): mark("Of a choice: whether other words may stand there, too."),
    (Declaration, "details"): mark("Of yes or no: what is said besides."),
    (Declaration, "unit"): mark("Of a number: the unit of one that stands without it."),
    (Declaration, "columns"): mark("Of a table: its columns, by name."),
    (Form, "sections"): mark(
        "The sections in order; between them groups, words of the form, and lines to sign on."
    ),
    (Profile, "font"): mark("The name of the font."),
    (Profile, "size"): mark("The size of the font, in points."),
    (Profile, "line-spacing"): mark("The distance of lines: 1, 1.15, 1.5."),
    (Profile, "margins"): mark("Top, right, bottom and left, in millimetres."),
    (Profile, "orientation"): mark("Whether the page stands upright or lies on its side."),
    (Profile, "page-numbers"): mark("Where the numbers of pages stand."),
    (Limit, "pages"): mark("How many pages at most."),
    (Limit, "characters"): mark("How many characters at most, with blanks."),
    (Column, "heading"): mark("The head of the column, to the letter."),
    (Column, "show"): mark("The field or view of a row that stands in the column."),
    (Column, "width"): mark("The width, in percent of the table."),
    (Column, "align"): mark("To which side the words are set."),
    (Column, "merge"): mark("Whether equal neighbours become one cell."),
    (Column, "hint"): mark("What belongs there, for the empty form."),
    (Part, "label"): mark("The fixed words before the text, to the letter."),
    (Part, "show"): mark("The field or view that stands behind the label."),
    (Part, "required"): mark("Whether something must stand there."),
    (Part, "hint"): mark("What belongs there, for the empty form."),
    (Total, "label"): mark("The fixed words of the last row, to the letter."),
    (Total, "show"): mark("The field or view that stands behind the label."),
    (Block, "caption"): mark("The words above the table, to the letter."),
    (Block, "show"): mark("The field or view that stands there as one text."),
    (Block, "parts"): mark("Several labels in one cell, each with a text behind it."),
    (Block, "rows"): mark("The list whose items are the rows of the table."),
    (Block, "record"): mark("The fields of one record, as one row without a number."),
    (Block, "columns"): mark("The columns of the table, in order."),
    (Block, "row-number"): mark("How the rows of this table are numbered."),
    (Block, "number-heading"): mark("The head of the column with the numbers."),
    (Block, "number-width"): mark("The width of that column, in percent of the table."),
    (Block, "total"): mark("The last row of the table, over its full width."),
    (Block, "limit"): mark("How long the text may be."),
    (Block, "required"): mark("Whether something must stand there."),
    (Block, "hint"): mark("What belongs there, for the empty form."),
    (Section, "number"): mark("The number of the section, without the dot behind it."),
    (Section, "heading"): mark("The heading of the section, to the letter."),
    (Section, "note"): mark("The note below the heading, to the letter."),
    (Section, "note-below"): mark("The note below the answer, to the letter."),
    (Section, "landscape"): mark("Whether the section stands on sheets that lie on their side."),
    (Section, "blocks"): mark("Several tables in one section, one below the other."),
    (Group, "group"): mark("The words of the row, to the letter."),
    (Group, "number"): mark("The number of the group, without the dot behind it."),
    (FixedWords, "words"): mark("Words of the form that no answer follows, to the letter."),
    (FixedWords, "align"): mark("To which side the words are set."),
    (FixedWords, "bold"): mark("Whether the words are set in bold."),
    (Signatures, "signatures"): mark("Lines to sign on, one below the other."),
    (Signature, "label"): mark("The position of who signs, in words of the form, to the letter."),
    (Signature, "position"): mark("The position of who signs: a field or view."),
    (Signature, "show"): mark(
        "The name of who signs: a field or view; without it there is a line."
    ),
    (Signature, "under"): mark(
        "Small words below the line and the name; of three the first stands below the position."
    ),
    (Signature, "date"): mark("`true` for a line to write the day on, or the fact that it is."),
    (Signature, "seal"): mark("Where the seal goes: «М.П.»."),
    (Signature, "required"): mark("Whether the facts must stand there."),
    (Signature, "hint"): mark("What belongs in place of the name, for the empty form."),
    (Approval, "heading"): mark("The words above: «УТВЕРЖДАЮ», «СОГЛАСОВАНО»."),
    (ShownDate, "show"): mark("The field or view that is the day."),
    (Grid, "columns"): mark("The heads of the three columns: number, item, answer."),
    (Grid, "widths"): mark("The widths of the three columns, in percent."),
    (Grid, "head-after"): mark("How many rows stand above the head of the grid."),
}
"""What each key of a form means. The model of a form does without, to be quick to load."""


def _exactly_one(*keys: str) -> Schema:
    return {"oneOf": [{"required": [key]} for key in keys]}


_TABLES: Schema = {"anyOf": [{"required": ["rows"]}, {"required": ["record"]}]}

_DEPENDENCIES: Schema = {
    "columns": _TABLES,
    "total": _TABLES,
    "rows": ["columns"],
    "record": ["columns"],
}

_RULES: dict[type[BaseModel], Schema] = {
    Block: {
        **_exactly_one("show", "parts", "rows", "record"),
        "dependencies": _DEPENDENCIES,
    },
    Section: {
        **_exactly_one("show", "parts", "rows", "record", "blocks"),
        "dependencies": _DEPENDENCIES,
    },
    Signature: _exactly_one("label", "position"),
    Approval: _exactly_one("label", "position"),
    Declaration: {
        "allOf": [
            {
                "if": {"properties": {"type": {"const": kind}}, "required": ["type"]},
                "then": {"required": [key]},
            }
            for kind, key in NEEDS.items()
        ],
        "dependencies": {
            key: {"properties": {"type": {"enum": list(types)}}, "required": ["type"]}
            for key, types in BELONGS_TO.items()
        },
    },
    Form: {
        "if": {"properties": {"layout": {"const": "grid"}}, "required": ["layout"]},
        "then": {"required": ["grid"]},
    },
}
"""What the model of a form checks as a whole."""
