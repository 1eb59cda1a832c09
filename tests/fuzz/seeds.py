"""What there is to be mutated: all files of the repository, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from passportkit import Toolkit
from passportkit.engine.exporting import export
from passportkit.paper.model import texts_of
from passportkit.paper.page.page import read_page
from passportkit.practice import BUILT_IN
from passportkit.source import read
from passportkit.text import plain
from passportkit.word.template.build import build
from tests.conftest import FORM
from tests.fuzz.package_words import parts_of, zipped
from tests.workbook.books import book

ROOT = Path(__file__).parents[2]
_EXAMPLES = ROOT / "examples" / "practices"


class Seed(NamedTuple):
    """An input, and the file that it belongs to, if there is one.

    That is the practice that a document corrects, and the form that a template is made for.
    """

    content: bytes
    beside: bytes | None = None


Seeds = Mapping[str, Seed]


@cache
def documents() -> Seeds:
    """Return documents of Word by what they are called."""
    patterns = ("tests/corpus/*/document.docx", "tests/samples/*.docx")
    return _sorted(*map(_kept, patterns), _rendered())


@cache
def workbooks() -> Seeds:
    """Return workbooks of Excel."""
    return _sorted(_kept("tests/corpus/*/document.xlsx"), _sheets())


@cache
def stamped() -> Seeds:
    """Return documents that were made of a practice."""
    return _sorted((name, seed) for name, seed in _rendered() if seed.beside)


@cache
def pages() -> Seeds:
    """Return pages as they are saved, in one file or as text too."""
    saved = dict((*_kept("tests/corpus/*/document.html"), *_kept("tests/samples/*.html")))
    return _sorted(saved.items(), _in_one_file(saved), _as_text(saved))


@cache
def practices() -> Seeds:
    """Return practices, whole and hardly begun."""
    begun = ((f"{form}, begun", Seed(Toolkit().new("Клуб", form).encode())) for form in _forms())
    kept = map(_kept, ("examples/practices/*.yaml", "tests/corpus/*/*.yaml"))
    return _sorted(*kept, begun)


@cache
def forms() -> Seeds:
    """Return what describes a form."""
    patterns = ("templates/*/form.yaml", "tests/rules/forms/*/form.yaml")
    return _sorted(*map(_kept, patterns), _forms_of_one_layout())


@cache
def templates() -> Seeds:
    """Return Word templates, each beside its form."""
    catalogue = Toolkit().catalogue
    built = (
        (name, Seed(build(catalogue.form(name)), catalogue.content(name))) for name in _forms()
    )
    return _sorted(built)


@cache
def settings() -> Seeds:
    """Return settings of a workspace."""
    return {name: Seed(text.encode()) for name, text in _SETTINGS.items()}


def _sorted(*seeds: Iterable[tuple[str, Seed]]) -> Seeds:
    return dict(sorted(each for some in seeds for each in some))


def _forms() -> list[str]:
    return Toolkit().catalogue.names()


def _kept(pattern: str) -> Iterator[tuple[str, Seed]]:
    for path in ROOT.glob(pattern):
        practice = path.with_name("practice.yaml")
        is_document = path.name.startswith("document.") and practice.exists()
        given = practice.read_bytes() if is_document else None
        yield path.relative_to(ROOT).as_posix(), Seed(path.read_bytes(), given)


# --- what is made ---


def _rendered() -> Iterator[tuple[str, Seed]]:
    """Yield every example in every form, and every form without answers."""
    kit = Toolkit()
    for form in kit.catalogue.names():
        yield f"{form}, blank", Seed(kit.blank(form))
        for path in _EXAMPLES.glob("*.yaml"):
            checked = kit.check(path, forms=form)
            if checked.practice and not checked.hindrances(draft=True):
                docx = kit.render(checked, form, draft=True)
                yield f"{form}, {path.stem}", Seed(docx, path.read_bytes())


def _in_one_file(pages: Seeds) -> Iterator[tuple[str, Seed]]:
    """Yield pages as browsers save them in one file, each in another spelling."""
    spellings = ("quoted-printable", "base64", "8bit")
    for number, (name, page) in enumerate(pages.items()):
        message = EmailMessage()
        message.set_content("страница")
        spelling = spellings[number % len(spellings)]
        message.add_attachment(page.content.decode("utf-8", "replace"), "html", cte=spelling)
        yield f"{name}, in one file", page._replace(content=message.as_bytes())


def _as_text(pages: Seeds) -> Iterator[tuple[str, Seed]]:
    """Yield the words of pages, as they are pasted into a file."""
    for name, page in pages.items():
        words = "\n".join(map(plain, texts_of(read_page(page.content).blocks)))
        yield f"{name}, as text", page._replace(content=words.encode())


def _forms_of_one_layout() -> Iterator[tuple[str, Seed]]:
    """Yield small forms, one in each layout."""
    for layout in ("sections", "grid", "card"):
        lines = FORM.replace("note", f"note-{layout}", 1).replace(
            "sections:", "layout: LAYOUT\nsections:"
        )
        yield f"a note, {layout}", Seed(lines.replace("LAYOUT", layout).encode())


_SETTINGS = {
    "empty": "",
    "usual": 'forms = ["note"]\nlanguage = "ru"\npractices = "practices"\nown-forms = "forms"\n',
    "rules": (
        '# Правила\n[rules]\nlimit = "off"\n"contact-missing" = "error"\nempty-section = "info"\n'
    ),
    "everything": (
        'language = "en"\nforms = [\n  "note",  # своя\n  "practice-passport",\n]\n'
        "[rules]\nplaceholder-text = 'warning'\nempty-field = \"off\"\n"
    ),
}


def _sheets() -> Iterator[tuple[str, Seed]]:
    """Yield the tables of every example, and a workbook with whatever may stand beside cells."""
    for path in _EXAMPLES.glob("*.yaml"):
        practice = path.read_bytes()
        yield f"tables, {path.stem}", Seed(export(read(practice, path.name), BUILT_IN), practice)
    estimate = book({"Смета": _ROWS, "Черновик": _ROWS[:2]}, _furnish)
    parts = (part for part in parts_of(estimate).items() if not part[0].startswith("docProps/"))
    practice = (_EXAMPLES / "sosedskie-kluby.yaml").read_bytes()
    yield "an estimate with much beside it", Seed(zipped(parts), practice)


_ROWS = (
    ("Смета расходов",),
    ("№ п/п", "Статья расходов", "Кол-во", "Цена, руб.", "Сумма, руб.", "Источник"),
    ("1", "Столы складные", 24, 8500.5, "=C3*D3", "Грант"),
    ("2", "Охрана, 12 месяцев", 12, 4375, 52500, "Бюджет города"),
    ("Итого", None, None, None, 256512, None),
)


def _furnish(workbook: Any) -> None:
    """Put into a workbook what stands beside the values of its cells."""
    from openpyxl.comments import Comment

    sheet, draft = workbook.worksheets
    sheet["B3"].comment = Comment("Дорого", "Рецензент")
    sheet["B4"].hyperlink = "https://ohrana.example.org"
    sheet["D3"].number_format = "0.0"
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("A5:D5")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["F"].hidden = True
    sheet.oddHeader.center.text = "Приложение"
    draft.sheet_state = "hidden"
