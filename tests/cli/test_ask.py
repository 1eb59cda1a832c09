"""`passport new --ask`, driven through a pseudo-terminal as a person would."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from passportkit.files.paths import quoted
from tests.cli.session import CTRL_C, CTRL_D, Session
from tests.conftest import FORM, Ended, Passport, Write

SURVEY = FORM + (
    "  - {number: 3, heading: Сроки, show: period}\n"
    "  - number: 4\n"
    "    heading: Итоги\n"
    "    rows: results\n"
    "    columns: [{heading: Показатель, show: indicator}, {heading: Значение, show: value}]\n"
    "  - {number: 5, heading: Задачи, show: tasks}\n"
    "  - number: 6\n"
    "    heading: Контакты\n"
    "    rows: contacts\n"
    "    columns: [{heading: Имя, show: name}, {heading: Почта, show: phones-and-emails}]\n"
)


@pytest.fixture
def folder(write: Write, tmp_path: Path) -> Path:
    """Return a workspace with a form of six questions, besides the title."""
    write("passport.toml", 'forms = ["note"]\n')
    write("forms/note/form.yaml", SURVEY)
    return tmp_path


def text(folder: Path, name: str = "klub.yaml") -> str:
    return (folder / name).read_text("utf-8")


# --- interrupted and resumed --------------------------------------------------------------


def test_it_is_broken_off_and_gone_on_with(folder: Path) -> None:
    with Session(folder, "Клуб", "--ask") as first:
        first.type("Соседи: встречаются.", "# Каждую среду", "", "2019-2020 годы", "Встречи")
        first.type(CTRL_C)
        assert first.code == 130
        assert "passport new --ask klub.yaml" in first.screen
    assert "summary: |\n  Соседи: встречаются.\n  # Каждую среду\n" in text(folder)
    assert "period: 2019-2020 годы\n" in text(folder)
    assert "results:\n  - indicator: Встречи\n    value:\n" in text(folder)
    before = text(folder)

    with Session(folder, "--ask", "klub.yaml") as second:
        shown = second.type()
        assert "5. Задачи" in shown
        assert "2. Суть практики" not in shown
        second.type("- раз", 'два: "три"', "")
        second.type("Светлова Анна", "", "", "a@example.org", "b@example.org", "", "")
        assert second.code == 0
    assert 'tasks:\n  - "- раз"\n  - \'два: "три"\'\n' in text(folder)
    assert (
        "contacts:\n  - name: Светлова Анна\n    phones:\n    fax:\n"
        "    emails:\n      - a@example.org\n      - b@example.org\n"
    ) in text(folder)
    kept = [line for line in before.splitlines() if line not in ("tasks:", "contacts:")]
    after = text(folder).splitlines()
    assert [line for line in kept if line not in after] == ["  - name:"]


def test_the_same_call_goes_on_too_and_the_end_of_input_is_no_failure(folder: Path) -> None:
    with Session(folder, "Клуб", "--ask", "-o", "мой клуб.yaml") as first:
        first.type("Суть", "", CTRL_D)
        assert first.code == 0
        assert f"passport new --ask {quoted(Path('мой клуб.yaml'))}" in first.screen
    for call in (["Клуб"], []):
        with Session(folder, *call, "--ask", "-o", "мой клуб.yaml") as again:
            assert "3. Сроки" in again.type()
            again.type(CTRL_D)
            assert again.code == 0


def test_words_that_others_write_meanwhile_stay(folder: Path) -> None:
    with Session(folder, "Клуб", "--ask") as session:
        session.type("Суть", "")
        path = folder / "klub.yaml"
        path.write_text(text(folder).replace("tasks:", "tasks: уже есть"), "utf-8")
        session.type("2019", CTRL_D)
        assert session.code == 0
    assert "tasks: уже есть\n" in text(folder)
    assert "period: 2019\n" in text(folder)
    assert "summary: Суть\n" in text(folder)


# --- what one can do, without a terminal of its own ---------------------------------------

Typed = Callable[..., Ended]


@pytest.fixture
def typed(passport: Passport, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Return `typed(arguments, *lines)`: a call in which these lines are typed, and no more."""
    monkeypatch.setattr("passportkit.cli.terminal.prompt.is_possible", lambda _terminal: True)

    def call(arguments: list[str], *lines: str, **own: str) -> Ended:
        stdin = "".join(f"{line}\n" for line in lines).encode()
        return passport("new", "--ask", *arguments, stdin=stdin, **own)

    return call


