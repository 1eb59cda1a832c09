"""The commands and their options. Each declares what it takes and calls one function.

What a command works with is imported when it runs: `--help`, `--version` and completion load
no more than the parser.
"""

from __future__ import annotations

from typing import Annotated

import typer

from passportkit.cli.parser.completion import (
    form_names,
    format_names,
    rule_names,
    schema_names,
)
from passportkit.cli.parser.field_command import FieldCommand
from passportkit.cli.parser.form_app import form_app, help_if_alone
from passportkit.cli.parser.options import argument, flag, output_to, value
from passportkit.cli.parser.typer_parser import Command, CommandGroup
from passportkit.language import mark
from passportkit.version import __version__

_HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="passport",
    cls=CommandGroup,
    rich_markup_mode=None,
    context_settings=_HELP_OPTIONS,
    help=mark(
        "Write a practice once in YAML, check it, and render it as any of the official Word forms."
        "\n\n"
        "`passport new` begins a practice, `passport validate` says what is missing or wrong, "
        "`passport render` makes the documents, `passport import` brings them back."
    ),
)
app.add_typer(form_app)

Forms = Annotated[
    list[str] | None,
    value(
        "--form",
        mark("FORM"),
        form_names,
        mark("The form that the practice is meant for; may be given several times."),
    ),
]
Paths = Annotated[
    list[str] | None,
    argument(
        mark("PATHS..."),
        None,
        mark(
            "Files and folders with practices; `-` is the standard input. Without them: the "
            "folder of practices of the workspace, or the current folder."
        ),
    ),
]
Documents = Annotated[
    list[str],
    argument(
        mark("DOCUMENTS..."),
        None,
        mark(
            "Word documents (`.docx`; with LibreOffice also `.doc`, `.odt`, `.rtf`), workbooks of "
            "Excel (`.xlsx`), saved pages (`.html`), texts (`.txt`), and folders with them; `-` is "
            "the standard input."
        ),
    ),
]


Force = Annotated[bool, flag("--force", mark("Replace files that exist already."))]


def _show_version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        context.obj.print(f"passport {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def passport(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback shows it and ends the call
        bool,
        typer.Option(
            "--version", help=mark("Show the version."), is_eager=True, callback=_show_version
        ),
    ] = False,
    lang: Annotated[  # noqa: ARG001 - read before the call is parsed, for the parser's own words
        str | None,
        typer.Option(
            "--lang", metavar="ru|en", help=mark("The language of messages."), expose_value=False
        ),
    ] = None,
) -> None:
    """Show the help page where no command is given."""
    help_if_alone(context)


@app.command(
    "new",
    cls=Command,
    help=mark(
        "Begin a practice: write a file with the questions of its forms, in order, with hints."
        "\n\n"
        "An existing file is never overwritten; with `--ask` it is gone on with, and only what is "
        "empty in it is filled in."
    ),
)
def new(
    context: typer.Context,
    title: Annotated[
        str | None,
        argument(
            mark("TITLE"),
            None,
            mark("The name of the practice, in quotes; with `--ask` also a file to go on with."),
        ),
    ] = None,
    form: Forms = None,
    output: Annotated[
        str | None,
        output_to(
            mark("FILE"),
            mark(
                "Where to write; without it: a file named after the title, in the folder of "
                "practices, or in this folder."
            ),
        ),
    ] = None,
    ask: Annotated[
        bool,
        flag(
            "--ask",
            mark("Ask section by section at the terminal; it can be broken off and resumed."),
        ),
    ] = False,
    other: Annotated[
        str | None,
        value(
            "--from",
            mark("FILE"),
            None,
            mark(
                "Begin as another practice: with its facts and comments, without its applications "
                "to contests and without what an import could not place."
            ),
        ),
    ] = None,
) -> int:
    """Begin a practice."""
    from passportkit.cli.commands.new import Beginning, new

    return new(context.obj, Beginning(title, form or [], output, other), asks=ask)


