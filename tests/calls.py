"""One call of every command, and the folder in which all of them can be made."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from passportkit.engine.exporting import export
from passportkit.engine.toolkit import Toolkit
from passportkit.report.formats import FORMATS
from passportkit.workspace.workspace import Workspaces
from tests.conftest import FORM, PRACTICE

PASSPORT = Path(sys.executable).with_name("passport.exe" if sys.platform == "win32" else "passport")
"""The program as it is installed."""

COSTS = 'costs:\n  - {item: Чай, amount: "100", source: местный бюджет}\n'
TEXT = "Записка\n1. Наименование\nКлуб соседей\n2. Суть практики\nСоседи встречаются.\n"
PAGE = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())

CALLS: tuple[str, ...] = (
    "--version",
    "--help",
    "--show-completion",
    *(f"validate wrong.yaml klub.yaml --format {name}" for name in FORMATS),
    "validate klub.yaml",
    "validate -",
    "render klub.yaml",
    "render -",
    "render klub.yaml wrong.yaml -o all",
    "import klub.docx -o new.yaml --account account.json",
    "import klub.docx -o -",
    "import -",
    "import text.txt page.html --form note -o many",
    "import klub.docx --into klub.yaml",
    "import klub.docx --into klub.yaml --diff",
    "import klub.xlsx --into klub.yaml",
    "convert klub.docx --form algorithm",
    "convert klub.docx --form algorithm -o -",
    "export klub.yaml --to xlsx",
    "export klub.yaml --to xlsx -o -",
    "new Сад",
    "new Сад -o -",
    "new --from klub.yaml Чай",
    "new --ask Клуб",
    "schema",
    "schema form -o form.schema.json",
    "rules",
    "rules --markdown",
    "explain costs-total",
    "form list",
    "form show note",
    "form blank note",
    "form new own --like note",
    "form new ours --from klub.docx",
    "form check",
    "form template algorithm",
)
"""What is called, as words of a command line; where it reads the standard input, `-` says so."""


def prepare(folder: Path) -> None:
    """Make a workspace with a form, a practice, and documents of each kind."""
    texts = {
        "passport.toml": 'forms = ["note"]\n',
        "forms/note/form.yaml": FORM,
        "klub.yaml": PRACTICE + COSTS,
        "wrong.yaml": PRACTICE + "gaols: x\n",
        "text.txt": TEXT,
        "page.html": PAGE,
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    kit = Toolkit.of(Workspaces().of(folder))
    checked = kit.check(folder / "klub.yaml")
    (folder / "klub.docx").write_bytes(kit.render(checked, "note"))
    (folder / "klub.xlsx").write_bytes(export(checked.source, kit.catalogue.vocabulary))


def rehearse() -> None:
    """Make each call once, unheard, so that processes that are forked have loaded all it takes."""
    from passportkit.__main__ import main

    words, stdin, here = sys.argv, sys.stdin, Path.cwd()
    with (
        TemporaryDirectory() as folder,
        Path(os.devnull).open("w+", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),
        redirect_stderr(nowhere),
    ):
        prepare(Path(folder))
        os.chdir(folder)
        sys.stdin = nowhere
        for call in CALLS:
            sys.argv = ["passport", *call.split()]
            main()
        os.chdir(here)
    sys.argv, sys.stdin = words, stdin
    gc.freeze()  # else each of them would look through all of it, and so get memory of its own
