"""A document that was corrected goes back into the practice that it was made of."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from passportkit.cli.commands import into
from passportkit.engine.importing import receive
from tests.conftest import Passport, Write
from tests.word.conftest import saved_again

needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed"
)

FORM = """\
form: note
version: 1
source: придумана для проверки
title: Записка
sections:
  - {number: 1, heading: Наименование, show: title}
  - {number: 2, heading: Суть практики, show: summary}
  - number: 3
    heading: Затраты
    rows: costs
    row-number: "1"
    columns:
      - {heading: Статья, show: item}
      - {heading: Объем затрат, show: amount}
"""
PRACTICE = """\
passport: 1  # не менять
title: Клуб соседей
summary: >-
  Соседи встречаются
  по средам.
costs:
  - {item: Чай, amount: "100"}
  - item: Аренда зала  # до лета
    amount: "2 000"
geography: три двора  # формы этого не показывают
"""

Correct = Callable[..., None]


@pytest.fixture
def correct(passport: Passport, write: Write) -> Correct:
    """Make a document of a practice, and return `correct(old, new, …)`, which changes its words."""
    write("passport.toml", 'forms = ["note"]\n')
    write("forms/note/form.yaml", FORM)
    write("klub.yaml", PRACTICE)
    assert passport("render", "klub.yaml", "-o", "klub.docx").code == 0

    def change(*pairs: str) -> None:
        document = Document("klub.docx")
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            (found,) = [t for t in document.element.body.iter(qn("w:t")) if t.text == old]
            found.text = new
        document.save("klub.docx")

    return change


def klub() -> str:
    return Path("klub.yaml").read_text(encoding="utf-8")


def test_only_what_differs_is_changed(passport: Passport, correct: Correct) -> None:
    correct("100", "120", "Соседи встречаются по средам.", "Соседи встречаются по пятницам.")
    ended = passport("import", "klub.docx", "--into", "klub.yaml")
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines == [
        "Записка (`note`): так сказано в самом документе",
        "25 слов: 12 в полях, 13 от самой формы",
        "2. Суть практики: изменено",
        "3. Затраты, строка 1, «Объем затрат»: изменено",
        "`klub.yaml`: внесены 2 правки",
    ]
    assert klub() == PRACTICE.replace("средам", "пятницам").replace('"100"', '"120"')


def test_what_would_change_is_shown_first(passport: Passport, correct: Correct) -> None:
    correct("100", "120", "Соседи встречаются по средам.", "Соседи встречаются в пятницу.")
    ended = passport("import", "klub.docx", "--into", "klub.yaml", "--diff")
    assert ended.code == 0
    assert ended.out == (
        "Записка (`note`): так сказано в самом документе\n"
        "25 слов: 12 в полях, 13 от самой формы\n"
        "2. Суть практики: изменено\n"
        "  - Соседи встречаются по средам.\n"
        "  + Соседи встречаются в пятницу.\n"
        "3. Затраты, строка 1, «Объем затрат»: изменено\n"
        "  - 100\n"
        "  + 120\n"
        "`klub.yaml` не изменён; без `--diff` правка будет записана\n"
    )
    assert klub() == PRACTICE


def test_of_a_long_text_the_words_around_are_shown(
    passport: Passport, correct: Correct, write: Write
) -> None:
    words = " ".join(f"слово{n}" for n in range(40))
    write("klub.yaml", PRACTICE.replace("по средам", words))
    passport("render", "klub.yaml", "-o", "klub.docx")
    text = f"Соседи встречаются {words}."
    correct(text, text.replace("слово20", "дело"))
    ended = passport("import", "klub.docx", "--into", "klub.yaml", "--diff", COLUMNS="40")
    assert ended.lines[4:10] == [
        "  - … слово14 слово15 слово16 слово17",
        "    слово18 слово19 слово20 слово21",
        "    слово22 слово23 слово24 слово25",
        "    слово26 …",
        "  + … слово14 слово15 слово16 слово17",
        "    слово18 слово19 дело слово21 слово22",
    ]
    assert max(map(len, ended.lines)) <= 40


def test_on_a_terminal_the_sides_have_colours(passport: Passport, correct: Correct) -> None:
    correct("100", "120")
    ended = passport(
        "import", "klub.docx", "--into", "klub.yaml", "--diff",
        terminal=True, NO_COLOR=None, TERM="xterm-256color",
    )  # fmt: skip
    assert "\x1b[1;31m100" in ended.out
    assert "\x1b[1;32m120" in ended.out


def test_nothing_to_change_touches_nothing(passport: Passport, correct: Correct) -> None:
    stamp = Path("klub.yaml").stat()
    ended = passport("import", "klub.docx", "--into", "klub.yaml")
    assert (ended.code, ended.lines[-1]) == (0, "в `klub.yaml` менять нечего")
    assert Path("klub.yaml").stat() == stamp


# Both sides


@pytest.fixture
def both(correct: Correct, write: Write) -> str:
    """Change the summary on both sides and a cost in the document; return the practice."""
    correct("Соседи встречаются по средам.", "Соседи встречаются по пятницам.", "100", "120")
    mine = PRACTICE.replace("средам", "вторникам")
    write("klub.yaml", mine)
    return mine


def test_what_has_changed_on_both_sides_stays_and_is_shown(passport: Passport, both: str) -> None:
    ended = passport("import", "klub.docx", "--into", "klub.yaml")
    assert ended.code == 1
    assert ended.lines[1:5] == [
        "25 слов: 11 в полях, 1 без места, 13 от самой формы",
        "2. Суть практики: изменено с обеих сторон",
        "  - Соседи встречаются по вторникам.",
        "  + Соседи встречаются по пятницам.",
    ]
    assert "`--theirs`" in ended.out
    assert "`--ours`" in ended.out
    assert klub() == both.replace('"100"', '"120"')


@pytest.mark.parametrize(("option", "day"), [("--theirs", "пятницам"), ("--ours", "вторникам")])
def test_whose_words_hold_can_be_said(passport: Passport, both: str, option: str, day: str) -> None:
    ended = passport("import", "klub.docx", "--into", "klub.yaml", option)
    assert ended.code == 0
    assert klub() == both.replace('"100"', '"120"').replace("вторникам", day)


@pytest.mark.parametrize(
    "options",
    [
        ["klub.docx", "--into", "klub.yaml", "--theirs", "summary"],
        ["--theirs", "summary", "klub.docx", "--into", "klub.yaml"],
        ["klub.docx", "--into", "klub.yaml", "--theirs=summary"],
        ["--theirs", "klub.docx", "--into", "klub.yaml"],
        ["klub.docx", "--into", "klub.yaml", "--ours", "--theirs", "summary"],
        ["klub.docx", "--into", "klub.yaml", "--ours", "costs", "--theirs", "summary"],
    ],
    ids=" ".join,
)
def test_an_option_names_a_field_or_stands_for_all(
    passport: Passport, both: str, options: list[str]
) -> None:
    ended = passport("import", *options)
    assert (ended.code, ended.err) == (0, "")
    assert klub() == both.replace('"100"', '"120"').replace("вторникам", "пятницам")


def test_conflicts_are_decided_one_by_one(
    passport: Passport, correct: Correct, write: Write
) -> None:
    correct("100", "120", "2 000", "3 000")
    mine = PRACTICE.replace('"100"', '"110"').replace('"2 000"', '"2 500"')
    write("klub.yaml", mine)
    call = ["import", "klub.docx", "--into", "klub.yaml"]
    ended = passport(*call)
    assert ended.code == 1
    assert "`costs[1].amount`" in ended.out
    assert "`costs[2].amount`" in ended.out
    assert klub() == mine
    ended = passport(*call, "--theirs", "costs[2].amount")
    assert ended.code == 1
    assert klub() == mine.replace('"2 500"', '"3 000"')
    assert passport(*call, "--ours", "costs[1].amount").code == 0


def test_what_is_no_field_is_refused(passport: Passport, both: str) -> None:
    ended = passport("import", "klub.docx", "--into", "klub.yaml", "--theirs=sumary")
    assert ended.code == 2
    assert ended.err.startswith("passport: в практике нет поля `sumary`; ")
    assert "«summary»" in ended.err
    assert klub() == both


def test_at_a_terminal_it_is_asked(both: str, tmp_path: Path) -> None:
    session = pytest.importorskip("tests.cli.session").Session
    arguments = ("klub.docx", "--into", "klub.yaml")
    with session(tmp_path, *arguments, command="import") as later:
        assert "Суть практики: изменено с обеих сторон" in later.type("")
        assert later.code == 1
    assert klub() == both.replace('"100"', '"120"')
    with session(tmp_path, *arguments, command="import") as asked:
        assert "такого ответа нет: `1`, `2` или просто `Enter`" in asked.type("д")
        asked.type("1")
        assert asked.code == 0
    assert klub() == both.replace('"100"', '"120"').replace("вторникам", "пятницам")


# What has gone altogether


@pytest.fixture
def emptied(correct: Correct) -> None:
    """Empty a field and a table of the document."""
    correct("Соседи встречаются по средам.", "")
    document = Document("klub.docx")
    for row in document.tables[-1].rows[1:]:
        document.tables[-1]._tbl.remove(row._tr)
    document.save("klub.docx")


def test_a_whole_field_goes_only_when_asked_to(passport: Passport, emptied: None) -> None:
    call = ["import", "klub.docx", "--into", "klub.yaml"]
    ended = passport(*call)
    assert ended.code == 1
    assert ended.lines[1:7] == [
        "13 слов: 2 в полях, 11 от самой формы",
        "2. Суть практики: в документе от него ничего не осталось",
        "  - Соседи встречаются по средам.",
        "3. Затраты: в документе от него ничего не осталось",
        "  - Чай",
        "  - 100",
    ]
    assert klub() == PRACTICE
    assert passport(*call, "--diff").code == 0
    assert passport(*call, "--ours").code == 0
    assert klub() == PRACTICE
    assert passport(*call, "--theirs", "costs", "--ours", "summary").code == 0
    above, _, costs = PRACTICE.partition("costs:")
    assert klub() == above + costs[costs.index("geography:") :]
    assert passport(*call, "--theirs").code == 0
    assert "summary" not in klub()


def test_a_name_that_settles_nothing_is_told(passport: Passport, correct: Correct) -> None:
    correct("100", "120")
    ended = passport(
        "import", "klub.docx", "--into", "klub.yaml", "--theirs", "costs", "--ours=title"
    )
    assert ended.code == 0
    assert "здесь решать нечего, названо впустую: `title`" in ended.lines
    assert "120" in klub()


def test_what_no_field_decides_is_told_so(passport: Passport, write: Write) -> None:
    write("passport.toml", 'forms = ["note"]\n')
    write("forms/note/form.yaml", FORM.replace("show: summary", "show: situation-before"))
    guests, clubs = "  - {name: Гости, before: 5}\n", "  - {name: Клубы, before: 1}\n"
    text = f"passport: 1\ntitle: Клуб\nsituation_before: Пусто\nindicators:\n{guests}{clubs}"
    write("klub.yaml", text)
    assert passport("render", "klub.yaml", "--draft", "-o", "klub.docx").code in (0, 1)
    document = Document("klub.docx")
    (found,) = [t for t in document.element.body.iter(qn("w:t")) if t.text.endswith("\xa01")]
    found.text = found.text.replace("\xa01", "\xa02")
    document.save("klub.docx")
    write("klub.yaml", text.replace(clubs, ""))
    for option in ((), ("--theirs", "situation_before"), ("--theirs",)):
        ended = passport("import", "klub.docx", "--into", "klub.yaml", *option)
        assert ended.code == 1
        assert "назовите его поле" not in ended.out
        assert "названо впустую" not in ended.out
        assert "исправьте практику сами или оставьте её как есть" in " ".join(ended.lines)
    assert passport("import", "klub.docx", "--into", "klub.yaml", "--ours").code == 0
    assert clubs not in klub()


# Another practice, and another hand


def test_a_document_that_was_made_of_another_practice_is_refused(
    passport: Passport, correct: Correct, write: Write
) -> None:
    other = "passport: 1\ntitle: Хор\nsummary: Поют все.\ncosts: [{item: Сцена, amount: 9}]\n"
    write("hor.yaml", other)
    correct("100", "120")
    ended = passport("import", "klub.docx", "--into", "hor.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert "документ о другой практике, «Клуб соседей»" in ended.err
    assert Path("hor.yaml").read_text(encoding="utf-8") == other
    shown = passport("import", "klub.docx", "--into", "hor.yaml", "--diff")
    assert shown.code == 0
    assert "документ сделан по другой практике, поэтому всё, что в нём сказано" in shown.out
    assert [line for line in shown.lines if "Поют" in line or "Соседи" in line] == [
        "  - Поют все.",
        "  + Соседи встречаются по средам.",
    ]
    assert passport("import", "klub.docx", "--into", "hor.yaml", "--theirs").code == 0
    hor = Path("hor.yaml").read_text(encoding="utf-8")
    words = "Клуб соседей", "Соседи встречаются по средам.", "Чай", "120", "2 000"
    assert [each for each in words if each not in hor] == []


@pytest.fixture
def unheaded(correct: Correct) -> None:
    """Take the headings from a document, and the head from its table; its answers stay."""
    correct("Чай", "Кофе")
    document = Document("klub.docx")
    own: list[Any] = [each._p for each in document.paragraphs[1:]]
    for element in (*own, document.tables[-1].rows[0]._tr):
        element.getparent().remove(element)
    document.save("klub.docx")


@pytest.mark.usefixtures("unheaded")
def test_where_most_words_stand_elsewhere_the_document_is_refused(passport: Passport) -> None:
    ended = passport("import", "klub.docx", "--into", "klub.yaml")
    assert (ended.code, ended.out, klub()) == (2, "", PRACTICE)
    assert "но не там, где им место в форме" in ended.err
    assert passport("import", "klub.docx", "--into", "klub.yaml", "--diff").code == 1
    assert passport("import", "klub.docx", "--into", "klub.yaml", "--ours").code == 2
    assert passport("import", "klub.docx", "--into", "klub.yaml", "--theirs").code == 1
    assert klub() != PRACTICE


def test_what_somebody_writes_meanwhile_is_not_written_over(
    passport: Passport, correct: Correct, monkeypatch: pytest.MonkeyPatch
) -> None:
    correct("100", "120")
    meanwhile = PRACTICE.replace("три двора", "два двора")

    def slowly(*given: Any) -> Any:
        Path("klub.yaml").write_text(meanwhile, encoding="utf-8")
        return receive(*given)

    with monkeypatch.context() as patch:
        patch.setattr(into, "receive", slowly)
        ended = passport("import", "klub.docx", "--into", "klub.yaml")
    assert ended.code == 2
    assert "за это время файл изменился" in ended.err
    assert klub() == meanwhile
    assert passport("import", "klub.docx", "--into", "klub.yaml").code == 0
    assert klub() == meanwhile.replace('"100"', '"120"')


@pytest.fixture
def by_hand(passport: Passport, correct: Correct) -> Callable[[str], None]:
    """Return `by_hand(title)`: a form that was filled in by hand, `blank.docx`."""

    def fill(title: str) -> None:
        passport("form", "blank", "note", "-o", "blank.docx")
        blank = Document("blank.docx")
        for table, words in zip(blank.tables[:2], (title, "Соседи поют."), strict=True):
            table.rows[-1].cells[-1].text = words
        blank.save("blank.docx")

    return fill


def test_a_document_from_elsewhere_cannot_show_conflicts(
    passport: Passport, by_hand: Callable[[str], None]
) -> None:
    by_hand("Клуб «соседей»")
    ended = passport("import", "blank.docx", "--into", "klub.yaml", "--ours", "costs")
    assert ended.code == 0
    assert "документ не помнит, из чего он сделан" in ended.out
    assert "summary: >-\n  Соседи поют.\n" in klub()


def test_of_a_document_from_elsewhere_the_practice_holds_where_that_is_said(
    passport: Passport, by_hand: Callable[[str], None]
) -> None:
    by_hand("Клуб «соседей»")
    for named in ("--ours",), [f"--ours={each}" for each in ("title", "summary", "costs")]:
        ended = passport("import", "blank.docx", "--into", "klub.yaml", *named)
        assert ended.code == 0
        assert "2. Суть практики: в документе иначе, остаётся как в практике" in ended.lines
        assert klub() == PRACTICE


def test_another_practice_is_not_brought_in_unasked(
    passport: Passport, by_hand: Callable[[str], None]
) -> None:
    by_hand("Хор")
    ended = passport("import", "blank.docx", "--into", "klub.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert "документ о другой практике, «Хор»" in ended.err
    assert klub() == PRACTICE
    assert passport("import", "blank.docx", "--into", "klub.yaml", "--diff").code == 0
    assert klub() == PRACTICE
    assert passport("import", "blank.docx", "--into", "klub.yaml", "--theirs").code == 0
    assert "title: Хор\n" in klub()


# Words without a field


def test_words_without_a_field_wait_in_the_practice_once(
    passport: Passport, correct: Correct
) -> None:
    document = Document("klub.docx")
    document.paragraphs[0].insert_paragraph_before("Опрос провели 800 волонтёров.")
    document.save("klub.docx")
    for _again in range(2):
        ended = passport("import", "klub.docx", "--into", "klub.yaml")
        assert ended.code == 1
        assert "этим словам не нашлось поля, они лежат под `unplaced`:" in ended.lines
        assert klub().startswith(PRACTICE)
        assert klub().count("Опрос провели 800 волонтёров.") == 1
    moved = PRACTICE.replace("три двора", "Опрос провели 800 волонтёров.")
    Path("klub.yaml").write_text(moved, encoding="utf-8")
    assert passport("import", "klub.docx", "--into", "klub.yaml").code == 0
    assert klub() == moved


# Wrong calls


@pytest.mark.parametrize(
    ("call", "refusal"),
    [
        (
            "klub.docx --diff",
            "для `--diff`, `--ours` и `--theirs` нужен `--into` с файлом практики",
        ),
        (
            "klub.docx --into klub.yaml --ours --theirs",
            "`--ours` и `--theirs` исключают друг друга: укажите что-то одно",
        ),
        (
            "klub.docx --into klub.yaml -o x",
            "`--into` меняет саму практику: `-o` и `--force` здесь не нужны",
        ),
        ("klub.docx --into .", "`.` – это папка; укажите после `--into` файл практики"),
        ("klub.docx --into нет.yaml", "файла `нет.yaml` нет"),
        ("klub.docx b.docx --into klub.yaml", "для `--into` нужен один документ, а здесь их 2"),
        (
            "klub.docx --into klub.yaml --theirs cost",
            "в практике нет поля `cost`; возможно, имелось в виду «costs»?",
        ),
        (
            "klub.docx --into klub.yaml --ours costs[2].amout",
            "в практике нет поля `costs[2].amout`; возможно, имелось в виду «costs[2].amount»?",
        ),
        (
            "klub.docx --into klub.yaml --theirs costs[0]",
            "`costs[0]` – не имя поля: его пишут так: `results[2].value`",
        ),
        ("klub.docx --into klub.yaml --theirs title[1]", "в практике нет поля `title[1]`"),
        (
            "klub.docx --into klub.yaml --theirs costs[3]",
            "нет `costs[3]`: в практике там строк: 2",
        ),
        (
            "klub.docx --into klub.yaml --theirs costs[+3]",
            "нет `costs[+3]`: в документе там строк: 2",
        ),
        (
            "klub.docx --into klub.yaml --theirs b.docx",
            "для `--into` нужен один документ, а здесь их 2",
        ),
        ("нет.docx --into klub.yaml", "`нет.docx`: такого файла или папки нет"),
    ],
)
def test_a_wrong_call_is_refused(
    passport: Passport, correct: Correct, call: str, refusal: str
) -> None:
    ended = passport("import", *call.split())
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"passport: {refusal}\n"
    assert klub() == PRACTICE


def test_a_practice_that_cannot_be_read_is_refused_with_its_findings(
    passport: Passport, correct: Correct, write: Write
) -> None:
    write("klub.yaml", PRACTICE.replace("title: Клуб соседей", "title: [Клуб]"))
    ended = passport("import", "klub.docx", "--into", "klub.yaml")
    assert ended.code == 2
    assert ended.err.startswith("klub.yaml:2:8: ошибка wrong-type")
    assert ended.err.endswith("passport: сначала исправьте `klub.yaml`\n")


def test_what_was_emptied_and_cannot_be_is_told_and_never_unplaced(
    passport: Passport, correct: Correct, write: Write
) -> None:
    form = FORM + "      - {heading: Источник, show: source}\n"
    write("forms/note/form.yaml", form)
    practice = PRACTICE + "funding_source: Бюджет края\n"
    write("klub.yaml", practice)
    passport("render", "klub.yaml", "-o", "klub.docx")
    document = Document("klub.docx")
    for text in document.element.body.iter(qn("w:t")):
        if text.text == "Бюджет края":
            text.text = ""
            break
    document.save("klub.docx")
    ended = passport("import", "klub.docx", "--into", "klub.yaml")
    assert ended.code == 1
    assert "  ! 3. Затраты, строка 1, «Источник»: в документе пусто; " in ended.out
    assert klub() == practice


@needs_libreoffice
def test_a_document_saved_by_another_program_shows_what_changed_on_both_sides(
    passport: Passport, correct: Correct, write: Write, tmp_path: Path
) -> None:
    correct("100", "120", "Соседи встречаются по средам.", "Соседи встречаются по пятницам.")
    document = Path("klub.docx").read_bytes()
    saved = saved_again(tmp_path, tmp_path / "profile", {"klub": document})["klub"]
    assert saved != document
    Path("klub.docx").write_bytes(saved)
    theirs = write("klub.yaml", PRACTICE.replace("по средам", "по утрам")).read_text("utf-8")
    ended = passport("import", "klub.docx", "--into", "klub.yaml")
    assert ended.code == 1
    assert "2. Суть практики: изменено с обеих сторон" in ended.lines
    assert klub() == theirs.replace('"100"', '"120"')
