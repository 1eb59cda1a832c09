"""Every word of the author's comes back, whatever it looks like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.forms import Catalogue, Filled, Form
from passportkit.forms.filled import DraftMark, Hint
from passportkit.text import canonical, parse
from passportkit.word.package.names import w
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.conftest import examples
from tests.word.conftest import (
    GRID,
    SECTIONS,
    fill_in,
    form_of,
    rendered,
    template,
    the_same_everywhere,
    written,
)
from tests.word.document import Document, run_words, words
from tests.word.expected import paragraphs

FORMS = [form_of(SECTIONS), form_of(GRID), Catalogue().form("grant-card")]
TEMPLATES = Templates()

ODD = [
    "& < > ]]> \" ' &amp; &lt; <b>",
    "{{ 7*7 }} {% raw %} {{ title }} {# нет #} ${x} <?xml?>",
    "{% endfor %}{{ row.number }}",
    "№\u00a05, 1\u00a0000\u202fруб., «а\u00a0б»",
    "\u00a0в начале и в конце\u00a0",
    "👩‍👩‍👧 😀 ё й \u0301 \u00ad",
    "\ue07b\ue07d \ue000",
    "до\tпосле\t\tконца",
    "None nan",
    "слово " * 3300,
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_words_come_back_to_the_letter(text: str) -> None:
    assert written(canonical(text)).words == canonical(text)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_words_come_back_from_every_place_of_a_form(sections: Form, text: str) -> None:
    said = canonical(text)
    row = {"number": said, "item": said, "amount": said, "source": said, "source|merge": ""}
    document = rendered(sections, title=said, goals=said, costs=[row], costs_total=said)
    assert document.words.count(said) == 7
    assert document.faults() == []


@pytest.mark.parametrize("sign", ["\ue07b", "\ue07d", "\ue07e", "\ue07e\ue07b", "{", "{{ title }}"])
def test_odd_words_of_a_form_come_back_to_the_letter(sign: str) -> None:
    form = form_of(
        SECTIONS.replace("heading: Затраты", f"heading: 'Затраты {sign} и {sign}{sign}'")
    )
    assert f"3. Затраты {sign} и {sign}{sign}" in rendered(form).words


class Amount(str):
    """A text that knows more of itself, such as practices have for numbers and dates."""

    __slots__ = ()


def test_a_value_is_written_like_any_other_text(sections: Form) -> None:
    said = "более **100**\n- см. [здесь](https://example.org)"
    document = rendered(sections, title=Amount(said), goals=Amount(said))
    assert document.words == rendered(sections, title=said, goals=said).words
    assert "**" not in document.words
    assert len(document.links) == 2


LIKE_MARKUP = st.text(st.sampled_from("аЯ1 09.)-*\\[](\n\t&<>{}%\"'@:/w\u00a0«"), max_size=40)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@settings(max_examples=examples(25), deadline=None)
@given(text=st.one_of(st.text(max_size=40), LIKE_MARKUP).map(canonical))
def test_any_text_comes_back_from_every_place_of_a_form(form: Form, text: str) -> None:
    filled = the_same_everywhere(form, text)
    document = Document(fill(TEMPLATES.compiled(form), filled))
    said = [words(each).rstrip(" ") for each in document.paragraphs]
    assert [each for each in said if each.strip()] == paragraphs(form, filled)
    assert document.faults() == []


@settings(max_examples=examples(50), deadline=None)
@given(st.text(max_size=60).map(canonical))
def test_any_text_comes_back_without_its_markup(text: str) -> None:
    lines = ["".join(span.text for span in line.spans) for line in parse(text)]
    assert written(text).words == "\n".join(lines)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Клуб «Ключ» & <b>", "Клуб «Ключ» & <b>"),
        ("Клуб **соседей** [тут](https://example.org)", "Клуб соседей тут"),
        (r"2 \* 2", "2 * 2"),
        ("", ""),
    ],
)
def test_a_title_is_among_the_properties_without_its_markup(title: str, said: str) -> None:
    compiled = TEMPLATES.compiled(FORMS[0], template("слова"))
    assert Document(fill(compiled, Filled(title, {}))).title == said


def test_lines_are_paragraphs() -> None:
    assert [each.rstrip() for each in written("раз\nдва\n  три").printed] == ["раз", "два", "три"]


def test_bold_and_italic_words_are_so() -> None:
    document = written("просто **жирно** и *косо*, **[тут](https://example.org)**")
    assert [(words, *marks) for words, *marks in styled(document)] == [
        ("просто ", False, False),
        ("жирно", True, False),
        (" и ", False, False),
        ("косо", False, True),
        (", ", False, False),
        ("тут", True, False),
    ]


@pytest.mark.parametrize(("kind", "style"), [(DraftMark, "Draft mark"), (Hint, "Hint")])
def test_marks_and_hints_are_told_from_the_authors_words(kind: type[str], style: str) -> None:
    document = fill_in(template("{{ a }}", "{{ a }}: {{ b }}"), {"a": kind("раз"), "b": "два"})
    assert document.said_in(style) == ["раз", "раз"]
    assert document.words.split("\n") == ["раз", "раз: два"]


@pytest.mark.parametrize("kind", [DraftMark, Hint])
def test_marks_and_hints_keep_their_lines_and_have_no_markup(kind: type[str]) -> None:
    document = fill_in(template("{{ a }}"), {"a": kind("*раз* https://example.org\n- два")})
    assert document.words == "*раз* https://example.org\n- два"
    assert document.links == []


def test_an_empty_text_leaves_an_empty_paragraph(sections: Form) -> None:
    document = rendered(sections, title="", goals="")
    assert document.tables[0] == [[""]]
    assert document.tables[3] == [["Цель – \nЗадачи: Слова tasks"]]


def styled(document: Document) -> list[tuple[str, bool, bool]]:
    return [
        (
            run_words(run),
            run.find(f"{w('rPr')}/{w('b')}") is not None,
            run.find(f"{w('rPr')}/{w('i')}") is not None,
        )
        for run in document.body.iter(w("r"))
    ]
