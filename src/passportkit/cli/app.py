"""The commands and their options. Each declares what it takes and calls one function.

What a command works with is imported when it runs: `--help`, `--version` and completion load
no more than the parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer
from typer.main import get_command

from passportkit import __version__
from passportkit.cli.completion import form_names, speak_ours
from passportkit.cli.help import Command, Group
from passportkit.language import Translator, mark

_HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="passport",
    cls=Group,
    rich_markup_mode=None,
    context_settings=_HELP_OPTIONS,
    help=mark(
        "Write a practice once in YAML, check it, and render it as any of the official Word forms."
        "\n\n"
        "`passport new` begins a practice, `passport validate` says what is missing or wrong, "
        "`passport render` makes the documents."
    ),
)
form_app = typer.Typer(
    name="form",
    cls=Group,
    help=mark("Show the forms that there are, and make an empty one to be filled in by hand."),
)
app.add_typer(form_app)

Forms = Annotated[
    list[str] | None,
    typer.Option(
        "--form",
        metavar=mark("FORM"),
        autocompletion=form_names,
        help=mark("The form that the practice is meant for; may be given several times."),
    ),
]
Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=mark("PATHS..."),
        help=mark(
            "Files and folders with practices; `-` is the standard input. Without them: the "
            "folder of practices of the workspace, or the current folder."
        ),
    ),
]
FormName = Annotated[
    str,
    typer.Argument(
        metavar=mark("FORM"),
        autocompletion=form_names,
        help=mark("The name of the form; `passport form list` shows them."),
    ),
]


def _show_version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        context.obj.print(f"passport {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def passport(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001
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
    _help_if_alone(context)


@form_app.callback(invoke_without_command=True)
def form(context: typer.Context) -> None:
    """Show the help page where no command is given."""
    _help_if_alone(context)


def _help_if_alone(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        context.obj.print(context.get_help())


@app.command(
    "new",
    cls=Command,
    help=mark(
        "Begin a practice: write a file with the questions of its forms, in order, with hints."
        "\n\n"
        "An existing file is never overwritten."
    ),
)
def new(
    context: typer.Context,
    title: Annotated[
        str,
        typer.Argument(metavar=mark("TITLE"), help=mark("The name of the practice, in quotes.")),
    ],
    form: Forms = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar=mark("FILE"),
            help=mark("Where to write; without it: a file named after the title, in this folder."),
        ),
    ] = None,
) -> int:
    """Begin a practice."""
    from passportkit.cli.new import new

    return new(context.obj, title, form or [], output)


@app.command(
    "validate",
    cls=Command,
    help=mark(
        "Check practices, and show everything that is missing or wrong.\n\n"
        "Exit codes: 0 – no errors; 1 – errors were found; 2 – something could not be read, or "
        "the call is wrong; 3 – there are no files to check."
    ),
)
def validate(context: typer.Context, paths: Paths = None, form: Forms = None) -> int:
    """Check practices."""
    from passportkit.cli.validate import validate

    return validate(context.obj, paths or [], form or [])


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
        typer.Option(
            "-o",
            "--output",
            metavar=mark("FOLDER"),
            help=mark(
                "The folder to write to, `out` if none is given; or a file that ends in `.docx`, "
                "for one practice in one form."
            ),
        ),
    ] = None,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help=mark("Make the document although sections are missing; they are marked in it."),
        ),
    ] = False,
) -> int:
    """Make the Word documents of practices."""
    from passportkit.cli.render import render

    return render(context.obj, paths or [], form or [], output, draft=draft)


@form_app.command("list", cls=Command, help=mark("List the forms that there are."))
def form_list(context: typer.Context) -> int:
    """List the forms."""
    from passportkit.cli.form import list_forms

    return list_forms(context.obj)


@form_app.command(
    "show", cls=Command, help=mark("Show what a form asks for, and which fields answer it.")
)
def form_show(context: typer.Context, name: FormName) -> int:
    """Show what a form asks for."""
    from passportkit.cli.form import show_form

    return show_form(context.obj, name)


@form_app.command(
    "blank",
    cls=Command,
    help=mark(
        "Write an empty form with hints, to be filled in with Word.\n\n"
        "An existing file is never overwritten."
    ),
)
def form_blank(
    context: typer.Context,
    name: FormName,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar=mark("FILE"),
            help=mark("Where to write; without it: a file named after the form, in this folder."),
        ),
    ] = None,
) -> int:
    """Write an empty form."""
    from passportkit.cli.form import blank_form

    return blank_form(context.obj, name, output)


@form_app.command(
    "new",
    cls=Command,
    help=mark(
        "Begin a form of the workspace's own, as a copy of another one.\n\n"
        "It is a file to be edited, `form.yaml`, in the folder of own forms."
    ),
)
def form_new(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar=mark("NAME"),
            help=mark("What the new form is called: small Latin letters, digits and hyphens."),
        ),
    ],
    like: Annotated[
        str,
        typer.Option(
            "--like",
            metavar=mark("FORM"),
            autocompletion=form_names,
            help=mark("The form that the new one begins as."),
        ),
    ],
) -> int:
    """Begin a form."""
    from passportkit.cli.own_forms import new_form

    return new_form(context.obj, name, like)


@form_app.command(
    "check",
    cls=Command,
    help=mark(
        "Find every mistake in a form and in its Word template.\n\n"
        "Without a name: in all forms of the workspace's own."
    ),
)
def form_check(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar=mark("FORM"),
            autocompletion=form_names,
            help=mark("The name of the form; `passport form list` shows them."),
        ),
    ] = None,
) -> int:
    """Check forms."""
    from passportkit.cli.own_forms import check_forms

    return check_forms(context.obj, name)


@form_app.command(
    "template",
    cls=Command,
    help=mark(
        "Write the Word template of a form, to be restyled in Word or LibreOffice.\n\n"
        "An existing file is never overwritten."
    ),
)
def form_template(
    context: typer.Context,
    name: FormName,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar=mark("FILE"),
            help=mark(
                "Where to write; without it: beside the `form.yaml` of an own form, or in this "
                "folder."
            ),
        ),
    ] = None,
) -> int:
    """Write the Word template of a form."""
    from passportkit.cli.own_forms import form_template

    return form_template(context.obj, name, output)


def command_tree(translate: Translator) -> Any:
    """Return the commands with all their words in the language of `translate`."""
    root: Any = get_command(app)
    speak_ours(root)
    language: Any = next(param for param in root.params if param.name == "lang")
    # Typer would load Pydantic, for half of the time of `--help`, to check even what is not given
    language.process_value = lambda _context, value: value
    for command in _below(root):
        command.params.append(language)
    for command in (root, *_below(root)):
        _translate(command, translate)
    return root


def _below(command: Any) -> Iterator[Any]:
    for inner in getattr(command, "commands", {}).values():
        yield inner
        yield from _below(inner)


def _translate(command: Any, translate: Translator) -> None:
    command.help = translate(command.help or "")
    command.about_help = translate(Command.about_help)
    for param in command.params:
        param.help = translate(param.help or "")
        param.metavar = translate(param.metavar or "") or None