def test_what_cannot_be_read_may_be_typed_again_or_kept(folder: Path, typed: Typed) -> None:
    typed(["Клуб"], "", "когда-то", "n", "давно", "", "Встречи", "много", "н", "12")
    assert "period: давно\n" in text(folder)
    assert "  - indicator: Встречи\n    value: 12\n" in text(folder)


def test_one_can_go_back(folder: Path, typed: Typed) -> None:
    ended = typed(["Клуб"], "Сутъ", "", "..", "Суть", "", "2019")
    assert "  сейчас: Сутъ\n" in ended.out or "  so far: Сутъ\n" in ended.out
    assert "summary: Суть\n" in text(folder)


def test_one_can_go_back_in_a_table(folder: Path, typed: Typed) -> None:
    rows = ["Встречи", "5", "Людт", "..", "Люди", "10", "..", "..", "Соседи", "", "", "", ""]
    typed(["Клуб"], "", "2019", *rows, "раз", "", *[".."] * 6, "2020")
    assert (
        "results:\n  - indicator: Соседи\n    value: 5\n  - indicator: Люди\n    value: 10\n"
    ) in text(folder)
    assert "tasks: раз\n" in text(folder)
    assert "period: 2020\n" in text(folder)


def test_an_answer_that_was_broken_off_is_kept(folder: Path, typed: Typed) -> None:
    begun = ["Анна", "", "", "a@example.org", "b@example.org"]
    typed(["Клуб"], "", "2019", "", "", *begun)
    emails = "    emails:\n      - a@example.org\n      - b@example.org\n"
    assert text(folder).endswith(f"  - name: Анна\n    phones:\n    fax:\n{emails}")
    typed(["Двор"], "Суть", "И ещё")
    assert "summary: |\n  Суть\n  И ещё\n" in text(folder, "dvor.yaml")


DEPENDENT = FORM + (
    "  - {number: 3, heading: Юридическое лицо, show: legal_entity}\n"
    "  - {number: 4, heading: ИНН, show: inn, only-if: legal_entity}\n"
    "  - {number: 5, heading: Сроки, show: period}\n"
    "facts:\n"
    "  legal_entity: {title: Юридическое лицо, type: yes-no}\n"
    "  inn: {title: ИНН}\n"
)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["да", "590", "", "2019"], "legal_entity: да\ninn: 590\nperiod: 2019\n"),
        (["нет", "2019"], "legal_entity: нет\ninn:\nperiod: 2019\n"),
        # back over what is not asked, and to what is asked by now
        (
            ["нет", "..", "да", "590", "", "2019"],
            "legal_entity: да\ninn: 590\nperiod: 2019\n",
        ),
    ],
)
def test_what_depends_on_an_answer_is_asked_only_after_it(
    lines: list[str], said: str, folder: Path, write: Write, typed: Typed
) -> None:
    write("forms/note/form.yaml", DEPENDENT)
    ended = typed(["Клуб", "--lang", "en"], "Суть", "", *lines, "")
    lines_said = [line for line in text(folder).splitlines() if line[:1] not in ("", "#")]
    assert "\n".join(lines_said).endswith(f"summary: Суть\n{said.rstrip()}")
    assert "every question has its answer" in ended.out


def test_help_is_a_question_mark_away(typed: Typed) -> None:
    assert typed(["Клуб"], "?").out.count("`Ctrl-C`") == 2


def test_a_text_may_be_written_in_an_editor(folder: Path, write: Write, typed: Typed) -> None:
    editor = write(
        "editor.py",
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "assert '# 2. Суть практики' in path.read_text('utf-8')\n"
        "with path.open('a', encoding='utf-8') as file: file.write('# Раз\\n\\nДва\\n')\n",
    )
    typed(["Клуб"], "e", "", EDITOR=f"{sys.executable} '{editor}'", VISUAL="")
    assert "summary: |\n  # Раз\n  Два\n" in text(folder)


@pytest.mark.parametrize("editor", ["нет-такого", f"{sys.executable} -c exit(1)", 'vim "', "vim\\"])
def test_an_editor_that_fails_is_no_end(folder: Path, typed: Typed, editor: str) -> None:
    typed(["Клуб"], "е", "Суть", "", VISUAL=editor)
    assert "summary: Суть\n" in text(folder)


