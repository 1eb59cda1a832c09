"""The arrows between the rooms point one way."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import passportkit

PACKAGE = Path(passportkit.__file__).parent

BOTTOM = {
    *("controls", "language", "findings", "edits", "errors", "gapped", "integers", "latin"),
    *("lines", "locks", "matching", "programs", "suggestion", "version"),
}

ARROWS = {
    "controls": set(),
    "language": {"controls"},
    "findings": {"edits", "language"},
    "edits": {"errors", "language", "lines"},
    "errors": {"language"},
    "gapped": set(),
    "integers": set(),
    "latin": set(),
    "lines": set(),
    "locks": set(),
    "matching": set(),
    "programs": set(),
    "suggestion": {"language"},
    "version": set(),
    "stamp": set(),
    "files": {"controls", "errors", "findings", "language", "locks"},
    "text": set(),
    "source": BOTTOM | {"text"},
    "practice": {"matching", "text", "language"},
    "facts": BOTTOM | {"practice", "source", "text"},
    "forms": BOTTOM | {"facts", "files", "practice", "source", "stamp", "text"},
    "paper": BOTTOM | {"stamp", "text"},
    "layout": {"forms", "paper", "text"},
    "intake": BOTTOM | {"forms", "paper", "practice", "stamp", "text"},
    "inference": BOTTOM | {"facts", "forms", "intake", "paper", "practice", "source", "text"},
    "merge": BOTTOM | {"forms", "practice", "source", "stamp", "text"},
    "rules": BOTTOM | {"forms", "practice", "source", "text"},
    "documents": BOTTOM,
    "word": BOTTOM | {"documents", "forms", "layout", "paper", "stamp", "text"},
    "workbook": BOTTOM | {"documents", "paper", "text"},
    "workspace": BOTTOM | {"files", "forms", "practice", "source", "text"},
    "report": BOTTOM
    | {"engine", "files", "forms", "inference", "intake", "merge", "rules", "source", "workspace"},
    "engine": BOTTOM
    | {"rules", "word", "workbook", "workspace", "inference", "intake", "merge", "documents"}
    | {"files", "forms", "paper", "practice", "source", "stamp", "text"},
    "cli": BOTTOM
    | {"engine", "report", "rules", "word", "workspace", "intake", "merge"}
    | {"files", "forms", "paper", "practice", "source", "stamp", "text"},
    "__main__": {"cli"},
    "__init__": {"engine", "errors", "findings", "language", "version"},
}
"""What each room may import from the others."""


INSIDE: dict[str, dict[str, set[str]]] = {
    "cli": {
        "terminal": set(),
        "commands": {"terminal"},
        "parser": {"commands", "terminal"},
    },
    "paper": {"page": set(), "pasted": set()},
    "word": {
        "package": set(),
        "template": {"package"},
        "write": {"package", "template"},
        "read": {"package"},
    },
}
"""Rooms that are divided, and what each of their parts may import from the other parts."""


def rooms() -> list[str]:
    inside = [path for path in PACKAGE.iterdir() if path.suffix == ".py" or is_package(path)]
    return sorted(path.stem for path in inside)


def is_package(path: Path) -> bool:
    return path.is_dir() and any(path.glob("*.py"))


def imports(room: str) -> Iterator[tuple[str, str]]:
    """Yield the modules of a room and the dotted names that each imports, wherever it does."""
    for path in [PACKAGE / f"{room}.py", *PACKAGE.glob(f"{room}/**/*.py")]:
        if path.is_file():
            module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
            yield from ((module, name) for name in imported(path))


@cache
def imported(path: Path) -> list[str]:
    """Return the dotted names that a module imports."""
    return [*_imported(path)]


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def others(room: str) -> list[str]:
    """Return what a room imports from elsewhere: of ours without our name, of others as is."""
    ours = f"{PACKAGE.name}."
    names = {name.removeprefix(ours) for _module, name in imports(room)}
    return sorted(name for name in names if name.partition(".")[0] != room)


def test_every_room_is_known_here():
    assert set(rooms()) == set(ARROWS)


@pytest.mark.parametrize("room", ARROWS)
def test_a_room_imports_only_what_lies_below_it(room):
    above = [name for name in others(room) if name.partition(".")[0] in set(ARROWS) - ARROWS[room]]
    assert above == []


@pytest.mark.parametrize(("room", "part"), [(r, part) for r in INSIDE for part in INSIDE[r]])
def test_a_part_of_a_room_imports_only_what_lies_below_it(room, part):
    beyond = set(INSIDE[room]) - INSIDE[room][part] - {part}
    names = [name.split(".") for name in others(f"{room}/{part}")]
    assert [name for name in names if name[0] == room and name[1] in beyond] == []


def test_every_divided_room_is_known_here():
    parts = {path.parent for path in PACKAGE.glob("*/*/__init__.py")}
    assert {PACKAGE / room / part for room in INSIDE for part in INSIDE[room]} == parts


def test_the_arrows_close_no_circle():
    settled: set[str] = set()
    for _ in ARROWS:
        settled |= {room for room, below in ARROWS.items() if below & set(ARROWS) <= settled}
    assert settled == set(ARROWS)


def test_the_modules_close_no_circle_either():
    homes = {path: _dotted(path) for path in PACKAGE.rglob("*.py")}
    modules = set(homes.values())
    used = {
        module: {_home(name, modules) for name in imported(path)} & modules - {module}
        for path, module in homes.items()
    }
    assert len(list(TopologicalSorter(used).static_order())) == len(modules)


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _home(name: str, modules: set[str]) -> str:
    """Return the module that `name` is, or is of."""
    return name if name in modules else name.rpartition(".")[0]


@pytest.mark.parametrize("room", [*sorted(BOTTOM), "stamp", "text"])
def test_what_lies_at_the_bottom_needs_the_standard_library_only(room):
    import sys

    allowed = {*sys.stdlib_module_names, *ARROWS}
    assert [name for name in others(room) if name.partition(".")[0] not in allowed] == []


@pytest.mark.parametrize("room", ["layout", "word"])
def test_a_document_knows_a_form_and_plain_words_and_nothing_of_how_they_came(room):
    seen = {".".join(name.split(".")[:2]) for name in others(room) if name.startswith("forms.")}
    assert seen <= {"forms.filled", "forms.model"}


@pytest.mark.parametrize(
    ("library", "room"),
    [
        ("yaml", {"source"}),
        ("docx", {"word"}),
        ("lxml", {"documents", "paper", "word"}),
        ("openpyxl", {"workbook"}),
        ("rich", {"report", "cli"}),
        ("typer", {"cli"}),
        ("platformdirs", {"cli"}),
        ("tomllib", {"workspace"}),
    ],
)
def test_a_library_has_a_room_of_its_own(library, room):
    users = {user for user in ARROWS for name in others(user) if name.split(".")[0] == library}
    assert users == room


# --- who touches the disk ---

DISK = {
    *("read_bytes", "read_text", "write_bytes", "write_text", "mkdir", "touch", "unlink"),
    *("os.open", "os.fdopen", "os.link", "os.replace", "os.rename", "os.unlink", "os.remove"),
    *("open", "symlink_to", "hardlink_to", "tempfile", "shutil", "mmap"),
}
"""What reads and writes files, by its name in Python."""

WHO = {
    "files/contents": "files of people are read here",
    "files/saving": "and written here",
    "files/leftovers": "and this is what waits to take their place",
    "word/template/cache": "templates that are ready, in a folder of the user's own",
    "documents/confinement": "what LibreOffice is started with",
    "documents/office": "what LibreOffice is given, and makes",
    "documents/scratch": "the folder for that",
    "cli/terminal/editor": "an answer on its way to an editor and back",
    "report/waiting": "what waits of a long report",
    "cli/main": "where a closed stream leads",
    "__main__": "where a stream leads that was closed from the beginning",
}
"""The modules that touch the disk, and what for."""


def touched(path: Path) -> set[str]:
    """Return what a module uses to touch the disk."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
            names.add(module or "")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            names.add(node.func.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            names.add(node.func.attr if node.func.attr != "open" or has_a_mode(node) else "")
            names |= {f"{owner.id}.{node.func.attr}"} if isinstance(owner, ast.Name) else set()
    return names & DISK


def has_a_mode(call: ast.Call) -> bool:
    """Whether something is opened as a file is: much else can be opened here."""
    first = call.args[0] if call.args else None
    return isinstance(first, ast.Constant) and set(str(first.value)) <= set("rwxabt+")


def test_files_are_read_and_written_in_one_place():
    found = {
        path.relative_to(PACKAGE).with_suffix("").as_posix()
        for path in PACKAGE.rglob("*.py")
        if touched(path)
    }
    assert found == set(WHO)