@app.command(
    "validate",
    cls=Command,
    help=mark(
        "Check practices, and show everything that is missing or wrong.\n\n"
        "Exit codes, the same in each format: 0 – no errors; 1 – errors were found, with "
        "`--strict` also warnings; 2 – something could not be read, or the call is wrong; 3 – "
        "there are no files to check."
    ),
)
def validate(
    context: typer.Context,
    paths: Paths = None,
    form: Forms = None,
    format: Annotated[  # noqa: A002 - the name of the option
        str | None,
        value(
            "--format",
            mark("FORMAT"),
            format_names,
            mark(
                "How to show it; the formats are {formats}. Without it: `github` in a job of "
                "GitHub Actions, `full` on a terminal, else `concise`."
            ),
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        value(
            "--select",
            mark("RULE"),
            rule_names,
            mark("Check this rule and no others; may be given several times."),
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        value(
            "--ignore",
            mark("RULE"),
            rule_names,
            mark("Leave this rule out; may be given several times."),
        ),
    ] = None,
    strict: Annotated[bool, flag("--strict", mark("Let warnings count as errors do."))] = False,
) -> int:
    """Check practices."""
    from passportkit.cli.commands.validate import ValidateOptions, validate

    wishes = ValidateOptions(format, select or [], ignore or [], strict)
    return validate(context.obj, paths or [], form or [], wishes)


@app.command(
    "render",
    cls=Command,
    help=mark(
        "Make the Word documents of practices.\n\n"
        "Nothing is written for a practice with errors. The exit codes are those of "
        "`passport validate`."
    ),
)
def render(
    context: typer.Context,
    paths: Paths = None,
    form: Forms = None,
    output: Annotated[
        str | None,
        output_to(
            mark("FOLDER"),
            mark(
                "The folder to write to, `out` if none is given; or a file that ends in `.docx`, "
                "for one practice in one form."
            ),
        ),
    ] = None,
    draft: Annotated[
        bool,
        flag(
            "--draft",
            mark("Make the document although sections are missing; they are marked in it."),
        ),
    ] = False,
) -> int:
    """Make the Word documents of practices."""
    from passportkit.cli.commands.render import render

    return render(context.obj, paths or [], form or [], output, draft=draft)


@app.command(
    "import",
    cls=FieldCommand,
    help=mark(
        "Make practices of Word documents that were filled in by hand, or corrected.\n\n"
        "Which form it is, the document itself says. No word is lost: what finds no field stands "
        "under `unplaced`. With `--into` the document goes back into the practice that it was "
        "made of.\n\n"
        "Exit codes: 0 – every word has found its field; 1 – something is left, was passed over or "
        "changed on both sides; 2 – a document cannot be read, or the call is wrong; 3 – there are "
        "no documents."
    ),
)
def import_(
    context: typer.Context,
    documents: Documents,
    form: Annotated[
        str | None,
        value(
            "--form",
            mark("FORM"),
            form_names,
            mark("The form of the documents, where it cannot be recognised."),
        ),
    ] = None,
    output: Annotated[
        str | None,
        output_to(
            mark("FILE"),
            mark(
                "Where to write: a folder, or a file that ends in `.yaml`; `-` is the standard "
                "output. Without it: the folder of practices, or the current folder."
            ),
        ),
    ] = None,
    force: Force = False,
    into: Annotated[
        str | None,
        value(
            "--into",
            mark("FILE"),
            None,
            mark("The practice to bring up to date: only what differs is changed in it."),
        ),
    ] = None,
    diff: Annotated[
        bool,
        flag("--diff", mark("With `--into`: show what would change, by field.")),
    ] = False,
    ours: Annotated[
        list[str] | None,
        value(
            "--ours",
            mark("[FIELD]"),
            None,
            mark("With `--into`: what was changed on both sides stays: all, or a field."),
        ),
    ] = None,
    theirs: Annotated[
        list[str] | None,
        value(
            "--theirs",
            mark("[FIELD]"),
            None,
            mark(
                "With `--into`: what was changed on both sides is the document's: all, or a field."
            ),
        ),
    ] = None,
    comments: Annotated[
        str | None,
        value(
            "--comments",
            mark("MODE"),
            None,
            mark(
                "What reviewers have written beside the text: `list` only shows it, each at its "
                "field; `keep` writes it into the practice, as `#` above the line."
            ),
        ),
    ] = None,
    account: Annotated[
        str | None,
        value(
            "--account",
            mark("FILE"),
            None,
            mark("Write as JSON what has become of every word: its field, or why it has none."),
        ),
    ] = None,
) -> int:
    """Make practices of documents."""
    from passportkit.cli.commands.import_documents import ImportOptions, import_documents

    if comments not in (None, "keep"):
        from passportkit.cli.commands.reviewing import list_comments

        return list_comments(context.obj, documents, form, comments)
    keeps = comments is not None
    if not (into or diff or ours or theirs):
        options = ImportOptions(form, output, force, keeps, account)
        return import_documents(context.obj, documents, options)
    from passportkit.cli.commands.into import bring_into
    from passportkit.engine.correction import Correction

    wanted = Correction(into, form, diff, keeps, ours or (), theirs or (), account)
    return bring_into(context.obj, documents, wanted, writes_elsewhere=force or output is not None)


@app.command(
    "convert",
    cls=Command,
    help=mark(
        "Make documents of another form of Word documents, in one step.\n\n"
        "What the other form asks for and the document does not have is listed, and marked in the "
        "new document.\n\n"
        "Exit codes: 0 – nothing is missing or left; 1 – something is; 2 – a document cannot be "
        "read, or the call is wrong; 3 – there are no documents."
    ),
)
def convert(
    context: typer.Context,
    documents: Documents,
    form: Annotated[
        str,
        value("--form", mark("FORM"), form_names, mark("The form of the new documents.")),
    ],
    output: Annotated[
        str | None,
        output_to(
            mark("FOLDER"),
            mark(
                "The folder to write to, `out` if none is given; or a file that ends in `.docx`, "
                "for one document."
            ),
        ),
    ] = None,
    force: Force = False,
) -> int:
    """Make documents of another form."""
    from passportkit.cli.commands.convert import convert_documents
    from passportkit.cli.commands.import_documents import ImportOptions

    return convert_documents(context.obj, documents, ImportOptions(form, output, force))


@app.command(
    "export",
    cls=Command,
    help=mark(
        "Write the tables of practices into workbooks of Excel, for those who calculate.\n\n"
        "`passport import --into` brings back what was changed there."
    ),
)
def export(
    context: typer.Context,
    files: Annotated[
        list[str], argument(mark("FILES..."), None, mark("Practices, and folders with them."))
    ],
    to: Annotated[str, value("--to", mark("FORMAT"), None, mark("What to write: `xlsx`."))],
    output: Annotated[
        str | None,
        output_to(
            mark("FOLDER"),
            mark(
                "The folder to write to, `out` if none is given; or a file that ends in `.xlsx`, "
                "for one practice."
            ),
        ),
    ] = None,
    force: Force = False,
) -> int:
    """Write the tables of practices."""
    from passportkit.cli.commands.export import export_tables

    return export_tables(context.obj, files, to, output, force=force)


@app.command(
    "schema",
    cls=Command,
    help=mark(
        "Print the JSON Schema of practices, for editors and other checkers.\n\n"
        "`passport new` lays it beside a new practice; `passport schema -o practice.schema.json` "
        "makes it new after an update. `passport schema form` is that of `form.yaml`."
    ),
)
def schema(
    context: typer.Context,
    name: Annotated[
        str,
        argument(
            mark("WHAT"),
            schema_names,
            mark("What the schema is of: `practice`, unless given, or `form`."),
        ),
    ] = "practice",
    output: Annotated[
        str | None,
        output_to(
            mark("FILE"),
            mark("Where to write; an older schema is replaced there, another file is not."),
        ),
    ] = None,
) -> int:
    """Print a schema."""
    from passportkit.cli.commands.schema import schema

    return schema(context.obj, name, output)


@app.command(
    "rules", cls=Command, help=mark("List what `passport validate` can find, a rule in each line.")
)
def rules(
    context: typer.Context,
    markdown: Annotated[
        bool,
        flag("--markdown", mark("Print the pages of all rules as Markdown.")),
    ] = False,
) -> int:
    """List the rules."""
    from passportkit.cli.commands.rules import list_rules

    return list_rules(context.obj, markdown=markdown)


@app.command(
    "explain",
    cls=Command,
    help=mark("Say what a rule finds, why it matters, and how to mend it, with an example."),
)
def explain(
    context: typer.Context,
    rule: Annotated[
        str,
        argument(
            mark("RULE"), rule_names, mark("The name of the rule; `passport rules` lists them.")
        ),
    ],
) -> int:
    """Explain a rule."""
    from passportkit.cli.commands.rules import explain

    return explain(context.obj, rule)