def test_what_is_there_stays_as_it_is(folder: Path, write: Write, typed: Typed) -> None:
    begun = "# моё\nsummary: 'Суть'   # так\ntitle: Клуб\npassport: 1\nperiod:\n"
    write("a.yaml", b"\xef\xbb\xbf" + begun.replace("\n", "\r\n").encode())
    assert "2. Суть" not in typed(["a.yaml"], "2019").out
    expected = begun.replace("period:\n", "period: 2019\n").replace("\n", "\r\n")
    assert (folder / "a.yaml").read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_an_answer_that_has_no_place_is_no_end(folder: Path, write: Write, typed: Typed) -> None:
    write("a.yaml", "passport: 1\ntitle: Клуб\n? summary\n? period\n")
    ended = typed(["a.yaml", "--lang", "en"], "Суть", "", "2019", "Встречи", "5")
    assert "write it there by hand" in ended.out
    assert text(folder, "a.yaml").endswith(
        "\n? period\nresults:\n  - indicator: Встречи\n    value: 5\n"
    )


def test_without_a_title_it_asks_for_one(folder: Path, typed: Typed) -> None:
    assert typed([], "Клуб").code == 0
    assert 'title: "Клуб"\n' in text(folder)
    assert typed([]).code == 2


def test_another_practice_may_be_the_beginning(folder: Path, write: Write, typed: Typed) -> None:
    write("a.yaml", "passport: 1\ntitle: Двор\nsummary: Суть\n")
    typed(["Клуб", "--from", "a.yaml"], "2019")
    assert "title: Клуб\nforms: [note]\nsummary: Суть\n" in text(folder)
    assert "period: 2019\n" in text(folder)


def test_it_says_what_is_left(write: Write, typed: Typed) -> None:
    write("a.yaml", "passport: 1\ntitle: Двор\nsummary: а\nperiod: 2019\ntasks: б\n")
    ended = typed(["a.yaml", "--lang", "en"], "", "")
    assert ended.lines[-2:] == [
        "2 questions have no answer yet",
        "now see what is missing: `passport validate a.yaml`",
    ]
    typed(["a.yaml"], "а", "5", "", "Анна", *[""] * 5)
    assert typed(["a.yaml", "--lang", "en"]).lines == [
        "",
        "every question has its answer",
        "now see what is missing: `passport validate a.yaml`",
    ]


# --- how it looks -------------------------------------------------------------------------


def test_a_question_has_all_that_the_form_says_of_it(typed: Typed) -> None:
    assert (
        "\nnote · Записка\n"
        "2. Суть практики\n"
        "  Коротко\n"
        "  question 1 of 5\n"
        "  The practice in a few paragraphs: who does what, for whom, and how.\n"
        "  for example: В каждом дворе сосед ведёт клуб по интересам; центр обучает\n"
        "  ведущих.\n"
        "> "
    ) in typed(["Клуб", "--lang", "en"]).out


SOME = ["?", "Суть", "", "давно", "", "Встречи", "5", "", "Раз", "", "Анна", "", "", "a"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_fits_into_forty_columns(typed: Typed, language: str) -> None:
    ended = typed(["Клуб", "--lang", language], *SOME, COLUMNS="40")
    shown = re.split("\n|> ", ended.out)  # what is typed is not shown here, and ends no line
    assert max(map(len, shown)) <= 40


def test_all_of_it_is_russian(typed: Typed) -> None:
    ended = typed(["Клуб"], *SOME)
    words = re.sub(r"`[^`]*`|passport new .*|\S+@\S+", "", ended.out.replace("note ·", ""))
    assert re.findall(r"[A-Za-z]{2,}", words) == []


# --- refusals -----------------------------------------------------------------------------


def test_it_needs_a_terminal(passport: Passport, tmp_path: Path) -> None:
    ended = passport("new", "Клуб", "--ask", "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("passport: `--ask` needs a terminal")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("call", "files", "said"),
    [
        (["Клуб", "-o", "-"], {}, "`--ask` writes to a file"),
        (["нет.yaml"], {}, "there is no file `нет.yaml`"),
        (["--from", "a.yaml", "Клуб", "-o", "a.yaml"], {"a.yaml": "title: а\n"}, "exists already"),
        (["Клуб"], {"klub.yaml": "passport: 1\ntitle: Двор\n"}, "another practice, “Двор”"),
        (["a.yaml"], {"a.yaml": "a: [\n"}, "mend `a.yaml` first"),
    ],
)
def test_what_it_cannot_do_it_says(
    folder: Path,
    write: Write,
    typed: Typed,
    call: list[str],
    files: Mapping[str, str],
    said: str,
) -> None:
    for name, content in files.items():
        write(name, content)
    ended = typed([*call, "--lang", "en"])
    assert ended.code == 2
    assert said in ended.err
    assert all(text(folder, name) == content for name, content in files.items())
