"""What `cli/parser/typer_parser.py` relies on in Typer, beyond what Typer documents."""

from __future__ import annotations

from typing import Any

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

from passportkit.cli.parser.app import app
from passportkit.cli.parser.command_tree import command_tree
from passportkit.cli.parser.completion import OPTIONS
from passportkit.cli.parser.typer_parser import Command, CommandGroup, CommandTree, only
from passportkit.errors import CannotGoOn
from passportkit.language import translator

ROOT = command_tree(translator("en")).root
RENDER = ROOT.commands["render"]
BY_NAME = {param.name: param for param in RENDER.params}

COMMAND = "help params get_help_option get_params parse_args format_help make_context invoke"
PARAMETER = "name opts help metavar default required multiple nargs callback process_value"

RELIED_ON: dict[str, tuple[Any, str]] = {
    "an application": (app, "registered_commands registered_groups"),
    "a command": (RENDER, COMMAND),
    "a group": (ROOT, f"{COMMAND} commands main resolve_command"),
    "an argument": (BY_NAME["paths"], PARAMETER),
    "an option": (BY_NAME["output"], f"{PARAMETER} is_flag"),
    "a flag": (BY_NAME["draft"], f"{PARAMETER} is_flag"),
    "a context": (
        ROOT.make_context("passport", ["rules"]),
        "allow_extra_args command command_path find_root obj resilient_parsing",
    ),
}
"""What Typer makes, and the names that are used of it."""


@pytest.mark.parametrize("thing", RELIED_ON)
def test_typer_has_the_names_that_are_used(thing):
    made, names = RELIED_ON[thing]
    gone = [name for name in names.split() if not hasattr(made, name)]
    assert not gone, (
        f"in Typer {typer.__version__}, {thing} has no {gone}: see cli/parser/typer_parser.py"
    )


def test_classes_of_ours_are_those_of_the_tree():
    assert (type(ROOT), type(RENDER)) == (CommandGroup, Command)
    assert issubclass(CommandGroup, TyperGroup)
    assert issubclass(Command, TyperCommand)


def test_an_argument_has_no_dash_before_its_name_and_an_option_has():
    assert BY_NAME["paths"].opts == ["paths"]
    assert BY_NAME["output"].opts == ["-o", "--output"]


def test_what_is_no_flag_takes_texts():
    """So what is typed can be taken as it is."""
    texts = ["render", "--form", "a", "--form", "b", "-o", "c", "d", "e"]
    with ROOT.make_context("passport", texts) as context:
        _name, command, rest = ROOT.resolve_command(context, texts)
        inner = command.make_context("render", rest, parent=context)
    assert inner.params == {"form": ["a", "b"], "output": "c", "paths": ["d", "e"], "draft": False}


def test_one_command_alone_still_is_a_command_of_a_group():
    alone = only(app, "rules")
    assert alone is not None
    assert list(CommandTree(alone, translator("en")).root.commands) == ["rules"]
    assert only(app, "form") is None
    assert len(app.registered_commands) > 1


def test_typer_brings_two_options_of_completion():
    brought = {param.name: param for param in ROOT.params if param.name in OPTIONS}
    assert brought.keys() == OPTIONS.keys()
    assert all(param.callback is not None for param in brought.values())


@pytest.mark.parametrize(
    ("call", "name", "attributes"),
    [
        (["--fom", "a"], "NoSuchOption", {"option_name": "--fom", "possibilities": ["--form"]}),
        (["--form"], "BadOptionUsage", {"option_name": "--form"}),
        (["--draft=yes"], "BadOptionUsage", {"option_name": "--draft"}),
    ],
)
def test_errors_have_the_names_and_attributes_by_which_they_are_known(call, name, attributes):
    error = refused("render", call)
    assert type(error).__name__ == name, f"Typer {typer.__version__} has another name for it"
    assert {key: getattr(error, key) for key in attributes} == attributes


def test_what_is_missing_is_known_by_its_parameter():
    error = refused("explain", [])
    assert type(error).__name__ == "MissingParameter"
    assert error.param.metavar == "RULE"


def refused(name: str, call: list[str]) -> Any:
    """Return the error of Typer's that stands behind our refusal."""
    with pytest.raises(CannotGoOn) as raised:
        ROOT.commands[name].make_context(name, call)
    assert isinstance(raised.value.__cause__, typer.TyperException)
    return raised.value.__cause__


def test_an_error_that_nobody_knows_still_gets_a_sentence(monkeypatch):
    def fail(*_arguments: object) -> None:
        raise typer.TyperException("the moon is full")

    monkeypatch.setattr(TyperCommand, "parse_args", fail)
    with pytest.raises(CannotGoOn) as raised:
        RENDER.make_context("render", [])
    assert str(raised.value) == "the call cannot be understood\nsee `render --help`"


# --- one place ----------------------------------------------------------------------------


def test_nobody_else_goes_below_what_typer_documents():
    from tests.test_layers import imports

    users = {
        module
        for module, name in imports("cli")
        if name.startswith("typer.") and name.count(".") > 1
    }
    assert users == {"cli.parser.typer_parser"}
