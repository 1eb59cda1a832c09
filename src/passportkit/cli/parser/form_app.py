"""The commands of `passport form` and their options, declared like those of `passport`."""

from __future__ import annotations

from typing import Annotated

import typer

from passportkit.cli.parser.completion import form_names
from passportkit.cli.parser.options import argument, output_to, value
from passportkit.cli.parser.typer_parser import Command, CommandGroup
from passportkit.language import mark

form_app = typer.Typer(
    name="form",
    cls=CommandGroup,
    help=mark("Show the forms that there are, and make an empty one to be filled in by hand."),
)
_FORM = argument(
    mark("FORM"), form_names, mark("The name of the form; `passport form list` shows them.")
)
FormName = Annotated[str, _FORM]


@form_app.callback(invoke_without_command=True)
def form(context: typer.Context) -> None:
    """Show the help page where no command is given."""
    help_if_alone(context)


def help_if_alone(context: typer.Context) -> None:
    """Show the help page of a group where none of its commands is given."""
    if context.invoked_subcommand is None:
        context.obj.print(context.get_help())


@form_app.command("list", cls=Command, help=mark("List the forms that there are."))
def form_list(context: typer.Context) -> int:
    """List the forms."""
    from passportkit.cli.commands.form import list_forms

    return list_forms(context.obj)


@form_app.command(
    "show", cls=Command, help=mark("Show what a form asks for, and which fields answer it.")
)
def form_show(context: typer.Context, name: FormName) -> int:
    """Show what a form asks for."""
    from passportkit.cli.commands.form import show_form

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
        output_to(
            mark("FILE"),
            mark("Where to write; without it: a file named after the form, in this folder."),
        ),
    ] = None,
) -> int:
    """Write an empty form."""
    from passportkit.cli.commands.form import blank_form

    return blank_form(context.obj, name, output)


@form_app.command(
    "new",
    cls=Command,
    help=mark(
        "Begin a form of the workspace's own: as a copy of another one, or as a contest's blank "
        "document has it.\n\n"
        "It is a file to be edited, `form.yaml`, in the folder of own forms."
    ),
)
def form_new(
    context: typer.Context,
    name: Annotated[
        str,
        argument(
            mark("NAME"),
            None,
            mark("What the new form is called: small Latin letters, digits and hyphens."),
        ),
    ],
    like: Annotated[
        str | None,
        value("--like", mark("FORM"), form_names, mark("The form that the new one begins as.")),
    ] = None,
    document: Annotated[
        str | None,
        value("--from", mark("FILE"), None, mark("The empty document of a contest, from Word.")),
    ] = None,
) -> int:
    """Begin a form."""
    from passportkit.cli.commands.own_forms import new_form
    from passportkit.engine.new_forms import FormModel

    return new_form(context.obj, name, FormModel(like, document))


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
    name: Annotated[str | None, _FORM] = None,
) -> int:
    """Check forms."""
    from passportkit.cli.commands.own_forms import check_forms

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
        output_to(
            mark("FILE"),
            mark(
                "Where to write; without it: beside the `form.yaml` of an own form, or in this "
                "folder."
            ),
        ),
    ] = None,
) -> int:
    """Write the Word template of a form."""
    from passportkit.cli.commands.own_forms import form_template

    return form_template(context.obj, name, output)
