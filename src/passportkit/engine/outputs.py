"""Which documents become of practices, and the files that they go to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from passportkit.engine.practices import Case, Practices
from passportkit.engine.targets import as_file_systems_see_it, refuse_input
from passportkit.errors import CannotGoOn
from passportkit.files.paths import is_folder, shown
from passportkit.files.saving import replace
from passportkit.forms import Form
from passportkit.language import say
from passportkit.workspace.find import FoundFile
from passportkit.workspace.naming import portable

FOLDER = "out"
SUFFIX = ".docx"


class Output(NamedTuple):
    """A form that a practice is handed in as, and the file of the document.

    `folder` is that in which it has to be, whatever links there are; None: the call names the file.
    """

    form: Form
    path: Path
    folder: Path | None = None

    def write(self, content: bytes, inputs: frozenset[str]) -> None:
        """Write the document; raise `CannotGoOn` as `replace` does, and over one of the inputs."""
        refuse_input(self.path, inputs)
        replace(self.path, content, within=self.folder)


def outputs_of(case: Case, output: str | None) -> list[Output]:
    """Return the documents that become of a practice, in the order of its forms."""
    if _is_one_file(output):
        return [Output(form, Path(output or "")) for form in case.checked.forms]
    below, folder = case.file.below, Path(output or FOLDER)
    root = folder if output else Path()  # a folder that nobody has named may be a stranger's link
    return [
        Output(form, folder / below.with_name(portable(f"{below.stem}.{form.name}{SUFFIX}")), root)
        for form in case.checked.forms
    ]


def place_of_blank(form: Form, output: str | None) -> Path:
    """Return where an empty form goes: the file that is named, or one in the folder that is."""
    name = portable(f"{form.name}{SUFFIX}")
    path = Path(output or name)
    return path / name if is_folder(path) else path


def _is_one_file(output: str | None) -> bool:
    return output is not None and output.lower().endswith(SUFFIX)


def refuse_clashes(practices: Practices, output: str | None) -> None:
    """Raise `CannotGoOn` where two documents would be the same file, before any is written."""
    if output is not None and _is_one_file(output):
        _refuse_several(practices, output)
        return
    taken: dict[str, FoundFile] = {}
    for file in _alike(practices):
        for each in outputs_of(practices.case(file), output):
            earlier = taken.setdefault(as_file_systems_see_it(each.path), file)
            if earlier is not file:
                raise CannotGoOn(
                    say(
                        "`{one}` and `{other}` would both become `{path}`; rename one of them, or "
                        "render them into different folders with `-o`",
                        one=earlier.name,
                        other=file.name,
                        path=shown(each.path),
                    )
                )


def _alike(practices: Practices) -> Iterator[FoundFile]:
    """Yield the files whose documents could have the same names: few need to be read twice."""
    named: dict[str, list[FoundFile]] = defaultdict(list)
    for file in practices.files:
        name = file.below.with_name(portable(f"{file.below.stem}{SUFFIX}"))
        named[as_file_systems_see_it(name)].append(file)
    return (file for files in named.values() if len(files) > 1 for file in files)


def _refuse_several(practices: Practices, output: str) -> None:
    count = sum(len(case.checked.forms) for case in practices)
    if len(practices.files) > 1 or count > 1:
        raise CannotGoOn(
            say(
                "`-o {path}` is one document, but {count} would be made; name a folder after "
                "`-o`, or one practice and one form",
                path=shown(Path(output)),
                count=count,
            )
        )
